/** Finishing a pack: commentary beside its figures, how it is set up, and the sign-off that freezes both. */
import { packChecks } from '../decision/open-points.ts'
import { ourVersions } from '../export/sealed-folder.ts'
import { packInput } from '../pack-input.ts'
import { owed } from '../records.ts'
import { canonicalJson, inCanonicalOrder, sha256 } from '../store/canonical.ts'
import type { Change } from '../store/change.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import type { SheetCount } from './sheet-count.ts'
import { statementOf } from './statement.ts'
import { assertUnfinished, notesOf, setupOf } from './finishing-records.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import {
  choicesOf,
  type FinishedContent,
  type PackChoices,
  type PackSignature,
  requiredSignatures,
  type SignatureRole,
  signatureRoles,
} from '#shared/domain/finishing.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Language } from '#shared/domain/text.ts'
import { budgetFacts } from '#shared/locales/say-budget.ts'

type Pack = RecordOf<'pack'>
type Note = RecordOf<'packNote'>
type Setup = RecordOf<'packSetup'>

export interface NoteInput {
  readonly packId: string | null
  readonly target: string
  readonly text: string
  readonly language: Language
  readonly secondText: string | null
  /** Of the commentary that was shown; null where there was none. */
  readonly version: number | null
}

/** Writes the line beside a figure or on a page anew. CHANGED_MEANWHILE where somebody else has since, PACK_SIGNED_OFF. */
export function writeNote(register: Register, input: NoteInput): Note {
  const { packId, target, text, language } = input
  const secondText = (input.secondText ?? '').trim() === '' ? null : (input.secondText ?? '').trim()
  return register.change({ operation: 'packNote.write' }, (change) => {
    assertUnfinished(change, packId)
    const present = notesOf(change.read, packId).find((note) => note.target === target)
    const written = {
      text: text.trim(),
      language,
      secondText,
      writtenAt: change.at,
      personId: register.personId,
    }
    if (present === undefined) {
      if (input.version !== null) throw new Problem('CHANGED_MEANWHILE', { noun: 'packNote', id: target })
      return change.add('packNote', { packId, target, ...written })
    }
    if (present.version !== input.version) throw new Problem('CHANGED_MEANWHILE', { noun: 'packNote', id: present.id })
    return change.update('packNote', present, written)
  })
}

interface Step {
  readonly id: string
  readonly version: number
}

function noteFrom(change: Change, { id, version }: Step): Note {
  const note = change.get('packNote', id)
  assertUnfinished(change, note.packId)
  if (note.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'packNote', id })
  if (note.version !== version) throw new Problem('CHANGED_MEANWHILE', { noun: 'packNote', id })
  return note
}

/** Whoever has read it beside the locked figures says that it still holds. */
export function confirmNote(register: Register, input: Step): Note {
  return register.change({ operation: 'packNote.confirm' }, (change) =>
    change.update('packNote', noteFrom(change, input), { writtenAt: change.at, personId: register.personId }),
  )
}

export function withdrawNote(register: Register, input: Step & { readonly reason: string }): Note {
  const reason = owed(input.reason)
  return register.change({ operation: 'packNote.withdraw', reason }, (change) =>
    change.update('packNote', noteFrom(change, input), { withdrawn: { on: change.today, reason } }),
  )
}

/** How the pack is set up. CHANGED_MEANWHILE, PACK_SIGNED_OFF. */
export function saveSetup(
  register: Register,
  input: { readonly packId: string | null; readonly version: number | null; readonly choices: PackChoices },
): Setup {
  return register.change({ operation: 'packSetup.save' }, (change) => {
    assertUnfinished(change, input.packId)
    const present = setupOf(change.read, input.packId)
    if ((present?.version ?? null) !== input.version)
      throw new Problem('CHANGED_MEANWHILE', { noun: 'packSetup', id: present?.id ?? '' })
    const choices = choicesOf(input.choices)
    return present === null
      ? change.add('packSetup', { packId: input.packId, ...choices })
      : change.update('packSetup', present, choices)
  })
}

export interface SignatureInput {
  readonly role: SignatureRole
  readonly personId: string
  readonly postId: string | null
  readonly on: Day
}

export interface SignOffInput {
  readonly packId: string
  readonly signatures: readonly SignatureInput[]
  readonly reason: string
}

/**
 * Freezes commentary, requests, setup and signatures, and fixes the pack digest, in one transaction. PACK_SIGNED_OFF,
 * PACK_NOT_READY with the first point and the record in which it is put right, INVALID where a signature is missing or dated
 * ahead or before the snapshot. `count`: the sheets of the pack with these signatures, where it has a page budget;
 * CHANGED_MEANWHILE where it is of other pages.
 */
export function signOffPack(
  register: Register,
  input: SignOffInput,
  count: SheetCount | null = null,
): RecordOf<'packSignOff'> {
  const reason = owed(input.reason)
  return register.change({ operation: 'pack.signOff', reason }, (change) => {
    const pack = change.get('pack', input.packId)
    assertUnfinished(change, pack.id)
    assertReady(register, pack, count, signaturesAs(register, input.signatures))
    const signatures = signaturesOf(register, change, pack, input.signatures)
    const facts = packInput(register, pack, 'ja', ourVersions.application)
    const content: FinishedContent = inCanonicalOrder({
      dataDigest: pack.dataDigest,
      previousDigest: pack.previousDigest,
      commentary: [...facts.finishing.commentary],
      decisions: facts.decisions.asked.map((each) => ({ ...each, codes: [...each.codes] })),
      noneRequested: facts.decisions.none,
      settings: facts.finishing.choices,
      signOff: { on: change.today, statement: statementOf(pack.code), signatures },
    })
    return change.add('packSignOff', {
      packId: pack.id,
      on: change.today,
      content,
      packDigest: sha256(canonicalJson(content)),
    })
  })
}

function assertReady(
  register: Register,
  pack: Pack,
  count: SheetCount | null,
  signatures: readonly PackSignature[],
): void {
  const { points, pages } = packChecks(register, pack, ourVersions.application, count, signatures)
  const refusals = points.filter(({ severity }) => severity === 'refusal')
  const [first] = refusals
  if (first === undefined) {
    // What was printed and counted is not what would be signed.
    if (pages?.isCounted === false) throw new Problem('CHANGED_MEANWHILE', { noun: 'pack', id: pack.id })
    return
  }
  throw new Problem('PACK_NOT_READY', {
    pack: pack.code,
    count: refusals.length,
    point: first.kind,
    kri: first.kri,
    record: first.target?.code ?? null,
    note: first.note,
    ...budgetFacts(first.pages),
  })
}

/** As they would stand on the pack, so that its sheets can be counted with them. NOT_FOUND. */
export function signaturesAs(register: Register, given: readonly SignatureInput[]): PackSignature[] {
  const named = (noun: 'person' | 'post', id: string) => {
    const found = recordTables[noun].get(register.read, id)
    if (found === undefined) throw new Problem('NOT_FOUND', { noun, id })
    return found.name
  }
  const recordedBy = register.personId === null ? null : named('person', register.personId)
  return signatureRoles.flatMap((role) => {
    const signature = given.find((each) => each.role === role)
    if (signature === undefined) return []
    const { personId, postId, on } = signature
    return {
      role,
      name: named('person', personId),
      post: postId === null ? null : named('post', postId),
      on,
      recordedBy,
    }
  })
}

function signaturesOf(
  register: Register,
  change: Change,
  pack: Pack,
  given: readonly SignatureInput[],
): PackSignature[] {
  const refuse = (issue: string) => new Problem('INVALID', { noun: 'packSignOff', field: 'content', issue })
  const roles = new Set(given.map(({ role }) => role))
  if (roles.size < given.length || requiredSignatures.some((role) => !roles.has(role)))
    throw refuse('SIGNATURE_MISSING')
  const signatures = signaturesAs(register, given)
  if (signatures.some(({ on }) => on > change.today)) throw refuse('IN_FUTURE')
  if (signatures.some(({ on }) => on < pack.asOf)) throw refuse('BEFORE_SNAPSHOT')
  return signatures
}

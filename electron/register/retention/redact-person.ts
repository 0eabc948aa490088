/**
 * A person's name taken out: shown first, then done as it was shown. The register is verified before, so that nothing that
 * somebody changed by hand is covered by it; no backup is made before it, since that would keep the name.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type {
  KeptElsewhere,
  RedactionDone,
  RedactionLook,
  RedactionOrder,
  RedactionPreview,
  ShownPlace,
} from '#shared/contract/retention.ts'
import { Problem } from '#shared/domain/problem.ts'
import { NameMarks, placeholderFor } from '#shared/domain/retention/name-marks.ts'
import type { PersonRetention } from '#shared/domain/retention/retention-on.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { labelOf } from '../labels.ts'
import type { StagedWork } from '../long-work.ts'
import { withCodes } from '../record-codes.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import type { Change } from '../store/change.ts'
import { redactOperation } from '../store/decided.ts'
import { theirIdsOf } from '../store/kept-log.ts'
import { packsLeftBehind } from '../store/left-behind.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import { type NamePlace, namePlaces, namesBorne, namesOfOthers, type NameToTakeOut, takeOut } from '../store/redact.ts'
import type { Register } from '../store/register-file.ts'
import { verifyRegister } from '../store/verify.ts'
import { backupsBefore, shownBackups } from './old-backups.ts'
import { personOn } from './retention-picture.ts'

/** What is looked for, and under which ids. */
export function nameOf(
  read: ReadHandle,
  { personId, also }: RedactionLook,
  except: readonly string[] = [],
  placeholder = placeholderFor(personId),
) {
  const ids = new Set([personId, ...theirIdsOf(read, personId).map(({ theirId }) => theirId)])
  const terms = [...new Set([...namesBorne(read, ids, placeholder), ...also])].sort()
  const marks = new NameMarks(terms, namesOfOthers(read, ids, terms))
  const name: NameToTakeOut = { ids, marks, placeholder, except: new Set(except) }
  return { name, terms }
}

/**
 * What is taken out where nobody is asked: all but what may be another person's name or a part of another word (the forest in which the
 * letters of a name stand), since that would spoil a text for good, and what would not fit. It stays, and taking the name out here once
 * more shows it with its doubt. A name in other letters is taken out: nobody who is known there bears it, and to let it in would break
 * what was promised here. Null where nothing is to be taken out.
 */
export function nameUnasked(read: ReadHandle, personId: string, placeholder: Bilingual): NameToTakeOut | null {
  const { name } = nameOf(read, { personId, also: [] }, [], placeholder)
  const places = namePlaces(read, name)
  const left = places.filter(({ doubt }) => doubt !== null && doubt !== 'otherSpelling').map(({ key }) => key)
  return places.length === left.length ? null : { ...name, except: new Set(left) }
}

/**
 * NOT_FOUND, CANCELLED. What would refuse the order is a part of it, but that there is nothing to replace: a spelling that was left
 * out, or is found later, is looked for in the same preview by `also`.
 */
export async function previewRedaction(
  register: Register,
  input: RedactionLook,
  work: StagedWork,
): Promise<RedactionPreview> {
  const { read } = register
  const standing = personOn(read, register.today(), input.personId)
  work.progress({ stage: 'searching', done: 0, total: 0 })
  await nextTurn()
  if (work.signal.aborted) throw new Problem('CANCELLED')
  return read.atOnce(() => {
    const { name, terms } = nameOf(read, input)
    const places = namePlaces(read, name)
    const refusal = refusalOf(read, standing)
    const { id, code, name: known } = standing.person
    return {
      person: { id, code, name: known },
      placeholder: name.placeholder,
      standing: { ...standing, blocks: standing.blocks.slice(0, 10) },
      terms,
      places: places.map((place) => shown(read, name.marks, place)),
      packs: packsHolding(read, name, places),
      accounts: accountsOf(read, name.ids),
      refused: refusal === null ? null : { code: refusal.code, facts: refusal.facts },
      elsewhere: elsewhere(register, true),
      digest: digestOf(terms, places),
    }
  })
}

/** What a preview shows, as the digest that goes back with the order. */
export function redactionDigest(register: Register, look: RedactionLook): string {
  const { name, terms } = nameOf(register.read, look)
  return digestOf(terms, namePlaces(register.read, name))
}

function digestOf(terms: readonly string[], places: readonly NamePlace[]): string {
  return sha256(
    canonicalJson({ places: places.map(({ key, sample, entries, doubt }) => [key, sample, entries, doubt]), terms }),
  )
}

/** So much of a text is shown before and after the first mark. */
const around = 60

function shown(read: ReadHandle, marks: NameMarks, { noun, recordId, sample, ...place }: NamePlace): ShownPlace {
  const [first] = marks.marks(sample)
  const from = Math.max(0, (first?.from ?? 0) - around)
  const part = sample.slice(from, (first?.to ?? 0) + around)
  // Half a character at an edge is none.
  const text = part.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
  const record = recordId === null ? null : labelOf(read, recordId)
  return {
    key: place.key,
    kind: place.kind,
    record: record ?? (noun === null ? null : { noun, code: null, name: { ja: null, en: null } }),
    field: place.field,
    sample: text,
    marks: place.kind === 'own' ? [] : marks.marks(text).map(({ from: start, to }) => ({ from: start, to })),
    entries: place.entries,
    doubt: place.doubt,
  }
}

/** Packs that were locked after the name first stood in the log. */
function packsHolding(read: ReadHandle, { ids }: NameToTakeOut, places: readonly NamePlace[]): readonly string[] {
  const keys = [...new Set([...ids, ...places.flatMap(({ recordId }) => recordId ?? [])])]
  const of = read.prepare('SELECT min(sequence) FROM audit_event WHERE record_id = ?').pluck()
  const firsts = keys.map((id) => of.get(id) as number | null).filter((each) => each !== null)
  if (firsts.length === 0) return []
  const first = Math.min(...firsts)
  const leftBehind = packsLeftBehind(read)
  return [...recordTables.pack.all(read)]
    .filter(({ id, auditSequence }) => !leftBehind.has(id) && auditSequence >= first)
    .map(({ code }) => code)
}

function accountsOf(read: ReadHandle, ids: ReadonlySet<string>): RedactionPreview['accounts'] {
  return [...ids].flatMap(
    (id) =>
      read
        .prepare(
          'SELECT account, machine, count(*) AS entries FROM audit_event WHERE person_id = ? GROUP BY account, machine ORDER BY entries DESC',
        )
        .all(id) as RedactionPreview['accounts'],
  )
}

function elsewhere(register: Register, before: boolean): KeptElsewhere {
  const files = register.read.prepare('SELECT count(*) FROM stored_file').pluck().get() as number
  return { backups: shownBackups(backupsBefore(register, before)), files }
}

/**
 * LEGAL_HOLD before all else, PERSON_STILL_NAMED, RETENTION_NOT_DUE on the ground of a rule, NOTHING_TO_REDACT, REDACTION_DOES_NOT_FIT, PREVIEW_OUTDATED,
 * VERIFY_FAILED, CANCELLED. What is done stands; that its bytes could not be cleaned away is told in the result.
 */
export async function redactPerson(
  register: Register,
  order: RedactionOrder,
  work: StagedWork,
): Promise<RedactionDone> {
  assertAllowed(register.read, register.today(), order)
  const findings = withCodes(
    register.read,
    await verifyRegister(register, {
      signal: work.signal,
      progress: (done, total) => {
        work.progress({ stage: 'verify', done, total })
      },
    }),
  )
  if (findings[0] !== undefined)
    throw new Problem('VERIFY_FAILED', { count: findings.length, first: findings[0].code, ...findings[0].facts })
  work.progress({ stage: 'replacing', done: 0, total: 0 })
  await nextTurn()
  if (work.signal.aborted) throw new Problem('CANCELLED')
  const done = redactIn(register, order)
  work.progress({ stage: 'cleaning', done: 0, total: 0 })
  await nextTurn()
  return { ...done, cleaned: cleaned(register), elsewhere: elsewhere(register, false) }
}

/** The change itself, for a caller that has verified. */
export function redactIn(
  register: Register,
  order: RedactionOrder,
): Pick<RedactionDone, 'redaction' | 'replaced' | 'packs'> {
  return register.change({ operation: redactOperation, takesOut: true }, (change) => {
    assertAllowed(change.read, change.today, order)
    const { name: all, terms } = nameOf(change.read, order)
    const places = namePlaces(change.read, all)
    if (digestOf(terms, places) !== order.digest) throw new Problem('PREVIEW_OUTDATED')
    const own = new Set(places.filter(({ kind }) => kind === 'own').map(({ key }) => key))
    const { name } = nameOf(
      change.read,
      order,
      order.except.filter((key) => !own.has(key)),
    )
    return takenOut(change, name, order)
  })
}

/** Takes the name out and records it; NOTHING_TO_REDACT. */
export function takenOut(
  change: Change,
  name: NameToTakeOut,
  facts: Pick<RedactionOrder, 'personId' | 'ground' | 'ruleId' | 'note' | 'decidedBy'>,
): Pick<RedactionDone, 'redaction' | 'replaced' | 'packs'> {
  const { places, replaced, packs } = takeOut(change, name)
  if (places.length === 0) throw new Problem('NOTHING_TO_REDACT', { code: change.get('person', facts.personId).code })
  const said = (text: string) => name.marks.replaced(text, name.placeholder)
  const { replaced: entries, ...redaction } = change.add('redaction', {
    personId: facts.personId,
    placeholder: name.placeholder,
    ground: facts.ground,
    ruleId: facts.ground === 'retention' ? facts.ruleId : null,
    note: facts.note === null || facts.note === '' ? null : said(facts.note),
    decidedBy: said(facts.decidedBy),
    on: change.today,
    texts: places.length,
    replaced: [...replaced],
  })
  return { redaction, replaced: entries.length, packs }
}

function assertAllowed(
  read: ReadHandle,
  today: string,
  { personId, ground, ruleId }: Pick<RedactionOrder, 'personId' | 'ground' | 'ruleId'>,
): void {
  const standing = personOn(read, today, personId)
  const refusal = refusalOf(read, standing)
  if (refusal !== null) throw refusal
  if (ground !== 'retention') return
  const isDue = standing.dueOn !== null && standing.dueOn <= today
  if (!isDue || standing.ruleId !== ruleId)
    throw new Problem('RETENTION_NOT_DUE', { code: standing.person.code, dueOn: standing.dueOn ?? '' })
}

/** What refuses it on every ground: a hold wins over a rule, and over a request. */
function refusalOf(read: ReadHandle, { person, holdIds, blocks }: PersonRetention): Problem | null {
  const [holdId] = holdIds
  if (holdId !== undefined) {
    const hold = recordTables.legalHold.get(read, holdId)
    return new Problem('LEGAL_HOLD', { matter: hold?.matter ?? '', since: hold?.from ?? '' })
  }
  const [tie] = blocks
  if (tie === undefined) return null
  const first = labelOf(read, tie.id)?.code ?? ''
  return new Problem('PERSON_STILL_NAMED', { code: person.code, count: blocks.length, noun: tie.noun, first })
}

function cleaned(register: Register): boolean {
  try {
    register.clean()
    return true
  } catch (error) {
    if (error instanceof Problem && error.code === 'CLEANING_FAILED') return false
    throw error
  }
}

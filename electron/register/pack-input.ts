/** What the pages of a pack are made from: the frozen state of a locked pack, or the register as it stands for a draft. */
import { inOrderOfAsking, requestsForNextPack } from '#shared/domain/decision/decision-standing.ts'
import { lateFrom } from '#shared/domain/metrics/movement.ts'
import { entitiesOf, stateOfEntity } from '#shared/domain/entity-scope.ts'
import { codedNouns, type RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { choicesOf, type FinishedContent, type Finishing, standardChoices } from '#shared/domain/finishing.ts'
import { type RegisterState, stateKeys } from '#shared/domain/register-state.ts'
import { inLanguage, type Language, noText } from '#shared/domain/text.ts'
import type { PackInput } from '#shared/pack-model/pages.ts'
import { openReasonOf } from './decision/data-points.ts'
import { earlierPacks } from './earlier-packs.ts'
import { notesOf, setupOf, signOffOf } from './finishing/finishing-records.ts'
import { allPacks, snapshotOf } from './packs.ts'
import { latestVersion } from './store/migrate.ts'
import type { ReadHandle } from './store/query.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'
import { currentState } from './store/replay.ts'

/**
 * Input of `buildPackModel`. `pack` null: a draft of today, compared with the last locked pack. A locked pack reads nothing
 * but frozen states, so that it prints the same for ever. `entityId`: narrowed to the records of one legal entity. That is a
 * choice of each print and none of the pack: one snapshot, one chain of packs and one sign-off are of the whole, from which the
 * board of the group and that of each subsidiary are shown what concerns them. NOT_FOUND where the state has no such entity.
 */
export function packInput(
  register: Register,
  pack: RecordOf<'pack'> | null,
  language: Language,
  appVersion: string,
  entityId: string | null = null,
): PackInput {
  const packs = allPacks(register)
  const earlier =
    pack === null
      ? packs
      : packs.slice(
          0,
          packs.findIndex((each) => each.id === pack.id),
        )
  const previous = earlier.at(-1) ?? null
  const whole = pack === null ? currentState(register.read) : snapshotOf(register, pack)
  const entity = entityId === null ? null : entityIn(whole, entityId)
  const narrowed = (state: RegisterState) => (entity === null ? state : stateOfEntity(state, entity.id))
  const snapshot = narrowed(whole)
  const before = previous && snapshotOf(register, previous)
  const signed = signOffOf(register.read, pack?.id ?? null)
  const asOf = pack?.asOf ?? register.today()
  return {
    snapshot,
    whole,
    asOf,
    cutOff: pack?.cutOff ?? register.surroundings.clock(),
    code: pack?.code ?? null,
    title: pack?.title ?? null,
    lockedAt: pack?.lockedAt ?? null,
    dataDigest: pack?.dataDigest ?? null,
    auditHead: pack?.auditHead ?? null,
    previous: previous &&
      before && {
        snapshot: narrowed(before),
        whole: before,
        asOf: previous.asOf,
        code: previous.code,
        digest: previous.dataDigest,
        schemaVersion: previous.schemaVersion,
      },
    decisions: aboutThese(snapshot, entity, signed === null ? askedIn(register, pack) : askedThen(signed.content)),
    finishing: ofTheseAlone(entity, finishingOf(register, pack, snapshot.organisation, signed)),
    history: earlierPacks(register, earlier, entityId),
    entity,
    packsBefore: earlier.length,
    openReason: pack === null ? null : openReasonOf(register, pack.id),
    recordedLate: recordedLate(register, pack),
    language,
    preparedBy: preparedBy(register, pack, snapshot, language),
    appVersion,
    schemaVersion: pack?.schemaVersion ?? latestVersion,
    sample: snapshot.organisation.sampleDay !== null,
  }
}

/** A legal entity of the state. NOT_FOUND. */
function entityIn({ units }: RegisterState, id: string): RecordOf<'unit'> {
  const found = entitiesOf(units).find((unit) => unit.id === id)
  if (found === undefined) throw new Problem('NOT_FOUND', { noun: 'unit', id })
  return found
}

/** Requests that name a record of the entity. That nothing is asked was said of the whole. */
function aboutThese(
  state: RegisterState,
  entity: RecordOf<'unit'> | null,
  decisions: PackInput['decisions'],
): PackInput['decisions'] {
  if (entity === null) return decisions
  const own = new Set(codedNouns.flatMap((noun) => state[stateKeys[noun]].map(({ code }) => code)))
  for (const noun of ['unit', 'person', 'post'] as const)
    for (const { code } of state[stateKeys[noun]]) own.delete(code)
  return { asked: decisions.asked.filter(({ codes }) => codes.some((code) => own.has(code))), none: null }
}

/**
 * What was written beside the figures of the whole, and signed of them, is true of those alone: a pack for one entity has neither,
 * and its rows for signatures are empty. The digest of the finished pack stays: it says of which pack this is a part.
 */
function ofTheseAlone(entity: RecordOf<'unit'> | null, finishing: Finishing): Finishing {
  return entity === null ? finishing : { ...finishing, commentary: [], signOff: null }
}

/** What was written of a pack and chosen for it; once it is signed off, as it was frozen then. */
function finishingOf(
  register: Register,
  pack: RecordOf<'pack'> | null,
  organisation: RecordOf<'organisation'>,
  signed: RecordOf<'packSignOff'> | null,
): Finishing {
  if (signed !== null) {
    const { settings, commentary, signOff } = signed.content
    return { choices: settings, commentary, signOff, packDigest: signed.packDigest }
  }
  const { read } = register
  const packId = pack?.id ?? null
  const setup = setupOf(read, packId)
  return {
    choices: setup === null ? standardChoices(organisation) : choicesOf(setup),
    commentary: notesOf(read, packId).map(({ target, text, language, secondText, writtenAt, personId }) => ({
      target,
      text,
      language,
      secondText,
      writtenAt,
      author: personId === null ? null : (recordTables.person.get(read, personId)?.name ?? null),
    })),
    signOff: null,
    packDigest: null,
  }
}

/** What was asked, as it was frozen when the pack was signed off. */
function askedThen({ decisions, noneRequested }: FinishedContent): PackInput['decisions'] {
  return { asked: decisions, none: noneRequested }
}

/**
 * What is asked in a pack, with the names of today: requests are written until the body meets, so they are read from the register
 * and not from the snapshot.
 */
function askedIn(register: Register, pack: RecordOf<'pack'> | null): PackInput['decisions'] {
  const { read } = register
  const name = (noun: 'person' | 'post', id: string | null) =>
    id === null ? null : (recordTables[noun].get(read, id)?.name ?? null)
  const decisions = [...recordTables.decision.all(read)]
  const asked =
    pack === null
      ? requestsForNextPack(decisions, [...recordTables.meeting.all(read)], register.today())
      : decisions.filter((each) => each.withdrawn === null && wasAskedIn(each, pack.id))
  const said = [...recordTables.noDecision.all(read)].find(
    (each) => each.withdrawn === null && each.packId === (pack?.id ?? null),
  )
  return {
    asked: inOrderOfAsking(asked).map((decision) => {
      const meeting = decision.meetingId === null ? undefined : recordTables.meeting.get(read, decision.meetingId)
      return {
        decision,
        person: name('person', decision.ownerId),
        post: name('post', decision.ownerPostId),
        meeting: meeting === undefined ? null : { name: meeting.name, on: meeting.on },
        codes: codesOf(read, decision),
      }
    }),
    none: said === undefined ? null : { person: name('person', said.personId) ?? noText, on: said.on },
  }
}

/** It stays a request of the pack from which it was put off. */
function wasAskedIn(decision: RecordOf<'decision'>, packId: string): boolean {
  return decision.packId === packId || decision.deferrals.some((each) => each.packId === packId)
}

const linked = ['risk', 'system', 'control', 'acceptance', 'contract', 'finding', 'incident'] as const

function codesOf(read: ReadHandle, decision: RecordOf<'decision'>): readonly string[] {
  const codes = linked.flatMap((noun) =>
    decision[`${noun}Ids`].flatMap((id) => recordTables[noun].get(read, id)?.code ?? []),
  )
  return [...codes, ...decision.kriIds]
}

/** Assessments that came into the log in the last days before the cut-off: a judgement can be dated back, its entry cannot. */
function recordedLate(register: Register, pack: RecordOf<'pack'> | null): readonly string[] {
  const { sequence } = pack === null ? register.head() : { sequence: pack.auditSequence }
  const from = lateFrom(pack?.cutOff ?? register.surroundings.clock())
  return register.read
    .prepare(
      "SELECT record_id FROM audit_event WHERE noun = 'assessment' AND sequence <= ? GROUP BY record_id HAVING min(at) >= ?",
    )
    .pluck()
    .all(sequence, from) as string[]
}

/**
 * The person who locked the pack, or who acts now for a draft, as named in the state that is printed: a later change of the
 * name does not change a locked pack. Null where none was chosen.
 */
function preparedBy(
  register: Register,
  pack: RecordOf<'pack'> | null,
  snapshot: RegisterState,
  language: Language,
): string | null {
  const personId =
    pack === null
      ? register.personId
      : (
          register.read
            .prepare("SELECT person_id FROM audit_event WHERE record_id = ? AND operation = 'pack.lock'")
            .get(pack.id) as { person_id: string | null } | undefined
        )?.person_id
  const person = snapshot.people.find((each) => each.id === personId)
  return person === undefined ? null : inLanguage(person.name, language)
}

/** What the pages of a pack are made from: the frozen state of a locked pack, or the register as it stands for a draft. */
import { figuresUnder } from '#shared/domain/metrics/kri-result.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import type { EarlierResults } from '#shared/domain/metrics/kri-tile.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import type { PackInput } from '#shared/pack-model/pages.ts'
import { allPacks, snapshotOf } from './packs.ts'
import { latestVersion } from './store/migrate.ts'
import type { Register } from './store/register-file.ts'
import { currentState } from './store/replay.ts'

/** How many packs a sparkline goes back, this one included. */
const packsInLine = 5

/**
 * Input of `buildPackModel`. `pack` null: a draft of today, compared with the last locked pack. A locked pack reads nothing
 * but frozen states, so that it prints the same for ever.
 */
export function packInput(
  register: Register,
  pack: RecordOf<'pack'> | null,
  language: Language,
  appVersion: string,
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
  const snapshot = pack === null ? currentState(register.read) : snapshotOf(register, pack)
  return {
    snapshot,
    asOf: pack?.asOf ?? register.today(),
    cutOff: pack?.cutOff ?? register.surroundings.clock(),
    code: pack?.code ?? null,
    title: pack?.title ?? null,
    lockedAt: pack?.lockedAt ?? null,
    dataDigest: pack?.dataDigest ?? null,
    auditHead: pack?.auditHead ?? null,
    previous: previous && {
      snapshot: snapshotOf(register, previous),
      asOf: previous.asOf,
      code: previous.code,
      digest: previous.dataDigest,
      schemaVersion: previous.schemaVersion,
    },
    history: earlierResults(register, earlier.slice(1 - packsInLine)),
    language,
    preparedBy: preparedBy(register, pack, snapshot, language),
    appVersion,
    schemaVersion: pack?.schemaVersion ?? latestVersion,
    sample: snapshot.organisation.sampleDay !== null,
  }
}

/** The figures of earlier packs, each computed from its own frozen state with the limits of its day. */
export function earlierResults(register: Register, packs: readonly RecordOf<'pack'>[]): EarlierResults[] {
  return packs.map((pack) => ({
    code: pack.code,
    asOf: pack.asOf,
    results: figuresUnder(pack.schemaVersion, computeKris(snapshotOf(register, pack), pack.asOf)),
  }))
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

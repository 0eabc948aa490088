/** Replay: the register rebuilt from its log alone, as it was recorded at any moment. */
import type { Instant } from '#shared/domain/calendar-date.ts'
import { type Noun, nouns, type RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import {
  completeRecord,
  recordUnder,
  type RegisterState,
  stateKeys,
  stateNounsOf,
} from '#shared/domain/register-state.ts'
import type { EventRow } from './audit-log.ts'
import { canonicalJson } from './canonical.ts'
import { latestVersion } from './migrate.ts'
import type { ReadHandle } from './query.ts'
import { recordTables } from './record-table.ts'

type AnyRecord = RecordOf<Noun>

/** The records of each noun, by id, folded from the events in their order. */
export class Replay {
  readonly #records = new Map<Noun, Map<string, AnyRecord>>(nouns.map((noun) => [noun, new Map<string, AnyRecord>()]))

  /** Applies one event's payload. FILE_DAMAGED where it is none. */
  apply(noun: string, recordId: string, payload: string | null): void {
    const records = this.#records.get(noun as Noun)
    if (records === undefined || payload === null)
      throw new Problem('FILE_DAMAGED', { detail: `event of ${noun} ${recordId}` })
    const { after } = JSON.parse(payload) as { after: AnyRecord | null }
    if (after === null) records.delete(recordId)
    else records.set(recordId, completeRecord(noun as Noun, after))
  }

  records<N extends Noun>(noun: N): ReadonlyMap<string, RecordOf<N>> {
    return this.#records.get(noun) as unknown as ReadonlyMap<string, RecordOf<N>>
  }

  /** The whole state, each noun's records in the order of their code, else their id; as a version of the schema had it. */
  state(schemaVersion = latestVersion): RegisterState {
    const organisation = [...this.records('organisation').values()][0]
    if (organisation === undefined) throw new Problem('FILE_DAMAGED', { detail: 'no organisation' })
    const under = <N extends Noun>(noun: N, record: RecordOf<N>) => recordUnder(noun, record, schemaVersion)
    return stateFrom(under('organisation', organisation), stateNounsOf(schemaVersion), (noun) =>
      [...this.records(noun).values()].sort(byCode).map((record) => under(noun, record)),
    )
  }
}

/** The register as recorded up to and including an instant, or wholly. */
export function replay(read: ReadHandle, until?: Instant): Replay {
  const result = new Replay()
  const rows = (
    until === undefined
      ? read.prepare('SELECT noun, record_id, payload FROM audit_event ORDER BY sequence').iterate()
      : read.prepare('SELECT noun, record_id, payload FROM audit_event WHERE at <= ? ORDER BY sequence').iterate(until)
  ) as IterableIterator<{ noun: string; record_id: string; payload: string | null }>
  for (const row of rows) result.apply(row.noun, row.record_id, row.payload)
  return result
}

/**
 * The canonical text of each pack's state as the log has it, under the schema of its time; the log is folded once. `packs` in the
 * order of their events. A pack at whose number the log has no event is left out.
 */
export function* frozenTexts(
  read: ReadHandle,
  packs: readonly RecordOf<'pack'>[],
): Generator<{ readonly pack: RecordOf<'pack'>; readonly text: string }, void, void> {
  const waiting = [...packs]
  const replayed = new Replay()
  const rows = read
    .prepare('SELECT sequence, noun, record_id, payload FROM audit_event WHERE sequence <= ? ORDER BY sequence')
    .iterate(waiting.at(-1)?.auditSequence ?? 0) as IterableIterator<
    Pick<EventRow, 'sequence' | 'noun' | 'record_id' | 'payload'>
  >
  for (const row of rows) {
    replayed.apply(row.noun, row.record_id, row.payload)
    while (waiting[0]?.auditSequence === row.sequence) {
      const pack = waiting.shift()
      if (pack !== undefined) yield { pack, text: canonicalJson(replayed.state(pack.schemaVersion)) }
    }
  }
}

/** The state as the tables hold it now, all of one moment. */
export function currentState(read: ReadHandle): RegisterState {
  return read.atOnce(() => {
    const [organisation] = recordTables.organisation.all(read)
    if (organisation === undefined) throw new Problem('FILE_DAMAGED', { detail: 'no organisation' })
    return stateFrom(organisation, stateNounsOf(latestVersion), (noun) => [...recordTables[noun].all(read)])
  })
}

function stateFrom(
  organisation: RecordOf<'organisation'>,
  nouns: ReturnType<typeof stateNounsOf>,
  recordsOf: (noun: Exclude<Noun, 'organisation'>) => readonly AnyRecord[],
): RegisterState {
  const lists = nouns.map((noun) => [stateKeys[noun], recordsOf(noun)])
  return { organisation, ...(Object.fromEntries(lists) as Omit<RegisterState, 'organisation'>) }
}

function byCode(one: AnyRecord, other: AnyRecord): number {
  const left = 'code' in one ? one.code : one.id
  const right = 'code' in other ? other.code : other.id
  return left < right ? -1 : left > right ? 1 : 0
}

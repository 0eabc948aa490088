/**
 * A change meets a record that somebody has changed since it was read. Fields are saved one by one, each as soon as it is
 * left: a change of other fields is none of this one's business, and it passes. Where the same field was changed to another
 * value, it is refused, with what both sides need to be shown: who changed what and when, and the record as it is now.
 */
import type { Noun, RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { actorName, codeOfRecord } from './known-as.ts'
import { canonicalJson } from './store/canonical.ts'
import type { ReadHandle } from './store/query.ts'
import { lastChangeOf } from './store/transactions.ts'

/** CHANGED_MEANWHILE where a field of `patch` has another value now than at the version at which the record was read. */
export function assertUntouched<N extends Noun>(
  read: ReadHandle,
  noun: N,
  stored: RecordOf<N>,
  version: number,
  patch: Readonly<Partial<RecordOf<N>>>,
): void {
  if (stored.version === version) return
  const known = recordAt(read, noun, stored.id, version)
  // Of a version that never was nothing can be said: the caller has not read this record.
  const isInTheWay = (field: keyof RecordOf<N>) =>
    known === null || !(isSame(stored[field], known[field]) || isSame(stored[field], patch[field]))
  if ((Object.keys(patch) as (keyof RecordOf<N>)[]).some(isInTheWay))
    throw changedMeanwhile(read, noun, stored, version)
}

/**
 * The refusal, with both sides: the fields that were changed since, by whom and when, and in `record` the record as it is
 * now, as canonical JSON.
 */
export function changedMeanwhile<N extends Noun>(
  read: ReadHandle,
  noun: N,
  stored: RecordOf<N>,
  version: number,
): Problem {
  const known = recordAt(read, noun, stored.id, version)
  const fields = (Object.keys(stored) as (keyof RecordOf<N> & string)[]).filter(
    (field) => field !== 'version' && known !== null && !isSame(stored[field], known[field]),
  )
  const last = lastChangeOf(read, stored.id)
  return new Problem('CHANGED_MEANWHILE', {
    noun,
    id: stored.id,
    code: codeOfRecord(read, stored),
    version: stored.version,
    fields,
    by: last === null ? '' : actorName(read, last.actor),
    at: last?.at ?? '',
    operation: last?.operation ?? '',
    record: canonicalJson(stored),
  })
}

/** A record as it was at one of its versions, from the log; null where it never had it. */
function recordAt<N extends Noun>(read: ReadHandle, noun: N, id: string, version: number): RecordOf<N> | null {
  const row = read
    .prepare(
      `SELECT payload FROM audit_event
       WHERE record_id = ? AND noun = ? AND json_extract(payload, '$.after.version') = ? LIMIT 1`,
    )
    .get(id, noun, version) as { payload: string } | undefined
  return row === undefined ? null : (JSON.parse(row.payload) as { after: RecordOf<N> }).after
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other)
}

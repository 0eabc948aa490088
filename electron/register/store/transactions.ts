/** The log by transactions: their first events, and what each of them changed, record by record. */
import type { Noun, RecordOf } from '#shared/domain/nouns.ts'
import type { Actor } from './audit-log.ts'
import { completeRecord } from '#shared/domain/register-state.ts'
import { lockOperations, mergeOperations, redactOperations, signOperations } from './decided.ts'
import type { ReadHandle } from './query.ts'

/** A transaction as its first event says it. */
export interface TransactionHead {
  readonly sequence: number
  readonly at: string
  readonly actor: Actor
  readonly operation: string
  readonly reverses: number | null
  /** It locked a pack or took a name out, or recorded what somebody signs (decided.ts). */
  readonly locks: boolean
  readonly signs: boolean
  /** It brought another register in. */
  readonly merges: boolean
}

interface HeadRow {
  readonly sequence: number
  readonly at: string
  readonly account: string
  readonly machine: string
  readonly person_id: string | null
  readonly operation: string
  readonly reverses: number | null
}

const headColumns = 'sequence, at, account, machine, person_id, operation, reverses'

function headOf(row: HeadRow): TransactionHead {
  return {
    sequence: row.sequence,
    at: row.at,
    actor: { account: row.account, machine: row.machine, personId: row.person_id },
    operation: row.operation,
    reverses: row.reverses,
    locks: lockOperations.includes(row.operation) || redactOperations.includes(row.operation),
    signs: signOperations.includes(row.operation),
    merges: mergeOperations.includes(row.operation),
  }
}

/**
 * Transactions after `since`, the newest first, each by two look-ups whatever its size: from an event to the first one of
 * its transaction, and from there to the event before it.
 */
export function* transactionsBackwards(read: ReadHandle, since: number): Generator<TransactionHead> {
  const transactionOf = read
    .prepare('SELECT transaction_sequence FROM audit_event WHERE sequence <= ? ORDER BY sequence DESC LIMIT 1')
    .pluck()
  const head = read.prepare(`SELECT ${headColumns} FROM audit_event WHERE sequence = ?`)
  let before = Number.MAX_SAFE_INTEGER
  for (;;) {
    const sequence = transactionOf.get(before) as number | undefined
    if (sequence === undefined || sequence <= since) return
    const row = head.get(sequence) as HeadRow | undefined
    if (row === undefined) return
    yield headOf(row)
    before = sequence - 1
  }
}

/** What a transaction did to one record in all. */
export interface RecordChange<N extends Noun = Noun> {
  readonly noun: N
  readonly id: string
  readonly before: RecordOf<N> | null
  readonly after: RecordOf<N>
}

/** The number after a transaction's last event: its events stand together, so no other one has to be looked at. */
export function endOf(read: ReadHandle, sequence: number): number {
  const next = read.prepare(
    'SELECT sequence, transaction_sequence AS transactionSequence FROM audit_event WHERE sequence > ? ORDER BY sequence',
  )
  let last = sequence
  for (const event of next.iterate(sequence) as IterableIterator<{ sequence: number; transactionSequence: number }>) {
    if (event.transactionSequence !== sequence) break
    last = event.sequence
  }
  return last + 1
}

/** The records that a transaction changed, in the order in which it first touched them. */
export function changesOf(read: ReadHandle, sequence: number): RecordChange[] {
  const rows = read
    .prepare('SELECT noun, record_id, payload FROM audit_event WHERE sequence >= ? AND sequence < ? ORDER BY sequence')
    .all(sequence, endOf(read, sequence)) as { noun: Noun; record_id: string; payload: string | null }[]
  const changes = new Map<string, RecordChange>()
  for (const row of rows) {
    const { before, after } = changeIn(row.noun, row.payload)
    const known = changes.get(row.record_id)
    changes.set(row.record_id, {
      noun: row.noun,
      id: row.record_id,
      before: known === undefined ? before : known.before,
      after,
    })
  }
  return [...changes.values()]
}

/** What an event has written, with the fields that have come since. */
function changeIn(noun: Noun, payload: string | null): Pick<RecordChange, 'before' | 'after'> {
  const { before, after } = JSON.parse(payload ?? 'null') as Pick<RecordChange, 'before' | 'after'>
  return { before: before && completeRecord(noun, before), after: completeRecord(noun, after) }
}

/** Who changed a record last, and when. */
export function lastChangeOf(
  read: ReadHandle,
  recordId: string,
): { readonly at: string; readonly actor: Actor; readonly operation: string } | null {
  const row = read
    .prepare(`SELECT ${headColumns} FROM audit_event WHERE record_id = ? ORDER BY sequence DESC LIMIT 1`)
    .get(recordId) as HeadRow | undefined
  return row === undefined ? null : headOf(row)
}

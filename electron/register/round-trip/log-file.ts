/**
 * `log.jsonl` of an export: the change log as it stands, an entry a line. The payload is the text whose SHA-256 the entry bears, and
 * not an object, so that whoever checks the chain needs no canonical JSON of their own.
 */
import { z } from 'zod'
import { instantSchema } from '#shared/domain/calendar-date.ts'
import { Problem } from '#shared/domain/problem.ts'
import { eventOf, type EventRow } from '../store/audit-log.ts'
import type { ReadHandle } from '../store/query.ts'
import { logName } from '../export/manifest.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** Whether an entry is what its hash says is asked where it is taken in; here only its shape. */
const lineSchema = z.object({
  sequence: z.int().min(1),
  transactionSequence: z.int().min(1),
  at: instantSchema,
  actor: z.object({ account: z.string(), machine: z.string(), personId: z.string().nullable() }),
  operation: z.string(),
  noun: z.string(),
  recordId: z.string(),
  reason: z.string().nullable(),
  reverses: z.int().nullable(),
  payload: z.string().nullable(),
  payloadDigest: digest,
  previousHash: digest,
  hash: digest,
})

const batch = 500

/** The lines up to an entry, its own included; read some at a time, so that no cursor stays open across a turn. */
export function* logLines(read: ReadHandle, upTo: number): Generator<string, void, void> {
  const statement = read.prepare(
    'SELECT * FROM audit_event WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?',
  )
  for (let after = 0; ;) {
    const rows = statement.all(after, upTo, batch) as EventRow[]
    for (const row of rows) yield lineOf(row)
    const last = rows.at(-1)?.sequence
    if (last === undefined) return
    after = last
  }
}

/** An entry as a line, after what tells whose it is. */
export function lineOf(row: EventRow, whose: Readonly<Record<string, string>> = {}): string {
  const { payloadDigest, previousHash, hash, ...facts } = eventOf(row)
  return `${JSON.stringify({ ...whose, ...facts, payload: row.payload, payloadDigest, previousHash, hash })}\n`
}

/** An entry as the register keeps it. EXPORT_UNREADABLE where the line is none. */
export function eventInLine(line: string, file = logName): EventRow {
  const event = lineSchema.safeParse(parsed(line)).data
  if (event === undefined) throw new Problem('EXPORT_UNREADABLE', { file })
  return {
    sequence: event.sequence,
    transaction_sequence: event.transactionSequence,
    at: event.at,
    account: event.actor.account,
    machine: event.actor.machine,
    person_id: event.actor.personId,
    operation: event.operation,
    noun: event.noun,
    record_id: event.recordId,
    reason: event.reason,
    reverses: event.reverses,
    payload: event.payload,
    payload_digest: event.payloadDigest,
    previous_hash: event.previousHash,
    hash: event.hash,
  }
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

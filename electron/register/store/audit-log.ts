/**
 * The log: one event per changed record, chained by hash. The hash of an event covers the digest of its payload, not the
 * payload, so that a person's name can later be redacted under a retention rule and the chain still verifies.
 */
import type { Instant } from '#shared/domain/calendar-date.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { canonicalJson, sha256 } from './canonical.ts'
import { assertDecided } from './decided.ts'
import type { ReadHandle, WriteHandle } from './query.ts'

/** Who acts: recorded on this computer, not authenticated. */
export interface Actor {
  readonly account: string
  readonly machine: string
  /** The person chosen at opening, by id. */
  readonly personId: string | null
}

export interface AuditEvent {
  readonly sequence: number
  /** The sequence of the first event of the same transaction. */
  readonly transactionSequence: number
  readonly at: Instant
  readonly actor: Actor
  readonly operation: string
  readonly noun: Noun
  readonly recordId: string
  readonly reason: string | null
  /** The first event of the transaction that this one takes back; null in all others. */
  readonly reverses: number | null
  readonly payloadDigest: string
  readonly previousHash: string
  readonly hash: string
}

export interface LogHead {
  readonly sequence: number
  readonly hash: string
}

/** The hash before the first event. */
export const genesisHash = '0'.repeat(64)

/** SHA-256 over the canonical JSON of the event without its payload and its own hash. */
export function eventHash(event: Omit<AuditEvent, 'hash'>): string {
  // Keys are written in sorted order and all values are strings, integers or null: this is the RFC 8785 text, at a third
  // of the generic serialiser's cost. A test holds the two against each other.
  return sha256(
    JSON.stringify({
      actor: { account: event.actor.account, machine: event.actor.machine, personId: event.actor.personId },
      at: event.at,
      noun: event.noun,
      operation: event.operation,
      payloadDigest: event.payloadDigest,
      previousHash: event.previousHash,
      reason: event.reason,
      recordId: event.recordId,
      // Only where it is set: the events of files from before it was there keep the hashes that they have.
      ...(event.reverses === null ? {} : { reverses: event.reverses }),
      sequence: event.sequence,
      transactionSequence: event.transactionSequence,
    }),
  )
}

export interface EventRow {
  sequence: number
  transaction_sequence: number
  at: string
  account: string
  machine: string
  person_id: string | null
  operation: string
  noun: string
  record_id: string
  reason: string | null
  reverses: number | null
  payload: string | null
  payload_digest: string
  previous_hash: string
  hash: string
}

export function eventOf(row: EventRow): AuditEvent {
  return {
    sequence: row.sequence,
    transactionSequence: row.transaction_sequence,
    at: row.at,
    actor: { account: row.account, machine: row.machine, personId: row.person_id },
    operation: row.operation,
    noun: row.noun as Noun,
    recordId: row.record_id,
    reason: row.reason,
    reverses: row.reverses,
    payloadDigest: row.payload_digest,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}

export function readHead(read: ReadHandle): LogHead {
  return storedHead(read) ?? { sequence: 0, hash: genesisHash }
}

/** The mark of the log's end as it stands in the file; null in a register without an event, and where it was taken out. */
export function storedHead(read: ReadHandle): LogHead | null {
  const head = read.prepare('SELECT sequence, hash FROM audit_head WHERE id = 1').get() as LogHead | undefined
  return head ?? null
}

/** The hash of one event as it stands in the file; null where there is none of that number. */
export function eventHashAt(read: ReadHandle, sequence: number): string | null {
  const event = read.prepare('SELECT hash FROM audit_event WHERE sequence = ?').get(sequence) as
    { hash: string } | undefined
  return event?.hash ?? null
}

/** The head of the log at a moment: the last event at or before it. */
export function headAt(read: ReadHandle, until: Instant): LogHead {
  const head = read
    .prepare('SELECT sequence, hash FROM audit_event WHERE at <= ? ORDER BY sequence DESC LIMIT 1')
    .get(until) as LogHead | undefined
  return head ?? { sequence: 0, hash: genesisHash }
}

/** The time of the last event, or null in an empty log. */
export function lastEventAt(read: ReadHandle): Instant | null {
  const row = read.prepare('SELECT at FROM audit_event ORDER BY sequence DESC LIMIT 1').get() as
    { at: Instant } | undefined
  return row?.at ?? null
}

/** The times of the first and the last event; null in an empty log. */
export function recordedBetween(read: ReadHandle): { first: Instant | null; last: Instant | null } {
  const row = read.prepare('SELECT at FROM audit_event ORDER BY sequence LIMIT 1').get() as { at: Instant } | undefined
  return { first: row?.at ?? null, last: lastEventAt(read) }
}

/** In the order in which the file has them. */
export const eventColumns = [
  'sequence',
  'transaction_sequence',
  'at',
  'account',
  'machine',
  'person_id',
  'operation',
  'noun',
  'record_id',
  'reason',
  'payload',
  'payload_digest',
  'previous_hash',
  'hash',
  'reverses',
] as const satisfies readonly (keyof EventRow)[]

const insertSql = `INSERT INTO audit_event (sequence, transaction_sequence, at, account, machine, person_id, operation, noun,
  record_id, reason, payload, payload_digest, previous_hash, hash, reverses) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** One entry as it is: for a log that is written, and for one that is taken over whole. */
export function appendEvent(write: WriteHandle, event: AuditEvent, payload: string | null): void {
  write
    .statement(insertSql)
    .run(
      event.sequence,
      event.transactionSequence,
      event.at,
      event.actor.account,
      event.actor.machine,
      event.actor.personId,
      event.operation,
      event.noun,
      event.recordId,
      event.reason,
      payload,
      event.payloadDigest,
      event.previousHash,
      event.hash,
      event.reverses,
    )
}

export function keepHead(write: WriteHandle, { sequence, hash }: LogHead): void {
  write
    .statement(
      'INSERT INTO audit_head (id, sequence, hash) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash',
    )
    .run(sequence, hash)
}

/** Appends the events of one transaction; `close` writes the new head. */
export class LogWriter {
  readonly #write: WriteHandle
  readonly #actor: Actor
  readonly #operation: string
  readonly #reason: string | null
  readonly #reverses: number | null
  readonly #first: number
  readonly at: Instant
  #head: LogHead

  constructor(
    write: WriteHandle,
    facts: { actor: Actor; operation: string; reason: string | null; reverses: number | null; at: Instant },
  ) {
    this.#write = write
    this.#actor = facts.actor
    this.#operation = facts.operation
    this.#reason = facts.reason
    this.#reverses = facts.reverses
    this.#head = readHead(write)
    this.#first = this.#head.sequence + 1
    // A clock that was set back does not reorder the log: "recorded up to" must cut it in one place.
    const last = lastEventAt(write)
    this.at = last !== null && last > facts.at ? last : facts.at
  }

  append(noun: Noun, recordId: string, before: unknown, after: unknown): void {
    assertDecided(noun, this.#operation)
    const payload = canonicalJson({ after, before })
    const event = {
      sequence: this.#head.sequence + 1,
      transactionSequence: this.#first,
      at: this.at,
      actor: this.#actor,
      operation: this.#operation,
      noun,
      recordId,
      reason: this.#reason,
      reverses: this.#reverses,
      payloadDigest: sha256(payload),
      previousHash: this.#head.hash,
    }
    const hash = eventHash(event)
    appendEvent(this.#write, { ...event, hash }, payload)
    this.#head = { sequence: event.sequence, hash }
  }

  close(): LogHead {
    keepHead(this.#write, this.#head)
    return this.#head
  }
}

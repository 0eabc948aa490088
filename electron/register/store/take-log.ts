/**
 * The log of another register file, taken into one that has none: every entry as it was, held against its hash and the one before
 * it, and the records that follow from it. This writes no change of its own and so goes beside `Change`: what it writes was changed,
 * and logged, where it comes from, and `verify` holds the result to that log like any other.
 */
import { deflateRawSync } from 'node:zlib'
import { type Noun, nouns, type RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import {
  appendEvent,
  type AuditEvent,
  eventHash,
  eventOf,
  type EventRow,
  genesisHash,
  keepHead,
  type LogHead,
} from './audit-log.ts'
import { sha256 } from './canonical.ts'
import { validated } from './change.ts'
import { isFromBundle, leaveBehind, packsLeftBehind } from './left-behind.ts'
import type { WriteHandle } from './query.ts'
import { recordTableOf, recordTables } from './record-table.ts'
import { Redactions } from './redactions.ts'
import { frozenTexts, Replay } from './replay.ts'
import { insertSearchEntry } from './search.ts'

export class TakenLog {
  readonly replay = new Replay()
  #head: LogHead = { sequence: 0, hash: genesisHash }
  /** Entries that are not what their own hashes say: only a later redaction can bear them out. */
  readonly #unproven: EventRow[] = []

  get head(): LogHead {
    return this.#head
  }

  /** Entries in their order. EXPORT_UNREADABLE where one is not what was logged. */
  take(write: WriteHandle, rows: readonly EventRow[], file: string): void {
    for (const row of rows) {
      const event = eventOf(row)
      const isNext = event.sequence === this.#head.sequence + 1 && event.previousHash === this.#head.hash
      if (!isNext || row.payload === null) throw new Problem('EXPORT_UNREADABLE', { file })
      if (!isProven(event, row.payload)) this.#unproven.push(row)
      appendEvent(write, event, row.payload)
      this.replay.apply(row.noun, row.record_id, row.payload)
      this.#head = { sequence: event.sequence, hash: event.hash }
    }
  }

  /**
   * What follows from the log once all of it and the kept files are there: its end, the records, and the frozen data of each pack.
   * EXPORT_UNREADABLE where an entry is neither what its hash says nor what a later redaction made of it.
   */
  close(write: WriteHandle, file: string): void {
    const redactions = Redactions.of(write)
    for (const row of this.#unproven)
      if (!redactions.isPayload(row) || !redactions.areWords(row)) throw new Problem('EXPORT_UNREADABLE', { file })
    keepHead(write, this.#head)
    write.statement('PRAGMA defer_foreign_keys = ON').run()
    for (const noun of nouns) this.#writeRecords(write, noun)
    const elsewhere = packsLeftBehind(write)
    const packs = [...recordTables.pack.all(write)]
      .filter(({ id }) => !elsewhere.has(id))
      .sort((one, other) => one.auditSequence - other.auditSequence)
    // Kept first and written then: while the log is being read nothing can be written.
    const frozen = [...frozenContents(write, redactions, packs)]
    for (const [digest, content] of frozen)
      write.statement('INSERT OR IGNORE INTO snapshot (digest, content) VALUES (?, ?)').run(digest, content)
    if (isFromBundle(write)) leaveBehind(write)
  }

  #writeRecords(write: WriteHandle, noun: Noun): void {
    const table = recordTableOf(noun)
    for (const stored of this.replay.records(noun).values()) {
      const record = validated(noun, stored)
      table.insert(write, record)
      const key = table.searchText(record)
      if (key !== null) insertSearchEntry(write, noun, record.id, key)
    }
  }
}

function isProven({ hash, ...event }: AuditEvent, payload: string): boolean {
  return sha256(payload) === event.payloadDigest && eventHash(event) === hash
}

function* frozenContents(
  write: WriteHandle,
  redactions: Redactions,
  packs: readonly RecordOf<'pack'>[],
): Generator<[string, Uint8Array]> {
  for (const { pack, text } of frozenTexts(write, packs))
    if (redactions.isAsSealed('snapshot', pack.dataDigest, pack.dataDigest, text))
      yield [pack.dataDigest, deflateRawSync(text)]
}

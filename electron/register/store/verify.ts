/**
 * Verify: the chain is recomputed event by event, every row is compared with what the log says of it, and every snapshot
 * with its digest and with the log replayed up to its cut-off. A file rewritten whole, log and all, is consistent again
 * and is caught only against a digest kept elsewhere (a printed pack, minutes).
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { inflateRawSync } from 'node:zlib'
import { type Noun, nouns, type RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { eventHash, eventOf, type EventRow, genesisHash, readHead } from './audit-log.ts'
import { canonicalJson, sha256 } from './canonical.ts'
import { latestVersion } from './migrate.ts'
import type { ReadHandle } from './query.ts'
import { recordTableOf, recordTables } from './record-table.ts'
import type { Register } from './register-file.ts'
import { Replay } from './replay.ts'

export interface VerifyOptions {
  readonly signal?: AbortSignal
  /** Told now and then: events and rows checked of all there are. */
  readonly progress?: (done: number, total: number) => void
}

const batch = 2000

/** All findings, in the order of the log and then of the tables; empty where nothing was found. CANCELLED. */
export async function verifyRegister(register: Register, options: VerifyOptions = {}): Promise<Finding[]> {
  const { read } = register
  const findings: Finding[] = register.schemaDifferences.map((object) => ({
    code: 'SCHEMA_CHANGED',
    facts: { object },
  }))
  const count = (table: string) =>
    (read.prepare(`SELECT count(*) AS count FROM "${table}"`).get() as { count: number }).count
  const total = count('audit_event') + nouns.reduce((sum, noun) => sum + count(recordTableOf(noun).table), 0)
  let done = 0
  const turn = async () => {
    done += 1
    if (done % batch !== 0) return
    options.progress?.(done, total)
    await nextTurn()
    if (options.signal?.aborted) throw new Problem('CANCELLED')
  }
  findings.push(...integrityFindings(read))
  const lastEvent = await checkLog(read, findings, turn)
  for (const noun of nouns) await checkRows(read, noun, lastEvent, findings, turn)
  checkSearch(read, findings)
  checkSnapshots(read, findings)
  options.progress?.(total, total)
  return findings
}

function integrityFindings(read: ReadHandle): Finding[] {
  const rows = read.prepare('PRAGMA integrity_check(20)').all() as { integrity_check: string }[]
  const broken = read.prepare('PRAGMA foreign_key_check').all() as { table: string; rowid: number; parent: string }[]
  return [
    ...rows
      .filter((row) => row.integrity_check !== 'ok')
      .map((row): Finding => ({ code: 'FILE_INTEGRITY', facts: { detail: row.integrity_check } })),
    ...broken.map((row): Finding => ({ code: 'LINK_BROKEN', facts: { table: row.table, parent: row.parent } })),
  ]
}

interface LastEvent {
  readonly noun: string
  readonly sequence: number
}

/** The chain. Returns the last event of each record. */
async function checkLog(
  read: ReadHandle,
  findings: Finding[],
  turn: () => Promise<void>,
): Promise<Map<string, LastEvent>> {
  const last = new Map<string, LastEvent>()
  const positions = hashPositions(read)
  let expected = 1
  let previousHash = genesisHash
  for (const row of inBatches<EventRow>(
    read,
    'SELECT * FROM audit_event WHERE sequence > ? ORDER BY sequence LIMIT ?',
  )) {
    await turn()
    const facts = { sequence: row.sequence, noun: row.noun, record: row.record_id }
    if (row.sequence > expected)
      findings.push({ code: 'EVENT_REMOVED', facts: { sequence: expected, upTo: row.sequence - 1 } })
    const payloadIntact = row.payload !== null && sha256(row.payload) === row.payload_digest
    const hashIntact = eventHash(eventOf(row)) === row.hash
    const linkIntact = row.sequence !== expected || row.previous_hash === previousHash
    if (!payloadIntact || !hashIntact) {
      // Whole events put into each other's place keep their content but not their sequence, which the hash covers.
      const moved = payloadIntact && isMoved(row, positions)
      findings.push({ code: moved ? 'EVENT_REORDERED' : 'EVENT_EDITED', facts })
    } else if (!linkIntact) findings.push({ code: 'EVENT_INSERTED', facts })
    expected = row.sequence + 1
    previousHash = row.hash
    last.set(row.record_id, { noun: row.noun, sequence: row.sequence })
  }
  const head = readHead(read)
  if (head.sequence >= expected)
    findings.push({ code: 'TAIL_REMOVED', facts: { sequence: expected, upTo: head.sequence } })
  else if (head.sequence < expected - 1)
    findings.push({ code: 'EVENT_INSERTED', facts: { sequence: head.sequence + 1, noun: '', record: '' } })
  else if (head.hash !== previousHash)
    findings.push({ code: 'EVENT_EDITED', facts: { sequence: head.sequence, noun: '', record: '' } })
  return last
}

/** Which sequence each hash is linked from: the place that an event had when it was written. */
function hashPositions(read: ReadHandle): (hash: string) => number | null {
  return (hash) =>
    (
      read.prepare('SELECT sequence FROM audit_event WHERE hash = ? LIMIT 1').get(hash) as
        { sequence: number } | undefined
    )?.sequence ?? null
}

/** True where the event verifies at another place of the log: it was moved, not edited. */
function isMoved(row: EventRow, position: (hash: string) => number | null): boolean {
  const before = position(row.previous_hash)
  for (const sequence of [before === null ? null : before + 1, row.sequence - 1, row.sequence + 1])
    if (sequence !== null && eventHash({ ...eventOf(row), sequence }) === row.hash) return true
  // Moved far: its transaction began at or before it, so its own place is near that number.
  for (let sequence = row.transaction_sequence; sequence < row.transaction_sequence + 50; sequence += 1)
    if (eventHash({ ...eventOf(row), sequence }) === row.hash) return true
  return false
}

async function checkRows(
  read: ReadHandle,
  noun: Noun,
  last: ReadonlyMap<string, LastEvent>,
  findings: Finding[],
  turn: () => Promise<void>,
): Promise<void> {
  const table = recordTableOf(noun)
  const payloadOf = read.prepare('SELECT payload FROM audit_event WHERE sequence = ?')
  const seen = new Set<string>()
  try {
    for (const { record, stored } of table.allWithCells(read)) {
      const facts = { table: table.table, record: 'code' in record ? record.code : record.id }
      seen.add(record.id)
      const event = last.get(record.id)
      if (event?.noun !== noun) {
        findings.push({ code: 'ROW_ADDED', facts })
        continue
      }
      const { payload } = payloadOf.get(event.sequence) as { payload: string | null }
      const same = payload?.startsWith(`{"after":${canonicalJson(record)},"before":`) ?? false
      const derived = table.cells(record).every((cell, index) => cell === stored[index])
      if (!same || !derived) findings.push({ code: 'ROW_EDITED', facts })
    }
  } catch (error) {
    // JSON that is none: nothing that the program writes.
    if (!(error instanceof SyntaxError)) throw error
    findings.push({ code: 'ROW_EDITED', facts: { table: table.table, record: String(error) } })
  }
  for (const [id, event] of last) {
    if (event.noun !== noun) continue
    await turn()
    if (!seen.has(id)) findings.push({ code: 'ROW_REMOVED', facts: { table: table.table, record: id } })
  }
}

function checkSearch(read: ReadHandle, findings: Finding[]): void {
  const keys = new Map<string, string>()
  for (const row of read.prepare('SELECT record_id, "key" FROM search_entry').iterate() as IterableIterator<{
    record_id: string
    key: string
  }>)
    keys.set(row.record_id, row.key)
  for (const noun of nouns) {
    const table = recordTableOf(noun)
    for (const record of safely(table.all(read))) {
      const key = table.searchText(record)
      if (key === null) continue
      if (keys.get(record.id) !== key)
        findings.push({ code: 'SEARCH_EDITED', facts: { table: table.table, record: record.id } })
      keys.delete(record.id)
    }
  }
  for (const id of keys.keys()) findings.push({ code: 'SEARCH_EDITED', facts: { table: 'search_entry', record: id } })
}

/** Ends at a row that cannot be read; `checkRows` has named it. */
function* safely<Value>(values: IterableIterator<Value>): IterableIterator<Value> {
  try {
    yield* values
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
}

/** The bytes of a snapshot, kept as raw deflate of its canonical JSON. */
export function snapshotText(read: ReadHandle, digest: string): string | null {
  const row = read.prepare('SELECT content FROM snapshot WHERE digest = ?').get(digest) as
    { content: Uint8Array } | undefined
  return row === undefined ? null : inflateRawSync(row.content).toString('utf8')
}

function checkSnapshots(read: ReadHandle, findings: Finding[]): void {
  const packs = [...safely(recordTables.pack.all(read))].sort((one, other) => one.auditSequence - other.auditSequence)
  const digests = new Set(packs.map((pack) => pack.dataDigest))
  for (const pack of packs) {
    const facts = { pack: pack.code }
    const event = read.prepare('SELECT hash FROM audit_event WHERE sequence = ?').get(pack.auditSequence) as
      { hash: string } | undefined
    if (event?.hash !== pack.auditHead) findings.push({ code: 'PACK_NOT_IN_LOG', facts })
    try {
      const text = snapshotText(read, pack.dataDigest)
      if (text === null) findings.push({ code: 'SNAPSHOT_REMOVED', facts })
      else if (sha256(text) !== pack.dataDigest) findings.push({ code: 'SNAPSHOT_EDITED', facts })
    } catch {
      findings.push({ code: 'SNAPSHOT_EDITED', facts })
    }
  }
  for (const row of read.prepare('SELECT digest FROM snapshot').all() as { digest: string }[])
    if (!digests.has(row.digest)) findings.push({ code: 'ROW_ADDED', facts: { table: 'snapshot', record: row.digest } })
  checkAgainstLog(read, packs, findings)
}

/** Each snapshot must be what the log says of its moment: the log is folded once and looked at where a pack was cut. */
function checkAgainstLog(read: ReadHandle, packs: readonly RecordOf<'pack'>[], findings: Finding[]): void {
  const waiting = packs.filter((pack) => pack.schemaVersion === latestVersion)
  const lastSequence = waiting.at(-1)?.auditSequence ?? 0
  if (lastSequence === 0) return
  const replayed = new Replay()
  try {
    for (const row of read
      .prepare('SELECT sequence, noun, record_id, payload FROM audit_event WHERE sequence <= ? ORDER BY sequence')
      .iterate(lastSequence) as IterableIterator<Pick<EventRow, 'sequence' | 'noun' | 'record_id' | 'payload'>>) {
      replayed.apply(row.noun, row.record_id, row.payload)
      while (waiting[0]?.auditSequence === row.sequence) {
        const pack = waiting.shift()
        if (pack !== undefined && sha256(canonicalJson(replayed.state())) !== pack.dataDigest)
          findings.push({ code: 'SNAPSHOT_NOT_FROM_LOG', facts: { pack: pack.code } })
      }
    }
  } catch {
    // An event that cannot be read was named by checkLog; the snapshot then has nothing to be compared with.
    for (const pack of waiting) findings.push({ code: 'SNAPSHOT_NOT_FROM_LOG', facts: { pack: pack.code } })
    return
  }
  for (const pack of waiting) findings.push({ code: 'SNAPSHOT_NOT_FROM_LOG', facts: { pack: pack.code } })
}

/** Rows by ascending sequence, some at a time, so that no cursor stays open across a turn of the event loop. */
function* inBatches<RowType extends { sequence: number }>(read: ReadHandle, sql: string): Generator<RowType> {
  const statement = read.prepare(sql)
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const rows = statement.all(after, batch) as RowType[]
    yield* rows
    const lastRow = rows.at(-1)
    if (lastRow === undefined) return
    after = lastRow.sequence
  }
}

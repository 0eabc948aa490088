/**
 * The logs of other registers that were merged, event by event with their payloads, and what was decided of each record. Both
 * tables only grow. A kept log goes on from where this register knew the other one: from an earlier merge's kept log, from its
 * own log (copies of one register share their beginning), or from nothing.
 */
import type { MergeEntryKind } from '#shared/domain/merge/merge-run.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { eventHashAt, type EventRow, genesisHash, readHead } from './audit-log.ts'
import { sha256 } from './canonical.ts'
import { mergesLeftBehind } from './left-behind.ts'
import type { ReadHandle, WriteHandle } from './query.ts'
import { recordTables } from './record-table.ts'
import { Redactions } from './redactions.ts'

/** What was decided of a record of the other register. */
export interface MergeEntry {
  readonly kind: MergeEntryKind
  readonly noun: string
  readonly theirId: string
  readonly theirCode: string | null
  readonly ourId: string | null
  readonly detail: Readonly<Record<string, unknown>> | null
}

interface EntryRow {
  readonly kind: string
  readonly noun: string
  readonly their_id: string
  readonly their_code: string | null
  readonly our_id: string | null
  readonly detail: string | null
}

const entryColumns = 'kind, noun, their_id, their_code, our_id, detail'

/** The digest over all entries of a run, in their order. */
export function entriesDigest(entries: readonly MergeEntry[]): string {
  return digestOfRows(entries.map(rowOf))
}

function rowOf({ kind, noun, theirId, theirCode, ourId, detail }: MergeEntry): EntryRow {
  const text = detail === null ? null : JSON.stringify(detail)
  return { kind, noun, their_id: theirId, their_code: theirCode, our_id: ourId, detail: text }
}

function digestOfRows(rows: readonly EntryRow[]): string {
  const line = (row: EntryRow) =>
    JSON.stringify([row.kind, row.noun, row.their_id, row.their_code, row.our_id, row.detail])
  return sha256(rows.map(line).join('\n'))
}

export function keepEntries(write: WriteHandle, runId: string, entries: readonly MergeEntry[]): void {
  const insert = write.statement(
    `INSERT INTO merge_entry (run_id, position, ${entryColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const [index, entry] of entries.entries()) {
    const row = rowOf(entry)
    insert.run(runId, index + 1, row.kind, row.noun, row.their_id, row.their_code, row.our_id, row.detail)
  }
}

export function entriesOf(read: ReadHandle, runId: string): MergeEntry[] {
  return (entryRows(read, runId) as EntryRow[]).map(entryOf)
}

/** The same over what the table holds now. */
export function digestOfEntries(read: ReadHandle, runId: string): string {
  return digestOfRows(entryRows(read, runId) as EntryRow[])
}

function entryRows(read: ReadHandle, runId: string): unknown[] {
  return read.prepare(`SELECT ${entryColumns} FROM merge_entry WHERE run_id = ? ORDER BY position`).all(runId)
}

function entryOf(row: EntryRow): MergeEntry {
  return {
    kind: row.kind as MergeEntryKind,
    noun: row.noun,
    theirId: row.their_id,
    theirCode: row.their_code,
    ourId: row.our_id,
    detail: row.detail === null ? null : (JSON.parse(row.detail) as Record<string, unknown>),
  }
}

/** Copies the events of another register after a sequence. */
export function keepEvents(write: WriteHandle, runId: string, other: ReadHandle, after: number): void {
  const columns =
    'sequence, transaction_sequence, at, account, machine, person_id, operation, noun, record_id, reason, payload, payload_digest, previous_hash, hash, reverses'
  const insert = write.statement(
    `INSERT INTO merge_event (run_id, ${columns}) VALUES (?${', ?'.repeat(columns.split(',').length)})`,
  )
  const rows = other.prepare(`SELECT ${columns} FROM audit_event WHERE sequence > ? ORDER BY sequence`).raw()
  for (const row of rows.iterate(after) as IterableIterator<unknown[]>) insert.run(runId, ...row)
}

/** All runs of merge, in the order in which they were made. */
export function mergeRuns(read: ReadHandle): readonly RecordOf<'mergeRun'>[] {
  return [...recordTables.mergeRun.all(read)].sort((one, other) => (one.id < other.id ? -1 : 1))
}

export interface KnownUpTo {
  readonly sequence: number
  /** The run whose kept log holds it; null: the register's own log, or nothing. */
  readonly runId: string | null
  /** How far the register's own log is the other one's too. */
  readonly shared: number
}

/** How much of another register's log this register knows: the longest beginning that one of its logs has in common. */
export function knownOf(read: ReadHandle, other: ReadHandle): KnownUpTo {
  const end = readHead(other).sequence
  const shared = longestShared(0, Math.min(end, readHead(read).sequence), (sequence) => {
    return eventHashAt(read, sequence) === eventHashAt(other, sequence)
  })
  let known: KnownUpTo = { sequence: shared, runId: null, shared }
  const kept = read.prepare('SELECT hash FROM merge_event WHERE run_id = ? AND sequence = ?').pluck()
  for (const run of mergeRuns(read)) {
    const sequence = longestShared(run.baseSequence, Math.min(end, run.headSequence), (at) => {
      return (kept.get(run.id, at) as string | undefined) === eventHashAt(other, at)
    })
    // The newest run of two that know as much: its kept log is the one that goes on.
    if (sequence > run.baseSequence && sequence >= known.sequence) known = { sequence, runId: run.id, shared }
  }
  return known
}

/** A chain that is the same at one event is the same before it: halved until it is found. */
function longestShared(from: number, to: number, isShared: (sequence: number) => boolean): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (isShared(middle)) low = middle
    else high = middle - 1
  }
  return low
}

/** Where a record came from: the run that brought it, and the code that it had there. */
export interface Origin {
  readonly runId: string
  readonly theirId: string
  readonly theirCode: string | null
}

export function originOf(read: ReadHandle, recordId: string): Origin | null {
  const row = read
    .prepare(
      "SELECT run_id, their_id, their_code FROM merge_entry WHERE our_id = ? AND kind = 'added' ORDER BY run_id LIMIT 1",
    )
    .get(recordId) as { run_id: string; their_id: string; their_code: string | null } | undefined
  return row === undefined ? null : { runId: row.run_id, theirId: row.their_id, theirCode: row.their_code }
}

/** The id that a record has, or had, in another register; all of them where there are several. */
export function theirIdsOf(read: ReadHandle, recordId: string): readonly { runId: string; theirId: string }[] {
  return read
    .prepare(
      "SELECT DISTINCT run_id AS runId, their_id AS theirId FROM merge_entry WHERE our_id = ? AND kind IN ('added', 'changed', 'same') ORDER BY run_id",
    )
    .all(recordId) as { runId: string; theirId: string }[]
}

/** The kept logs, each by its own chain up to the end that its run has noted; and what was decided, by its digest. */
export async function checkKeptLogs(
  read: ReadHandle,
  redactions: Redactions,
  findings: Finding[],
  turn: () => Promise<void>,
): Promise<void> {
  const runs = mergeRuns(read)
  const elsewhere = mergesLeftBehind(read)
  for (const run of runs) {
    if (elsewhere.has(run.id)) continue
    const broken = await brokenAt(read, run, redactions, turn)
    if (broken !== null) findings.push({ code: 'KEPT_LOG_BROKEN', facts: { run: run.id, sequence: broken } })
    if (!areDecisions(read, redactions, run)) findings.push({ code: 'MERGE_DECISIONS_EDITED', facts: { run: run.id } })
  }
  const known = new Set(runs.map(({ id }) => id))
  for (const table of ['merge_event', 'merge_entry'])
    for (const { runId } of read.prepare(`SELECT DISTINCT run_id AS runId FROM ${table}`).all() as { runId: string }[])
      if (!known.has(runId)) findings.push({ code: 'ROW_ADDED', facts: { table, record: runId } })
}

function areDecisions(read: ReadHandle, redactions: Redactions, run: RecordOf<'mergeRun'>): boolean {
  const rows = entryRows(read, run.id) as EntryRow[]
  return (
    digestOfRows(rows) === redactions.expected('decisions', run.id, run.entriesDigest) &&
    redactions.isBorneBy(
      'decisions',
      run.id,
      rows.map(({ detail }) => detail),
    )
  )
}

/** The first event that is not what the chain says, null where all are. */
async function brokenAt(
  read: ReadHandle,
  run: RecordOf<'mergeRun'>,
  redactions: Redactions,
  turn: () => Promise<void>,
): Promise<number | null> {
  // What was replaced in the register that it came from, before it came, and what was replaced here since.
  const replaced = Redactions.ofRun(read, run.id, redactions)
  let previousHash = run.baseSequence === 0 ? genesisHash : hashBefore(read, run)
  let expected = run.baseSequence + 1
  const rows = read.prepare('SELECT * FROM merge_event WHERE run_id = ? AND sequence = ?')
  const numbers = read.prepare('SELECT sequence FROM merge_event WHERE run_id = ? ORDER BY sequence').pluck()
  for (const sequence of numbers.all(run.id) as number[]) {
    await turn()
    const row = rows.get(run.id, sequence) as EventRow
    const isWhole =
      sequence === expected && row.previous_hash === previousHash && replaced.isPayload(row) && replaced.areWords(row)
    if (!isWhole) return expected
    previousHash = row.hash
    expected += 1
  }
  if (expected - 1 !== run.headSequence || previousHash !== run.headHash) return expected
  return null
}

/** The hash from which a kept log goes on. */
function hashBefore(read: ReadHandle, run: RecordOf<'mergeRun'>): string | null {
  if (run.baseRunId === null) return eventHashAt(read, run.baseSequence)
  const hash = read
    .prepare('SELECT hash FROM merge_event WHERE run_id = ? AND sequence = ?')
    .pluck()
    .get(run.baseRunId, run.baseSequence) as string | undefined
  return hash ?? null
}

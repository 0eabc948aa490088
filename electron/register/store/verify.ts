/**
 * Verify: the chain is recomputed event by event, every row is compared with what the log says of it, and every snapshot
 * with its digest and with the log replayed up to its cut-off. A file rewritten whole, log and all, is consistent again
 * and is caught only against a digest kept elsewhere (a printed pack, minutes).
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { inflateRawSync } from 'node:zlib'
import { type Noun, nouns, type RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { writtenForms } from '#shared/domain/register-state.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { canonicalJson } from './canonical.ts'
import { checkLog, type LastEvent } from './chain.ts'
import { checkKeptLogs } from './kept-log.ts'
import { filesLeftBehind, packsLeftBehind } from './left-behind.ts'
import { migrationSteps } from './migrate.ts'
import type { ReadHandle } from './query.ts'
import { Redactions } from './redactions.ts'
import { type RecordTable, recordTableOf, recordTables, type StoredRow } from './record-table.ts'
import type { Register } from './register-file.ts'
import { frozenTexts } from './replay.ts'
import { isIndexOfEntries } from './search.ts'
import { digestOf, keptContent } from './stored-file.ts'

export interface VerifyOptions {
  readonly signal?: AbortSignal
  /** Told now and then: events and rows checked of all there are. */
  readonly progress?: (done: number, total: number) => void
}

const batch = 2000

/** How often a register is looked at again that was written to while it was looked at. */
const mostAttempts = 5

/**
 * All findings, in the order of the log and then of the tables; empty where nothing was found. CANCELLED; HELD_BY_ANOTHER
 * where somebody writes faster than it can be read.
 */
export async function verifyRegister(register: Register, options: VerifyOptions = {}): Promise<Finding[]> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const before = register.head()
    const findings = await allFindings(register, options)
    const after = register.head()
    // What was written meanwhile looks like a difference between log and rows: such findings are none.
    if (findings.length === 0 || (before.sequence === after.sequence && before.hash === after.hash)) return findings
  }
  throw new Problem('HELD_BY_ANOTHER', { file: register.file, account: null, machine: null, since: null })
}

async function allFindings(register: Register, options: VerifyOptions): Promise<Finding[]> {
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
  const redactions = Redactions.of(read)
  const log = await checkLog(read, redactions, turn)
  findings.push(...log.findings)
  checkHeadRows(read, findings)
  for (const noun of nouns) await checkRows(read, noun, log.last, findings, turn)
  checkSearch(read, findings)
  checkSnapshots(read, redactions, findings)
  await checkStoredFiles(read, findings, turn)
  await checkKeptLogs(read, redactions, findings, turn)
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

/** The mark of the log's end is one row; nothing else belongs beside it. */
function checkHeadRows(read: ReadHandle, findings: Finding[]): void {
  for (const { id } of read.prepare('SELECT id FROM audit_head WHERE id <> 1').all() as { id: number }[])
    findings.push({ code: 'ROW_ADDED', facts: { table: 'audit_head', record: String(id) } })
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
  for (const row of table.allStored(read)) {
    await turn()
    const facts = { table: table.table, record: row.label === '' ? row.id : row.label }
    seen.add(row.id)
    const event = last.get(row.id)
    if (event?.noun !== noun) {
      findings.push({ code: 'ROW_ADDED', facts })
      continue
    }
    // An event under a number beyond all numbers is found by `checkLog`, and not here.
    const logged = payloadOf.get(event.sequence) as { payload: string | null } | undefined
    if (!isAsLogged(table, row, logged?.payload ?? null)) findings.push({ code: 'ROW_EDITED', facts })
  }
  for (const [id, event] of last)
    if (event.noun === noun && !seen.has(id))
      findings.push({ code: 'ROW_REMOVED', facts: { table: table.table, record: id } })
}

/** Is the row, with what is derived in it, just what its last event says? */
function isAsLogged(table: RecordTable<Noun>, row: StoredRow<Noun>, payload: string | null): boolean {
  const record = recordOf(row)
  if (record === null || payload === null) return false
  if (!isWritten(table.noun, record, payload)) return false
  return table.cells(record).every((cell, index) => cell === row.cells[index])
}

function isWritten(noun: Noun, record: RecordOf<Noun>, payload: string): boolean {
  for (const form of writtenForms(noun, record)) {
    const text = canonicalOrNull(form)
    if (text !== null && payload.startsWith(`{"after":${text},"before":`)) return true
  }
  return false
}

/** The record of a row, or null where the row holds what the program never writes. */
function recordOf<N extends Noun>(row: StoredRow<N>): RecordOf<N> | null {
  try {
    return row.record()
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

/** Null where a value has no canonical text: a number beyond all numbers, half a character. */
function canonicalOrNull(value: unknown): string | null {
  try {
    return canonicalJson(value)
  } catch {
    return null
  }
}

function checkSearch(read: ReadHandle, findings: Finding[]): void {
  const entries = new Map<string, { readonly noun: string; readonly key: string }>()
  for (const row of read.prepare('SELECT record_id, noun, "key" FROM search_entry').iterate() as IterableIterator<{
    record_id: string
    noun: string
    key: string
  }>)
    entries.set(row.record_id, row)
  const edited = (noun: string, record: string) => {
    const table = isNoun(noun) ? recordTableOf(noun).table : 'search_entry'
    findings.push({ code: 'SEARCH_EDITED', facts: { table, record } })
  }
  for (const noun of nouns) {
    const table = recordTableOf(noun)
    for (const row of table.allStored(read)) {
      const record = recordOf(row)
      // Named by `checkRows`.
      if (record === null) entries.delete(row.id)
      const key = record === null ? null : table.searchText(record)
      if (key === null) continue
      const entry = entries.get(row.id)
      if (entry?.key !== key || entry.noun !== noun) edited(noun, row.label)
      entries.delete(row.id)
    }
  }
  for (const [id, entry] of entries) edited(entry.noun, id)
  // Entries that were edited do not match the index either: then that says nothing more.
  const known = findings.some((finding) => finding.code === 'SEARCH_EDITED')
  if (!known && !isIndexOfEntries(read))
    findings.push({ code: 'SEARCH_EDITED', facts: { table: 'search_index', record: '' } })
}

function isNoun(name: string): name is Noun {
  return (nouns as readonly string[]).includes(name)
}

/** The bytes of a snapshot, kept as raw deflate of its canonical JSON. */
export function snapshotText(read: ReadHandle, digest: string): string | null {
  const row = read.prepare('SELECT content FROM snapshot WHERE digest = ?').get(digest) as
    { content: Uint8Array } | undefined
  return row === undefined ? null : inflateRawSync(row.content).toString('utf8')
}

function checkSnapshots(read: ReadHandle, redactions: Redactions, findings: Finding[]): void {
  const leftBehind = packsLeftBehind(read)
  const all = [...recordTables.pack.allStored(read)].map(recordOf).filter((pack) => pack !== null)
  const packs = all
    .filter((pack) => !leftBehind.has(pack.id))
    .sort((one, other) => one.auditSequence - other.auditSequence)
  const digests = new Set(all.map((pack) => pack.dataDigest))
  for (const pack of packs) {
    const facts = { pack: pack.code }
    const event = read.prepare('SELECT hash FROM audit_event WHERE sequence = ?').get(pack.auditSequence) as
      { hash: string } | undefined
    if (event?.hash !== pack.auditHead) findings.push({ code: 'PACK_NOT_IN_LOG', facts })
    try {
      const text = snapshotText(read, pack.dataDigest)
      if (text === null) findings.push({ code: 'SNAPSHOT_REMOVED', facts })
      else if (!isFrozen(redactions, pack, text)) findings.push({ code: 'SNAPSHOT_EDITED', facts })
    } catch {
      findings.push({ code: 'SNAPSHOT_EDITED', facts })
    }
  }
  for (const row of read.prepare('SELECT digest FROM snapshot').all() as { digest: string }[])
    if (!digests.has(row.digest)) findings.push({ code: 'ROW_ADDED', facts: { table: 'snapshot', record: row.digest } })
  checkAgainstLog(read, redactions, packs, findings)
}

/** Frozen data have the digest under which they were locked, unless a name was taken out of them since. */
function isFrozen(redactions: Redactions, { dataDigest }: Pick<RecordOf<'pack'>, 'dataDigest'>, text: string): boolean {
  return redactions.isAsSealed('snapshot', dataDigest, dataDigest, text)
}

/** Each kept file must be what its digest says, and be there for as long as the log names it; nothing else is kept. */
async function checkStoredFiles(read: ReadHandle, findings: Finding[], turn: () => Promise<void>): Promise<void> {
  const leftBehind = filesLeftBehind(read)
  const named = new Map<string, string>()
  const events = read
    .prepare("SELECT payload FROM audit_event WHERE noun = 'evidence' AND payload IS NOT NULL ORDER BY sequence")
    .all() as { payload: string }[]
  for (const { payload } of events) {
    const record = evidenceIn(payload)
    if (record !== null) named.set(record.sha256, record.code)
  }
  const rows = read.prepare('SELECT sha256 FROM stored_file ORDER BY sha256').all() as { sha256: string }[]
  for (const { sha256: digest } of rows) {
    await turn()
    const record = named.get(digest)
    if (record === undefined) findings.push({ code: 'ROW_ADDED', facts: { table: 'stored_file', record: digest } })
    else if (leftBehind.has(digest)) continue
    else if (digestOf(keptContent(read, digest) ?? new Uint8Array()) !== digest)
      findings.push({ code: 'STORED_FILE_EDITED', facts: { record } })
  }
  const kept = new Set(rows.map((row) => row.sha256))
  for (const [digest, record] of named)
    if (!kept.has(digest)) findings.push({ code: 'STORED_FILE_REMOVED', facts: { record } })
}

/** The file that an event names. An event that cannot be read was named by `checkLog`. */
function evidenceIn(payload: string): { readonly sha256: string; readonly code: string } | null {
  try {
    const { after } = JSON.parse(payload) as { after?: { fileSha256?: unknown; code?: unknown } | null }
    return typeof after?.fileSha256 === 'string' ? { sha256: after.fileSha256, code: String(after.code) } : null
  } catch {
    return null
  }
}

/** Each snapshot must be what the log says of its moment: the log is folded once and looked at where a pack was cut. */
function checkAgainstLog(
  read: ReadHandle,
  redactions: Redactions,
  packs: readonly RecordOf<'pack'>[],
  findings: Finding[],
): void {
  const known = new Set(migrationSteps.map((step) => step.version))
  const waiting = packs.filter((pack) => known.has(pack.schemaVersion))
  if ((waiting.at(-1)?.auditSequence ?? 0) === 0) return
  try {
    for (const { pack, text } of frozenTexts(read, waiting)) {
      waiting.splice(waiting.indexOf(pack), 1)
      if (!isFrozen(redactions, pack, text))
        findings.push({ code: 'SNAPSHOT_NOT_FROM_LOG', facts: { pack: pack.code } })
    }
  } catch {
    // An event that cannot be read was named by checkLog; the snapshot then has nothing to be compared with.
    for (const pack of waiting) findings.push({ code: 'SNAPSHOT_NOT_FROM_LOG', facts: { pack: pack.code } })
    return
  }
  for (const pack of waiting) findings.push({ code: 'SNAPSHOT_NOT_FROM_LOG', facts: { pack: pack.code } })
}

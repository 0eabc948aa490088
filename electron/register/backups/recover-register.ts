/**
 * A new register from what can be read of a damaged one. Its log is the damaged one's as far as that hangs together; what is known
 * beside it (later entries that prove themselves, rows that are newer) comes in as one change that says so. The damaged file is
 * only read, and the new one is whole or not there.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { basename } from 'node:path'
import type { Recovery } from '#shared/contract/backup.ts'
import { completeRecord } from '#shared/domain/register-state.ts'
import { type Noun, nouns, type RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { translate } from '#shared/locales/translate.ts'
import type { StagedWork } from '../long-work.ts'
import { withCodes } from '../record-codes.ts'
import { type EventRow, genesisHash } from '../store/audit-log.ts'
import { canonicalJson } from '../store/canonical.ts'
import type { Change } from '../store/change.ts'
import { recoverOperation } from '../store/decided.ts'
import type { WriteHandle } from '../store/query.ts'
import { recordTableOf } from '../store/record-table.ts'
import { createRegisterSlowly, type Register, type Surroundings } from '../store/register-file.ts'
import { keptTables, type Salvaged, salvageFile } from '../store/salvage-file.ts'
import { isRefusal } from '../store/sqlite-problems.ts'
import { keepFile } from '../store/stored-file.ts'
import { TakenLog } from '../store/take-log.ts'
import { verifyRegister } from '../store/verify.ts'

export type { Recovery }

type AnyRecord = RecordOf<Noun>

/** Said of a state that can be proven only by an unbroken log, or by what lies beside it: these stay away beyond a gap. */
const onlyByLog: readonly Noun[] = ['pack', 'mergeRun', 'packSignOff', 'redaction']

/** What `assertPlaceFree` says of `out`; NOTHING_RECOVERED; CANCELLED. */
export async function recoverRegister(
  file: string,
  out: string,
  surroundings: Surroundings,
  work: StagedWork,
): Promise<Recovery> {
  work.progress({ stage: 'reading', done: 0, total: 0 })
  await nextTurn()
  const salvaged = salvageFile(file)
  const reports: Recovery[] = []
  await createRegisterSlowly(out, {
    surroundings,
    fill: async (register) => {
      work.progress({ stage: 'writing', done: 0, total: 0 })
      await nextTurn()
      if (work.signal.aborted) throw new Problem('CANCELLED')
      const { chained, log } = takeChain(register, salvaged)
      const latest = latestOf(salvaged, chained, log)
      const taken = takeRest(register, basename(file), salvaged, chained, latest, log)
      const findings = await verifyRegister(register, {
        signal: work.signal,
        progress: (done, total) => {
          work.progress({ stage: 'verify', done, total })
        },
      })
      reports.push(reportOf(salvaged, chained, latest, taken, withCodes(register.read, findings)))
    },
  })
  const [report] = reports
  if (report === undefined) throw new Error('the report is made where the register is filled')
  return report
}

interface TakenChain {
  readonly chained: readonly EventRow[]
  readonly log: TakenLog
}

/**
 * The log as far as it hangs together. Where the end of its last transaction is lost without a trace, only the records can tell: what
 * names a record that was to come is not taken, and the log ends with the transaction before.
 */
function takeChain(register: Register, salvaged: Salvaged): TakenChain {
  const chained = chainIn(salvaged.events)
  try {
    return { chained, log: takeLog(register, salvaged, chained) }
  } catch (error) {
    if (!isRefusal(error) || chained.length === 0) throw error
    const before = withoutLastTransaction(chained)
    return { chained: before, log: takeLog(register, salvaged, before) }
  }
}

/** The entries from the first one on that hang together, without those of a transaction that is known to have gone on. */
function chainIn(events: ReadonlyMap<number, EventRow>): readonly EventRow[] {
  const chained: EventRow[] = []
  let hash = genesisHash
  for (;;) {
    const next = events.get(chained.length + 1)
    if (next?.previous_hash !== hash) break
    chained.push(next)
    hash = next.hash
  }
  const last = chained.at(-1)?.transaction_sequence
  const isCutOff = [...events.values()].some(
    (each) => each.sequence > chained.length && each.transaction_sequence === last,
  )
  return isCutOff ? withoutLastTransaction(chained) : chained
}

function withoutLastTransaction(chained: readonly EventRow[]): readonly EventRow[] {
  const last = chained.at(-1)?.transaction_sequence
  return chained.filter((each) => each.transaction_sequence !== last)
}

function takeLog(register: Register, { files, kept }: Salvaged, chained: readonly EventRow[]): TakenLog {
  const log = new TakenLog()
  register.changeUnlogged((write) => {
    log.take(write, chained, basename(register.file))
    for (const { noun, payload } of chained)
      if (noun === 'evidence') for (const digest of digestsIn(payload)) keepOrHold(write, digest, files)
    for (const table of keptTables)
      for (const row of kept.get(table) ?? []) {
        const columns = Object.keys(row)
        write
          .statement(
            `INSERT OR IGNORE INTO ${table} (${columns.map((each) => `"${each}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
          )
          .run(...Object.values(row))
      }
    if (chained.length > 0) log.close(write, basename(register.file))
  })
  return log
}

/** A file that was lost keeps its place: whoever still has it can attach it again, and `verify` names it until then. */
function keepOrHold(write: WriteHandle, digest: string, files: Salvaged['files']): void {
  const content = files.get(digest)
  if (content !== undefined) keepFile(write, content)
  else write.statement('INSERT OR IGNORE INTO stored_file (sha256, content) VALUES (?, zeroblob(0))').run(digest)
}

function digestsIn(payload: string | null): string[] {
  const { after } = JSON.parse(payload ?? '{}') as { after?: { fileSha256?: unknown } | null }
  return typeof after?.fileSha256 === 'string' ? [after.fileSha256] : []
}

interface Known {
  readonly noun: Noun
  readonly record: AnyRecord
}

/** The newest state that anything says of each record beyond what the log of the new register says. */
function latestOf({ events, rows }: Salvaged, chained: readonly EventRow[], log: TakenLog): ReadonlyMap<string, Known> {
  const latest = new Map<string, Known>()
  const offer = (noun: Noun, record: AnyRecord) => {
    const stored = log.replay.records(noun).get(record.id) ?? latest.get(record.id)?.record
    if (stored === undefined || record.version > stored.version) latest.set(record.id, { noun, record })
  }
  for (const event of [...events.values()].sort((one, other) => one.sequence - other.sequence)) {
    if (event.sequence <= chained.length || !isNoun(event.noun)) continue
    const { after } = JSON.parse(event.payload ?? '{}') as { after?: AnyRecord | null }
    if (after != null) offer(event.noun, completeRecord(event.noun, after))
  }
  for (const [noun, records] of rows) for (const record of records) offer(noun, record)
  return latest
}

function isNoun(name: string): name is Noun {
  return (nouns as readonly string[]).includes(name)
}

/** Thrown to take an attempt back. */
class Again extends Error {}

/** The records that came in, by id. What names a record that was lost is left out too, once its own field cannot be emptied. */
function takeRest(
  register: Register,
  file: string,
  salvaged: Salvaged,
  chained: readonly EventRow[],
  latest: ReadonlyMap<string, Known>,
  log: TakenLog,
): ReadonlySet<string> {
  const wanted = new Map([...latest].filter(([, { noun }]) => !onlyByLog.includes(noun)))
  const organisation =
    [...log.replay.records('organisation').values()][0] ??
    ([...wanted.values()].find(({ noun }) => noun === 'organisation')?.record as RecordOf<'organisation'> | undefined)
  if (organisation === undefined) throw new Problem('NOTHING_RECOVERED', { file })
  const gone = new Set<string>()
  const reason = translate(organisation.language)('recovery.reason', {
    file,
    register: organisation.registerId,
    chained: chained.length,
    apart: salvaged.events.size - chained.length,
  })
  for (;;) {
    const taken = new Set<string>()
    const before = gone.size
    try {
      register.change({ operation: recoverOperation, reason }, (change) => {
        change.read.statement('PRAGMA defer_foreign_keys = ON').run()
        for (const [id, { noun, record }] of wanted)
          if (!gone.has(id) && put(change, noun, whole(noun, record, log, wanted, gone), salvaged.files)) taken.add(id)
          else gone.add(id)
        // Those that came before may link to it.
        if (gone.size > before) throw new Again()
        const [stored] = recordTableOf('organisation').all(change.read) as IterableIterator<RecordOf<'organisation'>>
        if (stored === undefined) throw new Problem('NOTHING_RECOVERED', { file })
        change.update('organisation', stored, {
          registerId: change.newId(),
          originRegisterId: organisation.originRegisterId,
          parentRegisterId: organisation.registerId,
        })
        const broken = brokenIn(change, wanted)
        if (broken.length === 0) return
        for (const id of broken) gone.add(id)
        throw new Again()
      })
      return taken
    } catch (error) {
      if (!(error instanceof Again || (error instanceof Error && error.cause instanceof Again))) throw error
    }
  }
}

/** Links to records that are nowhere are left away: what is linked is lost, what links need not be. */
function whole(
  noun: Noun,
  record: AnyRecord,
  log: TakenLog,
  wanted: ReadonlyMap<string, Known>,
  gone: ReadonlySet<string>,
): AnyRecord {
  const isThere = (id: string) =>
    (wanted.has(id) && !gone.has(id)) || nouns.some((each) => log.replay.records(each).has(id))
  const fields: Record<string, unknown> = { ...record }
  for (const { field } of recordTableOf(noun).links) fields[field] = (fields[field] as string[]).filter(isThere)
  return fields as unknown as AnyRecord
}

/** False where the register does not take it: a field that no longer fits, a code that another record has. A disk's refusal is none. */
function put(change: Change, noun: Noun, record: AnyRecord, files: Salvaged['files']): boolean {
  try {
    const digest = (record as { readonly fileSha256?: unknown }).fileSha256
    if (noun === 'evidence' && typeof digest === 'string') keepOrHold(change.read, digest, files)
    const stored = recordTableOf(noun).get(change.read, record.id)
    if (stored === undefined) change.insert(noun, record)
    else if (canonicalJson({ ...stored, version: 1 }) !== canonicalJson({ ...record, version: 1 }))
      change.update(noun, stored, record)
    return true
  } catch (error) {
    if (!isRefusal(error)) throw error
    return false
  }
}

/** Records of this change that name what is not there. */
function brokenIn(change: Change, wanted: ReadonlyMap<string, Known>): readonly string[] {
  const rows = change.read.prepare('PRAGMA foreign_key_check').all() as { table: string; rowid: number | null }[]
  const ids = rows.flatMap(({ table, rowid }) =>
    rowid === null
      ? []
      : [change.read.prepare(`SELECT id FROM "${table}" WHERE rowid = ?`).pluck().get(rowid) as string],
  )
  return ids.filter((id) => wanted.has(id))
}

function reportOf(
  { events, rows, files }: Salvaged,
  chained: readonly EventRow[],
  latest: ReadonlyMap<string, Known>,
  taken: ReadonlySet<string>,
  findings: readonly Finding[],
): Recovery {
  const last = Math.max(0, ...events.keys())
  const byLog = new Map<Noun, Set<string>>()
  for (const { noun, record_id: id } of events.values())
    if (isNoun(noun)) byLog.set(noun, (byLog.get(noun) ?? new Set<string>()).add(id))
  const inLog = new Set(chained.map(({ record_id: id }) => id))
  const named = new Set(
    [...events.values()].flatMap(({ noun, payload }) => (noun === 'evidence' ? digestsIn(payload) : [])),
  )
  return {
    events: { chained: chained.length, apart: events.size - chained.length, lost: last - events.size },
    nouns: nouns.flatMap((noun) => {
      const logged = byLog.get(noun) ?? new Set<string>()
      const stored = new Set((rows.get(noun) ?? []).map(({ id }) => id))
      const known = new Set([...logged, ...stored])
      if (known.size === 0) return []
      const came = [...known].filter((id) => inLog.has(id) || taken.has(id) || !latest.has(id)).length
      return [{ noun, known: known.size, byLog: logged.size, byRows: stored.size, taken: came }]
    }),
    files: {
      read: [...named].filter((digest) => files.has(digest)).length,
      lost: [...named].filter((digest) => !files.has(digest)).length,
    },
    findings,
  }
}

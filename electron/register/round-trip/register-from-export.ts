/**
 * A register made from what Daicho wrote. From an export it is the same register again: its log entry by entry, the records that
 * follow from it, packs and kept files. From the bundle of a pack, which holds no log, it is the frozen data in one change. Either
 * way the last entry says where it came from, the register has an id of its own, and it is verified before it bears its name.
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { nouns } from '#shared/domain/nouns.ts'
import { recordsOf } from '#shared/domain/compare/record-changes.ts'
import { Problem } from '#shared/domain/problem.ts'
import { translate } from '#shared/locales/translate.ts'
import { logName, snapshotName, viewsName } from '../export/manifest.ts'
import { withCodes } from '../record-codes.ts'
import { keepViews, keptViewSchema } from '../saved-views.ts'
import type { EventRow } from '../store/audit-log.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import { fromBundleOperation, fromExportOperation } from '../store/decided.ts'
import { leaveBehind } from '../store/left-behind.ts'
import { createRegisterSlowly, type Register, type Surroundings } from '../store/register-file.ts'
import { keepFile } from '../store/stored-file.ts'
import { TakenLog } from '../store/take-log.ts'
import { verifyRegister } from '../store/verify.ts'
import { eventInLine } from './log-file.ts'
import { mergeFiles } from './merge-files.ts'
import { type ReadExport, readExport, textOf } from './read-export.ts'

/** As they are told, in their order. */
export type TripStage = 'checking' | 'reading' | 'writing' | 'verify'

export interface TripWork {
  readonly signal?: AbortSignal
  readonly progress?: (report: { readonly stage: TripStage; readonly done: number; readonly total: number }) => void
}

/**
 * Makes `file` from the folder `dir`, whole or not at all. What `readExport` refuses; EXPORT_INTO_REGISTER and what else is said of the place; INVALID
 * where a record is none that the register takes; VERIFY_FAILED where the result does not hold; CANCELLED.
 */
export async function registerFromExport(
  dir: string,
  file: string,
  surroundings: Surroundings,
  work: TripWork = {},
): Promise<ReadExport> {
  const signal = work.signal === undefined ? {} : { signal: work.signal }
  const at = (stage: TripStage) => (done: number, total: number) => work.progress?.({ stage, done, total })
  // An export is a whole register and becomes one: it is not poured into another.
  if (existsSync(file)) throw new Problem('EXPORT_INTO_REGISTER', { file })
  const read = await readExport(dir, { ...signal, progress: at('checking') })
  await createRegisterSlowly(file, {
    surroundings,
    fill: async (register) => {
      if (read.hasLog) await takeLog(register, read, work)
      else takeState(register, read)
      at('writing')(1, 1)
      await pause(work)
      const findings = withCodes(register.read, await verifyRegister(register, { ...signal, progress: at('verify') }))
      await pause(work)
      const [first] = findings
      if (first !== undefined)
        throw new Problem('EXPORT_CHANGED', { folder: basename(read.folder), first: first.code, ...first.facts })
    },
  })
  return read
}

/** A macrotask, in which progress leaves and a cancel arrives. */
async function pause({ signal }: TripWork): Promise<void> {
  await nextTurn()
  if (signal?.aborted) throw new Problem('CANCELLED')
}

const batch = 500

/** The log as it was, what follows from it, and an entry of our own. */
async function takeLog(register: Register, read: ReadExport, work: TripWork): Promise<void> {
  const { folder, manifest, state } = read
  const log = new TakenLog()
  let waiting: EventRow[] = []
  const flush = async () => {
    const rows = waiting
    waiting = []
    register.changeUnlogged((write) => {
      log.take(write, rows, logName)
    })
    work.progress?.({ stage: 'reading', done: log.head.sequence, total: manifest.auditSequence })
    await pause(work)
  }
  for await (const line of linesOf(join(folder, logName))) {
    waiting.push(eventInLine(line))
    if (waiting.length === batch) await flush()
  }
  await flush()
  if (log.head.hash !== manifest.auditHead) throw new Problem('EXPORT_UNREADABLE', { file: logName })
  // The data beside the log must be what the log says: two truths in one folder would be none.
  if (sha256(canonicalJson(log.replay.state(manifest.versions.schema))) !== manifest.dataDigest)
    throw new Problem('EXPORT_UNREADABLE', { file: snapshotName })
  work.progress?.({ stage: 'writing', done: 0, total: 1 })
  await pause(work)
  register.changeUnlogged((write) => {
    for (const { path } of manifest.files)
      if (path.startsWith('files/')) keepFile(write, readFileSync(join(folder, ...path.split('/'))))
    log.close(write, logName)
    for (const { name, take } of mergeFiles)
      if (manifest.files.some(({ path }) => path === name))
        for (const line of textOf(folder, name).split('\n')) if (line !== '') take(write, line)
    if (manifest.files.some(({ path }) => path === viewsName)) keepViews(write, viewsIn(textOf(folder, viewsName)))
  })
  register.change({ operation: fromExportOperation, reason: reasonOf(read) }, (change) => {
    const stored = change.get('organisation', state.organisation.id)
    change.update('organisation', stored, identity(read, change.newId()))
  })
}

/** By line feeds alone: a line of JSON may hold every other separator of lines. */
async function* linesOf(file: string): AsyncGenerator<string, void, void> {
  let rest = ''
  for await (const part of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + part).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

function viewsIn(text: string) {
  const views = z.array(keptViewSchema).safeParse(JSON.parse(text)).data
  if (views === undefined) throw new Problem('EXPORT_UNREADABLE', { file: viewsName })
  return views
}

/** The frozen data in one change: each record with the identity and version that it had. */
function takeState(register: Register, read: ReadExport): void {
  register.change({ operation: fromBundleOperation, reason: reasonOf(read) }, (change) => {
    change.read.statement('PRAGMA defer_foreign_keys = ON').run()
    for (const noun of nouns)
      for (const record of recordsOf(read.state, noun))
        change.insert(noun, noun === 'organisation' ? { ...record, ...identity(read, change.newId()) } : record)
    leaveBehind(change.read)
  })
}

/** A register of its own, with the line that it comes from. */
function identity({ manifest }: ReadExport, id: string) {
  return { registerId: id, originRegisterId: manifest.register.originId, parentRegisterId: manifest.register.id }
}

/** Where it came from, as its history says it for good. */
function reasonOf({ manifest, state }: ReadExport): string {
  return translate(state.organisation.language)(`roundTrip.reason.${manifest.kind}`, {
    pack: manifest.pack ?? '',
    register: manifest.register.id,
    sequence: manifest.auditSequence,
    head: manifest.auditHead,
    digest: manifest.dataDigest ?? '',
  })
}

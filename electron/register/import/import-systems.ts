/**
 * AI systems from a CSV file or a sheet of a workbook: read, header row, columns, preview, dry run, one transaction. The file is read twice (what it
 * is, then what it says) and the two readings must be of the same bytes; the drafts wait in a spool, so memory does not
 * grow with the file. Cancelling at any moment before the transaction leaves the register as it was.
 */
import { tmpdir } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { checkMappingFile, hasName, mapColumns, type Mapping, type MappingFile } from '#shared/domain/import-mapping.ts'
import { importProfiles } from '#shared/domain/import-profile.ts'
import {
  type ImportCounts,
  type ImportPreview,
  type ImportReport,
  nameAndUnit,
  type UnknownValue,
  type UnreadCells,
} from '#shared/domain/import-report.ts'
import { saidOfColumns, toolOf } from '#shared/domain/import-record/tool-profiles.ts'
import type { Target } from '#shared/domain/import-targets.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { assignIn } from '../accountability.ts'
import type { Change } from '../store/change.ts'
import { queries } from '../store/query.ts'
import { type Register, readOnlyProblem } from '../store/register-file.ts'
import { problemOf } from '../store/sqlite-problems.ts'
import { Comparison, importOperation, type ComparisonFacts, type Keeper, trustedKey } from './comparison.ts'
import { type Drafts, readDrafts } from './drafts.ts'
import type { Encoding } from './encodings.ts'
import { type ImportOptions, type ImportWork, scanOptionsOf } from './import-options.ts'
import type { Layout } from './layout.ts'
import { layoutOfSource, recordsOf, sheetNameOf, withSource } from './open-sheet.ts'
import { labelsOfChanges, withdrawMissing, type WithdrawMissing } from './missing-records.ts'
import { ownMapping, withoutGuards, wroteGuards } from './own-export.ts'
import { previewOf } from './preview.ts'
import { type Scan, scanSource, settledEncoding } from './scan.ts'
import type { Source } from './source.ts'
import { assertNotCancelled, type LongWork } from './source.ts'
import { shownSheet } from './shown-sheet.ts'
import { Spool } from './spool.ts'

/** Drafts that are compared before the event loop has its turn. */
const comparedAtOnce = 1000

/**
 * Imports AI systems, or says what an import would do. Refuses the whole with a Problem (SOURCE_*, ENCODING_*, MAPPING_*,
 * NO_NAME_COLUMN, HEADER_ROW_MISSING, KEY_NOT_UNIQUE, CANCELLED, and those of a register that cannot be written); a row that
 * cannot be a system is rejected alone.
 */
export async function importSystems(
  register: Register,
  path: string,
  options: ImportOptions,
  work: ImportWork = {},
): Promise<ImportReport> {
  const dryRun = work.dryRun ?? false
  if (!dryRun && register.readOnly !== null) throw readOnlyProblem(register.readOnly, register.file)
  const mappingFile = options.mapping === undefined ? null : checkMappingFile(options.mapping)
  return withSource(path, async (source) => {
    const scan = await scanSource(source, scanOptionsOf(options, mappingFile), work)
    const encoding = settledEncoding(scan, source.fileName)
    const layout = await layoutOfSource(source, scan, encoding, options.headerRow, mappingFile, work)
    const mapping = mappingOf(layout, mappingFile)
    assertName(mapping, source.fileName)
    return withSpool(register, async (spool) => {
      const sheet = { source, scan, encoding, layout, mapping, spool, leave: new Set(options.leave) }
      const read = await readSheet(sheet, work)
      const head = register.head()
      const repeats = read.key.kind === 'column' && read.key.repeats
      const isFirst = !dryRun && !repeats && !holdsSystems(register)
      const trial = isFirst ? untried(register, sheet, read, work) : await compareAll(register, sheet, read, work)
      const report = reportOf(register, sheet, read, trial, dryRun)
      if (dryRun) return report
      await source.assertUnchanged()
      assertNotCancelled(work.signal)
      work.progress?.({ stage: 'writing', done: 0, total: read.rows })
      const asTried = register.head().hash === head.hash
      const written = register.change({ operation: importOperation, backup: 'import' }, (change) =>
        writeAll(change, sheet, trial, report.mapping, asTried, options.withdraw ?? null),
      )
      work.progress?.({ stage: 'writing', done: read.rows, total: read.rows })
      return reportOf(register, sheet, read, written, false)
    })
  })
}

/**
 * What a file is and what its import would do, for choosing encoding, header row and columns. Refused only where there is
 * nothing to choose from; a mapping without a name, or a key that is none, is said in `problem`.
 */
export function inspectSource(
  register: Register,
  path: string,
  options: ImportOptions,
  work: LongWork = {},
): Promise<ImportPreview> {
  return previewOf(path, options, work, {
    profile: importProfiles.system,
    told: ['NO_NAME_COLUMN', 'KEY_NOT_UNIQUE'],
    open: ({ source, scan, encoding, layout, file }) => {
      const mapping = mappingOf(layout, file)
      // Labels beside the codes of an export are nobody's choice: they are not offered.
      const isOffered = (index: number) => targetOf(mapping, index) !== null || mapping.own?.columns.has(index) !== true
      return {
        shown: shownSheet(layout, mapping, { keyChoice: mapping.own === null, isShown: isOffered }),
        trial: () =>
          withSpool(register, async (spool) => {
            assertName(mapping, source.fileName)
            const sheet = { source, scan, encoding, layout, mapping, spool, leave: new Set(options.leave) }
            const read = await readSheet(sheet, work)
            const trial = await compareAll(register, sheet, read, work)
            return { report: reportOf(register, sheet, read, trial, true) }
          }),
      }
    },
  })
}

interface Sheet {
  readonly source: Source
  readonly scan: Scan
  readonly encoding: Encoding
  readonly layout: Layout
  readonly mapping: Mapping
  readonly spool: Spool
  /** Changes that a person has taken out, as `row field`. */
  readonly leave: ReadonlySet<string>
}

/** FOLDER_NOT_WRITABLE where the system's temporary folder takes no file, DISK_FULL where it is full. */
async function withSpool<Result>(register: Register, work: (spool: Spool) => Promise<Result>): Promise<Result> {
  let spool: Spool
  try {
    spool = new Spool()
  } catch (error) {
    throw new Problem('FOLDER_NOT_WRITABLE', { folder: tmpdir() }, { cause: error })
  }
  try {
    return await work(spool)
  } catch (error) {
    throw problemOf(error, register.file)
  } finally {
    spool.close()
  }
}

function mappingOf({ columns, sample }: Layout, file: MappingFile | null): Mapping {
  return ownMapping(columns, sample, file) ?? mapColumns(columns, sample, saidOfColumns(columns, 'system', file).said)
}

/** NO_NAME_COLUMN with the headings that are there. */
function assertName(mapping: Mapping, file: string): void {
  if (!hasName(mapping))
    throw new Problem('NO_NAME_COLUMN', { file, columns: mapping.columns.slice(0, 30).map((column) => column.label) })
}

interface ReadSheet extends Drafts {
  readonly unread: UnreadCells
}

/** The second reading; SOURCE_CHANGED where it met other bytes than the first. */
async function readSheet(sheet: Sheet, work: LongWork): Promise<ReadSheet> {
  const { source, scan, layout, mapping, spool } = sheet
  const { records, unread } = recordsOf(source, scan, sheet.encoding, layout, work)
  // Texts of a workbook and of JSON are texts: nothing was set before them that would have to be taken off.
  const isCsv = scan.workbook === null && scan.json === null
  const guarded = isCsv && (mapping.own !== null || (await wroteGuards(source.path, scan.sha256)))
  const drafts = await readDrafts(guarded ? withoutGuards(records) : records, {
    mapping,
    headerRow: layout.headerRow,
    spool,
    fileName: source.fileName,
    work,
  })
  spool.flush()
  return { ...drafts, unread: unread() }
}

interface Trial {
  readonly comparison: Comparison
  readonly drafts: Drafts
  /** What the comparison counted, or what it will. */
  readonly counts: Omit<ImportCounts, 'rows'>
}

function holdsSystems(register: Register): boolean {
  return register.read.first(queries.selectFrom('system').select('id').limit(1)) !== undefined
}

/** In a register without systems every draft is new: there is nothing to try. */
function untried(register: Register, sheet: Sheet, read: ReadSheet, work: LongWork): Trial {
  work.progress?.({ stage: 'comparing', done: read.rows, total: read.rows })
  const comparison = new Comparison(register.read, new Counter(), factsOf(sheet, read, register.today(), counterId))
  return { comparison, drafts: read, counts: { added: read.rows - read.rejected.length, updated: 0, unchanged: 0 } }
}

/** All drafts against the register as it is, writing nothing. Yields to the event loop in between. */
async function compareAll(register: Register, sheet: Sheet, read: ReadSheet, work: LongWork): Promise<Trial> {
  const drafts = { ...read, key: trustedKey(read, sheet.spool.drafts(), register.read) }
  const comparison = new Comparison(register.read, new Counter(), factsOf(sheet, drafts, register.today(), counterId))
  let done = 0
  for (const draft of sheet.spool.drafts()) {
    comparison.take(draft)
    done += 1
    if (done % comparedAtOnce !== 0) continue
    assertNotCancelled(work.signal)
    work.progress?.({ stage: 'comparing', done, total: read.rows })
    await setImmediate()
  }
  return { comparison, drafts, counts: comparison.counts }
}

/**
 * The transaction: the run, then every draft. `asTried`: nothing was written since the trial began, so its key stands, and
 * where it found nothing to write there is nothing. Otherwise the drafts are compared anew and the run's counts corrected.
 */
function writeAll(
  change: Change,
  sheet: Sheet,
  trial: Trial,
  mapping: ImportReport['mapping'],
  asTried: boolean,
  withdraw: WithdrawMissing | null,
): Trial {
  const { source, scan, encoding, layout, spool } = sheet
  const countsOf = (from: Trial) => ({
    rows: from.drafts.rows,
    ...from.counts,
    rejected: from.drafts.rejected.length + from.comparison.rejected.length,
  })
  const run = change.add('importRun', {
    fileName: source.fileName,
    sha256: scan.sha256,
    encoding,
    headerRow: layout.headerRow,
    mapping,
    counts: countsOf(trial),
    sheet: sheetNameOf(scan),
  })
  if (withdraw !== null) withdrawMissing(change, 'system', withdraw)
  if (asTried && trial.counts.added + trial.counts.updated === 0) return trial
  const drafts = asTried
    ? trial.drafts
    : { ...trial.drafts, key: trustedKey(trial.drafts, spool.drafts(), change.read) }
  const comparison = new Comparison(change.read, new Writer(change), factsOf(sheet, drafts, change.today, run.id))
  for (const draft of spool.drafts()) comparison.take(draft)
  const written = { comparison, drafts, counts: comparison.counts }
  change.update('importRun', run, { counts: countsOf(written) })
  return written
}

function factsOf(sheet: Sheet, drafts: Drafts, today: string, importId: string): ComparisonFacts {
  const { columns, targets, units } = sheet.mapping
  const label = (index: number | undefined) => (index === undefined ? null : (columns[index]?.label ?? null))
  const labelOf = (target: string) => label([...targets].find(([, each]) => each === target)?.[0])
  const nameColumn = [...targets].find(([, target]) => target === 'name' || target.startsWith('name.'))?.[0]
  return {
    drafts,
    unitLabels: units.map((index) => label(index) ?? ''),
    nameLabel: label(nameColumn) ?? '',
    ownerLabel: labelOf('owner'),
    executiveLabel: labelOf('executive'),
    today,
    importId,
    leave: sheet.leave,
    apart: new Set(sheet.mapping.said.apart),
    names: sheet.mapping.said,
  }
}

/** Ids of records that a dry run only imagines: they never meet a stored one. */
const counterId = 'none'

/** Counts what would be written. */
class Counter implements Keeper {
  #made = 0
  #id(): string {
    this.#made += 1
    return `${counterId}-${this.#made}`
  }
  addUnit(): string {
    return this.#id()
  }
  addPerson(): string {
    return this.#id()
  }
  addSystem(): string {
    return this.#id()
  }
  withdrawSystem(): void {}
  updateSystem(): void {}
  assign(): void {}
}

class Writer implements Keeper {
  readonly #change: Change
  constructor(change: Change) {
    this.#change = change
  }
  addUnit(unit: Parameters<Keeper['addUnit']>[0]): string {
    return this.#change.add('unit', unit).id
  }
  addPerson(person: Parameters<Keeper['addPerson']>[0]): string {
    return this.#change.add('person', person).id
  }
  addSystem(system: Parameters<Keeper['addSystem']>[0]): string {
    return this.#change.add('system', system).id
  }
  withdrawSystem(id: string, withdrawn: Parameters<Keeper['withdrawSystem']>[1]): void {
    this.#change.update('system', this.#change.get('system', id), { withdrawn })
  }
  updateSystem(before: RecordOf<'system'>, patch: Partial<RecordOf<'system'>>): void {
    this.#change.update('system', before, patch)
  }
  assign(input: Parameters<Keeper['assign']>[0]): void {
    assignIn(this.#change, input)
  }
}

function reportOf(
  register: Register,
  sheet: Sheet,
  read: ReadSheet,
  { comparison, drafts }: Trial,
  dryRun: boolean,
): ImportReport {
  const { columns, targets, units } = sheet.mapping
  const key = drafts.key.kind === 'column' ? drafts.key.label : null
  const met = (index: number) =>
    targets.has(index) ||
    units.includes(index) ||
    columns[index]?.label === key ||
    sheet.mapping.own?.columns.has(index) === true
  const beyond = [...read.filled].filter((index) => index >= columns.length).sort((one, other) => one - other)
  return {
    rows: read.rows,
    ...comparison.counts,
    rejected: [...read.rejected, ...comparison.rejected].sort((one, other) => one.row - other.row),
    created: comparison.created,
    unmapped: [
      ...columns
        .filter(({ index, heading }) => !met(index) && (heading !== '' || read.filled.has(index)))
        .map((column) => column.label),
      ...beyond.map((index) => `#${index + 1}`),
    ],
    encoding: sheet.encoding,
    sheet: sheetNameOf(sheet.scan),
    unread: read.unread,
    headerRow: sheet.layout.headerRow,
    duplicates: read.duplicates,
    key: key ?? nameAndUnit,
    mapping: Object.fromEntries([
      ...columns.flatMap(({ index, label }) => {
        const target = targetOf(sheet.mapping, index)
        return target === null ? [] : [[label, target] as const]
      }),
      ...(key === null
        ? []
        : [[key, targets.get(columns.find((column) => column.label === key)?.index ?? -1) ?? 'sourceKey']]),
    ]) as Record<string, string>,
    unknownValues: [...read.unknownValues, ...comparison.unresolved] satisfies UnknownValue[],
    alike: comparison.alike,
    missing: comparison.missing(),
    found: {
      tool: sheet.mapping.own === null ? (toolOf(columns, 'system')?.id ?? null) : null,
      changes: comparison.changes,
      names: comparison.names,
      levels: [],
      needed: [],
      repeats: comparison.repeats,
      keyLeft: drafts.key.kind === 'column' ? null : drafts.key.left,
      labels: labelsOfChanges(register, comparison.changes),
    },
    dryRun,
  }
}

function targetOf(mapping: Mapping, index: number): Target | null {
  return mapping.units.includes(index) ? 'unit' : (mapping.targets.get(index) ?? null)
}

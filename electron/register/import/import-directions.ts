/**
 * Directions of the board from a CSV file or a sheet of a workbook: the same reading of file, encoding, header row and columns as for systems, then a
 * preview and one transaction. A list holds tens of rows, so its drafts stay in memory. Nothing around a direction is made:
 * posts and people who are not in the register are listed and kept as words.
 */
import { checkMappingFile, mapColumns, type Mapping, type MappingFile } from '#shared/domain/import-mapping.ts'
import { DirectionRowReader, type DirectionDraft, foldTitle } from '#shared/domain/import-direction-row.ts'
import { type DirectionItem, directionItems, type DirectionSide } from '#shared/domain/direction.ts'
import { importProfiles } from '#shared/domain/import-profile.ts'
import { type ImportPreview, type ImportReport, sideItemAndDay } from '#shared/domain/import-report.ts'
import { Problem } from '#shared/domain/problem.ts'
import { translate } from '#shared/locales/translate.ts'
import { nounColumns } from '../export/noun-columns.ts'
import { shippedPacks } from '../requirements/shipped-packs.ts'
import type { Change } from '../store/change.ts'
import { type Register, readOnlyProblem } from '../store/register-file.ts'
import { DirectionComparison, type DirectionKeeper, type DirectionTrial } from './direction-comparison.ts'
import type { Encoding } from './encodings.ts'
import { type ImportOptions, type ImportWork, scanOptionsOf } from './import-options.ts'
import type { Layout } from './layout.ts'
import { type ListRows, readList } from './list-rows.ts'
import { layoutOfSource, sheetNameOf, withSource } from './open-sheet.ts'
import { ownCodesOf } from './own-codes.ts'
import { wroteGuards } from './own-export.ts'
import { previewOf } from './preview.ts'
import { type Scan, scanSource, settledEncoding } from './scan.ts'
import { shownSheet } from './shown-sheet.ts'
import { assertNotCancelled, type LongWork, type Source } from './source.ts'
import { createDirectionIn } from '../directions.ts'

export interface DirectionImportOptions extends ImportOptions {
  /** The side of rows that name none: cybersecurity, whose lists are kept elsewhere. */
  readonly side?: DirectionSide
}

const importOperation = 'direction.import'
const profile = importProfiles.direction

interface Sheet {
  readonly source: Source
  readonly scan: Scan
  readonly encoding: Encoding
  readonly layout: Layout
  readonly mapping: Mapping
}

interface Read extends ListRows<DirectionDraft> {
  readonly unknown: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly ignored: ReadonlySet<number>
}

/** Imports directions, or says what an import would do. Refused as the import of systems is. */
export async function importDirections(
  register: Register,
  path: string,
  options: DirectionImportOptions,
  work: ImportWork = {},
): Promise<ImportReport> {
  const dryRun = work.dryRun ?? false
  if (!dryRun && register.readOnly !== null) throw readOnlyProblem(register.readOnly, register.file)
  const file = options.mapping === undefined ? null : checkMappingFile(options.mapping)
  return withSource(path, async (source) => {
    const scan = await scanSource(source, scanOptionsOf(options, file), work)
    const encoding = settledEncoding(scan, source.fileName)
    const layout = await layoutOfSource(source, scan, encoding, options.headerRow, file, work, profile)
    const sheet = sheetOf(source, scan, encoding, layout, file)
    assertItem(sheet)
    const read = await readRows(sheet, options.side ?? 'cyber', work)
    if (dryRun) return reportOf(sheet, read, compare(register, read), true)
    await source.assertUnchanged()
    assertNotCancelled(work.signal)
    work.progress?.({ stage: 'writing', done: 0, total: read.rows })
    const written = register.change({ operation: importOperation, backup: 'import' }, (change) => {
      const trial = compareIn(change, read)
      change.add('importRun', {
        fileName: source.fileName,
        sha256: sheet.scan.sha256,
        encoding: sheet.encoding,
        headerRow: sheet.layout.headerRow,
        mapping: mappingWords(sheet),
        counts: { rows: read.rows, ...trial.counts, rejected: read.rejected.length + trial.rejected.length },
        sheet: sheetNameOf(sheet.scan),
      })
      return trial
    })
    work.progress?.({ stage: 'writing', done: read.rows, total: read.rows })
    return reportOf(sheet, read, written, false)
  })
}

/** What a file is and what its import would do. */
export function inspectDirections(
  register: Register,
  path: string,
  options: DirectionImportOptions,
  work: LongWork = {},
): Promise<ImportPreview> {
  return previewOf(path, options, work, {
    profile,
    told: ['NO_DIRECTION_COLUMN'],
    open: ({ source, scan, encoding, layout, file }) => {
      const sheet = sheetOf(source, scan, encoding, layout, file)
      const ignored = exportedLabels(sheet.mapping)
      return {
        shown: shownSheet(layout, sheet.mapping, (index) => !ignored.has(index)),
        trial: async () => {
          assertItem(sheet)
          const read = await readRows(sheet, options.side ?? 'cyber', work)
          return { report: reportOf(sheet, read, compare(register, read), true) }
        },
      }
    },
  })
}

function sheetOf(source: Source, scan: Scan, encoding: Encoding, layout: Layout, file: MappingFile | null): Sheet {
  return { source, scan, encoding, layout, mapping: mapColumns(layout.columns, layout.sample, file, profile) }
}

/** NO_DIRECTION_COLUMN with the headings that are there. */
function assertItem({ mapping, source }: Sheet): void {
  if ([...mapping.targets.values()].includes('item')) return
  const columns = mapping.columns.slice(0, 30).map((column) => column.label)
  throw new Problem('NO_DIRECTION_COLUMN', { file: source.fileName, columns })
}

/** The second reading; SOURCE_CHANGED where it met other bytes than the first, SOURCE_HEADER_ONLY where no row is there. */
async function readRows(sheet: Sheet, side: DirectionSide, work: LongWork): Promise<Read> {
  const { source, scan, mapping } = sheet
  const ignored = exportedLabels(mapping)
  const guarded = ignored.size > 0 || (await wroteGuards(source.path, scan.sha256))
  const unknown = new Map<string, Map<string, number>>()
  const reader = new DirectionRowReader({
    mapping,
    side,
    titles: titlesOfTen(),
    ignored,
    own: ownCodesOf('direction', mapping),
    onUnknown: ({ column, value }) => {
      const words = unknown.get(column) ?? new Map<string, number>()
      words.set(value, (words.get(value) ?? 0) + 1)
      unknown.set(column, words)
    },
  })
  const read = await readList(sheet, (row, cells) => reader.read(row, cells), { guarded, work })
  return { ...read, unknown, ignored }
}

/** Columns of an export of ours that are labels beside codes, or what the register itself keeps of a record. */
function exportedLabels({ columns, targets }: Mapping): ReadonlySet<number> {
  const headings = new Set(columns.map(({ heading }) => heading))
  if (!headings.has('side_code') || !headings.has('item_code')) return new Set()
  const ours = new Set(nounColumns('direction', null).map(({ name }) => name))
  return new Set(
    columns.filter(({ index, heading }) => ours.has(heading) && !targets.has(index)).map(({ index }) => index),
  )
}

let titles: ReadonlyMap<string, DirectionItem> | undefined

/** The titles of the ten as the packs have them and as the mirror shortens them, in both languages. */
function titlesOfTen(): ReadonlyMap<string, DirectionItem> {
  titles ??= new Map(
    directionItems.flatMap((id) => {
      const official = shippedPacks()
        .flatMap(({ items }) => items)
        .filter((item) => item.id === id)
        .flatMap(({ title }) => [title.ja?.text, title.en?.text])
      const short = [translate('ja'), translate('en')].map((t) => t(`value.directionItem.${id}`))
      return [...official, ...short]
        .filter((title) => title !== undefined)
        .map((title) => [foldTitle(title), id] as const)
    }),
  )
  return titles
}

function compare(register: Register, read: Read): DirectionTrial {
  const nothing: DirectionKeeper = { add: () => undefined, update: () => undefined }
  return new DirectionComparison(register.read, nothing).take(read.drafts)
}

function compareIn(change: Change, read: Read): DirectionTrial {
  const writer: DirectionKeeper = {
    add: (values) => void createDirectionIn(change, values),
    update: (before, patch) => void change.update('direction', before, patch),
  }
  return new DirectionComparison(change.read, writer).take(read.drafts)
}

function mappingWords({ mapping }: Sheet): Record<string, string> {
  return Object.fromEntries(
    mapping.columns.flatMap(({ index, label }) => {
      const target = mapping.targets.get(index)
      return target === undefined ? [] : [[label, target] as const]
    }),
  )
}

function reportOf(sheet: Sheet, read: Read, trial: DirectionTrial, dryRun: boolean): ImportReport {
  const { columns, targets } = sheet.mapping
  const unknown = new Map([...read.unknown].map(([column, words]) => [column, new Map(words)]))
  for (const { label, words } of trial.unresolved) {
    const known = unknown.get(label) ?? new Map<string, number>()
    known.set(words, (known.get(words) ?? 0) + 1)
    unknown.set(label, known)
  }
  return {
    rows: read.rows,
    ...trial.counts,
    rejected: [...read.rejected, ...trial.rejected].sort((one, other) => one.row - other.row),
    created: { units: 0, people: 0 },
    unmapped: columns
      .filter(({ index }) => !targets.has(index) && !read.ignored.has(index))
      .filter(({ index, heading }) => heading !== '' || read.filled.has(index))
      .map(({ label }) => label),
    encoding: sheet.encoding,
    sheet: sheetNameOf(sheet.scan),
    unread: read.unread,
    headerRow: sheet.layout.headerRow,
    duplicates: [],
    key: sideItemAndDay,
    mapping: mappingWords(sheet),
    unknownValues: [...unknown].flatMap(([column, words]) =>
      [...words].map(([value, rows]) => ({ column, value, rows })),
    ),
    alike: [],
    missing: [],
    found: null,
    dryRun,
  }
}

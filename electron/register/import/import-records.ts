/**
 * Every list but that of AI systems: directions of the board, people, posts, units, risks, controls, actions, vendors, contracts
 * and incidents. The same reading of file, sheet, header row and columns as for systems, then a plan, a preview of it, and one
 * transaction. Such lists hold hundreds or thousands of rows, so their drafts stay in memory.
 */
import { checkMappingFile, hasName, mapColumns, type Mapping, type MappingFile } from '#shared/domain/import-mapping.ts'
import { type DirectionSide, directionSides } from '#shared/domain/direction.ts'
import { importProfiles } from '#shared/domain/import-profile.ts'
import { type RecordDraft, RecordRowReader } from '#shared/domain/import-record/record-row.ts'
import type { RecordNoun } from '#shared/domain/import-record/record-targets.ts'
import { saidOfColumns, type ToolId } from '#shared/domain/import-record/tool-profiles.ts'
import { type ImportPreview, type ImportReport, sideItemAndDay } from '#shared/domain/import-report.ts'
import { Problem } from '#shared/domain/problem.ts'
import { bilingualFrom } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import { type Register, readOnlyProblem } from '../store/register-file.ts'
import { carryOut } from './carry-out.ts'
import { directionKeys, directionReader, nameOfDirection } from './direction-rows.ts'
import type { Encoding } from './encodings.ts'
import { type ImportOptions, type ImportWork, scanOptionsOf } from './import-options.ts'
import type { Layout } from './layout.ts'
import { type ListRows, readList } from './list-rows.ts'
import { layoutOfSource, sheetNameOf, withSource } from './open-sheet.ts'
import { labelsOfChanges } from './missing-records.ts'
import { ownCodesOf, ownColumnsOf } from './own-codes.ts'
import { wroteGuards } from './own-export.ts'
import { previewOf } from './preview.ts'
import { planRecords, type RecordPlan } from './record-plan.ts'
import { type RowKeys, rowKeysOf } from './row-keys.ts'
import { type Scan, scanSource, settledEncoding } from './scan.ts'
import { shownSheet } from './shown-sheet.ts'
import { assertNotCancelled, type LongWork, type Source } from './source.ts'

interface Sheet {
  readonly noun: RecordNoun
  readonly source: Source
  readonly scan: Scan
  readonly encoding: Encoding
  readonly layout: Layout
  readonly mapping: Mapping
  readonly tool: ToolId | null
}

interface Read extends ListRows<RecordDraft> {
  readonly keys: RowKeys
}

/** Imports records of a noun, or says what an import would do. Refused as the import of systems is. */
export async function importRecords(
  register: Register,
  noun: RecordNoun,
  path: string,
  options: ImportOptions,
  work: ImportWork = {},
): Promise<ImportReport> {
  const dryRun = work.dryRun ?? false
  if (!dryRun && register.readOnly !== null) throw readOnlyProblem(register.readOnly, register.file)
  const file = options.mapping === undefined ? null : checkMappingFile(options.mapping)
  return withSource(path, async (source) => {
    const scan = await scanSource(source, scanOptionsOf(options, file), work)
    const encoding = settledEncoding(scan, source.fileName)
    const profile = importProfiles[noun]
    const layout = await layoutOfSource(source, scan, encoding, options.headerRow, file, work, profile)
    const sheet = sheetOf(noun, source, scan, encoding, layout, file)
    assertTold(sheet)
    const read = await readRows(sheet, work)
    const plan = plannedIn(register, register.read, sheet, read, options)
    if (dryRun) return reportOf(register, sheet, read, plan, true)
    await source.assertUnchanged()
    assertNotCancelled(work.signal)
    work.progress?.({ stage: 'writing', done: 0, total: read.rows })
    const written = register.change({ operation: `${noun}.import`, backup: 'import' }, (change) => {
      const final = plannedIn(register, change.read, sheet, read, options)
      const run = change.add('importRun', {
        fileName: source.fileName,
        sha256: scan.sha256,
        encoding,
        headerRow: layout.headerRow,
        mapping: mappingWords(sheet.mapping),
        counts: { rows: read.rows, ...final.counts, rejected: read.rejected.length + final.rejected.length },
        sheet: sheetNameOf(scan),
      })
      const judgedBySource = translate(register.organisation().language)('import.judgedBySource', {
        file: source.fileName,
      })
      carryOut(change, final, { noun, importId: run.id, judgedBySource, withdraw: options.withdraw ?? null })
      return final
    })
    work.progress?.({ stage: 'writing', done: read.rows, total: read.rows })
    return reportOf(register, sheet, read, written, false)
  })
}

/** What a file is and what its import would do. */
export function inspectRecords(
  register: Register,
  noun: RecordNoun,
  path: string,
  options: ImportOptions,
  work: LongWork = {},
): Promise<ImportPreview> {
  return previewOf(path, options, work, {
    profile: importProfiles[noun],
    told: ['NO_NAME_COLUMN', 'NO_DIRECTION_COLUMN', 'KEY_NOT_UNIQUE'],
    open: ({ source, scan, encoding, layout, file }) => {
      const sheet = sheetOf(noun, source, scan, encoding, layout, file)
      return {
        shown: shownSheet(layout, sheet.mapping, { keyChoice: noun !== 'direction' }),
        trial: async () => {
          assertTold(sheet)
          const read = await readRows(sheet, work)
          const plan = plannedIn(register, register.read, sheet, read, options)
          return { report: reportOf(register, sheet, read, plan, true) }
        },
      }
    },
  })
}

function sheetOf(
  noun: RecordNoun,
  source: Source,
  scan: Scan,
  encoding: Encoding,
  layout: Layout,
  file: MappingFile | null,
): Sheet {
  // Nothing else tells them apart, so that a mapping for another list is not taken for one of directions.
  if (noun === 'direction' && file?.key !== undefined)
    throw new Problem('MAPPING_INVALID', { at: 'key', detail: `${sideItemAndDay} tells directions apart` })
  const { tool, said, toolKey } = saidOfColumns(layout.columns, noun, file)
  const mapping = mapColumns(layout.columns, layout.sample, said, importProfiles[noun])
  return { noun, source, scan, encoding, layout, mapping: keyedBy(mapping, toolKey), tool }
}

/** The column that a tool numbers its rows by is looked at first; where it is none after all, nobody is refused for it. */
function keyedBy(mapping: Mapping, key: MappingFile['key']): Mapping {
  const column = mapping.columns.find(({ heading }) => heading === key)
  if (column === undefined || mapping.key !== null) return mapping
  return { ...mapping, identifiers: [column.index, ...mapping.identifiers.filter((index) => index !== column.index)] }
}

/** NO_NAME_COLUMN, or NO_DIRECTION_COLUMN of directions, with the headings that are there. */
function assertTold({ noun, mapping, source }: Sheet): void {
  const isDirection = noun === 'direction'
  if (isDirection ? [...mapping.targets.values()].includes('item') : hasName(mapping)) return
  const columns = mapping.columns.slice(0, 30).map((column) => column.label)
  throw new Problem(isDirection ? 'NO_DIRECTION_COLUMN' : 'NO_NAME_COLUMN', { file: source.fileName, columns })
}

async function readRows(sheet: Sheet, work: LongWork): Promise<Read> {
  const { source, scan, mapping, noun } = sheet
  const guarded = await wroteGuards(source.path, scan.sha256)
  const rows = new RecordRowReader(mapping, noun, ownCodesOf(noun, mapping))
  const reader = noun === 'direction' ? directionReader(rows, mapping, sideOf(mapping)) : rows
  const read = await readList(sheet, (row, cells) => reader.read(row, cells), { guarded, work })
  const keys = noun === 'direction' ? directionKeys : rowKeysOf(read.drafts, mapping, source.fileName)
  return { ...read, keys }
}

/** Of rows that name no side: what the mapping says (`defaults`), else cybersecurity, whose lists are kept elsewhere. */
function sideOf({ said }: Mapping): DirectionSide {
  return directionSides.find((each) => each === said.defaults?.side) ?? 'cyber'
}

function plannedIn(
  register: Register,
  read: ReadHandle,
  sheet: Sheet,
  { drafts, keys }: Read,
  options: ImportOptions,
): RecordPlan {
  const scale = [...recordTables.scale.all(read)]
    .filter(({ withdrawn }) => withdrawn === null)
    .sort((one, other) => (one.from < other.from ? -1 : 1))
    .at(-1)
  return planRecords(read, drafts, {
    noun: sheet.noun,
    mapping: sheet.noun === 'direction' ? withSide(sheet.mapping) : sheet.mapping,
    keys,
    today: register.today(),
    timeZone: register.organisation().timeZone,
    scale: { likelihood: scale?.likelihoodLabels ?? [], impact: scale?.impactLabels ?? [] },
    leave: new Set(options.leave),
    nameFor: (values, draft) => (sheet.noun === 'direction' ? nameOfDirection(values) : bilingualFrom(draft.name)),
  })
}

function withSide(mapping: Mapping): Mapping {
  const defaults = { ...mapping.said.defaults, side: sideOf(mapping) }
  return { ...mapping, said: { ...mapping.said, defaults } }
}

function mappingWords(mapping: Mapping): Record<string, string> {
  return Object.fromEntries(
    mapping.columns.flatMap(({ index, label }) => {
      const target = mapping.targets.get(index)
      return target === undefined ? [] : [[label, target] as const]
    }),
  )
}

function reportOf(register: Register, sheet: Sheet, read: Read, plan: RecordPlan, dryRun: boolean): ImportReport {
  const { mapping } = sheet
  const own = ownColumnsOf(sheet.noun, mapping)
  const made = (noun: string) => plan.made.filter((each) => each.noun === noun).length
  return {
    rows: read.rows,
    ...plan.counts,
    rejected: [...read.rejected, ...plan.rejected].sort((one, other) => one.row - other.row),
    created: { units: made('unit'), people: made('person') },
    unmapped: mapping.columns
      .filter(({ index }) => !mapping.targets.has(index) && !own.has(index) && read.filled.has(index))
      .map(({ label }) => label),
    encoding: sheet.encoding,
    sheet: sheetNameOf(sheet.scan),
    unread: read.unread,
    headerRow: sheet.layout.headerRow,
    duplicates: [],
    key: read.keys.kind === 'column' ? read.keys.label : 'name',
    mapping: mappingWords(mapping),
    unknownValues: [...plan.unknown].flatMap(([column, words]) =>
      [...words].map(([value, rows]) => ({ column, value: value.slice(0, 200), rows })),
    ),
    alike: plan.alike,
    missing: plan.missing,
    found: {
      tool: sheet.tool,
      changes: plan.changes,
      names: plan.names,
      levels: plan.levels,
      needed: plan.needed,
      repeats: plan.repeats,
      keyLeft: read.keys.kind === 'column' ? null : read.keys.left,
      labels: labelsOfChanges(register, plan.changes),
    },
    dryRun,
  }
}

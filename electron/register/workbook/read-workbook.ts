/**
 * The one reader of workbooks (.xlsx): sheets, typed cells, formulas as the values that were saved with them. Formulas are
 * never worked out, links to other files never followed, macros and drawings never looked at.
 */
import { type Cell as ReadCell, formatValue, type Sheet as ReadSheet, type Workbook } from 'hucre'
import { readXlsx } from 'hucre/xlsx'
import { oneKindOfLineBreak } from '#shared/domain/formula-guard.ts'
import { Problem } from '#shared/domain/problem.ts'
import { archiveOf, inMegabytes, readArchive } from './archive.ts'
import type { Cell, Sheet } from './cells.ts'
import { countCells, hasDoctype } from './count-cells.ts'
import { type WorkbookLimits, workbookLimits } from './limits.ts'

/** Directories of a workbook in which nothing stands that is read: drawings, links to other files, macros, attachments, comments. */
const left =
  /^(?:customXml|docProps)\/|\/(?:activeX|charts?|chartsheets|comments|ctrlProps|customProperty|dialogsheets|diagrams|drawings|embeddings|externalLinks|macrosheets|media|pivotCache|pivotTables|printerSettings|queryTables|slicerCaches|slicers|tables|threadedComments|timelines|timelineCaches|webextensions)\/|\/worksheets\/_rels\//i
const isRead = (name: string) => /\.(?:xml|rels)$/i.test(name) && !left.test(name)
const isSheet = (name: string) => /\/worksheets\/[^/]+\.xml$/i.test(name)

const compound = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Reads a workbook. WORKBOOK_OTHER_KIND (an older or another kind, or one with a password), WORKBOOK_DAMAGED,
 * WORKBOOK_CRAFTED, WORKBOOK_TOO_LARGE, WORKBOOK_TOO_MANY_CELLS.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  { file, limits = workbookLimits }: { readonly file: string; readonly limits?: WorkbookLimits },
): Promise<readonly Sheet[]> {
  if (bytes.length > limits.mostBytes)
    throw new Problem('WORKBOOK_TOO_LARGE', { file, most: inMegabytes(limits.mostBytes) })
  if (compound.every((byte, index) => bytes[index] === byte)) throw new Problem('WORKBOOK_OTHER_KIND', { file })
  const parts = readArchive(bytes, { file, limits, isRead })
  if (!parts.has('[Content_Types].xml')) throw new Problem('WORKBOOK_OTHER_KIND', { file })
  assertSound(parts, file, limits)
  const workbook = await parsed(archiveOf(parts), file)
  if (workbook.sheets.length === 0) throw new Problem('WORKBOOK_DAMAGED', { file })
  return workbook.sheets.map(sheetOf)
}

/** Nothing that a document type declares is ever needed, and what is laid out in memory is counted before. */
function assertSound(parts: ReadonlyMap<string, Uint8Array>, file: string, limits: WorkbookLimits): void {
  let cells = 0
  let sheets = 0
  for (const [name, part] of parts) {
    if (hasDoctype(part)) throw new Problem('WORKBOOK_CRAFTED', { file })
    if (!isSheet(name)) continue
    sheets += 1
    cells += countCells(part)
  }
  if (sheets > limits.mostSheets || cells > limits.mostCells)
    throw new Problem('WORKBOOK_TOO_MANY_CELLS', { file, most: limits.mostCells })
}

async function parsed(archive: Uint8Array, file: string): Promise<Workbook> {
  try {
    return await readXlsx(archive, { readStyles: true })
  } catch (error) {
    // Whatever a reader trips over in a file of somebody else's, the file is what is wrong.
    throw new Problem('WORKBOOK_DAMAGED', { file }, { cause: error })
  }
}

function sheetOf(sheet: ReadSheet): Sheet {
  const rows: (Cell | null)[][] = sheet.rows.map((row, rowIndex) =>
    row.map((value, column) => cellOf(value, sheet.cells?.get(`${String(rowIndex)},${String(column)}`))),
  )
  for (const row of rows) row.length = row.findLastIndex((cell) => cell !== null) + 1
  rows.length = rows.findLastIndex((row) => row.length > 0) + 1
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows,
    merged: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
  }
}

function cellOf(value: ReadSheet['rows'][number][number], details: ReadCell | undefined): Cell | null {
  if (details?.type === 'error') return { kind: 'error', value: null, shown: String(details.value ?? '') }
  if (value === null || value === '')
    return details?.formula === undefined || details.formulaResult === ''
      ? null
      : { kind: 'error', value: null, shown: '' }
  switch (typeof value) {
    case 'string': {
      const text = oneKindOfLineBreak(value)
      return { kind: 'text', value: text, shown: text }
    }
    case 'number':
      return { kind: 'number', value, shown: shownNumber(value, details?.style?.numFmt) }
    case 'boolean':
      return { kind: 'boolean', value, shown: value ? 'TRUE' : 'FALSE' }
    default:
      return dayOrTime(value)
  }
}

/** As the sheet shows it, where its format is one of numbers; the plain figure else. */
function shownNumber(value: number, format: string | undefined): string {
  if (format === undefined || format === 'General' || format === '@') return String(value)
  return formatValue(value, format)
}

/** A serial number was turned into a moment of UTC, which only stands for what the sheet shows: no zone is meant. */
function dayOrTime(moment: Date): Cell {
  if (Number.isNaN(moment.getTime())) return { kind: 'error', value: null, shown: '' }
  const iso = moment.toISOString()
  const day = iso.slice(0, 10)
  const time = iso.slice(11, 16)
  // Before the first day that a workbook knows there are only times of day.
  if (day < '1900-01-01') return { kind: 'time', value: time, shown: time }
  if (time === '00:00') return { kind: 'day', value: day, shown: day }
  return { kind: 'time', value: `${day} ${time}`, shown: `${day} ${time}` }
}

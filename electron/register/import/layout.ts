/** How a sheet is laid out: what parts its cells, which row heads the columns, and what stands in the first rows. */
import {
  type Column,
  columnsOf,
  type Delimiter,
  delimiters,
  knownHeadings,
  type MappingFile,
} from '#shared/domain/import-mapping.ts'
import { type ImportProfile, importProfiles } from '#shared/domain/import-profile.ts'
import { hasContent } from '#shared/domain/import-row.ts'
import { Problem } from '#shared/domain/problem.ts'
import { firstRecords, type SheetRecord } from './records.ts'

/** How many records are looked at before the whole is read. */
export const firstRows = 300
/** A header is looked for in so many rows with content. */
export const headerWithin = 20

export interface Layout {
  /** Null: the sheet is one of a workbook, or a list of JSON. */
  readonly delimiter: Delimiter | null
  /** The spreadsheet's row of the headings; 0: none. */
  readonly headerRow: number
  readonly columns: readonly Column[]
  /** Columns to the right by which the headings are written too far left; 0 in a sound sheet. */
  readonly shift: 0 | 1
  /** The first records, for choosing a header row. */
  readonly top: readonly SheetRecord[]
  /** Cells of the first records below the header. */
  readonly sample: readonly (readonly string[])[]
}

export interface LayoutOptions {
  readonly fileName: string
  readonly complete: boolean
  readonly headerRow: number | undefined
  readonly mapping: MappingFile | null
  readonly profile?: ImportProfile
}

/**
 * The layout of a sheet from its first text. `complete`: the text is the whole file. SOURCE_EMPTY, SOURCE_HEADER_ONLY,
 * SOURCE_UNCLOSED_QUOTE, SOURCE_NOT_CSV, HEADER_ROW_MISSING.
 */
export function layoutOf(text: string, options: LayoutOptions): Layout {
  const { fileName: file, mapping, profile = importProfiles.system } = options
  if (isOtherFormat(text)) throw new Problem('SOURCE_NOT_CSV', { file })
  const said = options.headerRow ?? mapping?.headerRow
  const sheets = delimiters
    .filter((delimiter) => mapping?.delimiter === undefined || delimiter === mapping.delimiter)
    .map((delimiter) => sheetWith(text, delimiter, mapping, profile))
  const best = sheets.reduce((one, other) => (other.score > one.score ? other : one))
  if (best.width === 1 && best.known === 0 && said === undefined && best.records.some(({ cells }) => hasContent(cells)))
    throw new Problem('SOURCE_NOT_CSV', { file })
  return laidOut(best, options)
}

/** The layout of a sheet of a workbook from its first records; refused as a text is. */
export function layoutOfRecords(records: readonly SheetRecord[], options: LayoutOptions): Layout {
  const { mapping, profile = importProfiles.system } = options
  return laidOut({ ...sheetOf(records, mapping, profile), delimiter: null, unclosed: null }, options)
}

function laidOut(best: Sheet, options: LayoutOptions): Layout {
  const { fileName: file, mapping, profile = importProfiles.system } = options
  const said = options.headerRow ?? mapping?.headerRow
  const { delimiter, records, unclosed } = best
  const filled = records.filter((record) => hasContent(record.cells))
  // What an open quote has swallowed is not missing: the file is not empty, it is broken.
  const assertClosed = () => {
    if (unclosed !== null) throw new Problem('SOURCE_UNCLOSED_QUOTE', { file, row: unclosed })
  }
  if (filled.length === 0) assertClosed()
  if (filled.length === 0 && options.complete) throw new Problem('SOURCE_EMPTY', { file })
  const headerRow = said ?? best.headerRow
  const header = records.find((record) => record.row === headerRow)
  if (headerRow > 0 && (header === undefined || !hasContent(header.cells)))
    throw new Problem('HEADER_ROW_MISSING', { file, row: headerRow })
  const data = filled.filter((record) => record.row > headerRow)
  if (options.complete && data.length === 0) assertClosed()
  if (options.complete && data.length === 0) throw new Problem('SOURCE_HEADER_ONLY', { file })
  const width = Math.max(header?.cells.length ?? 0, ...data.map((record) => record.cells.length))
  const written = header?.cells ?? []
  // A mapping that names headings was written by somebody who looked at the file: they stay where they stand.
  const namesHeadings = Object.keys(mapping?.columns ?? {}).some((name) => !/^#\d+$/.test(name))
  const shift = !namesHeadings && isShifted(written, data, profile) ? 1 : 0
  const headings =
    shift === 1 ? ['', ...written.slice(0, written.findLastIndex((cell) => cell.trim() !== '') + 1)] : written
  return {
    delimiter,
    headerRow,
    columns: columnsOf(headings, width),
    shift,
    top: records.slice(0, headerWithin),
    sample: data.map((record) => record.cells),
  }
}

interface Sheet extends Headed {
  readonly delimiter: Delimiter | null
  readonly unclosed: number | null
}

/** Records, and which of them seems to head the columns. */
interface Headed {
  readonly records: readonly SheetRecord[]
  readonly headerRow: number
  readonly known: number
  readonly width: number
  readonly score: number
}

/** The first records under one delimiter. Known headings tell most; then columns, if the rows agree on their number. */
function sheetWith(text: string, delimiter: Delimiter, mapping: MappingFile | null, profile: ImportProfile): Sheet {
  const { records, unclosed } = firstRecords(text, delimiter, firstRows)
  return { ...sheetOf(records, mapping, profile), delimiter, unclosed }
}

function sheetOf(records: readonly SheetRecord[], mapping: MappingFile | null, profile: ImportProfile): Headed {
  const filled = records.filter((record) => hasContent(record.cells))
  let headerRow =
    filled.find((record) => record.cells.filter((cell) => cell.trim() !== '').length > 1)?.row ?? filled[0]?.row ?? 1
  let known = 0
  for (const record of filled.slice(0, headerWithin)) {
    const count = knownHeadings(record.cells, mapping, profile)
    if (count > known) {
      known = count
      headerRow = record.row
    }
  }
  const widths = new Map<number, number>()
  for (const record of filled) widths.set(record.cells.length, (widths.get(record.cells.length) ?? 0) + 1)
  const [width = 0, agreeing = 0] = [...widths].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? []
  const agreement = filled.length === 0 || width <= 1 ? 0 : (agreeing / filled.length) * Math.min(width, 20)
  return { records, headerRow, known, width, score: known * 100 + agreement }
}

/** JSON, XML, HTML and RTF are text, and lines of them can even look like records. */
function isOtherFormat(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*(?:[{"\d]|\[|\])|<[!?a-z]|\{\\rtf)/i.test(text)
}

/**
 * A list whose first column numbers the rows while its headings begin with the second column's: the headings stand one
 * column too far left, and the last column has none.
 */
function isShifted(headings: readonly string[], data: readonly SheetRecord[], profile: ImportProfile): boolean {
  const filled = headings.filter((heading) => heading.trim() !== '').length
  const last = headings[filled] ?? ''
  if (filled < 2 || headings.slice(0, filled).some((heading) => heading.trim() === '') || last.trim() !== '')
    return false
  if (data.length < 2 || !data.some((record) => (record.cells[filled] ?? '').trim() !== '')) return false
  const numbers = data.map((record) => (record.cells[0] ?? '').trim())
  const counted = numbers.every(
    (number, index) => /^\d+$/.test(number) && (index === 0 || Number(number) > Number(numbers[index - 1])),
  )
  // A sound list may begin with its own numbering: then the first heading says so (No., ID).
  return counted && knownHeadings([headings[0] ?? ''], null, profile) >= 1
}

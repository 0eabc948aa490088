/**
 * Text to records, by csv-parse, with the spreadsheet's row numbers: every record counts, blank ones and those above the
 * header too, and a cell of five lines is one row, not five.
 *
 * Quotes: one that stands within an unquoted cell (5" disk), or inside a quoted one without being doubled, is a letter, and the
 * quotes around the latter are none. But a
 * quoted cell that has run over a line end when it meets such a quote was never closed, and would swallow rows in silence:
 * the file is refused.
 */
import { pipeline } from 'node:stream/promises'
import { CsvError, type Options, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import type { Delimiter } from '#shared/domain/import-mapping.ts'
import { Problem } from '#shared/domain/problem.ts'

export interface SheetRecord {
  /** The spreadsheet's row, from 1. */
  readonly row: number
  readonly cells: readonly string[]
}

/**
 * A longer record is no row of a list: a quote that was never closed, or a text without line ends. Cells of real inventories
 * reach some ten thousand letters.
 */
const longestRecord = 16 * 1024 * 1024
const batchSize = 500

function optionsFor(delimiter: Delimiter): Options {
  return {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: longestRecord,
  }
}

interface RawRecord {
  readonly raw: string
  readonly record: readonly string[]
}

/**
 * All records, in batches. SOURCE_UNCLOSED_QUOTE with the row in which the cell begins, SOURCE_RECORD_TOO_LONG.
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
  fileName: string,
): AsyncGenerator<SheetRecord[], void, void> {
  const parser = parse({ ...optionsFor(delimiter), raw: true })
  let row = 0
  let batch: SheetRecord[] = []
  const feeding = pipeline(text, parser)
  // The reader of the parser gets the same failure; without a listener it would count as unhandled.
  feeding.catch(() => undefined)
  try {
    for await (const item of parser as AsyncIterable<RawRecord>) {
      row += 1
      if (item.record.some((cell) => wasNeverClosed(cell, item.raw)))
        throw new Problem('SOURCE_UNCLOSED_QUOTE', { file: fileName, row })
      batch.push({ row, cells: item.record.map((cell) => withoutBrokenQuotes(cell, item.raw)) })
      if (batch.length === batchSize) {
        yield batch
        batch = []
      }
    }
    await feeding
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const tooLong = error.code === 'CSV_MAX_RECORD_SIZE'
    if (!tooLong && error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error
    const code =
      tooLong && !endsInQuotes(String(error.raw), delimiter) ? 'SOURCE_RECORD_TOO_LONG' : 'SOURCE_UNCLOSED_QUOTE'
    throw new Problem(code, { file: fileName, row: Number(error.records) + 1 }, { cause: error })
  }
  if (batch.length > 0) yield batch
}

export interface FirstRecords {
  readonly records: readonly SheetRecord[]
  /** The row in which a quote opens that the text does not close, or null. */
  readonly unclosed: number | null
}

/** The first records of a text that may end anywhere: what can be said of a sheet before it is read whole. */
export function firstRecords(text: string, delimiter: Delimiter, limit: number): FirstRecords {
  const records: SheetRecord[] = []
  try {
    parseAtOnce(text, {
      ...optionsFor(delimiter),
      to: limit,
      on_record: (cells: string[]) => {
        records.push({ row: records.length + 1, cells })
        return null
      },
    })
  } catch (error) {
    // Where the text was cut within a quoted cell, what came before it is whole.
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error
    return { records, unclosed: records.length + 1 }
  }
  return { records, unclosed: null }
}

/** True where the text ends within a quoted cell. */
function endsInQuotes(text: string, delimiter: Delimiter): boolean {
  try {
    parseAtOnce(text, { ...optionsFor(delimiter), max_record_size: 0, on_record: () => null })
    return false
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return true
    throw error
  }
}

/**
 * "Staff use "free" tools": some exports do not double the quotes within a quoted cell. The parser gives such a cell back with the
 * quotes around it; they are none of its letters.
 */
function withoutBrokenQuotes(cell: string, raw: string): string {
  if (cell.length < 2 || !cell.startsWith('"') || !cell.endsWith('"')) return cell
  return raw.includes(`"${cell.replaceAll('"', '""')}"`) ? cell : cell.slice(1, -1)
}

/**
 * The parser gives a quoted cell back with its opening quote where an undoubled quote broke it off. Where such a cell holds a
 * line end and the file does not hold it properly quoted, it had run into the next line.
 */
function wasNeverClosed(cell: string, raw: string): boolean {
  return cell.startsWith('"') && /[\r\n]/.test(cell) && !raw.includes(`"${cell.replaceAll('"', '""')}"`)
}

/** The one writer of CSV: UTF-8 with byte-order mark or, where it is asked for, code page 932; CRLF, every text quoted and guarded. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import { isRisky, oneKindOfLineBreak } from '#shared/domain/formula-guard.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Cell, CsvFile } from './cell.ts'
import { cp932Bytes } from './cp932.ts'
import type { TextEncoding } from './encoding-survey.ts'

const byteOrderMark = '\ufeff'
const batch = 1000

export interface RowWork {
  readonly signal?: AbortSignal
  readonly onRows?: (rows: number) => void
  /** UTF-8 unless said; in another one with its substitute for what it cannot hold, on which somebody has decided. */
  readonly encoding?: TextEncoding
}

/** Into a file, or into whatever else takes text. Yields between batches, where a cancel arrives: CANCELLED. The numbers of rows and of guarded cells. */
export async function writeRows(
  out: { readonly write: (text: string | Uint8Array) => void },
  file: Pick<CsvFile, 'rows'> & { readonly columns: readonly { readonly name: string }[] },
  work: RowWork = {},
): Promise<{ readonly rows: number; readonly guardedCells: number }> {
  let rows = 0
  let guardedCells = 0
  const safe = (cell: Cell): Cell => {
    if (typeof cell !== 'string') return cell
    const text = oneKindOfLineBreak(cell)
    if (!isRisky(text)) return text
    guardedCells += 1
    return `'${text}`
  }
  const encoded = (text: string) => (work.encoding === 'cp932' ? cp932Bytes(text) : text)
  const heads = csvText([file.columns.map((column) => column.name)])
  out.write(work.encoding === 'cp932' ? cp932Bytes(heads) : byteOrderMark + heads)
  let waiting: Cell[][] = []
  const flush = async () => {
    out.write(encoded(csvText(waiting)))
    rows += waiting.length
    work.onRows?.(waiting.length)
    waiting = []
    await nextTurn()
    if (work.signal?.aborted) throw new Problem('CANCELLED')
  }
  for (const row of file.rows()) {
    waiting.push(row.map(safe))
    if (waiting.length === batch) await flush()
  }
  if (waiting.length > 0) await flush()
  return { rows, guardedCells }
}

/** Strings in quotes, numbers bare, nothing for null. */
function csvText(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows as Cell[][], { quoted_string: true, record_delimiter: '\r\n' })
}

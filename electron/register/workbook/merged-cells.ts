/**
 * Cells that are merged. A sheet writes them down after all of its rows, so they are looked up in a reading of their own that
 * takes nothing apart but the end.
 */
import type { Cell, MergedCells } from './cells.ts'
import { columnOf, type SheetRow } from './sheet-rows.ts'

const first = Buffer.from('mergeCells')

/** What is merged in a sheet, by its first row. Ranges that are none merge nothing: what stands in the cells is read all the same. */
export async function mergedCellsOf(pieces: AsyncIterable<Uint8Array>): Promise<readonly MergedCells[]> {
  const rest: Uint8Array[] = []
  let before = Buffer.alloc(0)
  for await (const piece of pieces) {
    if (rest.length > 0) {
      rest.push(Buffer.from(piece))
      continue
    }
    const joined = Buffer.concat([before, piece])
    const at = joined.indexOf(first)
    if (at >= 0) rest.push(Buffer.from(joined.subarray(at)))
    before = Buffer.from(joined.subarray(-first.length))
  }
  const text = Buffer.concat(rest).toString('latin1')
  const merged: MergedCells[] = []
  for (const [, left = '', top, right = '', bottom] of text.matchAll(
    /<(?:[\w.-]+:)?mergeCell\s[^>]*?\bref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g,
  ))
    merged.push({
      top: Number(top) - 1,
      left: columnOf(left) ?? 0,
      bottom: Number(bottom) - 1,
      right: columnOf(right) ?? 0,
    })
  return merged.sort((one, other) => one.top - other.top)
}

/**
 * Words that stand for several rows, in each of them. A cell that is merged downwards is said once and meant for every row
 * beside it: it is filled into those that hold something of their own. Across, and in empty rows, nothing is filled in.
 */
export class FilledDown {
  readonly #merged: readonly MergedCells[]
  #next = 0
  #open: { readonly column: number; readonly bottom: number; readonly cell: Cell }[] = []

  constructor(merged: readonly MergedCells[]) {
    this.#merged = merged.filter(({ top, bottom }) => bottom > top)
  }

  /** Rows in their order. */
  row({ row, cells }: SheetRow): readonly (Cell | null)[] {
    const at = row - 1
    this.#open = this.#open.filter(({ bottom }) => bottom >= at)
    const filled = [...cells]
    for (const { column, cell } of this.#open) {
      while (filled.length <= column) filled.push(null)
      filled[column] ??= cell
    }
    for (; this.#next < this.#merged.length; this.#next += 1) {
      const range = this.#merged[this.#next]
      if (range === undefined || range.top > at) break
      const cell = range.top === at ? cells[range.left] : null
      if (cell !== null && cell !== undefined) this.#open.push({ column: range.left, bottom: range.bottom, cell })
    }
    return filled
  }
}

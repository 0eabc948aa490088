/**
 * What a pasted block is, before the register is asked: which column meets which field, which line meets which record. Columns
 * are counted from the active cell, unless the first line names them; with a column of codes the lines find their records
 * wherever they stand.
 */
import { searchKey } from '#shared/domain/text.ts'
import type { TextBlock } from './clipboard-text.ts'

/** A column of the list as pasting sees it. */
export interface PasteTarget {
  readonly id: string
  readonly heading: string
  /** The name that the register takes; null where nobody types into the column. */
  readonly takes: string | null
}

export interface PasteMapping {
  /** By pasted column; null where it meets none. */
  readonly targets: readonly (PasteTarget | null)[]
  readonly lines: TextBlock
  /** The first line named the columns. */
  readonly headed: boolean
  /** The pasted column that holds the records' codes; -1 where there is none. */
  readonly codes: number
}

export function mapPaste(
  block: TextBlock,
  columns: readonly PasteTarget[],
  /** Where the active cell stands among `columns`. */
  from: number,
  /** How many of them are on the screen: only those are counted off, a heading can name the others too. */
  shown: number,
): PasteMapping {
  const [first = [], ...rest] = block
  const named = first.map((text) => {
    const key = searchKey(text)
    return key === ''
      ? null
      : (columns.find(({ id, heading }) => searchKey(heading) === key || id === text.trim()) ?? null)
  })
  const filled = first.filter((text) => text.trim() !== '').length
  const found = new Set(named.filter((target) => target !== null).map(({ id }) => id))
  // A line of headings: most of its cells name a column, no column twice, and something stands beneath it.
  const headed = rest.length > 0 && found.size >= Math.max(1, Math.ceil(filled / 2)) && found.size === namedCount(named)
  const targets = headed
    ? named
    : first.map((_text, index) => (from + index < shown ? columns[from + index] : null) ?? null)
  return {
    targets,
    lines: headed ? rest : block,
    headed,
    codes: headed ? targets.findIndex((target) => target?.id === 'code') : -1,
  }
}

function namedCount(named: readonly (PasteTarget | null)[]): number {
  return named.filter((target) => target !== null).length
}

/** One cell fills a whole block; a line or column of the block's own size is repeated along it. */
export function repeated(block: TextBlock, rows: number, columns: number): TextBlock {
  const height = block.length
  const width = block[0]?.length ?? 0
  const down = height === 1 && rows > 1 && (width === 1 || width === columns)
  const across = width === 1 && columns > 1 && (height === 1 || height === rows)
  return Array.from({ length: down ? rows : height }, (_row, row) =>
    Array.from(
      { length: across ? columns : width },
      (_cell, column) => block[down ? 0 : row]?.[across ? 0 : column] ?? '',
    ),
  )
}

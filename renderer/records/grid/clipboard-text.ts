/**
 * A block of cells as text, as Excel writes and reads it: cells parted by TAB, lines by CRLF; a cell that holds a TAB, a line
 * break or begins with a quote is quoted, with quotes inside it doubled. csv-parse is no help here: a quote that is never
 * closed is an error to it and a plain character to a spreadsheet (5" disk, "six).
 */
import { guard, oneKindOfLineBreak, unguard } from '#shared/domain/formula-guard.ts'

export type TextBlock = readonly (readonly string[])[]

/** A cell as it stands in the text. Excel breaks lines inside a cell by LF. */
function written(text: string): string {
  const cell = oneKindOfLineBreak(guard(text))
  return /^"|[\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The block as text, with a line break at its end, as Excel leaves it. */
export function writeTabbed(block: TextBlock): string {
  return block.map((row) => `${row.map(written).join('\t')}\r\n`).join('')
}

/** A quoted cell at the start of the rest: only where its closing quote is followed by the end of the cell. */
const quoted = /"([^"]*(?:""[^"]*)*)"(?=\t|\r|\n|$)/y
const plain = /[^\t\r\n]*/y

/**
 * The cells of pasted text. One line break at its end belongs to the last line; rows are made equally long with empty cells.
 * Nothing at all gives no row.
 */
export function readTabbed(text: string): string[][] {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < source.length) {
    const { cell, end } = cellAt(source, at)
    row.push(cell)
    at = end
    if (source[at] === '\t') {
      at += 1
      if (at < source.length) continue
      row.push('')
    }
    rows.push(row)
    row = []
    if (source[at] === '\r' && source[at + 1] === '\n') at += 1
    at += 1
  }
  return squared(rows)
}

function cellAt(source: string, at: number): { readonly cell: string; readonly end: number } {
  quoted.lastIndex = at
  const inQuotes = quoted.exec(source)
  if (inQuotes !== null) {
    const cell = oneKindOfLineBreak((inQuotes[1] ?? '').replaceAll('""', '"'))
    return { cell: unguard(cell), end: quoted.lastIndex }
  }
  plain.lastIndex = at
  const cell = plain.exec(source)?.[0] ?? ''
  return { cell: unguard(cell), end: at + cell.length }
}

/** Rows of equal length. An empty last row stays: it is how a spreadsheet copies an empty cell at the end of a column. */
function squared(rows: readonly string[][]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * The block as a table. Excel takes this flavour first; the number format of text keeps it from running a formula and from
 * making a date of a code such as 1-2.
 */
export function writeTable(block: TextBlock): string {
  const cell = (text: string) =>
    `<td style="mso-number-format:'\\@'">${oneKindOfLineBreak(text)
      .replace(/[&<>"]/g, (each) => entities[each] ?? each)
      .replaceAll('\n', '<br style="mso-data-placement:same-cell">')}</td>`
  const rows = block.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')
  return `<meta charset="utf-8"><table>${rows}</table>`
}

/**
 * The one writer of workbooks. Every text is a cell of text in the format of text, so that nothing that begins like a formula
 * is ever run or becomes one when the cell is edited; no formulas are written. The same content gives the same bytes.
 */
import type { Cell as WrittenLibraryCell, CellStyle } from 'hucre'
import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { Day, Instant } from '#shared/domain/calendar-date.ts'
import { oneKindOfLineBreak } from '#shared/domain/formula-guard.ts'
import { lettersOf } from './sheet-rows.ts'

export interface WrittenDay {
  readonly day: Day
}
/** Null: nothing stands there. */
export type WrittenCell = string | number | boolean | WrittenDay | null

export interface WrittenRow {
  readonly cells: readonly WrittenCell[]
  /** A row of headings, or the title of the sheet. */
  readonly as?: 'title' | 'heading'
}

export interface WrittenColumn {
  /** In characters. */
  readonly width: number
  readonly hidden?: boolean
}

/** Words to choose from, in the cells of one column. Rows from 0, the last included. */
export interface WrittenChoice {
  readonly column: number
  readonly fromRow: number
  readonly toRow: number
  readonly words: readonly string[]
}

export interface WrittenSheet {
  readonly name: string
  readonly columns: readonly WrittenColumn[]
  readonly rows: readonly WrittenRow[]
  /** Rows that stay in view. */
  readonly frozenRows?: number
  readonly choices?: readonly WrittenChoice[]
}

/** Excel keeps no more in a cell. */
export const mostLetters = 32_767
const forbiddenInNames = /[[\]:*?/\\]/g
const text = '@'
const wrapped = { vertical: 'top', wrapText: true } as const

const styles: Readonly<Record<'plain' | 'title' | 'heading', CellStyle>> = {
  plain: { numFmt: text, alignment: wrapped },
  title: { numFmt: text, font: { bold: true, size: 14 }, alignment: { vertical: 'top' } },
  heading: {
    numFmt: text,
    font: { bold: true },
    alignment: wrapped,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF2F6' } },
    border: { bottom: { style: 'thin', color: { rgb: 'B9BEB9' } } },
  },
}
const dayStyle: CellStyle = { numFmt: 'yyyy-mm-dd', alignment: { vertical: 'top', horizontal: 'left' } }
const figureStyle: CellStyle = { alignment: { vertical: 'top' } }

export async function writeWorkbook({
  title,
  at,
  sheets,
}: {
  readonly title: string
  readonly at: Instant
  readonly sheets: readonly WrittenSheet[]
}): Promise<Uint8Array> {
  const made = new Date(at)
  return await writeXlsx({
    properties: { title, creator: 'Daicho', created: made, modified: made },
    sheets: sheets.map(sheetOf),
  })
}

function sheetOf(sheet: WrittenSheet): WriteSheet {
  const cells = new Map<string, Partial<WrittenLibraryCell>>()
  for (const [row, { cells: written, as = 'plain' }] of sheet.rows.entries())
    for (const [column, cell] of written.entries())
      cells.set(`${String(row)},${String(column)}`, cellOf(cell, styles[as]))
  return {
    name: sheetName(sheet.name),
    // What is typed into a cell that is empty now stays text too.
    columns: sheet.columns.map(({ width, hidden = false }) => ({ width, hidden, style: styles.plain })),
    rows: sheet.rows.map(({ cells: written }) => written.map(valueOf)),
    cells,
    ...(sheet.frozenRows === undefined ? {} : { freezePane: { rows: sheet.frozenRows } }),
    dataValidations: (sheet.choices ?? []).map(({ column, fromRow, toRow, words }) => ({
      type: 'list',
      values: [...words],
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'warning',
      range: `${lettersOf(column)}${String(fromRow + 1)}:${lettersOf(column)}${String(toRow + 1)}`,
    })),
  }
}

function cellOf(cell: WrittenCell, style: CellStyle): Partial<WrittenLibraryCell> {
  const value = valueOf(cell)
  if (typeof cell === 'number' || typeof cell === 'boolean') return { value, style: figureStyle }
  if (cell !== null && typeof cell === 'object') return { value, style: dayStyle }
  return { value, style }
}

function valueOf(cell: WrittenCell): string | number | boolean | Date | null {
  if (typeof cell === 'string') return escaped(oneKindOfLineBreak(cell).slice(0, mostLetters))
  if (cell !== null && typeof cell === 'object') return new Date(`${cell.day}T00:00:00Z`)
  return cell
}

/** As the format has characters that XML cannot hold, and texts that would be taken for one of them. */
function escaped(value: string): string {
  const plain = value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return plain.replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, (sign) =>
    isInXml(sign) ? sign : `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}

/** XML 1.0 has the control characters from 7F on, and not those below the space. */
function isInXml(sign: string): boolean {
  const code = sign.charCodeAt(0)
  return code >= 0x20 && code < 0xfffe
}

/** A name as Excel takes it: 31 letters, without signs that stand for something in a reference. */
export function sheetName(name: string): string {
  return name
    .replace(forbiddenInNames, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 31)
}

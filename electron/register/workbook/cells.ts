/** What stands in a workbook, as far as a register has to do with it. */

/** Text, number or truth as it was typed; days and moments without a zone; what a spreadsheet could not work out. */
export type Cell =
  | { readonly kind: 'text'; readonly value: string; readonly shown: string }
  /** `stored`: the figure that was saved, without the noise of reckoning; its leading zeros where the format is one of zeros. */
  | { readonly kind: 'number'; readonly value: number; readonly stored: string; readonly shown: string }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly shown: string }
  /** `2026-11-28`. */
  | { readonly kind: 'day'; readonly value: string; readonly shown: string }
  /** `2026-11-28 14:30`; a time of no day is `14:30`. */
  | { readonly kind: 'time'; readonly value: string; readonly shown: string }
  /** `#REF!`, or a formula whose value was never worked out and saved, which shows nothing. */
  | { readonly kind: 'error'; readonly value: null; readonly shown: string }

/** Rows and columns from 0, the last ones included. */
export interface MergedCells {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Hidden sheets are shown again by a click; very hidden ones only by a program. */
export const sheetStates = ['visible', 'hidden', 'veryHidden'] as const
export type SheetState = (typeof sheetStates)[number]

export interface Sheet {
  readonly name: string
  readonly state: SheetState
  /** From the first row of the sheet, so that row 3 is the third; null where nothing stands. Rows end with their last cell. */
  readonly rows: readonly (readonly (Cell | null)[])[]
  /** What is merged stands in the first cell, the others are empty. */
  readonly merged: readonly MergedCells[]
}

/** What a cell says to a person, in one kind of line break; nothing for an empty one. */
export function shownOf(cell: Cell | null | undefined): string {
  return cell?.shown ?? ''
}

/** What a cell says to the import: a figure as it is stored, nothing for what could not be worked out. */
export function storedOf(cell: Cell | null | undefined): string {
  if (cell === null || cell === undefined || cell.kind === 'error') return ''
  return cell.kind === 'number' ? cell.stored : cell.shown
}

/** What stands in a workbook, as far as a register has to do with it. */

/** Text, number or truth as it was typed; days and moments without a zone; what a spreadsheet could not work out. */
export type Cell =
  | { readonly kind: 'text'; readonly value: string; readonly shown: string }
  | { readonly kind: 'number'; readonly value: number; readonly shown: string }
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

export interface Sheet {
  readonly name: string
  /** By the workbook; a reader who opens it does not see it. */
  readonly hidden: boolean
  /** From the first row of the sheet, so that row 3 is the third; null where nothing stands. Rows end with their last cell. */
  readonly rows: readonly (readonly (Cell | null)[])[]
  /** What is merged stands in the first cell, the others are empty. */
  readonly merged: readonly MergedCells[]
}

/** What a cell says to a person, in one kind of line break; nothing for an empty one. */
export function shownOf(cell: Cell | null | undefined): string {
  return cell?.shown ?? ''
}

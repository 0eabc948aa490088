/**
 * Cells of a grid and blocks of them. As in a spreadsheet, one cell is active (it has the focus and takes what is typed) and a
 * block reaches from it to its far corner. Rows are items of the grid from 0, columns are the cells of a row from 0.
 */
export interface Place {
  readonly row: number
  readonly column: number
}

/** How many rows and columns there are, and how many rows fit in view. */
export interface Bounds {
  readonly rows: number
  readonly columns: number
  readonly page: number
}

/** The active cell and the far corner of its block; the same place where one cell alone is chosen. */
export interface Block {
  readonly active: Place
  readonly far: Place
}

/** A block by its edges, all of them inside it. */
export interface Edges {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'rowStart'
  | 'rowEnd'
  | 'columnStart'
  | 'columnEnd'
  | 'first'
  | 'last'
  | 'pageUp'
  | 'pageDown'

const within = (value: number, count: number) => Math.min(Math.max(value, 0), Math.max(count - 1, 0))

export function placeWithin(place: Place, { rows, columns }: Bounds): Place {
  return { row: within(place.row, rows), column: within(place.column, columns) }
}

/** Where a move leads from a place; at an edge it stays. */
export function movedPlace({ row, column }: Place, move: Move, bounds: Bounds): Place {
  const [last, end] = [bounds.rows - 1, bounds.columns - 1]
  const targets: { readonly [M in Move]: Place } = {
    up: { row: row - 1, column },
    down: { row: row + 1, column },
    left: { row, column: column - 1 },
    right: { row, column: column + 1 },
    rowStart: { row, column: 0 },
    rowEnd: { row, column: end },
    columnStart: { row: 0, column },
    columnEnd: { row: last, column },
    first: { row: 0, column: 0 },
    last: { row: last, column: end },
    pageUp: { row: row - bounds.page, column },
    pageDown: { row: row + bounds.page, column },
  }
  return placeWithin(targets[move], bounds)
}

/** The next cell of a row, then of the next row: where Tab leads. Null beyond the last cell and before the first. */
export function nextPlace({ row, column }: Place, step: 1 | -1, { rows, columns }: Bounds): Place | null {
  const ahead = column + step
  if (ahead >= 0 && ahead < columns) return { row, column: ahead }
  const target = { row: row + step, column: step === 1 ? 0 : columns - 1 }
  return target.row < 0 || target.row >= rows ? null : target
}

export function oneCell(place: Place): Block {
  return { active: place, far: place }
}

/** A plain move takes the active cell along and ends the block; an extending one moves the far corner only. */
export function movedBlock(block: Block, move: Move, extend: boolean, bounds: Bounds): Block {
  return extend
    ? { active: block.active, far: movedPlace(block.far, move, bounds) }
    : oneCell(movedPlace(block.active, move, bounds))
}

export function edgesOf({ active, far }: Block): Edges {
  return {
    top: Math.min(active.row, far.row),
    bottom: Math.max(active.row, far.row),
    left: Math.min(active.column, far.column),
    right: Math.max(active.column, far.column),
  }
}

export function isInside({ top, bottom, left, right }: Edges, { row, column }: Place): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}

export function isOneCell({ active, far }: Block): boolean {
  return active.row === far.row && active.column === far.column
}

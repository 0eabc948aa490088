/** Where a list says which record a row is and, beside codes, what the records are called. */
export interface OwnCodes {
  /** The column of the rows' ids; null where the list has none. */
  readonly id: number | null
  /** A column of codes → the column of the names beside it; null where the list has none. */
  readonly codes: ReadonlyMap<number, number | null>
}

export const noOwnCodes: OwnCodes = { id: null, codes: new Map() }

/** Of a cell of codes: the words of the cell of names beside it, null where there are none; undefined: it is no cell of codes. */
export function namesBeside({ codes }: OwnCodes, index: number, cells: readonly string[]): string | null | undefined {
  const beside = codes.get(index)
  if (beside === undefined) return undefined
  const words = beside === null ? '' : (cells[beside] ?? '').trim()
  return words === '' ? null : words
}

/** The id that a row has in the register that wrote it; null where the list does not say it. */
export function idOfRow({ id }: OwnCodes, cells: readonly string[]): string | null {
  const words = id === null ? '' : (cells[id] ?? '').trim()
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(words) ? words.toLowerCase() : null
}

/**
 * Parts that are made from rows and kept for as long as the rows are the same objects. Whoever reads the rows again keeps the
 * arrays and the rows that did not change (`figure-facts.ts` does); what is made from them then knows by looking at them what
 * it has to make again. So one edit in a register of a hundred thousand records remakes what that record bears on, nothing
 * has to be told of the change, and nothing can forget to be told.
 */
export interface Part<Value> {
  /** What the value was made from: compared by identity, days and numbers by value. */
  readonly from: readonly unknown[]
  readonly value: Value
}

/** Something that a value is made from, and the ids of what one of its rows bears on; null: a change bears on all of it. */
export interface Bearing {
  readonly from: unknown
  readonly ids: ((row: never) => readonly string[]) | null
}
export const rowsBearing = <Row>(from: readonly Row[], ids: (row: Row) => readonly string[]): Bearing => ({ from, ids })
export const bearingOnAll = (from: unknown): Bearing => ({ from, ids: null })

export class KeptParts {
  readonly #parts = new Map<string, Part<unknown>>()

  /** The part of that name, made again where something that it is made from is another one. `make` gets the earlier one. */
  get<Value>(name: string, from: readonly unknown[], make: (earlier: Part<Value> | null) => Value): Value {
    const known = this.#parts.get(name) as Part<Value> | undefined
    if (known !== undefined && known.from.every((each, place) => each === from[place])) return known.value
    const value = make(known ?? null)
    this.#parts.set(name, { from, value })
    return value
  }

  /**
   * The same for a value that is made record by record: `make` gets the earlier value, if there is one, with the ids of the
   * records that have to be made again; without ids all of them have to.
   */
  following<Value>(
    name: string,
    bearings: readonly Bearing[],
    make: (earlier: Value | null, ids: ReadonlySet<string> | null) => Value,
  ): Value {
    const from = bearings.map((bearing) => bearing.from)
    return this.get<Value>(name, from, (earlier) =>
      make(earlier && earlier.value, earlier && idsToMakeAgain(earlier.from, bearings)),
    )
  }

  /** Rows by each of their keys, in their order; after a change only the groups are made again that a changed row is in. */
  groups<Row>(
    name: string,
    rows: readonly Row[],
    keysOf: (row: Row) => readonly string[],
  ): ReadonlyMap<string, readonly Row[]> {
    return this.get<ReadonlyMap<string, readonly Row[]>>(name, [rows], (earlier) => {
      const changed = earlier && changedRows(earlier.from[0] as readonly Row[], rows)
      if (earlier === null || changed === null) return groupBy(rows, keysOf)
      const keys = new Set([...changed.gone, ...changed.come].flatMap(keysOf))
      const again = groupBy(rows, (row) => keysOf(row).filter((key) => keys.has(key)))
      const groups = new Map(earlier.value)
      for (const key of keys) {
        const group = again.get(key)
        if (group === undefined) groups.delete(key)
        else groups.set(key, group)
      }
      return groups
    })
  }
}

/** Above this many changed rows all that is made from them is made again. */
const mostChanged = 2000

interface ChangedRows<Row> {
  readonly gone: readonly Row[]
  readonly come: readonly Row[]
}

/**
 * The rows that only one of two lists has: of a changed record the row before and the row after. Null where there are so many
 * that following them is not worth it. Rows that merely moved may be among both.
 */
export function changedRows<Row>(before: readonly Row[], after: readonly Row[]): ChangedRows<Row> | null {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  const gone = before.slice(start, before.length - end)
  const come = after.slice(start, after.length - end)
  const changed = gone.length === come.length ? unequal(gone, come) : null
  return changed ?? onlyInOne(gone, come)
}

/** The ids of what has to be made again once the values it was made from have changed; null: of everything. */
export function idsToMakeAgain(before: readonly unknown[], bearings: readonly Bearing[]): ReadonlySet<string> | null {
  const found = new Set<string>()
  for (const [place, { from, ids }] of bearings.entries()) {
    if (before[place] === from) continue
    const changed = ids && changedRows(before[place] as readonly never[], from as readonly never[])
    if (ids === null || changed === null) return null
    for (const row of [...changed.gone, ...changed.come]) for (const id of ids(row)) found.add(id)
  }
  return found
}

function unequal<Row>(before: readonly Row[], after: readonly Row[]): ChangedRows<Row> | null {
  const gone: Row[] = []
  const come: Row[] = []
  for (let place = 0; place < before.length; place += 1) {
    if (before[place] === after[place]) continue
    gone.push(before[place] as Row)
    come.push(after[place] as Row)
    if (come.length > mostChanged) return null
  }
  return { gone, come }
}

function onlyInOne<Row>(before: readonly Row[], after: readonly Row[]): ChangedRows<Row> | null {
  const [rowsBefore, rowsAfter] = [new Set(before), new Set(after)]
  const gone = before.filter((row) => !rowsAfter.has(row))
  const come = after.filter((row) => !rowsBefore.has(row))
  return gone.length + come.length > 2 * mostChanged ? null : { gone, come }
}

/** Rows by each of their keys; a row without a key is left out. */
export function groupBy<Row>(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly string[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows)
    for (const key of keysOf(row)) {
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
  return groups
}

/** The earlier object where it says the same in each of its fields: what is made from it then stays as it is. */
export function sameAsBefore<Value extends object>(earlier: Value | undefined, made: Value): Value {
  if (earlier === undefined) return made
  for (const field in made) if (made[field] !== earlier[field]) return made
  return earlier
}

/**
 * The records that are chosen for a change in bulk: some by name, or all that the list finds but some. "All 312 of this list"
 * holds for records whose pages were never on the screen.
 */
export type RowChoice =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string> }

export const noRows: RowChoice = { kind: 'some', ids: new Set() }
export const allRows: RowChoice = { kind: 'all', except: new Set() }

export function isChosen(choice: RowChoice, id: string): boolean {
  return choice.kind === 'some' ? choice.ids.has(id) : !choice.except.has(id)
}

/** How many of the `found` records of the list are chosen. */
export function chosenCount(choice: RowChoice, found: number): number {
  return choice.kind === 'some' ? choice.ids.size : Math.max(found - choice.except.size, 0)
}

function changed(set: ReadonlySet<string>, ids: readonly string[], present: boolean): ReadonlySet<string> {
  const next = new Set(set)
  for (const id of ids)
    if (present) next.add(id)
    else next.delete(id)
  return next
}

/** Chooses records or lets them go. */
export function withRows(choice: RowChoice, ids: readonly string[], chosen: boolean): RowChoice {
  return choice.kind === 'some'
    ? { kind: 'some', ids: changed(choice.ids, ids, chosen) }
    : { kind: 'all', except: changed(choice.except, ids, !chosen) }
}

export function toggledRow(choice: RowChoice, id: string): RowChoice {
  return withRows(choice, [id], !isChosen(choice, id))
}

/** What the box of the heading shows, and does next: everything, or nothing where all or some are chosen. */
export function headingState(choice: RowChoice, found: number): 'none' | 'some' | 'all' {
  const count = chosenCount(choice, found)
  return count === 0 ? 'none' : count >= found ? 'all' : 'some'
}

export function toggledAll(choice: RowChoice, found: number): RowChoice {
  return headingState(choice, found) === 'all' ? noRows : allRows
}

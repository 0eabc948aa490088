/**
 * The records that are chosen for a change in bulk: some by code, or all that the list finds but some. "All 312 of this list"
 * holds for records whose pages were never on the screen.
 */
export type RowChoice =
  | { readonly kind: 'some'; readonly codes: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string> }

export const noRows: RowChoice = { kind: 'some', codes: new Set() }
export const allRows: RowChoice = { kind: 'all', except: new Set() }

export function isChosen(choice: RowChoice, code: string): boolean {
  return choice.kind === 'some' ? choice.codes.has(code) : !choice.except.has(code)
}

/** How many of the `found` records of the list are chosen. */
export function chosenCount(choice: RowChoice, found: number): number {
  return choice.kind === 'some' ? choice.codes.size : Math.max(found - choice.except.size, 0)
}

function changed(set: ReadonlySet<string>, codes: readonly string[], present: boolean): ReadonlySet<string> {
  const next = new Set(set)
  for (const code of codes)
    if (present) next.add(code)
    else next.delete(code)
  return next
}

/** Chooses records or lets them go. */
export function withRows(choice: RowChoice, codes: readonly string[], chosen: boolean): RowChoice {
  return choice.kind === 'some'
    ? { kind: 'some', codes: changed(choice.codes, codes, chosen) }
    : { kind: 'all', except: changed(choice.except, codes, !chosen) }
}

export function toggledRow(choice: RowChoice, code: string): RowChoice {
  return withRows(choice, [code], !isChosen(choice, code))
}

/** What the box of the heading shows, and does next: everything, or nothing where all or some are chosen. */
export function headingState(choice: RowChoice, found: number): 'none' | 'some' | 'all' {
  const count = chosenCount(choice, found)
  return count === 0 ? 'none' : count >= found ? 'all' : 'some'
}

export function toggledAll(choice: RowChoice, found: number): RowChoice {
  return headingState(choice, found) === 'all' ? noRows : allRows
}

/**
 * The page budget of a pack, held against the sheets on which it is printed: a page of the list that goes on to further sheets
 * counts as many as it takes. What could be left out is a proposal of Daicho's own.
 */
export interface PageSheets {
  /** The key of the page. */
  readonly page: string
  readonly sheets: number
}

/** How a pack stands against its budget. */
export interface PagesCounted {
  readonly budget: number
  readonly pages: readonly PageSheets[]
  /** False where nothing could be printed: each page is taken for one sheet, which is the least it can be. */
  readonly isCounted: boolean
}

/** What a reader is told of a pack that has more sheets than it may. */
export interface BudgetExceeded {
  readonly sheets: number
  readonly budget: number
  readonly isCounted: boolean
  /** The pages that take more than one, the longest first. */
  readonly longer: readonly PageSheets[]
  /** What brings the pack within its budget, or closest to it. */
  readonly leaveOut: readonly string[]
  /** Sheets above the budget if all of these are left out. */
  readonly stillOver: number
}

/** What a reader of the pack can look up elsewhere: the pages of the annexes. */
export const pagesToDoWithout = ['annexDefinitions', 'annexGlossary', 'annexRisks', 'annexExtract']

/**
 * Null where the pack is within its budget. `optional`: the keys of pages that a pack may do without. The shortest of these that
 * is enough alone is proposed; where none is, the longest ones until it is enough.
 */
export function budgetExceeded(
  { budget, pages, isCounted }: PagesCounted,
  optional: readonly string[],
): BudgetExceeded | null {
  const sheets = pages.reduce((sum, each) => sum + each.sheets, 0)
  if (sheets <= budget) return null
  const byLength = (one: PageSheets, other: PageSheets) => other.sheets - one.sheets
  const candidates = optional.flatMap((page) => pages.find((each) => each.page === page) ?? []).toSorted(byLength)
  const enough = candidates.findLast((each) => sheets - each.sheets <= budget)
  const chosen: PageSheets[] = []
  let left = sheets
  for (const each of enough === undefined ? candidates : [enough]) {
    if (left <= budget) break
    chosen.push(each)
    left -= each.sheets
  }
  return {
    sheets,
    budget,
    isCounted,
    longer: pages.filter((each) => each.sheets > 1).toSorted(byLength),
    leaveOut: chosen.map(({ page }) => page),
    stillOver: Math.max(0, left - budget),
  }
}

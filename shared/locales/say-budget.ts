/** A pack with more printed pages than it may have, in words: how many, which of them run over, and what could be left out. */
import type { BudgetExceeded } from '../domain/decision/page-budget.ts'
import type { ProblemFacts } from '../domain/problem.ts'
import type { Translate } from './translate.ts'

/** One or two sentences, without a full stop at the end. */
export function sayBudget(words: Translate, exceeded: BudgetExceeded): string {
  const { sheets, budget, isCounted, longer, leaveOut, stillOver } = exceeded
  const name = (page: string) => words(`pack.page.${page}`)
  const separator = words('pack.listSeparator')
  const facts = {
    sheets,
    budget,
    over: sheets - budget,
    stillOver,
    longer: longer
      .map(({ page, sheets: count }) => words('packBudget.page', { page: name(page), count }))
      .join(separator),
    leaveOut: leaveOut.map(name).join(separator),
  }
  const advice = leaveOut.length === 0 ? 'none' : stillOver > 0 ? 'some' : 'enough'
  return [
    words(isCounted ? 'packBudget.exceeded' : 'packBudget.atLeast', facts),
    ...(longer.length === 0 ? [] : [words('packBudget.longer', facts)]),
    words(`packBudget.leaveOut.${advice}`, facts),
  ].join(words('packBudget.separator'))
}

/** As flat facts of a problem, and back. */
export function budgetFacts(exceeded: BudgetExceeded | null): ProblemFacts {
  if (exceeded === null) return {}
  const { longer, ...rest } = exceeded
  return { ...rest, longer: longer.map(({ page, sheets }) => `${page}:${String(sheets)}`) }
}

/** Null where the facts are of another point. */
export function budgetFromFacts({
  sheets,
  budget,
  isCounted,
  longer,
  leaveOut,
  stillOver,
}: ProblemFacts): BudgetExceeded | null {
  if (typeof sheets !== 'number' || typeof budget !== 'number') return null
  const listed = (fact: ProblemFacts[string] | undefined) => (Array.isArray(fact) ? fact.map(String) : [])
  return {
    sheets,
    budget,
    isCounted: isCounted === true,
    longer: listed(longer).map((each) => {
      const [page = '', count] = each.split(':')
      return { page, sheets: Number(count) }
    }),
    leaveOut: listed(leaveOut),
    stillOver: typeof stillOver === 'number' ? stillOver : 0,
  }
}

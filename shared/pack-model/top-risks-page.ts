/** Who owns the worst ten, and is treatment working? */
import type { RiskCategory } from '../domain/principles.ts'
import { riskCategories } from '../domain/principles.ts'
import { type Statement, statement } from '../domain/statement.ts'
import { capped, joined, type PackContext, someCodes } from './pack-context.ts'
import type { CategoryRow, TopRisksPage } from './pages.ts'
import { riskRows } from './risk-rows.ts'

export function topRisksPage(context: PackContext, number: number): TopRisksPage {
  const { positions } = context
  return {
    number,
    key: 'topRisks',
    orientation: 'landscape',
    name: statement('pack.page.topRisks'),
    title: titleOf(context),
    lead: leadOf(context),
    risks: context.figure(
      'worstTen',
      capped(riskRows(context, positions), context.input.finishing.choices.topRisks, 'risks'),
      {
        aside: statement('pack.aside.openRisks', { count: positions.length }),
        meaning: statement('pack.meaning.worstTen'),
      },
    ),
    categories: context.figure('categories', categoryRows(context), {
      meaning: statement('pack.meaning.categories'),
    }),
  }
}

/** Who owns, and what covers, the risks outside appetite. */
function titleOf(context: PackContext): Statement {
  const { positions } = context
  const outside = positions.filter((each) => each.outsideAppetite === true)
  if (positions.length === 0) return statement('pack.topRisks.none')
  if (outside.length === 0) {
    const ownerless = positions.filter((each) => each.owner.state !== 'held').length
    return joined(
      statement('pack.topRisks.noneOutside', { total: positions.length }),
      ownerless === 0
        ? statement('pack.topRisks.allOwned')
        : statement('pack.topRisks.ownerless', { count: ownerless }),
    )
  }
  const ownerless = outside.filter((each) => each.owner.state !== 'held').length
  const accepted = outside.filter((each) => each.acceptance?.state === 'active').length
  return joined(
    statement('pack.topRisks.accepted', { count: accepted, total: outside.length }),
    ownerless === 0
      ? statement('pack.topRisks.outsideAllOwned')
      : statement('pack.topRisks.outsideOwnerless', { count: ownerless }),
  )
}

function leadOf(context: PackContext): readonly Statement[] {
  const stale = context.positions.filter((each) => each.acceptance?.stale === true).map((each) => each.code)
  const lapsed = context.positions.filter((each) => each.acceptance?.reliedOn === true).map((each) => each.code)
  const lines: Statement[] = []
  if (lapsed.length > 0) lines.push(statement('pack.lead.lapsed', { count: lapsed.length, codes: someCodes(lapsed) }))
  if (stale.length > 0) lines.push(statement('pack.lead.stale', { count: stale.length, codes: someCodes(stale) }))
  return lines
}

/** Categories that hold an open risk now or held one in the previous pack, in the order of the principles. */
function categoryRows(context: PackContext): readonly CategoryRow[] {
  const before = context.previous?.positions ?? null
  const of = (positions: PackContext['positions'], category: RiskCategory) =>
    positions.filter((each) => each.category === category)
  return riskCategories.flatMap((category) => {
    const rows = of(context.positions, category)
    const past = before && of(before, category)
    if (rows.length === 0 && (past === null || past.length === 0)) return []
    return {
      category,
      limits: context.on.limits[category],
      total: rows.length,
      outside: rows.filter((each) => each.outsideAppetite === true).length,
      unassessed: rows.filter((each) => each.residual === null).length,
      previousOutside: past && past.filter((each) => each.outsideAppetite === true).length,
    }
  })
}

/** The clauses of which the assertions over the pages are made: each says one figure in words, with what it was before. */
import { type Statement, statement } from '../domain/statement.ts'
import { kri, type PackContext } from './pack-context.ts'

/** "7 of 58 open risks are outside appetite, one more than in June". */
export function risksClause(context: PackContext): Statement {
  const result = kri(context, 'K05')
  const unassessed = context.positions.filter((position) => position.residual === null).length
  const total = context.positions.length
  if (context.on.input.risks.every((risk) => risk.withdrawn !== null)) return statement('pack.clause.risks.none')
  if (total === 0) return statement('pack.clause.risks.noneInScope')
  if (result.value === null) return statement('pack.clause.risks.unassessed', { count: total })
  if (result.value === 0 && unassessed > 0)
    return statement('pack.clause.risks.noneKnownOutside', { count: unassessed, total })
  const facts = { count: result.value, total }
  const before = context.previous && kri(context.previous, 'K05').value
  if (context.previous === null || before === null) return statement('pack.clause.risks.outside', facts)
  const change = result.value - before
  const { since } = context.previous
  if (change === 0) return statement('pack.clause.risks.outsideSame', { ...facts, since })
  return statement(change > 0 ? 'pack.clause.risks.outsideMore' : 'pack.clause.risks.outsideFewer', {
    ...facts,
    since,
    change: Math.abs(change),
  })
}

/** "2 systems have no accountable executive". */
export function executivesClause(context: PackContext): Statement {
  const { numerator, denominator } = kri(context, 'K01')
  if (numerator === null || denominator === null) return statement('pack.clause.executives.noSystems')
  if (denominator === 0) return statement('pack.clause.executives.noneInScope')
  const without = denominator - numerator
  if (without === 0) return statement('pack.clause.executives.all', { count: denominator })
  return statement('pack.clause.executives.missing', { count: without, total: denominator })
}

/** "82 % of controls are in place (64 of 78), 6 points more than in June". */
export function controlsClause(context: PackContext): Statement {
  const { numerator, denominator } = kri(context, 'K09')
  if (numerator === null || denominator === null) return statement('pack.clause.controls.none')
  if (denominator === 0) return statement('pack.clause.controls.noneApply')
  const facts = { count: numerator, total: denominator }
  const before = context.previous && kri(context.previous, 'K09')
  if (context.previous === null || before?.numerator == null || before.denominator == null)
    return statement('pack.clause.controls.implemented', facts)
  return statement('pack.clause.controls.implementedBefore', {
    ...facts,
    before: before.numerator,
    beforeTotal: before.denominator,
    since: context.previous.since,
  })
}

/** "9 actions are overdue, the longest by 58 days". */
export function actionsClause(context: PackContext): Statement {
  const { numerator, denominator } = kri(context, 'K12')
  if (numerator === null || denominator === null) return statement('pack.clause.actions.none')
  if (numerator > 0)
    return statement('pack.clause.actions.overdue', {
      count: numerator,
      total: denominator,
      longest: kri(context, 'K13').parts['max'] ?? 0,
    })
  if (denominator > 0) return statement('pack.clause.actions.inTime', { count: denominator })
  const open = kri(context, 'K12').parts['withoutDueDate'] ?? 0
  return open > 0
    ? statement('pack.clause.actions.undated', { count: open })
    : statement('pack.clause.actions.allVerified')
}

/** "1 acceptance has lapsed and is still relied on". */
export function acceptancesClause(context: PackContext): Statement {
  const result = kri(context, 'K22')
  if (result.value === null) return statement('pack.clause.acceptances.none')
  if (result.value > 0) return statement('pack.clause.acceptances.lapsed', { count: result.value })
  return statement('pack.clause.acceptances.standing', { count: result.parts['active'] ?? 0 })
}

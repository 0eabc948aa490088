/**
 * What is assessed and what is done about it: K04, K08 and K24 of the board-pack specification 2.2, KRI-01 and KRI-03 of the
 * regulatory fact base 7.4.
 *
 * Readings of ours. K04: the assessment of a system is complete once it has a risk on record and each of its open risks has an
 * inherent and a residual level; what was found and not registered is a part, null where nobody records intakes. K08: the plan of a
 * risk is an open action at it with an owner and a due day that has not passed, and the target is judged and within appetite; an
 * acceptance is no plan. K24: what nobody has graded is told in the parts, and the figure is then never within. KRI-01: no data
 * until a use was found that nobody had applied for, since a register that was never searched proves nothing. KRI-03: assessments
 * are due where a monitoring result or a change has reopened them.
 */
import { type IntakeFacts, isFoundUnregistered } from '../intake.ts'
import { onsetGrade } from '../risk.ts'
import { isAbove } from '../scoring.ts'
import { openActionsOn } from './action-figures.ts'
import type { RiskFacts } from './figure-input.ts'
import type { Count } from './kris.ts'
import type { RegisterOn } from './register-on.ts'
import type { RiskPosition } from './risk-positions.ts'

export function assessmentFigures(on: RegisterOn, positions: readonly RiskPosition[]): readonly Count[] {
  return [
    unassessedFigure(on),
    coverFigure(on, positions),
    onsetFigure(on, positions),
    inventoryFigure(on),
    overdueFigure(on, positions),
  ]
}

/** In use, found, and neither registered nor refused by the day. */
function foundOn(on: RegisterOn): readonly IntakeFacts[] {
  return on.input.intakes.filter(
    (intake) => isFoundUnregistered(intake) && (intake.receivedOn === null || intake.receivedOn <= on.asOf),
  )
}

function unassessedFigure(on: RegisterOn): Count {
  const { systems, input } = on
  const open = new Set(on.openRisks.map(({ id }) => id))
  const linked = on.kept.groups('known risks by system', input.risks, (risk) =>
    risk.withdrawn === null ? risk.systemIds : [],
  )
  const isJudged = ({ id }: RiskFacts) => on.level(id, 'inherent') !== null && on.level(id, 'residual') !== null
  const gapOf = (id: string) => {
    const risks = (linked.get(id) ?? []).filter((risk) => risk.identifiedOn === null || risk.identifiedOn <= on.asOf)
    if (risks.length === 0) return 'withoutRisk'
    return risks.some(isJudged) && risks.every((risk) => !open.has(risk.id) || isJudged(risk)) ? null : 'incomplete'
  }
  const unassessed = systems.flatMap((system) => {
    const gap = gapOf(system.id)
    return gap === null ? [] : [{ system, gap }]
  })
  return {
    id: 'K04',
    known: input.systems.some(({ withdrawn }) => withdrawn === null),
    numerator: unassessed.length,
    denominator: systems.length,
    ...(systems.length === 0 ? {} : { value: unassessed.length }),
    parts: {
      share: systems.length === 0 ? null : unassessed.length / systems.length,
      withoutRisk: unassessed.filter(({ gap }) => gap === 'withoutRisk').length,
      incomplete: unassessed.filter(({ gap }) => gap === 'incomplete').length,
      foundUnregistered: input.intakes.some(({ withdrawn }) => withdrawn === null) ? foundOn(on).length : null,
    },
    contributing: unassessed.map(({ system }) => system.code),
  }
}

function coverFigure(on: RegisterOn, positions: readonly RiskPosition[]): Count {
  const unassessed = positions.filter(({ residual }) => residual === null).length
  const planned = new Set(
    openActionsOn(on)
      .filter(({ action, dueOn }) => action.ownerId !== null && dueOn !== null && dueOn >= on.asOf)
      .flatMap(({ action }) => action.riskIds),
  )
  const outside = positions.filter(({ outsideAppetite }) => outsideAppetite === true)
  const reaches = ({ target, limits }: RiskPosition) => target !== null && !isAbove(target.band, limits.appetite)
  const open = outside.filter((position) => !planned.has(position.id) || !reaches(position))
  return {
    id: 'K08',
    known:
      on.input.risks.some(({ withdrawn }) => withdrawn === null) &&
      (positions.length === 0 || unassessed < positions.length),
    numerator: outside.length - open.length,
    denominator: outside.length,
    parts: {
      withoutPlan: outside.filter(({ id }) => !planned.has(id)).length,
      targetUnknown: outside.filter(({ target }) => target === null).length,
      targetOutside: outside.filter((position) => position.target !== null && !reaches(position)).length,
      unassessed,
    },
    contributing: open.map(({ code }) => code),
    doubtful: unassessed > 0,
  }
}

function onsetFigure(on: RegisterOn, positions: readonly RiskPosition[]): Count {
  const high = positions
    .filter(({ residual }) => residual?.band === 'high' || residual?.band === 'severe')
    .map(({ id, code }) => ({ code, onset: on.risk(id)?.onset ?? null }))
  const unknown = high.filter(({ onset }) => onset === null).length
  const fast = high.filter(({ onset }) => onset !== null && onsetGrade(onset) >= 4)
  return {
    id: 'K24',
    known: on.input.risks.some(({ withdrawn, onset }) => withdrawn === null && onset != null),
    numerator: fast.length,
    denominator: high.length,
    ...(high.length === 0 ? {} : { value: fast.length }),
    parts: { instant: fast.filter(({ onset }) => onset === 'instant').length, unknown },
    contributing: fast.map(({ code }) => code),
    doubtful: unknown > 0,
  }
}

function inventoryFigure(on: RegisterOn): Count {
  const found = foundOn(on)
  return {
    id: 'KRI-01',
    known: on.input.intakes.some(({ withdrawn, origin }) => withdrawn === null && origin === 'found'),
    numerator: on.systems.length,
    denominator: on.systems.length + found.length,
    parts: { foundUnregistered: found.length },
    contributing: found.map(({ code }) => code),
  }
}

function overdueFigure(on: RegisterOn, positions: readonly RiskPosition[]): Count {
  const due = positions.filter(({ reopened }) => reopened !== null)
  const overdue = due.filter(({ reopened }) => reopened !== null && reopened.dueOn < on.asOf)
  return {
    id: 'KRI-03',
    known: on.input.observations.some(({ withdrawn }) => withdrawn === null),
    numerator: overdue.length,
    denominator: due.length,
    contributing: overdue.map(({ code }) => code),
  }
}

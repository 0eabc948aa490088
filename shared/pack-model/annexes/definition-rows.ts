/** A1: every figure as it is defined and judged, with its values over the last packs. */
import { holdsOn } from '../../domain/calendar-date.ts'
import type { ThresholdFacts } from '../../domain/metrics/figure-input.ts'
import { isApproved, type KriId, kriDefinitions } from '../../domain/metrics/kri-result.ts'
import { tileOf } from '../../domain/metrics/kri-tile.ts'
import { statement } from '../../domain/statement.ts'
import type { PackContext } from '../pack-context.ts'
import type { DefinitionRow } from '../pages.ts'

export function definitionRows(context: PackContext): readonly DefinitionRow[] {
  const now = { code: context.input.code, asOf: context.asOf }
  return [...context.kris.values()].map((result) => {
    const limits = limitsInForce(context, result.id)
    const approved = limits !== null && isApproved(limits, context.asOf)
    return {
      ...tileOf(result, now, context.history),
      title: statement(`kri.${result.id}.title`),
      question: statement(`kri.${result.id}.question`),
      formula: statement(`kri.${result.id}.formula`),
      limitation: statement(`kri.${result.id}.limitation`),
      edition: kriDefinitions[result.id].formula,
      direction: kriDefinitions[result.id].direction,
      limitsFrom: limits?.from ?? null,
      approval: approved
        ? { person: context.on.person(limits.approverPersonId)?.name ?? null, on: limits.approvedOn }
        : null,
    }
  })
}

/** The same row that the figure is judged by: of several the latest begun. */
function limitsInForce({ state, asOf }: PackContext, kri: KriId): ThresholdFacts | null {
  return state.thresholds
    .filter((row) => row.kri === kri && row.withdrawn === null && holdsOn(row, asOf))
    .reduce<ThresholdFacts | null>((best, row) => (best !== null && best.from > row.from ? best : row), null)
}

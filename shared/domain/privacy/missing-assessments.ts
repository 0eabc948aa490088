/** Systems of which an impact assessment is required and none is current: how far each has come, those that are late first. */
import type { Day } from '../calendar-date.ts'
import type { SystemFacts } from '../metrics/figure-input.ts'
import type { RegisterOn } from '../metrics/register-on.ts'
import { type DpiaGap, dpiaGapOf, dpiasBySystem, type DpiaStanding, funnelOn } from './privacy-on.ts'

export interface MissingAssessment {
  readonly system: SystemFacts
  readonly gap: DpiaGap
  /** The newest assessment of it; null where there is none. */
  readonly newest: DpiaStanding | null
  readonly wantedOn: Day | null
}

export function missingAssessmentsOn(on: RegisterOn): readonly MissingAssessment[] {
  const { required } = funnelOn(on)
  const assessments = dpiasBySystem(on)
  const order = ['expired', 'reopened', 'in_progress', 'not_screened'] satisfies readonly DpiaGap[]
  return required
    .flatMap((system): readonly MissingAssessment[] => {
      const standings = assessments.get(system.id) ?? []
      const gap = dpiaGapOf(standings)
      const newest = standings.at(-1) ?? null
      return gap === null ? [] : [{ system, gap, newest, wantedOn: newest?.dpia.wantedOn ?? null }]
    })
    .sort((one, other) => order.indexOf(one.gap) - order.indexOf(other.gap) || byWanted(one.wantedOn, other.wantedOn))
}

/** What is wanted first comes first; without a day last. */
function byWanted(one: Day | null, other: Day | null): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}

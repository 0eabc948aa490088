/**
 * Which assessments a monitoring result or a change has reopened on a day. Computed from the records: a risk of the system is
 * to be assessed again from the day of the observation until its residual level is judged later, or until somebody decides
 * with a reason that it need not be. On the day itself a judgement counts where it was recorded after the observation. A risk
 * that was never judged is unassessed, which is heavier already.
 */
import { addDays, type Day } from '../calendar-date.ts'
import { daysToReassess, type ObservationFacts, reopens } from '../observation.ts'
import type { RegisterOn } from './register-on.ts'

export interface Reopening {
  /** The observations that reopened it and still stand, in their order. */
  readonly observations: readonly { readonly id: string; readonly code: string; readonly on: Day }[]
  /** The day of the first of them. */
  readonly since: Day
  /** The earliest day by which it is to be assessed again. */
  readonly dueOn: Day
}

/** By the id of the risk. A risk for which nothing has changed keeps its object. */
export function reopeningsOn(on: RegisterOn): ReadonlyMap<string, Reopening> {
  const { observations, assessments } = on.input
  const from = [observations, assessments, on.openRisks, on.asOf]
  return on.kept.get<ReadonlyMap<string, Reopening>>('reopenings', from, (earlier) => {
    const bySystem = new Map<string, ObservationFacts[]>()
    for (const row of observations)
      if (row.withdrawn === null && row.on <= on.asOf && reopens(row))
        bySystem.set(row.systemId, [...(bySystem.get(row.systemId) ?? []), row])
    const made = new Map<string, Reopening>()
    if (bySystem.size === 0) return made
    for (const risk of on.openRisks) {
      const standing = [...new Set(risk.systemIds)]
        .flatMap((id) => bySystem.get(id) ?? [])
        .filter((row) => stands(on, risk.id, row))
      const reopening = reopeningOf(standing)
      if (reopening === null) continue
      const known = earlier?.value.get(risk.id)
      made.set(risk.id, known && JSON.stringify(known) === JSON.stringify(reopening) ? known : reopening)
    }
    return made
  })
}

function stands(on: RegisterOn, riskId: string, row: ObservationFacts): boolean {
  if (row.waivers.some((waiver) => waiver.riskId === riskId && waiver.on <= on.asOf)) return false
  const judged = on.assessmentsOf(riskId).filter((each) => each.stage === 'residual' && each.on <= on.asOf)
  if (judged.length === 0) return false
  // Ids follow the order in which records were made.
  return !judged.some((each) => each.on > row.on || (each.on === row.on && each.id > row.id))
}

function reopeningOf(rows: readonly ObservationFacts[]): Reopening | null {
  const days = rows.map(({ on }) => on).sort()
  const due = rows.map(({ on, reassessBy }) => reassessBy ?? addDays(on, daysToReassess)).sort()
  const [since] = days
  const [dueOn] = due
  if (since === undefined || dueOn === undefined) return null
  return { observations: rows.map(({ id, code, on }) => ({ id, code, on })), since, dueOn }
}

/** Who was accountable for one system from when to when: its assignments, crossed with the terms and the lives of their posts. */
import { addDays, type Day } from '../calendar-date.ts'
import type { FigureInput } from './figure-input.ts'
import { type Executive, type ExecutiveState, RegisterOn } from './register-on.ts'

export interface AccountablePeriod {
  /** Null: since before the register knew. */
  readonly from: Day | null
  readonly to: Day | null
  readonly state: ExecutiveState
  readonly postId: string | null
  readonly personId: string | null
  /** Stands in for the holder, or during a vacancy, which it does not fill. */
  readonly deputyId: string | null
}

/**
 * The answer changes only on days on which an assignment, a term or a post begins or has ended: it is asked on each of them, by
 * the rule of K01, so that it cannot say anything else than the figure of that day. What was before the first day on which
 * somebody answered is left out: nothing is known of it, which is no vacancy.
 */
export function accountablePeriods(systemId: string, facts: FigureInput): readonly AccountablePeriod[] {
  const assignments = facts.assignments.filter(
    (row) => row.withdrawn === null && row.role === 'accountable_executive' && row.subjectId === systemId,
  )
  const postIds = new Set(assignments.map((row) => row.postId))
  const terms = facts.terms.filter((row) => row.withdrawn === null && postIds.has(row.postId))
  const posts = facts.posts.filter((row) => postIds.has(row.id))
  const days = [...assignments, ...terms, ...posts].flatMap(({ from, to }) => [
    ...(from === null ? [] : [from]),
    ...(to === null ? [] : [addDays(to, 1)]),
  ])
  const changes = [...new Set(days)].sort()
  const first = changes[0]
  const starts: readonly (Day | null)[] = [null, ...changes]
  const executiveOn = (day: Day): Executive =>
    new RegisterOn({ ...facts, assignments, terms, posts }, day).executive(systemId)
  const periods: AccountablePeriod[] = []
  for (const [index, from] of starts.entries()) {
    const { state, holding } = executiveOn(from ?? addDays(first ?? '2000-01-01', -1))
    const next = starts[index + 1]
    const period: AccountablePeriod = {
      from,
      to: next == null ? null : addDays(next, -1),
      state,
      postId: holding.postId,
      personId: holding.personId,
      deputyId: holding.deputyId,
    }
    const last = periods.at(-1)
    if (last === undefined && state !== 'held' && (from === null || state === 'unregistered')) continue
    if (last !== undefined && isSame(last, period)) periods[periods.length - 1] = { ...last, to: period.to }
    else periods.push(period)
  }
  return periods
}

function isSame(one: AccountablePeriod, other: AccountablePeriod): boolean {
  return (
    one.state === other.state &&
    one.postId === other.postId &&
    one.personId === other.personId &&
    one.deputyId === other.deputyId
  )
}

/** How a decision stands on a day, which of them the next pack asks, and when its due day was what. */
import { type Day, daysBetween } from '../calendar-date.ts'
import { dueOnDay } from '../due-day.ts'
import type { Decision } from './decision.ts'
import { obliges } from './decision.ts'
import type { Meeting } from './meeting.ts'

/**
 * `asked`: the body has not met yet; `unrecorded`: it has met and nobody recorded what it answered; `late`: to be carried out, and
 * its day has passed; `closed`: answered, and nothing is to be carried out.
 */
export const decisionStandings = [
  'asked',
  'unrecorded',
  'deferred',
  'under_way',
  'late',
  'implemented',
  'closed',
] as const
export type DecisionStanding = (typeof decisionStandings)[number]

type Dated = Readonly<
  Pick<
    Decision,
    'state' | 'outcome' | 'decidedOn' | 'dueOn' | 'followThrough' | 'implementedOn' | 'meetingId' | 'deferrals'
  >
> & { readonly slips: readonly Readonly<Pick<Decision['slips'][number], 'from' | 'to' | 'on'>>[] }

/** Whether the body had decided by the day, so that something is to be carried out after it. */
export function isToBeCarriedOut(decision: Dated, day: Day): boolean {
  return (
    decision.state === 'decided' &&
    obliges(decision.outcome) &&
    decision.decidedOn !== null &&
    decision.decidedOn <= day &&
    decision.followThrough !== 'not_needed'
  )
}

export function isImplementedOn({ implementedOn }: Pick<Dated, 'implementedOn'>, day: Day): boolean {
  return implementedOn !== null && implementedOn <= day
}

export function decisionStandingOn(decision: Dated, meeting: Pick<Meeting, 'on'> | null, day: Day): DecisionStanding {
  const decided = decision.state !== 'requested' && decision.decidedOn !== null && decision.decidedOn <= day
  if (!decided) return meeting !== null && meeting.on < day ? 'unrecorded' : 'asked'
  if (decision.state === 'deferred') return 'deferred'
  if (!isToBeCarriedOut(decision, day)) return 'closed'
  if (isImplementedOn(decision, day)) return 'implemented'
  const due = dueOnDay(decision, day)
  return due !== null && due < day ? 'late' : 'under_way'
}

/** Days past the day by which it was to be carried out; null where it is not late. */
export function daysLate(decision: Dated, day: Day): number | null {
  const due = dueOnDay(decision, day)
  const late = isToBeCarriedOut(decision, day) && !isImplementedOn(decision, day) && due !== null && due < day
  return late ? daysBetween(due, day) : null
}

interface Request {
  readonly withdrawn: unknown
  readonly state: Decision['state']
  readonly packId: string | null
  readonly meetingId: string | null
  readonly body: Decision['body']
}

/**
 * The requests that go into the pack that is locked next: those of no pack yet, for no meeting, or for a meeting that is not later
 * than the next one of its body. What is asked of a meeting after that waits.
 */
export function requestsForNextPack<Row extends Request>(
  decisions: readonly Row[],
  meetings: readonly Pick<Meeting, 'id' | 'withdrawn' | 'body' | 'on'>[],
  today: Day,
): readonly Row[] {
  const standing = meetings.filter(({ withdrawn }) => withdrawn === null)
  const days = new Map(standing.map(({ id, on }) => [id, on]))
  const next = new Map<string, Day>()
  for (const { body, on } of standing) {
    if (on < today) continue
    const known = next.get(body)
    if (known === undefined || on < known) next.set(body, on)
  }
  return decisions.filter(({ withdrawn, state, packId, meetingId, body }) => {
    if (withdrawn !== null || state !== 'requested' || packId !== null) return false
    const on = meetingId === null ? undefined : days.get(meetingId)
    if (on === undefined) return true
    const first = next.get(body)
    return first === undefined || on <= first
  })
}

/** Resolutions first, then discussions and reports; of one kind by the day by which it is to be carried out. */
export function inOrderOfAsking<Row extends Pick<Decision, 'kind' | 'dueOn' | 'code'>>(
  decisions: readonly Row[],
): readonly Row[] {
  const rank = { resolution: 0, discussion: 1, report: 2 } as const
  const day = ({ dueOn }: Row) => dueOn ?? '9999-12-31'
  return [...decisions].sort(
    (one, other) =>
      rank[one.kind] - rank[other.kind] ||
      (day(one) < day(other) ? -1 : day(one) > day(other) ? 1 : one.code < other.code ? -1 : 1),
  )
}

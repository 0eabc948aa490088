/**
 * What the decisions and meetings of a board owe and by when: an outcome that nobody recorded, what was resolved and is to be
 * carried out, a matter that waits for another meeting, papers that are to be ready, and the pack that is to be handed out.
 *
 * Choices that are ours: a step of preparation that was due by the meeting owes nothing once the meeting is over, since nobody can
 * prepare it any more; one with no day owes something by the day of the meeting.
 */
import type { Day } from '../calendar-date.ts'
import { dueOnDay } from '../due-day.ts'
import type { FigureInput } from '../metrics/figure-input.ts'
import { decisionStandingOn } from './decision-standing.ts'

type DecisionFacts = FigureInput['decisions'][number]
type MeetingFacts = FigureInput['meetings'][number]
type PreparationFacts = FigureInput['preparations'][number]

export interface DecisionOwed {
  readonly kind: 'decisionUnrecorded' | 'decision' | 'decisionDeferred'
  readonly decision: DecisionFacts
  /** Null: it is owed, and has no day. */
  readonly day: Day | null
}

export function decisionWorkOn({ decisions, meetings }: FigureInput, day: Day): readonly DecisionOwed[] {
  const byId = new Map(meetings.map((each) => [each.id, each]))
  return decisions.flatMap((decision): readonly DecisionOwed[] => {
    if (decision.withdrawn !== null) return []
    const meeting = byId.get(decision.meetingId ?? '') ?? null
    switch (decisionStandingOn(decision, meeting, day)) {
      case 'unrecorded':
        return [{ kind: 'decisionUnrecorded', decision, day: meeting?.on ?? null }]
      case 'deferred':
        return [{ kind: 'decisionDeferred', decision, day: null }]
      case 'under_way':
      case 'late':
        return [{ kind: 'decision', decision, day: dueOnDay(decision, day) }]
      case 'asked':
      case 'implemented':
      case 'closed':
        return []
    }
  })
}

export interface MeetingOwed {
  readonly kind: 'packDeadline' | 'preparation'
  readonly meeting: MeetingFacts
  /** Null: of the pack itself. */
  readonly step: PreparationFacts | null
  readonly day: Day
}

export function meetingWorkOn({ meetings, preparations }: FigureInput, day: Day): readonly MeetingOwed[] {
  const steps = Map.groupBy(
    preparations.filter(({ withdrawn }) => withdrawn === null),
    ({ meetingId }) => meetingId,
  )
  return meetings.flatMap((meeting): readonly MeetingOwed[] => {
    if (meeting.withdrawn !== null) return []
    const over = meeting.on < day
    const owed: MeetingOwed[] = []
    if (!over && meeting.packDeadline !== null && meeting.packId === null)
      owed.push({ kind: 'packDeadline', meeting, step: null, day: meeting.packDeadline })
    for (const step of steps.get(meeting.id) ?? []) {
      const due = step.dueOn ?? meeting.on
      const isDone = step.doneOn !== null && step.doneOn <= day
      if (!isDone && !(over && due <= meeting.on)) owed.push({ kind: 'preparation', meeting, step, day: due })
    }
    return owed
  })
}

/** Rules about decisions of the board and its meetings: what was asked and left without an end. */
import { dueOnDay } from '../due-day.ts'
import { decisionStandingOn, isImplementedOn, isToBeCarriedOut } from '../decision/decision-standing.ts'
import { itself, type QualityOn, type QualityRule, rule, when } from './quality-rule.ts'

type DecisionFacts = QualityOn['on']['input']['decisions'][number]
type MeetingFacts = QualityOn['on']['input']['meetings'][number]

const decision = { noun: 'decision', record: itself<DecisionFacts> } as const
const standing = ({ on }: QualityOn) => on.input.decisions.filter(({ withdrawn }) => withdrawn === null)
const decided = (quality: QualityOn) =>
  standing(quality).filter(
    ({ state, decidedOn }) => state === 'decided' && decidedOn !== null && decidedOn <= quality.on.asOf,
  )
const binding = (quality: QualityOn) => standing(quality).filter((each) => isToBeCarriedOut(each, quality.on.asOf))
const implemented = (quality: QualityOn) => binding(quality).filter((each) => isImplementedOn(each, quality.on.asOf))

/** The day of the meeting that it was put to, where that is over and nobody recorded what was answered. */
function unrecordedSince(each: DecisionFacts, { on }: QualityOn): string | null {
  const meeting = on.input.meetings.find(({ id, withdrawn }) => id === each.meetingId && withdrawn === null) ?? null
  return decisionStandingOn(each, meeting, on.asOf) === 'unrecorded' ? (meeting?.on ?? null) : null
}

export const decisionRules: readonly QualityRule[] = [
  rule({
    ...decision,
    id: 'DQ-95',
    name: 'decisionWithoutOutcome',
    severity: 'error',
    field: 'outcome',
    rows: standing,
    finds: (each, quality) => {
      const since = unrecordedSince(each, quality)
      return since === null ? null : { day: since }
    },
  }),
  rule({
    ...decision,
    id: 'DQ-96',
    name: 'decisionWithoutMinutes',
    severity: 'warning',
    field: 'minutesReference',
    rows: decided,
    finds: ({ minutesReference }) => when((minutesReference ?? '').trim() === ''),
  }),
  rule({
    ...decision,
    id: 'DQ-97',
    name: 'decisionWithoutDueDate',
    severity: 'warning',
    field: 'dueOn',
    rows: binding,
    finds: (each, { on }) => when(!isImplementedOn(each, on.asOf) && dueOnDay(each, on.asOf) === null),
  }),
  rule({
    ...decision,
    id: 'DQ-98',
    name: 'decisionWithoutEvidence',
    severity: 'note',
    field: 'evidenceIds',
    rows: implemented,
    finds: ({ evidenceIds }) => when(evidenceIds.length === 0),
  }),
  rule({
    noun: 'meeting',
    record: itself<MeetingFacts>,
    id: 'DQ-99',
    name: 'meetingWithoutPack',
    severity: 'warning',
    field: 'packId',
    rows: ({ on }) =>
      on.input.meetings.filter(({ withdrawn, packDeadline }) => withdrawn === null && packDeadline !== null),
    finds: ({ packDeadline, packId }, { on }) =>
      packDeadline !== null && packDeadline < on.asOf && packId === null ? { day: packDeadline } : null,
  }),
]

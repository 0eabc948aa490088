/** The board calendar of a stretch of days: meetings with their deadlines, who prepares what by when, and what is asked. */
import type { BoardCalendar } from '#shared/contract/decision.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import { LabelCollector } from '../labels.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'

export function boardCalendar(
  register: Register,
  { from, to }: { readonly from: Day; readonly to: Day },
): BoardCalendar {
  const { read } = register
  const steps = Map.groupBy(
    [...recordTables.preparation.all(read)].filter(({ withdrawn }) => withdrawn === null),
    ({ meetingId }) => meetingId,
  )
  const asked = Map.groupBy(
    [...recordTables.decision.all(read)].filter(({ withdrawn }) => withdrawn === null),
    ({ meetingId }) => meetingId,
  )
  const collector = new LabelCollector()
  const byDay = (one: { dueOn: Day | null }, other: { dueOn: Day | null }) =>
    (one.dueOn ?? '9999-12-31') < (other.dueOn ?? '9999-12-31') ? -1 : 1
  const meetings = [...recordTables.meeting.all(read)]
    .filter(({ withdrawn, on }) => withdrawn === null && on >= from && on <= to)
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : one.code < other.code ? -1 : 1))
    .map((meeting) => {
      const own = (steps.get(meeting.id) ?? []).sort(byDay)
      collector.add(meeting.packId, ...own.map(({ postId }) => postId))
      const decisions = (asked.get(meeting.id) ?? []).map(({ id, code }) => ({ id, code }))
      return { meeting, steps: own, decisions }
    })
  return { meetings, labels: collector.labels(read) }
}

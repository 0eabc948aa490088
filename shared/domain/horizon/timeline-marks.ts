/** What stands on the timeline: the events of the horizon by their lanes, and the company's own days. */
import type { Day } from '../calendar-date.ts'
import type { Language } from '../text.ts'
import { lastDayOf } from './horizon-date.ts'
import { type HorizonPack, type Lane, lanes } from './horizon-pack.ts'
import type { OwnMark } from './own-marks.ts'
import { eventOn } from './status-on.ts'
import type { TimelineMark } from './timeline-layout.ts'

export const timelineLanes = [...lanes, 'own'] as const
export type TimelineLaneName = Lane | 'own'

export function timelineMarks(
  content: HorizonPack,
  own: readonly OwnMark[],
  day: Day,
  language: Language,
  labelOfOwn: (mark: OwnMark) => string,
): readonly TimelineMark<TimelineLaneName>[] {
  const events = content.events.map((event): TimelineMark<TimelineLaneName> => ({
    id: event.id,
    lane: event.lane,
    day: lastDayOf(event.date),
    shape: eventOn(event, day, content).kind,
    label: event.label[language],
  }))
  const days = own.map((mark): TimelineMark<TimelineLaneName> => ({
    id: mark.kind === 'quarter' ? `quarter-${mark.day}` : `${mark.kind}-${mark.id}`,
    lane: 'own',
    day: mark.day,
    shape: 'own',
    label: labelOfOwn(mark),
  }))
  return [...events, ...days]
}

/** What stands on the timeline: the events of the horizon by their lanes, and the company's own days. */
import type { Day } from '../calendar-date.ts'
import type { Language } from '../text.ts'
import { lastDayOf } from './horizon-date.ts'
import { type HorizonPack, type Lane, lanes } from './horizon-pack.ts'
import type { OwnMark } from './own-marks.ts'
import { eventOn } from './status-on.ts'
import type { TimelineMark } from './timeline-layout.ts'

export const timelineLanes = [...lanes, 'contract', 'own'] as const
export type TimelineLaneName = Lane | 'contract' | 'own'

/** A contract in force whose term or day for notice lies ahead. */
export interface ContractMark {
  readonly code: string
  readonly matter: 'notice' | 'ends'
  readonly day: Day
}

export function timelineMarks(
  content: HorizonPack,
  own: readonly OwnMark[],
  day: Day,
  language: Language,
  labelOfOwn: (mark: OwnMark) => string,
  /** The day on which each event stood before it was moved. */
  movedFrom: Readonly<Record<string, Day>> = {},
): readonly TimelineMark<TimelineLaneName>[] {
  const events = content.events.map((event): TimelineMark<TimelineLaneName> => {
    const { kind } = eventOn(event, day, content)
    const before = movedFrom[event.id]
    const now = lastDayOf(event.date)
    // What has happened is moved no more.
    const moved = before === undefined || before === now || kind === 'past' ? null : before < now ? 'later' : 'earlier'
    return {
      id: event.id,
      lane: event.lane,
      day: now,
      shape: kind,
      label: event.label[language],
      ...(moved === null ? {} : { moved }),
    }
  })
  const days = own.map((mark): TimelineMark<TimelineLaneName> => ({
    id: mark.kind === 'quarter' ? `quarter-${mark.day}` : `${mark.kind}-${mark.id}`,
    lane: 'own',
    day: mark.day,
    shape: 'own',
    label: labelOfOwn(mark),
  }))
  return [...events, ...days]
}

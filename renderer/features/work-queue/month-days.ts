/** The days of a calendar month in weeks, and how the keys move over them. */
import { addDays, addMonths, type Day, daysBetween, fiscalQuarterOf } from '#shared/domain/calendar-date.ts'

/** 0 = Sunday. */
export function weekdayOf(day: Day): number {
  // 2026-11-01 is a Sunday.
  return ((daysBetween('2026-11-01', day) % 7) + 7) % 7
}

export function firstOf(day: Day): Day {
  return `${day.slice(0, 7)}-01`
}

/** Whole weeks from Sunday to Saturday that hold the month of a day. */
export function weeksOf(day: Day): readonly (readonly Day[])[] {
  const first = firstOf(day)
  const last = addDays(firstOf(addMonths(first, 1)), -1)
  const start = addDays(first, -weekdayOf(first))
  const weeks: Day[][] = []
  for (let week = start; week <= last; week = addDays(week, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(week, offset)))
  return weeks
}

/** Where a key of the calendar leads from a day; null for any other key. */
export function movedBy(key: string, day: Day): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return addDays(day, -weekdayOf(day))
    case 'End':
      return addDays(day, 6 - weekdayOf(day))
    case 'PageUp':
      return addMonths(day, -1)
    case 'PageDown':
      return addMonths(day, 1)
    default:
      return null
  }
}

/** What begins or ends in the company's year on a day. */
export function fiscalEdge(
  day: Day,
  startMonth: number,
): { readonly edge: 'begins' | 'ends'; readonly year: number; readonly quarter: number } | null {
  const { year, quarter, from, to } = fiscalQuarterOf(day, startMonth)
  if (day === from) return { edge: 'begins', year, quarter }
  return day === to ? { edge: 'ends', year, quarter } : null
}

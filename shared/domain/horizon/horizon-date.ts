/** Dates of the horizon that are not always days. */
import { addDays, addMonths, type Day } from '../calendar-date.ts'
import type { HorizonDate } from './horizon-pack.ts'

/** The first day that a date can be; null where only the last is known. */
export function firstDayOf(date: HorizonDate): Day | null {
  if (date.precision === 'day') return date.day
  return date.precision === 'latest' ? null : `${date.month}-01`
}

/** The last day that a date can be. */
export function lastDayOf(date: HorizonDate): Day {
  if (date.precision === 'day' || date.precision === 'latest') return date.day
  return addDays(addMonths(`${date.month}-01`, 1), -1)
}

/** As tables and files write it: `2027-01-17`, `2027-01`. What kind of date it is stands beside it. */
export function dateText(date: HorizonDate): string {
  return date.precision === 'day' || date.precision === 'latest' ? date.day : date.month
}

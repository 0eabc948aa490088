/**
 * A day as a column of dates states it. Three kinds of failure are told apart, since they end differently: a day that the
 * calendar does not have is an error of the source (the row is rejected); one whose day and month cannot be told apart, and
 * words that are no day at all, are values without a mapping (the field stays empty, the words are kept and listed).
 */
import { type Day, dayOf, parseDay } from './calendar-date.ts'

/** How `5/1/2022` is to be read; the file's mapping may say. */
export const dayOrders = ['day_first', 'month_first'] as const
export type DayOrder = (typeof dayOrders)[number]

export type DayReading =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'not_in_calendar' }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'no_day' }

const dayShaped: readonly RegExp[] = [
  /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[t ]\d{1,2}:\d{2}.*)?$/u,
  /^\d{8}$/,
  /^(?:令和|平成|昭和|[rhs]|reiwa|heisei|showa)\.? ?(?:\d{1,2}|元)[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/u,
  /^\d{1,2}[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[- ,]+\d{4}$/,
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}$/,
]
const dayAndMonth = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[t ]\d{1,2}:\d{2}.*)?$/

/** Reads one cell; `order` decides only where the cell itself leaves it open. */
export function readDay(written: string, order: DayOrder | null): DayReading {
  const text = written.normalize('NFKC').trim().toLowerCase()
  const day = parseDay(text)
  if (day !== null) return { kind: 'day', day }
  const match = dayAndMonth.exec(text)
  if (match) {
    const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])]
    const dayFirst = dayOf(year, second, first)
    const monthFirst = dayOf(year, first, second)
    if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst && order === null)
      return { kind: 'ambiguous' }
    const chosen = order === 'month_first' ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst)
    return chosen === null ? { kind: 'not_in_calendar' } : { kind: 'day', day: chosen }
  }
  return dayShaped.some((shape) => shape.test(text)) ? { kind: 'not_in_calendar' } : { kind: 'no_day' }
}

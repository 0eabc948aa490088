/** Days and instants as the command line takes them. */
import { type Day, type Instant, isDay } from '#shared/domain/calendar-date.ts'
import { usageProblem } from './read-arguments.ts'

/** YYYY-MM-DD of the calendar. USAGE. */
export function dayFrom(option: string, said: string, help: string): Day {
  if (!isDay(said)) throw usageProblem(help, 'BAD_DAY_OPTION', { option, value: said })
  return said
}

/** ISO 8601 with a time zone, as UTC with milliseconds. USAGE: without a zone a moment is a guess. */
export function instantFrom(option: string, said: string, help: string): Instant {
  const match = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/.exec(said)
  const moment = match && isDay(match[1] ?? '') ? Date.parse(said) : Number.NaN
  if (Number.isNaN(moment)) throw usageProblem(help, 'BAD_INSTANT_OPTION', { option, value: said })
  return new Date(moment).toISOString()
}

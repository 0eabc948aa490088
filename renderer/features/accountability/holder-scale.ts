/** The scale of time under the periods of a system: from the first day that is known to the latest of those looked at. */
import { addDays, type Day, daysBetween } from '#shared/domain/calendar-date.ts'
import type { AccountablePeriod } from '#shared/domain/metrics/accountable-periods.ts'

export interface HolderScale {
  readonly periods: readonly { readonly period: AccountablePeriod; readonly from: number; readonly to: number }[]
  /** Beginnings of fiscal years. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
  readonly at: (day: Day) => number
}

export function scaleOf(
  periods: readonly AccountablePeriod[],
  days: readonly Day[],
  fiscalStartMonth: number,
): HolderScale {
  const known = [...periods.flatMap(({ from, to }) => [from, to]), ...days].filter((day) => day !== null).sort()
  const first = known[0] ?? '2000-01-01'
  const last = known.at(-1) ?? first
  // Some room after the last day, in which what goes on is seen to go on.
  const length = Math.max(daysBetween(first, last), 30)
  const end = addDays(last, Math.ceil(length / 20))
  const at = (day: Day) => daysBetween(first, day) / daysBetween(first, end)
  const month = String(fiscalStartMonth).padStart(2, '0')
  const ticks: { at: number; text: string }[] = []
  for (let year = Number(first.slice(0, 4)); year <= Number(end.slice(0, 4)); year += 1) {
    const day = `${String(year).padStart(4, '0')}-${month}-01`
    if (day >= first && day <= end) ticks.push({ at: at(day), text: day.slice(0, 7) })
  }
  return {
    periods: periods.map((period) => ({
      period,
      from: period.from === null ? 0 : at(period.from),
      to: period.to === null ? 1 : at(addDays(period.to, 1)),
    })),
    ticks,
    at,
  }
}

/**
 * The breach clock: by when a leak is reported to the Personal Information Protection Commission, counted from the moment the
 * company learned of it. Source: APPI Enforcement Rules, Articles 7 and 8 (30 days, 60 days for item 3). How days are counted
 * is recall of the Commission's guideline and to be confirmed before it is relied on: the day of learning is day 1, weekends and
 * holidays count. A rule of ours decides between readings: **the earliest one is the deadline**, in Japan time, and a later one
 * stands beside it.
 */
import { addDays, type Day, dayAt, type Instant } from './calendar-date.ts'

/** Items 1 to 4 of Article 7 of the Enforcement Rules. */
export const breachTriggers = ['BR-1', 'BR-2', 'BR-3', 'BR-4'] as const
export type BreachTrigger = (typeof breachTriggers)[number]

/** Days are counted where the report is made. */
export const japanZone = 'Asia/Tokyo'

/** Days within which the final report is due: 60 where the act had a wrongful purpose against the company (item 3). */
export const finalReportDays: Readonly<Record<BreachTrigger, 30 | 60>> = {
  'BR-1': 30,
  'BR-2': 30,
  'BR-3': 60,
  'BR-4': 30,
}

/**
 * "Without delay" is given by the guideline as about 3 to 5 days (recall). By the rule above the third day is the deadline and
 * the fifth stands beside it.
 */
export const earlyReportDays = { earliest: 3, latest: 5 } as const

export interface BreachDeadlines {
  /** Day 1. */
  readonly learnedOn: Day
  readonly early: Day
  /** The later end of the guideline's "about". */
  readonly earlyLatest: Day
  readonly final: Day
  /**
   * The day to which the final report may move where its last day is a Saturday, a Sunday or between 29 December and 3 January;
   * null where it is none. Public holidays move it further and are not known here.
   */
  readonly finalExtended: Day | null
}

export function clock(trigger: BreachTrigger, learned: Instant, zone: string = japanZone): BreachDeadlines {
  const learnedOn = dayAt(learned, zone)
  const nth = (days: number) => addDays(learnedOn, days - 1)
  const final = nth(finalReportDays[trigger])
  const working = nextWorkingDay(final)
  return {
    learnedOn,
    early: nth(earlyReportDays.earliest),
    earlyLatest: nth(earlyReportDays.latest),
    final,
    finalExtended: working === final ? null : working,
  }
}

function nextWorkingDay(day: Day): Day {
  let at = day
  while (isClosed(at)) at = addDays(at, 1)
  return at
}

function isClosed(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const inYear = day.slice(5)
  return weekday === 0 || weekday === 6 || inYear >= '12-29' || inYear <= '01-03'
}

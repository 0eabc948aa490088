/**
 * Calendar days and fiscal periods. A day is `YYYY-MM-DD` text without a time zone; an instant is UTC ISO 8601 text.
 * Nothing here reads a clock: "today" is an argument everywhere, so a pack of last September computes the same for ever.
 */
import { z } from 'zod'

export type Day = string
export type Instant = string

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const millisecondsPerDay = 86_400_000

/** True for a day that exists in the calendar, written YYYY-MM-DD. */
export function isDay(text: string): text is Day {
  const match = dayPattern.exec(text)
  if (!match) return false
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3])) === text
}

export const daySchema = z.string().refine(isDay, { error: 'BAD_DAY' })
export const instantSchema = z.iso.datetime({ precision: 3 })

/** The day of a year, month (1–12) and day of month, or null where the calendar has no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(year, month - 1, dayOfMonth)
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth)
    return null
  if (year < 1 || year > 9999) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

function ordinal(day: Day): number {
  const match = dayPattern.exec(day)
  if (!match) throw new RangeError(`not a day: ${day}`)
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / millisecondsPerDay
}

export function addDays(day: Day, days: number): Day {
  return new Date((ordinal(day) + days) * millisecondsPerDay).toISOString().slice(0, 10)
}

/** The same day of the month some months away, or that month's last. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  const at = year * 12 + month - 1 + months
  for (let wanted = dayOfMonth; wanted > 0; wanted -= 1) {
    const found = dayOf(Math.floor(at / 12), (at % 12) + 1, wanted)
    if (found !== null) return found
  }
  return day
}

/** Calendar days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return ordinal(to) - ordinal(from)
}

/** A period with both ends included; null is an open end. */
export interface Period {
  readonly from: Day | null
  readonly to: Day | null
}

export function holdsOn(period: Period, day: Day): boolean {
  return (period.from === null || period.from <= day) && (period.to === null || day <= period.to)
}

/** Kept by time zone: to make one takes a thousand times as long as to use it, and every query asks for today. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** The day it is at `instant` in an IANA time zone. */
export function dayAt(instant: Instant, timeZone: string): Day {
  let format = dayFormats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    dayFormats.set(timeZone, format)
  }
  return format.format(new Date(instant))
}

/** The last instant (millisecond) of a day in an IANA time zone. */
export function endOfDay(day: Day, timeZone: string): Instant {
  // The zone's offset is looked up near the wanted moment, twice, so that a change of the offset that night is met.
  const wanted = Date.parse(`${day}T23:59:59.999Z`)
  let guess = wanted
  for (let round = 0; round < 2; round += 1) guess = wanted - offsetAt(guess, timeZone)
  return new Date(guess).toISOString()
}

function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(moment))
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value)
  const asUtc = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return asUtc - Math.floor(moment / 1000) * 1000
}

/** Years are counted from the first year of the era: 令和8年 = 2018 + 8. Source: era starts as published by the Cabinet. */
const eras: readonly { letters: readonly string[]; offset: number; from: Day }[] = [
  { letters: ['令和', 'r', 'reiwa'], offset: 2018, from: '2019-05-01' },
  { letters: ['平成', 'h', 'heisei'], offset: 1988, from: '1989-01-08' },
  { letters: ['昭和', 's', 'showa'], offset: 1925, from: '1926-12-25' },
]

/**
 * A day in the Japanese calendar, long (令和8年9月30日) or short (R8.9.30); the first year of an era is 元年 in the long form.
 * Null for days before Shōwa, which the register has no eras for.
 */
export function eraDay(day: Day, form: 'long' | 'short'): string | null {
  const era = eras.find((each) => day >= each.from)
  if (era === undefined) return null
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number)
  const counted = year - era.offset
  const [long = '', short = ''] = era.letters
  return form === 'long'
    ? `${long}${counted === 1 ? '元' : String(counted)}年${String(month)}月${String(dayOfMonth)}日`
    : `${short.toUpperCase()}${String(counted)}.${String(month)}.${String(dayOfMonth)}`
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A day as people write it: 2026-09-30, 2026/9/30, 2026年9月30日, 20260930, 令和8年9月30日, R8.9.30, 30 Sep 2026,
 * September 30, 2026, and ISO instants; full-width digits and a day of the week in brackets too. Null where it is no day, or where day and month cannot be
 * told apart (03/04/2026): a guess would be a silent error. 13/04/2026 and 4/13/2026 can be told apart and are read.
 */
export function parseDay(written: string): Day | null {
  const text = written
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/ ?\([月火水木金土日]\)$/u, '')
    .replace(/ ?([年月日]) ?/gu, '$1')
  let match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[t ]\d{1,2}:\d{2}.*)?$/u.exec(text)
  if (match) return dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
  match = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (match) return dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
  match = /^([a-z]+|令和|平成|昭和)\.? ?(\d{1,2}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text)
  if (match) {
    const era = eras.find((each) => each.letters.includes(match?.[1] ?? ''))
    if (!era) return null
    const day = dayOf(era.offset + (match[2] === '元' ? 1 : Number(match[2])), Number(match[3]), Number(match[4]))
    return day !== null && day >= era.from ? day : null
  }
  match = /^(\d{1,2})[- ]([a-z]{3,9})\.?[- ,]+(\d{4})$/.exec(text)
  if (match) return namedMonth(match[3], match[2], match[1])
  match = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text)
  if (match) return namedMonth(match[3], match[1], match[2])
  match = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text)
  if (match) {
    const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])]
    if (first > 12) return dayOf(year, second, first)
    if (second > 12 || first === second) return dayOf(year, first, second)
  }
  return null
}

function namedMonth(year: string | undefined, month: string | undefined, dayOfMonth: string | undefined): Day | null {
  const index = monthNames.indexOf((month ?? '').slice(0, 3))
  return index < 0 ? null : dayOf(Number(year), index + 1, Number(dayOfMonth))
}

/** A fiscal quarter; `year` is the calendar year in which the fiscal year starts (2026年度). */
export interface FiscalQuarter {
  readonly year: number
  readonly quarter: 1 | 2 | 3 | 4
  readonly from: Day
  readonly to: Day
}

/** The company's fiscal quarter that holds a day. `startMonth` 1–12; an April start makes July–September the second. */
export function fiscalQuarterOf(day: Day, startMonth: number): FiscalQuarter {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const fiscalYear = month >= startMonth ? year : year - 1
  const monthsIn = (month - startMonth + 12) % 12
  const quarter = (Math.floor(monthsIn / 3) + 1) as FiscalQuarter['quarter']
  const first = startMonth - 1 + (quarter - 1) * 3
  const from = dayOf(fiscalYear + Math.floor(first / 12), (first % 12) + 1, 1)
  const next = dayOf(fiscalYear + Math.floor((first + 3) / 12), ((first + 3) % 12) + 1, 1)
  if (from === null || next === null) throw new RangeError(`no fiscal quarter for ${day}`)
  return { year: fiscalYear, quarter, from, to: addDays(next, -1) }
}

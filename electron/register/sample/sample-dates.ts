/**
 * The days of the sample register, all counted from one given day, so that the sample is never out of date and the same day
 * always gives the same register. How sources write a day is explained at the top of resources/sample/organisation.yaml.
 */
import { addDays, type Day, daysBetween, dayOf, fiscalQuarterOf } from '#shared/domain/calendar-date.ts'

/** A day as the sources write it; a number counts days from the entry it stands in. */
export type DayText = string | number

export interface SamplePackDays {
  /** The last day of a fiscal quarter. */
  readonly asOf: Day
  /** What was recorded until the evening of this day is in the pack. */
  readonly cutOff: Day
  readonly lock: Day
}

/** A pack is never locked sooner: a quarter that ended fewer days ago is still being closed. */
const daysToClose = 20

export class SampleDates {
  readonly day: Day
  readonly first: SamplePackDays
  readonly second: SamplePackDays
  readonly #fiscalStartMonth: number
  readonly #fiscalYear: number
  /** Working days after the second lock and before the sample's day. */
  readonly #recent: readonly Day[]

  constructor(day: Day, fiscalStartMonth: number) {
    this.day = day
    this.#fiscalStartMonth = fiscalStartMonth
    let end = this.#quarterEndBefore(day)
    if (daysBetween(end, day) <= daysToClose) end = this.#quarterEndBefore(end)
    this.second = packDays(end)
    this.first = packDays(this.#quarterEndBefore(end))
    this.#fiscalYear = fiscalQuarterOf(this.first.asOf, fiscalStartMonth).year
    this.#recent = workingDays(addDays(this.second.lock, 1), addDays(day, -1))
  }

  /** The day that a source names; `own` is the day of the entry, from which plain numbers count. */
  resolve(text: DayText, own?: Day): Day {
    if (typeof text === 'number') {
      if (own === undefined) throw new RangeError(`no day to count from: ${String(text)}`)
      return addDays(own, text)
    }
    const parts = /^(D|P1|P2|L1|L2|N\d?|W\d+|R\d+)([+-]\d+)?$/.exec(text)
    if (parts?.[1] !== undefined) return addDays(this.#anchor(parts[1]), Number(parts[2] ?? 0))
    const fiscal = /^FY(-\d+)?\/(\d{2})-(\d{2})$/.exec(text)
    if (!fiscal) throw new RangeError(`not a day of the sample: ${text}`)
    return this.#inFiscalYear(Number(fiscal[1] ?? 0), Number(fiscal[2]), Number(fiscal[3]))
  }

  /** The same moved to a working day: what was recorded before a pack's day stays before it, what came after stays after. */
  working(text: DayText, own?: Day): Day {
    const day = this.resolve(text, own)
    const later = typeof text === 'number' || /^(P[12]|D|N\d?)\+/.test(text)
    return later ? nextWorkingDay(day) : previousWorkingDay(day)
  }

  #anchor(name: string): Day {
    if (name === 'D') return this.day
    if (name === 'P1') return this.first.asOf
    if (name === 'P2') return this.second.asOf
    if (name === 'L1') return this.first.lock
    if (name === 'L2') return this.second.lock
    const number = Number(name.slice(1))
    if (name.startsWith('N')) return this.#comingQuarterEnd(number === 0 ? 1 : number)
    if (name.startsWith('W')) return this.#sinceSecondPack(number)
    const index = Math.min(this.#recent.length - 1, Math.floor((number / 100) * this.#recent.length))
    const day = this.#recent[index]
    if (day === undefined) throw new RangeError(`no working day between the second lock and ${this.day}`)
    return day
  }

  /** `percent` of the way from the second pack's day to the sample's day, neither of them included. */
  #sinceSecondPack(percent: number): Day {
    const span = daysBetween(this.second.asOf, this.day)
    return addDays(this.second.asOf, Math.min(span - 1, Math.max(1, Math.round((percent / 100) * span))))
  }

  /** The n-th fiscal quarter end that is at least 30 days away. */
  #comingQuarterEnd(number: number): Day {
    let end = fiscalQuarterOf(addDays(this.day, 30), this.#fiscalStartMonth).to
    for (let round = 1; round < number; round += 1) end = fiscalQuarterOf(addDays(end, 1), this.#fiscalStartMonth).to
    return end
  }

  #quarterEndBefore(day: Day): Day {
    return addDays(fiscalQuarterOf(day, this.#fiscalStartMonth).from, -1)
  }

  /** A month and day in a fiscal year, counted from the one that holds the first pack's day. */
  #inFiscalYear(years: number, month: number, dayOfMonth: number): Day {
    const year = this.#fiscalYear + years + (month < this.#fiscalStartMonth ? 1 : 0)
    const day = dayOf(year, month, dayOfMonth)
    if (day === null) throw new RangeError(`no such day: ${String(month)}-${String(dayOfMonth)}`)
    return day
  }
}

function packDays(asOf: Day): SamplePackDays {
  return { asOf, cutOff: nextWorkingDay(addDays(asOf, 8)), lock: nextWorkingDay(addDays(asOf, 12)) }
}

/** National holidays of Japan on a fixed day, and the equinoxes on the day they mostly fall on. */
const fixedHolidays = [
  '02-11',
  '02-23',
  '03-20',
  '04-29',
  '05-03',
  '05-04',
  '05-05',
  '08-11',
  '09-23',
  '11-03',
  '11-23',
]
/** Months with a holiday on a Monday, and the first day of the week in which that Monday lies. */
const holidayMondays: Readonly<Record<string, number>> = { '01': 8, '07': 15, '09': 15, '10': 8 }

/** Monday to Friday, no national holiday of Japan, and not 29 December to 3 January, when companies there are closed. */
export function isWorkingDay(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const monthAndDay = day.slice(5)
  if (weekday === 0 || weekday === 6 || fixedHolidays.includes(monthAndDay)) return false
  if (monthAndDay >= '12-29' || monthAndDay <= '01-03') return false
  const week = holidayMondays[day.slice(5, 7)]
  const dayOfMonth = Number(day.slice(8))
  return weekday !== 1 || week === undefined || dayOfMonth < week || dayOfMonth > week + 6
}

function nextWorkingDay(day: Day): Day {
  let next = day
  while (!isWorkingDay(next)) next = addDays(next, 1)
  return next
}

function previousWorkingDay(day: Day): Day {
  let previous = day
  while (!isWorkingDay(previous)) previous = addDays(previous, -1)
  return previous
}

function workingDays(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day)
  return days
}

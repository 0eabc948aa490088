/** The breach clock against the worked examples of its source, and where days are easily counted wrongly. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BreachTrigger, breachTriggers, clock, finalReportDays } from '#shared/domain/breach-clock.ts'
import { dayAt, daysBetween } from '#shared/domain/calendar-date.ts'

const final = (trigger: BreachTrigger, learned: string, zone?: string) =>
  clock(trigger, new Date(learned).toISOString(), zone).final

describe('worked examples', () => {
  test.each([
    ['BR-1', '2026-01-31T23:30:00+09:00', '2026-03-01'],
    ['BR-2', '2026-01-31T23:30:00+09:00', '2026-03-01'],
    ['BR-3', '2026-01-31T23:30:00+09:00', '2026-03-31'],
    ['BR-4', '2026-01-31T23:30:00+09:00', '2026-03-01'],
    ['BR-1', '2028-02-01T09:00:00+09:00', '2028-03-01'],
    ['BR-1', '2026-12-31T16:00:00Z', '2027-01-30'],
  ] as const)('%s learned %s: by %s', (trigger, learned, expected) => {
    expect(final(trigger, learned)).toBe(expected)
  })
})

test('30 days, and 60 where the act had a wrongful purpose', () => {
  expect(finalReportDays).toEqual({ 'BR-1': 30, 'BR-2': 30, 'BR-3': 60, 'BR-4': 30 })
})

describe('where days are easily counted wrongly', () => {
  test.each([
    ['the leap day is a day', 'BR-1', '2028-02-29T00:00:00+09:00', '2028-03-29'],
    ['the day after it', 'BR-1', '2028-03-01T00:00:00+09:00', '2028-03-30'],
    ['over a leap day, 60 days', 'BR-3', '2028-01-31T12:00:00+09:00', '2028-03-30'],
    ['from the end of a month of 31 days', 'BR-2', '2026-10-31T12:00:00+09:00', '2026-11-29'],
    ['from the end of a month of 30 days', 'BR-2', '2026-11-30T12:00:00+09:00', '2026-12-29'],
    ['from the last of February', 'BR-2', '2027-02-28T12:00:00+09:00', '2027-03-29'],
    ['over the end of a year', 'BR-3', '2026-11-15T12:00:00+09:00', '2027-01-13'],
    ['the last second before midnight', 'BR-1', '2026-11-30T23:59:59+09:00', '2026-12-29'],
    ['midnight', 'BR-1', '2026-12-01T00:00:00+09:00', '2026-12-30'],
  ] as const)('%s', (_what, trigger, learned, expected) => {
    expect(final(trigger, learned)).toBe(expected)
  })

  test('learned abroad: the day in Japan at that moment is day 1', () => {
    // In New York it is still the 30th, in Japan already the 1st of the month after.
    expect(final('BR-4', '2026-11-30T10:30:00-05:00')).toBe('2026-12-30')
    expect(final('BR-4', '2026-11-30T09:30:00-05:00')).toBe('2026-12-29')
    expect(final('BR-4', '2026-11-30T10:30:00-05:00', 'America/New_York')).toBe('2026-12-29')
  })
})

test('the early report: the third day is shown, the fifth beside it', () => {
  expect(clock('BR-1', '2026-11-24T01:00:00.000Z')).toEqual({
    learnedOn: '2026-11-24',
    early: '2026-11-26',
    earlyLatest: '2026-11-28',
    final: '2026-12-23',
    finalExtended: null,
  })
})

test('an extension is mentioned beside the deadline, and never is the deadline', () => {
  const extended = (learned: string) => {
    const { final: by, finalExtended } = clock('BR-1', learned)
    return [by, finalExtended]
  }
  // A Sunday, a Saturday, the first of the days at the end of the year, and one of the days at its start.
  expect(extended('2026-01-31T00:00:00.000Z')).toEqual(['2026-03-01', '2026-03-02'])
  expect(extended('2026-11-20T00:00:00.000Z')).toEqual(['2026-12-19', '2026-12-21'])
  expect(extended('2026-11-30T00:00:00.000Z')).toEqual(['2026-12-29', '2027-01-04'])
  expect(extended('2026-12-05T00:00:00.000Z')).toEqual(['2027-01-03', '2027-01-04'])
})

test('from any moment the last day is the 30th or 60th, with the day of learning as the first', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...breachTriggers),
      fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      (trigger, moment) => {
        const learned = moment.toISOString()
        const { early, earlyLatest, final: by } = clock(trigger, learned)
        const first = dayAt(learned, 'Asia/Tokyo')
        expect([early, earlyLatest, by].map((day) => daysBetween(first, day) + 1)).toEqual([
          3,
          5,
          trigger === 'BR-3' ? 60 : 30,
        ])
      },
    ),
  )
})

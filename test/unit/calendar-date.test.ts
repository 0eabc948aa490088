import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, eraDay, isDay, parseDay } from '#shared/domain/calendar-date.ts'

describe('parseDay', () => {
  test.each([
    ['2026-09-30', '2026-09-30'],
    ['2026/9/30', '2026-09-30'],
    ['2026年9月30日', '2026-09-30'],
    ['20260930', '2026-09-30'],
    ['２０２６／９／３０', '2026-09-30'],
    ['令和8年9月30日', '2026-09-30'],
    ['R8.9.30', '2026-09-30'],
    ['Ｒ８．９．３０', '2026-09-30'],
    ['令和元年5月1日', '2019-05-01'],
    ['令和元年4月30日', null],
    ['平成31年4月30日', '2019-04-30'],
    ['30 Sep 2026', '2026-09-30'],
    ['September 30, 2026', '2026-09-30'],
    ['2026-02-30', null],
    ['03/04/2026', null],
    ['13/04/2026', '2026-04-13'],
    ['来週', null],
    ['', null],
  ])('%s', (written, day) => {
    expect(parseDay(written)).toBe(day)
  })
})

describe('eraDay', () => {
  test.each([
    ['2026-09-30', '令和8年9月30日', 'R8.9.30'],
    ['2019-05-01', '令和元年5月1日', 'R1.5.1'],
    ['2019-04-30', '平成31年4月30日', 'H31.4.30'],
    ['1989-01-07', '昭和64年1月7日', 'S64.1.7'],
  ])('%s', (day, long, short) => {
    expect([eraDay(day, 'long'), eraDay(day, 'short')]).toEqual([long, short])
  })

  test('no era before Shōwa', () => {
    expect(eraDay('1926-12-24', 'long')).toBeNull()
  })

  test('what is written is read as the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const day = addDays('1926-12-25', days)
        expect(isDay(day)).toBe(true)
        for (const form of ['long', 'short'] as const) expect(parseDay(eraDay(day, form) ?? '')).toBe(day)
      }),
    )
  })
})

/** How each instrument and event stands around every day of the fact base: the day before, the day, the day after. */
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '#shared/domain/calendar-date.ts'
import { lastDayOf } from '#shared/domain/horizon/horizon-date.ts'
import { ruleStatuses } from '#shared/domain/horizon/horizon-pack.ts'
import { beginningOn, canBeRelied, eventOn, statusOn } from '#shared/domain/horizon/status-on.ts'
import { event, instrument, shipped } from '#test/support/horizon.ts'

const on = (id: string, day: Day) => statusOn(instrument(id), day, shipped)
/** The day before, the day, the day after. */
const around = (day: Day) => [addDays(day, -1), day, addDays(day, 1)]
const statusesAround = (id: string, day: Day) => around(day).map((each) => on(id, each).status ?? on(id, each).absent)

describe('the day before, the day, the day after, of each step', () => {
  const cases = [
    ['REG-AIA-JP', '2025-06-04', ['NOT_THERE_YET', 'in_force_partially', 'in_force_partially']],
    ['REG-AIA-JP', '2025-09-01', ['in_force_partially', 'in_force', 'in_force']],
    ['REG-APPI', '2026-06-24', ['in_force', 'in_force', 'in_force']],
    ['REG-APPI26', '2026-07-17', ['NOT_THERE_YET', 'promulgated_not_in_force', 'promulgated_not_in_force']],
    ['REG-APPI26', '2027-01-17', ['promulgated_not_in_force', 'in_force_partially', 'in_force_partially']],
    ['REG-APPI26', '2028-07-16', ['in_force_partially', 'in_force_partially', 'in_force_partially']],
    ['REG-CGC', '2026-07-21', ['EARLIER_EDITION', 'in_force', 'in_force']],
    ['REG-BASICPLAN', '2025-12-23', ['NOT_THERE_YET', 'in_force', 'in_force']],
    ['REG-BASICPLAN', '2026-07-14', ['in_force', 'in_force', 'in_force']],
    ['REG-AIGB', '2024-04-19', ['NOT_THERE_YET', 'guidance', 'guidance']],
    ['REG-AIGB', '2024-11-22', ['guidance', 'guidance', 'guidance']],
    ['REG-AIGB', '2025-03-28', ['guidance', 'guidance', 'guidance']],
    ['REG-AIGB', '2026-03-31', ['guidance', 'guidance', 'guidance']],
    ['REG-ART13', '2025-12-19', ['NOT_THERE_YET', 'guidance', 'guidance']],
    ['REG-CMG', '2023-03-24', ['EARLIER_EDITION', 'guidance', 'guidance']],
    ['REG-CCL', '2025-02-18', ['NOT_THERE_YET', 'guidance', 'guidance']],
    ['REG-EUAIA', '2024-08-01', ['NOT_THERE_YET', 'foreign_law', 'foreign_law']],
    ...['2025-02-02', '2025-08-02', '2026-07-27', '2026-08-02', '2026-12-02', '2027-08-02', '2027-12-02', '2028-08-02']
      .concat('2030-08-02')
      .map((day) => ['REG-EUAIA', day, ['foreign_law', 'foreign_law', 'foreign_law']] as const),
    ['REG-42001', '2023-12-18', ['NOT_THERE_YET', 'voluntary_standard', 'voluntary_standard']],
    ['REG-RMF', '2023-01-26', ['NOT_THERE_YET', 'voluntary_standard', 'voluntary_standard']],
    ['REG-CSF', '2024-02-26', ['EARLIER_EDITION', 'voluntary_standard', 'voluntary_standard']],
  ] as const

  test.each(cases)('%s around %s', (id, day, expected) => {
    expect(statusesAround(id, day)).toEqual(expected)
  })

  test('leave no dated step out', () => {
    const dated = shipped.instruments.flatMap(({ id, steps }) =>
      steps.flatMap(({ date }) => (date === null ? [] : [`${id} ${lastDayOf(date)}`])),
    )
    expect(cases.map(([id, day]) => `${id} ${day}`)).toEqual(expect.arrayContaining(dated))
  })
})

test('on the day of the content', () => {
  expect(
    Object.fromEntries(shipped.instruments.map((each) => [each.id, statusOn(each, '2026-11-22', shipped).status])),
  ).toEqual({
    'REG-AIA-JP': 'in_force',
    'REG-APPI': 'in_force',
    'REG-APPI26': 'promulgated_not_in_force',
    'REG-CGC': 'in_force',
    'REG-BASICPLAN': 'in_force',
    'REG-AIGB': 'guidance',
    'REG-ART13': 'guidance',
    'REG-CMG': 'guidance',
    'REG-CCL': 'guidance',
    'REG-EUAIA': 'foreign_law',
    'REG-42001': 'voluntary_standard',
    'REG-RMF': 'voluntary_standard',
    'REG-CSF': 'voluntary_standard',
  })
})

test('versions change where the status does not', () => {
  expect(
    ['2025-03-27', '2025-03-28', '2026-03-30', '2026-03-31'].map((day) => on('REG-AIGB', day).version?.en),
  ).toEqual(['1.01', '1.1', '1.1', '1.2'])
  expect(['2026-07-13', '2026-07-14'].map((day) => on('REG-BASICPLAN', day).version?.en)).toEqual([
    'phase I',
    'phase II',
  ])
  expect([on('REG-AIGB', '2026-11-22').since, on('REG-APPI', '2026-11-22').since]).toEqual(['2024-04-19', null])
})

test('a staged law says what has begun', () => {
  const begun = (day: Day) => on('REG-EUAIA', day).begun.map(({ id }) => id)
  expect([begun('2026-12-01').at(-1), begun('2026-12-02').at(-1)]).toEqual(['EU-GENERAL', 'EU-ADDED'])
  expect(on('REG-EUAIA', '2026-12-02').ahead.map(({ id }) => id)).toEqual([
    'EU-SANDBOXES',
    'EU-ANNEX-III',
    'EU-ANNEX-I',
    'EU-PUBLIC',
  ])
})

describe('a future rule is never called law', () => {
  test('from the latest day of the APPI amendment the commencement is to be checked, and the status stays', () => {
    expect(
      around('2028-07-16').map((day) => {
        const { status, checks, ahead } = on('REG-APPI26', day)
        return [status, checks, ahead.map(({ id }) => id)]
      }),
    ).toEqual([
      ['in_force_partially', ['AFTER_CONTENT'], ['APPI26-MAIN']],
      ['in_force_partially', ['AFTER_CONTENT', 'COMMENCEMENT_TO_CHECK'], ['APPI26-MAIN']],
      ['in_force_partially', ['AFTER_CONTENT', 'COMMENCEMENT_TO_CHECK'], ['APPI26-MAIN']],
    ])
    expect(on('REG-APPI26', '2040-01-01').status).toBe('in_force_partially')
  })

  test('nothing that is announced or has a latest day becomes law, on no day up to 2035', () => {
    const uncertain = ['APPI26-MAIN']
    for (let day = '2026-11-22'; day < '2035-01-01'; day = addDays(day, 17))
      for (const each of shipped.instruments)
        expect(statusOn(each, day, shipped).begun.filter(({ id }) => uncertain.includes(id))).toEqual([])
  })

  test('what is said of a day after the content says so', () => {
    expect(['2026-11-22', '2026-11-23'].map((day) => on('REG-AIGB', day).checks)).toEqual([[], ['AFTER_CONTENT']])
  })

  test('it cannot be relied on as a basis before it is in force, nor by a latest day', () => {
    const relied = (step: string | null, day: Day) => canBeRelied(instrument('REG-APPI26'), step, day, shipped)
    expect([
      relied('APPI26-MAIN', '2026-11-22'),
      relied('APPI26-MAIN', '2028-07-16'),
      relied('APPI26-MAIN', '2030-01-01'),
      relied(null, '2027-01-17'),
      relied('APPI26-SIX-MONTHS', '2027-01-16'),
      relied('APPI26-SIX-MONTHS', '2027-01-17'),
    ]).toEqual([false, false, false, false, false, true])
    expect(canBeRelied(instrument('REG-APPI'), null, '2026-11-22', shipped)).toBe(true)
    expect(canBeRelied(instrument('REG-AIGB'), null, '2026-11-22', shipped)).toBe(false)
    expect(canBeRelied(instrument('REG-EUAIA'), null, '2026-11-22', shipped)).toBe(false)
  })
})

test('a day that is recall is marked, and nothing is said of days before the content', () => {
  expect(on('REG-CSF', '2026-11-22').checks).toEqual(['DAY_UNCONFIRMED'])
  expect(['2022-12-31', '2023-01-01'].map((day) => [on('REG-APPI', day).status, on('REG-APPI', day).absent])).toEqual([
    [null, 'NOT_COVERED'],
    ['in_force', null],
  ])
})

describe('events', () => {
  const kinds = (id: string, days: readonly Day[]) => days.map((day) => eventOn(event(id), day, shipped).kind)

  test.each(
    shipped.events.filter(({ date }) => date.precision === 'day').map(({ id, date }) => [id, lastDayOf(date)] as const),
  )('%s on %s: ahead the day before, happened on the day', (id, day) => {
    expect(kinds(id, around(day))).toEqual(['upcoming', 'past', 'past'])
  })

  test.each([
    ['CAL-23', '2027-01-31', 'planned', 'ANNOUNCED_DAY_PASSED', [false, false, true]],
    ['CAL-24', '2027-04-30', 'planned', 'ANNOUNCED_DAY_PASSED', [false, false, true]],
    ['CAL-25', '2027-03-31', 'planned', 'ANNOUNCED_DAY_PASSED', [false, false, true]],
    ['CAL-29', '2028-07-16', 'latest', 'COMMENCEMENT_TO_CHECK', [false, true, true]],
  ] as const)('%s around %s stays %s, and says that it is to be checked', (id, day, kind, check, passed) => {
    expect(kinds(id, around(day))).toEqual([kind, kind, kind])
    expect(around(day).map((each) => eventOn(event(id), each, shipped).checks.includes(check))).toEqual(passed)
  })

  test('agree with the kinds of the fact base on its day', () => {
    for (const each of shipped.events)
      expect([each.id, eventOn(each, '2026-11-22', shipped).kind]).toEqual([each.id, each.kind])
  })
})

test('what begins on a day', () => {
  const beginning = (day: Day) =>
    beginningOn(shipped, day).map(({ instrument: { id }, steps }) => [id, steps.map((step) => step.id)])
  expect([beginning('2027-01-16'), beginning('2027-01-17'), beginning('2028-07-16')]).toEqual([
    [],
    [['REG-APPI26', ['APPI26-SIX-MONTHS']]],
    [],
  ])
})

test('a status is one of the eight codes, on every day there is a step', () => {
  const days = shipped.events.flatMap(({ date }) => around(lastDayOf(date)))
  const found = new Set(shipped.instruments.flatMap((each) => days.map((day) => statusOn(each, day, shipped).status)))
  expect([...found].filter((status) => status !== null && !ruleStatuses.includes(status))).toEqual([])
})

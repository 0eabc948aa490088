/** Nothing that is not in force can be relied on: by the law of each day, and whatever a day in the calendar says. */
import { describe, expect, test } from 'vitest'
import { shippedHorizon } from '#electron/register/horizon/shipped-horizon.ts'
import type { HorizonPack } from '#shared/domain/horizon/horizon-pack.ts'
import { basesOn, canRelyOn, legalBases } from '#shared/domain/privacy/legal-basis.ts'

const horizon = shippedHorizon()
const reliable = (day: string, pack = horizon) =>
  basesOn(day, pack)
    .filter((each) => each.reliable)
    .map(({ basis }) => basis)
const now = ['purpose', 'consent', 'exception', 'sensitive_consent', 'pseudonymised', 'anonymised']

/** The same content, once somebody has found the day on which the main part begins. */
function knowing(day: string): HorizonPack {
  return {
    ...horizon,
    asOf: day,
    instruments: horizon.instruments.map((instrument) => ({
      ...instrument,
      steps: instrument.steps.map((step) =>
        step.id === 'APPI26-MAIN' ? { ...step, date: { precision: 'day' as const, day } } : step,
      ),
    })),
  }
}

describe('by the content that is shipped', () => {
  test.each([
    ['the day before it was promulgated', '2026-07-16'],
    ['promulgated', '2026-07-17'],
    ['the day of the content', '2026-11-22'],
    ['the day before some of its provisions begin', '2027-01-16'],
    ['some of them begin: not the exceptions', '2027-01-17'],
    ['the day before the latest day', '2028-07-15'],
    ['the latest day: the calendar alone makes no basis', '2028-07-16'],
    ['after it', '2028-07-17'],
    ['long after it', '2035-01-01'],
  ])('%s', (_words, day) => {
    expect(reliable(day)).toEqual(now)
  })

  test('says by when an exception begins at the latest, and that this is not certain', () => {
    expect(basesOn('2026-11-22', horizon).find(({ basis }) => basis === 'statistics_exception')).toEqual({
      basis: 'statistics_exception',
      source: 'APPI26-01',
      instrument: 'REG-APPI26',
      step: 'APPI26-MAIN',
      reliable: false,
      begins: { day: '2028-07-16', certain: false },
      asOf: '2026-11-22',
    })
  })
})

describe('by content that knows the day', () => {
  const known = knowing('2028-04-01')
  test.each([
    ['2028-03-31', now],
    ['2028-04-01', [...legalBases]],
    ['2028-04-02', [...legalBases]],
  ])('%s', (day, expected) => {
    expect(reliable(day, known)).toEqual(expected)
  })

  test('an instrument that the content does not know is no basis', () => {
    expect(canRelyOn('purpose', '2026-11-22', { ...horizon, instruments: [] })).toBe(false)
  })
})

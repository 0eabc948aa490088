import { describe, expect, test } from 'vitest'
import { type AppiFacts, appiGaps, appiQuestions, nearPersonalData } from '#shared/domain/third-party/appi-answers.ts'
import { reviewMonthsOf, standingAgeOn } from '#shared/domain/third-party/vendor-review.ts'

const settled: AppiFacts = {
  personalData: 'yes',
  dataBasis: 'entrustment',
  dataBasisGrounds: null,
  dataCountries: ['JP'],
  crossBorderRoute: 'domestic',
  selectedOn: '2026-01-10',
  agreedOn: '2026-02-01',
  checkedOn: '2026-08-01',
}
const open = (given: Partial<AppiFacts>, training: Parameters<typeof appiGaps>[2] = null) =>
  appiGaps({ ...settled, ...given }, [], training).map(({ question }) => question)

test('asked where personal data are, may be, or are in a system of it', () => {
  const nothing: AppiFacts = { ...settled, dataBasis: null, dataCountries: [], personalData: 'no' }
  expect(nearPersonalData(nothing, [])).toBe(false)
  expect(appiGaps(nothing, [{ personalData: 'unknown' }], null)).toEqual([])
  expect(nearPersonalData(nothing, [{ personalData: 'no' }, { personalData: 'yes' }])).toBe(true)
  for (const personalData of ['yes', 'unknown'] as const)
    expect(open({ ...nothing, personalData })).toEqual(['basis', 'countries'])
})

describe('what is open', () => {
  const table: readonly [string, Partial<AppiFacts>, Parameters<typeof appiGaps>[2], readonly string[]][] = [
    ['all answered', {}, 'allowed', []],
    ['no basis', { dataBasis: null, selectedOn: null }, null, ['basis']],
    [
      'an entrustment that nobody supervises',
      { selectedOn: null, agreedOn: null, checkedOn: null },
      null,
      ['selection', 'agreement', 'checking'],
    ],
    ['a third party is not supervised', { dataBasis: 'third_party', selectedOn: null, agreedOn: null }, null, []],
    ['not handled, without grounds', { dataBasis: 'not_handled', dataBasisGrounds: ' ' }, null, ['grounds']],
    ['not handled, and trained on', { dataBasis: 'not_handled', dataBasisGrounds: 'x' }, 'allowed', ['trainedOn']],
    [
      'not handled, refusal not set',
      { dataBasis: 'not_handled', dataBasisGrounds: 'x' },
      'opt_out_open',
      ['trainedOn'],
    ],
    ['not handled, nobody knows', { dataBasis: 'not_handled', dataBasisGrounds: 'x' }, 'unknown', []],
    ['not handled abroad', { dataBasis: 'not_handled', dataBasisGrounds: 'x', dataCountries: ['US'] }, 'never', []],
    ['nobody knows where', { dataCountries: [] }, null, ['countries']],
    ['abroad, no route', { dataCountries: ['JP', 'US'], crossBorderRoute: null }, null, ['route']],
    ['abroad, said to be at home', { dataCountries: ['US'] }, null, ['routeWrong']],
    [
      'the EEA and the UK',
      { dataCountries: ['DE', 'NO', 'EU', 'GB'], crossBorderRoute: 'equivalent_country' },
      null,
      [],
    ],
    [
      'a country not named',
      { dataCountries: ['DE', 'US'], crossBorderRoute: 'equivalent_country' },
      null,
      ['routeWrong'],
    ],
    [
      'Switzerland is not in the EEA',
      { dataCountries: ['CH'], crossBorderRoute: 'equivalent_country' },
      null,
      ['routeWrong'],
    ],
    ['consent', { dataCountries: ['US'], crossBorderRoute: 'consent' }, null, []],
  ]
  test.each(table)('%s', (_what, given, training, expected) => {
    expect(open(given, training)).toEqual(expected)
  })

  test('each names its sources and the field in which it is answered', () => {
    expect(appiGaps({ ...settled, dataBasis: 'not_handled', dataBasisGrounds: 'x' }, [], 'allowed')).toEqual([
      { question: 'trainedOn', kind: 'contradiction', field: 'dataBasis', sources: ['PPC Q&A 7-53', 'CC-IN-08'] },
    ])
    expect(appiGaps({ ...settled, selectedOn: null }, [], null)).toEqual([
      { question: 'selection', kind: 'missing', field: 'selectedOn', sources: ['APPI-25', 'CC-GN-10'] },
    ])
    expect(appiQuestions).toHaveLength(9)
  })
})

test('what was found of a vendor grows stale with its cycle of review', () => {
  const vendor = {
    reviewMonths: null,
    tier: null,
    security: 'sound',
    securityOn: '2025-10-20',
    finance: 'unknown',
    financeOn: null,
  } as const
  expect(
    [null, 'high', 'medium', 'low'].map((tier) => reviewMonthsOf({ reviewMonths: null, tier } as typeof vendor)),
  ).toEqual([12, 12, 24, 36])
  expect(reviewMonthsOf({ reviewMonths: 6, tier: 'low' })).toBe(6)
  expect(standingAgeOn(vendor, 'security', '2026-10-20')).toBe('recent')
  expect(standingAgeOn(vendor, 'security', '2026-10-21')).toBe('stale')
  expect(standingAgeOn({ ...vendor, securityOn: null }, 'security', '2026-10-20')).toBe('stale')
  expect(standingAgeOn(vendor, 'finance', '2026-10-20')).toBe('unknown')
})

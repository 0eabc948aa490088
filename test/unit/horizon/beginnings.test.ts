/** On the day on which a rule begins the register says what is otherwise: on the overview, and in the pack that follows. */
import { describe, expect, test } from 'vitest'
import type { Day } from '#shared/domain/calendar-date.ts'
import { beginningsBetween, beginningsOn } from '#shared/domain/horizon/beginnings.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { buildOverview } from '#shared/domain/overview.ts'
import { say } from '#shared/locales/say.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import { shipped } from '#test/support/horizon.ts'
import { register } from '#test/support/hand-made-register.ts'
import { nothingFinished } from '#shared/domain/finishing.ts'

const told = (day: Day) =>
  beginningsOn(shipped, day).map(({ instrumentId, day: since, before, after }) => [instrumentId, since, before, after])
const amendment = ['REG-APPI26', '2027-01-17', 'promulgated_not_in_force', 'in_force_partially']

test.each([
  ['2027-01-16', []],
  ['2027-01-17', [amendment]],
  ['2027-01-18', [amendment]],
  ['2027-01-23', [amendment]],
  ['2027-01-24', []],
] as const)('not before its day, on it and for a week: %s', (day, expected) => {
  expect(told(day)).toEqual(expected)
})

test('what was announced, or has a latest day, never begins by itself', () => {
  const later = beginningsBetween(shipped, '2027-01-18', '2035-12-31')
  expect(later.filter(({ instrumentId }) => instrumentId === 'REG-APPI26')).toEqual([])
})

test('both days count, and several in their order', () => {
  const days = beginningsBetween(shipped, '2026-07-14', '2026-07-21').map(({ day, instrumentId }) => [
    day,
    instrumentId,
  ])
  expect(days).toEqual([
    ['2026-07-14', 'REG-BASICPLAN'],
    ['2026-07-17', 'REG-APPI26'],
    ['2026-07-21', 'REG-CGC'],
  ])
})

test.each([
  ['2027-01-16', 0],
  ['2027-01-17', 1],
  ['2027-01-18', 1],
] as const)('the overview of %s says it of the horizon that the register holds', (asOf, count) => {
  const on = new RegisterOn(register(), asOf)
  const overview = (horizon: typeof shipped | null) => buildOverview({ on, fiscalStartMonth: 4, packs: [], horizon })
  expect(overview(shipped).begun).toHaveLength(count)
  expect(overview(null).begun).toEqual([])
})

describe('the page of the pack', () => {
  const snapshot = register({
    horizonPacks: [
      {
        id: 'HZP-1',
        version: 1,
        withdrawn: null,
        packVersion: shipped.version,
        name: shipped.title,
        asOf: shipped.asOf,
        origin: 'shipped',
        fileName: null,
        sha256: 'ab'.repeat(32),
        content: shipped,
        from: '2026-11-28',
        to: null,
      },
    ],
  })
  const leadOf = (asOf: Day, previous: Day | null) => {
    const model = buildPackModel({
      snapshot,
      asOf,
      cutOff: `${asOf}T14:59:59.999Z`,
      code: null,
      title: null,
      lockedAt: null,
      dataDigest: null,
      auditHead: null,
      previous:
        previous === null
          ? null
          : { snapshot, asOf: previous, code: 'PACK-2026Q3', digest: 'cd'.repeat(32), schemaVersion: 130 },
      history: [],
      decisions: { asked: [], none: null },
      packsBefore: 0,
      recordedLate: [],
      finishing: nothingFinished(snapshot.organisation),
      language: 'en',
      preparedBy: null,
      appVersion: '0.1.0',
      schemaVersion: 130,
      sample: false,
    })
    const lead = model.pages.find(({ key }) => key === 'horizon')?.lead ?? []
    return lead.filter(({ key }) => key === 'pack.lead.rulesBegan').map((each) => say('en', each))
  }
  const sentence = ['Begun since the previous pack: APPI amendment (1).']

  test.each([
    ['2027-01-16', '2026-12-31', []],
    ['2027-01-17', '2026-12-31', sentence],
    ['2027-03-31', '2027-01-16', sentence],
    ['2027-03-31', '2027-01-17', []],
    ['2027-03-31', null, sentence],
  ] as const)('of %s after %s', (asOf, previous, expected) => {
    expect(leadOf(asOf, previous)).toEqual(expected)
  })
})

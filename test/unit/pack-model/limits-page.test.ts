/** Eight figures against their limits, on scales of their own, and what answers those beyond them. */
import { nothingFinished } from '#shared/domain/finishing.ts'
import { describe, expect, it } from 'vitest'
import type { KriResult } from '#shared/domain/metrics/kri-result.ts'
import { limitDistance } from '#shared/domain/metrics/kri-tile.ts'
import { say } from '#shared/locales/say.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import type { LimitsPage, PackInput } from '#shared/pack-model/pages.ts'
import { register } from '../../support/hand-made-register.ts'
import { june, officeRegister, september } from '../../support/office-register.ts'

const whole: PackInput = {
  snapshot: officeRegister(),
  asOf: september,
  cutOff: '2026-10-09T14:59:59.999Z',
  code: null,
  title: null,
  lockedAt: null,
  dataDigest: null,
  auditHead: null,
  previous: { snapshot: officeRegister(), asOf: june, code: 'PACK-2026Q1', digest: '', schemaVersion: 1 },
  decisions: { asked: [], none: null },
  history: [],
  packsBefore: 1,
  recordedLate: [],
  finishing: nothingFinished(officeRegister().organisation),
  language: 'en',
  preparedBy: null,
  appVersion: '0.1.0',
  schemaVersion: 1,
  sample: false,
}

function limitsPageOf(given: Partial<PackInput> = {}): LimitsPage {
  const found = buildPackModel({ ...whole, ...given }).pages.find((page) => page.key === 'limits')
  if (!found) throw new Error('no page of limits')
  return found
}

describe('the page of limits', () => {
  it('draws eight figures that have a limit, those with a value first, on scales of their own', () => {
    const { data } = limitsPageOf().bullets
    expect(data.map(({ id, value, most, limits }) => [id, value, most, limits.direction])).toEqual([
      ['K01', 0.6, 1, 'higher'],
      ['K05', 3, 4, 'lower'],
      ['K09', 0.75, 1, 'higher'],
      ['K12', 2 / 3, 0.8, 'lower'],
      ['K22', 1, 2, 'lower'],
      ['K03', 0.4, 1, 'higher'],
      ['K07', 1, 2, 'lower'],
      ['K15', 8 / 9, 1, 'higher'],
    ])
  })

  it('names every figure beyond its tolerance, since when, and that nothing answers it', () => {
    const { rows, total } = limitsPageOf().beyond.data
    expect(total).toBe(8)
    expect(rows.map(({ id, since, answer, owner, dueOn }) => [id, since, answer, owner, dueOn])).toContainEqual([
      'K22',
      'now',
      'open',
      null,
      null,
    ])
  })

  it('says of a register without records that nothing can be judged', () => {
    const page = limitsPageOf({ snapshot: register(), previous: null })
    expect(page.bullets.data.every(({ value, distance }) => value === null && distance === null)).toBe(true)
    expect(page.beyond.empty && say('en', page.beyond.empty)).toBe('No indicator can be judged yet')
  })
})

describe('how far a figure is from the limit that decides its state', () => {
  const limits = { appetite: 0.95, tolerance: 0.85, direction: 'higher', provisional: false } as const
  const distance = (unit: KriResult['unit'], value: number, threshold: KriResult['threshold']) => {
    const said = limitDistance({ unit, value, threshold })
    return said && say('en', said)
  }
  it.each([
    [1, '5 points inside appetite'],
    [0.95, 'At the appetite'],
    [0.9, '5 points inside tolerance'],
    [0.85, 'At the tolerance'],
    [0.8499, '0.1 points beyond tolerance'],
    [0.5, '35 points beyond tolerance'],
  ])('as a share of %d: %s', (value, words) => {
    expect(distance('share', value, limits)).toBe(words)
  })

  it('in the unit of the figure, and not at all without a limit', () => {
    const fewer = { appetite: 1, tolerance: 2, direction: 'lower', provisional: true } as const
    expect([
      distance('count', 5, fewer),
      distance('days', 1.5, fewer),
      distance('index', 2.04, fewer),
      distance('count', 5, null),
    ]).toEqual(['3 beyond tolerance', '0.5 days inside tolerance', '0.04 beyond tolerance', null])
  })
})

/** K21 and KRI-10 against tables that were counted by hand. */
import { describe, expect, test } from 'vitest'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import { figuresUnder, type KriId } from '#shared/domain/metrics/kri-result.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { register } from '#test/support/hand-made-register.ts'
import { incident, report } from '#test/support/incident-records.ts'

const day = '2026-09-30'
const figure = (id: KriId, given: Partial<RegisterState>, asOf = day) => {
  const found = computeKris(register(given), asOf).find((each) => each.id === id)
  if (found === undefined) throw new Error(id)
  return found
}
const reportable = { leak: 'yes', leakSensitive: 'yes' } as const

describe('K21', () => {
  test('counts by seriousness, time to resolve and repeats of the 365 days up to the day', () => {
    const incidents = [
      // 2025-09-30 is day 366 back, 2025-10-01 the first of the period: midnight in Tokyo is 15:00 UTC.
      incident('INC-1', { severity: 'major', detectedAt: '2025-09-30T14:59:00.000Z', rootCause: '設定の誤り' }),
      incident('INC-2', {
        severity: 'major',
        detectedAt: '2025-09-30T15:00:00.000Z',
        resolvedAt: '2025-10-01T15:00:00.000Z',
        rootCause: '設定の誤り',
      }),
      incident('INC-3', {
        severity: null,
        detectedAt: '2026-03-01T00:00:00.000Z',
        resolvedAt: '2026-03-01T06:00:00.000Z',
        rootCause: '学習データの偏り',
      }),
      incident('INC-4', { severity: 'minor', detectedAt: '2026-09-30T14:59:00.000Z', rootCause: ' 設定の誤り ' }),
      incident('INC-5', { severity: 'critical', detectedAt: '2026-09-30T15:00:00.000Z' }),
      incident('INC-6', { kind: 'near_miss', severity: 'critical', detectedAt: '2026-05-01T00:00:00.000Z' }),
      incident('INC-7', { resolvedAt: '2026-06-01T00:00:00.000Z' }),
      incident('INC-8', { severity: 'critical', withdrawn: { on: '2026-01-01', reason: '誤り' } }),
    ]
    expect(figure('K21', { incidents })).toMatchObject({
      numerator: 2,
      denominator: 4,
      value: 2,
      status: 'warning',
      parts: {
        critical: 0,
        major: 1,
        moderate: 1,
        minor: 1,
        unjudged: 1,
        nearMisses: 1,
        resolved: 3,
        hoursToResolve: 15,
        undetected: 1,
        withCause: 3,
        repeats: 2,
        repeatRate: 2 / 3,
        reportedInTime: null,
      },
      contributing: ['INC-2', 'INC-3'],
    })
    // The critical one of the day after makes a breach by itself.
    expect(figure('K21', { incidents }, '2026-10-01')).toMatchObject({
      status: 'breach',
      contributing: ['INC-3', 'INC-5'],
    })
  })

  test.each([
    ['365 days before', '2025-03-01T00:00:00.000Z', 1],
    ['366 days before', '2025-02-28T00:00:00.000Z', 0],
    ['the same day, an earlier record', '2026-03-01T00:00:00.000Z', 1],
    ['after it', '2026-03-02T00:00:00.000Z', 0],
    ['nobody knows when', null, 0],
  ] as const)('a repeat: the same cause %s', (_what, detectedAt, repeats) => {
    const incidents = [
      incident('INC-1', { detectedAt, rootCause: 'ＡＰＩ設定' }),
      incident('INC-2', { detectedAt: '2026-03-01T05:00:00.000Z', rootCause: 'api設定' }),
    ]
    const named = computeKris(register({ incidents }), '2026-03-01').find(({ id }) => id === 'K21')
    expect(named?.parts['repeats']).toBe(repeats)
  })

  test('over a leap day the year before has 365 days, too', () => {
    const incidents = [
      incident('INC-1', { detectedAt: '2027-03-01T03:00:00.000Z', rootCause: 'a' }),
      incident('INC-2', { detectedAt: '2028-02-29T03:00:00.000Z', rootCause: 'a' }),
      incident('INC-3', { detectedAt: '2028-03-01T03:00:00.000Z', severity: 'minor' }),
    ]
    expect(figure('K21', { incidents }, '2028-02-29').parts).toMatchObject({ repeats: 1, withCause: 1 })
  })

  test('nothing recorded is no data; one record of long ago is zero', () => {
    expect(figure('K21', {})).toMatchObject({
      status: 'no_data',
      value: null,
      parts: { critical: null, repeats: null },
    })
    const incidents = [incident('INC-1', { severity: 'critical', detectedAt: '2020-01-01T00:00:00.000Z' })]
    expect(figure('K21', { incidents })).toMatchObject({ status: 'within', value: 0, denominator: 0 })
  })
})

describe('KRI-10', () => {
  const learnedAt = '2026-09-01T00:00:00.000Z'
  const base = { ...reportable, learnedAt, detectedAt: learnedAt }
  test('of what can be said: in time, late, running, without the moment of learning, still unknown', () => {
    const incidents = [
      incident('INC-1', base),
      incident('INC-2', base),
      incident('INC-3', { ...base, learnedAt: '2026-09-29T00:00:00.000Z' }),
      incident('INC-4', { ...base, learnedAt: null }),
      incident('INC-5', { leak: 'unknown', leakMany: 'unknown', learnedAt, detectedAt: learnedAt }),
      incident('INC-6', { ...base, leak: 'no' }),
    ]
    const incidentReports = [
      report('INC-1', 'early', '2026-09-02T00:00:00.000Z'),
      report('INC-1', 'final', '2026-09-30T00:00:00.000Z'),
      report('INC-2', 'early', '2026-09-05T00:00:00.000Z'),
      report('INC-2', 'final', '2026-09-20T00:00:00.000Z'),
    ]
    expect(figure('KRI-10', { incidents, incidentReports })).toMatchObject({
      numerator: 1,
      denominator: 4,
      value: 0.25,
      // Nothing but early reports is late.
      status: 'warning',
      parts: { reportable: 4, possible: 1, running: 1, finalLate: 0, withoutLearned: 1 },
      contributing: ['INC-2', 'INC-4', 'INC-5'],
    })
    // The 30th day of those that were learned of on 1 September has passed: one final report is owed.
    expect(figure('KRI-10', { incidents, incidentReports }, '2026-10-01')).toMatchObject({
      status: 'breach',
      parts: { finalLate: 1 },
    })
  })

  test('all in time is within; none owed is not applicable; nothing recorded is no data', () => {
    const incidents = [incident('INC-1', base)]
    const incidentReports = [report('INC-1', 'final', '2026-09-02T00:00:00.000Z')]
    expect(figure('KRI-10', { incidents, incidentReports })).toMatchObject({ value: 1, status: 'within' })
    expect(figure('KRI-10', { incidents: [incident('INC-1')] })).toMatchObject({ value: null, status: 'na' })
    expect(figure('KRI-10', {})).toMatchObject({ status: 'no_data' })
  })

  test('a pack that was locked before says what it said', () => {
    const before = figuresUnder(120, computeKris(register(), day)).map(({ id }) => id)
    expect(before).not.toContain('K21')
    expect(before).not.toContain('KRI-10')
    expect(figuresUnder(130, computeKris(register(), day)).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['K21', 'KRI-10']),
    )
  })
})

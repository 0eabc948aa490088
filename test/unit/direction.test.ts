/** The mirror's rules: which record counts on a day, what of it counts, and when a report is late. */
import { describe, expect, test } from 'vitest'
import { largestGaps, wideGap } from '#renderer/features/direction/gaps.ts'
import type { MirrorCell, MirrorRow } from '#shared/contract/direction.ts'
import {
  type Direction,
  maturities,
  maturityLevel,
  maturityOn,
  newestOn,
  reportOverdue,
} from '#shared/domain/direction.ts'

const noText = { ja: null, en: null }
const grounds = { ja: '議事録', en: null }
const direction = (given: Partial<Direction>): Direction => ({
  id: '01900000-0000-7000-8000-000000000001',
  version: 1,
  withdrawn: null,
  code: 'DIR-0001',
  name: { ja: '訓練を指示', en: null },
  side: 'ai',
  item: 'CMG-D07',
  instruction: noText,
  givenOn: null,
  givenByPostId: null,
  givenByPersonId: null,
  reference: null,
  toPostId: null,
  toPersonId: null,
  reportDueOn: null,
  reportedOn: null,
  report: noText,
  maturity: null,
  maturityOn: null,
  grounds: noText,
  nextReviewOn: null,
  notes: null,
  ...given,
})

test('the steps count from 0 to 4', () => {
  expect(maturities.map(maturityLevel)).toEqual([0, 1, 2, 3, 4])
})

describe('the newest record on a day', () => {
  const first = direction({ code: 'DIR-0001', givenOn: '2025-04-01' })
  const second = direction({ code: 'DIR-0002', givenOn: '2026-04-01' })
  const sameDay = direction({ code: 'DIR-0003', givenOn: '2026-04-01' })
  const undated = direction({ code: 'DIR-0004' })
  const checked = direction({ code: 'DIR-0005', maturityOn: '2026-06-30' })
  const gone = direction({ code: 'DIR-0006', givenOn: '2026-05-01', withdrawn: { on: '2026-06-01', reason: '誤り' } })
  test.each([
    ['before all of them', [first, second], '2025-03-31', null],
    ['the day itself', [first, second], '2025-04-01', 'DIR-0001'],
    ['the later one, whatever their order', [second, first], '2026-04-01', 'DIR-0002'],
    ['of one day the one recorded last', [sameDay, second], '2026-04-01', 'DIR-0003'],
    ['without a day: before all others', [undated, first], '2025-04-01', 'DIR-0004'],
    ['without a day: until another was given', [first, undated], '2025-04-02', 'DIR-0001'],
    ['without a direction: by the day on which that was seen', [second, checked], '2026-07-01', 'DIR-0005'],
    ['withdrawn later', [second, gone], '2026-05-31', 'DIR-0006'],
    ['withdrawn by the day', [second, gone], '2026-06-01', 'DIR-0002'],
  ] as const)('%s', (_case, rows, day, code) => {
    const all = code === 'DIR-0004' ? [undated] : rows
    expect(newestOn(all, day)?.code ?? null).toBe(code)
  })
})

describe('the maturity on a day', () => {
  test.each([
    ['not said', {}, { kind: 'unconfirmed', reason: 'not_said' }],
    ['without grounds', { maturity: 'verified' }, { kind: 'unconfirmed', reason: 'no_grounds' }],
    [
      'with blank grounds',
      { maturity: 'verified', grounds: { ja: ' ', en: '' } },
      { kind: 'unconfirmed', reason: 'no_grounds' },
    ],
    [
      'confirmed later',
      { maturity: 'verified', grounds, maturityOn: '2026-07-01' },
      { kind: 'unconfirmed', reason: 'later' },
    ],
    [
      'reported later',
      { maturity: 'verified', grounds, givenOn: '2026-01-01', reportedOn: '2026-07-01' },
      { kind: 'unconfirmed', reason: 'later' },
    ],
    [
      'not started is a 0 that somebody has seen',
      { maturity: 'not_started', grounds },
      { kind: 'counted', maturity: 'not_started', level: 0 },
    ],
    [
      'verified',
      { maturity: 'verified', grounds, maturityOn: '2026-06-30' },
      { kind: 'counted', maturity: 'verified', level: 4 },
    ],
  ] as const)('%s', (_case, given, expected) => {
    expect(maturityOn(direction(given), '2026-06-30')).toEqual(expected)
  })
})

test.each([
  [{ reportDueOn: null }, null],
  [{ reportDueOn: '2026-06-30' }, null],
  [{ reportDueOn: '2026-06-29' }, 1],
  [{ reportDueOn: '2026-06-01', reportedOn: '2026-06-30' }, null],
  // It had not come on that day.
  [{ reportDueOn: '2026-06-01', reportedOn: '2026-07-01' }, 29],
])('a report %o is late by %s days', (given, days) => {
  expect(reportOverdue(direction(given), '2026-06-30')).toBe(days)
})

describe('differences', () => {
  const cell: MirrorCell = { record: null, given: false, reported: false, maturity: null, overdue: null }
  const row = (id: MirrorRow['id'], gap: number | null): MirrorRow => ({
    id,
    item: { number: null, title: { ja: null, en: null }, aiReading: null, summary: null },
    cyber: cell,
    ai: cell,
    gap,
    controls: [],
  })
  test('are listed from two steps on, either way, the widest first; what is not compared is not a difference', () => {
    const rows = [row('CMG-D01', 1), row('CMG-D02', 2), row('CMG-D03', null), row('CMG-D04', -3), row('CMG-D05', 3)]
    expect(largestGaps(rows).map(({ id, gap }) => [id, gap])).toEqual([
      ['CMG-D04', -3],
      ['CMG-D05', 3],
      ['CMG-D02', 2],
    ])
  })
  test('are marked from three steps on, at the side that is behind', () => {
    expect([3, -3, 2, null].map((gap) => [wideGap(gap, 'ai'), wideGap(gap, 'cyber')])).toEqual([
      [3, null],
      [null, 3],
      [null, null],
      [null, null],
    ])
  })
})

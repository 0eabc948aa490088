import { describe, expect, it } from 'vitest'
import type { KriId } from '#shared/domain/metrics/kri-result.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import { overPacks, pastPositions, type RiskOverPacks } from '#shared/domain/metrics/over-packs.ts'
import { rescoredBefore } from '#shared/domain/metrics/movement.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { type PastPosition, riskPositions } from '#shared/domain/metrics/risk-positions.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { appetite, assessment, register, risk, scale } from '../../support/hand-made-register.ts'

const days = ['2025-06-30', '2025-09-30', '2025-12-31', '2026-03-31', '2026-06-30', '2026-09-30']
const day = '2026-09-30'

type Grades = readonly [likelihood: number, impact: number]
interface Stand {
  readonly residual?: Grades | null
  readonly target?: Grades
  /** Of the whole company, so that no system is needed. */
  readonly given?: Partial<RegisterState>
}

/** A frozen register of one day: each code with its levels, judged on that very day. */
function frozen(on: string, risks: Readonly<Record<string, Stand>>, given: Partial<RegisterState> = {}): RegisterState {
  return register({
    risks: Object.keys(risks).map((code) => risk(code)),
    assessments: Object.entries(risks).flatMap(([code, { residual, target }]) => [
      ...(residual == null ? [] : [assessment(code, 'residual', residual[0], residual[1], on)]),
      ...(target === undefined ? [] : [assessment(code, 'target', target[0], target[1], on)]),
    ]),
    ...given,
  })
}

interface Course {
  readonly packs: readonly (readonly PastPosition[])[]
  readonly now: RegisterState
}

/** The last state is the present one. */
function course(...states: readonly RegisterState[]): Course {
  const from = days.length - states.length
  return {
    packs: states.slice(0, -1).map((state, index) => riskPositions(state, days[from + index] ?? day)),
    now: states.at(-1) ?? register(),
  }
}

function kri(id: KriId, { packs, now }: Course) {
  const result = computeKris(
    now,
    day,
    packs.map((positions) => ({ positions })),
  ).find((each) => each.id === id)
  const { numerator, denominator, value, status, parts, contributing } = result ?? expect.fail(id)
  return { numerator, denominator, value, status, parts, contributing }
}

function over(code: string, { packs, now }: Course, locked = packs.length): RiskOverPacks {
  const position = riskPositions(now, day).find((each) => each.code === code) ?? expect.fail(code)
  return overPacks(
    position,
    pastPositions(
      packs.map((positions) => ({ positions })),
      locked,
    ),
  )
}

const same = (packs: number, orMore = false) => ({ packs, orMore })
// Bands of the default table: 1×1 and 2×1 low, 2×2 moderate, 3×3 moderate, 4×3 high, 4×5 and 5×5 severe.
const low: Stand = { residual: [1, 1] }
const moderate: Stand = { residual: [3, 3] }
const high: Stand = { residual: [4, 3] }
const severe: Stand = { residual: [5, 5] }

describe('K23: net risk movement', () => {
  it('is not known in a first pack', () => {
    expect(kri('K23', course(frozen(day, { 'RSK-1': high })))).toMatchObject({ value: null, status: 'no_data' })
  })

  it.each<[string, Record<string, Stand>, Record<string, Stand>, object]>([
    [
      'two worse, one better, one as it was: (2 − 1) ÷ 4',
      { 'RSK-1': low, 'RSK-2': moderate, 'RSK-3': high, 'RSK-4': high },
      { 'RSK-1': moderate, 'RSK-2': severe, 'RSK-3': moderate, 'RSK-4': high },
      {
        numerator: 1,
        denominator: 4,
        value: 0.25,
        status: 'breach',
        parts: { worse: 2, better: 1, notComparable: 0 },
        contributing: ['RSK-2', 'RSK-1', 'RSK-3'],
      },
    ],
    [
      'the new and the closed are no movement',
      { 'RSK-1': moderate, 'RSK-2': severe },
      { 'RSK-1': low, 'RSK-3': severe },
      {
        numerator: -1,
        denominator: 1,
        value: -1,
        status: 'within',
        parts: { worse: 0, better: 1, notComparable: 0 },
        contributing: ['RSK-1'],
      },
    ],
    [
      'within a band nothing moved',
      { 'RSK-1': { residual: [4, 3] } },
      { 'RSK-1': { residual: [4, 4] } },
      {
        numerator: 0,
        denominator: 1,
        value: 0,
        status: 'within',
        parts: { worse: 0, better: 0, notComparable: 0 },
        contributing: [],
      },
    ],
    [
      'what cannot be compared counts in the whole and is never within',
      { 'RSK-1': { residual: null }, 'RSK-2': high },
      { 'RSK-1': high, 'RSK-2': high },
      {
        numerator: 0,
        denominator: 2,
        value: 0,
        status: 'warning',
        parts: { worse: 0, better: 0, notComparable: 1 },
        contributing: [],
      },
    ],
    [
      'no risk that both counted: not applicable',
      { 'RSK-1': high },
      { 'RSK-2': high },
      {
        numerator: 0,
        denominator: 0,
        value: null,
        status: 'na',
        parts: { worse: 0, better: 0, notComparable: 0 },
        contributing: [],
      },
    ],
  ])('%s', (_name, before, now, expected) => {
    expect(kri('K23', course(frozen('2026-06-30', before), frozen(day, now)))).toEqual(expected)
  })

  it('takes each band from the scale of its own pack: the same grades by another table are a movement', () => {
    const all = (letter: string) => [scale('SCL-1', letter.repeat(25))]
    const before = frozen('2026-06-30', { 'RSK-1': high }, { scales: all('M') })
    const now = frozen(day, { 'RSK-1': high }, { scales: all('S') })
    const scaled = (state: RegisterState) => ({
      ...state,
      assessments: state.assessments.map((each) => ({ ...each, scaleId: 'SCL-1' })),
    })
    expect(kri('K23', course(scaled(before), scaled(now)))).toMatchObject({ numerator: 1, denominator: 1, value: 1 })
  })
})

describe('K26: outside appetite in three packs running', () => {
  const three = (one: Stand, two: Stand, now: Stand) =>
    course(
      frozen('2026-03-31', { 'RSK-1': one }),
      frozen('2026-06-30', { 'RSK-1': two }),
      frozen(day, { 'RSK-1': now }),
    )

  it('is not known before there are three packs', () => {
    const two = course(frozen('2026-06-30', { 'RSK-1': high }), frozen(day, { 'RSK-1': high }))
    expect(kri('K26', two)).toMatchObject({ value: null, status: 'no_data' })
  })

  it.each<[string, Course, value: number, codes: string[]]>([
    ['outside in all three', three(high, severe, high), 1, ['RSK-1']],
    ['inside in the one between', three(high, moderate, high), 0, []],
    ['inside now', three(high, high, moderate), 0, []],
    ['unassessed in the one between', three(high, { residual: null }, high), 0, []],
    [
      'missing in the previous one',
      course(frozen('2026-03-31', { 'RSK-1': high }), frozen('2026-06-30', {}), frozen(day, { 'RSK-1': high })),
      0,
      [],
    ],
    [
      'withdrawn since: it is not counted',
      course(
        frozen('2026-03-31', { 'RSK-1': high }),
        frozen('2026-06-30', { 'RSK-1': high }),
        frozen(
          day,
          { 'RSK-2': moderate },
          {
            risks: [risk('RSK-1', { withdrawn: { on: day, reason: 'twice' } }), risk('RSK-2')],
          },
        ),
      ),
      0,
      [],
    ],
  ])('%s', (_name, given, value, contributing) => {
    expect(kri('K26', given)).toMatchObject({ value, contributing, numerator: value, denominator: 1 })
  })

  it('judges each pack by the appetite of its own day', () => {
    const by = (band: 'moderate' | 'high') => ({
      appetites: [appetite('enterprise', band, 'high')],
    })
    const states = (band: 'moderate' | 'high') =>
      course(
        frozen('2026-03-31', { 'RSK-1': high }, by(band)),
        frozen('2026-06-30', { 'RSK-1': high }, by('moderate')),
        frozen(day, { 'RSK-1': high }, by('moderate')),
      )
    expect(kri('K26', states('moderate')).value).toBe(1)
    expect(kri('K26', states('high')).value).toBe(0)
  })
})

describe('one risk over packs', () => {
  it('of a first pack stands in one pack only, and has no velocity (K25)', () => {
    expect(over('RSK-1', course(frozen(day, { 'RSK-1': high })))).toEqual({
      outside: same(1),
      unchanged: same(1),
      targetStale: false,
      velocity: null,
    })
  })

  it('counts the packs running, and says where they reach back to the oldest one looked at', () => {
    const state = (on: string) => frozen(on, { 'RSK-1': high })
    const all = course(...days.slice(1).map(state))
    expect(over('RSK-1', all)).toMatchObject({ outside: same(5), unchanged: same(5) })
    expect(over('RSK-1', all, 9)).toMatchObject({ outside: same(5, true), unchanged: same(5, true) })
    // Six packs: five are looked at.
    expect(over('RSK-1', course(...days.map(state)))).toMatchObject({ outside: same(5, true) })
  })

  it('ends the run where the risk was missing or stood elsewhere', () => {
    const given = course(
      frozen('2025-12-31', { 'RSK-1': high }),
      frozen('2026-03-31', {}),
      frozen('2026-06-30', { 'RSK-1': high }),
      frozen(day, { 'RSK-1': { ...high, target: [1, 1] } }),
    )
    expect(over('RSK-1', given)).toMatchObject({ outside: same(2), unchanged: same(1) })
  })

  it.each<[string, readonly Stand[], RiskOverPacks['velocity']]>([
    ['three bands down in four packs', [severe, high, high, moderate, low], { bandsPerPack: -0.75, packs: 4 }],
    ['looked back at four at most', [low, severe, severe, severe, severe, severe], { bandsPerPack: 0, packs: 4 }],
    ['from the oldest level there is', [{ residual: null }, low, moderate], { bandsPerPack: 1, packs: 1 }],
    ['not assessed now', [high, { residual: null }], null],
  ])('velocity: %s', (_name, stands, expected) => {
    const from = days.length - stands.length
    const given = course(...stands.map((stand, index) => frozen(days[from + index] ?? day, { 'RSK-1': stand })))
    expect(over('RSK-1', given).velocity).toEqual(expected)
  })

  it.each<[string, readonly Stand[], boolean]>([
    ['five packs with the same target and level', Array<Stand>(5).fill({ ...high, target: [2, 2] }), true],
    ['four packs', Array<Stand>(4).fill({ ...high, target: [2, 2] }), false],
    ['reached', Array<Stand>(5).fill({ ...moderate, target: [3, 3] }), false],
    [
      'the level has come nearer',
      [{ residual: [5, 5], target: [2, 2] }, ...Array<Stand>(4).fill({ ...high, target: [2, 2] })],
      false,
    ],
    [
      'the target was moved',
      [{ ...high, target: [1, 1] }, ...Array<Stand>(4).fill({ ...high, target: [2, 2] })],
      false,
    ],
  ])('a target that nothing moves toward: %s', (_name, stands, expected) => {
    const from = days.length - stands.length
    const given = course(...stands.map((stand, index) => frozen(days[from + index] ?? day, { 'RSK-1': stand })))
    expect(over('RSK-1', given).targetStale).toBe(expected)
  })
})

it('a judgement that is dated back, and recorded just before the cut-off, counts as late', () => {
  const state = register({
    risks: [risk('RSK-1'), risk('RSK-2')],
    assessments: [
      assessment('RSK-1', 'residual', 5, 5, '2026-01-01'),
      { ...assessment('RSK-1', 'residual', 2, 2, '2026-08-01'), id: 'late' },
      assessment('RSK-2', 'residual', 2, 2, '2026-01-01'),
      { ...assessment('RSK-2', 'residual', 5, 5, '2026-08-01'), id: 'early' },
    ],
  })
  const on = new RegisterOn(state, day)
  expect(rescoredBefore(on, new Set(['late']))).toEqual({ up: [], down: ['RSK-1'], same: [] })
  expect(rescoredBefore(on, new Set())).toEqual({ up: [], down: [], same: [] })
})

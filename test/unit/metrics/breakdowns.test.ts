import { describe, expect, it } from 'vitest'
import { coverageByUnit } from '#shared/domain/metrics/accountability-picture.ts'
import { heatMapOn } from '#shared/domain/metrics/heat-map.ts'
import { judge, type KriThreshold, wholePercent } from '#shared/domain/metrics/kri-result.ts'
import { compareLevels, rescoredBefore, riskMovement } from '#shared/domain/metrics/movement.ts'
import { levelIn, RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { riskPositions } from '#shared/domain/metrics/risk-positions.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { defaultBandTable } from '#shared/domain/scoring.ts'
import {
  appetite,
  assessment,
  control,
  controlTest,
  evidence,
  executive,
  person,
  post,
  register,
  risk,
  scale,
  system,
  term,
  unit,
} from '../../support/hand-made-register.ts'

const day = '2026-09-30'
const level = (likelihood: number, impact: number) => levelIn(defaultBandTable, likelihood, impact, day)

describe('the evidenced level', () => {
  const proven = (code: string) => ({
    controls: [control(code, { riskIds: ['RSK-1'] })],
    controlTests: [controlTest(code, '2026-05-01', 'effective', day)],
    evidence: [evidence(`EVD-${code}`, [code], day)],
  })
  const together = (...parts: Partial<RegisterState>[]): Partial<RegisterState> => ({
    controls: parts.flatMap((part) => part.controls ?? []),
    controlTests: parts.flatMap((part) => part.controlTests ?? []),
    evidence: parts.flatMap((part) => part.evidence ?? []),
  })
  const designed = (code: string, design: 'in_place' | 'partial' | 'unknown' = 'in_place') => ({
    controls: [control(code, { riskIds: ['RSK-1'], design })],
  })
  const failed = (code: string) => ({
    ...designed(code),
    controlTests: [controlTest(code, '2026-05-01', 'ineffective', '2027-05-01')],
    evidence: [evidence(`EVD-${code}`, [code], '2027-05-01')],
  })

  it.each<[string, Partial<RegisterState>, inherent: [number, number], residual: [number, number], [number, number]]>([
    ['no control: all the way back to inherent', {}, [5, 5], [2, 3], [5, 5]],
    ['one proven on its last day: as claimed', proven('CTL-1'), [5, 5], [2, 3], [2, 3]],
    ['one in place without a test: half way, rounded up', designed('CTL-1'), [5, 5], [2, 2], [4, 4]],
    [
      'partial and unknown designs prove nothing',
      together(designed('CTL-1', 'partial'), designed('CTL-2', 'unknown')),
      [5, 5],
      [2, 2],
      [5, 5],
    ],
    ['a failed test proves nothing, whatever its evidence', failed('CTL-1'), [5, 5], [2, 2], [5, 5]],
    [
      'two of three proven: a third of three grades is one grade, not two',
      together(proven('CTL-1'), proven('CTL-2'), failed('CTL-3')),
      [5, 5],
      [2, 2],
      [3, 3],
    ],
    [
      'effective without current evidence counts half',
      { ...proven('CTL-1'), evidence: [evidence('EVD-1', ['CTL-1'], '2026-09-29')] },
      [5, 5],
      [1, 3],
      [3, 4],
    ],
    [
      'evidence without a valid-until is not current',
      { ...proven('CTL-1'), evidence: [evidence('EVD-1', ['CTL-1'], null)] },
      [5, 5],
      [1, 3],
      [3, 4],
    ],
    [
      'evidence obtained after the day is not there yet',
      { ...proven('CTL-1'), evidence: [evidence('EVD-1', ['CTL-1'], '2027-01-01', { obtainedOn: '2026-10-01' })] },
      [5, 5],
      [1, 3],
      [3, 4],
    ],
    [
      'a control that is not key, or does not apply, is left out',
      together(proven('CTL-1'), {
        controls: [
          control('CTL-2', { riskIds: ['RSK-1'], weight: 'minor', design: 'none' }),
          control('CTL-3', {
            riskIds: ['RSK-1'],
            design: 'none',
            notApplicable: { reason: '対象外', approverPersonId: 'PSN-1', on: '2026-01-01' },
          }),
        ],
      }),
      [5, 5],
      [2, 3],
      [2, 3],
    ],
    ['a grade claimed above inherent stays as claimed', {}, [3, 5], [4, 2], [4, 5]],
  ])('%s', (_name, given, inherent, residual, expected) => {
    const [position] = riskPositions(
      register({
        ...given,
        risks: [risk('RSK-1')],
        assessments: [
          assessment('RSK-1', 'inherent', ...inherent, '2026-01-01'),
          assessment('RSK-1', 'residual', ...residual, '2026-02-01'),
        ],
      }),
      day,
    )
    expect(position?.evidenced).toEqual({ ...level(...expected), on: '2026-02-01' })
  })

  it('is unknown where inherent or residual is not assessed', () => {
    const [position] = riskPositions(
      register({ risks: [risk('RSK-1')], assessments: [assessment('RSK-1', 'residual', 2, 2, day)] }),
      day,
    )
    expect([position?.evidenced, position?.evidenceGap]).toEqual([null, 0])
  })
})

describe('movement', () => {
  it.each([
    ['a higher band is worse, although likelihood falls', level(3, 3), level(2, 5), 'worse'],
    ['a lower band is better, at the same order score', level(4, 1), level(2, 2), 'better'],
    ['within a band one grade up is worse', level(4, 3), level(4, 4), 'worse'],
    ['one up and one down within a band is unchanged', level(3, 4), level(4, 3), 'unchanged'],
    ['the same level is unchanged', level(3, 3), level(3, 3), 'unchanged'],
  ] as const)('%s', (_name, before, now, expected) => {
    expect(compareLevels(before, now)).toBe(expected)
  })

  it('tells the new, the gone and the unassessed apart', () => {
    const positions = (given: Partial<RegisterState>) => riskPositions(register(given), day)
    const before = positions({
      risks: [risk('RSK-1'), risk('RSK-2'), risk('RSK-3'), risk('RSK-4')],
      assessments: [assessment('RSK-1', 'residual', 2, 2, day), assessment('RSK-3', 'residual', 2, 2, day)],
    })
    const now = positions({
      risks: [risk('RSK-1'), risk('RSK-2'), risk('RSK-4'), risk('RSK-5')],
      assessments: [assessment('RSK-1', 'residual', 3, 3, day), assessment('RSK-2', 'residual', 1, 1, day)],
    })
    expect(riskMovement(now, before)).toEqual({
      new: ['RSK-5'],
      gone: ['RSK-3'],
      worse: ['RSK-1'],
      better: [],
      unchanged: ['RSK-4'],
      not_comparable: ['RSK-2'],
    })
  })

  it('finds scores that moved in the last 14 days', () => {
    const state = register({
      risks: ['1', '2', '3', '4', '5'].map((number) => risk(`RSK-${number}`)),
      assessments: [
        assessment('RSK-1', 'residual', 4, 4, '2026-01-01'),
        assessment('RSK-1', 'residual', 2, 2, '2026-09-17'),
        assessment('RSK-2', 'residual', 4, 4, '2026-01-01'),
        // On the fifteenth day before: not in the window.
        assessment('RSK-2', 'residual', 2, 2, '2026-09-16'),
        assessment('RSK-3', 'residual', 2, 2, '2026-01-01'),
        assessment('RSK-3', 'residual', 4, 4, day),
        // Judged for the first time.
        assessment('RSK-4', 'residual', 4, 4, '2026-09-20'),
        assessment('RSK-5', 'residual', 2, 2, '2026-01-01'),
        assessment('RSK-5', 'residual', 4, 4, '2026-10-01'),
      ],
    })
    expect(rescoredBefore(new RegisterOn(state, day), new Set())).toEqual({ up: ['RSK-3'], down: ['RSK-1'], same: [] })
  })
})

describe('the heat map', () => {
  const judged = {
    risks: [risk('RSK-1')],
    assessments: [assessment('RSK-1', 'residual', 4, 4, day)],
  }
  const map = (given: Partial<RegisterState>) => {
    const on = new RegisterOn(register({ ...judged, ...given }), day)
    return heatMapOn(on, riskPositions(on.input, day), 'residual', null)
  }

  it('draws a line where all categories share an appetite below severe', () => {
    const { line, cells } = map({})
    expect(line).toBe('moderate')
    expect(cells.map((cell) => (cell.beyondLine ? '#' : '.')).join('')).toBe('.####..###...##....#.....')
  })

  it.each<[string, Partial<RegisterState>]>([
    ['where one category differs', { appetites: [appetite('AIGB-C-4', 'low', 'low')] }],
    [
      'where all are severe',
      {
        appetites: [
          ...Array.from({ length: 10 }, (_, index) =>
            appetite(`AIGB-C-${String(index + 1)}` as 'AIGB-C-1', 'severe', 'severe'),
          ),
          appetite('enterprise', 'severe', 'severe'),
        ],
      },
    ],
    [
      'where a level was judged under another table',
      {
        scales: [
          scale('SCALE-1', 'S'.repeat(25), { to: '2026-03-31' }),
          scale('SCALE-2', defaultBandTable, { from: '2026-04-01' }),
        ],
      },
    ],
  ])('draws none %s, and still names who is outside', (_name, given) => {
    const { line, cells } = map(given)
    expect(line).toBeNull()
    expect(cells.some((cell) => cell.beyondLine)).toBe(false)
    expect(cells.find((cell) => cell.likelihood === 4 && cell.impact === 4)?.count).toBe(1)
  })
})

describe('coverage by unit', () => {
  const staff = {
    people: [person('PSN-1')],
    posts: [post('PST-1')],
    terms: [term('PST-1', 'PSN-1', '2026-01-01')],
    assignments: [executive('SYS-1', 'PST-1')],
  }
  const rows = (units: RegisterState['units'], systems: RegisterState['systems']) =>
    coverageByUnit(new RegisterOn(register({ ...staff, units, systems }), day)).map((row) => [
      row.unit?.code ?? null,
      row.held,
      row.total,
    ])

  it('keeps several top units apart', () => {
    expect(
      rows(
        [unit('UNT-1'), unit('UNT-2'), unit('UNT-3', { parentId: 'UNT-2' })],
        [system('SYS-1', { unitId: 'UNT-1' }), system('SYS-2', { unitId: 'UNT-3' })],
      ),
    ).toEqual([
      ['UNT-2', 0, 1],
      ['UNT-1', 1, 1],
    ])
  })

  it('shows the units below the one top unit, and its own systems under it', () => {
    expect(
      rows(
        [unit('UNT-1'), unit('UNT-2', { parentId: 'UNT-1' }), unit('UNT-3', { parentId: 'UNT-2' })],
        [
          system('SYS-1', { unitId: 'UNT-3' }),
          system('SYS-2', { unitId: 'UNT-2' }),
          system('SYS-3', { unitId: 'UNT-1' }),
          system('SYS-4', { unitId: 'UNT-9' }),
        ],
      ),
    ).toEqual([
      [null, 0, 1],
      ['UNT-1', 0, 1],
      ['UNT-2', 1, 2],
    ])
  })

  it('follows a unit that has ended to its successor', () => {
    expect(
      rows(
        [
          unit('UNT-1'),
          unit('UNT-2', { parentId: 'UNT-1', to: '2026-03-31', successorId: 'UNT-3' }),
          unit('UNT-3', { parentId: 'UNT-1', from: '2026-04-01' }),
        ],
        [system('SYS-1', { unitId: 'UNT-2' })],
      ),
    ).toEqual([['UNT-3', 1, 1]])
  })

  it('ends where units lead in a circle', () => {
    expect(
      rows(
        [unit('UNT-1', { parentId: 'UNT-2' }), unit('UNT-2', { parentId: 'UNT-1' })],
        [system('SYS-1', { unitId: 'UNT-1' })],
      ),
    ).toEqual([['UNT-1', 1, 1]])
  })
})

describe('shown percent', () => {
  const higher: KriThreshold = { appetite: 0.95, tolerance: 0.85, direction: 'higher', provisional: false }
  const lower: KriThreshold = { appetite: 0.05, tolerance: 0.15, direction: 'lower', provisional: false }

  it.each([
    [0.946, higher, 94],
    [0.95, higher, 95],
    [0.849, higher, 84],
    [0.29, null, 29],
    [0.996, null, 99],
    [1, null, 100],
    [0.001, null, 1],
    [0, null, 0],
    [0.154, lower, 16],
    [0.05, lower, 5],
    [0.051, lower, 6],
  ])('of %s is never in a better status than the value', (value, threshold, expected) => {
    const shown = wholePercent(value, threshold)
    expect(shown).toBe(expected)
    if (threshold !== null) expect(judge(shown / 100, threshold)).toBe(judge(value, threshold))
  })
})

/** K10, K11, K29, K30, KRI-12 and KRI-15 by worked examples, and when a control is to be tested again. */
import { describe, expect, it } from 'vitest'
import { nextTestOn } from '#shared/domain/control.ts'
import type { KriId, KriResult } from '#shared/domain/metrics/kri-result.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { assessment, control, controlTest, evidence, register, risk, system } from '../../support/hand-made-register.ts'

const day = '2026-09-30'
const until = '2027-03-31'

type Shown = Pick<KriResult, 'numerator' | 'denominator' | 'value' | 'status' | 'parts' | 'contributing'>

function figure(id: KriId, given: Partial<RegisterState>): Shown {
  const result = computeKris(register(given), day).find((each) => each.id === id)
  if (!result) throw new Error(`no figure ${id}`)
  const { numerator, denominator, value, status, parts, contributing } = result
  return { numerator, denominator, value, status, parts, contributing }
}

const noData = (parts: readonly string[]): Shown => ({
  numerator: null,
  denominator: null,
  value: null,
  status: 'no_data',
  parts: Object.fromEntries(parts.map((part) => [part, null])),
  contributing: [],
})

type Example = readonly [name: string, given: Partial<RegisterState>, expected: Shown]
function worked(id: KriId, examples: readonly Example[]): void {
  describe(id, () => {
    it.each(examples.map(([name, given, expected]) => ({ name, given, expected })))('$name', ({ given, expected }) => {
      expect(figure(id, given)).toEqual(expected)
    })
  })
}

const passed = (code: string, on = '2026-04-01', validUntil = until) => controlTest(code, on, 'effective', validUntil)

worked('K10', [
  ['no control: no data', {}, noData(['ineffective', 'untested'])],
  [
    'only what is in place is asked for its test; lapsed and never tested count as untested',
    {
      controls: [
        control('CTL-1'),
        control('CTL-2'),
        control('CTL-3'),
        control('CTL-4'),
        control('CTL-5', { design: 'partial' }),
        control('CTL-6', { notApplicable: { reason: '対象がない', approverPersonId: 'PSN-1', on: '2026-01-01' } }),
      ],
      controlTests: [
        passed('CTL-1', '2026-04-01', day),
        passed('CTL-2', '2026-04-01', '2026-09-29'),
        controlTest('CTL-3', '2026-05-01', 'ineffective', until),
        passed('CTL-5'),
      ],
    },
    {
      numerator: 1,
      denominator: 4,
      value: 0.25,
      status: 'breach',
      parts: { ineffective: 1, untested: 2 },
      contributing: ['CTL-2', 'CTL-3', 'CTL-4'],
    },
  ],
])

const accepted = {
  acceptedOn: '2026-04-02',
  accepterId: 'PSN-1',
  acceptedContent: JSON.stringify([null, null, null, until]),
}
worked('K11', [
  ['no control: no data', {}, noData(['without', 'unaccepted'])],
  [
    'evidence counts by its day; what nobody accepted, or was changed since, is told apart',
    {
      controls: ['CTL-1', 'CTL-2', 'CTL-3', 'CTL-4', 'CTL-5'].map((code) => control(code)),
      evidence: [
        evidence('EVD-1', ['CTL-1'], until, accepted),
        evidence('EVD-2', ['CTL-2'], day),
        evidence('EVD-3', ['CTL-3'], '2026-09-29'),
        evidence('EVD-4', ['CTL-5'], until, { ...accepted, acceptedContent: JSON.stringify([null, null, null, day]) }),
      ],
    },
    {
      numerator: 3,
      denominator: 5,
      value: 0.6,
      status: 'breach',
      parts: { without: 1, unaccepted: 2 },
      contributing: ['CTL-3', 'CTL-4'],
    },
  ],
])

const oversight = { purposes: ['human_oversight' as const] }
worked('K29', [
  [
    'no control is said to be for human oversight: no data',
    { systems: [system('SYS-1', { tier: 'high' })], controls: [control('CTL-1', { systemIds: ['SYS-1'] })] },
    noData(['withoutControl', 'notProven']),
  ],
  [
    'covered by its own name or by a risk; tested but without current evidence, and an unset tier, are not met',
    {
      systems: [
        system('SYS-1', { tier: 'high' }),
        system('SYS-2', { tier: 'high' }),
        system('SYS-3', { tier: 'high' }),
        system('SYS-4', { tier: null }),
        system('SYS-5', { tier: 'medium' }),
      ],
      risks: [risk('RSK-1', { systemIds: ['SYS-2'] })],
      controls: [
        control('CTL-1', { ...oversight, systemIds: ['SYS-1'] }),
        control('CTL-2', { ...oversight, riskIds: ['RSK-1'] }),
        control('CTL-3', { ...oversight, systemIds: ['SYS-3'] }),
      ],
      controlTests: [passed('CTL-1'), passed('CTL-2'), passed('CTL-3')],
      evidence: [evidence('EVD-1', ['CTL-1', 'CTL-2'], until), evidence('EVD-2', ['CTL-3'], '2026-09-29')],
    },
    {
      numerator: 2,
      denominator: 4,
      value: 0.5,
      status: 'breach',
      parts: { withoutControl: 1, notProven: 1 },
      contributing: ['SYS-3', 'SYS-4'],
    },
  ],
  [
    'no system of the high tier: not applicable',
    { systems: [system('SYS-1')], controls: [control('CTL-1', oversight)] },
    {
      numerator: 0,
      denominator: 0,
      value: null,
      status: 'na',
      parts: { withoutControl: 0, notProven: 0 },
      contributing: [],
    },
  ],
])

/** Judged 5 × 5 before controls and 2 × 2 after them. */
const judged = (code: string) => [
  assessment(code, 'inherent', 5, 5, '2026-04-01'),
  assessment(code, 'residual', 2, 2, '2026-04-01'),
]
worked('K30', [
  ['no risk: no data', {}, noData(['high', 'unassessed'])],
  [
    'a residual level that no key control carries falls back to the inherent one; a proven one stands',
    {
      risks: [risk('RSK-1'), risk('RSK-2')],
      assessments: [...judged('RSK-1'), ...judged('RSK-2')],
      controls: [control('CTL-1', { riskIds: ['RSK-1'] }), control('CTL-2', { riskIds: ['RSK-2'], weight: 'minor' })],
      controlTests: [passed('CTL-1'), passed('CTL-2')],
      evidence: [evidence('EVD-1', ['CTL-1', 'CTL-2'], until)],
    },
    {
      numerator: 1,
      denominator: 2,
      value: 1,
      status: 'warning',
      parts: { high: 1, unassessed: 0 },
      contributing: ['RSK-2'],
    },
  ],
  [
    'four are beyond the tolerance of three',
    {
      risks: ['RSK-1', 'RSK-2', 'RSK-3', 'RSK-4'].map((code) => risk(code)),
      assessments: ['RSK-1', 'RSK-2', 'RSK-3', 'RSK-4'].flatMap(judged),
    },
    {
      numerator: 4,
      denominator: 4,
      value: 4,
      status: 'breach',
      parts: { high: 4, unassessed: 0 },
      contributing: ['RSK-1', 'RSK-2', 'RSK-3', 'RSK-4'],
    },
  ],
  [
    'never within while one cannot be compared',
    {
      risks: [risk('RSK-1'), risk('RSK-2')],
      assessments: [...judged('RSK-1'), assessment('RSK-2', 'residual', 1, 1, '2026-04-01')],
      controls: [control('CTL-1', { riskIds: ['RSK-1'] })],
      controlTests: [passed('CTL-1')],
      evidence: [evidence('EVD-1', ['CTL-1'], until)],
    },
    { numerator: 0, denominator: 2, value: 0, status: 'warning', parts: { high: 0, unassessed: 1 }, contributing: [] },
  ],
])

const sampled = (code: string, size: number, good: number, on = '2026-04-01') =>
  controlTest(code, on, 'effective', until, { population: 500, sampleSize: size, passed: good })
worked('KRI-12', [
  [
    'tests of other controls, and tests without a sample, are no data',
    {
      controls: [control('CTL-1'), control('CTL-2', oversight)],
      controlTests: [sampled('CTL-1', 10, 10), passed('CTL-2')],
    },
    noData(['controls', 'withoutSample', 'untested']),
  ],
  [
    'the latest test of each control, summed; nine of ten is within',
    {
      controls: ['CTL-1', 'CTL-2', 'CTL-3', 'CTL-4'].map((code) => control(code, oversight)),
      controlTests: [
        sampled('CTL-1', 50, 10, '2026-01-01'),
        sampled('CTL-1', 50, 41, '2026-08-01'),
        sampled('CTL-2', 40, 40),
        passed('CTL-3'),
        sampled('CTL-2', 40, 0, '2026-10-01'),
      ],
    },
    {
      numerator: 81,
      denominator: 90,
      value: 0.9,
      status: 'within',
      parts: { controls: 4, withoutSample: 1, untested: 1 },
      contributing: ['CTL-1'],
    },
  ],
])

const agent = (code: string, given: Partial<RegisterState['systems'][number]> = {}) =>
  system(code, { kind: 'agentic', writeAccess: 'with_approval', ...given })
const stop = { purposes: ['stop' as const] }
worked('KRI-15', [
  ['no system: no data', {}, noData(['accessUnknown', 'withoutControl'])],
  [
    'no agent that writes: not applicable',
    { systems: [system('SYS-1'), agent('SYS-2', { writeAccess: 'none' }), agent('SYS-3', { lifecycle: 'proposed' })] },
    {
      numerator: 0,
      denominator: 0,
      value: null,
      status: 'na',
      parts: { accessUnknown: 0, withoutControl: 0 },
      contributing: [],
    },
  ],
  [
    'unknown access counts as access; a stop that failed its test, or ran out, stops nothing',
    {
      systems: [
        agent('SYS-1'),
        agent('SYS-2', { writeAccess: 'without_approval' }),
        agent('SYS-3'),
        agent('SYS-4', { writeAccess: 'unknown' }),
      ],
      controls: [
        control('CTL-1', { ...stop, systemIds: ['SYS-1'] }),
        control('CTL-2', { ...stop, systemIds: ['SYS-2'] }),
        control('CTL-3', { ...stop, systemIds: ['SYS-3'] }),
        control('CTL-4', { systemIds: ['SYS-4'] }),
      ],
      controlTests: [
        passed('CTL-1'),
        controlTest('CTL-2', '2026-04-01', 'ineffective', until),
        passed('CTL-3', '2026-04-01', '2026-09-29'),
        passed('CTL-4'),
      ],
    },
    {
      numerator: 3,
      denominator: 4,
      value: 3,
      status: 'breach',
      parts: { accessUnknown: 1, withoutControl: 1 },
      contributing: ['SYS-2', 'SYS-3', 'SYS-4'],
    },
  ],
  [
    'one is a warning',
    { systems: [agent('SYS-1')] },
    {
      numerator: 1,
      denominator: 1,
      value: 1,
      status: 'warning',
      parts: { accessUnknown: 0, withoutControl: 1 },
      contributing: ['SYS-1'],
    },
  ],
])

describe('the next test of a control', () => {
  it.each([
    { name: 'never tested: owed at once', testMonths: 6, tests: [], due: null },
    { name: 'without an interval: the end of the result', testMonths: null, tests: [passed('CTL-1')], due: until },
    { name: 'the interval comes first', testMonths: 3, tests: [passed('CTL-1')], due: '2026-07-01' },
    { name: 'the end of the result comes first', testMonths: 24, tests: [passed('CTL-1')], due: until },
    {
      name: 'the last day of a short month',
      testMonths: 6,
      tests: [passed('CTL-1', '2026-08-31')],
      due: '2027-02-28',
    },
    {
      name: 'what was found ineffective is owed at once',
      testMonths: 6,
      tests: [passed('CTL-1'), controlTest('CTL-1', '2026-05-01', 'ineffective', until)],
      due: null,
    },
  ])('$name', ({ testMonths, tests, due }) => {
    expect(nextTestOn({ testMonths }, tests, day)).toBe(due)
  })
})

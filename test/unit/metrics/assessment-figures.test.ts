/** K04, K08, K24, KRI-01 and KRI-03 by worked examples, computed by hand; and K09 weighted. Bands are those of the default table. */
import { describe, expect, it } from 'vitest'
import { figuresUnder, type KriId, type KriResult } from '#shared/domain/metrics/kri-result.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { noText } from '#shared/domain/text.ts'
import { action, appetite, assessment, control, register, risk, system } from '../../support/hand-made-register.ts'
import { observation } from '../../support/observations.ts'

const day = '2026-09-30'

type Shown = Pick<KriResult, 'numerator' | 'denominator' | 'value' | 'status' | 'parts' | 'contributing'>
type Example = readonly [name: string, given: Partial<RegisterState>, expected: Shown, on?: string]

function worked(id: KriId, examples: readonly Example[]): void {
  describe(id, () => {
    it.each(examples.map(([name, given, expected, on = day]) => ({ name, given, expected, on })))(
      '$name',
      ({ given, expected, on }) => {
        const result = computeKris(register(given), on).find((each) => each.id === id)
        const { numerator, denominator, value, status, parts, contributing } = result ?? {}
        expect({ numerator, denominator, value, status, parts, contributing }).toEqual(expected)
      },
    )
  })
}

const noData = (...parts: readonly string[]): Shown => ({
  numerator: null,
  denominator: null,
  value: null,
  status: 'no_data',
  parts: Object.fromEntries(parts.map((part) => [part, null])),
  contributing: [],
})
const withdrawn = { on: '2026-09-01', reason: '重複' }
const of = (code: string, ...systems: string[]) => risk(code, { category: 'AIGB-C-1', systemIds: systems })
const judged = (riskId: string, likelihood = 2, impact = 2, on = '2026-06-01') => [
  assessment(riskId, 'inherent', likelihood, impact, on),
  assessment(riskId, 'residual', likelihood, impact, on),
]
function intake(code: string, given: Partial<RecordOf<'intake'>> = {}): RecordOf<'intake'> {
  return {
    id: code,
    code,
    version: 1,
    withdrawn: null,
    name: { ja: code, en: null },
    origin: 'found',
    purpose: noText,
    requesterId: null,
    unitId: null,
    receivedOn: null,
    foundById: null,
    kind: null,
    service: null,
    model: null,
    data: [],
    affected: [],
    autonomy: null,
    effect: 'unknown',
    inUse: 'yes',
    inUseSince: null,
    jurisdictions: [],
    notes: null,
    state: 'open',
    decidedOn: null,
    deciderId: null,
    decidedReason: null,
    triage: null,
    systemId: null,
    ...given,
  }
}

const k04Parts = ['share', 'withoutRisk', 'incomplete', 'foundUnregistered']
worked('K04', [
  ['an empty register has no data', {}, noData(...k04Parts)],
  ['only a withdrawn system: no data', { systems: [system('SYS-1', { withdrawn })] }, noData(...k04Parts)],
  [
    'systems of stages that are not counted: not applicable, and no share of nothing',
    { systems: [system('SYS-1', { lifecycle: 'retired' })] },
    {
      numerator: 0,
      denominator: 0,
      value: null,
      status: 'na',
      parts: { share: null, withoutRisk: 0, incomplete: 0, foundUnregistered: null },
      contributing: [],
    },
  ],
  [
    'no risk, a withdrawn one, one identified tomorrow; one without an inherent level; one judged tomorrow; two, of which one is open and not judged',
    {
      systems: ['SYS-1', 'SYS-2', 'SYS-3', 'SYS-4', 'SYS-5', 'SYS-6', 'SYS-7'].map((code) => system(code)),
      risks: [
        risk('RSK-2', { systemIds: ['SYS-2'], withdrawn }),
        risk('RSK-3', { systemIds: ['SYS-3'], identifiedOn: '2026-10-01' }),
        of('RSK-4', 'SYS-4'),
        of('RSK-5', 'SYS-5'),
        of('RSK-6', 'SYS-6', 'SYS-7'),
        of('RSK-7', 'SYS-6'),
      ],
      assessments: [
        ...judged('RSK-2'),
        ...judged('RSK-3'),
        assessment('RSK-4', 'residual', 2, 2, '2026-06-01'),
        ...judged('RSK-5', 2, 2, '2026-10-01'),
        ...judged('RSK-6', 2, 2, day),
      ],
    },
    {
      numerator: 6,
      denominator: 7,
      value: 6,
      status: 'breach',
      parts: { share: 6 / 7, withoutRisk: 3, incomplete: 3, foundUnregistered: null },
      contributing: ['SYS-1', 'SYS-2', 'SYS-3', 'SYS-4', 'SYS-5', 'SYS-6'],
    },
  ],
  [
    'a closed risk that was judged is an assessment, one closed without a judgement is none; what was found is told beside it',
    {
      systems: [system('SYS-1'), system('SYS-2')],
      risks: [
        risk('RSK-1', { systemIds: ['SYS-1'], status: 'closed', closedOn: '2026-08-01' }),
        risk('RSK-2', { systemIds: ['SYS-2'], status: 'closed', closedOn: '2026-08-01' }),
      ],
      assessments: judged('RSK-1'),
      intakes: [
        intake('INT-1'),
        intake('INT-2', { state: 'approved' }),
        intake('INT-3', { origin: 'applied' }),
        intake('INT-4', { receivedOn: '2026-10-01' }),
        intake('INT-5', { withdrawn }),
        intake('INT-6', { receivedOn: day, state: 'returned' }),
      ],
    },
    {
      numerator: 1,
      denominator: 2,
      value: 1,
      status: 'warning',
      parts: { share: 0.5, withoutRisk: 0, incomplete: 1, foundUnregistered: 2 },
      contributing: ['SYS-2'],
    },
  ],
])

// Appetite of a new register is moderate, tolerance high: a 4 × 4 is high, a 2 × 2 is low.
const outside = ['RSK-1', 'RSK-2', 'RSK-3', 'RSK-4', 'RSK-5', 'RSK-6', 'RSK-7']
const target = (riskId: string, likelihood = 2, impact = 2) =>
  assessment(riskId, 'target', likelihood, impact, '2026-06-01')
const plan = (code: string, riskId: string, dueOn: string | null, given: Partial<RecordOf<'action'>> = {}) =>
  action(code, dueOn, { ownerId: 'PSN-1', riskIds: [riskId], ...given })
const k08Parts = ['withoutPlan', 'targetUnknown', 'targetOutside', 'unassessed']
worked('K08', [
  ['an empty register has no data', {}, noData(...k08Parts)],
  ['nothing was judged: no data', { risks: [risk('RSK-1')] }, noData(...k08Parts)],
  [
    'no risk outside appetite: not applicable, never 100 %',
    { risks: [risk('RSK-1')], assessments: judged('RSK-1') },
    {
      numerator: 0,
      denominator: 0,
      value: null,
      status: 'na',
      parts: { withoutPlan: 0, targetUnknown: 0, targetOutside: 0, unassessed: 0 },
      contributing: [],
    },
  ],
  [
    'due today counts, due yesterday, without a day, without an owner or verified does not; nor a target that is missing or outside',
    {
      risks: [...outside.map((code) => risk(code)), risk('RSK-8')],
      assessments: [
        ...outside.flatMap((code) => judged(code, 4, 4)),
        ...['RSK-1', 'RSK-2', 'RSK-3', 'RSK-4', 'RSK-5'].map((code) => target(code)),
        target('RSK-7', 4, 3),
      ],
      actions: [
        plan('ACT-1', 'RSK-1', day),
        plan('ACT-2', 'RSK-2', '2026-09-29'),
        plan('ACT-3', 'RSK-3', null),
        plan('ACT-4', 'RSK-4', '2026-12-31', { ownerId: null }),
        plan('ACT-5', 'RSK-5', '2026-12-31', { state: 'verified', verifiedOn: day }),
        plan('ACT-6', 'RSK-6', '2026-12-31'),
        plan('ACT-7', 'RSK-7', '2026-12-31'),
      ],
    },
    {
      numerator: 1,
      denominator: 7,
      value: 1 / 7,
      status: 'breach',
      parts: { withoutPlan: 4, targetUnknown: 1, targetOutside: 1, unassessed: 1 },
      contributing: ['RSK-2', 'RSK-3', 'RSK-4', 'RSK-5', 'RSK-6', 'RSK-7'],
    },
  ],
  [
    'all covered, but one risk is not assessed: never within; an action of a leap day is in time on it',
    {
      risks: [risk('RSK-1'), risk('RSK-2')],
      assessments: [...judged('RSK-1', 4, 4), target('RSK-1')].map((row) => ({ ...row, on: '2027-06-01' })),
      actions: [plan('ACT-1', 'RSK-1', '2028-02-29')],
    },
    {
      numerator: 1,
      denominator: 1,
      value: 1,
      status: 'warning',
      parts: { withoutPlan: 0, targetUnknown: 0, targetOutside: 0, unassessed: 1 },
      contributing: [],
    },
    '2028-02-29',
  ],
  [
    'the appetite of the category decides whether a target reaches it',
    {
      appetites: [appetite('enterprise', 'low', 'moderate')],
      risks: [risk('RSK-1')],
      assessments: [...judged('RSK-1', 4, 4), target('RSK-1', 3, 3)],
      actions: [plan('ACT-1', 'RSK-1', '2026-12-31')],
    },
    {
      numerator: 0,
      denominator: 1,
      value: 0,
      status: 'breach',
      parts: { withoutPlan: 0, targetUnknown: 0, targetOutside: 1, unassessed: 0 },
      contributing: ['RSK-1'],
    },
  ],
])

worked('K24', [
  ['an empty register has no data', {}, noData('instant', 'unknown')],
  ['nobody graded anything: no data', { risks: [risk('RSK-1')] }, noData('instant', 'unknown')],
  [
    'no high risk: not applicable',
    { risks: [risk('RSK-1', { onset: 'instant' })], assessments: judged('RSK-1') },
    { numerator: 0, denominator: 0, value: null, status: 'na', parts: { instant: 0, unknown: 0 }, contributing: [] },
  ],
  [
    'grades 5 and 4 of high risks count, 3 does not, nor a fast moderate one; not graded is told, not counted',
    {
      risks: [
        risk('RSK-1', { onset: 'instant' }),
        risk('RSK-2', { onset: 'days_to_weeks' }),
        risk('RSK-3', { onset: 'few_months' }),
        risk('RSK-4'),
        risk('RSK-5', { onset: 'instant' }),
        risk('RSK-6', { onset: 'instant', status: 'closed', closedOn: day }),
      ],
      assessments: [
        ...['RSK-1', 'RSK-2', 'RSK-3', 'RSK-4', 'RSK-6'].flatMap((code) => judged(code, 4, 4)),
        ...judged('RSK-5'),
      ],
    },
    {
      numerator: 2,
      denominator: 4,
      value: 2,
      status: 'unjudged',
      parts: { instant: 1, unknown: 1 },
      contributing: ['RSK-1', 'RSK-2'],
    },
  ],
])

worked('KRI-01', [
  ['an empty register has no data', { systems: [] }, noData('foundUnregistered')],
  [
    'nothing was ever found: no data, not 100 %',
    { systems: [system('SYS-1')], intakes: [intake('INT-1', { origin: 'applied' })] },
    noData('foundUnregistered'),
  ],
  [
    'found and not registered, over what is registered and that; registered and refused ones are no longer found',
    {
      systems: [system('SYS-1'), system('SYS-2'), system('SYS-3'), system('SYS-4', { lifecycle: 'retired' })],
      intakes: [intake('INT-1'), intake('INT-2', { state: 'approved' }), intake('INT-3', { state: 'rejected' })],
    },
    {
      numerator: 3,
      denominator: 4,
      value: 0.75,
      status: 'breach',
      parts: { foundUnregistered: 1 },
      contributing: ['INT-1'],
    },
  ],
  [
    'all that was found is registered',
    { systems: [system('SYS-1')], intakes: [intake('INT-1', { state: 'approved' })] },
    { numerator: 1, denominator: 1, value: 1, status: 'within', parts: { foundUnregistered: 0 }, contributing: [] },
  ],
])

const reopened = (reassessBy: string | null) => ({
  systems: [system('SYS-1')],
  risks: [of('RSK-1', 'SYS-1'), of('RSK-2', 'SYS-1')],
  assessments: [...judged('RSK-1', 2, 2, '2026-08-01'), ...judged('RSK-2', 2, 2, '2026-09-20')],
  observations: [observation('OBS-1', { on: '2026-09-01', reassessBy })],
})
worked('KRI-03', [
  ['an empty register has no data', {}, noData()],
  [
    'nothing was reopened: not applicable',
    { ...reopened(null), observations: [observation('OBS-1', { significant: 'no' })] },
    { numerator: 0, denominator: 0, value: null, status: 'na', parts: {}, contributing: [] },
  ],
  [
    'due today is not overdue; what was judged since is not due',
    reopened(day),
    { numerator: 0, denominator: 1, value: 0, status: 'within', parts: {}, contributing: [] },
  ],
  [
    'due yesterday is',
    reopened('2026-09-29'),
    { numerator: 1, denominator: 1, value: 1, status: 'breach', parts: {}, contributing: ['RSK-1'] },
  ],
])

describe('K09 weighted', () => {
  it.each([
    ['of nothing there is none', [], null],
    [
      'high 3 in place, low 1 not',
      [control('CTL-1', { systemIds: ['SYS-H'] }), control('CTL-2', { systemIds: ['SYS-L'], design: 'none' })],
      3 / 4,
    ],
    [
      'medium 2 in place, an unset tier 3 not',
      [control('CTL-1', { systemIds: ['SYS-M'] }), control('CTL-2', { systemIds: ['SYS-U'], design: 'unknown' })],
      2 / 5,
    ],
    [
      'the highest of several systems, those of its risks too',
      [
        control('CTL-1', { systemIds: ['SYS-L'], riskIds: ['RSK-1'] }),
        control('CTL-2', { systemIds: ['SYS-L'], design: 'none' }),
      ],
      3 / 4,
    ],
    ['of the whole company: 3', [control('CTL-1'), control('CTL-2', { systemIds: ['SYS-L'], design: 'none' })], 3 / 4],
  ])('%s', (_what, controls, weighted) => {
    const state = {
      systems: [
        system('SYS-H', { tier: 'high' }),
        system('SYS-M', { tier: 'medium' }),
        system('SYS-L', { tier: 'low' }),
        system('SYS-U', { tier: null }),
      ],
      risks: [of('RSK-1', 'SYS-H')],
      controls: [
        control('CTL-0', { notApplicable: { reason: '-', approverPersonId: 'PSN-1', on: '2026-01-01' } }),
        ...controls,
      ],
    }
    const found = computeKris(register(state), day).find(({ id }) => id === 'K09')
    expect(found?.parts['weighted']).toBe(weighted)
  })
})

it('a pack that was locked before these figures does not say them', () => {
  const ids = (version: number) => figuresUnder(version, computeKris(register(), day)).map(({ id }) => id)
  const later = ['K04', 'K08', 'K24', 'KRI-01', 'KRI-03']
  expect(ids(180).filter((id) => !ids(160).includes(id))).toEqual(later)
})

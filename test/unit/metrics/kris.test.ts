import { describe, expect, it } from 'vitest'
import { type KriId, kriIds, type KriResult } from '#shared/domain/metrics/kri-result.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import {
  acceptance,
  action,
  appetite,
  assessment,
  attestation,
  control,
  executive,
  person,
  post,
  register,
  risk,
  scale,
  system,
  term,
  threshold,
} from '../../support/hand-made-register.ts'

const day = '2026-09-30'
const approved = { approverPersonId: 'PSN-1', approvedOn: '2026-05-22' }

function figure(id: KriId, given: Partial<RegisterState>, asOf = day): KriResult {
  const result = computeKris(register(given), asOf).find((each) => each.id === id)
  if (!result) throw new Error(`no figure ${id}`)
  return result
}

/** What a worked example states: everything but the limits, which have examples of their own. */
type Expected = Omit<KriResult, 'id' | 'threshold'>
type Example = readonly [name: string, given: Partial<RegisterState>, expected: Expected, asOf?: string]

function worked(id: KriId, examples: readonly Example[]): void {
  describe(id, () => {
    it.each(examples.map(([name, given, expected, asOf = day]) => ({ name, given, expected, asOf })))(
      '$name',
      ({ given, expected, asOf }) => {
        const { id: _id, threshold: _threshold, ...result } = figure(id, given, asOf)
        expect(result).toEqual(expected)
      },
    )
  })
}

const share = (
  numerator: number,
  denominator: number,
  status: KriResult['status'],
  parts: KriResult['parts'],
  contributing: readonly string[] = [],
): Expected => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
  unit: 'share',
  status,
  parts,
  contributing,
})
const noData = (unit: KriResult['unit'], parts: readonly string[]): Expected => ({
  numerator: null,
  denominator: null,
  value: null,
  unit,
  status: 'no_data',
  // Never zero.
  parts: Object.fromEntries(parts.map((part) => [part, null])),
  contributing: [],
})

const office = {
  people: [person('PSN-1'), person('PSN-2')],
  posts: [post('PST-1'), post('PST-2', { kind: 'officer' })],
}
const held = { ...office, terms: [term('PST-1', 'PSN-1', '2026-04-01')] }

worked('K01', [
  ['an empty register has no data', {}, noData('share', ['vacant', 'unregistered'])],
  [
    'a withdrawn system is no system',
    { systems: [system('SYS-1', { withdrawn: { on: '2026-10-05', reason: '重複' } })] },
    noData('share', ['vacant', 'unregistered']),
  ],
  [
    'systems of stages that are not counted: not applicable',
    { systems: [system('SYS-1', { lifecycle: 'proposed' }), system('SYS-2', { lifecycle: 'retired' })] },
    share(0, 0, 'na', { vacant: 0, unregistered: 0 }),
  ],
  [
    'a system without a post is not met, an unknown stage is counted',
    { systems: [system('SYS-1', { lifecycle: 'unknown' })] },
    share(0, 1, 'breach', { vacant: 0, unregistered: 1 }, ['SYS-1']),
  ],
  [
    'a post held on the day is met',
    { ...held, systems: [system('SYS-1')], assignments: [executive('SYS-1', 'PST-1')] },
    share(1, 1, 'within', { vacant: 0, unregistered: 0 }),
  ],
  [
    'a term that ends on the day still holds',
    {
      ...office,
      terms: [term('PST-1', 'PSN-1', '2026-04-01', day)],
      systems: [system('SYS-1')],
      assignments: [executive('SYS-1', 'PST-1')],
    },
    share(1, 1, 'within', { vacant: 0, unregistered: 0 }),
  ],
  [
    'a term that ended the day before does not, and a deputy does not fill it',
    {
      ...office,
      terms: [term('PST-1', 'PSN-1', '2026-04-01', '2026-09-29'), term('PST-1', 'PSN-2', '2026-09-30', null, 'deputy')],
      systems: [system('SYS-1')],
      assignments: [executive('SYS-1', 'PST-1')],
    },
    share(0, 1, 'breach', { vacant: 1, unregistered: 0 }, ['SYS-1']),
  ],
  [
    'a term that begins tomorrow does not hold today',
    {
      ...office,
      terms: [term('PST-1', 'PSN-1', '2026-10-01')],
      systems: [system('SYS-1')],
      assignments: [executive('SYS-1', 'PST-1')],
    },
    share(0, 1, 'breach', { vacant: 1, unregistered: 0 }, ['SYS-1']),
  ],
  [
    'an officer is not an executive, and an abolished post answers for nothing',
    {
      people: office.people,
      posts: [post('PST-1', { to: '2026-06-30' }), post('PST-2', { kind: 'officer' })],
      terms: [term('PST-1', 'PSN-1', '2026-04-01'), term('PST-2', 'PSN-2', '2026-04-01')],
      systems: [system('SYS-1'), system('SYS-2')],
      assignments: [executive('SYS-1', 'PST-1'), executive('SYS-2', 'PST-2')],
    },
    share(0, 2, 'breach', { vacant: 0, unregistered: 2 }, ['SYS-1', 'SYS-2']),
  ],
  [
    'an assignment that has ended answers no more',
    {
      ...held,
      systems: [system('SYS-1')],
      assignments: [executive('SYS-1', 'PST-1', '2026-04-01', '2026-09-29')],
    },
    share(0, 1, 'breach', { vacant: 0, unregistered: 1 }, ['SYS-1']),
  ],
  [
    '19 of 20 meets a tolerance of 95 % exactly',
    {
      ...held,
      systems: Array.from({ length: 20 }, (_, index) => system(`SYS-${String(index)}`)),
      assignments: Array.from({ length: 19 }, (_, index) => executive(`SYS-${String(index)}`, 'PST-1')),
    },
    share(19, 20, 'warning', { vacant: 0, unregistered: 1 }, ['SYS-19']),
  ],
  [
    '18 of 19 does not, although it rounds to 95 %',
    {
      ...held,
      systems: Array.from({ length: 19 }, (_, index) => system(`SYS-${String(index)}`)),
      assignments: Array.from({ length: 18 }, (_, index) => executive(`SYS-${String(index)}`, 'PST-1')),
    },
    share(18, 19, 'breach', { vacant: 0, unregistered: 1 }, ['SYS-18']),
  ],
])

worked('K02', [
  ['an empty register has no data', {}, noData('share', ['tierUnset'])],
  ['no high system: not applicable', { systems: [system('SYS-1')] }, share(0, 0, 'na', { tierUnset: 0 })],
  [
    'an unset tier counts as high',
    {
      ...held,
      systems: [system('SYS-1', { tier: 'high' }), system('SYS-2', { tier: null }), system('SYS-3')],
      assignments: [executive('SYS-1', 'PST-1')],
    },
    share(1, 2, 'breach', { tierUnset: 1 }, ['SYS-2']),
  ],
])

worked('K03', [
  ['an empty register has no data', {}, noData('share', ['lapsed', 'never'])],
  [
    'never confirmed is not met',
    { systems: [system('SYS-1')] },
    share(0, 1, 'breach', { lapsed: 0, never: 1 }, ['SYS-1']),
  ],
  [
    '90, 180, 365 days ago is in time for high and unset, medium, low; a day more is not',
    {
      systems: [
        system('SYS-1', { tier: 'high' }),
        system('SYS-2', { tier: null }),
        system('SYS-3', { tier: 'medium' }),
        system('SYS-4', { tier: 'low' }),
        system('SYS-5', { tier: 'high' }),
        system('SYS-6', { tier: null }),
        system('SYS-7', { tier: 'medium' }),
        system('SYS-8', { tier: 'low' }),
      ],
      attestations: [
        attestation('SYS-1', '2026-07-02'),
        attestation('SYS-2', '2026-07-02'),
        attestation('SYS-3', '2026-04-03'),
        attestation('SYS-4', '2025-09-30'),
        attestation('SYS-5', '2026-07-01'),
        attestation('SYS-6', '2026-07-01'),
        attestation('SYS-7', '2026-04-02'),
        attestation('SYS-8', '2025-09-29'),
      ],
    },
    share(4, 8, 'breach', { lapsed: 4, never: 0 }, ['SYS-5', 'SYS-6', 'SYS-7', 'SYS-8']),
  ],
  [
    'the 365 days before 1 March 2028 reach over a leap day to 2 March 2027',
    {
      systems: [system('SYS-1', { tier: 'low' }), system('SYS-2', { tier: 'low' })],
      attestations: [attestation('SYS-1', '2027-03-02'), attestation('SYS-2', '2027-03-01')],
    },
    share(1, 2, 'breach', { lapsed: 1, never: 0 }, ['SYS-2']),
    '2028-03-01',
  ],
  [
    'a confirmation dated after the day has not happened',
    { systems: [system('SYS-1')], attestations: [attestation('SYS-1', '2026-10-01')] },
    share(0, 1, 'breach', { lapsed: 0, never: 1 }, ['SYS-1']),
  ],
])

/** A risk with a residual level: 5 × 4 severe, 4 × 4 high, 3 × 3 moderate, 1 × 1 low. */
const judged = (code: string, likelihood: number, impact: number, on = '2026-09-01') =>
  assessment(code, 'residual', likelihood, impact, on)
const three = [risk('RSK-1'), risk('RSK-2'), risk('RSK-3')]

worked('K05', [
  ['an empty register has no data', {}, noData('count', ['share', 'unassessed'])],
  ['risks of which none is assessed: no data, not zero', { risks: three }, noData('count', ['share', 'unassessed'])],
  [
    'only a closed risk: not applicable',
    { risks: [risk('RSK-1', { status: 'closed', closedOn: '2026-09-30' })] },
    { ...share(0, 0, 'na', { share: null, unassessed: 0 }), unit: 'count' },
  ],
  [
    'a risk closed after the day is open on it, one identified after it is not yet',
    {
      risks: [
        risk('RSK-1', { status: 'closed', closedOn: '2026-10-01' }),
        risk('RSK-2', { identifiedOn: '2026-10-01' }),
      ],
      assessments: [judged('RSK-1', 4, 4), judged('RSK-2', 4, 4)],
    },
    {
      numerator: 1,
      denominator: 1,
      value: 1,
      unit: 'count',
      status: 'warning',
      parts: { share: 1, unassessed: 0 },
      contributing: ['RSK-1'],
    },
  ],
  [
    'a risk of a retired system is out of scope, one tied to a counted system is in',
    {
      systems: [system('SYS-1'), system('SYS-2', { lifecycle: 'retired' })],
      risks: [
        risk('RSK-1', { category: 'AIGB-C-1', systemIds: ['SYS-1'] }),
        risk('RSK-2', { category: 'AIGB-C-1', systemIds: ['SYS-2'] }),
        risk('RSK-3', { category: 'AIGB-C-1' }),
      ],
      assessments: [judged('RSK-1', 1, 1), judged('RSK-2', 5, 5), judged('RSK-3', 5, 5)],
    },
    {
      numerator: 0,
      denominator: 1,
      value: 0,
      unit: 'count',
      status: 'within',
      parts: { share: 0, unassessed: 0 },
      contributing: [],
    },
  ],
  [
    'one unassessed risk keeps the figure from being within',
    { risks: [risk('RSK-1'), risk('RSK-2')], assessments: [judged('RSK-1', 1, 1)] },
    {
      numerator: 0,
      denominator: 2,
      value: 0,
      unit: 'count',
      status: 'warning',
      parts: { share: 0, unassessed: 1 },
      contributing: [],
    },
  ],
  [
    'a judgement after the day is not used, the latest before it is, of one day the last recorded',
    {
      risks: three,
      assessments: [
        judged('RSK-1', 1, 1, '2026-09-01'),
        judged('RSK-1', 5, 5, '2026-10-01'),
        judged('RSK-2', 5, 5, '2026-08-01'),
        judged('RSK-2', 1, 1, '2026-09-30'),
        judged('RSK-3', 1, 1, '2026-09-30'),
        judged('RSK-3', 4, 4, '2026-09-30'),
      ],
    },
    {
      numerator: 1,
      denominator: 3,
      value: 1,
      unit: 'count',
      status: 'warning',
      parts: { share: 1 / 3, unassessed: 0 },
      contributing: ['RSK-3'],
    },
  ],
  [
    'the band comes from the scale of the judgement',
    {
      scales: [scale('SCALE-1', 'MHHSSMMHHSLMMHHLLMMHLLLMM'), scale('SCALE-2', 'S'.repeat(25))],
      risks: [risk('RSK-1')],
      assessments: [assessment('RSK-1', 'residual', 1, 1, '2026-09-01', { scaleId: 'SCALE-2' })],
    },
    {
      numerator: 1,
      denominator: 1,
      value: 1,
      unit: 'count',
      status: 'warning',
      parts: { share: 1, unassessed: 0 },
      contributing: ['RSK-1'],
    },
  ],
  [
    'the appetite in force on the day decides, by category; a later one does not',
    {
      systems: [system('SYS-1')],
      appetites: [
        appetite('AIGB-C-2', 'low', 'low', { from: '2026-04-01' }),
        appetite('AIGB-C-3', 'high', 'severe', { from: '2026-04-01', to: '2026-09-29' }),
        appetite('enterprise', 'low', 'low', { from: '2026-10-01' }),
      ],
      risks: [
        risk('RSK-1', { category: 'AIGB-C-2', systemIds: ['SYS-1'] }),
        risk('RSK-2', { category: 'AIGB-C-3', systemIds: ['SYS-1'] }),
        risk('RSK-3', { category: 'enterprise' }),
      ],
      assessments: [judged('RSK-1', 3, 3), judged('RSK-2', 4, 4), judged('RSK-3', 3, 3)],
    },
    {
      numerator: 2,
      denominator: 3,
      value: 2,
      unit: 'count',
      status: 'warning',
      parts: { share: 2 / 3, unassessed: 0 },
      // Worst first.
      contributing: ['RSK-2', 'RSK-1'],
    },
  ],
])

worked('K06', [
  ['an empty register has no data', {}, noData('share', ['unassessed'])],
  [
    'no risk of band high: not applicable',
    { risks: [risk('RSK-1')], assessments: [judged('RSK-1', 3, 3)] },
    share(0, 0, 'na', { unassessed: 0 }),
  ],
  [
    'high within an appetite of high does not count, severe does',
    {
      appetites: [appetite('enterprise', 'high', 'severe')],
      risks: three,
      assessments: [judged('RSK-1', 4, 4), judged('RSK-2', 5, 5), judged('RSK-3', 3, 3)],
    },
    share(1, 2, 'breach', { unassessed: 0 }, ['RSK-2']),
  ],
])

const severe = {
  risks: [risk('RSK-1'), risk('RSK-2')],
  assessments: [judged('RSK-1', 5, 5), judged('RSK-2', 4, 4)],
}
const k07 = (numerator: number, status: KriResult['status'], contributing: readonly string[]): Expected => ({
  numerator,
  denominator: 2,
  value: numerator,
  unit: 'count',
  status,
  parts: { outsideTolerance: 1, covered: 1 - numerator, unassessed: 0 },
  contributing,
})
worked('K07', [
  [
    'no risk in scope: not applicable',
    { risks: [risk('RSK-1', { category: 'AIGB-C-1' })] },
    {
      numerator: 0,
      denominator: 0,
      value: null,
      unit: 'count',
      status: 'na',
      parts: { outsideTolerance: 0, covered: 0, unassessed: 0 },
      contributing: [],
    },
  ],
  ['severe is beyond a tolerance of high, high is not', severe, k07(1, 'breach', ['RSK-1'])],
  [
    'an acceptance from that day covers it',
    { ...severe, acceptances: [acceptance('ACC-1', 'RSK-1', day, '2026-12-31')] },
    k07(0, 'within', []),
  ],
  [
    'an acceptance that expires today covers it',
    { ...severe, acceptances: [acceptance('ACC-1', 'RSK-1', '2026-01-01', day)] },
    k07(0, 'within', []),
  ],
  [
    'one that expired yesterday does not',
    { ...severe, acceptances: [acceptance('ACC-1', 'RSK-1', '2026-01-01', '2026-09-29')] },
    k07(1, 'breach', ['RSK-1']),
  ],
  [
    'one that begins tomorrow does not',
    { ...severe, acceptances: [acceptance('ACC-1', 'RSK-1', '2026-10-01', '2026-12-31')] },
    k07(1, 'breach', ['RSK-1']),
  ],
  [
    'one that was ended after the day still stands on it',
    { ...severe, acceptances: [acceptance('ACC-1', 'RSK-1', '2026-01-01', '2026-12-31', { endedOn: '2026-10-01' })] },
    k07(0, 'within', []),
  ],
  [
    'one that was ended on the day does not',
    { ...severe, acceptances: [acceptance('ACC-1', 'RSK-1', '2026-01-01', '2026-12-31', { endedOn: day })] },
    k07(1, 'breach', ['RSK-1']),
  ],
])

const approver = { reason: '対象外の業務', approverPersonId: 'PSN-1' }
worked('K09', [
  ['an empty register has no data', {}, noData('share', ['weighted', 'unknown', 'notApplicable'])],
  [
    'all not applicable: not applicable, never 100 %',
    { controls: [control('CTL-1', { notApplicable: { ...approver, on: '2026-09-30' } })] },
    share(0, 0, 'na', { weighted: null, unknown: 0, notApplicable: 1 }),
  ],
  [
    'implemented is a design in place, whatever its weight; unknown is not met; a later "not applicable" does not count yet',
    {
      controls: [
        control('CTL-1'),
        control('CTL-2', { weight: 'minor' }),
        control('CTL-3', { design: 'partial' }),
        control('CTL-4', { design: 'unknown' }),
        control('CTL-5', { notApplicable: { ...approver, on: '2026-10-01' } }),
      ],
    },
    share(3, 5, 'breach', { weighted: 0.6, unknown: 1, notApplicable: 0 }, ['CTL-3', 'CTL-4']),
  ],
])

const ages = { notDue: 0, days1to30: 0, days31to60: 0, days61to90: 0, over90: 0, withoutDueDate: 0 }
const verified = (code: string, dueOn: string, verifiedOn: string | null) =>
  action(code, dueOn, { state: 'verified', verifiedOn })
worked('K12', [
  ['an empty register has no data', {}, noData('share', Object.keys(ages))],
  [
    'only verified actions: not applicable',
    { actions: [verified('ACT-1', '2026-09-01', '2026-09-02'), verified('ACT-2', '2026-09-01', null)] },
    share(0, 0, 'na', ages),
  ],
  [
    'due today is not overdue, due yesterday is; done is not verified; without a day: not counted, but told',
    {
      actions: [
        action('ACT-1', day),
        action('ACT-2', '2026-09-29'),
        action('ACT-3', '2026-09-29', { state: 'done', doneOn: '2026-09-28' }),
        action('ACT-4', null),
        verified('ACT-5', '2026-09-01', '2026-10-01'),
      ],
    },
    share(3, 4, 'breach', { ...ages, notDue: 1, days1to30: 3, withoutDueDate: 1 }, ['ACT-5', 'ACT-2', 'ACT-3']),
  ],
  [
    'a due day moved after the day counts as it stood on the day',
    {
      actions: [
        action('ACT-1', '2026-12-31', {
          slips: [{ from: '2026-09-15', to: '2026-12-31', on: '2026-10-05', reason: '要員不足' }],
        }),
        action('ACT-2', '2026-12-31', {
          slips: [{ from: '2026-09-15', to: '2026-12-31', on: '2026-09-30', reason: '要員不足' }],
        }),
      ],
    },
    share(1, 2, 'breach', { ...ages, notDue: 1, days1to30: 1 }, ['ACT-1']),
  ],
  [
    'ages end at 30, 60 and 90 days',
    {
      actions: [
        action('ACT-1', '2026-08-31'),
        action('ACT-2', '2026-08-30'),
        action('ACT-3', '2026-08-01'),
        action('ACT-4', '2026-07-31'),
        action('ACT-5', '2026-07-02'),
        action('ACT-6', '2026-07-01'),
      ],
    },
    share(6, 6, 'breach', { ...ages, days1to30: 1, days31to60: 2, days61to90: 2, over90: 1 }, [
      'ACT-6',
      'ACT-5',
      'ACT-4',
      'ACT-3',
      'ACT-2',
      'ACT-1',
    ]),
  ],
])

const days = (
  numerator: number,
  denominator: number,
  value: number | null,
  status: KriResult['status'],
  parts: KriResult['parts'],
  contributing: readonly string[] = [],
): Expected => ({ numerator, denominator, value, unit: 'days', status, parts, contributing })
worked('K13', [
  ['an empty register has no data', {}, noData('days', ['overdue', 'median', 'max'])],
  [
    'nothing overdue is 0 days, within',
    { actions: [action('ACT-1', day)] },
    days(0, 0, 0, 'within', { overdue: 0, median: null, max: null }),
  ],
  [
    'all verified is 0 days, within',
    { actions: [verified('ACT-1', '2026-09-01', '2026-09-01')] },
    days(0, 0, 0, 'within', { overdue: 0, median: null, max: null }),
  ],
  [
    'no open action with a due day: nothing can be judged',
    { actions: [action('ACT-1', null)] },
    days(0, 0, null, 'na', { overdue: 0, median: null, max: null }),
  ],
  [
    '1, 10 and 58 days: mean 23, median 10',
    { actions: [action('ACT-1', '2026-09-29'), action('ACT-2', '2026-09-20'), action('ACT-3', '2026-08-03')] },
    days(69, 3, 23, 'warning', { overdue: 3, median: 10, max: 58 }, ['ACT-3', 'ACT-2', 'ACT-1']),
  ],
  [
    'over a leap day: 28 February to 1 March 2028 is 2 days; of two values the median is their mean',
    { actions: [action('ACT-1', '2028-02-28'), action('ACT-2', '2028-02-29')] },
    days(3, 2, 1.5, 'within', { overdue: 2, median: 1.5, max: 2 }, ['ACT-1', 'ACT-2']),
    '2028-03-01',
  ],
])

const slip = (from: string | null, to: string, on: string) => ({ from, to, on, reason: '遅延' })
worked('K14', [
  ['an empty register has no data', {}, noData('share', [])],
  [
    'only moves to a later day count, first dates and earlier ones do not, nor moves after the day',
    {
      actions: [
        action('ACT-1', '2026-12-01', {
          slips: [slip('2026-08-01', '2026-09-01', '2026-07-01'), slip('2026-09-01', '2026-12-01', '2026-08-01')],
        }),
        action('ACT-2', '2026-12-01', {
          slips: [slip(null, '2026-09-01', '2026-07-01'), slip('2026-09-01', '2026-12-01', '2026-08-01')],
        }),
        action('ACT-3', '2026-12-01', {
          slips: [slip('2026-08-01', '2026-09-01', '2026-07-01'), slip('2026-09-01', '2026-12-01', '2026-10-01')],
        }),
        action('ACT-4', '2026-07-01', {
          slips: [slip('2026-08-01', '2026-09-01', '2026-07-01'), slip('2026-09-01', '2026-07-01', '2026-08-01')],
        }),
        verified('ACT-5', '2026-07-01', '2026-08-01'),
      ],
    },
    share(1, 4, 'breach', {}, ['ACT-1']),
  ],
])

worked('K15', [
  ['an empty register has no data', {}, noData('share', ['overdue', 'withoutDate'])],
  [
    'due today is in time, yesterday is not, no day is not; systems and risks together',
    {
      systems: [system('SYS-1', { nextReviewOn: day }), system('SYS-2', { nextReviewOn: '2026-09-29' })],
      risks: [risk('RSK-1', { nextReviewOn: null }), risk('RSK-2')],
    },
    share(2, 4, 'breach', { overdue: 1, withoutDate: 1 }, ['SYS-2', 'RSK-1']),
  ],
])

const k22 = (
  begun: number,
  reliedOn: readonly string[],
  parts: Partial<Record<'active' | 'expiring30' | 'renewedTwice' | 'stale', number>> = {},
): Expected => ({
  numerator: reliedOn.length,
  denominator: begun,
  value: reliedOn.length,
  unit: 'count',
  status: reliedOn.length === 0 ? 'within' : 'breach',
  parts: { active: 0, expiring30: 0, renewedTwice: 0, stale: 0, ...parts, expiredReliedOn: reliedOn.length },
  contributing: reliedOn,
})
const high = { risks: [risk('RSK-1')], assessments: [judged('RSK-1', 4, 4)] }
worked('K22', [
  [
    'no acceptance was ever recorded: no data',
    {},
    noData('count', ['active', 'expiring30', 'renewedTwice', 'stale', 'expiredReliedOn']),
  ],
  [
    'only one that has not begun: not applicable',
    { ...high, acceptances: [acceptance('ACC-1', 'RSK-1', '2026-10-01', '2026-12-31')] },
    { ...k22(0, []), value: null, status: 'na' },
  ],
  [
    'its last day is today: active, expiring',
    { ...high, acceptances: [acceptance('ACC-1', 'RSK-1', '2026-01-01', day)] },
    k22(1, [], { active: 1, expiring30: 1 }),
  ],
  [
    '30 days ahead is expiring, 31 is not',
    {
      ...severe,
      acceptances: [
        acceptance('ACC-1', 'RSK-1', '2026-01-01', '2026-10-30'),
        acceptance('ACC-2', 'RSK-2', '2026-01-01', '2026-10-31'),
      ],
    },
    k22(2, [], { active: 2, expiring30: 1 }),
  ],
  [
    'expired while the risk is still outside appetite: relied on',
    { ...high, acceptances: [acceptance('ACC-1', 'RSK-1', '2026-01-01', '2026-09-29')] },
    k22(1, ['ACC-1']),
  ],
  [
    'expired, but the risk came back within its appetite',
    {
      risks: [risk('RSK-1')],
      assessments: [judged('RSK-1', 4, 4), judged('RSK-1', 2, 2, '2026-09-15')],
      acceptances: [acceptance('ACC-1', 'RSK-1', '2026-01-01', '2026-09-29')],
    },
    k22(1, []),
  ],
  [
    'expired and the risk never assessed: unknown counts as relied on',
    { risks: [risk('RSK-1')], acceptances: [acceptance('ACC-1', 'RSK-1', '2026-01-01', '2026-09-29')] },
    k22(1, ['ACC-1']),
  ],
  [
    'expired, but renewed: the active one counts, and its second renewal is told',
    {
      ...high,
      acceptances: [
        acceptance('ACC-1', 'RSK-1', '2026-01-01', '2026-03-31'),
        acceptance('ACC-2', 'RSK-1', '2026-04-01', '2026-06-30', { renewsId: 'ACC-1' }),
        acceptance('ACC-3', 'RSK-1', '2026-07-01', '2026-12-31', { renewsId: 'ACC-2' }),
      ],
    },
    k22(3, [], { active: 1, renewedTwice: 1 }),
  ],
  [
    'of several expired ones the last is relied on; one ended by a person is not',
    {
      ...severe,
      acceptances: [
        acceptance('ACC-1', 'RSK-1', '2026-01-01', '2026-03-31'),
        acceptance('ACC-2', 'RSK-1', '2026-04-01', '2026-06-30'),
        acceptance('ACC-3', 'RSK-2', '2026-01-01', '2026-08-31', { endedOn: '2026-08-01' }),
      ],
    },
    k22(3, ['ACC-2']),
  ],
  [
    'an exception for a control that is still not in place is relied on, for one in place it is not',
    {
      controls: [control('CTL-1', { design: 'planned' }), control('CTL-2')],
      acceptances: [
        acceptance('ACC-1', 'CTL-1', '2026-01-01', '2026-09-29', { kind: 'exception', subject: 'control' }),
        acceptance('ACC-2', 'CTL-2', '2026-01-01', '2026-09-29', { kind: 'exception', subject: 'control' }),
      ],
    },
    k22(2, ['ACC-1']),
  ],
  [
    'the residual level is not the one accepted: stale',
    {
      ...high,
      acceptances: [acceptance('ACC-1', 'RSK-1', '2026-01-01', '2026-12-31', { likelihood: 3, impact: 4 })],
    },
    k22(1, [], { active: 1, stale: 1 }),
  ],
])

worked('K28', [
  ['an empty register has no data', {}, noData('share', ['brokenLinks', 'incompleteRecords'])],
  [
    // 10 counted fields and the accountable executive.
    'a system: unknown, unset, empty and blank are not filled, nor is a missing executive',
    {
      systems: [
        system('SYS-1', {
          lifecycle: 'unknown',
          personalData: 'unknown',
          tier: null,
          roles: [],
          purpose: { ja: ' ', en: null },
        }),
      ],
    },
    // Filled: name, kind, humanOversight, nextReviewOn. Blank: unitId too.
    share(4, 11, 'breach', { brokenLinks: 0, incompleteRecords: 1 }, ['SYS-1']),
  ],
  [
    // 7 counted fields, owner, inherent and residual.
    'a risk: owner and assessments are rows of their own',
    { risks: [risk('RSK-1')], assessments: [judged('RSK-1', 1, 1)] },
    share(8, 10, 'breach', { brokenLinks: 0, incompleteRecords: 1 }, ['RSK-1']),
  ],
  [
    'controls that do not apply are out of scope; actions need an owner and a day',
    {
      people: [person('PSN-1')],
      controls: [
        control('CTL-1', { design: 'unknown' }),
        control('CTL-2', { design: 'unknown', notApplicable: { ...approver, on: '2026-01-01' } }),
      ],
      actions: [action('ACT-1', null, { ownerId: 'PSN-1' })],
    },
    share(5, 7, 'breach', { brokenLinks: 0, incompleteRecords: 2 }, ['CTL-1', 'ACT-1']),
  ],
  [
    'links to what is not there or was withdrawn are broken',
    {
      people: [person('PSN-1')],
      systems: [system('SYS-9', { lifecycle: 'retired', withdrawn: { on: '2026-01-01', reason: '重複' } })],
      actions: [action('ACT-1', day, { ownerId: 'PSN-1', systemIds: ['SYS-9', 'SYS-0'], riskIds: ['RSK-0'] })],
    },
    share(3, 3, 'within', { brokenLinks: 3, incompleteRecords: 0 }),
  ],
])

describe('limits', () => {
  const systems = { systems: [system('SYS-1')] }
  const limitsOf = (given: Partial<RegisterState>) => figure('K01', { ...systems, ...given }).threshold

  it.each<[string, Partial<RegisterState>, KriResult['threshold']]>([
    [
      'without a row the default holds, provisional',
      {},
      { appetite: 1, tolerance: 0.95, direction: 'higher', provisional: true },
    ],
    [
      'a row without an approver is provisional',
      { thresholds: [threshold('K01', 0.9, 0.8, { approvedOn: '2026-05-22' })] },
      { appetite: 0.9, tolerance: 0.8, direction: 'higher', provisional: true },
    ],
    [
      'a row that is approved is not',
      { thresholds: [threshold('K01', 0.9, 0.8, approved)] },
      { appetite: 0.9, tolerance: 0.8, direction: 'higher', provisional: false },
    ],
    [
      'approved only after the day it is still provisional',
      { thresholds: [threshold('K01', 0.9, 0.8, { ...approved, approvedOn: '2026-10-01' })] },
      { appetite: 0.9, tolerance: 0.8, direction: 'higher', provisional: true },
    ],
    [
      'of several in force the latest begun; one from tomorrow is not in force',
      {
        thresholds: [
          threshold('K01', 0.5, 0.4, { from: '2026-04-01' }),
          threshold('K01', 0.9, 0.8, { from: '2026-01-01' }),
          threshold('K01', 0.1, 0.1, { from: '2026-10-01' }),
          threshold('K01', 0.2, 0.2, { from: '2026-06-01', to: '2026-09-29' }),
        ],
      },
      { appetite: 0.5, tolerance: 0.4, direction: 'higher', provisional: true },
    ],
  ])('%s', (_name, given, expected) => {
    expect(limitsOf(given)).toEqual(expected)
  })

  it('gives every figure its default limits, if it has any, in the order of ids', () => {
    expect(
      computeKris(register(), day).map(({ id, unit, threshold: limits }) => [
        id,
        unit,
        limits?.direction,
        limits?.appetite,
        limits?.tolerance,
      ]),
    ).toEqual([
      ['K01', 'share', 'higher', 1, 0.95],
      ['K02', 'share', 'higher', 1, 1],
      ['K03', 'share', 'higher', 0.95, 0.85],
      ['K04', 'count', 'lower', 0, 3],
      ['K05', 'count', 'lower', 0, 3],
      ['K06', 'share', 'lower', 0, 0.1],
      ['K07', 'count', 'lower', 0, 0],
      ['K08', 'share', 'higher', 1, 0.9],
      ['K09', 'share', 'higher', 0.9, 0.8],
      ['K10', 'share', 'higher', 0.8, 0.65],
      ['K11', 'share', 'higher', 0.9, 0.75],
      ['K12', 'share', 'lower', 0.05, 0.15],
      ['K13', 'days', 'lower', 15, 45],
      ['K14', 'share', 'lower', 0.1, 0.2],
      ['K15', 'share', 'higher', 0.95, 0.85],
      ['K16', 'share', 'higher', 1, 0.9],
      ['K16u', 'count', 'lower', 0, 0],
      ['K17', 'share', undefined, undefined, undefined],
      ['K18', 'share', 'lower', 0.1, 0.25],
      ['K19', 'share', 'higher', 0.95, 0.8],
      ['K20', 'index', undefined, undefined, undefined],
      ['K21', 'count', 'lower', 0, 3],
      ['K22', 'count', 'lower', 0, 0],
      ['K23', 'share', 'lower', 0, 0.1],
      ['K24', 'count', undefined, undefined, undefined],
      ['K26', 'count', 'lower', 0, 2],
      ['K27', 'share', 'higher', 0.9, 0.75],
      ['K28', 'share', 'higher', 0.98, 0.95],
      ['K29', 'share', 'higher', 1, 0.9],
      ['K30', 'count', 'lower', 0, 3],
      ['KRI-01', 'share', 'higher', 0.95, 0.85],
      ['KRI-03', 'share', 'lower', 0.05, 0.15],
      ['KRI-08', 'count', 'lower', 0, 2],
      ['KRI-10', 'share', 'higher', 1, 0],
      ['KRI-12', 'share', 'higher', 0.9, 0.7],
      ['KRI-13', 'share', 'higher', 0.95, 0.8],
      ['KRI-14', 'count', 'lower', 0, 2],
      ['KRI-15', 'count', 'lower', 0, 1],
      ['KRI-16', 'count', 'lower', 0, 2],
      ['KRI-18', 'count', 'lower', 0, 2],
    ])
  })

  it('never shows a figure of an empty register as within', () => {
    expect(computeKris(register(), day).map((result) => result.status)).toEqual(kriIds.map(() => 'no_data'))
  })
})

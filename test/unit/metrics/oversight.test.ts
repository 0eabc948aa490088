/** KRI-13, KRI-14 and the rule by which observations reopen assessments, in tables. */
import { observation } from '../../support/observations.ts'
import { describe, expect, it } from 'vitest'
import { addMonths } from '#shared/domain/calendar-date.ts'
import { acceptancesOn } from '#shared/domain/metrics/acceptance-standing.ts'
import type { KriId, KriResult } from '#shared/domain/metrics/kri-result.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { reopeningsOn } from '#shared/domain/metrics/reopening.ts'
import { trainingsOn } from '#shared/domain/metrics/training-figures.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { policyStandingOn } from '#shared/domain/policy.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { validUntilOf } from '#shared/domain/training.ts'
import { workOn } from '#shared/domain/work-on.ts'
import { positionsOn } from '#shared/domain/metrics/risk-positions.ts'
import {
  acceptance,
  assessment,
  person,
  post,
  register,
  risk,
  system,
  systemOwner,
  term,
  unit,
} from '../../support/hand-made-register.ts'

const day = '2026-09-30'
const noText = { ja: null, en: null }
const coded = (code: string) => ({
  id: code,
  version: 1,
  withdrawn: null,
  code,
  name: { ja: code, en: code },
  notes: null,
})
const withdrawn = { on: '2026-06-01', reason: '誤り' }

function finding(code: string, given: Partial<RecordOf<'finding'>> = {}): RecordOf<'finding'> {
  return {
    ...coded(code),
    description: noText,
    audit: null,
    auditor: null,
    reportedOn: '2026-04-01',
    rating: 'medium',
    rootCause: noText,
    recommendation: noText,
    ownerPostId: null,
    ownerId: null,
    dueOn: null,
    state: 'responded',
    response: 'agree',
    responseText: null,
    responderId: null,
    respondedOn: null,
    implementedText: null,
    implementerId: null,
    implementedOn: null,
    verifiedText: null,
    verifierId: null,
    verifiedOn: null,
    slips: [],
    systemIds: [],
    riskIds: [],
    controlIds: [],
    actionIds: [],
    requirementIds: [],
    ...given,
  }
}

function training(code: string, given: Partial<RecordOf<'training'>> = {}): RecordOf<'training'> {
  return {
    ...coded(code),
    description: noText,
    policyId: null,
    ownerPostId: null,
    postKinds: [],
    roles: [],
    postIds: [],
    unitIds: [],
    personIds: [],
    cycleMonths: 12,
    from: null,
    to: null,
    ...given,
  }
}

let completions = 0
function completion(
  trainingId: string,
  personId: string,
  on: string,
  validUntil: string | null,
  given: Partial<RecordOf<'trainingCompletion'>> = {},
): RecordOf<'trainingCompletion'> {
  completions += 1
  const id = `completion-${String(completions)}`
  return { id, version: 1, withdrawn: null, trainingId, personId, on, validUntil, reference: null, ...given }
}

function figure(id: KriId, given: Partial<RegisterState>, asOf = day): Omit<KriResult, 'threshold' | 'id' | 'unit'> {
  const found = computeKris(register(given), asOf).find((each) => each.id === id)
  if (found === undefined) throw new Error(`no figure ${id}`)
  const { threshold: _threshold, id: _id, unit: _unit, ...result } = found
  return result
}

describe('KRI-14, open findings past their day', () => {
  const result = (
    late: string[],
    open: number,
    status: KriResult['status'],
    parts: Record<string, number | null> = {},
  ) => ({
    numerator: late.length,
    denominator: open,
    value: late.length,
    status,
    parts: { high: 0, withoutDueDate: 0, unanswered: 0, max: null, ...parts },
    contributing: late,
  })
  const overdue = (code: string, given: Partial<RecordOf<'finding'>> = {}) =>
    finding(code, { dueOn: '2026-09-29', ...given })
  it.each<[name: string, findings: RecordOf<'finding'>[], expected: object]>([
    ['due today is in time', [finding('FND-1', { dueOn: day })], result([], 1, 'within')],
    ['a day later it is not', [overdue('FND-1')], result(['FND-1'], 1, 'warning', { max: 1 })],
    [
      'three are beyond the tolerance, the longest over first',
      [overdue('FND-1'), overdue('FND-2', { dueOn: '2026-08-31', rating: 'high' }), overdue('FND-3')],
      result(['FND-2', 'FND-1', 'FND-3'], 3, 'breach', { max: 30, high: 1 }),
    ],
    [
      'put right and not looked at by audit is still open',
      [overdue('FND-1', { state: 'implemented' })],
      result(['FND-1'], 1, 'warning', { max: 1 }),
    ],
    [
      'closed by the day does not count',
      [overdue('FND-1', { state: 'closed', verifiedOn: day })],
      result([], 0, 'within'),
    ],
    [
      'closed after the day still counts',
      [overdue('FND-1', { state: 'closed', verifiedOn: '2026-10-01' })],
      result(['FND-1'], 1, 'warning', { max: 1 }),
    ],
    ['reported after the day does not', [overdue('FND-1', { reportedOn: '2026-10-01' })], result([], 0, 'within')],
    [
      'a move of the due day that was recorded by the day holds',
      [
        overdue('FND-1', {
          dueOn: '2026-12-31',
          slips: [{ from: '2026-09-29', to: '2026-12-31', on: day, reason: '協議' }],
        }),
      ],
      result([], 1, 'within'),
    ],
    [
      'one recorded later does not',
      [
        overdue('FND-1', {
          dueOn: '2026-12-31',
          slips: [{ from: '2026-09-29', to: '2026-12-31', on: '2026-10-01', reason: '協議' }],
        }),
      ],
      result(['FND-1'], 1, 'warning', { max: 1 }),
    ],
    [
      'without a due day it is listed, not late',
      [finding('FND-1', { state: 'open' })],
      result([], 1, 'within', { withoutDueDate: 1, unanswered: 1 }),
    ],
  ])('%s', (_name, findings, expected) => {
    expect(figure('KRI-14', { findings })).toEqual(expected)
  })
  it.each<[name: string, findings: RecordOf<'finding'>[]]>([
    ['no finding was ever recorded', []],
    ['the only one was withdrawn', [finding('FND-1', { withdrawn })]],
  ])('no data: %s', (_name, findings) => {
    expect(figure('KRI-14', { findings })).toMatchObject({ value: null, status: 'no_data', contributing: [] })
  })
})

describe('KRI-13, training by role', () => {
  const company = {
    people: ['PSN-1', 'PSN-2', 'PSN-3'].map((code) => person(code, { unitId: 'UNT-2' })),
    posts: [post('PST-1'), post('PST-2', { kind: 'committee' })],
    terms: [term('PST-1', 'PSN-1', '2025-04-01', '2026-09-30'), term('PST-1', 'PSN-2', '2026-10-01')],
    units: [unit('UNT-1'), unit('UNT-2', { parentId: 'UNT-1' })],
    systems: [system('SYS-1'), system('SYS-2', { lifecycle: 'retired' })],
    assignments: [systemOwner('SYS-1', { personId: 'PSN-3' }), systemOwner('SYS-2', { personId: 'PSN-2' })],
  }
  const named = (...people: string[]) => training('TRN-1', { personIds: people })
  const done = (
    numerator: number,
    denominator: number,
    parts: { expired?: number; missing?: number },
    open: string[],
  ) => ({
    numerator,
    denominator,
    value: numerator / denominator,
    parts: { expired: 0, missing: 0, ...parts },
    contributing: open,
  })
  it.each<[name: string, given: Partial<RegisterState>, expected: object, asOf?: string]>([
    [
      'missing counts as not done',
      { trainings: [named('PSN-1', 'PSN-2')], trainingCompletions: [completion('TRN-1', 'PSN-1', '2026-01-01', null)] },
      done(1, 2, { missing: 1 }, ['PSN-2']),
    ],
    [
      'valid on its last day',
      { trainings: [named('PSN-1')], trainingCompletions: [completion('TRN-1', 'PSN-1', '2025-10-01', day)] },
      done(1, 1, {}, []),
    ],
    [
      'run out the day before',
      { trainings: [named('PSN-1')], trainingCompletions: [completion('TRN-1', 'PSN-1', '2025-09-30', '2026-09-29')] },
      done(0, 1, { expired: 1 }, ['PSN-1']),
    ],
    [
      'done after the day is not done',
      { trainings: [named('PSN-1')], trainingCompletions: [completion('TRN-1', 'PSN-1', '2026-10-01', null)] },
      done(0, 1, { missing: 1 }, ['PSN-1']),
    ],
    [
      'the one that holds longest counts',
      {
        trainings: [named('PSN-1')],
        trainingCompletions: [
          completion('TRN-1', 'PSN-1', '2026-01-01', '2026-12-31'),
          completion('TRN-1', 'PSN-1', '2025-01-01', '2025-12-31'),
        ],
      },
      done(1, 1, {}, []),
    ],
    [
      'a withdrawn completion does not',
      {
        trainings: [named('PSN-1')],
        trainingCompletions: [completion('TRN-1', 'PSN-1', '2026-01-01', null, { withdrawn })],
      },
      done(0, 1, { missing: 1 }, ['PSN-1']),
    ],
    [
      'of another training it does not',
      { trainings: [named('PSN-1')], trainingCompletions: [completion('TRN-9', 'PSN-1', '2026-01-01', null)] },
      done(0, 1, { missing: 1 }, ['PSN-1']),
    ],
    [
      'the holder of the day is asked',
      { trainings: [training('TRN-1', { postIds: ['PST-1'] })] },
      done(0, 1, { missing: 1 }, ['PSN-1']),
    ],
    [
      'and the next one from the next day on',
      { trainings: [training('TRN-1', { postKinds: ['executive'] })] },
      done(0, 1, { missing: 1 }, ['PSN-2']),
      '2026-10-01',
    ],
    [
      'a deputy is asked too',
      {
        trainings: [training('TRN-1', { postIds: ['PST-1'] })],
        terms: [...company.terms, term('PST-1', 'PSN-3', '2026-01-01', null, 'deputy')],
      },
      done(0, 2, { missing: 2 }, ['PSN-1', 'PSN-3']),
    ],
    [
      'owners of counted systems only',
      { trainings: [training('TRN-1', { roles: ['system_owner'] })] },
      done(0, 1, { missing: 1 }, ['PSN-3']),
    ],
    [
      'units with those under them',
      { trainings: [training('TRN-1', { unitIds: ['UNT-1'] })] },
      done(0, 3, { missing: 3 }, ['PSN-1', 'PSN-2', 'PSN-3']),
    ],
    [
      'a person who left is not asked',
      { trainings: [named('PSN-1', 'PSN-2')], people: [person('PSN-1'), person('PSN-2', { withdrawn })] },
      done(0, 1, { missing: 1 }, ['PSN-1']),
    ],
    [
      'once, however many groups ask',
      { trainings: [training('TRN-1', { personIds: ['PSN-1'], postIds: ['PST-1'], unitIds: ['UNT-2'] })] },
      done(0, 3, { missing: 3 }, ['PSN-1', 'PSN-2', 'PSN-3']),
    ],
    [
      'of two trainings each counts',
      {
        trainings: [named('PSN-1'), training('TRN-2', { personIds: ['PSN-1'] })],
        trainingCompletions: [completion('TRN-2', 'PSN-1', '2026-01-01', null)],
      },
      done(1, 2, { missing: 1 }, ['PSN-1']),
    ],
  ])('%s', (_name, given, expected, asOf = day) => {
    expect(figure('KRI-13', { ...company, ...given }, asOf)).toMatchObject(expected)
  })
  it('has no data where no training is required, and is not applicable where none is in force', () => {
    expect(figure('KRI-13', company)).toMatchObject({ status: 'no_data', value: null })
    const before = training('TRN-1', { personIds: ['PSN-1'], to: '2026-09-29' })
    expect(figure('KRI-13', { ...company, trainings: [before] })).toMatchObject({ status: 'na', value: null })
  })
  it('shows by role who has and who has not', () => {
    const on = new RegisterOn(
      register({
        ...company,
        trainings: [training('TRN-1', { roles: ['system_owner'], postIds: ['PST-1', 'PST-2'] })],
        trainingCompletions: [completion('TRN-1', 'PSN-3', '2026-04-01', '2027-03-31')],
      }),
      day,
    )
    expect(trainingsOn(on).map(({ groups }) => groups)).toEqual([
      [
        {
          kind: 'role',
          key: 'system_owner',
          people: [{ personId: 'PSN-3', state: 'done', on: '2026-04-01', validUntil: '2027-03-31' }],
        },
        { kind: 'post', key: 'PST-1', people: [{ personId: 'PSN-1', state: 'missing', on: null, validUntil: null }] },
        { kind: 'post', key: 'PST-2', people: [] },
      ],
    ])
  })
  it('counts a cycle to the day before the same day', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(validUntilOf({ cycleMonths: 12 }, '2026-04-01')).toBe('2027-03-31')
    expect(validUntilOf({ cycleMonths: null }, '2026-04-01')).toBeNull()
  })
})

describe('what reopens an assessment', () => {
  const waiver = { riskId: 'RSK-1', on: '2026-09-10', personId: 'PSN-1', reason: '前提は変わらない' }
  const judged = (on: string, id = '0') => assessment('RSK-1', 'residual', 2, 3, on, { id })
  const due = '2026-10-01'
  it.each<
    [
      name: string,
      observation: Partial<RecordOf<'observation'>>,
      dueOn: string | null,
      given?: Partial<RegisterState>,
      asOf?: string,
    ]
  >([
    ['a significant change', {}, due],
    ['with a day of its own', { reassessBy: '2026-09-15' }, '2026-09-15'],
    ['a change of which nobody has judged whether it is', { significant: 'unknown', kind: 'terms_change' }, due],
    ['not one that is not significant', { significant: 'no' }, null],
    ['a deviation', { kind: 'monitoring', outcome: 'deviating', significant: 'unknown' }, due],
    ['a deviation whatever was judged', { kind: 'monitoring', outcome: 'deviating', significant: 'no' }, due],
    ['not a result within what is allowed', { kind: 'monitoring', outcome: 'within', significant: 'unknown' }, null],
    ['not one of another system', { systemId: 'SYS-2' }, null],
    ['not one that was withdrawn', { withdrawn }, null],
    ['not before it came', {}, null, {}, '2026-08-31'],
    ['on its day', {}, due, {}, '2026-09-01'],
    [
      'not once the residual level was judged later',
      {},
      null,
      { assessments: [judged('2026-08-01'), judged('2026-09-02')] },
    ],
    [
      'but still on a day before that',
      {},
      due,
      { assessments: [judged('2026-08-01'), judged('2026-09-20')] },
      '2026-09-19',
    ],
    [
      'a judgement of the same day that was recorded before it does not answer it',
      {},
      due,
      { assessments: [judged('2026-09-01', '0')] },
    ],
    ['one that was recorded after it does', {}, null, { assessments: [judged('2026-09-01', 'Z')] }],
    [
      'another stage does not answer it',
      {},
      due,
      { assessments: [judged('2026-08-01'), assessment('RSK-1', 'target', 1, 1, '2026-09-02')] },
    ],
    [
      'a withdrawn judgement does not',
      {},
      due,
      { assessments: [judged('2026-08-01'), { ...judged('2026-09-02'), withdrawn }] },
    ],
    ['a risk that was never judged is unassessed, not reopened', {}, null, { assessments: [] }],
    [
      'not one that is closed',
      {},
      null,
      { risks: [risk('RSK-1', { systemIds: ['SYS-1'], status: 'closed', closedOn: '2026-09-05' })] },
    ],
    ['not where somebody decided against it', { waivers: [waiver] }, null],
    ['but before that decision', { waivers: [waiver] }, due, {}, '2026-09-09'],
    ['a decision on another risk does not count', { waivers: [{ ...waiver, riskId: 'RSK-2' }] }, due],
  ])('%s', (_name, given, dueOn, state = {}, asOf = day) => {
    const on = new RegisterOn(
      register({
        systems: [system('SYS-1'), system('SYS-2')],
        risks: [risk('RSK-1', { systemIds: ['SYS-1'] })],
        assessments: [judged('2026-08-01')],
        observations: [observation('OBS-1', given)],
        ...state,
      }),
      asOf,
    )
    const expected =
      dueOn === null
        ? null
        : { observations: [{ id: 'OBS-1', code: 'OBS-1', on: '2026-09-01' }], since: '2026-09-01', dueOn }
    expect(reopeningsOn(on).get('RSK-1') ?? null).toEqual(expected)
  })
  it('puts the acceptance of the risk in doubt, and both into the queue, until it is assessed again', () => {
    const state = {
      systems: [system('SYS-1')],
      risks: [risk('RSK-1', { systemIds: ['SYS-1'] })],
      observations: [observation('OBS-1'), observation('OBS-2', { on: '2026-09-05', reassessBy: '2026-09-12' })],
      acceptances: [acceptance('ACC-1', 'RSK-1', '2026-04-01', '2026-12-31', { likelihood: 2, impact: 3 })],
    }
    const told = (assessments: RecordOf<'assessment'>[]) => {
      const on = new RegisterOn(register({ ...state, assessments }), day)
      const acceptances = acceptancesOn(on)
      const positions = positionsOn(on, acceptances)
      return {
        acceptance: acceptances.map(({ stale, reopened }) => ({ stale, reopened })),
        reopened: positions.map(({ reopened }) => reopened?.observations.map(({ code }) => code) ?? null),
        owed: workOn({ on, positions, acceptances })
          .filter(({ kind }) => kind === 'riskReassess' || kind === 'acceptanceStale')
          .map(({ kind, day: owedOn, variant }) => [kind, owedOn, variant]),
      }
    }
    expect(told([judged('2026-08-01')])).toEqual({
      acceptance: [{ stale: true, reopened: true }],
      reopened: [['OBS-1', 'OBS-2']],
      owed: [
        ['acceptanceStale', null, 'reopened'],
        ['riskReassess', '2026-09-12', null],
      ],
    })
    expect(told([judged('2026-08-01'), judged('2026-09-06')])).toEqual({
      acceptance: [{ stale: false, reopened: false }],
      reopened: [null],
      owed: [],
    })
  })
})

describe('a policy', () => {
  const policy = (code: string, given: Partial<RecordOf<'policy'>>): RecordOf<'policy'> => ({
    ...coded(code),
    edition: null,
    description: noText,
    appliesTo: noText,
    location: null,
    ownerPostId: null,
    supersedesId: null,
    from: null,
    nextReviewOn: null,
    approverPostId: null,
    approvedOn: null,
    approvedText: null,
    ...given,
  })
  const first = policy('POL-1', { approvedOn: '2025-04-24', from: '2025-05-01' })
  const second = policy('POL-2', { approvedOn: '2026-06-25', from: '2026-07-01', supersedesId: 'POL-1' })
  it.each<[day: string, first: string, second: string]>([
    ['2025-04-23', 'draft', 'draft'],
    ['2025-04-24', 'future', 'draft'],
    ['2025-05-01', 'in_force', 'draft'],
    ['2026-06-30', 'in_force', 'future'],
    ['2026-07-01', 'superseded', 'in_force'],
  ])('on %s the first is %s, the second %s', (on, one, other) => {
    const all = [first, second]
    expect([policyStandingOn(first, all, on), policyStandingOn(second, all, on)]).toEqual([one, other])
  })
  it('comes back where what replaced it was withdrawn', () => {
    expect(policyStandingOn(first, [first, { ...second, withdrawn }], day)).toBe('in_force')
  })
})

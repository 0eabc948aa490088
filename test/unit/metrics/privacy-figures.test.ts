/** K16, K16u, K17 and KRI-16 by worked examples, computed by hand. */
import { describe, expect, it, test } from 'vitest'
import { figuresUnder, type KriId, type KriResult } from '#shared/domain/metrics/kri-result.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import type { HorizonPackRecord } from '#shared/domain/horizon/rule-assessment.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { evidence, register, system } from '../../support/hand-made-register.ts'
import { shipped } from '../../support/horizon.ts'
import {
  approvedDpia,
  dataCheck,
  dataUse,
  deidentification,
  dpia,
  screenedDpia,
} from '../../support/privacy-register.ts'

const day = '2026-09-30'

type Shown = Pick<KriResult, 'numerator' | 'denominator' | 'value' | 'status' | 'parts' | 'contributing'>

function figure(id: KriId, given: Partial<RegisterState>, on = day): Shown {
  const result = computeKris(register(given), on).find((each) => each.id === id)
  if (!result) throw new Error(`no figure ${id}`)
  const { numerator, denominator, value, status, parts, contributing } = result
  return { numerator, denominator, value, status, parts, contributing }
}

const noData = (...parts: readonly string[]): Shown => ({
  numerator: null,
  denominator: null,
  value: null,
  status: 'no_data',
  parts: Object.fromEntries(parts.map((part) => [part, null])),
  contributing: [],
})

type Example = readonly [name: string, given: Partial<RegisterState>, expected: Shown, on?: string]
function worked(id: KriId, examples: readonly Example[]): void {
  describe(id, () => {
    it.each(examples.map(([name, given, expected, on]) => ({ name, given, expected, on })))(
      '$name',
      ({ given, expected, on }) => {
        expect(figure(id, given, on)).toEqual(expected)
      },
    )
  })
}

const withdrawn = { on: '2026-09-01', reason: '重複' }
const personal = (code: string, given: Partial<Parameters<typeof system>[1]> = {}) =>
  system(code, { personalData: 'yes', ...given })
const none = { notScreened: 0, inProgress: 0, reopened: 0, expired: 0, notRequired: 0, contradicted: 0 }
const K16Parts = Object.keys(none)

const one = personal('SYS-1')
const use = dataUse('PDU-1', 'SYS-1')

worked('K16', [
  ['no system: no data', {}, noData(...K16Parts)],
  ['only a withdrawn one: no data', { systems: [personal('SYS-1', { withdrawn })] }, noData(...K16Parts)],
  [
    'systems that handle none: not applicable, never 100 %',
    { systems: [system('SYS-1'), system('SYS-2', { lifecycle: 'retired', personalData: 'yes' })] },
    { numerator: 0, denominator: 0, value: null, status: 'na', parts: none, contributing: [] },
  ],
  [
    'unknown personal data and no screening both count as required',
    {
      systems: [system('SYS-1', { personalData: 'unknown' }), personal('SYS-2')],
      dpias: [dpia('DPIA-1', 'SYS-2')],
    },
    {
      numerator: 0,
      denominator: 2,
      value: 0,
      status: 'breach',
      parts: { ...none, notScreened: 2 },
      contributing: ['SYS-1', 'SYS-2'],
    },
  ],
  [
    'one of each state: an approval that ends today still holds, what ended yesterday and what changed do not; ' +
      'found not to be needed leaves',
    {
      systems: ['SYS-1', 'SYS-2', 'SYS-3', 'SYS-4', 'SYS-5', 'SYS-6'].map((code) => personal(code)),
      dataUses: [dataUse('PDU-3', 'SYS-3', { countries: ['JP', 'US'] })],
      dpias: [
        approvedDpia('DPIA-1', { system: personal('SYS-1') }, '2026-04-01', day),
        approvedDpia('DPIA-2', { system: personal('SYS-2') }, '2026-04-01', '2026-09-29'),
        approvedDpia(
          'DPIA-3',
          { system: personal('SYS-3'), uses: [dataUse('PDU-3', 'SYS-3', { countries: ['JP'] })] },
          '2026-04-01',
          '2027-03-31',
        ),
        screenedDpia('DPIA-4', { system: personal('SYS-4') }, '2026-09-01', 'required'),
        screenedDpia('DPIA-5', { system: personal('SYS-5') }, '2026-09-01', 'not_required'),
      ],
    },
    {
      numerator: 1,
      denominator: 5,
      value: 0.2,
      status: 'breach',
      parts: { ...none, notScreened: 1, inProgress: 1, reopened: 1, expired: 1, notRequired: 1 },
      contributing: ['SYS-2', 'SYS-3', 'SYS-4', 'SYS-6'],
    },
  ],
  [
    'what was found not to be needed is required again once what was judged has changed',
    {
      systems: [one],
      dataUses: [use],
      dpias: [screenedDpia('DPIA-1', { system: one }, '2026-04-01', 'not_required')],
    },
    {
      numerator: 0,
      denominator: 1,
      value: 0,
      status: 'breach',
      parts: { ...none, reopened: 1 },
      contributing: ['SYS-1'],
    },
  ],
  [
    'an approval holds while the next assessment is under way; nine of ten are a warning',
    {
      systems: Array.from({ length: 10 }, (_each, index) => personal(`SYS-${String(index)}`)),
      dpias: [
        ...Array.from({ length: 9 }, (_each, index) =>
          approvedDpia(
            `DPIA-${String(index)}`,
            { system: personal(`SYS-${String(index)}`) },
            '2026-04-01',
            '2027-03-31',
          ),
        ),
        screenedDpia('DPIA-10', { system: personal('SYS-0') }, '2026-09-01', 'required'),
      ],
    },
    {
      numerator: 9,
      denominator: 10,
      value: 0.9,
      status: 'warning',
      parts: { ...none, notScreened: 1 },
      contributing: ['SYS-9'],
    },
  ],
  [
    'approved on the day after: on the day it is still in progress',
    {
      systems: [one],
      dpias: [approvedDpia('DPIA-1', { system: one }, '2026-09-01', '2027-03-31', { approvedOn: '2026-10-01' })],
    },
    {
      numerator: 0,
      denominator: 1,
      value: 0,
      status: 'breach',
      parts: { ...none, inProgress: 1 },
      contributing: ['SYS-1'],
    },
  ],
  [
    'a leap day is the last day of its approval',
    { systems: [one], dpias: [approvedDpia('DPIA-1', { system: one }, '2027-03-01', '2028-02-29')] },
    { numerator: 1, denominator: 1, value: 1, status: 'within', parts: none, contributing: [] },
    '2028-02-29',
  ],
  [
    'and has expired on the day after it',
    { systems: [one], dpias: [approvedDpia('DPIA-1', { system: one }, '2027-03-01', '2028-02-29')] },
    {
      numerator: 0,
      denominator: 1,
      value: 0,
      status: 'breach',
      parts: { ...none, expired: 1 },
      contributing: ['SYS-1'],
    },
    '2028-03-01',
  ],
  [
    'a withdrawn approval is none',
    { systems: [one], dpias: [approvedDpia('DPIA-1', { system: one }, '2026-04-01', '2027-03-31', { withdrawn })] },
    {
      numerator: 0,
      denominator: 1,
      value: 0,
      status: 'breach',
      parts: { ...none, notScreened: 1 },
      contributing: ['SYS-1'],
    },
  ],
  [
    'a system that says no while a use says yes: all others done is not within',
    {
      systems: [one, system('SYS-2')],
      dataUses: [dataUse('PDU-2', 'SYS-2')],
      dpias: [approvedDpia('DPIA-1', { system: one }, '2026-04-01', '2027-03-31')],
    },
    {
      numerator: 1,
      denominator: 1,
      value: 1,
      status: 'warning',
      parts: { ...none, contradicted: 1 },
      contributing: [],
    },
  ],
])

worked('K16u', [
  ['no system: no data', {}, noData()],
  [
    'no system in scope: not applicable',
    { systems: [system('SYS-1', { lifecycle: 'proposed', personalData: 'unknown' })] },
    { numerator: 0, denominator: 0, value: null, status: 'na', parts: {}, contributing: [] },
  ],
  [
    'none unknown: within',
    { systems: [system('SYS-1'), personal('SYS-2')] },
    { numerator: 0, denominator: 2, value: 0, status: 'within', parts: {}, contributing: [] },
  ],
  [
    'a single one is a breach',
    { systems: [system('SYS-1'), system('SYS-2', { personalData: 'unknown' })] },
    { numerator: 1, denominator: 2, value: 1, status: 'breach', parts: {}, contributing: ['SYS-2'] },
  ],
])

const told = { purpose: { ja: '統計のため', en: null }, notifiedOn: '2026-04-01' } as const
const planned = (code: string, systemId: string, given: Partial<Parameters<typeof dataUse>[2]> = {}) =>
  dataUse(code, systemId, { plansStatistics: 'yes', ...told, ...given })
const K17Parts = ['withoutDpia', 'withoutDeidentification', 'withoutPurpose', 'conditionsOpen']
const proof = evidence('EVD-1', [], day, { obtainedOn: '2026-05-01' })
const prepared = planned('PDU-1', 'SYS-1')
const ready: Partial<RegisterState> = {
  systems: [one],
  dataUses: [prepared],
  dpias: [approvedDpia('DPIA-1', { system: one, uses: [prepared] }, '2026-04-01', day)],
  deidentifications: [deidentification('DEI-1', 'SYS-1')],
  evidence: [proof],
}
const short = (parts: Partial<Record<string, number>>): Shown => ({
  numerator: 0,
  denominator: 1,
  value: 0,
  status: 'unjudged',
  parts: { withoutDpia: 0, withoutDeidentification: 0, withoutPurpose: 0, conditionsOpen: 7, ...parts },
  contributing: ['SYS-1'],
})

worked('K17', [
  ['no use of personal data: no data', { systems: [one] }, noData(...K17Parts)],
  [
    'nobody plans it: not applicable; a plan that is unknown is none',
    { systems: [one], dataUses: [use, dataUse('PDU-2', 'SYS-1', { plansStatistics: 'no' })] },
    {
      numerator: 0,
      denominator: 0,
      value: null,
      status: 'na',
      parts: { withoutDpia: 0, withoutDeidentification: 0, withoutPurpose: 0, conditionsOpen: 0 },
      contributing: [],
    },
  ],
  [
    'nothing prepared; named as planned basis it is a plan too',
    { systems: [one], dataUses: [dataUse('PDU-1', 'SYS-1', { plannedBasis: 'statistics_exception' })] },
    short({ withoutDpia: 1, withoutDeidentification: 1, withoutPurpose: 1 }),
  ],
  [
    'all three, each on its last day: prepared, and not judged; the conditions of the act are told beside it',
    {
      ...ready,
      dataChecks: [
        dataCheck('PDU-1', 'STAT-1', { evidenceIds: ['EVD-1'] }),
        dataCheck('PDU-1', 'STAT-3'),
        dataCheck('PDU-1', 'STAT-5', { finding: 'not_applicable', grounds: '国内のみ' }),
        dataCheck('PDU-1', 'STAT-7'),
        dataCheck('PDU-1', 'STAT-2', { finding: 'gap' }),
        dataCheck('PDU-1', 'STAT-4', { evidenceIds: ['EVD-1'], answeredOn: '2026-10-01' }),
      ],
    },
    {
      numerator: 1,
      denominator: 1,
      value: 1,
      status: 'unjudged',
      // Met with evidence: 1; does not apply: 5; good practice, shown by the records: 7. Of 3 nothing is shown.
      parts: { withoutDpia: 0, withoutDeidentification: 0, withoutPurpose: 0, conditionsOpen: 4 },
      contributing: [],
    },
  ],
  [
    'evidence that has run out is none',
    { ...ready, evidence: [{ ...proof, validUntil: '2026-09-29' }] },
    short({ withoutDeidentification: 1 }),
  ],
  [
    'a de-identification of which the residual is unknown, or high, is none',
    {
      ...ready,
      deidentifications: [
        deidentification('DEI-1', 'SYS-1', { residual: 'unknown' }),
        deidentification('DEI-2', 'SYS-1', { residual: 'high' }),
      ],
    },
    short({ withoutDeidentification: 1 }),
  ],
  [
    'one for another use does not cover this one',
    {
      ...ready,
      dataUses: [prepared, dataUse('PDU-2', 'SYS-1')],
      dpias: [approvedDpia('DPIA-1', { system: one, uses: [prepared, dataUse('PDU-2', 'SYS-1')] }, '2026-04-01', day)],
      deidentifications: [deidentification('DEI-1', 'SYS-1', { useId: 'PDU-9' })],
    },
    short({ withoutDeidentification: 1 }),
  ],
  [
    'a purpose that is told after the day',
    { ...ready, dataUses: [planned('PDU-1', 'SYS-1', { notifiedOn: '2026-10-01' })] },
    short({ withoutPurpose: 1 }),
  ],
  [
    'an approval that ended the day before',
    { ...ready, dpias: [approvedDpia('DPIA-1', { system: one, uses: [prepared] }, '2026-04-01', '2026-09-29')] },
    short({ withoutDpia: 1 }),
  ],
])

const based = (code: string, given: Partial<Parameters<typeof dataUse>[2]> = {}) =>
  dataUse(code, 'SYS-1', { basis: 'purpose', basisGrounds: '通知した目的', basisOn: '2026-04-01', ...given })
const noKind = {
  personal: 'no',
  sensitive: 'no',
  under16: 'no',
  faceFeatures: 'no',
  otherBiometrics: 'no',
  pseudonymised: 'no',
  anonymised: 'no',
  personRelated: 'no',
} as const

/** The same content, once somebody has found the day on which the main part begins. */
const knowing = (beginsOn: string): HorizonPackRecord =>
  ({
    withdrawn: null,
    asOf: beginsOn,
    content: {
      ...shipped,
      asOf: beginsOn,
      instruments: shipped.instruments.map((instrument) => ({
        ...instrument,
        steps: instrument.steps.map((step) =>
          step.id === 'APPI26-MAIN' ? { ...step, date: { precision: 'day' as const, day: beginsOn } } : step,
        ),
      })),
    },
  }) as unknown as HorizonPackRecord

worked('KRI-16', [
  ['no use of personal data: no data', { systems: [one] }, noData('planned', 'notInForce', 'systemsWithoutUse')],
  [
    'only of systems that are not counted, or of no kind of personal data: not applicable',
    {
      systems: [system('SYS-1'), personal('SYS-2', { lifecycle: 'retired' })],
      dataUses: [dataUse('PDU-1', 'SYS-2'), dataUse('PDU-2', 'SYS-1', noKind)],
    },
    {
      numerator: 0,
      denominator: 0,
      value: null,
      status: 'na',
      parts: { planned: 0, notInForce: 0, systemsWithoutUse: 0 },
      contributing: [],
    },
  ],
  [
    'all with a basis: within',
    { systems: [one], dataUses: [based('PDU-1'), based('PDU-2', { basis: 'consent', basisOn: day })] },
    {
      numerator: 0,
      denominator: 2,
      value: 0,
      status: 'within',
      parts: { planned: 0, notInForce: 0, systemsWithoutUse: 0 },
      contributing: [],
    },
  ],
  [
    'a planned basis, one from the next day, one that is not in force and none at all: four without',
    {
      systems: [one],
      dataUses: [
        dataUse('PDU-1', 'SYS-1', { plannedBasis: 'statistics_exception' }),
        based('PDU-2', { basisOn: '2026-10-01' }),
        based('PDU-3', { basis: 'consent_exception' }),
        dataUse('PDU-4', 'SYS-1'),
        based('PDU-5'),
        dataUse('PDU-6', 'SYS-1', { withdrawn }),
      ],
    },
    {
      numerator: 4,
      denominator: 5,
      value: 4,
      status: 'breach',
      parts: { planned: 1, notInForce: 2, systemsWithoutUse: 0 },
      contributing: ['PDU-1', 'PDU-2', 'PDU-3', 'PDU-4'],
    },
  ],
  [
    'a system with personal data without any use on record: never within',
    { systems: [one, system('SYS-2', { personalData: 'unknown' })], dataUses: [based('PDU-1')] },
    {
      numerator: 0,
      denominator: 1,
      value: 0,
      status: 'warning',
      parts: { planned: 0, notInForce: 0, systemsWithoutUse: 1 },
      contributing: [],
    },
  ],
])

test('what is not in force is a basis from the day on which the content at hand says that it begins, and not before', () => {
  const given = {
    systems: [one],
    dataUses: [based('PDU-1', { basis: 'statistics_exception' })],
  }
  const value = (on: string, horizonPacks: readonly HorizonPackRecord[]) =>
    figure('KRI-16', { ...given, horizonPacks: [...horizonPacks] }, on).value
  const known = [knowing('2028-04-01')]
  expect([value('2028-03-31', known), value('2028-04-01', known)]).toEqual([1, 0])
  // The latest day makes nothing law, however long ago it was, nor does content that nobody has taken in.
  const latest = [{ withdrawn: null, asOf: shipped.asOf, content: shipped } as unknown as HorizonPackRecord]
  expect([value('2028-07-16', latest), value('2035-01-01', latest), value('2035-01-01', [])]).toEqual([1, 1, 1])
})

it('a pack that was locked before says nothing of them', () => {
  const ids = (version: number) => figuresUnder(version, computeKris(register(), day)).map(({ id }) => id)
  const came = ['K16', 'K16u', 'K17', 'KRI-16']
  expect(ids(119).filter((id) => came.includes(id))).toEqual([])
  expect(ids(120).filter((id) => came.includes(id))).toEqual(came)
})

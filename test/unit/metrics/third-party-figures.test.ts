/** K18, K19, K20 and KRI-08 by worked examples, computed by hand. */
import { describe, expect, it } from 'vitest'
import { figuresUnder, type KriId, type KriResult } from '#shared/domain/metrics/kri-result.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { register, system } from '../../support/hand-made-register.ts'
import { answersTo, contract, pointAnswer, reading, supply, vendor } from '../../support/third-party-register.ts'

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
const accepted = { finding: 'risk_accepted' as const, reason: '代わりがない', accepterId: 'PSN-1' }

worked('K18', [
  ['no contract: no data', {}, noData('keyGaps', 'contracts', 'withGaps', 'notStarted')],
  [
    'only a withdrawn one: no data',
    { contracts: [contract('CON-1', 'VND-1', { withdrawn })] },
    noData('keyGaps', 'contracts', 'withGaps', 'notStarted'),
  ],
  [
    'contracts, of which none is in force: not applicable, never zero',
    {
      contracts: [
        contract('CON-1', 'VND-1', { stage: 'negotiating' }),
        contract('CON-2', 'VND-1', { to: '2026-09-29', renews: 'no' }),
      ],
    },
    {
      numerator: 0,
      denominator: 0,
      value: null,
      status: 'na',
      parts: { keyGaps: 0, contracts: 0, withGaps: 0, notStarted: 0 },
      contributing: [],
    },
  ],
  [
    'nobody has read it: all points that apply are gaps; of an unknown type those of every type are asked',
    { contracts: [contract('CON-1', 'VND-1'), contract('CON-2', 'VND-1', { type: null })] },
    {
      numerator: 36 + 45,
      denominator: 36 + 45,
      value: 1,
      status: 'breach',
      parts: { keyGaps: 16 + 17, contracts: 2, withGaps: 2, notStarted: 2 },
      contributing: ['CON-2', 'CON-1'],
    },
  ],
  [
    'needs change, an acceptance that ran out and what was carried over are gaps; one that ends today is not; not applicable leaves',
    {
      contracts: [contract('CON-1', 'VND-1')],
      contractReadings: [reading('RDG-1', 'CON-1', day)],
      pointAnswers: answersTo('RDG-1', {
        'CC-IN-01': { finding: 'needs_change' },
        'CC-OUT-01': { ...accepted, acceptedUntil: '2026-09-29' },
        'CC-IN-06': { carriedOver: true },
        'CC-IN-07': { ...accepted, acceptedUntil: day },
        'CC-GN-09': { finding: 'not_applicable', reason: '国内法' },
      }),
    },
    {
      numerator: 3,
      denominator: 35,
      value: 3 / 35,
      status: 'within',
      parts: { keyGaps: 0, contracts: 1, withGaps: 1, notStarted: 0 },
      contributing: ['CON-1'],
    },
  ],
  [
    'one gap at a key point: never within, however small the share',
    {
      contracts: [contract('CON-1', 'VND-1')],
      contractReadings: [reading('RDG-1', 'CON-1', '2026-01-05')],
      pointAnswers: answersTo('RDG-1', { 'CC-GN-02': { finding: 'needs_change' } }),
    },
    {
      numerator: 1,
      denominator: 36,
      value: 1 / 36,
      status: 'warning',
      parts: { keyGaps: 1, contracts: 1, withGaps: 1, notStarted: 0 },
      contributing: ['CON-1'],
    },
  ],
  [
    'a renegotiation: the newer reading counts, and what it took over is unanswered until somebody looks; a withdrawn answer is none',
    {
      contracts: [contract('CON-1', 'VND-1')],
      contractReadings: [
        reading('RDG-1', 'CON-1', '2026-01-05', { completedOn: '2026-01-20' }),
        reading('RDG-2', 'CON-1', day, { previousId: 'RDG-1' }),
      ],
      pointAnswers: [
        ...answersTo('RDG-1'),
        ...answersTo(
          'RDG-2',
          { 'CC-IN-01': { carriedOver: false }, 'CC-IN-02': { carriedOver: false, withdrawn } },
          {
            carriedOver: true,
          },
        ),
      ],
    },
    {
      numerator: 35,
      denominator: 36,
      value: 35 / 36,
      status: 'breach',
      parts: { keyGaps: 16, contracts: 1, withGaps: 1, notStarted: 0 },
      contributing: ['CON-1'],
    },
  ],
  [
    'the day before the renegotiation the older reading counted',
    {
      contracts: [contract('CON-1', 'VND-1')],
      contractReadings: [
        reading('RDG-1', 'CON-1', '2026-01-05', { completedOn: '2026-01-20' }),
        reading('RDG-2', 'CON-1', day, { previousId: 'RDG-1' }),
      ],
      pointAnswers: [...answersTo('RDG-1'), ...answersTo('RDG-2', {}, { carriedOver: true })],
    },
    {
      numerator: 0,
      denominator: 36,
      value: 0,
      status: 'within',
      parts: { keyGaps: 0, contracts: 1, withGaps: 0, notStarted: 0 },
      contributing: [],
    },
    '2026-09-29',
  ],
])

worked('K19', [
  ['no contract: no data', {}, noData('notStarted', 'notCompleted', 'typeUnknown')],
  [
    'read within 365 days, the day of 365 days ago included; a leap day counts as a day',
    {
      contracts: [
        contract('CON-1', 'VND-1'),
        contract('CON-2', 'VND-1'),
        contract('CON-3', 'VND-1'),
        contract('CON-4', 'VND-1'),
        contract('CON-5', 'VND-1', { type: null }),
      ],
      contractReadings: [
        reading('RDG-1', 'CON-1', '2027-02-01', { completedOn: '2027-03-02' }),
        reading('RDG-2', 'CON-2', '2027-02-01', { completedOn: '2027-03-01' }),
        reading('RDG-3', 'CON-3', '2028-02-01', { completedOn: '2028-03-02' }),
        reading('RDG-5', 'CON-5', '2028-02-01', { completedOn: '2028-02-02' }),
      ],
    },
    {
      numerator: 1,
      denominator: 5,
      value: 0.2,
      status: 'breach',
      parts: { notStarted: 1, notCompleted: 1, typeUnknown: 1 },
      contributing: ['CON-2', 'CON-3', 'CON-4', 'CON-5'],
    },
    '2028-03-01',
  ],
  [
    'a complete reading holds while a newer one is under way',
    {
      contracts: [contract('CON-1', 'VND-1')],
      contractReadings: [
        reading('RDG-1', 'CON-1', '2026-01-05', { completedOn: '2026-01-20' }),
        reading('RDG-2', 'CON-1', '2026-09-01'),
      ],
    },
    {
      numerator: 1,
      denominator: 1,
      value: 1,
      status: 'within',
      parts: { notStarted: 0, notCompleted: 0, typeUnknown: 0 },
      contributing: [],
    },
  ],
])

const high = (code: string) => system(code, { tier: 'high' })
worked('K20', [
  ['no supply at all: no data', { systems: [high('SYS-1')] }, noData('topShare', 'groups', 'systems', 'unknown')],
  [
    'supplies, but none to a system of the high tier: no data, never zero',
    {
      systems: [high('SYS-1'), system('SYS-2', { tier: 'low' })],
      vendors: [vendor('VND-1')],
      supplies: [supply('VND-1', 'SYS-2')],
    },
    noData('topShare', 'groups', 'systems', 'unknown'),
  ],
  [
    'no system of the high tier: not applicable',
    { systems: [system('SYS-2', { tier: 'low' })], vendors: [vendor('VND-1')], supplies: [supply('VND-1', 'SYS-2')] },
    {
      numerator: 0,
      denominator: 0,
      value: null,
      status: 'na',
      parts: { topShare: null, groups: 0, systems: 0, unknown: 0 },
      contributing: [],
    },
  ],
  [
    'shares ¾ and ¼ of two systems; a third without a vendor is left out and told; without a limit it is not judged',
    {
      systems: [high('SYS-1'), high('SYS-2'), system('SYS-3', { tier: null }), system('SYS-4', { tier: 'medium' })],
      vendors: [
        vendor('VND-1', { group: '北斗グループ' }),
        vendor('VND-2', { group: '北斗グループ' }),
        vendor('VND-3'),
      ],
      supplies: [
        supply('VND-1', 'SYS-1'),
        supply('VND-2', 'SYS-2'),
        supply('VND-3', 'SYS-2'),
        supply('VND-3', 'SYS-4'),
      ],
    },
    {
      numerator: 2,
      denominator: 2,
      value: 0.625,
      status: 'unjudged',
      parts: { topShare: 1, groups: 2, systems: 3, unknown: 1 },
      contributing: ['VND-1', 'VND-2'],
    },
  ],
  [
    'judged once the company has set a limit; not within while a vendor is unknown',
    {
      thresholds: [
        {
          id: 'threshold-1',
          version: 1,
          withdrawn: null,
          kri: 'K20',
          appetite: 0.7,
          tolerance: 0.9,
          from: '2026-04-01',
          to: null,
          approverPersonId: null,
          approvedOn: null,
          ownerPostId: null,
          escalation: { ja: null, en: null },
        },
      ],
      systems: [high('SYS-1'), high('SYS-2'), high('SYS-3')],
      vendors: [vendor('VND-1'), vendor('VND-2')],
      supplies: [supply('VND-1', 'SYS-1'), supply('VND-2', 'SYS-2')],
    },
    {
      numerator: 1,
      denominator: 2,
      value: 0.5,
      status: 'warning',
      parts: { topShare: 0.5, groups: 2, systems: 3, unknown: 1 },
      contributing: ['VND-1', 'VND-2'],
    },
  ],
])

worked('KRI-08', [
  ['no contract: no data', {}, noData('contracts', 'unread', 'allowed')],
  [
    'counts vendors: unread, unknown, left open and allowed; not where training is ruled out or no such data go there',
    {
      vendors: ['VND-1', 'VND-2', 'VND-3', 'VND-4', 'VND-5', 'VND-6'].map((code) => vendor(code)),
      contracts: [
        contract('CON-1', 'VND-1', { personalData: 'yes', secretData: 'no' }),
        contract('CON-2', 'VND-1', { personalData: 'no', secretData: 'yes' }),
        contract('CON-3', 'VND-2', { personalData: 'no', secretData: 'unknown' }),
        contract('CON-4', 'VND-3', { personalData: 'yes', secretData: 'no' }),
        contract('CON-5', 'VND-4', { personalData: 'yes', secretData: 'yes' }),
        contract('CON-6', 'VND-5', { personalData: 'no', secretData: 'no' }),
        contract('CON-7', 'VND-6', { stage: 'negotiating' }),
      ],
      contractReadings: [
        reading('RDG-2', 'CON-2', '2026-04-01', { trainingUse: 'allowed' }),
        reading('RDG-3', 'CON-3', '2026-04-01', { trainingUse: 'unknown' }),
        reading('RDG-4', 'CON-4', '2026-04-01', { trainingUse: 'opt_out_open' }),
        reading('RDG-5', 'CON-5', '2026-04-01', { trainingUse: 'opted_out' }),
        reading('RDG-6', 'CON-6', '2026-04-01', { trainingUse: 'allowed' }),
      ],
    },
    {
      numerator: 3,
      denominator: 5,
      value: 3,
      status: 'breach',
      parts: { contracts: 4, unread: 1, allowed: 2 },
      contributing: ['VND-1', 'VND-2', 'VND-3'],
    },
  ],
  [
    'a renegotiation that rules it out counts from the day it is read',
    {
      vendors: [vendor('VND-1')],
      contracts: [contract('CON-1', 'VND-1', { personalData: 'yes' })],
      contractReadings: [
        reading('RDG-1', 'CON-1', '2026-01-05', { trainingUse: 'allowed' }),
        reading('RDG-2', 'CON-1', day, { trainingUse: 'never' }),
      ],
    },
    {
      numerator: 0,
      denominator: 1,
      value: 0,
      status: 'within',
      parts: { contracts: 0, unread: 0, allowed: 0 },
      contributing: [],
    },
  ],
])

it('what the company words anew is the same point with another weight', () => {
  const own = {
    id: 'CKP-0001',
    version: 1,
    withdrawn: null,
    code: 'CKP-0001',
    name: { ja: '損害の上限は当社の基準に合うか', en: null },
    subject: 'contract' as const,
    replaces: 'CC-GN-02',
    element: 'general' as const,
    head: 'none' as const,
    types: [],
    weight: 'minor' as const,
    matter: 'liability' as const,
    sectors: [],
    from: null,
    to: null,
    notes: null,
  }
  const given = {
    contracts: [contract('CON-1', 'VND-1')],
    contractReadings: [reading('RDG-1', 'CON-1', '2026-01-05')],
    checkPoints: [own],
    pointAnswers: [
      ...answersTo('RDG-1').filter(({ pointId }) => pointId !== 'CC-GN-02'),
      pointAnswer('RDG-1', 'CKP-0001', 'needs_change'),
    ],
  }
  expect(figure('K18', given)).toMatchObject({ numerator: 1, denominator: 36, status: 'within', parts: { keyGaps: 0 } })
})

it('a pack that was locked before says nothing of them', () => {
  const ids = (version: number) => figuresUnder(version, computeKris(register(), day)).map(({ id }) => id)
  const came = ['K18', 'K19', 'K20', 'KRI-08']
  expect(ids(99).filter((id) => came.includes(id))).toEqual([])
  expect(ids(100).filter((id) => came.includes(id))).toEqual(came)
})

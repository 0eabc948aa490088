/** Rules about vendors and AI contracts: what the APPI asks and nobody answered, terms that nobody settled, what is out of date. */
import type { Vendor } from '../third-party/vendor.ts'
import type { AppiQuestion } from '../third-party/appi-answers.ts'
import { type ContractOn, contractsOn, isUsedOn, supplyOn } from '../third-party/third-party-on.ts'
import { standingAgeOn } from '../third-party/vendor-review.ts'
import type { SystemFacts } from '../metrics/figure-input.ts'
import { itself, type QualityOn, type QualityRule, rule, when } from './quality-rule.ts'

const contract = {
  noun: 'contract',
  record: ({ contract: { id, code } }: ContractOn) => ({ id, code }),
  rows: ({ on }: QualityOn) => [...contractsOn(on).values()].filter(({ standing }) => standing !== 'ended'),
} as const

const open = ({ appi }: ContractOn, ...questions: readonly AppiQuestion[]) =>
  appi.filter(({ question }) => questions.includes(question)).length
const counted = (count: number) => when(count > 0, { count })

export const thirdPartyRules: readonly QualityRule[] = [
  rule({
    ...contract,
    id: 'DQ-57',
    name: 'contractBasisOpen',
    severity: 'warning',
    field: 'dataBasis',
    finds: (each) => when(open(each, 'basis', 'grounds') > 0),
  }),
  rule({
    ...contract,
    id: 'DQ-58',
    name: 'contractSupervisionOpen',
    severity: 'warning',
    field: 'checkedOn',
    finds: (each) => counted(open(each, 'selection', 'agreement', 'checking')),
  }),
  rule({
    ...contract,
    id: 'DQ-59',
    name: 'contractTransferOpen',
    severity: 'warning',
    field: 'crossBorderRoute',
    finds: (each) => when(open(each, 'countries', 'route', 'routeWrong') > 0),
  }),
  rule({
    ...contract,
    id: 'DQ-60',
    name: 'notHandledButTrained',
    severity: 'error',
    field: 'dataBasis',
    finds: (each) => when(open(each, 'trainedOn') > 0),
  }),
  rule({
    ...contract,
    id: 'DQ-61',
    name: 'contractTermPast',
    severity: 'warning',
    field: 'renews',
    finds: ({ standing, end }) => (standing === 'past_term' && end !== null ? { day: end.endsOn } : null),
  }),
  rule({
    noun: 'system',
    record: itself<SystemFacts>,
    rows: ({ on }) => on.systems.filter(({ tier }) => tier === 'high' || tier === null),
    id: 'DQ-62',
    name: 'highTierWithoutContract',
    severity: 'warning',
    field: 'contractCover',
    finds: ({ id }, { on }) => when(supplyOn(on, id).cover === 'missing'),
  }),
  rule({
    noun: 'vendor',
    record: itself<Vendor>,
    rows: ({ on }) => on.input.vendors.filter((vendor) => vendor.withdrawn === null && isUsedOn(on, vendor)),
    id: 'DQ-63',
    name: 'vendorSecurityStale',
    severity: 'note',
    field: 'securityOn',
    finds: (vendor, { on }) => when(standingAgeOn(vendor, 'security', on.asOf) !== 'recent'),
  }),
]

/** Vendors, and what they supply to which systems. */
import type { RecordOf } from '#shared/domain/nouns.ts'
import { addMonths, type Day } from '#shared/domain/calendar-date.ts'
import { Problem } from '#shared/domain/problem.ts'
import { reviewMonthsOf } from '#shared/domain/third-party/vendor-review.ts'
import { assertNotAhead } from '../due-day.ts'
import { assertRules } from '../record-rules.ts'
import { asRead, updateRecord, type UpdateInput, type Withdrawal, withdrawRecord } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import type { Register } from '../store/register-file.ts'

export type VendorInput = Partial<NewRecord<'vendor'>> & Pick<NewRecord<'vendor'>, 'name'>

export const emptyVendor: Omit<NewRecord<'vendor'>, 'name'> = {
  reading: null,
  country: null,
  group: null,
  contacts: [],
  subProcessors: [],
  tier: null,
  ownerPostId: null,
  ownerId: null,
  reviewMonths: null,
  nextReviewOn: null,
  security: 'unknown',
  securityOn: null,
  securityEvidenceIds: [],
  finance: 'unknown',
  financeOn: null,
  financeEvidenceIds: [],
  notes: null,
}

export function createVendor(register: Register, input: VendorInput): RecordOf<'vendor'> {
  return register.change({ operation: 'vendor.create' }, (change) => createVendorIn(change, input))
}

export function createVendorIn(change: Change, input: VendorInput): RecordOf<'vendor'> {
  const vendor = change.add('vendor', { ...emptyVendor, ...input })
  assertRules(change, 'vendor', vendor)
  return vendor
}

export function updateVendor(register: Register, input: UpdateInput<'vendor'>): RecordOf<'vendor'> {
  return updateRecord(register, 'vendor', input)
}

export interface ReviewInput extends Pick<
  RecordOf<'vendor'>,
  'id' | 'version' | 'security' | 'securityEvidenceIds' | 'finance' | 'financeEvidenceIds' | 'nextReviewOn'
> {
  readonly on: Day
}

/** What a review found. What was not looked at stays `unknown` and has no day. */
export function reviewVendor(register: Register, input: ReviewInput): RecordOf<'vendor'> {
  return register.change({ operation: 'vendor.review' }, (change) => {
    const vendor = asRead(change, 'vendor', change.get('vendor', input.id), input.version)
    if (vendor.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'vendor', id: vendor.id })
    const { on, security, securityEvidenceIds, finance, financeEvidenceIds } = input
    assertNotAhead('vendor', 'securityOn', { on, today: change.today })
    return change.update('vendor', vendor, {
      security,
      securityOn: security === 'unknown' ? null : on,
      securityEvidenceIds,
      finance,
      financeOn: finance === 'unknown' ? null : on,
      financeEvidenceIds,
      nextReviewOn: input.nextReviewOn ?? addMonths(on, reviewMonthsOf(vendor)),
    })
  })
}

export type SupplyInput = Partial<NewRecord<'supply'>> & Pick<NewRecord<'supply'>, 'vendorId' | 'systemId' | 'kinds'>

/** That a vendor supplies something to a system. */
export function addSupply(register: Register, input: SupplyInput): RecordOf<'supply'> {
  return register.change({ operation: 'vendor.addSupply' }, (change) => addSupplyIn(change, input))
}

/** WITHDRAWN where the vendor or the system is. */
export function addSupplyIn(change: Change, input: SupplyInput): RecordOf<'supply'> {
  for (const [noun, id] of [['vendor', input.vendorId] as const, ['system', input.systemId] as const])
    if (change.get(noun, id).withdrawn !== null) throw new Problem('WITHDRAWN', { noun, id })
  const supply = change.add('supply', { product: null, from: null, to: null, ...input })
  assertRules(change, 'supply', supply)
  return supply
}

export type SupplyChange = Pick<RecordOf<'supply'>, 'id' | 'version' | 'kinds' | 'product' | 'from' | 'to'>

/** What is supplied, or from when to when; that it ends is a last day. */
export function changeSupply(register: Register, input: SupplyChange): RecordOf<'supply'> {
  const { id, version, kinds, product, from, to } = input
  return register.change({ operation: 'vendor.changeSupply' }, (change) => {
    const supply = asRead(change, 'supply', change.get('supply', id), version)
    if (supply.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'supply', id })
    const after = change.update('supply', supply, { kinds, product, from, to })
    assertRules(change, 'supply', after)
    return after
  })
}

/** That it was registered by mistake. */
export function withdrawSupply(register: Register, input: Withdrawal): RecordOf<'supply'> {
  return withdrawRecord(register, 'supply', input)
}

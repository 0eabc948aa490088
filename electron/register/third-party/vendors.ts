/** Vendors, and what they supply to which systems. */
import type { RecordOf } from '#shared/domain/nouns.ts'
import { assertRules } from '../record-rules.ts'
import { updateRecord, type UpdateInput } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import type { Register } from '../store/register-file.ts'

export type VendorInput = Partial<NewRecord<'vendor'>> & Pick<NewRecord<'vendor'>, 'name'>

const emptyVendor: Omit<NewRecord<'vendor'>, 'name'> = {
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

export type SupplyInput = Partial<NewRecord<'supply'>> & Pick<NewRecord<'supply'>, 'vendorId' | 'systemId' | 'kinds'>

/** That a vendor supplies something to a system. */
export function addSupply(register: Register, input: SupplyInput): RecordOf<'supply'> {
  return register.change({ operation: 'vendor.addSupply' }, (change) => addSupplyIn(change, input))
}

export function addSupplyIn(change: Change, input: SupplyInput): RecordOf<'supply'> {
  const supply = change.add('supply', { product: null, from: null, to: null, ...input })
  assertRules(change, 'supply', supply)
  return supply
}

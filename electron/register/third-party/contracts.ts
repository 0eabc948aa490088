/** AI contracts as they were agreed. What their text says is found by a reading. */
import type { RecordOf } from '#shared/domain/nouns.ts'
import { assertRules } from '../record-rules.ts'
import { updateRecord, type UpdateInput } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import type { Register } from '../store/register-file.ts'

export type ContractInput = Partial<NewRecord<'contract'>> & Pick<NewRecord<'contract'>, 'name' | 'vendorId'>

export const emptyContract: Omit<NewRecord<'contract'>, 'name' | 'vendorId'> = {
  type: null,
  provision: null,
  duty: null,
  stage: 'concluded',
  companyRoles: [],
  vendorRoles: [],
  systemIds: [],
  signedOn: null,
  from: null,
  to: null,
  renews: 'unknown',
  renewalMonths: null,
  noticeMonths: null,
  terminatedOn: null,
  governingLaw: null,
  court: null,
  valueBand: null,
  evidenceIds: [],
  ownerPostId: null,
  ownerId: null,
  legalReviewerId: null,
  personalData: 'unknown',
  secretData: 'unknown',
  dataBasis: null,
  dataBasisGrounds: null,
  dataCountries: [],
  crossBorderRoute: null,
  selectedOn: null,
  agreedOn: null,
  checkedOn: null,
  supervisionNotes: null,
  nextReviewOn: null,
  notes: null,
}

export function createContract(register: Register, input: ContractInput): RecordOf<'contract'> {
  return register.change({ operation: 'contract.create' }, (change) => createContractIn(change, input))
}

export function createContractIn(change: Change, input: ContractInput): RecordOf<'contract'> {
  const contract = change.add('contract', { ...emptyContract, ...input })
  assertRules(change, 'contract', contract)
  return contract
}

export function updateContract(register: Register, input: UpdateInput<'contract'>): RecordOf<'contract'> {
  return updateRecord(register, 'contract', input)
}

/** Consents: wordings to which people agreed, and how they take it back. */
import type { RecordOf } from '#shared/domain/nouns.ts'
import { assertRules } from '../record-rules.ts'
import { updateRecord, type UpdateInput } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import type { Register } from '../store/register-file.ts'

export type ConsentInput = Partial<NewRecord<'consent'>> & Pick<NewRecord<'consent'>, 'name'>

const emptyConsent: Omit<NewRecord<'consent'>, 'name'> = {
  wording: { ja: null, en: null },
  edition: null,
  from: null,
  to: null,
  channel: null,
  scope: null,
  withdrawalWay: null,
  evidenceIds: [],
  notes: null,
}

export function createConsent(register: Register, input: ConsentInput): RecordOf<'consent'> {
  return register.change({ operation: 'consent.create' }, (change) => createConsentIn(change, input))
}

export function createConsentIn(change: Change, input: ConsentInput): RecordOf<'consent'> {
  const consent = change.add('consent', { ...emptyConsent, ...input })
  assertRules(change, 'consent', consent)
  return consent
}

export function updateConsent(register: Register, input: UpdateInput<'consent'>): RecordOf<'consent'> {
  return updateRecord(register, 'consent', input)
}

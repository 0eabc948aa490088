/** Jurisdiction profiles: how the rules of one jurisdiction bear on one system. */
import type { RecordOf } from '#shared/domain/nouns.ts'
import { assertRules } from '../record-rules.ts'
import { updateRecord, type UpdateInput } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import type { Register } from '../store/register-file.ts'

type Required = 'systemId' | 'jurisdiction' | 'inScope'
export type ProfileInput = Partial<NewRecord<'jurisdictionProfile'>> & Pick<NewRecord<'jurisdictionProfile'>, Required>

const emptyProfile: Omit<NewRecord<'jurisdictionProfile'>, Required> = {
  scopeReason: { ja: null, en: null },
  euGrounds: [],
  euRoles: [],
  euTiers: [],
  euAnnex: null,
  guidance: [],
  meaning: { ja: null, en: null },
  ownerId: null,
  judgedById: null,
  judgedOn: null,
  nextReviewOn: null,
  notes: null,
}

export function createProfile(register: Register, input: ProfileInput): RecordOf<'jurisdictionProfile'> {
  return register.change({ operation: 'jurisdictionProfile.create' }, (change) => createProfileIn(change, input))
}

export function createProfileIn(change: Change, input: ProfileInput): RecordOf<'jurisdictionProfile'> {
  const profile = change.add('jurisdictionProfile', { ...emptyProfile, ...input })
  assertRules(change, 'jurisdictionProfile', profile)
  return profile
}

export function updateProfile(
  register: Register,
  input: UpdateInput<'jurisdictionProfile'>,
): RecordOf<'jurisdictionProfile'> {
  return updateRecord(register, 'jurisdictionProfile', input)
}

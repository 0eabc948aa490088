/** AI policies and rules: written down, approved, replaced by the next edition. */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { assertNotAhead } from './due-day.ts'
import { assertRules } from './record-rules.ts'
import { asRead, owedIn, updateRecord, type UpdateInput } from './records.ts'
import type { Change, NewRecord } from './store/change.ts'
import type { Register } from './store/register-file.ts'

export type PolicyInput = Partial<NewRecord<'policy'>> & Pick<NewRecord<'policy'>, 'name'>

const unapproved = { approverPostId: null, approvedOn: null, approvedText: null } as const
const emptyPolicy: Omit<NewRecord<'policy'>, 'name' | keyof typeof unapproved> = {
  edition: null,
  description: { ja: null, en: null },
  appliesTo: { ja: null, en: null },
  location: null,
  ownerPostId: null,
  supersedesId: null,
  from: null,
  nextReviewOn: null,
  notes: null,
}

export function createPolicy(register: Register, input: PolicyInput): RecordOf<'policy'> {
  return register.change({ operation: 'policy.create' }, (change) => createPolicyIn(change, input))
}

export function createPolicyIn(change: Change, input: PolicyInput): RecordOf<'policy'> {
  const policy = change.add('policy', { ...emptyPolicy, ...input, ...unapproved })
  assertRules(change, 'policy', policy)
  return policy
}

export function updatePolicy(register: Register, input: UpdateInput<'policy'>): RecordOf<'policy'> {
  return updateRecord(register, 'policy', input)
}

/** A body or post has approved it: from the day on which it begins it is in force, and what it replaces no longer is. */
export function approvePolicy(
  register: Register,
  input: {
    readonly id: string
    readonly version: number
    readonly approverPostId: string
    readonly on: Day
    readonly from: Day
    readonly text: string
  },
): RecordOf<'policy'> {
  const approvedText = owedIn('policy', 'approvedText', input.text)
  return register.change({ operation: 'policy.approve', reason: approvedText }, (change) => {
    const policy = asRead(change, 'policy', change.get('policy', input.id), input.version)
    if (policy.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'policy', id: policy.id })
    if (policy.approvedOn !== null) throw new Problem('WRONG_STATE', { code: policy.code, state: 'approved' })
    change.get('post', input.approverPostId)
    assertNotAhead('policy', 'approvedOn', { on: input.on, today: change.today })
    return change.update('policy', policy, {
      approverPostId: input.approverPostId,
      approvedOn: input.on,
      from: input.from,
      approvedText,
    })
  })
}

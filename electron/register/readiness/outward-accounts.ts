/** The outward account: written, marked for publication, reviewed and approved by posts. */
import { type Day, holdsOn } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { accountParts, publishableContent, publishableParts } from '#shared/domain/readiness/outward-account.ts'
import { assertNotAhead } from '../due-day.ts'
import { assertRules, termsOf } from '../record-rules.ts'
import { asRead, owedIn, updateRecord, type UpdateInput } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import type { Register } from '../store/register-file.ts'

export type AccountInput = Partial<NewRecord<'outwardAccount'>> & Pick<NewRecord<'outwardAccount'>, 'name'>

const undecided = {
  reviewerPostId: null,
  reviewedOn: null,
  reviewedText: null,
  reviewedContent: null,
  approverPostId: null,
  approvedOn: null,
  approvedText: null,
  approvedContent: null,
} as const
const none = { ja: null, en: null }
const emptyAccount: Omit<NewRecord<'outwardAccount'>, 'name' | keyof typeof undecided> = {
  edition: null,
  preface: none,
  statement1: none,
  statement2: none,
  statement3: none,
  statement4: none,
  statement5: none,
  statement6: none,
  statement7: none,
  statement8: none,
  statement9: none,
  statement10: none,
  contact: none,
  forPublication: [],
  publishedOn: null,
  publishedWhere: null,
  notes: null,
}

export function createAccount(register: Register, input: AccountInput): RecordOf<'outwardAccount'> {
  return register.change({ operation: 'outwardAccount.create' }, (change) => createAccountIn(change, input))
}

export function createAccountIn(change: Change, input: AccountInput): RecordOf<'outwardAccount'> {
  const account = change.add('outwardAccount', { ...emptyAccount, ...input, ...undecided })
  assertRules(change, 'outwardAccount', account)
  return account
}

export function updateAccount(register: Register, input: UpdateInput<'outwardAccount'>): RecordOf<'outwardAccount'> {
  return updateRecord(register, 'outwardAccount', input)
}

export interface AccountDecision {
  readonly id: string
  readonly version: number
  readonly postId: string
  readonly on: Day
  readonly text: string
}

/** A post has read what is marked for publication, as it stands. */
export function reviewAccount(register: Register, input: AccountDecision): RecordOf<'outwardAccount'> {
  const reviewedText = owedIn('outwardAccount', 'reviewedText', input.text)
  return register.change({ operation: 'outwardAccount.review', reason: reviewedText }, (change) => {
    const account = decidable(change, input, 'reviewedOn')
    return change.update('outwardAccount', account, {
      reviewerPostId: input.postId,
      reviewedOn: input.on,
      reviewedText,
      reviewedContent: publishableContent(account),
    })
  })
}

/**
 * A post approves what is marked, as it stands. WRONG_STATE where it has not been reviewed as it stands: what nobody else has read
 * is not approved.
 */
export function approveAccount(register: Register, input: AccountDecision): RecordOf<'outwardAccount'> {
  const approvedText = owedIn('outwardAccount', 'approvedText', input.text)
  return register.change({ operation: 'outwardAccount.approve', reason: approvedText }, (change) => {
    const account = decidable(change, input, 'approvedOn')
    const content = publishableContent(account)
    if (account.reviewedContent !== content || account.reviewedOn === null)
      throw new Problem('INVALID', { noun: 'outwardAccount', field: 'approvedOn', issue: 'NOT_REVIEWED' })
    if (input.on < account.reviewedOn) throw new Problem('PERIOD_REVERSED', { from: account.reviewedOn, to: input.on })
    return change.update('outwardAccount', account, {
      approverPostId: input.postId,
      approvedOn: input.on,
      approvedText,
      approvedContent: content,
    })
  })
}

/** The record as it was read, with something to decide about, by a post that somebody holds on the day: POST_VACANT. */
function decidable(
  change: Change,
  input: AccountDecision,
  field: 'reviewedOn' | 'approvedOn',
): RecordOf<'outwardAccount'> {
  const account = asRead(change, 'outwardAccount', change.get('outwardAccount', input.id), input.version)
  if (account.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'outwardAccount', id: account.id })
  assertNotAhead('outwardAccount', field, { on: input.on, today: change.today })
  const marked = accountParts.filter((part) => account.forPublication.includes(part))
  const written = [...publishableParts(account, 'ja'), ...publishableParts(account, 'en')]
  if (marked.length === 0 || written.length === 0)
    throw new Problem('INVALID', { noun: 'outwardAccount', field: 'forPublication', issue: 'NOTHING_MARKED' })
  const post = change.get('post', input.postId)
  const isHeld = termsOf(change, post.id).some(
    (term) => term.withdrawn === null && term.capacity === 'holder' && holdsOn(term, input.on),
  )
  if (!isHeld) throw new Problem('POST_VACANT', { code: post.code, on: input.on })
  return account
}

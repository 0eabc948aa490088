/** The views that every register has, by noun: what a risk manager asks of a list every week. Words: `view.<name>`. */
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { vacant } from '#shared/domain/list-fields.ts'
import { type Condition, type ListSort, me } from './list.ts'

export type BuiltInName =
  | 'myOverdue'
  | 'overdue'
  | 'noExecutive'
  | 'noOwner'
  | 'outsideAppetite'
  | 'reviewDue'
  | 'expiring'
  | 'lapsed'
  | 'vacantPosts'
  | 'foundUnregistered'
  | 'reportsOverdue'
  | 'unconfirmed'
  | 'notEvidenced'
  | 'testDue'
  | 'notAccepted'
  | 'toBeReassessed'
  | 'notDone'
  | 'inForce'
  | 'noContract'
  | 'unread'
  | 'noticeDue'
  | 'expiringSoon'
  | 'appiOpen'
  | 'standingStale'
  | 'notClosed'
  | 'toBeReported'
  | 'rulesOverdue'
  | 'rulesToPrepare'
  | 'withoutBasis'
  | 'openChecks'
  | 'inProgress'
  | 'toBeRedone'
  | 'notProven'
  | 'decisionsAsked'
  | 'outcomeMissing'
  | 'toBeCarriedOut'
  | 'meetingsAhead'
  | 'scopeUnknown'
  | 'inEuScope'
  | 'changedSincePack'

export interface BuiltInView {
  readonly name: BuiltInName
  readonly filters: Readonly<Record<string, Condition>>
  readonly sort: ListSort | null
}

const values = (...wanted: (string | null)[]): Condition => ({ kind: 'values', values: wanted })
const past: Condition = { kind: 'daysFromToday', from: null, to: -1 }
/** Overdue, or due within thirty days. */
const soon: Condition = { kind: 'daysFromToday', from: null, to: 30 }
/** Within ninety days, and what has passed. */
const quarter: Condition = { kind: 'daysFromToday', from: null, to: 90 }
const by = (field: string, direction: 'ascending' | 'descending' = 'ascending'): ListSort => [{ field, direction }]
const counted = { counted: values('yes') }
const open = { status: values('open') }
const changedSincePack: BuiltInView = {
  name: 'changedSincePack',
  filters: { changedSincePack: values('yes') },
  sort: null,
}

export const builtInViews: { readonly [N in CodedNoun]: readonly BuiltInView[] } = {
  system: [
    { name: 'myOverdue', filters: { answering: values(me), nextReviewOn: past }, sort: by('nextReviewOn') },
    { name: 'noExecutive', filters: { executive: values(vacant, null), ...counted }, sort: null },
    { name: 'outsideAppetite', filters: { standing: values('beyond') }, sort: by('residual', 'descending') },
    { name: 'reviewDue', filters: { nextReviewOn: soon, ...counted }, sort: by('nextReviewOn') },
    { name: 'noContract', filters: { contractCover: values('missing'), tier: values('high', null) }, sort: by('name') },
    changedSincePack,
  ],
  risk: [
    { name: 'myOverdue', filters: { owner: values(me), nextReviewOn: past, ...open }, sort: by('nextReviewOn') },
    { name: 'outsideAppetite', filters: { standing: values('beyond') }, sort: by('residual', 'descending') },
    { name: 'notEvidenced', filters: { evidenceGap: values('yes') }, sort: by('residual', 'descending') },
    { name: 'toBeReassessed', filters: { reopened: values('yes') }, sort: by('residual', 'descending') },
    { name: 'noOwner', filters: { owner: values(vacant, null), ...open }, sort: null },
    { name: 'reviewDue', filters: { nextReviewOn: soon, ...open }, sort: by('nextReviewOn') },
    changedSincePack,
  ],
  control: [
    { name: 'myOverdue', filters: { owner: values(me), nextReviewOn: past }, sort: by('nextReviewOn') },
    { name: 'noOwner', filters: { owner: values(vacant, null) }, sort: null },
    { name: 'testDue', filters: { nextTestOn: soon }, sort: by('nextTestOn') },
    { name: 'expiring', filters: { evidenceUntil: soon }, sort: by('evidenceUntil') },
    { name: 'reviewDue', filters: { nextReviewOn: soon }, sort: by('nextReviewOn') },
    changedSincePack,
  ],
  action: [
    {
      name: 'myOverdue',
      filters: { ownerId: values(me), daysOverdue: { kind: 'range', from: 1, to: null } },
      sort: by('dueOn'),
    },
    { name: 'overdue', filters: { daysOverdue: { kind: 'range', from: 1, to: null } }, sort: by('dueOn') },
    { name: 'noOwner', filters: { ownerId: values(null), state: values('open') }, sort: by('dueOn') },
    changedSincePack,
  ],
  evidence: [
    { name: 'expiring', filters: { validUntil: soon }, sort: by('validUntil') },
    { name: 'notAccepted', filters: { standing: values('not_accepted', 'changed') }, sort: by('validUntil') },
    changedSincePack,
  ],
  acceptance: [
    { name: 'lapsed', filters: { acceptanceState: values('relied_on', 'stale') }, sort: by('to') },
    changedSincePack,
  ],
  post: [{ name: 'vacantPosts', filters: { holder: values(vacant) }, sort: null }, changedSincePack],
  person: [changedSincePack],
  unit: [changedSincePack],
  intake: [
    { name: 'foundUnregistered', filters: { unregistered: values('yes') }, sort: by('receivedOn') },
    changedSincePack,
  ],
  direction: [
    {
      name: 'reportsOverdue',
      filters: { reportOverdue: { kind: 'range', from: 1, to: null } },
      sort: by('reportDueOn'),
    },
    { name: 'unconfirmed', filters: { unconfirmed: values('yes') }, sort: by('item') },
    changedSincePack,
  ],
  finding: [
    {
      name: 'myOverdue',
      filters: { ownerId: values(me), daysOverdue: { kind: 'range', from: 1, to: null } },
      sort: by('dueOn'),
    },
    { name: 'overdue', filters: { daysOverdue: { kind: 'range', from: 1, to: null } }, sort: by('dueOn') },
    changedSincePack,
  ],
  observation: [
    {
      name: 'toBeReassessed',
      filters: { reopenedRisks: { kind: 'range', from: 1, to: null } },
      sort: by('on', 'descending'),
    },
    changedSincePack,
  ],
  ruleAssessment: [
    { name: 'rulesOverdue', filters: { assessmentStanding: values('overdue') }, sort: by('eventDay') },
    { name: 'rulesToPrepare', filters: { outcome: values('to_prepare') }, sort: by('eventDay') },
    changedSincePack,
  ],
  policy: [
    { name: 'inForce', filters: { policyStanding: values('in_force') }, sort: by('nextReviewOn') },
    {
      name: 'reviewDue',
      filters: { nextReviewOn: soon, policyStanding: values('in_force') },
      sort: by('nextReviewOn'),
    },
    changedSincePack,
  ],
  training: [
    { name: 'notDone', filters: { notDone: { kind: 'range', from: 1, to: null } }, sort: by('notDone', 'descending') },
    changedSincePack,
  ],
  vendor: [
    { name: 'reviewDue', filters: { nextReviewOn: soon }, sort: by('nextReviewOn') },
    { name: 'standingStale', filters: { securityAge: values('unknown', 'stale') }, sort: by('securityOn') },
    changedSincePack,
  ],
  contract: [
    { name: 'expiringSoon', filters: { endsOn: quarter }, sort: by('endsOn') },
    { name: 'noticeDue', filters: { noticeBy: quarter }, sort: by('noticeBy') },
    {
      name: 'unread',
      filters: {
        readingState: values('unread', 'reading', 'stale'),
        contractStanding: values('in_force', 'past_term'),
      },
      sort: by('endsOn'),
    },
    {
      name: 'appiOpen',
      filters: { appiOpen: { kind: 'range', from: 1, to: null } },
      sort: by('appiOpen', 'descending'),
    },
    changedSincePack,
  ],
  contractReading: [changedSincePack],
  checkPoint: [changedSincePack],
  incident: [
    { name: 'notClosed', filters: { state: values('open', 'contained', 'resolved') }, sort: by('code', 'descending') },
    { name: 'toBeReported', filters: { reportability: values('reportable', 'possible') }, sort: by('finalDueOn') },
    changedSincePack,
  ],
  enforcement: [{ name: 'notClosed', filters: { state: values('open') }, sort: by('dueOn') }, changedSincePack],
  dataUse: [
    { name: 'withoutBasis', filters: { basis: values(null) }, sort: by('code') },
    {
      name: 'openChecks',
      filters: { unanswered: { kind: 'range', from: 1, to: null } },
      sort: by('unanswered', 'descending'),
    },
    changedSincePack,
  ],
  consent: [changedSincePack],
  dpia: [
    { name: 'inProgress', filters: { dpiaState: values('not_started', 'in_progress') }, sort: by('wantedOn') },
    { name: 'toBeRedone', filters: { dpiaState: values('reopened', 'expired') }, sort: by('code') },
    changedSincePack,
  ],
  decision: [
    { name: 'decisionsAsked', filters: { decisionStanding: values('asked') }, sort: by('dueOn') },
    { name: 'outcomeMissing', filters: { decisionStanding: values('unrecorded', 'deferred') }, sort: by('code') },
    { name: 'toBeCarriedOut', filters: { decisionStanding: values('late', 'under_way') }, sort: by('dueOn') },
    changedSincePack,
  ],
  meeting: [
    { name: 'meetingsAhead', filters: { on: { kind: 'daysFromToday', from: 0, to: null } }, sort: by('on') },
    changedSincePack,
  ],
  jurisdictionProfile: [
    { name: 'scopeUnknown', filters: { inScope: values('unknown') }, sort: by('jurisdiction') },
    { name: 'inEuScope', filters: { jurisdiction: values('EU'), inScope: values('yes') }, sort: by('code') },
    { name: 'reviewDue', filters: { nextReviewOn: soon }, sort: by('nextReviewOn') },
    changedSincePack,
  ],
  outwardAccount: [changedSincePack],
  deidentification: [{ name: 'notProven', filters: { proven: values('no') }, sort: by('code') }, changedSincePack],
}

/** Rules about controls and their evidence, about actions, and about answers to requirements. */
import { addDays, daysBetween } from '../calendar-date.ts'
import { operationOn } from '../control.ts'
import { hasCurrentEvidence } from '../metrics/evidenced-level.ts'
import type { ActionFacts, ControlFacts, EvidenceFacts } from '../metrics/figure-input.ts'
import type { RegisterOn } from '../metrics/register-on.ts'
import { type AnswerToItem, itself, type QualityOn, type QualityRule, rule, when } from './quality-rule.ts'

/** Days that a done action may wait for somebody to verify it (ours). */
export const mostDaysUnverified = 30

const control = { noun: 'control', record: itself<ControlFacts> } as const
const evidence = { noun: 'evidence', record: itself<EvidenceFacts> } as const
const action = { noun: 'action', record: itself<ActionFacts> } as const
const inPlace = ({ on }: QualityOn) => on.controls.filter(({ design }) => design === 'in_place')
/** Evidence of controls that apply. */
const used = ({ on }: QualityOn) =>
  on.input.evidence.filter(({ withdrawn, controlIds }) => withdrawn === null && controlIds.length > 0)
const openActions = ({ on }: QualityOn) =>
  on.actions.filter(({ verifiedOn }) => verifiedOn === null || verifiedOn > on.asOf)
const met = ({ answers }: QualityOn) => answers.filter(({ state }) => state === 'met')
const requirement = {
  noun: 'requirement',
  field: 'state',
  record: ({ packRecordId, itemId }: AnswerToItem) => ({ id: packRecordId, code: itemId }),
} as const

export const controlRules: readonly QualityRule[] = [
  rule({
    ...control,
    id: 'DQ-32',
    name: 'controlNeverTested',
    severity: 'warning',
    field: 'design',
    rows: inPlace,
    finds: ({ id }, { on }) => when(operationOn(on.testsOf(id), on.asOf).operation === 'untested'),
  }),
  rule({
    ...control,
    id: 'DQ-33',
    name: 'effectiveWithoutEvidence',
    severity: 'warning',
    field: 'evidence',
    rows: inPlace,
    finds: (each, { on }) => when(on.controlStatus(each) === 'effective' && !hasCurrentEvidence(on, each.id)),
  }),
  rule({
    ...control,
    id: 'DQ-34',
    name: 'controlTestLapsed',
    severity: 'warning',
    field: 'design',
    rows: inPlace,
    finds: ({ id }, { on }) => {
      const { operation, test } = operationOn(on.testsOf(id), on.asOf)
      return operation === 'lapsed' && test !== null ? { day: test.validUntil } : null
    },
  }),
  rule({
    ...control,
    id: 'DQ-35',
    name: 'notApplicableApproverGone',
    severity: 'warning',
    field: 'notApplicable',
    rows: ({ on }) => on.input.controls.filter((each) => each.withdrawn === null && each.notApplicable !== null),
    finds: ({ notApplicable }, { on }) => {
      const approver = on.person(notApplicable?.approverPersonId ?? null)
      return when(approver === null || approver.withdrawn !== null)
    },
  }),
  rule({
    ...control,
    id: 'DQ-36',
    name: 'controlForNothing',
    severity: 'note',
    field: 'riskIds',
    rows: ({ on }) => on.controls,
    finds: ({ riskIds, systemIds, requirementIds = [] }) =>
      when(riskIds.length + systemIds.length + requirementIds.length === 0),
  }),
  rule({
    ...evidence,
    id: 'DQ-37',
    name: 'evidenceWithoutValidity',
    severity: 'warning',
    field: 'validUntil',
    rows: used,
    finds: ({ validUntil }) => when(validUntil === null),
  }),
  rule({
    ...evidence,
    id: 'DQ-38',
    name: 'evidenceExpired',
    severity: 'warning',
    field: 'validUntil',
    rows: used,
    // Where newer evidence stands beside it, the old one is history.
    finds: ({ validUntil, controlIds }, { on }) => {
      if (validUntil === null || validUntil >= on.asOf) return null
      const bare = controlIds.flatMap((id) => {
        const of = on.control(id)
        return of !== null && applying(on).has(of) && !hasCurrentEvidence(on, id) ? [of.code] : []
      })
      return bare.length === 0 ? null : { day: validUntil, codes: bare }
    },
  }),
  rule({
    ...evidence,
    id: 'DQ-39',
    name: 'evidenceDatesReversed',
    severity: 'warning',
    field: 'validUntil',
    rows: ({ on }) => on.input.evidence.filter(({ withdrawn }) => withdrawn === null),
    finds: ({ obtainedOn, validUntil }) =>
      obtainedOn !== null && validUntil !== null && validUntil < obtainedOn
        ? { from: obtainedOn, to: validUntil }
        : null,
  }),
  rule({
    ...action,
    id: 'DQ-40',
    name: 'doneNotVerified',
    severity: 'warning',
    field: 'state',
    rows: ({ on }) => on.actions.filter(({ state }) => state === 'done'),
    finds: ({ doneOn }, { on }) =>
      doneOn != null && doneOn < addDays(on.asOf, -mostDaysUnverified)
        ? { day: doneOn, count: daysBetween(doneOn, on.asOf) }
        : null,
  }),
  rule({
    ...action,
    id: 'DQ-41',
    name: 'actionWithoutDueDate',
    severity: 'warning',
    field: 'dueOn',
    rows: openActions,
    finds: ({ dueOn }) => when(dueOn === null),
  }),
  rule({
    ...action,
    id: 'DQ-42',
    name: 'actionWithoutOwner',
    severity: 'warning',
    field: 'ownerId',
    rows: openActions,
    finds: ({ ownerId }) => when(ownerId === null),
  }),
  rule({
    ...action,
    id: 'DQ-43',
    name: 'actionOwnerGone',
    severity: 'error',
    field: 'ownerId',
    rows: openActions,
    finds: ({ ownerId }, quality) => {
      if (ownerId === null) return null
      const owner = quality.on.person(ownerId)
      if (owner === null) return null
      return when(owner.withdrawn !== null || leftAllPosts(quality).has(ownerId), { person: owner.name })
    },
  }),
  rule({
    ...action,
    id: 'DQ-44',
    name: 'dueDateMovedOften',
    severity: 'note',
    field: 'dueOn',
    rows: openActions,
    finds: ({ slips }, { on }) => {
      const count = slips.filter((slip) => slip.on <= on.asOf).length
      return count >= 3 ? { count } : null
    },
  }),
  rule({
    ...requirement,
    id: 'DQ-45',
    name: 'metWithoutControl',
    severity: 'warning',
    rows: met,
    finds: ({ itemId }, quality) => when((controlsByItem(quality).get(itemId) ?? []).length === 0),
  }),
  rule({
    ...requirement,
    id: 'DQ-46',
    name: 'metWithoutEvidence',
    severity: 'warning',
    rows: met,
    finds: ({ itemId }, quality) => {
      const controls = controlsByItem(quality).get(itemId) ?? []
      if (controls.length === 0 || controls.some(({ id }) => hasCurrentEvidence(quality.on, id))) return null
      return { codes: controls.slice(0, 5).map(({ code }) => code) }
    },
  }),
]

function controlsByItem({ on }: QualityOn): ReadonlyMap<string, readonly ControlFacts[]> {
  return on.kept.groups('controls by item', on.controls, ({ requirementIds = [] }) => requirementIds)
}

function applying(on: RegisterOn): ReadonlySet<ControlFacts> {
  return on.kept.get('controls that apply', [on.controls], () => new Set(on.controls))
}

/** People who held a post once, and hold none on the day. */
function leftAllPosts({ on }: QualityOn): ReadonlySet<string> {
  const { terms } = on.input
  return on.kept.get('people who left all posts', [terms, on.asOf], () => {
    const left = new Set<string>()
    const standing = terms.filter(({ withdrawn }) => withdrawn === null)
    for (const { personId, to } of standing) if (to !== null && to < on.asOf) left.add(personId)
    for (const { personId, to } of standing) if (to === null || to >= on.asOf) left.delete(personId)
    return left
  })
}

/**
 * What a list can show, sort, filter and group by: the fields that a noun stores (fields.ts) and what is derived of its
 * records for today. Described once, for the register's queries, the window's columns and the CSV of a list.
 * Words of derived ones: `listField.<noun>.<name>`.
 */
import { type FieldKind, fields } from './fields.ts'
import type { CodedNoun } from './nouns.ts'

/** Who answers: a person, `vacant`, or nothing that anybody has registered. */
export type ListFieldKind = FieldKind | { readonly kind: 'holder' }

export type ListField = ListFieldKind & {
  readonly name: string
  /** Follows from other records or from today; nobody edits it. */
  readonly derived?: true
  /** Every record has it: nobody can ask for those without. */
  readonly required?: true
  readonly maybeNone?: true
}

/** The value of a `holder` field where a post exists and nobody holds it. */
export const vacant = 'vacant'

const changedSincePack = { name: 'changedSincePack', kind: 'choice', options: 'yesNo', required: true } as const
const owner = { name: 'owner', kind: 'holder' } as const
const level = [
  { name: 'residual', kind: 'choice', options: 'band' },
  { name: 'standing', kind: 'choice', options: 'appetiteStanding' },
] as const
const systems = { name: 'systems', kind: 'number', required: true } as const
const expired = { name: 'expired', kind: 'choice', options: 'yesNo', required: true } as const

/** An observation has reopened the assessment: of the risk, or of one of the system's. */
const reopened = { name: 'reopened', kind: 'choice', options: 'yesNo', required: true } as const

/** The merge that brought the record; empty of one that was made here. */
const origin = { name: 'origin', kind: 'references', noun: 'mergeRun', maybeNone: true, derived: true } as const

type Derived = ListFieldKind & { readonly name: string; readonly required?: true }
const derivedFields: { readonly [N in CodedNoun]: readonly Derived[] } = {
  system: [
    { name: 'executive', kind: 'holder' },
    owner,
    /** Executive and owner together: what "mine" asks for. */
    { name: 'answering', kind: 'references', noun: 'person' },
    ...level,
    { name: 'risks', kind: 'number', required: true },
    reopened,
    { name: 'counted', kind: 'choice', options: 'yesNo', required: true },
    { name: 'vendors', kind: 'references', noun: 'vendor' },
    { name: 'contractCover', kind: 'choice', options: 'contractCover', required: true },
    { name: 'appiOpen', kind: 'number', required: true },
    { name: 'japanScope', kind: 'choice', options: 'scopeAnswer', required: true },
    { name: 'euScope', kind: 'choice', options: 'scopeAnswer', required: true },
    changedSincePack,
  ],
  risk: [
    owner,
    ...level,
    { name: 'evidenced', kind: 'choice', options: 'band' },
    /** The evidenced band lies above the claimed one (K30). */
    { name: 'evidenceGap', kind: 'choice', options: 'yesNo' },
    reopened,
    changedSincePack,
  ],
  control: [
    owner,
    { name: 'controlStatus', kind: 'choice', options: 'controlStatus', required: true },
    { name: 'testedOn', kind: 'day' },
    { name: 'nextTestOn', kind: 'day' },
    { name: 'evidenceUntil', kind: 'day' },
    changedSincePack,
  ],
  action: [
    { name: 'daysOverdue', kind: 'number', required: true },
    { name: 'slipCount', kind: 'number', required: true },
    changedSincePack,
  ],
  post: [{ name: 'holder', kind: 'holder' }, systems, changedSincePack],
  person: [{ name: 'posts', kind: 'references', noun: 'post' }, changedSincePack],
  unit: [systems, changedSincePack],
  evidence: [
    { name: 'form', kind: 'choice', options: 'evidenceForm', required: true },
    { name: 'standing', kind: 'choice', options: 'evidenceStanding', required: true },
    expired,
    changedSincePack,
  ],
  acceptance: [
    { name: 'subjectRecord', kind: 'reference', noun: 'risk' },
    { name: 'acceptanceState', kind: 'choice', options: 'acceptanceState', required: true },
    changedSincePack,
  ],
  intake: [
    { name: 'triagedTier', kind: 'choice', options: 'tier', required: true },
    { name: 'unregistered', kind: 'choice', options: 'yesNo', required: true },
    changedSincePack,
  ],
  direction: [
    { name: 'reportOverdue', kind: 'number', required: true },
    { name: 'unconfirmed', kind: 'choice', options: 'yesNo', required: true },
    changedSincePack,
  ],
  finding: [
    { name: 'daysOverdue', kind: 'number', required: true },
    { name: 'slipCount', kind: 'number', required: true },
    changedSincePack,
  ],
  observation: [
    { name: 'reopens', kind: 'choice', options: 'yesNo', required: true },
    { name: 'reopenedRisks', kind: 'number', required: true },
    changedSincePack,
  ],
  ruleAssessment: [
    { name: 'assessmentStanding', kind: 'choice', options: 'assessmentStanding', required: true },
    changedSincePack,
  ],
  policy: [{ name: 'policyStanding', kind: 'choice', options: 'policyStanding', required: true }, changedSincePack],
  training: [
    { name: 'requiredPeople', kind: 'number', required: true },
    { name: 'notDone', kind: 'number', required: true },
    changedSincePack,
  ],
  vendor: [
    systems,
    { name: 'contracts', kind: 'number', required: true },
    { name: 'securityAge', kind: 'choice', options: 'standingAge', required: true },
    { name: 'financeAge', kind: 'choice', options: 'standingAge', required: true },
    changedSincePack,
  ],
  contract: [
    { name: 'contractStanding', kind: 'choice', options: 'contractStanding', required: true },
    { name: 'endsOn', kind: 'day' },
    { name: 'noticeBy', kind: 'day' },
    { name: 'readingState', kind: 'choice', options: 'readingState', required: true },
    { name: 'appiOpen', kind: 'number', required: true },
    changedSincePack,
  ],
  contractReading: [{ name: 'answered', kind: 'number', required: true }, changedSincePack],
  incident: [
    { name: 'reportability', kind: 'choice', options: 'reportability', required: true },
    { name: 'earlyDueOn', kind: 'day' },
    { name: 'finalDueOn', kind: 'day' },
    { name: 'repeats', kind: 'number', required: true },
    changedSincePack,
  ],
  enforcement: [{ name: 'daysOverdue', kind: 'number', required: true }, changedSincePack],
  checkPoint: [{ name: 'inForce', kind: 'choice', options: 'yesNo', required: true }, changedSincePack],
  dataUse: [
    { name: 'gaps', kind: 'number', required: true },
    { name: 'unanswered', kind: 'number', required: true },
    changedSincePack,
  ],
  consent: [{ name: 'uses', kind: 'number', required: true }, changedSincePack],
  dpia: [
    { name: 'dpiaState', kind: 'choice', options: 'dpiaState', required: true },
    { name: 'startBy', kind: 'day' },
    changedSincePack,
  ],
  jurisdictionProfile: [changedSincePack],
  outwardAccount: [
    { name: 'accountStanding', kind: 'choice', options: 'accountStanding', required: true },
    changedSincePack,
  ],
  deidentification: [{ name: 'proven', kind: 'choice', options: 'yesNo', required: true }, changedSincePack],
  decision: [
    { name: 'decisionStanding', kind: 'choice', options: 'decisionStanding', required: true },
    { name: 'daysOverdue', kind: 'number', required: true },
    changedSincePack,
  ],
  meeting: [
    { name: 'openSteps', kind: 'number', required: true },
    { name: 'asked', kind: 'number', required: true },
    changedSincePack,
  ],
}

/** The list fields of a noun: stored ones in the order of fields.ts, then the derived ones. */
export const listFields: { readonly [N in CodedNoun]: readonly ListField[] } = Object.fromEntries(
  (Object.keys(derivedFields) as CodedNoun[]).map((noun) => [
    noun,
    [...fields[noun], ...derivedFields[noun].map((field) => ({ ...field, derived: true as const })), origin],
  ]),
) as unknown as { readonly [N in CodedNoun]: readonly ListField[] }

export function listField(noun: CodedNoun, name: string): ListField | undefined {
  return listFields[noun].find((field) => field.name === name)
}

export function isSortable(field: ListField): boolean {
  return field.kind !== 'structure' && field.kind !== 'repeated'
}

/** Fields of which a record has one value out of some: by these a list is parted. Days are parted by month. */
export function isGroupable(field: ListField): boolean {
  switch (field.kind) {
    case 'choice':
    case 'reference':
    case 'holder':
    case 'day':
      return true
    case 'text':
      return field.long !== true
    default:
      return false
  }
}

/** How a field is asked for: by its values, by a range of days or numbers, or by words in it. */
export function conditionForm(field: ListField): 'values' | 'days' | 'numbers' | 'text' | null {
  switch (field.kind) {
    case 'choice':
    case 'choices':
    case 'codes':
    case 'reference':
    case 'references':
    case 'holder':
      return 'values'
    case 'day':
    case 'instant':
      return 'days'
    case 'number':
      return 'numbers'
    case 'text':
    case 'bilingual':
    case 'code':
    case 'repeated':
      return 'text'
    case 'structure':
      return null
  }
}

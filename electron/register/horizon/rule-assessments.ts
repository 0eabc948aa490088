/** Changes of the rules: who looks at them, what they mean for the company, which systems they touch. */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RuleAssessment } from '#shared/domain/horizon/rule-assessment.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { assertNotAhead } from '../due-day.ts'
import { asRead, owedIn, updateRecord, type UpdateInput } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import type { Register } from '../store/register-file.ts'
import { heldHorizon } from './held-horizon.ts'

export type RuleAssessmentInput = Partial<NewRecord<'ruleAssessment'>> &
  Pick<NewRecord<'ruleAssessment'>, 'name' | 'eventDay' | 'dayKind'>

const unassessed = { outcome: null, meaning: { ja: null, en: null }, assessedOn: null, assessorId: null } as const
const ofNoEvent = { eventId: null, packVersion: null, changedOn: null, movedFrom: null } as const
const emptyAssessment = {
  ownerPostId: null,
  ownerId: null,
  dueOn: null,
  systemIds: [],
  actionIds: [],
  notes: null,
} satisfies Partial<NewRecord<'ruleAssessment'>>

/** A change that the company found by itself. */
export function createRuleAssessment(register: Register, input: RuleAssessmentInput): RecordOf<'ruleAssessment'> {
  return register.change({ operation: 'ruleAssessment.create' }, (change) => createRuleAssessmentIn(change, input))
}

export function createRuleAssessmentIn(change: Change, input: RuleAssessmentInput): RecordOf<'ruleAssessment'> {
  return change.add('ruleAssessment', { ...emptyAssessment, ...input, ...unassessed, ...ofNoEvent })
}

/** The record of an event of the horizon. */
export function addForEvent(
  change: Change,
  event: Pick<RuleAssessment, 'name' | 'eventId' | 'eventDay' | 'dayKind'>,
): RecordOf<'ruleAssessment'> {
  return change.add('ruleAssessment', { ...emptyAssessment, ...unassessed, ...ofNoEvent, ...event })
}

export function updateRuleAssessment(
  register: Register,
  input: UpdateInput<'ruleAssessment'>,
): RecordOf<'ruleAssessment'> {
  return updateRecord(register, 'ruleAssessment', input)
}

export interface AssessRuleInput {
  readonly id: string
  readonly version: number
  readonly on: Day
  readonly assessorId: string
  readonly outcome: NonNullable<RuleAssessment['outcome']>
  readonly meaning: Bilingual
  readonly systemIds: readonly string[]
}

/** What was said is the reason of the event. */
export function reasonOf({ meaning }: Pick<AssessRuleInput, 'meaning'>): string {
  const words = [meaning.ja, meaning.en].find((each) => (each ?? '').trim() !== '')
  return owedIn('ruleAssessment', 'meaning', words ?? null)
}

/** Somebody says what a change means for the company and which systems it touches. May be said anew; the log keeps both. */
export function assessRule(register: Register, input: AssessRuleInput): RecordOf<'ruleAssessment'> {
  return register.change({ operation: 'ruleAssessment.assess', reason: reasonOf(input) }, (change) =>
    assessRuleIn(change, input),
  )
}

export function assessRuleIn(change: Change, input: AssessRuleInput): RecordOf<'ruleAssessment'> {
  const record = asRead(change, 'ruleAssessment', change.get('ruleAssessment', input.id), input.version)
  if (record.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'ruleAssessment', id: record.id })
  change.get('person', input.assessorId)
  assertNotAhead('ruleAssessment', 'assessedOn', { on: input.on, today: change.today })
  return change.update('ruleAssessment', record, {
    assessedOn: input.on,
    assessorId: input.assessorId,
    outcome: input.outcome,
    meaning: input.meaning,
    systemIds: [...input.systemIds],
    packVersion: record.eventId === null ? null : (heldHorizon(change.read)?.packVersion ?? null),
  })
}

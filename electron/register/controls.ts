/** Controls, their tests and their evidence. */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { assertPeriod, assertRules } from './record-rules.ts'
import { asRead, owed, owedIn, updateRecord, type UpdateInput } from './records.ts'
import type { Change, NewRecord } from './store/change.ts'
import type { Register } from './store/register-file.ts'

export type ControlInput = Partial<NewRecord<'control'>> & Pick<NewRecord<'control'>, 'name' | 'domain'>

const emptyControl: Omit<NewRecord<'control'>, 'name' | 'domain'> = {
  description: { ja: null, en: null },
  weight: 'supporting',
  design: 'unknown',
  requirementIds: [],
  notApplicable: null,
  nextReviewOn: null,
  riskIds: [],
  systemIds: [],
  notes: null,
}

export function createControl(register: Register, input: ControlInput): RecordOf<'control'> {
  return register.change({ operation: 'control.create' }, (change) => createControlIn(change, input))
}

export function createControlIn(change: Change, input: ControlInput): RecordOf<'control'> {
  return change.add('control', { ...emptyControl, ...input, notApplicable: null })
}

export function updateControl(register: Register, input: UpdateInput<'control'>): RecordOf<'control'> {
  return updateRecord(register, 'control', input)
}

/**
 * One test of a control's operation, with what was found: INVALID without. WRONG_STATE where its design is not in place: there
 * is nothing to test yet.
 */
export function recordControlTest(register: Register, input: NewRecord<'controlTest'>): RecordOf<'controlTest'> {
  const note = owedIn('controlTest', 'note', input.note)
  return register.change({ operation: 'control.test', reason: note }, (change) => {
    const control = change.get('control', input.controlId)
    if (control.design !== 'in_place' && control.design !== 'partial')
      throw new Problem('WRONG_STATE', { code: control.code, state: control.design })
    if (input.on > change.today) throw new Problem('INVALID', { noun: 'controlTest', field: 'on', issue: 'IN_FUTURE' })
    assertPeriod(input.on, input.validUntil)
    return change.add('controlTest', { ...input, note })
  })
}

export interface NotApplicableInput {
  readonly id: string
  readonly version: number
  readonly reason: string
  readonly approverPersonId: string
  readonly on: Day
}

/** Declares a control not applicable, with a reason and an approver; it leaves the figures. */
export function declareNotApplicable(register: Register, input: NotApplicableInput): RecordOf<'control'> {
  const reason = owed(input.reason)
  return register.change({ operation: 'control.notApplicable', reason }, (change) => {
    const control = change.get('control', input.id)
    change.get('person', input.approverPersonId)
    return change.update('control', asRead(change, 'control', control, input.version), {
      notApplicable: { reason, approverPersonId: input.approverPersonId, on: input.on },
    })
  })
}

/** Takes the declaration back, with a reason. */
export function declareApplicable(
  register: Register,
  input: { readonly id: string; readonly version: number; readonly reason: string },
): RecordOf<'control'> {
  return register.change({ operation: 'control.applicable', reason: owed(input.reason) }, (change) => {
    const control = change.get('control', input.id)
    if (control.notApplicable === null) throw new Problem('WRONG_STATE', { code: control.code, state: 'applicable' })
    return change.update('control', asRead(change, 'control', control, input.version), { notApplicable: null })
  })
}

export type EvidenceInput = Partial<NewRecord<'evidence'>> & Pick<NewRecord<'evidence'>, 'name' | 'kind'>

export function addEvidence(register: Register, input: EvidenceInput): RecordOf<'evidence'> {
  return register.change({ operation: 'evidence.create' }, (change) => addEvidenceIn(change, input))
}

export function addEvidenceIn(change: Change, input: EvidenceInput): RecordOf<'evidence'> {
  const none = { location: null, obtainedOn: null, validUntil: null, controlIds: [], notes: null }
  const evidence = change.add('evidence', { ...none, ...input })
  assertRules(change, 'evidence', evidence)
  return evidence
}

export function updateEvidence(register: Register, input: UpdateInput<'evidence'>): RecordOf<'evidence'> {
  return updateRecord(register, 'evidence', input)
}

/** Controls, their tests and their evidence. */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { assertPeriod, assertRules } from './record-rules.ts'
import { asRead, owed, owedIn, updateRecord, type UpdateInput } from './records.ts'
import type { Change, NewRecord } from './store/change.ts'
import type { Register } from './store/register-file.ts'

export type ControlInput = Partial<NewRecord<'control'>> & Pick<NewRecord<'control'>, 'name' | 'domain'>

export const emptyControl: Omit<NewRecord<'control'>, 'name' | 'domain'> = {
  description: { ja: null, en: null },
  weight: 'supporting',
  design: 'unknown',
  requirementIds: [],
  notApplicable: null,
  nextReviewOn: null,
  riskIds: [],
  systemIds: [],
  notes: null,
  purposes: [],
  testMonths: null,
  sourceKey: null,
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

type Sample = Pick<NewRecord<'controlTest'>, 'method' | 'population' | 'sampleSize' | 'passed'>
/** A test that looked at no sample may leave it out. */
export type ControlTestInput = Omit<NewRecord<'controlTest'>, keyof Sample> & {
  readonly [F in keyof Sample]?: Sample[F] | undefined
}

/**
 * One test of a control's operation, with what was found: INVALID without, and where its sample does not add up. WRONG_STATE
 * where its design is not in place: there is nothing to test yet.
 */
export function recordControlTest(register: Register, input: ControlTestInput): RecordOf<'controlTest'> {
  const note = owedIn('controlTest', 'note', input.note)
  return register.change({ operation: 'control.test', reason: note }, (change) => {
    const control = change.get('control', input.controlId)
    if (control.design !== 'in_place' && control.design !== 'partial')
      throw new Problem('WRONG_STATE', { code: control.code, state: control.design })
    if (input.on > change.today) throw new Problem('INVALID', { noun: 'controlTest', field: 'on', issue: 'IN_FUTURE' })
    assertPeriod(input.on, input.validUntil)
    const { method = null, population = null, sampleSize = null, passed = null } = input
    const sample = { method, population, sampleSize, passed }
    assertSample(sample)
    return change.add('controlTest', { ...input, ...sample, note })
  })
}

/** A sample is drawn from its population, and no more of it can pass than there are. */
function assertSample({ population, sampleSize, passed }: Sample): void {
  const refuse = (field: keyof Sample, issue: string) => {
    throw new Problem('INVALID', { noun: 'controlTest', field, issue })
  }
  if (sampleSize === null) {
    if (passed !== null) refuse('sampleSize', 'SAMPLE_MISSING')
    return
  }
  if (passed === null) refuse('passed', 'PASSED_MISSING')
  else if (passed > sampleSize) refuse('passed', 'MORE_THAN_SAMPLED')
  if (population !== null && sampleSize > population) refuse('sampleSize', 'MORE_THAN_POPULATION')
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

const noFile = { fileName: null, fileBytes: null, fileSha256: null }
const notAccepted = { acceptedOn: null, accepterId: null, acceptedNote: null, acceptedContent: null }
const emptyEvidence = { location: null, obtainedOn: null, validUntil: null, controlIds: [], notes: null, link: null }

export function addEvidence(register: Register, input: EvidenceInput): RecordOf<'evidence'> {
  return register.change({ operation: 'evidence.create' }, (change) => addEvidenceIn(change, input))
}

export function addEvidenceIn(change: Change, input: EvidenceInput): RecordOf<'evidence'> {
  const evidence = change.add('evidence', { ...emptyEvidence, ...input, ...noFile, ...notAccepted })
  assertRules(change, 'evidence', evidence)
  return evidence
}

export function updateEvidence(register: Register, input: UpdateInput<'evidence'>): RecordOf<'evidence'> {
  return updateRecord(register, 'evidence', input)
}

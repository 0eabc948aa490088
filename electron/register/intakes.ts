/** Intakes: recorded, decided with a reason, and turned into systems. Whatever is decided, the answers are kept. */
import { triageOf } from '#shared/domain/intake.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { asRead, owed, updateRecord, type UpdateInput } from './records.ts'
import type { Change, NewRecord } from './store/change.ts'
import type { Register } from './store/register-file.ts'
import { createSystemIn } from './systems.ts'

export type IntakeInput = Partial<NewRecord<'intake'>> & Pick<NewRecord<'intake'>, 'name' | 'origin'>

const undecided = {
  state: 'open',
  decidedOn: null,
  deciderId: null,
  decidedReason: null,
  triage: null,
  systemId: null,
} as const

const emptyIntake: Omit<NewRecord<'intake'>, 'name' | 'origin'> = {
  purpose: { ja: null, en: null },
  requesterId: null,
  unitId: null,
  receivedOn: null,
  foundById: null,
  kind: null,
  service: null,
  model: null,
  data: [],
  affected: [],
  autonomy: null,
  effect: 'unknown',
  inUse: 'unknown',
  inUseSince: null,
  jurisdictions: [],
  notes: null,
  ...undecided,
}

export function createIntake(register: Register, input: IntakeInput): RecordOf<'intake'> {
  return register.change({ operation: 'intake.create' }, (change) => createIntakeIn(change, input))
}

/** Received today unless said. */
export function createIntakeIn(change: Change, input: IntakeInput): RecordOf<'intake'> {
  return change.add('intake', { ...emptyIntake, receivedOn: change.today, ...input, ...undecided })
}

export function updateIntake(register: Register, input: UpdateInput<'intake'>): RecordOf<'intake'> {
  return updateRecord(register, 'intake', input)
}

interface Decision {
  readonly id: string
  readonly version: number
  readonly reason: string
}

/** WRONG_STATE where it has been decided already. */
function undecidedIn(
  change: Change,
  input: Pick<Decision, 'id' | 'version'>,
  ...states: readonly RecordOf<'intake'>['state'][]
): RecordOf<'intake'> {
  const intake = change.get('intake', input.id)
  if (intake.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'intake', id: intake.id })
  if (!states.includes(intake.state)) throw new Problem('WRONG_STATE', { code: intake.code, state: intake.state })
  return asRead(change, 'intake', intake, input.version)
}

function decided(register: Register, change: Change, intake: RecordOf<'intake'>, reason: string) {
  return {
    decidedOn: change.today,
    deciderId: register.personId,
    decidedReason: reason,
    triage: triageOf(intake),
  }
}

/** The system begins as proposed: it leaves that stage only with somebody who answers for it. */
export function approveIntake(
  register: Register,
  input: Decision & { readonly systemId: string | null },
): RecordOf<'intake'> {
  const reason = owed(input.reason)
  return register.change({ operation: 'intake.approve', reason }, (change) => {
    const intake = undecidedIn(change, input, 'open')
    const decision = decided(register, change, intake, reason)
    const system =
      input.systemId === null
        ? createSystemIn(change, {
            name: intake.name,
            purpose: intake.purpose,
            unitId: intake.unitId,
            kind: intake.kind,
            vendor: intake.service,
            model: intake.model,
            autonomy: intake.autonomy,
            tier: decision.triage.tier,
            personalData: personalDataOf(intake),
            jurisdictions: intake.jurisdictions,
            goLiveOn: intake.inUseSince,
          })
        : change.get('system', input.systemId)
    return change.update('intake', intake, { ...decision, state: 'approved', systemId: system.id })
  })
}

function personalDataOf({ data }: Pick<RecordOf<'intake'>, 'data'>): RecordOf<'system'>['personalData'] {
  if (data.includes('personal') || data.includes('sensitive') || data.includes('customer')) return 'yes'
  return data.length === 0 || data.includes('unknown') ? 'unknown' : 'no'
}

export function sendIntakeBack(register: Register, input: Decision): RecordOf<'intake'> {
  const reason = owed(input.reason)
  return register.change({ operation: 'intake.sendBack', reason }, (change) => {
    const intake = undecidedIn(change, input, 'open')
    return change.update('intake', intake, { ...decided(register, change, intake, reason), state: 'returned' })
  })
}

export function resubmitIntake(register: Register, input: Pick<Decision, 'id' | 'version'>): RecordOf<'intake'> {
  return register.change({ operation: 'intake.resubmit' }, (change) =>
    change.update('intake', undecidedIn(change, input, 'returned'), undecided),
  )
}

export function rejectIntake(register: Register, input: Decision): RecordOf<'intake'> {
  const reason = owed(input.reason)
  return register.change({ operation: 'intake.reject', reason }, (change) => {
    const intake = undecidedIn(change, input, 'open', 'returned')
    return change.update('intake', intake, { ...decided(register, change, intake, reason), state: 'rejected' })
  })
}

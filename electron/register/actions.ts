/** Actions: opened, moved with a reason, done, verified by somebody else than the owner. */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { assertNotAhead, movedDue } from './due-day.ts'
import { asRead, owed, updateRecord, type UpdateInput } from './records.ts'
import type { Change, NewRecord } from './store/change.ts'
import type { Register } from './store/register-file.ts'

export type ActionInput = Partial<NewRecord<'action'>> & Pick<NewRecord<'action'>, 'name'>

export const emptyAction: Omit<NewRecord<'action'>, 'name'> = {
  description: { ja: null, en: null },
  ownerId: null,
  dueOn: null,
  state: 'open',
  doneOn: null,
  verifiedOn: null,
  verifierId: null,
  slips: [],
  systemIds: [],
  riskIds: [],
  controlIds: [],
  notes: null,
}

export function createAction(register: Register, input: ActionInput): RecordOf<'action'> {
  return register.change({ operation: 'action.create' }, (change) => createActionIn(change, input))
}

export function createActionIn(change: Change, input: ActionInput): RecordOf<'action'> {
  const open = { state: 'open', doneOn: null, verifiedOn: null, verifierId: null, slips: [] } as const
  return change.add('action', { ...emptyAction, ...input, ...open, slips: [] })
}

export function updateAction(register: Register, input: UpdateInput<'action'>): RecordOf<'action'> {
  return updateRecord(register, 'action', input)
}

interface Step {
  readonly id: string
  readonly version: number
}

function stepFrom(change: Change, input: Step, state: RecordOf<'action'>['state']): RecordOf<'action'> {
  const action = change.get('action', input.id)
  if (action.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'action', id: action.id })
  if (action.state !== state) throw new Problem('WRONG_STATE', { code: action.code, state: action.state })
  return asRead(change, 'action', action, input.version)
}

/** Moves the due date; the old one, the day and the reason are kept with the action. */
export function moveDueDate(
  register: Register,
  input: Step & { readonly to: Day; readonly reason: string },
): RecordOf<'action'> {
  const reason = owed(input.reason)
  return register.change({ operation: 'action.moveDueDate', reason }, (change) => {
    const action = stepFrom(change, input, 'open')
    return change.update('action', action, movedDue(action, { to: input.to, on: change.today, reason }))
  })
}

export function completeAction(register: Register, input: Step & { readonly on: Day }): RecordOf<'action'> {
  return register.change({ operation: 'action.complete' }, (change) => {
    assertNotAhead('action', 'doneOn', { on: input.on, today: change.today })
    return change.update('action', stepFrom(change, input, 'open'), { state: 'done', doneOn: input.on })
  })
}

/** A second person confirms that it is done. */
export function verifyAction(
  register: Register,
  input: Step & { readonly on: Day; readonly verifierId: string },
): RecordOf<'action'> {
  return register.change({ operation: 'action.verify' }, (change) => {
    const action = stepFrom(change, input, 'done')
    change.get('person', input.verifierId)
    if (input.verifierId === action.ownerId)
      throw new Problem('INVALID', { noun: 'action', field: 'verifierId', issue: 'OWNER_CANNOT_VERIFY' })
    assertNotAhead('action', 'verifiedOn', { on: input.on, today: change.today })
    return change.update('action', action, { state: 'verified', verifiedOn: input.on, verifierId: input.verifierId })
  })
}

export function reopenAction(register: Register, input: Step & { readonly reason: string }): RecordOf<'action'> {
  return register.change({ operation: 'action.reopen', reason: owed(input.reason) }, (change) => {
    const action = change.get('action', input.id)
    if (action.state === 'open') throw new Problem('WRONG_STATE', { code: action.code, state: action.state })
    return change.update('action', asRead(change, 'action', action, input.version), {
      state: 'open',
      doneOn: null,
      verifiedOn: null,
      verifierId: null,
    })
  })
}

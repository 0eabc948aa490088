/** What authorities do: requests, guidance, recommendations and orders that were received, and that they were answered. */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { assertNotAhead } from '../due-day.ts'
import { assertRules } from '../record-rules.ts'
import { asRead, owed, owedIn, updateRecord, type UpdateInput } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import type { Register } from '../store/register-file.ts'

type Enforcement = RecordOf<'enforcement'>

const notDone = { state: 'open', doneOn: null, doneText: null, doneById: null } as const

export type EnforcementInput = Partial<Omit<NewRecord<'enforcement'>, keyof typeof notDone>> &
  Pick<NewRecord<'enforcement'>, 'name' | 'kind'>

const emptyEnforcement: Omit<NewRecord<'enforcement'>, 'name' | 'kind' | keyof typeof notDone> = {
  authority: null,
  reference: null,
  receivedOn: null,
  dueOn: null,
  subject: { ja: null, en: null },
  systemIds: [],
  incidentId: null,
  ownerPostId: null,
  ownerId: null,
  response: { ja: null, en: null },
  actionIds: [],
  evidenceIds: [],
  notes: null,
}

export function createEnforcement(register: Register, input: EnforcementInput): Enforcement {
  return register.change({ operation: 'enforcement.create' }, (change) => createEnforcementIn(change, input))
}

/** Received today unless said. */
export function createEnforcementIn(change: Change, input: EnforcementInput): Enforcement {
  const enforcement = change.add('enforcement', {
    ...emptyEnforcement,
    receivedOn: change.today,
    ...input,
    ...notDone,
  })
  assertRules(change, 'enforcement', enforcement)
  return enforcement
}

export function updateEnforcement(register: Register, input: UpdateInput<'enforcement'>): Enforcement {
  return updateRecord(register, 'enforcement', input)
}

interface Step {
  readonly id: string
  readonly version: number
}

function stepFrom(change: Change, input: Step, state: Enforcement['state']): Enforcement {
  const enforcement = change.get('enforcement', input.id)
  if (enforcement.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'enforcement', id: enforcement.id })
  if (enforcement.state !== state)
    throw new Problem('WRONG_STATE', { code: enforcement.code, state: enforcement.state })
  return asRead(change, 'enforcement', enforcement, input.version)
}

/** What was asked for is done or answered: by whom, when, and how. */
export function completeEnforcement(
  register: Register,
  input: Step & { readonly doneById: string; readonly on: Day; readonly text: string },
): Enforcement {
  const doneText = owedIn('enforcement', 'doneText', input.text)
  return register.change({ operation: 'enforcement.complete', reason: doneText }, (change) => {
    const enforcement = stepFrom(change, input, 'open')
    change.get('person', input.doneById)
    assertNotAhead('enforcement', 'doneOn', { on: input.on, today: change.today })
    const after = change.update('enforcement', enforcement, {
      state: 'done',
      doneOn: input.on,
      doneText,
      doneById: input.doneById,
    })
    assertRules(change, 'enforcement', after)
    return after
  })
}

/** The authority asks again, or what was answered does not do. */
export function reopenEnforcement(register: Register, input: Step & { readonly reason: string }): Enforcement {
  return register.change({ operation: 'enforcement.reopen', reason: owed(input.reason) }, (change) =>
    change.update('enforcement', stepFrom(change, input, 'done'), notDone),
  )
}

/** AI systems: plain fields, and the one move that needs somebody who answers. */
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Lifecycle } from '#shared/domain/system.ts'
import { holdingOf } from './accountability.ts'
import { asRead, owed, updateRecord, type UpdateInput } from './records.ts'
import type { Change, NewRecord } from './store/change.ts'
import type { Register } from './store/register-file.ts'

/** What a person fills in; the rest begins as unknown or empty. A new system begins as proposed. */
export type SystemInput = Partial<NewRecord<'system'>> & Pick<NewRecord<'system'>, 'name'>

export const emptySystem: Omit<NewRecord<'system'>, 'name'> = {
  reading: null,
  purpose: { ja: null, en: null },
  unitId: null,
  lifecycle: 'proposed',
  kind: null,
  roles: [],
  model: null,
  vendor: null,
  contract: null,
  autonomy: null,
  humanOversight: { ja: null, en: null },
  affected: { ja: null, en: null },
  tier: null,
  personalData: 'unknown',
  jurisdictions: [],
  goLiveOn: null,
  nextReviewOn: null,
  dependsOnIds: [],
  notes: null,
  sourceKey: null,
  sourceNotes: [],
  importId: null,
  freeFields: [],
  writeAccess: 'unknown',
  surchargeNote: { ja: null, en: null },
  surchargeOwnerId: null,
  surchargeOn: null,
}

/** Registers a system as proposed. */
export function createSystem(register: Register, input: SystemInput): RecordOf<'system'> {
  return register.change({ operation: 'system.create' }, (change) => createSystemIn(change, input))
}

export function createSystemIn(change: Change, input: SystemInput): RecordOf<'system'> {
  return change.add('system', { ...emptySystem, ...input, lifecycle: 'proposed' })
}

export function updateSystem(register: Register, input: UpdateInput<'system'>): RecordOf<'system'> {
  return updateRecord(register, 'system', input)
}

export interface MoveLifecycle {
  readonly id: string
  readonly version: number
  readonly to: Lifecycle
  readonly reason: string
}

/**
 * Moves a system to another stage, with a reason. EXECUTIVE_REQUIRED where it leaves `proposed` and no person holds a post
 * of kind executive that answers for it today (AI Guidelines for Business 1.2, AIGB-C-7-3; a deputy does not count).
 */
export function moveLifecycle(register: Register, input: MoveLifecycle): RecordOf<'system'> {
  return register.change({ operation: 'system.moveLifecycle', reason: owed(input.reason) }, (change) =>
    moveLifecycleIn(change, input),
  )
}

/** The same inside a transaction. */
export function moveLifecycleIn(change: Change, input: MoveLifecycle): RecordOf<'system'> {
  const system = change.get('system', input.id)
  if (system.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'system', id: system.id })
  if (system.lifecycle === input.to) throw new Problem('WRONG_STATE', { code: system.code, state: input.to })
  if (system.lifecycle === 'proposed') assertExecutive(change, system)
  return change.update('system', asRead(change, 'system', system, input.version), { lifecycle: input.to })
}

/** EXECUTIVE_REQUIRED where no person holds a post of kind executive that answers for the system today. */
export function assertExecutive(change: Change, system: RecordOf<'system'>): void {
  const holding = holdingOf(change.read, 'accountable_executive', system.id, change.today)
  if (holding.state !== 'held') throw new Problem('EXECUTIVE_REQUIRED', { code: system.code, on: change.today })
}

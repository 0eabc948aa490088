/**
 * What of a pack's data would keep it from being finished: it lies in the snapshot, so that nothing can put it right once the pack
 * is locked. Locking asks for it, and goes on only with a reason, which the log keeps with the lock and the pack prints.
 */
import type { Day, Instant } from '#shared/domain/calendar-date.ts'
import { type OpenPoint, topRiskPoints } from '#shared/domain/decision/pack-open-points.ts'
import { acceptancesOn } from '#shared/domain/metrics/acceptance-standing.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { positionsOn } from '#shared/domain/metrics/risk-positions.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { choicesOf, standardChoices } from '#shared/domain/finishing.ts'
import { setupOf } from '../finishing/finishing-records.ts'
import type { Register } from '../store/register-file.ts'
import { currentState, replay } from '../store/replay.ts'

/** Of the pack that would be locked now. */
export function dataPointsAtLock(
  register: Register,
  { asOf, cutOff }: { readonly asOf: Day; readonly cutOff: Instant | null },
): readonly OpenPoint[] {
  const state = cutOff === null ? currentState(register.read) : replay(register.read, cutOff).state()
  return dataPointsOf(register, state, asOf)
}

function dataPointsOf(register: Register, state: RegisterState, asOf: Day): readonly OpenPoint[] {
  const setup = setupOf(register.read, null)
  const { topRisks } = setup === null ? standardChoices(state.organisation) : choicesOf(setup)
  const on = new RegisterOn(state, asOf)
  const positions = positionsOn(on, acceptancesOn(on)).slice(0, topRisks)
  return topRiskPoints(
    positions.map(({ id, code, name, owner }) => ({ id, code, name, hasOwner: owner.state === 'held' })),
    'refusal',
  )
}

/** PACK_POINTS_OPEN with the records. */
export function assertDataComplete(register: Register, state: RegisterState, asOf: Day): void {
  const points = dataPointsOf(register, state, asOf)
  if (points.length === 0) return
  throw new Problem('PACK_POINTS_OPEN', {
    count: points.length,
    records: points.flatMap(({ target }) => target?.code ?? []),
  })
}

/** Why a pack was locked although points of its data were open; null where none was, or it was locked before that was asked. */
export function openReasonOf(register: Register, packId: string): string | null {
  const found = register.read
    .prepare("SELECT reason FROM audit_event WHERE record_id = ? AND operation = 'pack.lock' ORDER BY sequence LIMIT 1")
    .get(packId) as { readonly reason: string | null } | undefined
  return found?.reason ?? null
}

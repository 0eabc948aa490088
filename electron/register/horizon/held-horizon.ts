/** The horizon that a register holds, and the one that it is read by. */
import type { HorizonPack } from '#shared/domain/horizon/horizon-pack.ts'
import type { HorizonPackRecord } from '#shared/domain/horizon/rule-assessment.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import { shippedHorizon } from './shipped-horizon.ts'

/** The one in use; null where none was taken in. */
export function heldHorizon(read: ReadHandle): HorizonPackRecord | null {
  return [...recordTables.horizonPack.all(read)].find(({ withdrawn, to }) => withdrawn === null && to === null) ?? null
}

/** What the screens show: what the register holds, else what comes with the program. */
export function horizonInUse(read: ReadHandle): HorizonPack {
  return heldHorizon(read)?.content ?? shippedHorizon()
}

/** Profiles of jurisdictions: what the rules of each are for one system. */
import { z } from 'zod'
import type { SectorDocumentId } from '#shared/domain/jurisdiction/jurisdiction-profile.ts'
import type { Sector } from '#shared/domain/third-party/check-point.ts'
import { operation, type } from './base.ts'
import { recordOperations } from './records.ts'

export interface SectorGuidance {
  readonly sectors: readonly Sector[]
  /** Systems that are not retired of the unit and of those below it; of a system one. */
  readonly systems: number
  /** Of them, those whose profile of Japan names the document as read. */
  readonly read: Readonly<Partial<Record<SectorDocumentId, number>>>
}

const { duplicate: _duplicate, ...operations } = recordOperations('jurisdictionProfile')
/** No copy: a system has one profile of a jurisdiction. */
export const jurisdictionProfile = {
  ...operations,
  /** The guidance of the sectors of a unit, or of the unit of a system, and for how many of its systems it was read. */
  guidance: operation
    .input(z.object({ noun: z.enum(['unit', 'system']), id: z.uuid() }))
    .output(type<SectorGuidance>()),
}

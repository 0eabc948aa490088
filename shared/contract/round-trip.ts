/** A register made from what Daicho wrote: an export with its log, or the bundle of a pack. */
import type { Instant } from '#shared/domain/calendar-date.ts'
import type { Bilingual } from '#shared/domain/text.ts'

/** What a folder holds, shown before a register is made from it. */
export interface ExportHeld {
  /** The folder's name. */
  readonly name: string
  readonly kind: 'pack' | 'draft' | 'export'
  readonly sample: boolean
  readonly organisation: Bilingual
  readonly registerId: string
  readonly pack: string | null
  readonly cutOff: Instant | null
  /** Records by key of the state (`systems`): those that stand, and those that were withdrawn. */
  readonly counts: Readonly<Record<string, number>>
  readonly withdrawn: Readonly<Record<string, number>>
  /** Entries of the change log that lie in it; null: none do, history begins anew. */
  readonly events: number | null
  readonly auditHead: string
  readonly auditSequence: number
  readonly dataDigest: string
  /** Kept files that evidence names: in the folder, and not in it. */
  readonly files: number
  readonly filesMissing: number
  /** Earlier packs whose frozen data is not in the folder. */
  readonly packsMissing: number
  readonly application: string
  readonly schema: number
}

/** Many records of one noun at once: one transaction, one undo. */
import { z } from 'zod'
import type { ProblemCode, ProblemFacts } from '#shared/domain/problem.ts'
import type { CellRefusal } from '#shared/domain/read-cell.ts'
import { dayOrders } from '#shared/domain/import-day.ts'
import type { Labels } from './base.ts'

export interface ChangedMany {
  /** The transaction that wrote it, as undo names it; null where nothing differed. */
  readonly transaction: number | null
  readonly changed: readonly { readonly id: string; readonly version: number }[]
  readonly created: readonly { readonly id: string; readonly code: string; readonly version: number }[]
  readonly unchanged: number
}

export const mostRecordsAtOnce = 100_000
export const mostPastedRows = 20_000

export const pasteInput = z.object({
  /**
   * What each column is: the name of a field, with `.ja` or `.en` for one language of a text in two (without, the register's
   * language); null: shown only, and left alone.
   */
  columns: z.array(z.string().max(100).nullable()).min(1).max(100),
  rows: z
    .array(
      z.object({
        /** The record whose row the cells were pasted onto; null: a new record. */
        id: z.uuid().nullable(),
        /** The version at which it was shown; null for a new record. */
        version: z.int().min(1).nullable(),
        cells: z.array(z.string()).max(100),
      }),
    )
    .min(1)
    .max(mostPastedRows),
  /** How 5/1/2026 is to be read; such a day is refused where nobody has said. */
  dayOrder: z.enum(dayOrders).nullable().default(null),
  /** False: only says what would happen. */
  commit: z.boolean(),
  /** Of the preview that the person agreed to: PREVIEW_OUTDATED where the same rows would do something else by now. */
  preview: z.string().length(64).nullable().default(null),
  /** Rows that are refused are left out instead of refusing all. */
  leaveOutRefused: z.boolean().default(false),
})
export type PasteInput = z.output<typeof pasteInput>

/** Cells in the order of the columns; those of a column that is left alone are `ignored`. */
export interface PasteCell {
  readonly state: 'ignored' | 'unchanged' | 'changed' | 'refused'
  readonly before: unknown
  /** The value as it would be; of a refused cell the text as it was pasted. Ids are named in `labels`. */
  readonly after: unknown
  readonly refusal: Omit<CellRefusal, 'kind'> | null
}

export interface PasteRow {
  readonly id: string | null
  readonly code: string | null
  readonly state: 'changed' | 'unchanged' | 'new' | 'refused'
  readonly cells: readonly PasteCell[]
  /** What is against the row as a whole: the record was withdrawn, or a rule does not hold. */
  readonly problem: { readonly code: ProblemCode; readonly facts: ProblemFacts } | null
}

export interface PasteResult {
  readonly rows: readonly PasteRow[]
  readonly counts: { readonly [State in PasteRow['state']]: number }
  readonly labels: Labels
  /** To be given back with `commit`. */
  readonly preview: string
  /** Null in a preview. */
  readonly written: ChangedMany | null
}

/** The change log, whole or of one record. */
import { z } from 'zod'
import type { Noun } from '#shared/domain/nouns.ts'
import { type Labels, nounInput, operation, type } from './base.ts'

export interface HistoryEvent {
  readonly sequence: number
  readonly transaction: number
  readonly at: string
  readonly account: string
  readonly machine: string
  readonly personId: string | null
  readonly operation: string
  readonly noun: Noun
  readonly recordId: string
  readonly reason: string | null
  /** The transaction that this one took back, of an undo or redo. */
  readonly reverses: number | null
  /** Fields whose value differs, as they were and are; all filled fields of a new record. */
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[]
}

export interface History {
  readonly events: readonly HistoryEvent[]
  readonly total: number
  readonly labels: Labels
}

export const history = {
  /** Newest first. `recordId` takes the records that belong to it too (assessments of a risk, terms of a post). */
  list: operation
    .input(
      z.object({
        recordId: z.uuid().nullable().default(null),
        noun: nounInput.nullable().default(null),
        before: z.int().nullable().default(null),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(type<History>()),
}

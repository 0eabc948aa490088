/** The change log, whole or of one record. */
import { z } from 'zod'
import type { FieldChange } from '#shared/domain/compare/field-changes.ts'
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
  readonly changes: readonly HistoryChange[]
}

export interface HistoryChange extends FieldChange {
  /**
   * Whether the field can be given its value of then again, by an ordinary update with `before` or `after` and the version in
   * `versions`: only verbs change it, the record was withdrawn, or the value is of a shape that the field no longer has.
   */
  readonly restorable: 'yes' | 'by_verb' | 'withdrawn' | 'no'
}

export interface History {
  readonly events: readonly HistoryEvent[]
  readonly total: number
  /** The present version of each record that the events are about: what a restore is made with. */
  readonly versions: Readonly<Record<string, number>>
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

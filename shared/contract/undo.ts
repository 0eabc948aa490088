/** Undo and redo: each is a new transaction that takes an earlier one back and names it in the log. */
import { z } from 'zod'
import type { Noun } from '#shared/domain/nouns.ts'
import { operation, type } from './base.ts'

/** One transaction that can be undone or redone, as a person knows it. */
export interface UndoStep {
  /** The sequence of its first event: what `undo` and `redo` are asked with. */
  readonly transaction: number
  /** What was done (`operation.<operation>` in the catalogue); of an undone step what it had done. */
  readonly operation: string
  /** The noun of which it changed the most records, and how many of them. */
  readonly noun: Noun
  readonly count: number
  /** The first of their codes, at most five; of a record without a code the code of the one that it belongs to. */
  readonly codes: readonly string[]
  /** When it was done. */
  readonly at: string
}

/** What undo does not reach across: the last locked pack, or the last thing that somebody signed. */
export interface UndoBarrier {
  readonly kind: 'lock' | 'signature' | 'merge'
  readonly operation: string
  readonly code: string
  readonly at: string
}

export interface UndoState {
  /** The last own change, and the last own undo; null where there is none. */
  readonly undo: UndoStep | null
  readonly redo: UndoStep | null
  /** How many steps there are each way; at most 200. */
  readonly undoable: number
  readonly redoable: number
  readonly barrier: UndoBarrier | null
}

export interface UndoResult {
  /** What was taken back, or done again. */
  readonly step: UndoStep
  /** The new transaction; null where nothing differed. */
  readonly transaction: number | null
  readonly state: UndoState
}

/**
 * The step that the person was shown: UNDO_OTHER_STEP where it is no longer the next one. None: the next one, whichever it is.
 */
const stepInput = z.object({ transaction: z.int().min(1).nullable().default(null) })

/** Refused with UNDO_NOTHING, UNDO_LOCKED, UNDO_SIGNED, UNDO_CHANGED_SINCE, UNDO_REFERENCED: each says what stands in the way. */
export const undo = {
  state: operation.output(type<UndoState>()),
  undo: operation.input(stepInput).output(type<UndoResult>()),
  redo: operation.input(stepInput).output(type<UndoResult>()),
}

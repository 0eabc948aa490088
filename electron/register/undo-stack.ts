/**
 * What can be undone and redone, told from the log alone: the last own transactions after the last lock. Nothing is kept
 * beside the log, so that the window can be closed and the register opened again (after a crash, on the next day, by the
 * same person on the same machine) with the same steps; and a stack of its own could say something else than the log.
 *
 * Own are the transactions of the account, the machine and the person who acts now. A lock by anybody ends the stack, and so
 * does what was signed: behind them a figure that was reported, or a thing that somebody confirmed, would change unseen.
 */
import type { Actor, LogHead } from './store/audit-log.ts'
import type { Register } from './store/register-file.ts'
import { type TransactionHead, transactionsBackwards } from './store/transactions.ts'

export const mostSteps = 200

/** An own transaction that can be taken back, and what was done in the first place. */
export interface StackEntry {
  readonly head: TransactionHead
  /** The change that a person made: `head` itself, unless it redid or undid another one. */
  readonly origin: TransactionHead
}

export interface UndoStack {
  readonly undo: readonly StackEntry[]
  readonly redo: readonly StackEntry[]
  readonly barrier: TransactionHead | null
}

interface Kept extends UndoStack {
  readonly actor: Actor
  readonly end: LogHead
}
const kept = new WeakMap<Register, Kept>()

/** The log is followed from where it was last looked at; at the first look, back to the last lock, or this far. */
const longestLook = 20_000

export function undoStack(register: Register): UndoStack {
  const { read, actor } = register
  const known = kept.get(register)
  const end = register.head()
  const isOwn = (other: Actor) =>
    other.account === actor.account && other.machine === actor.machine && other.personId === actor.personId
  const base = known !== undefined && isOwn(known.actor) ? known : null
  if (base?.end.hash === end.hash) return base
  const newer: TransactionHead[] = []
  for (const head of transactionsBackwards(read, base?.end.sequence ?? 0)) {
    newer.push(head)
    if (head.locks || head.merges || newer.length === longestLook) break
  }
  let stack: UndoStack = base ?? { undo: [], redo: [], barrier: null }
  for (const head of newer.reverse()) stack = after(stack, head, isOwn(head.actor))
  kept.set(register, { ...stack, actor, end })
  return stack
}

function after(stack: UndoStack, head: TransactionHead, own: boolean): UndoStack {
  if (head.locks || head.merges || (own && head.signs)) return { undo: [], redo: [], barrier: head }
  // Making the register is no change of it.
  if (!own || head.sequence === 1) return stack
  if (head.reverses === null)
    return { ...stack, undo: [...stack.undo, { head, origin: head }].slice(-mostSteps), redo: [] }
  const undone = stack.undo.at(-1)
  if (undone?.head.sequence === head.reverses)
    return {
      ...stack,
      undo: stack.undo.slice(0, -1),
      redo: [...stack.redo, { head, origin: undone.origin }].slice(-mostSteps),
    }
  const redone = stack.redo.at(-1)
  if (redone?.head.sequence === head.reverses)
    return {
      ...stack,
      undo: [...stack.undo, { head, origin: redone.origin }].slice(-mostSteps),
      redo: stack.redo.slice(0, -1),
    }
  return stack
}

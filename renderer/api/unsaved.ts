/** What was typed and is not in the register yet: asked before the window closes or shows another file. */
import { useEffect, useMemo } from 'react'
import { untilNothingIsSaved } from './save-state.ts'

interface Held {
  readonly labels: readonly string[]
  readonly isDraft: boolean
}
const held = new Map<object, Held>()
const saves = new Set<Promise<void>>()

export interface Unsaved {
  /** Something is typed in the fields of these names. `isDraft`: it is kept, and comes back when the register is opened again. */
  hold(labels: readonly string[], isDraft: boolean): void
  /** It is saved, or given up. */
  release(): void
  /** It is being saved: who asks what is unsaved waits for the outcome. */
  wait(save: Promise<void>): Promise<void>
}

/** For one field or form. What it holds is no longer asked about when it leaves the screen. */
export function useUnsaved(): Unsaved {
  const unsaved = useMemo<Unsaved>(
    () => ({
      hold(labels, isDraft) {
        held.set(this, { labels, isDraft })
      },
      release() {
        held.delete(this)
      },
      wait(save) {
        saves.add(save)
        return save.finally(() => saves.delete(save))
      },
    }),
    [],
  )
  useEffect(() => () => unsaved.release(), [unsaved])
  return unsaved
}

/** Names of the fields that hold something unsaved. */
export function unsavedFields(): readonly string[] {
  return [...held.values()].flatMap(({ labels }) => labels)
}

/** True where all of it comes back when the register is opened again. */
export function isAllKept(): boolean {
  return [...held.values()].every(({ isDraft }) => isDraft)
}

/** What is written a moment after it has changed: the drafts, a list as it was left. */
export interface Trailing {
  isWaiting(): boolean
  /** Writes it now. */
  finish(): Promise<unknown>
}
const trailing = new Set<Trailing>()

/** @returns takes it away again */
export function onLeaving(each: Trailing): () => void {
  trailing.add(each)
  return () => trailing.delete(each)
}

/** True where the window must not go before something is written. */
export function isAnythingTrailing(): boolean {
  return [...trailing].some((each) => each.isWaiting())
}

/** Writes it now, as far as there is time: the page is going. */
export function finishTrailing(): Promise<unknown> {
  return Promise.allSettled([...trailing].map((each) => each.finish()))
}

/**
 * Saves the field that is being typed in, as leaving it does, and waits for all that is being saved.
 * @returns the fields that are still not saved: refused, in conflict, or of a form that is not sent yet
 */
export async function saveTyped(): Promise<readonly string[]> {
  const field = document.activeElement
  if (field instanceof HTMLElement) field.blur()
  await turn()
  await Promise.allSettled(saves)
  await untilNothingIsSaved()
  // What waits for a save goes on only after it.
  await turn()
  await finishTrailing()
  if (field instanceof HTMLElement && field.isConnected) field.focus()
  return unsavedFields()
}

/** A task of its own: a save that leaving the field sets off begins in one, and ends in one. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

/** What was typed and is not in the register yet: asked before the window closes or shows another file. */
import { useEffect, useMemo } from 'react'
import { untilNothingIsSaved } from './save-state.ts'

const held = new Map<object, readonly string[]>()
const saves = new Set<Promise<void>>()

export interface Unsaved {
  /** Something is typed in the fields of these names. */
  hold(labels: readonly string[]): void
  /** It is saved, or given up. */
  release(): void
  /** It is being saved: who asks what is unsaved waits for the outcome. */
  wait(save: Promise<void>): Promise<void>
}

/** For one field or form. What it holds is given up when it leaves the screen. */
export function useUnsaved(): Unsaved {
  const unsaved = useMemo<Unsaved>(
    () => ({
      hold(labels) {
        held.set(this, labels)
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
  return [...held.values()].flat()
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
  if (field instanceof HTMLElement && field.isConnected) field.focus()
  return unsavedFields()
}

/** A task of its own: a save that leaving the field sets off begins in one, and ends in one. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

/** What the top bar says about saving: every change of the window passes through here. */
import { useSyncExternalStore } from 'react'

export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'failed' }

let state: SaveState = { kind: 'idle' }
let running = 0
const listeners = new Set<() => void>()

function set(next: SaveState): void {
  state = next
  for (const listener of listeners) listener()
}

/** Runs a change and tells how it went; what it throws is thrown on. */
export async function tellSaving<Result>(change: () => Promise<Result>): Promise<Result> {
  running += 1
  set({ kind: 'saving' })
  try {
    const result = await change()
    running -= 1
    if (running === 0) set({ kind: 'saved', at: new Date() })
    return result
  } catch (error) {
    running -= 1
    set({ kind: 'failed' })
    throw error
  }
}

export function isSaving(): boolean {
  return running > 0
}

/** Resolves when nothing is being saved. */
export function untilNothingIsSaved(): Promise<void> {
  if (running === 0) return Promise.resolve()
  return new Promise((resolve) => {
    const look = () => {
      if (running > 0) return
      listeners.delete(look)
      resolve()
    }
    listeners.add(look)
  })
}

/** A register that was just opened has saved nothing yet. */
export function forgetSaving(): void {
  set({ kind: 'idle' })
}

export function useSaveState(): SaveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
}

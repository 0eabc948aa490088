/** What the top bar says about saving: every change of the window passes through here. What was refused is told where it was asked for. */
import { useSyncExternalStore } from 'react'

export type SaveState =
  { readonly kind: 'idle' } | { readonly kind: 'saving' } | { readonly kind: 'saved'; readonly at: Date }

let state: SaveState = { kind: 'idle' }
/** What was so before the changes that are running. */
let before: SaveState = state
let running = 0
const listeners = new Set<() => void>()

function set(next: SaveState): void {
  state = next
  for (const listener of listeners) listener()
}

/** Runs a change and tells how it went; what it throws is thrown on. */
export async function tellSaving<Result>(change: () => Promise<Result>): Promise<Result> {
  if (running === 0) before = state
  running += 1
  set({ kind: 'saving' })
  try {
    const result = await change()
    before = { kind: 'saved', at: new Date() }
    return result
  } finally {
    running -= 1
    // A refused change has changed nothing: what was saved before is so still.
    if (running === 0) set(before)
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
  before = { kind: 'idle' }
  set(before)
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

/**
 * What is typed, once the typing rests: nothing is asked for at every letter, and nothing while an input method composes,
 * since half a conversion is not what the person means.
 */
import { useEffect, useState, useSyncExternalStore } from 'react'

const restMilliseconds = 150

/** One input at a time composes, wherever it stands in the window. */
let composing = false
const listeners = new Set<() => void>()

function setComposing(now: boolean): void {
  composing = now
  for (const listener of listeners) listener()
}

if (typeof document !== 'undefined') {
  document.addEventListener('compositionstart', () => setComposing(true), true)
  document.addEventListener('compositionend', () => setComposing(false), true)
}

function useIsComposing(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => composing,
  )
}

export function useDeferredText(text: string): string {
  const [deferred, setDeferred] = useState(text)
  const waits = useIsComposing()
  useEffect(() => {
    if (waits) return
    const timer = setTimeout(() => setDeferred(text), restMilliseconds)
    return () => clearTimeout(timer)
  }, [text, waits])
  return deferred
}

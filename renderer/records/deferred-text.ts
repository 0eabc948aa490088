/** What is typed, once the typing rests: a list is not asked for at every letter. */
import { useEffect, useState } from 'react'

const restMilliseconds = 150

export function useDeferredText(text: string): string {
  const [deferred, setDeferred] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setDeferred(text), restMilliseconds)
    return () => clearTimeout(timer)
  }, [text])
  return deferred
}

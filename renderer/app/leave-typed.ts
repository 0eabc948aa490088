/**
 * Whichever way another screen is gone to, by a link, a key, the palette or the browser's own "back", the field that is being
 * typed in is left first, as a person leaves it: it saves itself, or holds what it could not save.
 */
import { useEffect } from 'react'

export function useLeaveTyped(): void {
  useEffect(() => {
    const leave = () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    }
    // Before the router hears of it: after that the field is no longer there to be left.
    window.addEventListener('hashchange', leave, { capture: true })
    return () => window.removeEventListener('hashchange', leave, { capture: true })
  }, [])
}

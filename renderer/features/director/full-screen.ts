/** The whole screen for the pages, in both shells alike; where the system does not allow it the window stays as it is. */
import { useSyncExternalStore } from 'react'

export function turnFullScreen(): void {
  const turned =
    document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen()
  turned.catch(() => undefined)
}

export function useFullScreen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      document.addEventListener('fullscreenchange', listener)
      return () => document.removeEventListener('fullscreenchange', listener)
    },
    () => document.fullscreenElement !== null,
  )
}

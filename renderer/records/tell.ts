/** A sentence at the edge of the window: what was done, or why it was refused. */
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'

export interface Tell {
  done(sentence: string): void
  /** Stays until it is closed: a person must have been able to read it. */
  refused(sentence: string): void
}

export function useTell(): Tell {
  return useMemo(
    () => ({
      done: (message) => notifications.show({ message, withBorder: true, autoClose: 8000 }),
      refused: (message) => notifications.show({ message, withBorder: true, autoClose: false, role: 'alert' }),
    }),
    [],
  )
}

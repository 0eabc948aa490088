/** What comes to the window from outside: chosen menu items, files, the wish to close. Listened to for as long as it is there. */
import { useEffect, useRef } from 'react'
import type { ShellEvent } from '#shared/contract/application.ts'
import type { Connection } from './connection.ts'

export function useShellEvents(connection: Connection, onEvent: (event: ShellEvent) => void): void {
  const latest = useRef(onEvent)
  useEffect(() => {
    latest.current = onEvent
  })
  useEffect(() => {
    const ended = new AbortController()
    let listening: AbortController | null = null
    const listen = () => {
      if (connection.state !== 'ready') {
        listening?.abort()
        listening = null
        return
      }
      if (listening !== null) return
      const own = new AbortController()
      listening = own
      void follow(connection, own.signal, (event) => latest.current(event))
    }
    const stop = connection.subscribe(listen)
    ended.signal.addEventListener('abort', () => {
      stop()
      listening?.abort()
    })
    listen()
    return () => ended.abort()
  }, [connection])
}

async function follow(connection: Connection, signal: AbortSignal, tell: (event: ShellEvent) => void): Promise<void> {
  try {
    for await (const event of await connection.client.application.events(undefined, { signal })) tell(event)
  } catch {
    // The connection is lost, which the screen says; the next one is listened to as soon as it is there.
  }
}

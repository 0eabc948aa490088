/** Remembers the records whose pages are visited: the palette offers them first. */
import { useEffect } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { codedNouns } from '#shared/domain/nouns.ts'

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/

export function useNoteVisits(location: string): void {
  const { client } = useApi()
  const [, noun, id = ''] = location.split('/')
  const visited = codedNouns.some((each) => each === noun) && uuid.test(id) ? id : null
  useEffect(() => {
    if (visited === null) return
    // A register that was closed meanwhile remembers nothing.
    client.application.recentlyUsed.note({ kind: 'record', id: visited }).catch(() => undefined)
  }, [client, visited])
}

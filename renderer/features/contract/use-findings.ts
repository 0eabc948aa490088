/**
 * Sets findings one after the other, as fast as somebody presses keys: each is sent with the version that the one before it left,
 * and the list is read again after each.
 */
import { useEffect, useRef } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useSaveQueue } from '#renderer/records/record-saver.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import type { ReadingPicture } from '#shared/contract/contract-readings.ts'
import type { PointFinding } from '#shared/domain/third-party/contract-reading.ts'

interface MoreOfFinding {
  readonly reason?: string
  readonly accepterId?: string | null
  readonly acceptedUntil?: string | null
}

export interface Findings {
  /** The version of a point's answer as it is known now; null where nobody has answered it. */
  readonly versionOf: (pointId: string) => number | null
  /** Rejects with what the register refused. */
  readonly set: (pointId: string, finding: PointFinding, more?: MoreOfFinding) => Promise<void>
  /** The same; what is refused is told at the edge of the window. */
  readonly press: (pointId: string, finding: PointFinding) => void
}

export function useFindings(picture: ReadingPicture): Findings {
  const { client } = useApi()
  const inTurn = useSaveQueue()
  const tell = useTell()
  const words = useWords()
  const known = useRef(picture)
  /** Versions that were written since the picture was read. */
  const written = useRef(new Map<string, number>())
  useEffect(() => {
    known.current = picture
    written.current.clear()
  }, [picture])
  const versionOf = (pointId: string) =>
    written.current.get(pointId) ?? known.current.points.find(({ id }) => id === pointId)?.answer?.version ?? null
  const set = (pointId: string, finding: PointFinding, more: MoreOfFinding = {}) =>
    inTurn(async () => {
      const answer = await client.contractReading.setFinding({
        readingId: known.current.reading.id,
        pointId,
        version: versionOf(pointId),
        finding,
        ...more,
      })
      written.current.set(pointId, answer.version)
    })
  return {
    versionOf,
    set,
    press: (pointId, finding) => {
      set(pointId, finding).catch((error: unknown) => tell.refused(sayError(words.language, error)))
    },
  }
}

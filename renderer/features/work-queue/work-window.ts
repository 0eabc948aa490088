/** The part of the queue that is on the screen, fetched in pages as it is scrolled. */
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import type { Labels } from '#shared/contract/base.ts'
import type { WorkConditionsInput, WorkList } from '#shared/contract/work-queue.ts'
import type { WorkItem } from '#shared/domain/work-item.ts'

const pageSize = 100

export interface WorkRow {
  readonly item: WorkItem
  readonly labels: Labels
}

export interface WorkWindow {
  /** Undefined until the first answer. */
  readonly first: WorkList | undefined
  readonly error: Error | null
  /** Undefined where the page is still on its way. */
  readonly rowAt: (index: number) => WorkRow | undefined
  readonly show: (first: number, last: number) => void
}

export function useWorkWindow(conditions: WorkConditionsInput): WorkWindow {
  const { utils } = useApi()
  const [pages, setPages] = useState<readonly number[]>([0])
  const results = useQueries({
    queries: pages.map((page) => ({
      ...utils.workQueue.list.queryOptions({ input: { ...conditions, offset: page * pageSize, limit: pageSize } }),
      ...(page === 0 ? { placeholderData: (before: WorkList | undefined) => before } : {}),
    })),
  })
  const [first] = results
  return {
    first: first?.data,
    error: results.find((each) => each.error !== null)?.error ?? null,
    rowAt: (index) => {
      const place = pages.indexOf(Math.floor(index / pageSize))
      const data = place < 0 ? undefined : results[place]?.data
      const item = data?.items[index % pageSize]
      return data === undefined || item === undefined ? undefined : { item, labels: data.labels }
    },
    show: (from, to) => {
      const wanted: number[] = [0]
      for (let page = Math.floor(from / pageSize); page <= Math.floor(to / pageSize); page += 1)
        if (page > 0) wanted.push(page)
      if (wanted.join() !== pages.join()) setPages(wanted)
    },
  }
}

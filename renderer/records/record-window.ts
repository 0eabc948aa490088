/** The part of a list that is on the screen, fetched in pages as it is scrolled: a register may hold 100,000 records. */
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { nounUtils, useApi } from '#renderer/api/client.tsx'
import type { ListInput } from '#shared/contract/records.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import type { ListRow } from './noun-screen.ts'

const pageSize = 100

export interface RecordWindow<N extends CodedNoun> {
  /** Undefined until the first answer. */
  readonly found: number | undefined
  readonly total: number | undefined
  /** Undefined where the page is still on its way. */
  readonly rowAt: (index: number) => ListRow<N> | undefined
  /** Tells which rows are to be seen. */
  readonly show: (first: number, last: number) => void
  readonly error: Error | null
}

export function useRecordWindow<N extends CodedNoun>(
  noun: N,
  query: Omit<ListInput, 'offset' | 'limit'>,
): RecordWindow<N> {
  const { utils } = useApi()
  const [pages, setPages] = useState<readonly number[]>([0])
  const results = useQueries({
    queries: pages.map((page) => ({
      ...nounUtils(utils, noun).list.queryOptions({ input: { ...query, offset: page * pageSize, limit: pageSize } }),
      // The first page stays while a condition changes, so that the list does not blink at every typed letter.
      ...(page === 0 ? { placeholderData: (before: unknown) => before as never } : {}),
    })),
  })
  const [first] = results
  return {
    found: first?.data?.found,
    total: first?.data?.total,
    error: results.find((each) => each.error !== null)?.error ?? null,
    rowAt: (index) => {
      const place = pages.indexOf(Math.floor(index / pageSize))
      const data = place < 0 ? undefined : results[place]?.data
      const row = data?.rows[index % pageSize]
      return data === undefined || row === undefined ? undefined : { ...row, labels: data.labels }
    },
    show: (from, to) => {
      const wanted: number[] = [0]
      for (let page = Math.floor(from / pageSize); page <= Math.floor(to / pageSize); page += 1)
        if (page > 0) wanted.push(page)
      if (wanted.join() !== pages.join()) setPages(wanted)
    },
  }
}

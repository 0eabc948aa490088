/**
 * The part of a list that is on the screen, fetched in pages as it is scrolled: a register may hold 100,000 records. Pages that
 * nobody sees any more are let go after a while.
 */
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { nounUtils, useApi } from '#renderer/api/client.tsx'
import type { ListInput, ListResult } from '#shared/contract/list.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { listField } from '#shared/domain/list-fields.ts'
import type { GridRows } from '../grid/grid-rows.ts'
import { GroupLayout } from './group-layout.ts'
import { useValueWords } from '../value-words.ts'

const pageSize = 100
/** How long a page that is out of view stays, in milliseconds. */
const pageStays = 30_000

export interface RecordRows<N extends CodedNoun> extends GridRows<N> {
  /** Records that meet the conditions; undefined until the first answer. */
  readonly found: number | undefined
  readonly total: number | undefined
  readonly error: Error | null
  /** The answer is that of an earlier query: the new one is on its way. */
  readonly stale: boolean
}

export function useRecordRows<N extends CodedNoun>(
  noun: N,
  query: Omit<ListInput, 'offset' | 'limit'>,
  collapsed: readonly (string | null)[],
): RecordRows<N> {
  const { utils } = useApi()
  const wordsOf = useValueWords()
  const [pages, setPages] = useState<readonly number[]>([0])
  const results = useQueries({
    queries: pages.map((page) => ({
      ...nounUtils(utils, noun).list.queryOptions({ input: { ...query, offset: page * pageSize, limit: pageSize } }),
      gcTime: pageStays,
      // The first page stays while a condition changes, so that the list does not blink at every typed letter.
      ...(page === 0 ? { placeholderData: keepPreviousData<ListResult<N>> } : {}),
    })),
  })
  const [first] = results
  const groups = first?.data?.groups ?? null
  const found = first?.data?.found ?? 0
  const layout = useMemo(
    () => (groups === null ? null : new GroupLayout(groups, (value) => collapsed.includes(value))),
    [groups, collapsed],
  )
  const field = query.group == null ? undefined : listField(noun, query.group)
  const show = useCallback(
    (from: number, to: number) => {
      const places = [from, to].map((index) => {
        if (layout === null) return index
        const position = layout.at(index)
        return position.kind === 'record' ? position.place : position.placed.place
      })
      const last = Math.max(Math.ceil(found / pageSize) - 1, 0)
      const begin = Math.max(Math.floor((places[0] ?? 0) / pageSize) - 1, 0)
      const end = Math.min(Math.floor((places[1] ?? 0) / pageSize) + 1, last)
      const wanted = [0]
      for (let page = Math.max(begin, 1); page <= end; page += 1) wanted.push(page)
      setPages((pages) => (wanted.join() === pages.join() ? pages : wanted))
    },
    [layout, found],
  )
  const rowAt = (place: number) => {
    const index = pages.indexOf(Math.floor(place / pageSize))
    const data = index < 0 ? undefined : results[index]?.data
    const row = data?.rows[place % pageSize]
    return data === undefined || row === undefined ? undefined : { ...row, labels: data.labels }
  }
  return {
    found: first?.data?.found,
    total: first?.data?.total,
    error: results.find((each) => each.error !== null)?.error ?? null,
    stale: first?.isPlaceholderData ?? false,
    count: layout?.count ?? found,
    itemAt: (index) => {
      const position = layout?.at(index) ?? { kind: 'record', place: index }
      if (position.kind === 'record') return { kind: 'record', place: position.place, row: rowAt(position.place) }
      const { group, collapsed } = position.placed
      const label = field === undefined ? '' : wordsOf(field, group.value, first?.data?.labels ?? {})
      return { kind: 'group', group, label, collapsed }
    },
    indexOf: (place) => (layout === null ? place : layout.indexOf(place)),
    show,
  }
}

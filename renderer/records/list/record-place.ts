/** Where the record in the panel stands in the filtered list, and the way to the next and the previous one. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { nounUtils, useApi } from '#renderer/api/client.tsx'
import type { ListQuery } from '#shared/contract/list.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { setListState } from './list-state.ts'

/** The place of a record in the list, from 0: null where it is not in it, undefined until the register has said. */
export function usePlace(noun: CodedNoun, query: ListQuery, id: string | null) {
  const { utils } = useApi()
  return useQuery({
    ...utils.lists.place.queryOptions({ input: { ...query, noun, id: id ?? '' } }),
    enabled: id !== null,
    placeholderData: keepPreviousData,
    select: ({ place }) => place,
  })
}

/** Opens the record at a place of the list in the panel, also where no page with it has been fetched. */
export function useStep(noun: CodedNoun, query: ListQuery): (place: number) => Promise<void> {
  const { utils } = useApi()
  const queries = useQueryClient()
  return async (place) => {
    const one = await queries.query(
      nounUtils(utils, noun).list.queryOptions({ input: { ...query, offset: place, limit: 1 }, gcTime: 0 }),
    )
    const row = one.rows[0]
    if (row !== undefined) setListState(noun, { openId: row.record.id })
  }
}

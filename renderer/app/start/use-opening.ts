/** Opening registers from the screens that stand before one: what was refused is told by the status, or here. */
import { hashKey, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { forgetDrafts } from '#renderer/api/drafts.tsx'
import { forgetSaving } from '#renderer/api/save-state.ts'
import { forgetWork } from '#renderer/features/work-queue/work-state.ts'
import { forgetLists } from '#renderer/records/list/list-state.ts'
import type { Status } from '#shared/contract/file.ts'

/** Null where the person has cancelled. */
export type Open = () => Promise<Status | null>

export function useOpening(): UseMutationResult<Status | null, Error, Open> {
  const { utils } = useApi()
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const statusKey = utils.file.status.queryKey()
  return useMutation<Status | null, Error, Open>({
    mutationFn: (open) => open(),
    onSuccess: (status) => {
      if (status === null) return
      forgetLists()
      forgetWork()
      forgetSaving()
      forgetDrafts()
      queries.setQueryData(statusKey, status)
      queries.removeQueries({ predicate: (query) => query.queryHash !== hashKey(statusKey) })
      navigate('/')
    },
    // A register that was refused stands in the status, which then shows why.
    onError: () => queries.invalidateQueries({ queryKey: statusKey }),
  })
}

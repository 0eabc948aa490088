/** Saves the fields of one record one after the other, since each save raises the version. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { nounClient, nounUtils, useApi } from '#renderer/api/client.tsx'
import { tellSaving } from '#renderer/api/save-state.ts'
import type { RecordDetail } from '#shared/contract/records.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { saveField } from './save-field.ts'

/** `base` is the field's value when the person began to edit it. Rejects with FieldConflict or what the register refused. */
export type SaveField = (field: string, value: unknown, base: unknown) => Promise<void>

/** Runs changes in turn; everything shown is read again after each. */
export function useSaveQueue(): (change: () => Promise<unknown>) => Promise<void> {
  const queries = useQueryClient()
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  return useCallback(
    (change) => {
      const running = queue.current.then(() => tellSaving(change)).finally(() => queries.invalidateQueries())
      queue.current = running.catch(() => null)
      return running.then(() => undefined)
    },
    [queries],
  )
}

export function useRecordSaver(noun: CodedNoun, id: string): SaveField {
  const { client, utils } = useApi()
  const queries = useQueryClient()
  const inTurn = useSaveQueue()
  return useCallback(
    (field, value, base) => {
      const options = nounUtils(utils, noun).get.queryOptions({ input: { id } })
      return inTurn(async () => {
        const record = await saveField(
          {
            known: async () => (await queries.query({ ...options, staleTime: 'static' })).record,
            update: (version, patch) => nounClient(client, noun).update({ id, version, patch }),
          },
          field,
          value,
          base,
        )
        queries.setQueryData<RecordDetail<CodedNoun>>(options.queryKey, (detail) => detail && { ...detail, record })
      })
    },
    [client, id, inTurn, noun, queries, utils],
  )
}

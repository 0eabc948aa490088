/**
 * Saving single fields of a record with the version they were read at. Saves of one record go one after the other, since
 * each one raises the version. Where somebody else changed the record meanwhile, only a change of the same field is a
 * conflict: the other fields do not meet.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { nounClient, nounUtils, useApi } from '#renderer/api/client.tsx'
import { problemOf } from '#renderer/api/problem.ts'
import { tellSaving } from '#renderer/api/save-state.ts'
import type { RecordDetail } from '#shared/contract/records.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { sameValue } from './same-value.ts'

/** The field was changed by somebody else since it was read; `theirs` is what they wrote. */
export class FieldConflict extends Error {
  readonly theirs: unknown
  constructor(theirs: unknown) {
    super('CHANGED_MEANWHILE')
    this.name = 'FieldConflict'
    this.theirs = theirs
  }
}

/** `base` is the field's value when the person began to edit it. Rejects with FieldConflict or what the register refused. */
export type SaveField = (field: string, value: unknown, base: unknown) => Promise<void>

export function useRecordSaver(noun: CodedNoun, id: string): SaveField {
  const { client, utils } = useApi()
  const queries = useQueryClient()
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  return useCallback(
    (field, value, base) => {
      const operation = nounUtils(utils, noun).get
      const key = operation.queryKey({ input: { id } })
      const save = async () => {
        const detail: RecordDetail<CodedNoun> = await queries.query({
          ...operation.queryOptions({ input: { id } }),
          staleTime: 'static',
        })
        const valueOf = (record: object): unknown => Reflect.get(record, field)
        if (!sameValue(valueOf(detail.record), base)) throw new FieldConflict(valueOf(detail.record))
        const update = (version: number) => nounClient(client, noun).update({ id, version, patch: { [field]: value } })
        try {
          const record = await update(detail.record.version)
          queries.setQueryData<RecordDetail<CodedNoun>>(key, { ...detail, record })
        } catch (error) {
          if (problemOf(error).code !== 'CHANGED_MEANWHILE') throw error
          const fresh = await queries.query({ ...operation.queryOptions({ input: { id } }), staleTime: 0 })
          if (!sameValue(valueOf(fresh.record), base)) throw new FieldConflict(valueOf(fresh.record))
          await update(fresh.record.version)
        } finally {
          void queries.invalidateQueries()
        }
      }
      const running = queue.current.then(() => tellSaving(save))
      queue.current = running.catch(() => null)
      return running
    },
    [client, id, noun, queries, utils],
  )
}

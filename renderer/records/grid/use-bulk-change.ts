/** Many records at once: one transaction, one sentence, one undo. */
import { useQueryClient } from '@tanstack/react-query'
import { nounClient, useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { tellSaving } from '#renderer/api/save-state.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useUndo } from '#renderer/records/use-undo.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { ChangedMany } from '#shared/contract/batch.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'

export interface RecordPatch {
  readonly id: string
  readonly version: number
  readonly patch?: Readonly<Record<string, unknown>>
}

export interface BulkChange {
  /** Changes fields of records, all or none; says so with an undo, or why it was refused. True where it was done. */
  update(records: readonly RecordPatch[], patch?: Readonly<Record<string, unknown>>): Promise<boolean>
  /** Any other change of many records in one transaction; throws what the register refuses. */
  carryOut(change: () => Promise<ChangedMany>, sentence: (count: number) => string): Promise<void>
}

export function useBulkChange(noun: CodedNoun): BulkChange {
  const { client } = useApi()
  const words = useWords()
  const tell = useTell()
  const undo = useUndo()
  const queries = useQueryClient()
  const carryOut: BulkChange['carryOut'] = async (change, sentence) => {
    try {
      const { changed, created, transaction } = await tellSaving(change)
      const count = changed.length + created.length
      undo.done(count === 0 ? words.t('grid.nothingChanged') : sentence(count), transaction)
    } finally {
      await queries.invalidateQueries()
    }
  }
  const run = async (change: () => Promise<ChangedMany>, sentence: (count: number) => string) => {
    try {
      await carryOut(change, sentence)
      return true
    } catch (error) {
      tell.refused(sayError(words.language, error))
      return false
    }
  }
  return {
    carryOut,
    update: (records, patch) => {
      const names = new Set([patch, ...records.map((each) => each.patch)].flatMap((each) => Object.keys(each ?? {})))
      const [first] = names
      return run(
        () => nounClient(client, noun).updateMany({ records: [...records], ...(patch === undefined ? {} : { patch }) }),
        (count) =>
          names.size === 1 && first !== undefined
            ? words.t('grid.changedField', { count, field: words.field(noun, first) })
            : words.t('grid.changed', { count }),
      )
    },
  }
}

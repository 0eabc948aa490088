/**
 * Values that were typed into cells and are not yet in the register: on their way, refused or in conflict. They are kept by
 * record and field, so that sorting, scrolling and other edits lose none of them.
 */
import { useCallback, useRef, useState } from 'react'
import { nounClient, useApi } from '#renderer/api/client.tsx'
import { fieldProblemsOf, sayError } from '#renderer/api/problem.ts'
import { useIssueWords } from '#renderer/records/issue-words.ts'
import { useSaveQueue } from '#renderer/records/record-saver.ts'
import { FieldConflict, saveField } from '#renderer/records/save-field.ts'
import { useWords } from '#renderer/records/words.ts'
import type { CodedNoun, RecordOf } from '#shared/domain/nouns.ts'

export interface CellDraft {
  readonly value: unknown
  /** The value that stood in the record when editing began. */
  readonly base: unknown
  readonly state: 'saving' | 'refused' | 'conflict'
  readonly problem: string | null
  /** What somebody else wrote meanwhile; null where nobody did. */
  readonly other: FieldConflict | null
}

/** By field of one record. */
export type RowDrafts = ReadonlyMap<string, CellDraft>
export type SaveOutcome = 'saved' | 'refused' | 'conflict'

export interface CellDrafts<N extends CodedNoun> {
  readonly byRecord: ReadonlyMap<string, RowDrafts>
  save(record: RecordOf<N>, field: string, value: unknown, base: unknown): Promise<SaveOutcome>
  drop(id: string, field: string): void
}

type Drafts = ReadonlyMap<string, RowDrafts>

function withDraft(drafts: Drafts, id: string, field: string, draft: CellDraft | null): Drafts {
  const row = new Map(drafts.get(id))
  if (draft === null) row.delete(field)
  else row.set(field, draft)
  const next = new Map(drafts)
  if (row.size === 0) next.delete(id)
  else next.set(id, row)
  return next
}

export function useCellDrafts<N extends CodedNoun>(noun: N): CellDrafts<N> {
  const { client } = useApi()
  const words = useWords()
  const issueWords = useIssueWords()
  const inTurn = useSaveQueue()
  const [byRecord, setDrafts] = useState<Drafts>(new Map())
  /** Records as they came back from the register: newer than the rows until those are read again. */
  const latest = useRef(new Map<string, RecordOf<N>>())

  const set = useCallback((id: string, field: string, draft: CellDraft | null) => {
    setDrafts((drafts) => withDraft(drafts, id, field, draft))
  }, [])

  const save = async (record: RecordOf<N>, field: string, value: unknown, base: unknown): Promise<SaveOutcome> => {
    const { id } = record
    const draft = { value, base, problem: null, other: null }
    set(id, field, { ...draft, state: 'saving' })
    const operations = nounClient(client, noun)
    try {
      await inTurn(async () => {
        const known = latest.current.get(id)
        const after = await saveField(
          {
            known: async () => (known !== undefined && known.version > record.version ? known : record),
            update: (version, patch) => operations.update({ id, version, patch }),
          },
          field,
          value,
          base,
        )
        latest.current.set(id, after)
      })
      set(id, field, null)
      return 'saved'
    } catch (error) {
      if (error instanceof FieldConflict) {
        set(id, field, { ...draft, state: 'conflict', other: error })
        return 'conflict'
      }
      const own = fieldProblemsOf(error).find((each) => each.field === field)
      const problem = own === undefined ? sayError(words.language, error) : issueWords(own.issue)
      set(id, field, { ...draft, state: 'refused', problem })
      return 'refused'
    }
  }
  return {
    byRecord,
    save,
    drop: (id, field) => {
      set(id, field, null)
    },
  }
}

/**
 * Values that were typed into cells and are not in the register: on their way, refused or in conflict. They are held by record
 * and field beside those of the records' own pages, so that sorting, scrolling, leaving the list and closing the window lose
 * none of them.
 */
import { useEffect, useMemo, useRef } from 'react'
import { type HeldFields, useDrafts, useHeldDrafts } from '#renderer/api/drafts.tsx'
import { nounClient, useApi } from '#renderer/api/client.tsx'
import { useUnsaved } from '#renderer/api/unsaved.ts'
import { nameOf } from '#renderer/records/record-panel.tsx'
import { useSaveQueue } from '#renderer/records/record-saver.ts'
import { FieldConflict, saveField } from '#renderer/records/save-field.ts'
import { useWords } from '#renderer/records/words.ts'
import type { CodedNoun, RecordOf } from '#shared/domain/nouns.ts'

export type SaveOutcome = 'saved' | 'refused' | 'conflict'

export interface CellDrafts<N extends CodedNoun> {
  readonly byRecord: ReadonlyMap<string, HeldFields>
  save(record: RecordOf<N>, field: string, value: unknown, base: unknown): Promise<SaveOutcome>
  /** The value cannot be stored; it stays in its cell until it is put right or dropped. */
  refuse(record: RecordOf<N>, field: string, value: unknown, base: unknown): void
  drop(id: string, field: string): void
}

export function useCellDrafts<N extends CodedNoun>(noun: N): CellDrafts<N> {
  const { client } = useApi()
  const words = useWords()
  const inTurn = useSaveQueue()
  const drafts = useDrafts()
  const held = useHeldDrafts()
  const unsaved = useUnsaved()
  const byRecord = useMemo(
    () =>
      new Map(
        [...held.values()].flatMap(({ place, fields }): (readonly [string, HeldFields])[] =>
          place.noun === noun && place.recordId !== null ? [[place.recordId, fields]] : [],
        ),
      ),
    [held, noun],
  )
  /** Records as they came back from the register: newer than the rows until those are read again. */
  const latest = useRef(new Map<string, RecordOf<N>>())
  const placeOf = (id: string) => ({ noun, recordId: id, preset: {} })

  useEffect(() => {
    // What was left by an earlier visit waits to be looked at; it is not asked about again at every closing.
    const open = [...byRecord.values()].flatMap((fields) =>
      [...fields].flatMap(([name, { state }]) => (state === 'kept' ? [] : [words.field(noun, name)])),
    )
    if (open.length === 0) unsaved.release()
    else unsaved.hold(open, drafts.isKept)
  }, [byRecord, drafts, noun, unsaved, words])
  useEffect(
    () => () => {
      for (const { place } of drafts.all().values())
        if (place.noun === noun && place.recordId !== null) drafts.leave(place)
    },
    [drafts, noun],
  )

  const note = (record: RecordOf<N>) => {
    drafts.learn({ [record.id]: { noun, code: record.code, name: nameOf(record) } })
  }
  const save = async (record: RecordOf<N>, field: string, value: unknown, base: unknown): Promise<SaveOutcome> => {
    const { id } = record
    const saving = { value, base, state: 'saving', error: null } as const
    note(record)
    drafts.hold(placeOf(id), field, saving)
    // Typed once more since, here or on the record's page: that is not answered for by this save.
    const isLatest = () => drafts.at(placeOf(id))?.fields.get(field) === saving
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
      if (isLatest()) drafts.letGo(placeOf(id), field)
      return 'saved'
    } catch (error) {
      const state = error instanceof FieldConflict ? 'conflict' : 'refused'
      if (isLatest()) drafts.hold(placeOf(id), field, { value, base, state, error })
      return state
    }
  }
  return {
    byRecord,
    save,
    refuse: (record, field, value, base) => {
      note(record)
      drafts.hold(placeOf(record.id), field, { value, base, state: 'refused', error: null })
    },
    drop: (id, field) => {
      drafts.letGo(placeOf(id), field)
    },
  }
}

/** Editing in a grid: which cell is open, what becomes of what was typed, and that nothing typed is lost. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ListRow } from '#renderer/records/noun-screen.ts'
import { sameValue } from '#renderer/records/same-value.ts'
import type { FieldDescription } from '#shared/domain/fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import type { CellEditorHandle } from './cell-editor.tsx'
import { storedIn } from './cell-use.ts'
import type { CellDrafts } from './use-cell-drafts.ts'

export interface Editing {
  readonly id: string
  readonly column: string
  /** Begun by typing. */
  readonly quick: boolean
  /** The value that stood in the record when editing began. */
  readonly base: unknown
}

export interface EditedCell<N extends CodedNoun> {
  readonly row: ListRow<N>
  readonly field: FieldDescription
}

export interface GridEditing<N extends CodedNoun> {
  readonly editing: Editing | null
  /** Changes whenever the editor is to be made anew. */
  readonly edition: number
  begin(cell: EditedCell<N>, quick: boolean): void
  /** The value that was typed, and the editor closed; null where it cannot be stored: the editor stays and says why. */
  finish(cell: EditedCell<N>): { readonly value: unknown; readonly base: unknown } | null
  cancel(): void
  /** Arrow keys move inside the text from now on. */
  calm(): void
  /** Sends a value; where it is refused or meets another version, the cell is opened again with it. */
  send(cell: EditedCell<N>, value: unknown, base: unknown): void
}

/**
 * @param onRefused told of a value that was refused after its editor had closed. `busy`: another cell is being edited and must
 * not be left. True where it has made the cell the active one, so that it can be opened again.
 */
export function useGridEditing<N extends CodedNoun>(
  editor: RefObject<CellEditorHandle | null>,
  drafts: CellDrafts<N>,
  onRefused: (cell: EditedCell<N>, busy: boolean) => boolean,
): GridEditing<N> {
  const [editing, setEditing] = useState<Editing | null>(null)
  const [edition, setEdition] = useState(0)
  const latest = useRef({ editing, onRefused })
  useEffect(() => {
    latest.current = { editing, onRefused }
  })
  const close = () => {
    setEditing(null)
    setEdition((count) => count + 1)
  }
  const baseOf = ({ row, field }: EditedCell<N>) =>
    drafts.byRecord.get(row.record.id)?.get(field.name)?.base ?? storedIn(row.record, field)
  const send = async (cell: EditedCell<N>, value: unknown, base: unknown) => {
    const outcome = await drafts.save(cell.row.record, cell.field.name, value, base)
    if (outcome === 'saved') return
    const busy = latest.current.editing !== null
    if (latest.current.onRefused(cell, busy) && !busy)
      setEditing({ id: cell.row.record.id, column: cell.field.name, quick: false, base })
  }
  return {
    editing,
    edition,
    begin: (cell, quick) => {
      setEditing({ id: cell.row.record.id, column: cell.field.name, quick, base: baseOf(cell) })
    },
    finish: ({ row, field }) => {
      const finished = editor.current?.finish() ?? null
      if (finished === null || editing === null) return null
      if (finished.refused) {
        drafts.refuse(row.record, field.name, finished.value, editing.base)
        return null
      }
      close()
      return { value: finished.value, base: editing.base }
    },
    cancel: () => {
      if (editing !== null) drafts.drop(editing.id, editing.column)
      close()
    },
    calm: () => {
      setEditing((open) => (open === null ? null : { ...open, quick: false }))
    },
    send: (cell, value, base) => {
      if (sameValue(value, base)) drafts.drop(cell.row.record.id, cell.field.name)
      else void send(cell, value, base)
    },
  }
}

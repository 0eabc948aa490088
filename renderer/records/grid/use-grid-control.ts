/** What can be done in a grid, apart from the keys and the pointer that ask for it. */
import { type RefObject, useRef, useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import type { ListRow } from '#renderer/records/noun-screen.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import type { ListQuery } from '#shared/contract/list.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import type { CellEditorHandle } from './cell-editor.tsx'
import { type Bounds, isOneCell, type Move, movedBlock, nextPlace, oneCell, type Place } from './cell-range.ts'
import { type CellUse, cellUse } from './cell-use.ts'
import type { Column } from './column.ts'
import type { GridRows } from './grid-rows.ts'
import { readPlaces, type RowQuery } from './read-rows.ts'
import { allRows, isChosen, noRows, type RowChoice, toggledRow, withRows } from './row-choice.ts'
import { type CellDrafts, useCellDrafts } from './use-cell-drafts.ts'
import { type EditedCell, type GridEditing, useGridEditing } from './use-grid-editing.ts'
import { type GridFocusState, indexNear, recordAt, useGridFocus } from './use-grid-focus.ts'

export const headingHeight = 32

export interface GridParts<N extends CodedNoun> {
  readonly noun: N
  /** The columns that are drawn, in their order. */
  readonly shown: readonly Column<N>[]
  readonly rows: GridRows<N>
  readonly query: ListQuery
  readonly rowHeight: number
  readonly mayChange: boolean
  readonly scroll: RefObject<HTMLDivElement | null>
  readonly editor: RefObject<CellEditorHandle | null>
  readonly onOpen: (id: string, place: number) => void
  readonly onToggleGroup: (value: string | null) => void
}

/** A cell whose field a verb changes, or that follows from other records. */
export interface OtherWay<N extends CodedNoun> {
  readonly row: ListRow<N>
  readonly column: Column<N>
  readonly use: CellUse
}

export interface GridControl<N extends CodedNoun> {
  readonly focus: GridFocusState<N>
  readonly choice: RowChoice
  readonly setChoice: (choice: RowChoice) => void
  readonly drafts: CellDrafts<N>
  readonly editing: GridEditing<N>
  readonly source: RowQuery<N>
  /** The column of the active cell; undefined at the check boxes. */
  readonly column: Column<N> | undefined
  readonly edited: EditedCell<N> | null
  readonly otherWay: OtherWay<N> | null
  closeOtherWay(): void
  bounds(): Bounds
  move(move: Move, extend: boolean): void
  goTo(place: Place): void
  extendTo(place: Place): void
  /** Edits the cell where it can be edited; else shows the way, or opens the record. */
  enter(): void
  /** False where the cell cannot be edited. */
  edit(quick: boolean): boolean
  /** False where what was typed cannot be stored: the editor stays. */
  commit(then: 'up' | 'down' | 'left' | 'right' | 'stay'): boolean
  /** What was typed, with the editor closed; null where it cannot be stored. */
  finish(): { readonly cell: EditedCell<N>; readonly value: unknown; readonly base: unknown } | null
  open(index: number): void
  toggleRow(index: number, run: boolean): void
  chooseAll(): void
  letGo(): void
  /** A block or rows that Esc lets go; else Esc belongs to the window. */
  readonly holdsAnything: boolean
}

export function useGridControl<N extends CodedNoun>(parts: GridParts<N>): GridControl<N> {
  const { noun, shown, rows, query, rowHeight, mayChange, scroll, editor, onOpen, onToggleGroup } = parts
  const words = useWords()
  const tell = useTell()
  const { client } = useApi()
  const focus = useGridFocus(rows, shown.length + 1)
  const drafts = useCellDrafts(noun)
  const [choice, setChoice] = useState<RowChoice>(noRows)
  // Records that are chosen and no longer in the list would be changed unseen: other conditions begin with none.
  const conditions = JSON.stringify([query.search, query.filters, query.codes, query.withdrawn])
  const [chosenUnder, setChosenUnder] = useState(conditions)
  if (chosenUnder !== conditions) {
    setChosenUnder(conditions)
    setChoice(noRows)
  }
  const [otherWay, setOtherWay] = useState<OtherWay<N> | null>(null)
  const lastToggled = useRef<number | null>(null)
  const { active } = focus.block
  const column = shown[active.column - 1]
  const use = column === undefined ? null : cellUse(noun, column.field)
  const edited =
    mayChange && focus.row !== undefined && use?.kind === 'edit' && focus.row.record.withdrawn === null
      ? { row: focus.row, field: use.field }
      : null

  const editing = useGridEditing(editor, drafts, (cell, busy) => {
    const index = indexNear(rows, active.row, cell.row.record.id)
    const at = shown.findIndex(({ id }) => id === cell.field.name)
    if (busy || index < 0 || at < 0) {
      tell.refused(
        words.t('grid.refusedElsewhere', { code: cell.row.record.code, field: words.field(noun, cell.field.name) }),
      )
      return false
    }
    focus.setBlock(() => oneCell({ row: index, column: at + 1 }))
    return true
  })

  const bounds = (): Bounds => ({
    rows: rows.count,
    columns: shown.length + 1,
    page: Math.max(Math.floor(((scroll.current?.clientHeight ?? 0) - headingHeight) / rowHeight) - 1, 1),
  })
  const source: RowQuery<N> = {
    noun,
    query,
    values: shown.filter(({ field }) => field.derived === true).map(({ id }) => id),
  }
  const goTo = (place: Place) => {
    focus.setBlock(() => oneCell(place))
  }
  const open = (index: number) => {
    if (index >= rows.count) return
    const item = rows.itemAt(index)
    if (item.kind === 'group') onToggleGroup(item.group.value)
    else if (item.row !== undefined) onOpen(item.row.record.id, item.place)
  }
  const edit = (quick: boolean) => {
    if (edited === null) return false
    editing.begin(edited, quick)
    return true
  }
  const finish: GridControl<N>['finish'] = () => {
    const finished = edited === null ? null : editing.finish(edited)
    return finished === null || edited === null ? null : { cell: edited, ...finished }
  }
  const commit: GridControl<N>['commit'] = (then) => {
    const finished = finish()
    if (finished === null) return false
    editing.send(finished.cell, finished.value, finished.base)
    if (then === 'left' || then === 'right')
      focus.setBlock((block) => {
        const next = nextPlace(block.active, then === 'right' ? 1 : -1, bounds())
        return next === null ? block : oneCell(next)
      })
    else if (then === 'up' || then === 'down') focus.setBlock((block) => movedBlock(block, then, false, bounds()))
    return true
  }
  const toggleRow = (index: number, run: boolean) => {
    const from = lastToggled.current
    const row = recordAt(rows, index)
    if (row === undefined) return
    if (!run || from === null) {
      lastToggled.current = index
      setChoice((before) => toggledRow(before, row.record.code))
      return
    }
    const places = placesOf(rows, Math.min(from, index), Math.max(from, index))
    void readPlaces(client, { ...source, values: [] }, places[0] ?? 0, places.at(-1) ?? 0).then((read) => {
      const codes = read.map(({ record }) => record.code)
      setChoice((before) => withRows(before, codes, from === index ? !isChosen(before, row.record.code) : true))
    })
  }
  return {
    focus,
    choice,
    setChoice,
    drafts,
    editing,
    source,
    column,
    edited,
    otherWay,
    closeOtherWay: () => {
      setOtherWay(null)
    },
    bounds,
    move: (move, extend) => {
      focus.setBlock((block) => movedBlock(block, move, extend, bounds()))
    },
    goTo,
    extendTo: (place) => {
      focus.setBlock((block) => ({ active: block.active, far: place }))
    },
    enter: () => {
      if (edit(false)) return
      if (
        mayChange &&
        focus.row !== undefined &&
        column !== undefined &&
        (use?.kind === 'verb' || use?.kind === 'derived')
      )
        setOtherWay({ row: focus.row, column, use })
      else open(active.row)
    },
    edit,
    commit,
    finish,
    open,
    toggleRow,
    chooseAll: () => {
      setChoice(allRows)
    },
    holdsAnything: !isOneCell(focus.block) || choice !== noRows,
    letGo: () => {
      if (!isOneCell(focus.block)) goTo(active)
      else setChoice(noRows)
    },
  }
}

/** The places of the records from one item of the grid to another. */
export function placesOf<N extends CodedNoun>(rows: GridRows<N>, from: number, to: number): number[] {
  const places: number[] = []
  for (let index = from; index <= Math.min(to, rows.count - 1); index += 1) {
    const item = rows.itemAt(index)
    if (item.kind === 'record') places.push(item.place)
  }
  return places
}

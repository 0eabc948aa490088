/** Keys, pointer and clipboard of a grid, by the cell they meet: one set of listeners for however many rows there are. */
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useRef,
} from 'react'
import { isComposing } from '#renderer/records/composing.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import type { CellEditorHandle } from './cell-editor.tsx'
import { oneCell, type Place } from './cell-range.ts'
import { takesSeveralLines } from './cell-use.ts'
import { editorAction, gridAction, typesCharacter } from './grid-keys.ts'
import type { GridBlock } from './use-grid-block.ts'
import type { GridControl } from './use-grid-control.ts'
import type { EditedCell } from './use-grid-editing.ts'

/** The cell under an event; null outside of all cells. */
function placeOf(target: EventTarget | null): Place | null {
  if (!(target instanceof Element)) return null
  const cell = target.closest<HTMLElement>('[data-column]')
  const row = cell?.closest<HTMLElement>('tr[data-index]')
  if (cell == null || row == null) return null
  return { row: Number(row.dataset.index), column: Number(cell.dataset.column) }
}

const inOpenEditor = (target: EventTarget | null) =>
  target instanceof Element && target.closest('.cell-editor[data-open="true"]') !== null

export interface GridEventsParts<N extends CodedNoun> {
  readonly control: GridControl<N>
  readonly block: GridBlock & { fillWith(cell: EditedCell<N>, value: unknown): void }
  readonly editor: RefObject<CellEditorHandle | null>
  readonly mayChange: boolean
  readonly focusActive: () => void
  readonly onPaste: (data: DataTransfer) => void
  /** Arrow up from the first row. */
  readonly onHeading: (column: number) => void
}

export function useGridEvents<N extends CodedNoun>(parts: GridEventsParts<N>) {
  const { control, block, editor, mayChange, focusActive, onPaste, onHeading } = parts
  const dragging = useRef(false)
  const isEditing = control.editing.editing !== null

  const onEditorKey = (event: KeyboardEvent) => {
    const field = control.edited?.field
    // A button of the editor is pressed by Enter, as buttons are.
    if (event.target instanceof HTMLButtonElement || field === undefined) return
    const mode = {
      quick: control.editing.editing?.quick === true && field.kind !== 'reference',
      long: takesSeveralLines(field),
    }
    const action = editorAction(event, mode)
    if (action === null) {
      if (event.key === 'F2') control.editing.calm()
      return
    }
    event.preventDefault()
    event.stopPropagation()
    if (action.kind === 'cancel') control.editing.cancel()
    else if (action.kind === 'lineBreak') editor.current?.lineBreak()
    else if (action.then === 'fill') {
      const finished = control.finish()
      if (finished !== null) block.fillWith(finished.cell, finished.value)
    } else control.commit(action.then)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.defaultPrevented || placeOf(event.target) === null) return
    if (isEditing) {
      if (inOpenEditor(event.target)) onEditorKey(event)
      return
    }
    const action = gridAction(event)
    if (action === null) {
      // A field that takes typing has its editor waiting under the key; the others are opened by it.
      if (typesCharacter(event) && !(event.target instanceof HTMLInputElement)) control.edit(false)
      return
    }
    const { active } = control.focus.block
    if (action.kind === 'letGo' && !control.holdsAnything) return
    event.preventDefault()
    if (action.kind !== 'letGo') event.stopPropagation()
    switch (action.kind) {
      case 'move':
        if (action.move === 'up' && !action.extend && active.row === 0) onHeading(active.column)
        else control.move(action.move, action.extend)
        return
      case 'chooseRow':
        control.toggleRow(active.row, false)
        return
      case 'chooseAll':
        control.chooseAll()
        return
      case 'letGo':
        event.stopPropagation()
        control.letGo()
        return
      case 'enter':
        control.enter()
        return
      case 'edit':
        control.enter()
        return
      case 'editBlank':
        control.edit(true)
        return
      case 'open':
        if (active.column === 0 && event.key === ' ') control.toggleRow(active.row, false)
        else control.open(active.row)
        return
      case 'clear':
        if (mayChange) void block.clear()
        return
      case 'fillDown':
        if (mayChange) void block.fillDown()
        return
      case 'fillBlock':
        if (mayChange) void block.fillBlock()
        return
    }
  }

  const onPointerDown = (event: PointerEvent) => {
    const place = placeOf(event.target)
    if (event.button !== 0 || place === null || inOpenEditor(event.target)) return
    if (isEditing && !control.commit('stay')) {
      event.preventDefault()
      return
    }
    if (place.column === 0) control.goTo(place)
    else if (event.shiftKey) control.extendTo(place)
    else if (event.ctrlKey || event.metaKey) control.toggleRow(place.row, false)
    else {
      control.focus.setBlock(() => oneCell(place))
      dragging.current = true
    }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!dragging.current) return
    if ((event.buttons & 1) === 0) {
      dragging.current = false
      return
    }
    const place = placeOf(event.target)
    const { far } = control.focus.block
    if (place !== null && place.column > 0 && (place.row !== far.row || place.column !== far.column))
      control.extendTo(place)
  }
  const onClick = (event: MouseEvent) => {
    const place = placeOf(event.target)
    if (place === null || inOpenEditor(event.target) || !(event.target instanceof Element)) return
    if (place.column === 0) {
      if (event.target instanceof HTMLInputElement || event.shiftKey) control.toggleRow(place.row, event.shiftKey)
    } else if (!event.shiftKey && !event.ctrlKey && !event.metaKey)
      if (!mayChange || event.target.closest('.cell-open') !== null) control.open(place.row)
  }
  const onDoubleClick = (event: MouseEvent) => {
    const place = placeOf(event.target)
    if (place !== null && place.column > 0 && !isEditing && mayChange) control.enter()
  }
  return {
    onKeyDown,
    onPointerDown,
    onPointerMove,
    onClick,
    onDoubleClick,
    // The focus belongs to the active cell, or to the editor that waits in it, whatever was pressed.
    onMouseDown: (event: MouseEvent) => {
      if (placeOf(event.target) === null || inOpenEditor(event.target)) return
      event.preventDefault()
      focusActive()
    },
    // Assistive technology puts the focus on a cell by itself.
    onFocus: (event: FocusEvent) => {
      const place = placeOf(event.target)
      if (place === null || !(event.target instanceof HTMLTableCellElement)) return
      if (event.target.dataset.active === 'true') focusActive()
      else control.goTo(place)
    },
    onCopy: (event: ClipboardEvent) => {
      if (isEditing || placeOf(event.target) === null) return
      event.preventDefault()
      block.copy(event.clipboardData)
    },
    onCut: (event: ClipboardEvent) => {
      // Cutting would empty cells before they have arrived anywhere.
      if (!isEditing && placeOf(event.target) !== null) event.preventDefault()
    },
    onPaste: (event: ClipboardEvent) => {
      if (isEditing || placeOf(event.target) === null) return
      event.preventDefault()
      if (mayChange) onPaste(event.clipboardData)
    },
  }
}

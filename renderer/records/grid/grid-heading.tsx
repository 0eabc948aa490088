/** The heading of a column: sorts (with Shift as a further key), is made wider and narrower, and has a menu for all of it. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type MouseEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useWords } from '#renderer/records/words.ts'
import type { ListSort } from '#shared/contract/list.ts'
import { isSortable } from '#shared/domain/list-fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { type Column, narrowestColumn, widestColumn } from './column.ts'

/** What a dragged column is called among the things that can be dragged: nothing from outside is taken for one. */
const dragged = 'application/x-daicho-column'

export interface GridHeadingProps<N extends CodedNoun> {
  readonly column: Column<N>
  readonly index: number
  readonly sort: ListSort
  /** Sorts by the column; with Shift it becomes a further key. */
  readonly onToggleSort: ((event: unknown) => void) | undefined
  readonly onWidth: (width: number) => void
  readonly menu: ReactNode
  /** Another column was dragged onto this one. By keys columns are moved in the menu. */
  readonly onDropColumn: (id: string) => void
}

export function GridHeading<N extends CodedNoun>(props: GridHeadingProps<N>) {
  const { column, index, sort, onToggleSort, onWidth, menu, onDropColumn } = props
  /** While the edge is dragged, the column itself is not. */
  const resizing = useRef(false)
  const [isTarget, setIsTarget] = useState(false)
  const words = useWords()
  const heading = useRef<HTMLTableCellElement>(null)
  const rank = sort.findIndex(({ field }) => field === column.id)
  const direction = sort[rank]?.direction
  const text = column.heading(words)
  return (
    <th
      ref={heading}
      className={isTarget ? 'drop-target' : undefined}
      draggable
      onDragStart={(event) => {
        if (resizing.current) event.preventDefault()
        else event.dataTransfer.setData(dragged, column.id)
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragged)) return
        event.preventDefault()
        setIsTarget(true)
      }}
      onDragLeave={() => setIsTarget(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsTarget(false)
        const id = event.dataTransfer.getData(dragged)
        if (id !== '' && id !== column.id) onDropColumn(id)
      }}
      scope="col"
      data-end={column.end}
      data-column={column.id}
      // The words alone: without it the heading would also be called by its menu.
      aria-label={text}
      aria-colindex={index + 1}
      aria-sort={isSortable(column.field) ? (rank === 0 ? direction : 'none') : undefined}
    >
      <span className="grid-heading">
        {onToggleSort === undefined || !isSortable(column.field) ? (
          <span className="grid-heading-text">{text}</span>
        ) : (
          <button
            type="button"
            className="heading-button"
            onClick={(event: MouseEvent) => {
              onToggleSort(event)
            }}
          >
            <span className="grid-heading-text">{text}</span>
            {direction === 'ascending' && <IconArrowUp size={12} stroke={1.5} aria-hidden />}
            {direction === 'descending' && <IconArrowDown size={12} stroke={1.5} aria-hidden />}
            {direction !== undefined && sort.length > 1 && <span className="grid-sort-rank">{rank + 1}</span>}
          </button>
        )}
        {menu}
      </span>
      <ResizeHandle
        onHold={(held) => {
          resizing.current = held
        }}
        widthNow={() => heading.current?.getBoundingClientRect().width ?? 0}
        onWidth={onWidth}
      />
    </th>
  )
}

interface ResizeHandleProps {
  /** The pointer takes hold of the edge, or lets it go. */
  readonly onHold: (held: boolean) => void
  readonly widthNow: () => number
  readonly onWidth: (width: number) => void
}

/** Dragged with the pointer. By keys the width is set in the column's menu. */
function ResizeHandle(props: ResizeHandleProps) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const move = (event: PointerEvent) => {
    if (from.current === null) return
    const width = Math.round(from.current.width + event.clientX - from.current.x)
    props.onWidth(Math.min(Math.max(width, narrowestColumn), widestColumn))
  }
  return (
    <span
      className="grid-resize"
      aria-hidden
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        props.onHold(true)
        from.current = { x: event.clientX, width: props.widthNow() }
      }}
      onPointerMove={move}
      onLostPointerCapture={() => {
        from.current = null
        props.onHold(false)
      }}
    />
  )
}

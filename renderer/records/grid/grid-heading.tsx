/** The heading of a column: sorts (with Shift as a further key), is made wider and narrower, and has a menu for all of it. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type MouseEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import { useWords } from '#renderer/records/words.ts'
import type { ListSort } from '#shared/contract/list.ts'
import { isSortable } from '#shared/domain/list-fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { type Column, narrowestColumn, widestColumn } from './column.ts'

export interface GridHeadingProps<N extends CodedNoun> {
  readonly column: Column<N>
  readonly index: number
  readonly sort: ListSort
  /** Sorts by the column; with Shift it becomes a further key. */
  readonly onToggleSort: ((event: unknown) => void) | undefined
  readonly onWidth: (width: number) => void
  readonly menu: ReactNode
}

export function GridHeading<N extends CodedNoun>(props: GridHeadingProps<N>) {
  const { column, index, sort, onToggleSort, onWidth, menu } = props
  const words = useWords()
  const heading = useRef<HTMLTableCellElement>(null)
  const rank = sort.findIndex(({ field }) => field === column.id)
  const direction = sort[rank]?.direction
  const text = column.heading(words)
  return (
    <th
      ref={heading}
      scope="col"
      data-end={column.end}
      data-column={column.id}
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
      <ResizeHandle widthNow={() => heading.current?.getBoundingClientRect().width ?? 0} onWidth={onWidth} />
    </th>
  )
}

/** Dragged with the pointer. By keys the width is set in the column's menu. */
function ResizeHandle(props: { readonly widthNow: () => number; readonly onWidth: (width: number) => void }) {
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
        from.current = { x: event.clientX, width: props.widthNow() }
      }}
      onPointerMove={move}
      onPointerUp={() => {
        from.current = null
      }}
    />
  )
}

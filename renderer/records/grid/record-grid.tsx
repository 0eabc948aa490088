/**
 * The grid of a list: only the items that are to be seen are drawn. Arrow keys move over rows, Enter opens the panel. It knows
 * no noun and no query: columns, their layout, the rows and the sort come in, what a person does goes out.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react'
import { isComposing } from '#renderer/records/composing.ts'
import { useWords } from '#renderer/records/words.ts'
import type { ListRow } from '#renderer/records/noun-screen.ts'
import type { ListSort } from '#shared/contract/list.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { type Column, type ColumnLayout, densities, narrowestName, widthOf } from './column.ts'
import { GridGroupRow } from './grid-group-row.tsx'
import { GridHeading } from './grid-heading.tsx'
import type { GridRows } from './grid-rows.ts'
import { useGridTable } from './use-grid-table.ts'

const headingHeight = 32

export interface GridHandle {
  /** Scrolls to the record at a place of the list and puts the focus on it. */
  focusRecord(place: number): void
  /** Scrolls to it without taking the focus. */
  revealRecord(place: number): void
}

export interface RecordGridProps<N extends CodedNoun> {
  readonly label: string
  /** All columns of the noun; `layout.shown` says which are drawn. */
  readonly columns: readonly Column<N>[]
  readonly layout: ColumnLayout
  readonly onLayout: (layout: ColumnLayout) => void
  readonly sort: ListSort
  readonly onSort: (sort: ListSort) => void
  readonly rows: GridRows<N>
  /** The record in the panel. */
  readonly openId: string | null
  readonly onOpen: (id: string, place: number) => void
  readonly onToggleGroup: (value: string | null) => void
  readonly columnMenu: (column: Column<N>) => ReactNode
  readonly ref?: Ref<GridHandle>
}

export function RecordGrid<N extends CodedNoun>(props: RecordGridProps<N>) {
  const { label, columns, layout, onLayout, sort, onSort, rows, openId, onOpen, onToggleGroup, columnMenu, ref } = props
  const words = useWords()
  const scroll = useRef<HTMLDivElement>(null)
  const rowHeight = densities[layout.density]
  // The virtualizer is a mutable object: React's compiler leaves this component as it is.
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: headingHeight,
  })
  useEffect(() => {
    virtual.measure()
  }, [virtual, rowHeight])
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const { show } = rows
  useEffect(() => {
    show(first, last)
  }, [first, last, show])

  const drawn = items.flatMap(({ index }): ListRow<N>[] => {
    const item = rows.itemAt(index)
    return item.kind === 'record' && item.row !== undefined ? [item.row] : []
  })
  const table = useGridTable({ language: words.language, columns, layout, sort, onSort, rows: drawn })
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns])
  const shown = table.getVisibleLeafColumns().flatMap(({ id }) => byId.get(id) ?? [])

  const focusItem = (index: number) => {
    virtual.scrollToIndex(index)
    requestAnimationFrame(() =>
      scroll.current?.querySelector<HTMLElement>(`tr[data-index="${String(index)}"]`)?.focus(),
    )
  }
  useImperativeHandle(ref, () => ({
    focusRecord: (place) => {
      const index = rows.indexOf(place)
      if (index >= 0) focusItem(index)
    },
    revealRecord: (place) => {
      const index = rows.indexOf(place)
      if (index >= 0) virtual.scrollToIndex(index)
    },
  }))
  const onKeyDown = (event: KeyboardEvent, index: number, act: () => void) => {
    if (isComposing(event)) return
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: rows.count - 1,
      PageDown: index + 15,
      PageUp: index - 15,
    }
    const next = moves[event.key]
    if (next !== undefined) {
      event.preventDefault()
      focusItem(Math.min(Math.max(next, 0), rows.count - 1))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      act()
    }
  }
  const minWidth = shown.reduce((sum, column) => sum + (widthOf(column, layout, words.language) ?? narrowestName), 0)
  const isOpen = (index: number) => {
    const item = rows.itemAt(index)
    return item.kind === 'record' && item.row?.record.id === openId
  }
  const focusable = items.find(({ index }) => isOpen(index))?.index ?? first
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div className="record-grid" data-density={layout.density} ref={scroll}>
      <table style={{ minWidth }} aria-label={label} aria-rowcount={rows.count + 1}>
        <colgroup>
          {shown.map((column) => (
            <col key={column.id} style={{ width: widthOf(column, layout, words.language) }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {shown.map((column, index) => (
              <GridHeading
                key={column.id}
                column={column}
                index={index}
                sort={sort}
                onToggleSort={table.getColumn(column.id)?.getToggleSortingHandler()}
                onWidth={(width) => onLayout({ ...layout, widths: { ...layout.widths, [column.id]: width } })}
                menu={columnMenu(column)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} columns={shown.length} />}
          {items.map(({ key, index }) => {
            const item = rows.itemAt(index)
            if (item.kind === 'group') {
              const toggle = () => {
                onToggleGroup(item.group.value)
              }
              return (
                <GridGroupRow
                  key={key}
                  index={index}
                  columns={shown.length}
                  height={rowHeight}
                  label={item.label}
                  count={item.group.count}
                  collapsed={item.collapsed}
                  focusable={index === focusable}
                  onToggle={toggle}
                  onKeyDown={(event) => onKeyDown(event, index, toggle)}
                />
              )
            }
            const { row, place } = item
            if (row === undefined)
              return (
                <tr key={key} style={{ height: rowHeight }}>
                  <td colSpan={shown.length} className="muted">
                    {words.t('app.loading')}
                  </td>
                </tr>
              )
            const { id } = row.record
            return (
              <tr
                key={key}
                data-index={index}
                aria-rowindex={index + 2}
                aria-selected={id === openId}
                tabIndex={index === focusable ? 0 : -1}
                style={{ height: rowHeight }}
                onClick={() => onOpen(id, place)}
                onKeyDown={(event) => onKeyDown(event, index, () => onOpen(id, place))}
              >
                {shown.map((column) => (
                  <td key={column.id} data-end={column.end}>
                    <column.Cell row={row} />
                  </td>
                ))}
              </tr>
            )
          })}
          {after > 0 && <Spacer height={after} columns={shown.length} />}
        </tbody>
      </table>
    </div>
  )
}

function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr aria-hidden className="spacer" style={{ height }}>
      <td colSpan={columns} />
    </tr>
  )
}

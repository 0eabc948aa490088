/**
 * The grid of a list: cells that are walked over by keys, chosen, edited where they stand, copied and pasted as in a
 * spreadsheet. One tab stop; only the items that are to be seen are drawn. Columns, their layout, the rows and the sort come
 * in, what a person does to them goes out; what is typed into cells is saved here.
 */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useMayChange } from '#renderer/api/status.ts'
import { isComposing } from '#renderer/records/composing.ts'
import type { ListRow, NounScreen } from '#renderer/records/noun-screen.ts'
import { useValueWords } from '#renderer/records/value-words.ts'
import { useWords } from '#renderer/records/words.ts'
import type { ListQuery, ListSort } from '#shared/contract/list.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { BulkBar } from './bulk-bar.tsx'
import { CellEditor, type CellEditorHandle } from './cell-editor.tsx'
import { edgesOf, isOneCell, oneCell } from './cell-range.ts'
import { cellText } from './cell-text.ts'
import { storedIn, takesTyping } from './cell-use.ts'
import { readClipboard } from './clipboard-read.ts'
import type { TextBlock } from './clipboard-text.ts'
import { type Column, type ColumnLayout, densities, narrowestName, widthOf } from './column.ts'
import './grid.css'
import { GridGroupRow } from './grid-group-row.tsx'
import { GridHeading } from './grid-heading.tsx'
import { GridRow } from './grid-row.tsx'
import type { GridRows } from './grid-rows.ts'
import { movedTo } from './layout-change.ts'
import { OtherWayDialog } from './other-way-dialog.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { chosenCount, headingState, isChosen, toggledAll } from './row-choice.ts'
import { useBulkChange } from './use-bulk-change.ts'
import { useGridBlock } from './use-grid-block.ts'
import { headingHeight, useGridControl } from './use-grid-control.ts'
import { useGridEvents } from './use-grid-events.ts'
import { useGridTable } from './use-grid-table.ts'

export interface GridHandle {
  /** Scrolls to the record at a place of the list and puts the focus on it; where no place is known, on the cell that had it last. */
  focusRecord(place: number | null): void
  /** Scrolls to it without taking the focus. */
  revealRecord(place: number): void
}

export interface RecordGridProps<N extends CodedNoun> {
  readonly screen: NounScreen<N>
  readonly label: string
  /** All columns of the noun; `layout.shown` says which are drawn. */
  readonly columns: readonly Column<N>[]
  readonly layout: ColumnLayout
  readonly onLayout: (layout: ColumnLayout) => void
  readonly sort: ListSort
  readonly onSort: (sort: ListSort) => void
  readonly rows: GridRows<N>
  /** What the rows were asked with, and how many records meet it. */
  readonly query: ListQuery
  readonly found: number
  /** The record in the panel. */
  readonly openId: string | null
  readonly onOpen: (id: string, place: number) => void
  readonly onToggleGroup: (value: string | null) => void
  readonly columnMenu: (column: Column<N>) => ReactNode
  readonly ref?: Ref<GridHandle>
}

const checkWidth = 36

export function RecordGrid<N extends CodedNoun>(props: RecordGridProps<N>) {
  const { screen, label, columns, layout, onLayout, sort, onSort, rows, query, found } = props
  const { openId, onOpen, onToggleGroup, columnMenu, ref } = props
  const { noun } = screen
  const words = useWords()
  const wordsOf = useValueWords()
  const mayChange = useMayChange()
  const scroll = useRef<HTMLDivElement>(null)
  const editor = useRef<CellEditorHandle>(null)
  const [pasted, setPasted] = useState<TextBlock | null>(null)
  const [said, setSaid] = useState('')
  const rowHeight = densities[layout.density]
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns])
  const shown = useMemo(() => layout.shown.flatMap((id) => byId.get(id) ?? []), [layout.shown, byId])

  const parts = { noun, shown, rows, query, rowHeight, mayChange, scroll, editor, onOpen, onToggleGroup }
  const control = useGridControl(parts)
  const { focus, choice, editing, drafts } = control
  const bulk = useBulkChange(noun)
  const sayCopied = (cells: number) => {
    setSaid(words.t('grid.copied', { cells }))
  }
  const block = useGridBlock({ noun, shown, rows, found }, control, bulk, sayCopied)
  const heading = (column: number) => {
    scroll.current
      ?.querySelector<HTMLElement>(`thead th[aria-colindex="${String(column + 1)}"] :is(button, input)`)
      ?.focus()
  }
  const focusActive = () => {
    const cell = scroll.current?.querySelector<HTMLElement>('tbody [data-active="true"]')
    const target = cell?.querySelector<HTMLElement>('input, select, textarea') ?? cell
    target?.focus({ preventScroll: true })
  }
  const events = useGridEvents({
    control,
    block,
    editor,
    mayChange,
    focusActive,
    onPaste: (data) => {
      const read = readClipboard(data)
      if (read.length > 0) setPasted(read)
    },
    onHeading: heading,
  })

  const activeRow = focus.block.active.row
  const activeColumn = focus.block.active.column
  // The active row stays drawn wherever the list is scrolled to: the focus is in it.
  const rangeExtractor = useCallback(
    (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const drawn = defaultRangeExtractor(range)
      if (activeRow >= range.count || drawn.includes(activeRow)) return drawn
      return [...drawn, activeRow].sort((one, other) => one - other)
    },
    [activeRow],
  )
  // The virtualizer is a mutable object: React's compiler leaves this component as it is.
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    rangeExtractor,
  })
  useEffect(() => {
    virtual.measure()
  }, [virtual, rowHeight])
  const items = virtual.getVirtualItems()
  const first = virtual.range?.startIndex ?? 0
  const last = virtual.range?.endIndex ?? 0
  const { show } = rows
  useEffect(() => {
    show(first, last)
  }, [first, last, show])

  /** Scrolls so far that a cell stands clear of the heading and of the columns that stay. */
  const reveal = (row: number, column: number) => {
    const view = scroll.current
    if (view === null) return
    const top = row * rowHeight
    if (view.scrollTop > top) view.scrollTop = top
    else if (view.scrollTop + view.clientHeight < top + rowHeight + headingHeight)
      view.scrollTop = top + rowHeight + headingHeight - view.clientHeight
    const headings = view.querySelectorAll<HTMLElement>('thead th')
    const [cell, stays] = [headings[column], headings[1]]
    if (cell === undefined || stays === undefined || column <= 1) return
    const clear = checkWidth + stays.offsetWidth
    if (cell.offsetLeft - clear < view.scrollLeft) view.scrollLeft = cell.offsetLeft - clear
    else if (cell.offsetLeft + cell.offsetWidth > view.scrollLeft + view.clientWidth)
      view.scrollLeft = cell.offsetLeft + cell.offsetWidth - view.clientWidth
  }
  const { far } = focus.block
  const seen = useRef('')
  // The cell that had the focus goes away as the next one becomes active: the page's own focus is no guide meanwhile.
  const hasFocus = useRef(false)
  useLayoutEffect(() => {
    const place = [activeRow, activeColumn, far.row, far.column].join()
    const moved = seen.current !== '' && seen.current !== place
    seen.current = place
    if (!hasFocus.current) return
    const focused = document.activeElement
    const lost = focused === null || focused === document.body
    // Where it has gone elsewhere meanwhile, to the panel say, it stays.
    if (!lost && focused.closest('.record-grid tbody') === null) return
    if (lost || focused.closest('[data-active="true"]') === null) focusActive()
    if (moved) reveal(far.row, far.column)
  })
  // Sorting, menus and the box for all rows are reached from the cells: the grid is one stop of the Tab key.
  useLayoutEffect(() => {
    for (const each of scroll.current?.querySelectorAll<HTMLElement>('thead :is(button, input)') ?? [])
      each.tabIndex = -1
  })
  useImperativeHandle(ref, () => ({
    focusRecord: (place) => {
      const index = place === null ? -1 : rows.indexOf(place)
      if (index >= 0) {
        focus.setBlock(({ active }) => oneCell({ row: index, column: active.column }))
        reveal(index, activeColumn)
      }
      focusActive()
    },
    revealRecord: (place) => {
      const index = rows.indexOf(place)
      if (index >= 0) reveal(index, 0)
    },
  }))

  const drawn = items.flatMap(({ index }): ListRow<N>[] => {
    const item = rows.itemAt(index)
    return item.kind === 'record' && item.row !== undefined ? [item.row] : []
  })
  const table = useGridTable({ language: words.language, columns, layout, sort, onSort, rows: drawn })
  const minWidth = shown.reduce(
    (sum, column) => sum + (widthOf(column, layout, words.language) ?? narrowestName),
    checkWidth,
  )
  const edges = edgesOf(focus.block)
  const hasBlock = !isOneCell(focus.block)
  const chosen = chosenCount(choice, found)
  const cellEditor = () => {
    const { edited, column } = control
    if (edited === null || column === undefined) return null
    const { id } = edited.row.record
    const isOpen = editing.editing?.id === id && editing.editing.column === edited.field.name
    const draft = drafts.byRecord.get(id)?.get(edited.field.name)
    if (!isOpen && (!takesTyping(edited.field) || draft?.state === 'saving')) return null
    return (
      <CellEditor
        key={`${id} ${edited.field.name} ${String(editing.edition)}`}
        ref={editor}
        noun={noun}
        field={edited.field}
        value={storedIn(edited.row.record, edited.field)}
        labels={edited.row.labels}
        label={words.t('grid.cell', {
          column: column.heading(words),
          value: cellText(edited.row, column.field, words, wordsOf) || words.t('app.notRegistered'),
        })}
        open={isOpen ? editing.editing : null}
        draft={draft}
        onBegin={() => control.edit(true)}
        onPicked={() => control.commit('stay')}
        onLeave={() => control.commit('stay')}
        onResolve={(kept, base) => {
          editing.cancel()
          editing.send(edited, kept, base)
        }}
      />
    )
  }
  const onHeadingKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const stops = [...(scroll.current?.querySelectorAll<HTMLElement>('thead :is(button, input)') ?? [])]
    const at = stops.findIndex((each) => each === document.activeElement)
    const targets: Readonly<Record<string, HTMLElement | undefined>> = {
      ArrowLeft: stops[at - 1],
      ArrowRight: stops[at + 1],
      Home: stops[0],
      End: stops.at(-1),
    }
    if (at < 0) return
    if (event.key in targets) targets[event.key]?.focus()
    else if (event.key === 'ArrowDown' || event.key === 'Escape') focusActive()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isInBody = (target: EventTarget | null) =>
    target instanceof Node && scroll.current?.querySelector('tbody')?.contains(target) === true
  const all = headingState(choice, found)
  return (
    <div className="grid-frame">
      <div className="record-grid" data-density={layout.density} ref={scroll}>
        <table
          role="grid"
          style={{ minWidth }}
          aria-label={label}
          aria-rowcount={rows.count + 1}
          aria-colcount={shown.length + 1}
          aria-multiselectable
          {...events}
          onKeyDown={(event) => {
            if (event.target instanceof Element && event.target.closest('thead') !== null) onHeadingKey(event)
            else events.onKeyDown(event)
          }}
          onFocus={(event) => {
            hasFocus.current = isInBody(event.target)
            events.onFocus(event)
          }}
          onBlur={() => {
            queueMicrotask(() => {
              hasFocus.current = isInBody(document.activeElement)
            })
          }}
        >
          <colgroup>
            <col style={{ width: checkWidth }} />
            {shown.map((column) => (
              <col key={column.id} style={{ width: widthOf(column, layout, words.language) }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className="grid-check" aria-colindex={1}>
                <input
                  type="checkbox"
                  aria-label={words.t('grid.chooseAll', { found })}
                  title={words.t('grid.chooseAll', { found })}
                  checked={all === 'all'}
                  ref={(box) => {
                    if (box !== null) box.indeterminate = all === 'some'
                  }}
                  onChange={() => control.setChoice(toggledAll(choice, found))}
                />
              </th>
              {shown.map((column, index) => (
                <GridHeading
                  key={column.id}
                  column={column}
                  index={index + 1}
                  sort={sort}
                  onToggleSort={table.getColumn(column.id)?.getToggleSortingHandler()}
                  onWidth={(width) => onLayout({ ...layout, widths: { ...layout.widths, [column.id]: width } })}
                  menu={columnMenu(column)}
                  onDropColumn={(id) => onLayout(movedTo(layout, id, column.id))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ key, index, start }, at) => {
              const gap = start - (items[at - 1]?.end ?? 0)
              const item = rows.itemAt(index)
              const isActive = index === activeRow
              const inBlock = hasBlock && index >= edges.top && index <= edges.bottom
              const row = item.kind === 'group' ? undefined : (item.row ?? (isActive ? focus.row : undefined))
              return (
                <Fragment key={key}>
                  {gap > 0 && <Spacer height={gap} columns={shown.length + 1} />}
                  {item.kind === 'group' ? (
                    <GridGroupRow
                      index={index}
                      columns={shown.length + 1}
                      height={rowHeight}
                      label={item.label}
                      count={item.group.count}
                      collapsed={item.collapsed}
                      active={isActive}
                    />
                  ) : (
                    <GridRow
                      noun={noun}
                      index={index}
                      height={rowHeight}
                      row={row}
                      columns={shown}
                      active={isActive ? activeColumn : -1}
                      left={inBlock ? edges.left : 1}
                      right={inBlock ? edges.right : 0}
                      chosen={row !== undefined && isChosen(choice, row.record.code)}
                      open={row !== undefined && row.record.id === openId}
                      drafts={row === undefined ? undefined : drafts.byRecord.get(row.record.id)}
                      mayChange={mayChange}
                      editing={isActive && editing.editing !== null}
                      editor={isActive ? cellEditor() : null}
                    />
                  )}
                </Fragment>
              )
            })}
            {virtual.getTotalSize() > (items.at(-1)?.end ?? 0) && (
              <Spacer height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} columns={shown.length + 1} />
            )}
          </tbody>
        </table>
      </div>
      {chosen > 0 && (
        <BulkBar
          screen={screen}
          control={control}
          bulk={bulk}
          found={found}
          columns={layout.shown}
          onCopy={() => void block.copyChosen()}
        />
      )}
      <span className="visually-hidden" role="status">
        {hasBlock
          ? words.t('grid.block', { rows: edges.bottom - edges.top + 1, columns: edges.right - edges.left + 1 })
          : said}
      </span>
      {control.otherWay !== null && (
        <OtherWayDialog
          screen={screen}
          way={control.otherWay}
          onClose={() => control.closeOtherWay()}
          onOpen={() => control.open(activeRow)}
        />
      )}
      {pasted !== null && (
        <PasteDialog
          screen={screen}
          block={pasted}
          control={control}
          shown={shown}
          columns={columns}
          rows={rows}
          onClose={() => {
            setPasted(null)
            focusActive()
          }}
        />
      )}
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

/** The table of a list: only the rows that are to be seen are drawn. Arrow keys move, Enter opens the panel. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ListInput } from '#shared/contract/records.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import type { Column } from './noun-screen.ts'
import type { RecordWindow } from './record-window.ts'
import { useWords } from './words.ts'

const rowHeight = 32
/** The name keeps this much; beyond that the table is scrolled sideways. */
const narrowestName = 170
type Sort = NonNullable<ListInput['sort']>

export interface RecordTableProps<N extends CodedNoun> {
  readonly label: string
  readonly columns: readonly Column<N>[]
  readonly window: RecordWindow<N>
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  readonly openId: string | null
  readonly onOpen: (id: string, index: number) => void
}

export function RecordTable<N extends CodedNoun>(props: RecordTableProps<N>) {
  const { label, columns, window: records, sort, onSort, openId, onOpen } = props
  const words = useWords()
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: records.found ?? 0,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const { show } = records
  useEffect(() => {
    show(first, last)
  }, [first, last, show])

  const focusRow = (index: number) => {
    virtual.scrollToIndex(index)
    requestAnimationFrame(() =>
      scroll.current?.querySelector<HTMLElement>(`tr[data-index="${String(index)}"]`)?.focus(),
    )
  }
  const onKeyDown = (event: KeyboardEvent, index: number, id: string) => {
    if (event.nativeEvent.isComposing) return
    const count = records.found ?? 0
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: count - 1,
      PageDown: index + 15,
      PageUp: index - 15,
    }
    const next = moves[event.key]
    if (next !== undefined) {
      event.preventDefault()
      focusRow(Math.min(Math.max(next, 0), count - 1))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      onOpen(id, index)
    }
  }
  const widthOf = ({ width }: Column<N>) => (typeof width === 'object' ? width[words.language] : width)
  const minWidth = columns.reduce((sum, column) => sum + (widthOf(column) ?? narrowestName), 0)
  const focusable = items.find((item) => records.rowAt(item.index)?.record.id === openId)?.index ?? first
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div className="record-table" ref={scroll}>
      <table style={{ minWidth }} aria-label={label} aria-rowcount={(records.found ?? 0) + 1}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: widthOf(column) }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.id} column={column} text={column.heading(words)} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr aria-hidden className="spacer" style={{ height: before }}>
              <td colSpan={columns.length} />
            </tr>
          )}
          {items.map((item) => {
            const row = records.rowAt(item.index)
            if (row === undefined)
              return (
                <tr key={item.key} style={{ height: rowHeight }}>
                  <td colSpan={columns.length} className="muted">
                    {words.t('app.loading')}
                  </td>
                </tr>
              )
            const { id } = row.record
            return (
              <tr
                key={item.key}
                data-index={item.index}
                aria-rowindex={item.index + 2}
                aria-selected={id === openId}
                tabIndex={item.index === focusable ? 0 : -1}
                onClick={() => onOpen(id, item.index)}
                onKeyDown={(event) => onKeyDown(event, item.index, id)}
              >
                {columns.map((column) => (
                  <td key={column.id} data-end={column.end}>
                    <column.Cell row={row} />
                  </td>
                ))}
              </tr>
            )
          })}
          {after > 0 && (
            <tr aria-hidden className="spacer" style={{ height: after }}>
              <td colSpan={columns.length} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

interface HeadingProps<N extends CodedNoun> {
  readonly column: Column<N>
  readonly text: string
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

function Heading<N extends CodedNoun>({ column, text, sort, onSort }: HeadingProps<N>) {
  const { sortBy } = column
  if (sortBy === undefined)
    return (
      <th scope="col" data-end={column.end}>
        {text}
      </th>
    )
  const direction = sort.find((each) => each.field === sortBy)?.direction
  const next = direction === 'ascending' ? 'descending' : 'ascending'
  return (
    <th scope="col" data-end={column.end} aria-sort={direction ?? 'none'}>
      <button type="button" className="heading-button" onClick={() => onSort([{ field: sortBy, direction: next }])}>
        {text}
        {direction === 'ascending' && <IconArrowUp size={12} stroke={1.5} aria-hidden />}
        {direction === 'descending' && <IconArrowDown size={12} stroke={1.5} aria-hidden />}
      </button>
    </th>
  )
}

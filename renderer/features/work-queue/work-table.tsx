/** The queue as a table: only the rows that are to be seen are drawn. Arrow keys move, Enter leads to where it is done. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import type { ColumnWidths } from '#renderer/records/grid/column.ts'
import { useSay } from '#renderer/records/say.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import { owedStatement, daysStatement, workKey, workVerb, type WorkItem } from '#shared/domain/work-item.ts'
import { setWork, useWork } from './work-state.ts'
import type { WorkRow, WorkWindow } from './work-window.ts'
import { recordPath } from '#renderer/records/noun-path.ts'

const rowHeight = 32
const columns = ['standing', 'code', 'owed', 'who', 'unit', 'day', 'days', 'verb'] as const
/** Pixels, in Japanese and in English where they differ; what is owed takes the rest. */
const widths: Readonly<Record<(typeof columns)[number], number | ColumnWidths | undefined>> = {
  standing: { ja: 128, en: 104 },
  code: 86,
  owed: undefined,
  who: 228,
  unit: { ja: 148, en: 160 },
  day: 96,
  days: { ja: 84, en: 104 },
  verb: 136,
}

export interface WorkTableProps {
  readonly window: WorkWindow
  readonly found: number
}

export function WorkTable({ window: rows, found }: WorkTableProps) {
  const { t, language } = useWords()
  const scroll = useRef<HTMLDivElement>(null)
  const { scrolled } = useWork()
  const virtual = useVirtualizer({
    count: found,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
    initialOffset: scrolled,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const { show } = rows
  useEffect(() => {
    show(first, last)
  }, [first, last, show])
  const focusRow = (index: number) => {
    virtual.scrollToIndex(index)
    requestAnimationFrame(() =>
      scroll.current?.querySelector<HTMLElement>(`tr[data-index="${String(index)}"]`)?.focus(),
    )
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.nativeEvent.isComposing) return
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: found - 1,
      PageDown: index + 15,
      PageUp: index - 15,
    }
    const next = moves[event.key]
    if (next === undefined) return
    event.preventDefault()
    focusRow(Math.min(Math.max(next, 0), found - 1))
  }
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div
      className="record-grid work-table"
      ref={scroll}
      onScroll={(event) => setWork({ scrolled: event.currentTarget.scrollTop })}
    >
      <table aria-label={t('nav.workQueue')} aria-rowcount={found + 1}>
        <colgroup>
          {columns.map((column) => {
            const width = widths[column]
            return <col key={column} style={{ width: typeof width === 'object' ? width[language] : width }} />
          })}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-end={column === 'days' || undefined}>
                {t(`workQueue.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {items.map((item) => {
            const row = rows.rowAt(item.index)
            return row === undefined ? (
              <tr key={item.key} style={{ height: rowHeight }}>
                <td colSpan={columns.length} className="muted">
                  {t('app.loading')}
                </td>
              </tr>
            ) : (
              <Row
                key={workKey(row.item)}
                row={row}
                index={item.index}
                focusable={item.index === first}
                onKeyDown={onKeyDown}
              />
            )
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
    </div>
  )
}

function Spacer({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden className="spacer" style={{ height }}>
      <td colSpan={columns.length} />
    </tr>
  )
}

/** The place where it is done, which knows the way back to the queue. */
export function placeOf(item: WorkItem): string {
  return recordPath(item.noun, item.id)
}

interface RowProps {
  readonly row: WorkRow
  readonly index: number
  readonly focusable: boolean
  readonly onKeyDown: (event: KeyboardEvent, index: number) => void
}

function Row({ row: { item, labels }, index, focusable, onKeyDown }: RowProps) {
  const words = useWords()
  const say = useSay()
  const [, navigate] = useLocation()
  const days = daysStatement(item.days)
  const name = words.name(item.name)
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      tabIndex={focusable ? 0 : -1}
      onDoubleClick={() => navigate(placeOf(item), { state: { from: '/work-queue' } })}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) {
          event.preventDefault()
          navigate(placeOf(item), { state: { from: '/work-queue' } })
        } else onKeyDown(event, index)
      }}
    >
      <td>
        {item.severity === null ? (
          <span className="work-ahead">{words.t(`workQueue.standing.${item.standing}`)}</span>
        ) : (
          <StatusMark status={item.severity} word={words.t(`workQueue.standing.${item.standing}`)} />
        )}
      </td>
      <td>
        <span className="code">{item.code}</span>
      </td>
      <td title={`${say(owedStatement(item))}  ${name}`}>
        <span className="cell-line">
          {say(owedStatement(item))} <span className="muted">{name}</span>
        </span>
      </td>
      <td>
        <Who item={item} labels={labels} />
      </td>
      <td>
        {item.unitId === null ? (
          <span className="muted">{words.t('workQueue.no_unit')}</span>
        ) : (
          <span className="cell-line">{words.label(labels, item.unitId)}</span>
        )}
      </td>
      <td className="figures">{item.day ?? <span className="muted">{words.t('workQueue.noDay')}</span>}</td>
      <td data-end className="figures">
        {days !== null && say(days)}
      </td>
      <td>
        <Link href={placeOf(item)} state={{ from: '/work-queue' }} className="link" tabIndex={focusable ? 0 : -1}>
          {say(workVerb(item))}
        </Link>
      </td>
    </tr>
  )
}

/** The person, with the post through which they answer; a vacancy is said, and its deputy is named. */
function Who({ item, labels }: WorkRow) {
  const words = useWords()
  const { personId, postId, deputyId } = item.answering
  const person = words.label(labels, personId)
  const post = words.label(labels, postId)
  const deputy = words.label(labels, deputyId)
  if (personId === null && postId === null) return <span className="muted">{words.t('workQueue.no_person')}</span>
  const note = [post, ...(deputyId === null ? [] : [words.t('workQueue.deputy', { name: deputy })])]
    .filter((part) => part !== '')
    .join(words.t('app.listSeparator'))
  return (
    <span className="cell-line" title={`${person} ${note}`}>
      {personId === null ? <Vacancy word={words.t('workQueue.vacant')} /> : person}{' '}
      <span className="muted">{note}</span>
    </span>
  )
}

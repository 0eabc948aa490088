/** What a pasted block would change: each cell's old and new value, what is wrong with it in words, what would be new. */
import { Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useRunningWork } from '#renderer/api/long-work.ts'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import { useWords } from '#renderer/records/words.ts'
import type { PasteRow } from '#shared/contract/batch.ts'
import { dayOrders } from '#shared/domain/import-day.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { edgesOf } from './cell-range.ts'
import { cellUse } from './cell-use.ts'
import type { TextBlock } from './clipboard-text.ts'
import type { Column } from './column.ts'
import type { GridRows } from './grid-rows.ts'
import { mapPaste, type PasteTarget, repeated } from './paste-mapping.ts'
import { PasteTable } from './paste-table.tsx'
import { type GridControl, placesOf } from './use-grid-control.ts'
import { usePaste } from './use-paste.ts'

export interface PasteDialogProps<N extends CodedNoun> {
  readonly screen: NounScreen<N>
  readonly block: TextBlock
  readonly control: Pick<GridControl<N>, 'focus' | 'source'>
  readonly shown: readonly Column<N>[]
  readonly columns: readonly Column<N>[]
  readonly rows: GridRows<N>
  readonly onClose: () => void
}

const shownStates = ['all', 'changed', 'new', 'refused', 'unchanged'] as const
type ShownState = (typeof shownStates)[number]

export function PasteDialog<N extends CodedNoun>(props: PasteDialogProps<N>) {
  const { screen, block, control, shown, columns, rows, onClose } = props
  const words = useWords()
  const { t } = words
  const work = useRunningWork()
  const [state, setState] = useState<ShownState>('all')
  const [leaveOut, setLeaveOut] = useState(false)
  const targets = useMemo(() => {
    const others = columns.filter((column) => !shown.includes(column))
    return [...shown, ...others].map((column): PasteTarget => {
      const use = cellUse(screen.noun, column.field)
      const name = column.field.kind === 'bilingual' ? `${column.id}.${words.language}` : column.id
      return {
        id: column.id,
        heading: column.heading(words),
        takes: use.kind === 'edit' || use.kind === 'page' ? name : null,
      }
    })
  }, [columns, screen.noun, shown, words])
  const [start] = useState(() => {
    const edges = edgesOf(control.focus.block)
    const left = Math.max(edges.left, 1)
    const filled = repeated(block, edges.bottom - edges.top + 1, edges.right - left + 1)
    const mapping = mapPaste(filled, targets, left - 1, shown.length)
    return {
      mapping,
      places: placesOf(rows, edges.top, edges.top + mapping.lines.length - 1 + groupsAfter(rows, edges.top)),
    }
  })
  const { mapping } = start
  const paste = usePaste({
    source: control.source,
    mapping,
    places: start.places.slice(0, mapping.lines.length),
    mayCreate: screen.createFields.length > 0,
  })
  const { preview, busy } = paste
  const counts = preview?.counts ?? { changed: 0, unchanged: 0, new: 0, refused: 0 }
  const ignored = mapping.targets.filter((target) => target?.takes == null && target?.id !== 'code')
  const askDayOrder =
    paste.dayOrder !== null ||
    preview?.rows.some(({ cells }) => cells.some(({ refusal }) => refusal?.issue === 'DAY_AMBIGUOUS')) === true
  /** What is still being read or written is given up with the dialog. */
  const leave = () => {
    if (busy) work?.cancel?.()
    onClose()
  }
  const writes = counts.changed + counts.new
  const entries = useMemo(() => {
    const all = (preview?.rows ?? []).map((row, index) => ({ row, line: paste.lineOf[index] ?? index + 1 }))
    return state === 'all' ? all : all.filter(({ row }) => row.state === state)
  }, [preview, paste.lineOf, state])
  return (
    <Modal
      opened
      onClose={leave}
      title={t('paste.title', { lines: mapping.lines.length, noun: words.many(screen.noun) })}
      size="min(1120px, 94vw)"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className="paste">
        <p role="status">
          {preview === null
            ? busy
              ? t('app.loading')
              : ''
            : paste.writing
              ? t('paste.writing')
              : t('paste.counts', { ...counts, lines: mapping.lines.length })}
          {busy && work !== null && (
            <>
              {' '}
              <span className="figures">
                {work.done} / {work.total}
              </span>{' '}
              <button type="button" className="text-button" onClick={work.cancel}>
                {t('action.cancel')}
              </button>
            </>
          )}
        </p>
        {mapping.headed && <p className="muted">{t('paste.headed')}</p>}
        {ignored.length > 0 && (
          <p className="muted">
            {t('paste.ignored', {
              columns: ignored
                .map((target) => target?.heading ?? t('paste.unknownColumn'))
                .join(t('app.listSeparator')),
            })}
          </p>
        )}
        {paste.unmatched.length > 0 && (
          <p className="refusal" role="alert">
            {t('paste.unmatched', {
              count: paste.unmatched.length,
              lines: firstLines(paste.unmatched, t('app.listSeparator')),
            })}
          </p>
        )}
        {paste.problem !== null && (
          <p className="refusal" role="alert">
            {paste.problem}
          </p>
        )}
        {askDayOrder && (
          <label className="paste-choice">
            {t('paste.dayOrder')}
            <select
              className="input"
              value={paste.dayOrder ?? ''}
              onChange={(event) =>
                paste.setDayOrder(dayOrders.find((each) => each === event.currentTarget.value) ?? null)
              }
            >
              <option value="">{t('app.notChosen')}</option>
              {dayOrders.map((order) => (
                <option key={order} value={order}>
                  {t(`paste.order.${order}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        {preview !== null && (
          <>
            <div className="paste-states" role="group" aria-label={t('paste.show')}>
              {shownStates
                .filter((each) => each === 'all' || counts[each] > 0)
                .map((each) => (
                  <button
                    key={each}
                    type="button"
                    className="button"
                    aria-pressed={state === each}
                    onClick={() => setState(each)}
                  >
                    {t(`paste.state.${each}`)} {each === 'all' ? preview.rows.length : counts[each]}
                  </button>
                ))}
            </div>
            <PasteTable noun={screen.noun} mapping={mapping} entries={entries} labels={preview.labels} />
          </>
        )}
        {counts.refused > 0 && writes > 0 && (
          <label className="paste-choice">
            <input type="checkbox" checked={leaveOut} onChange={(event) => setLeaveOut(event.currentTarget.checked)} />
            {t('paste.leaveOut', { count: counts.refused })}
          </label>
        )}
        <div className="button-row form-buttons">
          <button type="button" className="button" onClick={leave}>
            {t('action.cancel')}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={busy || preview === null || writes === 0 || (counts.refused > 0 && !leaveOut)}
            onClick={() => paste.write(leaveOut, onClose)}
          >
            {t('paste.write', { count: writes })}
          </button>
        </div>
      </div>
    </Modal>
  )
}

export interface PasteEntry {
  readonly row: PasteRow
  readonly line: number
}

/** Headings of groups stand between the records that are met: as many items more have to be looked at. */
function groupsAfter<N extends CodedNoun>(rows: GridRows<N>, from: number): number {
  let groups = 0
  for (let index = from; index < rows.count; index += 1) if (rows.itemAt(index).kind === 'group') groups += 1
  return groups
}

function firstLines(lines: readonly number[], separator: string): string {
  return lines.slice(0, 10).join(separator) + (lines.length > 10 ? '…' : '')
}

/** One record of a grid. Drawn again only when something of it has changed: moving over cells touches two rows, not forty. */
import { memo, type ReactNode } from 'react'
import type { HeldFields, HeldState } from '#renderer/api/drafts.tsx'
import { FieldValue } from '#renderer/records/field-value.tsx'
import type { ListRow } from '#renderer/records/noun-screen.ts'
import { useWords } from '#renderer/records/words.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { cellUse } from './cell-use.ts'
import type { Column } from './column.ts'

export interface GridRowProps<N extends CodedNoun> {
  readonly noun: N
  /** Among the items of the grid, from 0. */
  readonly index: number
  readonly height: number
  /** Undefined while its page is on the way. */
  readonly row: ListRow<N> | undefined
  readonly columns: readonly Column<N>[]
  /** The column of the active cell in this row, -1 where it is in another one; 0 is the column of the check boxes. */
  readonly active: number
  /** The part of the chosen block in this row; `left` beyond `right` where there is none. */
  readonly left: number
  readonly right: number
  readonly chosen: boolean
  /** The record is in the panel. */
  readonly open: boolean
  readonly drafts: HeldFields | undefined
  readonly mayChange: boolean
  readonly editing: boolean
  /** Stands in the active cell. */
  readonly editor: ReactNode
}

export function sameRow<N extends CodedNoun>(one: ListRow<N> | undefined, other: ListRow<N> | undefined): boolean {
  return one?.record === other?.record && one?.derived === other?.derived && one?.labels === other?.labels
}

/** What was left earlier waits like what was refused a moment ago. */
function shownState(state: HeldState): HeldState {
  return state === 'kept' ? 'refused' : state
}

function Row<N extends CodedNoun>(props: GridRowProps<N>) {
  const { noun, index, height, row, columns, active, left, right, chosen, open, drafts, mayChange, editing, editor } =
    props
  const words = useWords()
  const code = row?.record.code ?? ''
  return (
    <tr
      data-index={index}
      data-open={open}
      data-chosen={chosen}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      aria-current={open ? 'true' : undefined}
      style={{ height }}
    >
      <td className="grid-check" data-column={0} aria-colindex={1} data-active={active === 0}>
        <input
          type="checkbox"
          tabIndex={active === 0 ? 0 : -1}
          aria-label={words.t('grid.chooseRow', { code })}
          checked={chosen}
          disabled={row === undefined}
          readOnly
        />
      </td>
      {columns.map((column, at) => {
        const place = at + 1
        const isActive = active === place
        const draft = drafts?.get(column.id)
        const use = cellUse(noun, column.field)
        const hasEditor = isActive && editor !== null
        return (
          <td
            key={column.id}
            data-column={place}
            data-end={column.end}
            data-active={isActive}
            data-editing={isActive && editing}
            data-inside={place >= left && place <= right}
            data-state={draft === undefined ? undefined : shownState(draft.state)}
            aria-colindex={place + 1}
            aria-selected={place >= left && place <= right}
            aria-readonly={mayChange && use.kind === 'edit' ? undefined : true}
            aria-invalid={draft !== undefined && shownState(draft.state) === 'refused' ? true : undefined}
            tabIndex={isActive && !hasEditor ? 0 : -1}
          >
            {row === undefined ? (
              at === 0 && <span className="muted">{words.t('app.loading')}</span>
            ) : draft !== undefined && use.kind === 'edit' ? (
              <span className="cell-line">
                <FieldValue field={use.field} value={draft.value} labels={row.labels} plain />
              </span>
            ) : use.kind === 'open' ? (
              <span className="cell-open">
                <column.Cell row={row} />
              </span>
            ) : (
              <column.Cell row={row} />
            )}
            {hasEditor && editor}
          </td>
        )
      })}
    </tr>
  )
}

export const GridRow = memo(Row, (before, after) => {
  const { row: rowBefore, ...restBefore } = before
  const { row: rowAfter, ...restAfter } = after
  return (
    sameRow(rowBefore, rowAfter) &&
    (Object.keys(restAfter) as (keyof typeof restAfter)[]).every((name) => restBefore[name] === restAfter[name])
  )
}) as typeof Row

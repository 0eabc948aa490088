/**
 * Where a person is in a grid: the active cell and its block. It follows the record: a list that is sorted anew under the
 * hands of its reader keeps the record, not the place.
 */
import { useState } from 'react'
import type { ListRow } from '#renderer/records/noun-screen.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { type Block, oneCell, placeWithin } from './cell-range.ts'
import { sameRow } from './grid-row.tsx'
import type { GridRows } from './grid-rows.ts'

export interface GridFocus<N extends CodedNoun> {
  readonly block: Block
  /** The record of the active cell as it was last read: it stays drawn while its page is out of view. */
  readonly row: ListRow<N> | undefined
}

export interface GridFocusState<N extends CodedNoun> extends GridFocus<N> {
  setBlock(change: (block: Block) => Block): void
}

/** A record that moved is looked for this far around. */
const reach = 80

export function recordAt<N extends CodedNoun>(rows: GridRows<N>, index: number): ListRow<N> | undefined {
  if (index < 0 || index >= rows.count) return undefined
  const item = rows.itemAt(index)
  return item.kind === 'record' ? item.row : undefined
}

/** The index of a record among those around another one; -1 where it is not there. */
export function indexNear<N extends CodedNoun>(rows: GridRows<N>, around: number, id: string): number {
  for (let by = 0; by <= reach; by += 1)
    for (const index of by === 0 ? [around] : [around + by, around - by])
      if (recordAt(rows, index)?.record.id === id) return index
  return -1
}

export function useGridFocus<N extends CodedNoun>(rows: GridRows<N>, columns: number): GridFocusState<N> {
  // The first cell that says something: the column of the check boxes comes before it.
  const [focus, setFocus] = useState<GridFocus<N>>({ block: oneCell({ row: 0, column: 1 }), row: undefined })
  const next = followed(focus, rows, columns)
  // State of an earlier render is brought up to date while rendering, so that no frame shows the wrong cell as active.
  if (next !== focus) setFocus(next)
  return {
    ...next,
    setBlock: (change) => {
      setFocus((before) => {
        const block = change(before.block)
        if (block === before.block) return before
        if (block.active.row === before.block.active.row) return { ...before, block }
        return { block, row: recordAt(rows, block.active.row) }
      })
    },
  }
}

function followed<N extends CodedNoun>(focus: GridFocus<N>, rows: GridRows<N>, columns: number): GridFocus<N> {
  if (rows.count === 0) return focus
  const bounds = { rows: rows.count, columns, page: 1 }
  const { block, row } = focus
  const here = recordAt(rows, block.active.row)
  if (row !== undefined && here !== undefined && here.record.id !== row.record.id) {
    const elsewhere = indexNear(rows, block.active.row, row.record.id)
    if (elsewhere >= 0) {
      const by = elsewhere - block.active.row
      const far = placeWithin({ ...block.far, row: block.far.row + by }, bounds)
      return { block: { active: { ...block.active, row: elsewhere }, far }, row: recordAt(rows, elsewhere) }
    }
  }
  const active = placeWithin(block.active, bounds)
  const far = placeWithin(block.far, bounds)
  const inside =
    active.row === block.active.row &&
    active.column === block.active.column &&
    far.row === block.far.row &&
    far.column === block.far.column
  if (!inside) return { block: { active, far }, row: recordAt(rows, active.row) }
  return here === undefined || sameRow(here, row) ? focus : { block, row: here }
}

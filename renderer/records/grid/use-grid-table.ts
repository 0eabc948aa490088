/** The table of a grid: TanStack Table holds the columns, their order, widths and sort; the register sorts and filters. */
import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  functionalUpdate,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { ListRow } from '#renderer/records/noun-screen.ts'
import { valueOf } from '#renderer/records/value-of.ts'
import type { ListSort } from '#shared/contract/list.ts'
import { isSortable } from '#shared/domain/list-fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import type { Language } from '#shared/domain/text.ts'
import { type Column, type ColumnLayout, narrowestColumn, narrowestName, widestColumn, widthOf } from './column.ts'

const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
})

export interface GridTableOptions<N extends CodedNoun> {
  readonly language: Language
  readonly columns: readonly Column<N>[]
  readonly layout: ColumnLayout
  readonly sort: ListSort
  readonly onSort: (sort: ListSort) => void
  /** The rows that are drawn. */
  readonly rows: readonly ListRow<N>[]
}

/** As many keys as the register takes. */
const mostSortKeys = 5

export function useGridTable<N extends CodedNoun>(options: GridTableOptions<N>) {
  const { language, columns, layout, sort, onSort, rows } = options
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: ListRow<N>) => valueOf(row.record, column.id),
        size: widthOf(column, { ...layout, widths: {} }, language) ?? narrowestName,
        minSize: narrowestColumn,
        maxSize: widestColumn,
        enableSorting: isSortable(column.field),
        sortDescFirst: false,
      })),
    [columns, layout, language],
  )
  const sorting: SortingState = sort.map(({ field, direction }) => ({ id: field, desc: direction === 'descending' }))
  return useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: (row) => row.record.id,
    manualSorting: true,
    maxMultiSortColCount: mostSortKeys,
    state: {
      columnOrder: [...layout.shown],
      columnSizing: layout.widths,
      columnVisibility: Object.fromEntries(columns.map(({ id }) => [id, layout.shown.includes(id)])),
      sorting,
    },
    onSortingChange: (update) => {
      onSort(
        functionalUpdate(update, sorting).map(({ id, desc }) => ({
          field: id,
          direction: desc ? 'descending' : 'ascending',
        })),
      )
    },
  })
}
export type GridTable<N extends CodedNoun> = ReturnType<typeof useGridTable<N>>

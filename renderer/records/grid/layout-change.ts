/** Changes of how columns are laid out and sorted, as the menus, the mouse and the keys make them. */
import type { ListSort } from '#shared/contract/list.ts'
import { type ColumnLayout, narrowestColumn, widestColumn } from './column.ts'

/** Moves a column by some places; at an end it stays. */
export function movedBy(layout: ColumnLayout, id: string, places: number): ColumnLayout {
  const from = layout.shown.indexOf(id)
  const to = from + places
  if (from < 0 || to < 0 || to >= layout.shown.length) return layout
  const shown = layout.shown.filter((each) => each !== id)
  shown.splice(to, 0, id)
  return { ...layout, shown }
}

/** Puts a column into the place of another one. */
export function movedTo(layout: ColumnLayout, id: string, target: string): ColumnLayout {
  return movedBy(layout, id, layout.shown.indexOf(target) - layout.shown.indexOf(id))
}

/** Shows a column at the end, or hides it; the last one that is left stays. */
export function toggled(layout: ColumnLayout, id: string): ColumnLayout {
  if (!layout.shown.includes(id)) return { ...layout, shown: [...layout.shown, id] }
  return layout.shown.length === 1 ? layout : { ...layout, shown: layout.shown.filter((each) => each !== id) }
}

export function widened(layout: ColumnLayout, id: string, width: number): ColumnLayout {
  const within = Math.min(Math.max(Math.round(width), narrowestColumn), widestColumn)
  return { ...layout, widths: { ...layout.widths, [id]: within } }
}

/** The width that the column begins with. */
export function usualWidth(layout: ColumnLayout, id: string): ColumnLayout {
  const { [id]: _set, ...widths } = layout.widths
  return { ...layout, widths }
}

type Direction = ListSort[number]['direction']

export function sortedOnlyBy(field: string, direction: Direction): ListSort {
  return [{ field, direction }]
}

/** One more key behind those that are there; a key that is there turns round. */
export function sortedThenBy(sort: ListSort, field: string, direction: Direction): ListSort {
  const known = sort.some((key) => key.field === field)
  return known ? sort.map((key) => (key.field === field ? { field, direction } : key)) : [...sort, { field, direction }]
}

export function notSortedBy(sort: ListSort, field: string): ListSort {
  return sort.filter((key) => key.field !== field)
}

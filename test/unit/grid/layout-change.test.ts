import { expect, test } from 'vitest'
import { type ColumnLayout, narrowestColumn, widestColumn } from '#renderer/records/grid/column.ts'
import {
  movedBy,
  movedTo,
  notSortedBy,
  sortedOnlyBy,
  sortedThenBy,
  toggled,
  usualWidth,
  widened,
} from '#renderer/records/grid/layout-change.ts'

const layout: ColumnLayout = { shown: ['code', 'name', 'tier', 'unitId'], widths: { name: 300 }, density: 'row' }
const shown = (...columns: readonly string[]): ColumnLayout => ({ ...layout, shown: columns })

test('a column is moved by places, and stays where it would leave the row', () => {
  expect(movedBy(layout, 'tier', -2)).toEqual(shown('tier', 'code', 'name', 'unitId'))
  expect(movedBy(layout, 'code', 1)).toEqual(shown('name', 'code', 'tier', 'unitId'))
  expect(movedBy(layout, 'unitId', 1)).toBe(layout)
  expect(movedBy(layout, 'code', -1)).toBe(layout)
  expect(movedBy(layout, 'vendor', 1)).toBe(layout)
})

test('a column is put into the place of another one, from either side', () => {
  expect(movedTo(layout, 'code', 'tier')).toEqual(shown('name', 'tier', 'code', 'unitId'))
  expect(movedTo(layout, 'unitId', 'name')).toEqual(shown('code', 'unitId', 'name', 'tier'))
  expect(movedTo(layout, 'name', 'name')).toEqual(layout)
})

test('a column is hidden where it stood and shown at the end; the last one that is left stays', () => {
  expect(toggled(layout, 'name')).toEqual(shown('code', 'tier', 'unitId'))
  expect(toggled(layout, 'vendor')).toEqual(shown('code', 'name', 'tier', 'unitId', 'vendor'))
  const last = shown('code')
  expect(toggled(last, 'code')).toBe(last)
})

test('a width is whole and within its limits, and forgotten again', () => {
  expect(widened(layout, 'tier', 180.4).widths).toEqual({ name: 300, tier: 180 })
  expect(widened(layout, 'name', 1).widths).toEqual({ name: narrowestColumn })
  expect(widened(layout, 'name', 1e6).widths).toEqual({ name: widestColumn })
  expect(usualWidth(layout, 'name')).toEqual({ ...layout, widths: {} })
  expect(usualWidth(layout, 'tier')).toEqual(layout)
})

test('a sort is replaced, gets one more key, turns a key round, and loses one', () => {
  const sort = sortedOnlyBy('tier', 'ascending')
  expect(sort).toEqual([{ field: 'tier', direction: 'ascending' }])
  const both = sortedThenBy(sort, 'nextReviewOn', 'descending')
  expect(both).toEqual([
    { field: 'tier', direction: 'ascending' },
    { field: 'nextReviewOn', direction: 'descending' },
  ])
  expect(sortedThenBy(both, 'tier', 'descending')).toEqual([
    { field: 'tier', direction: 'descending' },
    { field: 'nextReviewOn', direction: 'descending' },
  ])
  expect(notSortedBy(both, 'tier')).toEqual([{ field: 'nextReviewOn', direction: 'descending' }])
  expect(notSortedBy(both, 'vendor')).toEqual(both)
})

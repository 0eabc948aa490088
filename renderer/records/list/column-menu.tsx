/** What the mouse does to a column, for the keyboard too: sort, group, move, make wider or narrower, hide. */
import { Menu } from '@mantine/core'
import { IconDotsVertical } from '@tabler/icons-react'
import type { ListSort } from '#shared/contract/list.ts'
import { isGroupable, isSortable } from '#shared/domain/list-fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { type Column, type ColumnLayout, narrowestName, widthOf } from '../grid/column.ts'
import { useWords } from '../words.ts'
import {
  movedBy,
  notSortedBy,
  sortedOnlyBy,
  sortedThenBy,
  toggled,
  usualWidth,
  widened,
} from '../grid/layout-change.ts'

const widthStep = 24

export interface ColumnMenuProps<N extends CodedNoun> {
  readonly column: Column<N>
  readonly layout: ColumnLayout
  readonly sort: ListSort
  readonly group: string | null
  readonly onLayout: (layout: ColumnLayout) => void
  readonly onSort: (sort: ListSort) => void
  readonly onGroup: (field: string | null) => void
}

export function ColumnMenu<N extends CodedNoun>(props: ColumnMenuProps<N>) {
  const { column, layout, sort, group, onLayout, onSort, onGroup } = props
  const words = useWords()
  const { id, field } = column
  const heading = column.heading(words)
  const width = widthOf(column, layout, words.language) ?? narrowestName
  const place = layout.shown.indexOf(id)
  const isKey = sort.some((key) => key.field === id)
  const others = sort.some((key) => key.field !== id)
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <button type="button" className="column-menu" aria-label={words.t('list.columnMenu', { column: heading })}>
          <IconDotsVertical size={14} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {isSortable(field) && (
          <>
            {(['ascending', 'descending'] as const).map((direction) => (
              <Menu.Item key={direction} onClick={() => onSort(sortedOnlyBy(id, direction))}>
                {words.t(`list.sort.${direction}`)}
              </Menu.Item>
            ))}
            {others &&
              (['ascending', 'descending'] as const).map((direction) => (
                <Menu.Item key={`then ${direction}`} onClick={() => onSort(sortedThenBy(sort, id, direction))}>
                  {words.t(`list.thenSort.${direction}`)}
                </Menu.Item>
              ))}
            {isKey && <Menu.Item onClick={() => onSort(notSortedBy(sort, id))}>{words.t('list.notSorted')}</Menu.Item>}
            <Menu.Divider />
          </>
        )}
        {isGroupable(field) && (
          <>
            <Menu.Item onClick={() => onGroup(group === id ? null : id)}>
              {words.t(group === id ? 'list.ungroup' : 'list.groupByThis')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item disabled={place <= 0} onClick={() => onLayout(movedBy(layout, id, -1))}>
          {words.t('list.moveLeft')}
        </Menu.Item>
        <Menu.Item disabled={place >= layout.shown.length - 1} onClick={() => onLayout(movedBy(layout, id, 1))}>
          {words.t('list.moveRight')}
        </Menu.Item>
        <Menu.Item closeMenuOnClick={false} onClick={() => onLayout(widened(layout, id, width + widthStep))}>
          {words.t('list.wider')}
        </Menu.Item>
        <Menu.Item closeMenuOnClick={false} onClick={() => onLayout(widened(layout, id, width - widthStep))}>
          {words.t('list.narrower')}
        </Menu.Item>
        <Menu.Item disabled={layout.widths[id] === undefined} onClick={() => onLayout(usualWidth(layout, id))}>
          {words.t('list.usualWidth')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item disabled={layout.shown.length === 1} onClick={() => onLayout(toggled(layout, id))}>
          {words.t('list.hideColumn')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** In which order the records stand, and by which field they are parted into groups. */
import { Menu, Popover } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronDown, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { ListSort } from '#shared/contract/list.ts'
import { isGroupable, isSortable, listField, listFields } from '#shared/domain/list-fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { headingOf } from '../field-column.tsx'
import { useWords } from '../words.ts'
import { notSortedBy, sortedThenBy } from '../grid/layout-change.ts'

export interface SortMenuProps {
  readonly noun: CodedNoun
  readonly sort: ListSort
  /** True where it is the noun's own order. */
  readonly own: boolean
  readonly onSort: (sort: ListSort | null) => void
}

/** As many keys as the register takes. */
const mostKeys = 5

export function SortMenu({ noun, sort, own, onSort }: SortMenuProps) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const nameOf = (name: string) => {
    const field = listField(noun, name)
    return field === undefined ? name : headingOf(words, noun, field)
  }
  const said = sort.map(({ field, direction }) => words.t(`list.sortedBy.${direction}`, { field: nameOf(field) }))
  const more = listFields[noun].filter((field) => isSortable(field) && !sort.some((key) => key.field === field.name))
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="order-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.t('list.order', {
            keys: said.length === 0 ? words.t('app.code') : said.join(words.t('app.listSeparator')),
          })}
          <IconChevronDown size={12} stroke={1.5} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.t('list.sortKeys')}>
        <div className="sort-keys">
          <ol>
            {sort.map(({ field, direction }) => {
              const name = nameOf(field)
              const Arrow = direction === 'ascending' ? IconArrowUp : IconArrowDown
              const turned = direction === 'ascending' ? 'descending' : 'ascending'
              return (
                <li key={field}>
                  <span className="sort-key">{name}</span>
                  <button
                    type="button"
                    className="button"
                    aria-label={words.t('list.turn', { field: name, now: words.t(`list.sort.${direction}`) })}
                    onClick={() => onSort(sortedThenBy(sort, field, turned))}
                  >
                    <Arrow size={12} stroke={1.5} aria-hidden /> {words.t(`list.sort.${direction}`)}
                  </button>
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={words.t('action.remove', { name })}
                    onClick={() => onSort(notSortedBy(sort, field))}
                  >
                    <IconX size={12} stroke={1.5} aria-hidden />
                  </button>
                </li>
              )
            })}
          </ol>
          {sort.length < mostKeys && (
            <select
              className="input"
              aria-label={words.t('list.addKey')}
              value=""
              onChange={(event) => onSort(sortedThenBy(sort, event.currentTarget.value, 'ascending'))}
            >
              <option value="">{words.t('list.addKey')}</option>
              {more.map((field) => (
                <option key={field.name} value={field.name}>
                  {headingOf(words, noun, field)}
                </option>
              ))}
            </select>
          )}
          {!own && (
            <button type="button" className="text-button" onClick={() => onSort(null)}>
              {words.t('list.ownOrder')}
            </button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

export interface GroupMenuProps {
  readonly noun: CodedNoun
  readonly group: string | null
  readonly onGroup: (field: string | null) => void
}

export function GroupMenu({ noun, group, onGroup }: GroupMenuProps) {
  const words = useWords()
  const field = group === null ? undefined : listField(noun, group)
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <button type="button" className="order-button">
          {words.t('list.groupedBy', {
            field: field === undefined ? words.t('list.noGroup') : headingOf(words, noun, field),
          })}
          <IconChevronDown size={12} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="long-menu">
        <Menu.Item onClick={() => onGroup(null)}>{words.t('list.noGroup')}</Menu.Item>
        {listFields[noun].filter(isGroupable).map((each) => (
          <Menu.Item key={each.name} onClick={() => onGroup(each.name)}>
            {headingOf(words, noun, each)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

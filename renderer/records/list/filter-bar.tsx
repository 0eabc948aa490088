/** The conditions of a list as chips: each opens its choices, an active one says its values and its own count. */
import { Menu, Popover } from '@mantine/core'
import { IconChevronDown, IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import type { Labels } from '#shared/contract/base.ts'
import type { Condition, ListConditions } from '#shared/contract/list.ts'
import { conditionForm, type ListField, listField, listFields } from '#shared/domain/list-fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { headingOf } from '../field-column.tsx'
import { useValueWords } from '../value-words.ts'
import { useWords } from '../words.ts'
import { ConditionEditor } from './condition-editor.tsx'
import { conditionWords } from './condition-words.ts'
import { conditionsOf, type ListState, noConditions, setListState } from './list-state.ts'

export interface FilterBarProps {
  readonly noun: CodedNoun
  readonly state: ListState
  /** What the register was asked, as far as typing has come to rest. */
  readonly conditions: ListConditions
  /** Fields that are offered as chips at once. */
  readonly filters: readonly string[]
}

export function FilterBar({ noun, state, conditions, filters }: FilterBarProps) {
  const words = useWords()
  const { utils } = useApi()
  const [added, setAdded] = useState<string | null>(null)
  const { data } = useQuery({
    ...utils.lists.facets.queryOptions({ input: { ...conditions, noun, fields: [] } }),
    placeholderData: (before) => before,
  })
  const set = (change: Partial<ListState>) => {
    setListState(noun, change)
  }
  const offered = [...new Set([...filters, ...Object.keys(state.filters), ...(added === null ? [] : [added])])]
  const others = listFields[noun].filter((field) => conditionForm(field) !== null && !offered.includes(field.name))
  return (
    <div className="chips" role="group" aria-label={words.t('app.conditions')}>
      <input
        className="input list-search"
        type="search"
        aria-label={words.t('app.searchIn', { noun: words.many(noun) })}
        placeholder={words.t('app.searchList')}
        value={state.search}
        onChange={(event) => set({ search: event.currentTarget.value })}
      />
      {state.codes !== null && (
        <span className="chip active">
          {words.t('app.fromFigure', { title: state.codes.title, count: state.codes.codes.length })}
          <button
            type="button"
            aria-label={words.t('action.remove', { name: state.codes.title })}
            onClick={() => set({ codes: null })}
          >
            <IconX size={12} stroke={1.5} aria-hidden />
          </button>
        </span>
      )}
      {offered.map((name) => {
        const field = listField(noun, name)
        return field === undefined ? null : (
          <Chip
            key={name}
            noun={noun}
            field={field}
            state={state}
            conditions={conditions}
            count={data?.alone[name]}
            labels={data?.labels ?? {}}
            begins={added === name}
            onClose={() => {
              if (added === name) setAdded(null)
            }}
          />
        )
      })}
      <Menu position="bottom-start" shadow="md" returnFocus={false}>
        <Menu.Target>
          <button type="button" className="chip chip-add">
            <IconPlus size={12} stroke={1.5} aria-hidden /> {words.t('list.addCondition')}
          </button>
        </Menu.Target>
        <Menu.Dropdown className="long-menu">
          {others.map((field) => (
            <Menu.Item key={field.name} onClick={() => setAdded(field.name)}>
              {headingOf(words, noun, field)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <label className="chip-check">
        <input
          type="checkbox"
          checked={state.withdrawn}
          onChange={(event) => set({ withdrawn: event.currentTarget.checked })}
        />
        {words.t('app.withdrawn')}
      </label>
      {conditionsOf(state) > 0 && (
        <button type="button" className="text-button" onClick={() => set(noConditions)}>
          {words.t('action.clearConditions')}
        </button>
      )}
    </div>
  )
}

interface ChipProps {
  readonly noun: CodedNoun
  readonly field: ListField
  readonly state: ListState
  readonly conditions: ListConditions
  /** Records that meet this one condition. */
  readonly count: number | undefined
  readonly labels: Labels
  /** Just added: its choices are open. */
  readonly begins: boolean
  readonly onClose: () => void
}

function Chip({ noun, field, state, conditions, count, labels, begins, onClose }: ChipProps) {
  const words = useWords()
  const valueWords = useValueWords()
  const [open, setOpen] = useState(begins)
  const condition = state.filters[field.name]
  const label = headingOf(words, noun, field)
  const change = (next: Condition | undefined) => {
    const { [field.name]: _removed, ...others } = state.filters
    setListState(noun, { filters: next === undefined ? others : { ...others, [field.name]: next } })
  }
  const show = (shown: boolean) => {
    setOpen(shown)
    if (!shown) onClose()
  }
  return (
    <span className={condition === undefined ? 'chip' : 'chip active'}>
      <Popover opened={open} onChange={show} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className="chip-open" aria-expanded={open} onClick={() => show(!open)}>
            {condition === undefined ? (
              <>
                {label} <IconChevronDown size={12} stroke={1.5} aria-hidden />
              </>
            ) : (
              <>
                {words.t('app.condition', {
                  field: label,
                  values: conditionWords(words, valueWords, field, condition, labels),
                })}{' '}
                <span className="muted">{count}</span>
              </>
            )}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>
          <ConditionEditor noun={noun} field={field} condition={condition} conditions={conditions} onChange={change} />
        </Popover.Dropdown>
      </Popover>
      {condition !== undefined && (
        <button type="button" aria-label={words.t('action.remove', { name: label })} onClick={() => change(undefined)}>
          <IconX size={12} stroke={1.5} aria-hidden />
        </button>
      )}
    </span>
  )
}

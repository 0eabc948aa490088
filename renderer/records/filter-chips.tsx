/** The conditions of a list as chips: each opens its choices, an active one says its values and its own count. */
import { Popover } from '@mantine/core'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nounUtils, useApi } from '#renderer/api/client.tsx'
import type { Label, Labels } from '#shared/contract/base.ts'
import { type FieldDescription, fields, options } from '#shared/domain/fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { isCoded } from './field-input.tsx'
import { conditionsOf, type ListState, noConditions, setListState } from './list-state.ts'
import { ReferencePicker } from './reference-picker.tsx'
import { useWords } from './words.ts'

export interface FilterChipsProps {
  readonly noun: CodedNoun
  readonly state: ListState
  readonly filters: readonly string[]
}

export function FilterChips({ noun, state, filters }: FilterChipsProps) {
  const words = useWords()
  const set = (change: Partial<ListState>) => {
    setListState(noun, change)
  }
  return (
    <div className="chips" role="group" aria-label={words.t('app.conditions')}>
      <input
        className="input list-search"
        type="search"
        aria-label={words.t('app.searchIn', { noun: words.t(`noun.${noun}.many`) })}
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
      {filters.map((name) => {
        const field = fields[noun].find((each) => each.name === name)
        return field === undefined ? null : <Chip key={name} noun={noun} field={field} state={state} />
      })}
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
  readonly field: FieldDescription
  readonly state: ListState
}

function Chip({ noun, field, state }: ChipProps) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const [known, setKnown] = useState<Labels>({})
  const condition = state.filters[field.name]
  const chosen = condition?.kind === 'values' ? condition.values : []
  const label = words.field(noun, field.name)
  const change = (values: readonly (string | null)[]) => {
    const { [field.name]: _removed, ...others } = state.filters
    setListState(noun, {
      filters: values.length === 0 ? others : { ...others, [field.name]: { kind: 'values', values: [...values] } },
    })
  }
  const worded = (value: string | null) => {
    if (value === null) return words.t('app.notRegistered')
    if (field.kind === 'choice' || field.kind === 'choices') return words.value(field.options, value)
    return words.label(known, value) || value
  }
  return (
    <span className={chosen.length > 0 ? 'chip active' : 'chip'}>
      <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className="chip-open" aria-expanded={open} onClick={() => setOpen(!open)}>
            {chosen.length === 0 ? (
              <>
                {label} <IconChevronDown size={12} stroke={1.5} aria-hidden />
              </>
            ) : (
              <>
                {words.t('app.condition', {
                  field: label,
                  values: chosen.map(worded).join(words.t('app.listSeparator')),
                })}{' '}
                <ChipCount noun={noun} field={field.name} values={chosen} />
              </>
            )}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>
          {field.kind === 'choice' || field.kind === 'choices' ? (
            <div className="check-column">
              {[...options[field.options], ...(field.required === true ? [] : [null])].map((value) => (
                <label key={value ?? ''}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(value)}
                    onChange={(event) =>
                      change(event.currentTarget.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
                    }
                  />
                  {worded(value)}
                </label>
              ))}
            </div>
          ) : (
            (field.kind === 'reference' || field.kind === 'references') &&
            isCoded(field.noun) && (
              <div className="chip-picker">
                <label className="field-label" htmlFor={`filter-${field.name}`}>
                  {label}
                </label>
                <ReferencePicker
                  id={`filter-${field.name}`}
                  nouns={[field.noun]}
                  value={null}
                  label={null}
                  adding
                  onChange={(id: string | null, picked: Label | null) => {
                    if (id === null || chosen.includes(id)) return
                    if (picked !== null) setKnown({ ...known, [id]: picked })
                    change([...chosen, id])
                  }}
                />
              </div>
            )
          )}
        </Popover.Dropdown>
      </Popover>
      {chosen.length > 0 && (
        <button type="button" aria-label={words.t('action.remove', { name: label })} onClick={() => change([])}>
          <IconX size={12} stroke={1.5} aria-hidden />
        </button>
      )}
    </span>
  )
}

/** How many records meet this one condition alone. */
function ChipCount({
  noun,
  field,
  values,
}: {
  readonly noun: CodedNoun
  readonly field: string
  readonly values: readonly (string | null)[]
}) {
  const { utils } = useApi()
  const { data } = useQuery(
    nounUtils(utils, noun).list.queryOptions({
      input: { filters: { [field]: { kind: 'values', values: [...values] } }, limit: 1 },
    }),
  )
  return <span className="muted">{data?.found}</span>
}

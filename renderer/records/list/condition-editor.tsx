/** What a field can be asked for: its values with their counts, a range of days or numbers, words in a text, blank or not. */
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { type Condition, type ListConditions, me } from '#shared/contract/list.ts'
import { parseDay } from '#shared/domain/calendar-date.ts'
import { options } from '#shared/domain/fields.ts'
import { conditionForm, type ListField } from '#shared/domain/list-fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { searchKey } from '#shared/domain/text.ts'
import { isComposing } from '../composing.ts'
import { useValueWords } from '../value-words.ts'
import { useWords } from '../words.ts'

export interface ConditionEditorProps {
  readonly noun: CodedNoun
  readonly field: ListField
  readonly condition: Condition | undefined
  /** All conditions of the list: counts are told under the other ones. */
  readonly conditions: ListConditions
  /** Undefined takes the condition off. */
  readonly onChange: (condition: Condition | undefined) => void
}

export function ConditionEditor(props: ConditionEditorProps) {
  const { field } = props
  const form = conditionForm(field)
  return (
    <div className="condition-editor">
      {form === 'values' && <Values {...props} />}
      {form === 'days' && <Days {...props} />}
      {form === 'numbers' && <Numbers {...props} />}
      {form === 'text' && (
        <>
          <Words {...props} />
          {field.kind === 'text' && field.long !== true && <Values {...props} />}
        </>
      )}
      {form !== 'values' && field.required !== true && <Blankness {...props} />}
    </div>
  )
}

/** Above this many values there is a field to narrow them down. */
const manyValues = 8
/** No more are drawn at once: the rest is found by typing. */
const mostDrawn = 100

function Values({ noun, field, condition, conditions, onChange }: ConditionEditorProps) {
  const words = useWords()
  const valueWords = useValueWords()
  const { utils } = useApi()
  const searchId = useId()
  const [typed, setTyped] = useState('')
  const { data } = useQuery({
    ...utils.lists.facets.queryOptions({ input: { ...conditions, noun, fields: [field.name] } }),
    placeholderData: (before) => before,
  })
  const chosen = condition?.kind === 'values' ? condition.values : []
  const below = condition?.kind === 'values' && condition.below === true
  const counted = new Map((data?.fields[field.name] ?? []).map(({ value, count }) => [value, count]))
  const known: readonly (string | null)[] =
    field.kind === 'choice' || field.kind === 'choices' ? options[field.options] : []
  const isPerson = field.kind === 'holder' || ('noun' in field && field.noun === 'person')
  const all = [
    ...new Set<string | null>([
      ...(isPerson ? [me] : []),
      ...known,
      ...[...counted.keys()].filter((value) => value !== null),
      ...chosen.filter((value) => value !== null),
      ...(field.required === true || (!counted.has(null) && !chosen.includes(null)) ? [] : [null]),
    ]),
  ]
  const said = all.map((value) => ({ value, text: valueWords(field, value, data?.labels ?? {}) }))
  const found = said.filter(({ text }) => searchKey(text).includes(searchKey(typed)))
  const set = (values: readonly (string | null)[], withBelow = below) => {
    onChange(values.length === 0 ? undefined : { kind: 'values', values: [...values], below: withBelow })
  }
  return (
    <>
      {all.length > manyValues && (
        <input
          id={searchId}
          className="input"
          type="search"
          aria-label={words.t('list.findValue')}
          placeholder={words.t('list.findValue')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <div className="check-column condition-values">
        {found.slice(0, mostDrawn).map(({ value, text }) => (
          <label key={value ?? ''}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) =>
                set(event.currentTarget.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
              }
            />
            <span className="condition-value">{text}</span>
            {value !== me && <span className="muted">{counted.get(value) ?? 0}</span>}
          </label>
        ))}
        {found.length > mostDrawn && (
          <p className="hint">{words.t('list.moreValues', { count: found.length - mostDrawn })}</p>
        )}
      </div>
      {'noun' in field && field.noun === 'unit' && (
        <label className="condition-below">
          <input
            type="checkbox"
            checked={below}
            disabled={chosen.length === 0}
            onChange={(event) => set(chosen, event.currentTarget.checked)}
          />
          {words.t('list.below')}
        </label>
      )}
    </>
  )
}

const spans = [
  { key: 'overdue', from: null, to: -1 },
  { key: 'within', from: 0, to: 30 },
  { key: 'within', from: 0, to: 90 },
  { key: 'overdueOrWithin', from: null, to: 30 },
] as const

function Days(props: ConditionEditorProps) {
  const { condition, onChange } = props
  const words = useWords()
  const name = useId()
  return (
    <>
      <div className="check-column">
        {spans.map(({ key, from, to }) => (
          <label key={`${key} ${String(to)}`}>
            <input
              type="radio"
              name={name}
              checked={condition?.kind === 'daysFromToday' && condition.from === from && condition.to === to}
              onChange={() => onChange({ kind: 'daysFromToday', from, to })}
            />
            {words.t(`list.${key}`, { count: to })}
          </label>
        ))}
      </div>
      <Range {...props} read={(text) => parseDay(text)} placeholder="YYYY-MM-DD" />
    </>
  )
}

function Numbers(props: ConditionEditorProps) {
  return <Range {...props} read={numberIn} placeholder="" />
}

function numberIn(text: string): number | null {
  const number = Number(text.normalize('NFKC'))
  return text.trim() === '' || Number.isNaN(number) ? null : number
}

interface RangeProps extends ConditionEditorProps {
  readonly read: (text: string) => string | number | null
  readonly placeholder: string
}

/** From and to, each taken over when it is left; full-width digits and era years are read too. */
function Range({ condition, onChange, read, placeholder }: RangeProps) {
  const words = useWords()
  const id = useId()
  const { from, to } = condition?.kind === 'range' ? condition : { from: null, to: null }
  const [typed, setTyped] = useState({ from: String(from ?? ''), to: String(to ?? '') })
  const take = () => {
    const next = { from: read(typed.from), to: read(typed.to) }
    if (next.from === from && next.to === to) return
    onChange(next.from === null && next.to === null ? undefined : { kind: 'range', ...next })
  }
  return (
    <div className="condition-range">
      {(['from', 'to'] as const).map((end) => (
        <span key={end}>
          <label className="field-label" htmlFor={`${id}-${end}`}>
            {words.t(`list.${end}`)}
          </label>
          <input
            id={`${id}-${end}`}
            className="input"
            placeholder={placeholder}
            value={typed[end]}
            aria-invalid={typed[end] !== '' && read(typed[end]) === null}
            onChange={(event) => setTyped({ ...typed, [end]: event.currentTarget.value })}
            onBlur={take}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !isComposing(event)) take()
            }}
          />
        </span>
      ))}
    </div>
  )
}

function Words({ field, condition, onChange }: ConditionEditorProps) {
  const words = useWords()
  const id = useId()
  const [text, setText] = useState(condition?.kind === 'contains' ? condition.text : '')
  const take = () => {
    const before = condition?.kind === 'contains' ? condition.text : ''
    if (text.trim() !== before) onChange(text.trim() === '' ? undefined : { kind: 'contains', text: text.trim() })
  }
  return (
    <div>
      <label className="field-label" htmlFor={id}>
        {words.t('list.containsLabel')}
      </label>
      <input
        id={id}
        className="input"
        data-field={field.name}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event)) take()
        }}
      />
    </div>
  )
}

function Blankness({ condition, onChange }: ConditionEditorProps) {
  const words = useWords()
  return (
    <div className="check-column condition-blank">
      {(['blank', 'filled'] as const).map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={condition?.kind === kind}
            onChange={(event) => onChange(event.currentTarget.checked ? { kind } : undefined)}
          />
          {words.t(kind === 'blank' ? 'app.notRegistered' : 'list.filled')}
        </label>
      ))}
    </div>
  )
}

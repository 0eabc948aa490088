/**
 * Several entries of the same parts, one beneath the other: added, taken out, and moved up and down by their buttons or by
 * Alt+↑ and Alt+↓. What is wrong stands beside its entry. The field is one value: it is left as a whole.
 */
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { Fragment, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { blankEntry, type Entry, type RepeatedPart } from '#shared/domain/repeated.ts'
import { isComposing } from './composing.ts'
import { entryIssues, partControl } from './entry-issues.ts'
import type { FieldInputProps } from './field-input.tsx'
import { useIssueWords } from './issue-words.ts'
import { useWords } from './words.ts'

export function RepeatedInput(props: FieldInputProps & { readonly parts: readonly RepeatedPart[] }) {
  const { id, field, value, onChange, onBlur, invalid, disabled, parts } = props
  const words = useWords()
  const { t } = words
  const issueWords = useIssueWords()
  const entries = (value ?? []) as readonly Entry[]
  /** The control that takes the focus as soon as it is drawn. */
  const focus = useRef<string | null>(null)
  const setFocus = (control: string) => {
    focus.current = control
  }
  useLayoutEffect(() => {
    if (focus.current === null) return
    const control = document.getElementById(focus.current)
    focus.current = null
    const isOff = control instanceof HTMLButtonElement && control.disabled
    // At the end of the way its own button is off: the entry keeps the focus.
    ;(isOff ? control.closest('.entry')?.querySelector<HTMLElement>('input, textarea') : control)?.focus()
  })
  const issues = invalid ? entryIssues(parts, entries) : []
  const partWords = (part: string) => t(`part.${field.name}.${part}`)
  const [first] = parts
  const nameOf = (entry: Entry, index: number) => {
    const name = first === undefined ? '' : (entry[first.name] ?? '')
    return name.trim() === '' ? t('entry.number', { number: index + 1 }) : name
  }
  const addId = `${id}-add`
  const controlOf = (what: string, index: number) => `${id}-${what}-${String(index)}`
  const change = (index: number, part: string, text: string) => {
    onChange(
      entries.map((entry, at) => (at === index ? { ...entry, [part]: text } : entry)),
      false,
    )
  }
  const move = (index: number, by: -1 | 1, control: string) => {
    const other = index + by
    const [one, next] = [entries[index], entries[other]]
    if (one === undefined || next === undefined) return
    onChange(
      entries.map((entry, at) => (at === index ? next : at === other ? one : entry)),
      true,
    )
    setFocus(control)
  }
  const remove = (index: number) => {
    onChange(
      entries.filter((_entry, at) => at !== index),
      true,
    )
    setFocus(entries.length === 1 ? addId : controlOf('remove', Math.min(index, entries.length - 2)))
  }
  const add = () => {
    onChange([...entries, blankEntry(parts)], false)
    setFocus(partControl(id, entries.length, first?.name ?? ''))
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (isComposing(event) || !event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    event.stopPropagation()
    const by = event.key === 'ArrowUp' ? -1 : 1
    const { id: control } = event.target as HTMLElement
    move(index, by, control.replace(/\d+$/, String(index + by)))
  }
  return (
    // Hears that the entries are left as a whole; it is nothing by itself.
    <div
      role="presentation"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onBlur()
      }}
    >
      <div id={id} className="entries" role="group" tabIndex={-1} aria-labelledby={`${id}-label`}>
        {entries.length > 0 && (
          <div className={`entry-heads of-${String(parts.length)}`} aria-hidden>
            {parts.map(({ name }) => (
              <span key={name}>{partWords(name)}</span>
            ))}
          </div>
        )}
        {entries.map((entry, index) => {
          const own = issues.filter((issue) => issue.index === index)
          return (
            // An entry is its place: two of them may say the same.
            <Fragment key={index}>
              {/* Hears the keys of the controls in it; it is nothing by itself. */}
              <div
                className={`entry of-${String(parts.length)}`}
                role="presentation"
                onKeyDown={(event) => onKeyDown(event, index)}
              >
                {parts.map(({ name, long }) => {
                  const issue = own.find(({ part }) => part === name)
                  const control = partControl(id, index, name)
                  const common = {
                    id: control,
                    className: 'input',
                    disabled,
                    value: entry[name] ?? '',
                    'aria-label': t('entry.part', { part: partWords(name), number: index + 1 }),
                    'aria-invalid': issue !== undefined,
                    'aria-describedby': issue === undefined ? undefined : `${control}-problem`,
                    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
                      change(index, name, event.currentTarget.value)
                    },
                  }
                  return long === true ? <textarea key={name} {...common} rows={1} /> : <input key={name} {...common} />
                })}
                {disabled !== true && (
                  <span className="entry-verbs">
                    <button
                      type="button"
                      id={controlOf('up', index)}
                      disabled={index === 0}
                      aria-label={t('entry.up', { name: nameOf(entry, index) })}
                      title={t('entry.up', { name: nameOf(entry, index) })}
                      onClick={() => move(index, -1, controlOf('up', index - 1))}
                    >
                      <IconArrowUp size={16} stroke={1.5} aria-hidden />
                    </button>
                    <button
                      type="button"
                      id={controlOf('down', index)}
                      disabled={index === entries.length - 1}
                      aria-label={t('entry.down', { name: nameOf(entry, index) })}
                      title={t('entry.down', { name: nameOf(entry, index) })}
                      onClick={() => move(index, 1, controlOf('down', index + 1))}
                    >
                      <IconArrowDown size={16} stroke={1.5} aria-hidden />
                    </button>
                    <button
                      type="button"
                      id={controlOf('remove', index)}
                      aria-label={t('entry.remove', { name: nameOf(entry, index) })}
                      title={t('entry.remove', { name: nameOf(entry, index) })}
                      onClick={() => remove(index)}
                    >
                      <IconX size={16} stroke={1.5} aria-hidden />
                    </button>
                  </span>
                )}
              </div>
              {own.map(({ part, issue }) => (
                <p key={part} className="field-problem" id={`${partControl(id, index, part)}-problem`} role="alert">
                  {issueWords(issue)}
                </p>
              ))}
            </Fragment>
          )
        })}
        {disabled !== true && (
          <button type="button" id={addId} className="text-button entry-add" onClick={add}>
            <IconPlus size={12} stroke={1.5} aria-hidden />
            {t('entry.add', { field: words.t(`entry.of.${field.name}`) })}
          </button>
        )}
      </div>
    </div>
  )
}

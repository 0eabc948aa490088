/**
 * A field that offers choices while one types: keyboard, pointer and screen reader alike (ARIA combobox with a listbox).
 * Knows no noun: choices and words come in as properties.
 */
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { ListboxOption } from './listbox-option.tsx'
import './combobox-field.css'

export interface ComboboxOption {
  readonly value: string
  readonly text: string
  /** A label before the text, such as SYS-0012. */
  readonly code: string | null
}

export interface ComboboxFieldProps {
  readonly id: string
  readonly value: string | null
  /** The text of the chosen value. */
  readonly valueText: string
  readonly options: readonly ComboboxOption[]
  /** What is typed; null once the list is closed. */
  readonly onSearch: (text: string | null) => void
  readonly onChange: (value: string | null) => void
  readonly nothingFound: string
  readonly clearLabel: string
  /** The options are those of an earlier text: what is typed has not been looked for yet. */
  readonly pending: boolean
  /** Enter came while pending: whoever types and confirms in one go means the first that will be found. */
  readonly onHurry: (typed: string) => void
  /** Offers to make what was typed; null where that is not possible. */
  readonly creation: { readonly text: (typed: string) => string; readonly onCreate: (typed: string) => void } | null
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly invalid?: boolean | undefined
}

export function ComboboxField(props: ComboboxFieldProps) {
  const {
    id,
    value,
    valueText,
    options,
    onSearch,
    onChange,
    nothingFound,
    clearLabel,
    pending,
    onHurry,
    creation,
    disabled,
    describedBy,
    invalid,
  } = props
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const open = typed !== null
  const named = typed?.trim() ?? ''
  const makes = creation !== null && named !== '' && !pending && !options.some((option) => option.text === named)
  const count = options.length + (makes ? 1 : 0)
  const search = (text: string | null) => {
    setTyped(text)
    setActive(0)
    onSearch(text)
  }
  const choose = (index: number) => {
    const option = options[index]
    search(null)
    if (option !== undefined) onChange(option.value)
    else if (makes && index === options.length) creation.onCreate(named)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.key === 'Process') return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) search('')
      else setActive((active + count + (event.key === 'ArrowDown' ? 1 : -1)) % Math.max(count, 1))
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      if (pending) {
        search(null)
        onHurry(named)
      } else choose(active)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      search(null)
    }
  }
  return (
    <div className="combobox">
      <input
        ref={input}
        id={id}
        className="input"
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && active < count ? `${listId}-${String(active)}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        disabled={disabled}
        value={typed ?? valueText}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => {
          if (!open) search('')
        }}
        onChange={(event) => search(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => search(null)}
      />
      {value !== null && valueText !== '' && disabled !== true && (
        <button
          type="button"
          className="combobox-clear"
          aria-label={`${clearLabel} ${valueText}`}
          onClick={() => {
            onChange(null)
            input.current?.focus()
          }}
        >
          ×
        </button>
      )}
      <div id={listId} role="listbox" className="combobox-list" hidden={!open} aria-label={clearLabel}>
        {options.map((option, index) => (
          <ListboxOption
            key={option.value}
            id={`${listId}-${String(index)}`}
            active={index === active}
            onPoint={() => setActive(index)}
            onChoose={() => choose(index)}
          >
            {option.code !== null && <span className="code">{option.code}</span>}
            <span>{option.text}</span>
          </ListboxOption>
        ))}
        {makes && (
          <ListboxOption
            id={`${listId}-${String(options.length)}`}
            className="combobox-create"
            active={active === options.length}
            onPoint={() => setActive(options.length)}
            onChoose={() => choose(options.length)}
          >
            {creation.text(named)}
          </ListboxOption>
        )}
        {options.length === 0 && (
          <div role="option" aria-selected={false} aria-disabled tabIndex={-1} className="combobox-none">
            {nothingFound}
          </div>
        )}
      </div>
    </div>
  )
}

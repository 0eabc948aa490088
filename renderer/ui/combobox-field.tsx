/**
 * A field that offers choices while one types: keyboard, pointer and screen reader alike (ARIA combobox with a listbox).
 * Knows no noun: choices and words come in as properties.
 */
import { type KeyboardEvent, useId, useRef, useState } from 'react'
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
    disabled,
    describedBy,
    invalid,
  } = props
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const open = typed !== null
  const search = (text: string | null) => {
    setTyped(text)
    setActive(0)
    onSearch(text)
  }
  const choose = (option: ComboboxOption | undefined) => {
    search(null)
    if (option !== undefined) onChange(option.value)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.key === 'Process') return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) search('')
      else setActive((active + options.length + (event.key === 'ArrowDown' ? 1 : -1)) % Math.max(options.length, 1))
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      choose(options[active])
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
        aria-activedescendant={open && options[active] !== undefined ? `${listId}-${String(active)}` : undefined}
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
          <div
            key={option.value}
            id={`${listId}-${String(index)}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseMove={() => setActive(index)}
            onMouseDown={(event) => {
              event.preventDefault()
              choose(option)
            }}
          >
            {option.code !== null && <span className="code">{option.code}</span>}
            <span>{option.text}</span>
          </div>
        ))}
        {options.length === 0 && (
          <div role="option" aria-selected={false} aria-disabled tabIndex={-1} className="combobox-none">
            {nothingFound}
          </div>
        )}
      </div>
    </div>
  )
}

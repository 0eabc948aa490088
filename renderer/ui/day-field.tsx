/**
 * A day by typing, by picking from a month and by pasting. What was typed stays as it was typed until it is left; how it is
 * read stands beneath it. Knows no noun: words come in as properties.
 */
import { Popover } from '@mantine/core'
import { type CalendarAriaLabels, DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import 'dayjs/locale/ja'
import './day-field.css'

export interface DayFieldProps {
  readonly id: string
  readonly value: string
  /** The day that the text is read as; null where it is none. */
  readonly day: string | null
  readonly language: 'ja' | 'en'
  /** How the text is read, where that is worth saying. */
  readonly reading: string | null
  readonly openLabel: string
  /** Names of the buttons over the days. */
  readonly calendarLabels: CalendarAriaLabels
  readonly onType: (text: string) => void
  readonly onPick: (day: string) => void
  readonly onBlur: () => void
  readonly invalid: boolean
  readonly describedBy: string | undefined
  readonly disabled?: boolean | undefined
}

export function DayField(props: DayFieldProps) {
  const {
    id,
    value,
    day,
    language,
    reading,
    openLabel,
    calendarLabels,
    onType,
    onPick,
    onBlur,
    invalid,
    describedBy,
    disabled,
  } = props
  const [open, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const close = () => {
    setOpen(false)
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'ArrowDown' || !event.altKey) return
    event.preventDefault()
    setOpen(true)
  }
  const readingId = `${id}-reading`
  return (
    <div className="day-field">
      <div className="day-field-control">
        <input
          ref={input}
          id={id}
          className="input day-input"
          autoComplete="off"
          placeholder="YYYY-MM-DD"
          value={value}
          disabled={disabled}
          aria-invalid={invalid}
          aria-describedby={
            [describedBy, reading === null ? undefined : readingId].filter(Boolean).join(' ') || undefined
          }
          onChange={(event) => onType(event.currentTarget.value)}
          onBlur={onBlur}
          onKeyDown={onKeyDown}
        />
        <Popover opened={open} onChange={setOpen} trapFocus position="bottom-start" onDismiss={close}>
          <Popover.Target>
            <button
              type="button"
              className="day-field-open"
              aria-label={openLabel}
              disabled={disabled}
              onClick={() => setOpen(!open)}
            >
              <IconCalendar size={16} stroke={1.5} aria-hidden />
            </button>
          </Popover.Target>
          <Popover.Dropdown>
            <DatePicker
              locale={language}
              ariaLabels={calendarLabels}
              // "1 12月 2026" otherwise, too.
              {...(language === 'ja' ? { getDayAriaLabel: japaneseDay } : {})}
              // "11月 2026" otherwise.
              monthLabelFormat={language === 'ja' ? 'YYYY年M月' : 'MMMM YYYY'}
              yearLabelFormat={language === 'ja' ? 'YYYY年' : 'YYYY'}
              firstDayOfWeek={language === 'ja' ? 0 : 1}
              value={day}
              {...(day === null ? {} : { defaultDate: day })}
              onChange={(picked) => {
                if (picked !== null) onPick(picked)
                close()
              }}
            />
          </Popover.Dropdown>
        </Popover>
      </div>
      {reading !== null && (
        <span className="hint" id={readingId}>
          {reading}
        </span>
      )}
    </div>
  )
}

/** 2026年12月1日. */
function japaneseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${String(year)}年${String(month)}月${String(date)}日`
}

/** The day that a screen shows, on a button; another one is typed in its popover. */
import { Popover } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import { type SubmitEvent, useId, useState } from 'react'
import { useRegister } from '#renderer/api/status.ts'
import { parseDay } from '#shared/domain/calendar-date.ts'
import { useWords } from './words.ts'

export interface DayButtonProps {
  readonly icon: TablerIcon
  readonly label: string
  readonly day: string
  /** Null: today, whichever day that is. */
  readonly onChange: (day: string | null) => void
}

export function DayButton({ icon: Icon, label, day, onChange }: DayButtonProps) {
  const { t } = useWords()
  const { today } = useRegister()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState(day)
  const [wrong, setWrong] = useState(false)
  const id = useId()
  const take = (next: string | null) => {
    setOpen(false)
    setWrong(false)
    onChange(next)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const parsed = parseDay(typed)
    if (parsed === null) setWrong(true)
    else take(parsed === today ? null : parsed)
  }
  return (
    <Popover opened={open} onChange={setOpen} trapFocus returnFocus position="bottom-end" width={260}>
      <Popover.Target>
        <button
          type="button"
          className="button"
          onClick={() => {
            setTyped(day)
            setOpen(!open)
          }}
        >
          <Icon size={16} stroke={1.5} aria-hidden />
          {label} <span className="figures">{day}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <form onSubmit={submit} noValidate>
          <label className="field-label" htmlFor={id}>
            {label}
          </label>
          <input
            id={id}
            className="input"
            inputMode="numeric"
            placeholder="YYYY-MM-DD"
            value={typed}
            aria-invalid={wrong}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {wrong && (
            <p className="field-problem" role="alert">
              {t('issue.BAD_DAY')}
            </p>
          )}
          <div className="button-row">
            {day !== today && (
              <button type="button" className="button" onClick={() => take(null)}>
                {t('app.today')}
              </button>
            )}
            <button type="submit" className="button primary">
              {t('action.show')}
            </button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

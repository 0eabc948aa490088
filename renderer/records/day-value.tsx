/** A day that is due: past ones are marked as beyond their date, in words too. */
import { useRegister } from '#renderer/api/status.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { useFiscalWords } from './fiscal-words.ts'
import { useWords } from './words.ts'

export interface DueDayProps {
  readonly day: string | null
  /** Key of the word for a day that has passed. */
  readonly pastWord?: 'app.overdue' | 'app.expired'
}

export function DueDay({ day, pastWord = 'app.overdue' }: DueDayProps) {
  const words = useWords()
  const { today } = useRegister()
  const fiscal = useFiscalWords()
  if (day === null) return <Unknown word={words.t('app.notRegistered')} />
  if (day >= today)
    return (
      <span className="figures" title={fiscal(day)}>
        {day}
      </span>
    )
  return (
    <span className="due-past" title={fiscal(day)}>
      <b className="figures">{day}</b> <StatusMark status="breach" word={words.t(pastWord)} />
    </span>
  )
}

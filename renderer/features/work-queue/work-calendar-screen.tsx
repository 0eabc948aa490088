/** The queue as a month: a table of days, moved over by the arrow keys, with the company's own quarters. */
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useRegister } from '#renderer/api/status.ts'
import { useDeferredText } from '#renderer/records/deferred-text.ts'
import { useSay } from '#renderer/records/say.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { WorkDay } from '#shared/contract/work-queue.ts'
import { addMonths, type Day, fiscalQuarterOf } from '#shared/domain/calendar-date.ts'
import { owedStatement, workKey, workStandings } from '#shared/domain/work-item.ts'
import { fiscalEdge, movedBy, weekdayOf, weeksOf } from './month-days.ts'
import { WorkChips } from './work-chips.tsx'
import { WorkHead } from './work-head.tsx'
import { conditionsOf, setWork, useWork } from './work-state.ts'
import './work-queue.css'

export function WorkCalendarScreen() {
  const { t, language } = useWords()
  const { utils } = useApi()
  const { today, organisation } = useRegister()
  const work = useWork()
  const [active, setActive] = useState<Day>(work.day ?? today)
  const weeks = weeksOf(active)
  const from = weeks[0]?.[0] ?? active
  const to = weeks.at(-1)?.[6] ?? active
  // A month shows all its days: what lies ahead is what a calendar is for.
  const conditions = {
    ...conditionsOf(work, useDeferredText(work.search)),
    standings: [...workStandings],
    period: null,
  }
  const { data, error } = useQuery({
    ...utils.workQueue.calendar.queryOptions({ input: { ...conditions, from, to } }),
    placeholderData: (before) => before,
  })
  const { data: counts } = useQuery({
    ...utils.workQueue.list.queryOptions({ input: { ...conditions, limit: 1 } }),
    placeholderData: (before) => before,
  })
  const quarter = fiscalQuarterOf(active, organisation.fiscalStartMonth)
  const month = t('workQueue.monthTitle', {
    year: Number(active.slice(0, 4)),
    name: t(`workQueue.monthName.${active.slice(5, 7)}`),
  })
  return (
    <>
      <WorkHead view="calendar" />
      <WorkChips counts={counts} anyStanding />
      <div className="work-body">
        <div className="work-month-head">
          <button
            type="button"
            className="button"
            aria-label={t('workQueue.previousMonth')}
            onClick={() => setActive(addMonths(active, -1))}
          >
            <IconChevronLeft size={16} stroke={1.5} aria-hidden />
          </button>
          <h2 aria-live="polite">{month}</h2>
          <button
            type="button"
            className="button"
            aria-label={t('workQueue.nextMonth')}
            onClick={() => setActive(addMonths(active, 1))}
          >
            <IconChevronRight size={16} stroke={1.5} aria-hidden />
          </button>
          <span className="work-month-quarter">
            {t('workQueue.quarter', { year: quarter.year, quarter: quarter.quarter })}
            <span className="muted figures">{t('app.period', { from: quarter.from, to: quarter.to })}</span>
          </span>
          <button type="button" className="text-button" onClick={() => setActive(today)}>
            {t('app.today')}
          </button>
        </div>
        {error !== null ? (
          <p className="empty" role="alert">
            {sayError(language, error)}
          </p>
        ) : (
          <Month label={month} weeks={weeks} active={active} days={data?.days ?? []} onActive={setActive} />
        )}
      </div>
    </>
  )
}

interface MonthProps {
  readonly label: string
  readonly weeks: readonly (readonly Day[])[]
  readonly active: Day
  readonly days: readonly WorkDay[]
  readonly onActive: (day: Day) => void
}

function Month({ label, weeks, active, days, onActive }: MonthProps) {
  const { t } = useWords()
  const table = useRef<HTMLTableElement>(null)
  const moved = useRef(false)
  const byDay = new Map(days.map((each) => [each.day, each]))
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [active])
  const onKeyDown = (event: KeyboardEvent) => {
    const next = movedBy(event.key, active)
    if (next === null) return
    event.preventDefault()
    moved.current = true
    onActive(next)
  }
  return (
    <table className="sheet work-month" aria-label={label} ref={table}>
      <thead>
        <tr>
          {[0, 1, 2, 3, 4, 5, 6].map((weekday) => (
            <th scope="col" key={weekday} data-weekday={weekday}>
              {t(`workQueue.weekday.${String(weekday)}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <DayCell
                key={day}
                day={day}
                work={byDay.get(day)}
                active={day === active}
                inMonth={day.slice(0, 7) === active.slice(0, 7)}
                onActive={onActive}
                onKeyDown={onKeyDown}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayCellProps {
  readonly day: Day
  readonly work: WorkDay | undefined
  readonly active: boolean
  readonly inMonth: boolean
  readonly onActive: (day: Day) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function DayCell({ day, work, active, inMonth, onActive, onKeyDown }: DayCellProps) {
  const { t } = useWords()
  const say = useSay()
  const { today, organisation } = useRegister()
  const [, navigate] = useLocation()
  const count = work?.count ?? 0
  const edge = fiscalEdge(day, organisation.fiscalStartMonth)
  const open = () => {
    onActive(day)
    if (count === 0) return
    setWork({ period: day, standings: [...workStandings], scrolled: 0 })
    navigate('/work-queue')
  }
  return (
    <td data-in-month={inMonth} data-weekday={weekdayOf(day)}>
      <button
        type="button"
        className="work-day-button"
        tabIndex={active ? 0 : -1}
        aria-current={day === today ? 'date' : undefined}
        onClick={open}
        onKeyDown={onKeyDown}
      >
        <span className="visually-hidden">{t('workQueue.dayLabel', { day, count })}</span>
        <span className="work-day">
          <span className="figures" aria-hidden>
            {Number(day.slice(8))}
          </span>
          {day === today && <span className="work-today">{t('app.today')}</span>}
          {edge !== null && (
            <span className="work-edge">{t(`workQueue.${edge.edge}`, { year: edge.year, quarter: edge.quarter })}</span>
          )}
        </span>
        {work?.items.map((item) => (
          <span className="work-day-item" key={workKey(item)} title={`${item.code}  ${say(owedStatement(item))}`}>
            {item.severity !== null && <StatusMark status={item.severity} word="" />}
            <span className="code">{item.code}</span> {say(owedStatement(item))}
          </span>
        ))}
        {work !== undefined && work.count > work.items.length && (
          <span className="work-day-more">{t('workQueue.moreItems', { count: work.count - work.items.length })}</span>
        )}
      </button>
    </td>
  )
}

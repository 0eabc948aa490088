/** The board calendar of a fiscal year: each meeting with its deadlines, who prepares what by when, and what is asked of it. */
import { IconCalendarEvent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { DueDay } from '#renderer/records/day-value.tsx'
import { recordPath } from '#renderer/records/noun-path.ts'
import { useWords } from '#renderer/records/words.ts'
import { addDays, fiscalQuarterOf } from '#shared/domain/calendar-date.ts'

export function BoardCalendarScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const mayChange = useMayChange()
  const { today, organisation } = useRegister()
  const [year, setYear] = useState(() => fiscalQuarterOf(today, organisation.fiscalStartMonth).year)
  const from = `${String(year)}-${String(organisation.fiscalStartMonth).padStart(2, '0')}-01`
  const to = addDays(`${String(year + 1)}${from.slice(4)}`, -1)
  const { data, error } = useQuery(utils.meeting.calendar.queryOptions({ input: { from, to } }))
  return (
    <>
      <div className="page-head">
        <IconCalendarEvent size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('decision.calendar')}</h1>
        <span className="page-note">{t('decision.fiscalYear', { year, from, to })}</span>
        <span className="page-actions">
          <button type="button" className="button" onClick={() => setYear(year - 1)}>
            {t('decision.earlierYear')}
          </button>
          <button type="button" className="button" onClick={() => setYear(year + 1)}>
            {t('decision.laterYear')}
          </button>
          {mayChange && (
            <Link href="/meeting/new" className="button primary">
              {t('decision.newMeeting')}
            </Link>
          )}
        </span>
      </div>
      {tabs}
      <div className="page-body">
        <section className="sheet">
          {error !== null && (
            <p role="alert" className="block-none">
              {sayError(words.language, error)}
            </p>
          )}
          {data?.meetings.length === 0 ? (
            <div className="empty">
              <p>{t('decision.noMeetings')}</p>
              <p className="muted">{t('why.meeting')}</p>
            </div>
          ) : (
            <div className="table-scroll">
              <table className="settings-table" aria-label={t('decision.calendar')}>
                <thead>
                  <tr>
                    <th scope="col">{words.field('meeting', 'on')}</th>
                    <th scope="col">{words.one('meeting')}</th>
                    <th scope="col">{words.field('meeting', 'packDeadline')}</th>
                    <th scope="col">{words.field('meeting', 'packId')}</th>
                    <th scope="col">{t('decision.whoPrepares')}</th>
                    <th scope="col">{t('decision.askedOfMeeting')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data?.meetings.map(({ meeting, steps, decisions }) => (
                    <tr key={meeting.id}>
                      <td className="figures">{meeting.on}</td>
                      <th scope="row">
                        <Link href={recordPath('meeting', meeting.id)} className="link">
                          {words.name(meeting.name)}
                        </Link>
                        <div className="muted">{words.value('decisionBody', meeting.body)}</div>
                      </th>
                      <td>
                        {meeting.on < today ? (
                          <span className="figures">{meeting.packDeadline ?? t('decision.notSet')}</span>
                        ) : meeting.packDeadline === null ? (
                          t('decision.notSet')
                        ) : (
                          <DueDay day={meeting.packDeadline} />
                        )}
                      </td>
                      <td className="code">
                        {meeting.packId === null ? t('decision.notSet') : data.labels[meeting.packId]?.code}
                      </td>
                      <td>
                        {steps.length === 0 ? (
                          <span className="muted">{t('decision.noSteps')}</span>
                        ) : (
                          <ul className="plain-list">
                            {steps.map((step) => (
                              <li key={step.id}>
                                <span className="figures">{step.dueOn ?? t('decision.notSet')}</span>{' '}
                                {words.name(step.name)}{' '}
                                <span className="muted">
                                  {step.postId === null
                                    ? t('decision.noPost')
                                    : words.name(data.labels[step.postId]?.name ?? step.name)}
                                  {step.doneOn !== null && t('decision.doneOn', { day: step.doneOn })}
                                </span>
                              </li>
                            ))}
                          </ul>
                        )}
                      </td>
                      <td>
                        {decisions.length === 0 ? (
                          <span className="muted">{t('decision.nothingAskedYet')}</span>
                        ) : (
                          decisions.map(({ id, code }) => (
                            <span key={id}>
                              <Link href={recordPath('decision', id)} className="link code">
                                {code}
                              </Link>{' '}
                            </span>
                          ))
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      </div>
    </>
  )
}

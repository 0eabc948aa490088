/** One event or instrument of the horizon: how it stands today, what changes, which systems it touches, what is made of it. */
import { IconTimelineEvent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useRegister } from '#renderer/api/status.ts'
import { useWords } from '#renderer/records/words.ts'
import type { HorizonPicture } from '#shared/contract/horizon.ts'
import { EventFacts, InstrumentFacts, Steps, TouchedList } from './entry-parts.tsx'
import { EventTable, AssessmentStanding } from './horizon-tables.tsx'
import './horizon.css'

export function EntryScreen({ id }: { readonly id: string }) {
  const words = useWords()
  const { t, language } = words
  const { utils } = useApi()
  const { today: day } = useRegister()
  const { data, error } = useQuery(utils.horizon.picture.queryOptions())
  if (error !== null) return <p role="alert">{sayError(language, error)}</p>
  if (data === undefined) return null
  const { content } = data
  const instrument = content.instruments.find((each) => each.id === id)
  const event = content.events.find((each) => each.id === id)
  const entry = instrument ?? event
  return (
    <>
      <div className="page-head">
        <IconTimelineEvent size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{entry === undefined ? t('horizon.noEntry', { id }) : `${id} ${entry.label[language]}`}</h1>
        <span className="page-actions">
          <Link href="/horizon" className="button">
            {t('horizon.back')}
          </Link>
        </span>
      </div>
      <div className="page-body" data-aside={entry !== undefined}>
        {instrument !== undefined && (
          <div className="page-column">
            <InstrumentFacts instrument={instrument} content={content} day={day} />
            <Steps instrument={instrument} content={content} day={day} />
            <EventTable
              picture={data}
              day={day}
              events={content.events.filter((each) => each.instrument === instrument.id)}
            />
          </div>
        )}
        {event !== undefined && (
          <div className="page-column">
            <EventFacts event={event} content={content} day={day} />
            <MadeOfIt picture={data} id={id} day={day} />
          </div>
        )}
        {entry !== undefined && (
          <div className="page-aside">
            <TouchedList id={id} />
          </div>
        )}
      </div>
    </>
  )
}

/** The company's assessment of an event, where it owes one. */
function MadeOfIt({
  picture,
  id,
  day,
}: {
  readonly picture: HorizonPicture
  readonly id: string
  readonly day: string
}) {
  const words = useWords()
  const assessment = picture.assessments.find(({ eventId }) => eventId === id)
  return (
    <section className="sheet form-section">
      <h2>{words.one('ruleAssessment')}</h2>
      <p>
        <AssessmentStanding assessment={assessment} day={day} />
      </p>
      {assessment?.assessedOn != null && <p>{words.name(assessment.meaning)}</p>}
    </section>
  )
}

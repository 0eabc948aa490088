/** The regulatory horizon: what binds on a day and what is coming, as a timeline and as the tables behind it. */
import { IconCalendar, IconTimelineEvent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { DayButton } from '#renderer/records/day-button.tsx'
import { useTell } from '#renderer/records/tell.ts'
import { RuleBeginnings } from '#renderer/records/rule-beginnings.tsx'
import { useWords } from '#renderer/records/words.ts'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import type { HorizonPicture } from '#shared/contract/horizon.ts'
import { beginningsOn } from '#shared/domain/horizon/beginnings.ts'
import { lanes } from '#shared/domain/horizon/horizon-pack.ts'
import { FromFileButton, HorizonFileButton } from './horizon-files.tsx'
import { EventTable, InstrumentTable } from './horizon-tables.tsx'
import { HorizonTimeline } from './horizon-timeline.tsx'
import './horizon.css'

const laneChoices = ['all', ...lanes] as const

export function HorizonScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const { today } = useRegister()
  const [asked, setDay] = useState<string | null>(null)
  const [lane, setLane] = useState<(typeof laneChoices)[number]>('all')
  const { data, error } = useQuery(utils.horizon.picture.queryOptions())
  const day = asked ?? today
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {sayError(words.language, error)}
      </p>
    )
  if (data === undefined) return null
  const inLane = (each: { readonly lane: string }) => lane === 'all' || each.lane === lane
  const { content } = data
  return (
    <>
      <div className="page-head">
        <IconTimelineEvent size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('nav.horizon')}</h1>
        <span className="page-note">
          {t('horizon.statusOn', { day })} {t('horizon.asOf', { asOf: content.asOf })}
        </span>
        <span className="page-actions">
          <DayButton icon={IconCalendar} label={t('app.asOf')} day={day} onChange={setDay} />
          <HorizonFileButton day={asked} />
          <FromFileButton />
        </span>
      </div>
      {tabs}
      <div className="page-body">
        <TakeInNotice picture={data} />
        <div className="horizon-filter">
          <ChoiceGroup
            label={t('horizon.lanes')}
            values={laneChoices}
            chosen={lane}
            say={(each) => (
              <>
                {t(each === 'all' ? 'horizon.allLanes' : `horizon.lane.${each}`)}{' '}
                <span className="figures">
                  {content.events.filter((event) => each === 'all' || event.lane === each).length}
                </span>
              </>
            )}
            onChoose={setLane}
          />
          <span className="hint">{t('horizon.forceHint')}</span>
        </div>
        <RuleBeginnings beginnings={beginningsOn(content, day)} />
        <HorizonTimeline picture={data} day={day} lane={lane} />
        <InstrumentTable picture={data} day={day} instruments={content.instruments.filter(inLane)} />
        <EventTable picture={data} day={day} events={content.events.filter(inLane)} />
        <OftenSaid picture={data} />
      </div>
    </>
  )
}

/** That nothing is taken in yet, or that what comes with the program is newer. */
function TakeInNotice({ picture: { held, newer, content } }: { readonly picture: HorizonPicture }) {
  const words = useWords()
  const { t } = words
  const mayChange = useMayChange()
  const tell = useTell()
  const takeIn = useChange((client) => client.horizon.takeIn())
  if (held !== null && newer === null) return null
  const asOf = newer?.asOf ?? content.asOf
  return (
    <p className="plain-notice">
      <b>{t(held === null ? 'horizon.notHeld' : 'horizon.newer', { asOf })}</b>{' '}
      {t(held === null ? 'horizon.notHeldMeans' : 'horizon.newerMeans')}{' '}
      {mayChange && (
        <button
          type="button"
          className="button"
          data-print="none"
          disabled={takeIn.isPending}
          onClick={() =>
            takeIn.mutate(undefined, {
              onSuccess: ({ added, changed }) => tell.done(t('horizon.takenIn', { added, changed })),
              onError: (problem) => tell.refused(sayError(words.language, problem)),
            })
          }
        >
          {t('horizon.takeIn')}
        </button>
      )}
    </p>
  )
}

function OftenSaid({ picture: { content } }: { readonly picture: HorizonPicture }) {
  const { t, language } = useWords()
  return (
    <section className="sheet form-section">
      <h2>{t('horizon.oftenSaid', { asOf: content.asOf })}</h2>
      <div className="table-scroll">
        <table className="plain-table horizon-table">
          <thead>
            <tr>
              <th scope="col">{t('horizon.said')}</th>
              <th scope="col">{t('horizon.position')}</th>
              <th scope="col">{t('horizon.evidenceHead')}</th>
            </tr>
          </thead>
          <tbody>
            {content.statements.map(({ id, said, position, evidence }) => (
              <tr key={id}>
                <th scope="row">{said[language]}</th>
                <td>{position[language]}</td>
                <td>{t(`horizon.evidence.${evidence ?? 'none'}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t('horizon.periods')}</h3>
      <ul className="horizon-periods">
        {content.periods.map(({ id, rule }) => (
          <li key={id}>{rule[language]}</li>
        ))}
      </ul>
      <p className="hint">{content.licence[language]}</p>
    </section>
  )
}

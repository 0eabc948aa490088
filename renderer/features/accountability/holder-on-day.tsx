/** Who answered for one system, over the years and on the chosen day, from its assignments and the terms of their posts. */
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { nounUtils, useApi } from '#renderer/api/client.tsx'
import { ReferencePicker } from '#renderer/records/reference-picker.tsx'
import { useWords } from '#renderer/records/words.ts'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import { useAnswerers } from './answerers.ts'

export interface HolderOnDayProps {
  readonly day: string
  readonly systemId: string | null
  readonly onPick: (systemId: string | null) => void
}

export function HolderOnDay({ day, systemId, onPick }: HolderOnDayProps) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const id = useId()
  const { data: detail } = useQuery({
    ...nounUtils(utils, 'system').get.queryOptions({ input: { id: systemId ?? '' } }),
    enabled: systemId !== null,
  })
  const own = systemId === null ? null : (detail?.labels[systemId] ?? null)
  return (
    <section className="sheet block">
      <h2>{t('app.holderOnDay')}</h2>
      <div className="holder-on-day">
        <label className="field-label" htmlFor={id}>
          {words.one('system')}
        </label>
        <ReferencePicker id={id} nouns={['system']} value={systemId} label={own} onChange={onPick} />
        {systemId !== null && detail !== undefined && <Answer day={day} systemId={systemId} />}
        {systemId === null && <p className="muted">{t('app.pickSystem')}</p>}
      </div>
    </section>
  )
}

function Answer({ day, systemId }: { readonly day: string; readonly systemId: string }) {
  const words = useWords()
  const { t } = words
  const { periods, onDay } = useAnswerers(systemId, day)
  return (
    <>
      <p className="holder-sentence">
        {onDay === null ? (
          <b>{t('app.nobodyAnswered', { day })}</b>
        ) : onDay.person === null ? (
          <>
            <b>{t('app.postWasVacant', { day, post: onDay.post })}</b> <Vacancy word={t('app.vacant')} />
          </>
        ) : (
          t('app.answeredBy', { day, person: onDay.person, post: onDay.post })
        )}
      </p>
      <ul className="holder-periods">
        {periods.map((period) => (
          <li key={`${period.post} ${period.from ?? ''} ${period.person ?? ''}`} data-now={period === onDay}>
            <span className="figures">
              {t('app.period', { from: period.from ?? t('app.unknownStart'), to: period.to ?? '' })}
            </span>
            {period.person === null ? <Vacancy word={t('app.vacant')} /> : <b>{period.person}</b>}
            <span className="muted">{period.post}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

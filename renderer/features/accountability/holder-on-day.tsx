/** Who was accountable for one system, over the years and on a day that is chosen here, with what the log says of it. */
import { useElementSize } from '@mantine/hooks'
import { IconCalendar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useRegister } from '#renderer/api/status.ts'
import { HolderBar } from '#renderer/charts/holder-bar.tsx'
import { DayButton } from '#renderer/records/day-button.tsx'
import { useMoment } from '#renderer/records/moment.ts'
import { ReferencePicker } from '#renderer/records/reference-picker.tsx'
import { useWords } from '#renderer/records/words.ts'
import { Unbroken } from '#renderer/ui/unbroken.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import type { AccountableForSystem } from '#shared/contract/accountability.ts'
import { scaleOf } from './holder-scale.ts'

export interface HolderOnDayProps {
  readonly day: string
  readonly onDay: (day: string | null) => void
  readonly systemId: string | null
  readonly onPick: (systemId: string | null) => void
}

export function HolderOnDay({ day, onDay, systemId, onPick }: HolderOnDayProps) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const id = useId()
  const { data: answer, error } = useQuery({
    ...utils.accountability.ofSystem.queryOptions({ input: { systemId: systemId ?? '', day } }),
    enabled: systemId !== null,
    placeholderData: (before) => before,
  })
  const shown = systemId === null ? undefined : answer
  // Chosen in the list beside it, it may lie beneath the edge of the window.
  const section = useRef<HTMLElement>(null)
  const isShown = shown !== undefined
  useEffect(() => {
    if (isShown) section.current?.scrollIntoView({ block: 'nearest' })
  }, [isShown, systemId])
  return (
    <section className="sheet block" ref={section}>
      <h2>{t('app.holderOnDay')}</h2>
      <div className="holder-on-day">
        <div className="holder-choice">
          <label className="field-label" htmlFor={id}>
            {words.one('system')}
          </label>
          <ReferencePicker
            id={id}
            nouns={['system']}
            value={systemId}
            label={(systemId === null ? null : shown?.labels[systemId]) ?? null}
            onChange={onPick}
          />
          <DayButton icon={IconCalendar} label={t('app.onWhichDay')} day={day} onChange={onDay} />
        </div>
        {error !== null && (
          <p className="field-problem" role="alert">
            {sayError(words.language, error)}
          </p>
        )}
        {systemId === null && <p className="muted">{t('app.pickSystem')}</p>}
        {shown !== undefined && <Answer answer={shown} />}
      </div>
    </section>
  )
}

function Answer({ answer }: { readonly answer: AccountableForSystem }) {
  const words = useWords()
  const { t } = words
  const { onDay, periods, labels } = answer
  return (
    <>
      {periods.length > 0 && <Bar answer={answer} />}
      <p className="holder-sentence">
        <Sentence answer={answer} />
      </p>
      {answer.grounds.length > 0 && <Grounds answer={answer} />}
      <ul className="holder-periods">
        {periods.map((period) => (
          <li key={period.from ?? ''} data-now={period.from === onDay?.from}>
            <span className="figures">
              {t('app.period', { from: period.from ?? t('app.unknownStart'), to: period.to ?? '' })}
            </span>
            {period.state === 'held' ? (
              <b>{words.label(labels, period.personId)}</b>
            ) : period.state === 'vacant' ? (
              <Vacancy word={t('app.vacant')} />
            ) : (
              <Unknown word={t(`executiveState.${period.state}`)} />
            )}
            <span className="muted">
              {words.label(labels, period.postId)}
              {period.deputyId !== null && (
                <span className="holder-deputy">{t('app.deputy', { name: words.label(labels, period.deputyId) })}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Sentence({ answer: { day, onDay, labels } }: { readonly answer: AccountableForSystem }) {
  const words = useWords()
  const { t } = words
  const deputy = onDay?.deputyId == null ? null : t('app.deputyStands', { deputy: words.label(labels, onDay.deputyId) })
  const post = words.label(labels, onDay?.postId ?? null)
  if (onDay?.state === 'vacant')
    return (
      <>
        <b>
          <Unbroken text={t('app.postWasVacant', { day, post })} />
        </b>{' '}
        {deputy}
      </>
    )
  if (onDay?.state !== 'held')
    return (
      <b>
        <Unbroken text={t('app.nobodyAnswered', { day })} />
      </b>
    )
  return (
    <Unbroken
      text={t('app.answeredBy', {
        day,
        person: words.label(labels, onDay.personId),
        post,
        period: t('app.period', { from: onDay.from ?? t('app.unknownStart'), to: onDay.to ?? '' }),
      })}
    />
  )
}

/** What the answer was recorded with. */
function Grounds({ answer: { grounds, labels } }: { readonly answer: AccountableForSystem }) {
  const words = useWords()
  const momentText = useMoment()
  const { t } = words
  return (
    <ul className="holder-grounds muted">
      {grounds.map(({ fact, sequence, at, account, personId, changedBy }) => (
        <li key={fact}>
          <Unbroken
            text={t(changedBy === null ? 'app.groundOf' : 'app.groundOfChanged', {
              fact: t(`app.groundFact.${fact}`),
              number: sequence.toLocaleString(words.language),
              at: momentText(at),
              who: words.label(labels, personId) || account,
              changed: changedBy?.toLocaleString(words.language),
            })}
          />
        </li>
      ))}
    </ul>
  )
}

function Bar({ answer }: { readonly answer: AccountableForSystem }) {
  const words = useWords()
  const { t } = words
  const { ref, width } = useElementSize()
  const { today, organisation } = useRegister()
  const { day, labels } = answer
  const scale = scaleOf(answer.periods, [day, today], organisation.fiscalStartMonth)
  return (
    <div ref={ref}>
      {width > 0 && (
        <HolderBar
          label={t('app.holderBar', { count: answer.periods.length, day })}
          width={width}
          periods={scale.periods.map(({ period, from, to }) => ({
            key: period.from ?? '',
            from,
            to,
            kind: period.state === 'held' ? 'held' : period.state === 'vacant' ? 'vacant' : 'gap',
            text:
              period.state === 'held'
                ? `${words.label(labels, period.personId)}${t('app.postInBrackets', { post: words.label(labels, period.postId) })}`
                : t(`executiveState.${period.state}`),
            shortText:
              period.state === 'held' ? words.label(labels, period.personId) : t(`executiveState.${period.state}`),
          }))}
          ticks={scale.ticks}
          marker={{ at: scale.at(day), text: day }}
        />
      )}
    </div>
  )
}

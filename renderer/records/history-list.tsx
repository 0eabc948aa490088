/** What was changed by whom, when and why: of one record, or of the whole register. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { HistoryEvent } from '#shared/contract/history.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { ChangedValue, isUnnamed } from './changed-value.tsx'
import { RecordLink } from './record-link.tsx'
import { useMoment } from './moment.ts'
import { type Current, RestoreValue } from './restore-value.tsx'
import { useWords } from './words.ts'

export interface HistoryListProps {
  readonly recordId: string | null
  readonly noun?: Noun | null
  readonly limit?: number
  /** A line per event, without the values of new records. */
  readonly compact?: boolean
  /** The record that the history is of: its fields can be put back to earlier values. */
  readonly current?: Current
}

export function HistoryList({ recordId, noun = null, limit = 50, compact = false, current }: HistoryListProps) {
  const words = useWords()
  const { utils } = useApi()
  const [shown, setShown] = useState(limit)
  const { data, error } = useQuery({
    ...utils.history.list.queryOptions({ input: { recordId, noun, limit: Math.min(shown, 500) } }),
    placeholderData: (before) => before,
  })
  if (error !== null) return <p role="alert">{sayError(words.language, error)}</p>
  if (data === undefined) return <p className="muted">{words.t('app.loading')}</p>
  return (
    <>
      <ol className={compact ? 'history compact' : 'history'}>
        {data.events.map((event) => (
          <li key={event.sequence}>
            <EventHead event={event} labels={data.labels} named={recordId === null} />
            <Changes
              event={event}
              labels={data.labels}
              compact={compact}
              current={current?.record.id === event.recordId ? current : undefined}
            />
            {event.reason !== null && event.reason !== '' && (
              <div className="history-reason">{words.t('app.because', { reason: event.reason })}</div>
            )}
          </li>
        ))}
      </ol>
      {!compact && data.events.length < data.total && shown < 500 && (
        <button type="button" className="button" onClick={() => setShown(Math.min(shown + 100, 500))}>
          {words.t('action.showEarlier', { shown: data.events.length, total: data.total })}
        </button>
      )}
      {!compact && recordId !== null && <KeptHistoryList recordId={recordId} />}
    </>
  )
}

/** What the logs of merged registers say of the record, from before it came. */
function KeptHistoryList({ recordId }: { readonly recordId: string }) {
  const words = useWords()
  const { utils } = useApi()
  const { data } = useQuery(utils.merging.history.queryOptions({ input: { id: recordId } }))
  return data?.registers.map(({ name, events }) => (
    <section key={words.name(name)} className="kept-history">
      <h3>{words.t('record.beforeMerge', { register: words.name(name) })}</h3>
      <ol className="history">
        {events.map((event) => (
          <li key={event.sequence}>
            <EventHead event={event} labels={data.labels} named={false} />
            <Changes event={event} labels={data.labels} compact={false} current={undefined} />
            {event.reason !== null && event.reason !== '' && (
              <div className="history-reason">{words.t('app.because', { reason: event.reason })}</div>
            )}
          </li>
        ))}
      </ol>
    </section>
  ))
}

function EventHead({
  event,
  labels,
  named,
}: {
  readonly event: HistoryEvent
  readonly labels: Labels
  readonly named: boolean
}) {
  const words = useWords()
  const momentText = useMoment()
  const { i18n } = useTranslation()
  const operation = `operation.${event.operation}`
  return (
    <div className="history-head">
      <span className="history-time">{momentText(event.at)}</span>
      <span>{event.personId === null ? event.account : words.label(labels, event.personId) || event.account}</span>
      <b>{i18n.exists(operation) ? words.t(operation) : words.one(event.noun)}</b>
      {named && labels[event.recordId] !== undefined && <RecordLink id={event.recordId} labels={labels} />}
      {named && <span className="muted">{words.t('app.eventNumber', { number: event.sequence })}</span>}
    </div>
  )
}

function Changes({
  event,
  labels,
  compact,
  current,
}: {
  readonly event: HistoryEvent
  readonly labels: Labels
  readonly compact: boolean
  readonly current: Current | undefined
}) {
  const words = useWords()
  const { i18n } = useTranslation()
  const isNew = event.changes.every((change) => change.before === null)
  const known = event.changes.filter(
    (change) => i18n.exists(`field.${event.noun}.${change.field}`) && !isUnnamed(event.noun, change.field),
  )
  const listed =
    compact && isNew ? known.filter((change) => change.field === 'name' || change.field === 'to').slice(0, 1) : known
  return (
    <ul className="history-changes">
      {listed.map((change) => (
        <li key={change.field}>
          <span className="muted">{words.field(event.noun, change.field)}</span>{' '}
          <ChangedValue noun={event.noun} change={change} isNew={isNew} before={labels} after={labels} />{' '}
          {!isNew && current !== undefined && (
            <RestoreValue current={current} field={change.field} value={change.before} />
          )}
        </li>
      ))}
    </ul>
  )
}

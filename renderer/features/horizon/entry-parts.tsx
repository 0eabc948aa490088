/** What the horizon says of an event or an instrument, and the systems that its rules touch. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { HorizonEvent, HorizonPack, Instrument } from '#shared/domain/horizon/horizon-pack.ts'
import { eventOn, statusOn } from '#shared/domain/horizon/status-on.ts'
import { checkWords, dateWords, EntryLink, EntryTitle } from './horizon-words.tsx'
import { StatusForce } from '#renderer/records/rule-force.tsx'

interface OnDay {
  readonly content: HorizonPack
  readonly day: string
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What is said once under everything of the horizon. */
function ContentNote({ content }: Pick<OnDay, 'content'>) {
  const { t } = useWords()
  return <p className="hint">{t('horizon.asOf', { asOf: content.asOf })}</p>
}

export function EventFacts({ event, content, day }: OnDay & { readonly event: HorizonEvent }) {
  const words = useWords()
  const { t, language } = words
  const { kind, checks } = eventOn(event, day, content)
  const instrument = content.instruments.find(({ id }) => id === event.instrument)
  return (
    <section className="sheet form-section">
      <h2>{t('horizon.whatChanges')}</h2>
      <p>{event.changes[language]}</p>
      {checkWords(words, checks).map((line) => (
        <p key={line} className="notice">
          {line}
        </p>
      ))}
      <dl className="key-values">
        <Fact label={t('horizon.column.date')}>
          <span className="figures">{dateWords(words, event.date)}</span>
        </Fact>
        <Fact label={t('horizon.column.kind', { day })}>{t(`horizon.kind.${kind}`)}</Fact>
        {instrument !== undefined && (
          <Fact label={t('horizon.column.instrument')}>
            <EntryLink id={instrument.id}>{instrument.label[language]}</EntryLink>{' '}
            <StatusForce instrument={instrument} standing={statusOn(instrument, day, content)} words={words} />
          </Fact>
        )}
        <Fact label={t('horizon.evidenceHead')}>{t(`horizon.evidence.${event.evidence}`)}</Fact>
        <Sources ids={event.sources} content={content} />
      </dl>
      <ContentNote content={content} />
    </section>
  )
}

export function InstrumentFacts({ instrument, content, day }: OnDay & { readonly instrument: Instrument }) {
  const words = useWords()
  const { t, language } = words
  const standing = statusOn(instrument, day, content)
  return (
    <section className="sheet form-section">
      <h2>
        <EntryTitle entry={instrument} words={words} />
      </h2>
      {checkWords(words, standing.checks).map((line) => (
        <p key={line} className="notice">
          {line}
        </p>
      ))}
      {standing.checks.includes('COMMENCEMENT_TO_CHECK') && <p>{t('horizon.commencementMeans')}</p>}
      <dl className="key-values">
        <Fact label={t('horizon.column.status', { day })}>
          <StatusForce instrument={instrument} standing={standing} words={words} />
        </Fact>
        {standing.since !== null && (
          <Fact label={t('horizon.column.from')}>
            <span className="figures">{standing.since}</span>
          </Fact>
        )}
        {standing.version !== null && <Fact label={t('horizon.edition')}>{standing.version[language]}</Fact>}
        <Fact label={t('horizon.issuer')}>{instrument.issuer[language]}</Fact>
        {instrument.number !== null && <Fact label={t('horizon.number')}>{instrument.number[language]}</Fact>}
        {instrument.note !== null && <Fact label={t('horizon.noteHead')}>{instrument.note[language]}</Fact>}
        <Fact label={t('horizon.evidenceHead')}>{t(`horizon.evidence.${instrument.evidence}`)}</Fact>
        <Sources ids={instrument.sources} content={content} />
      </dl>
      <ContentNote content={content} />
    </section>
  )
}

/** The steps: which hold on the day, and which do not or are not known to. */
export function Steps({ instrument, content, day }: OnDay & { readonly instrument: Instrument }) {
  const words = useWords()
  const { t, language } = words
  const { begun } = statusOn(instrument, day, content)
  return (
    <section className="sheet form-section">
      <h2>{t('horizon.steps')}</h2>
      <table className="plain-table horizon-table">
        <thead>
          <tr>
            <th scope="col">{t('horizon.column.date')}</th>
            <th scope="col">{t('horizon.column.starts')}</th>
            <th scope="col">{t('horizon.column.onDay', { day })}</th>
          </tr>
        </thead>
        <tbody>
          {instrument.steps.map((step) => (
            <tr key={step.id}>
              <td className="figures">{step.date === null ? t('horizon.notGiven') : dateWords(words, step.date)}</td>
              <th scope="row">{step.starts[language]}</th>
              <td>{t(begun.includes(step) ? 'horizon.begun' : 'horizon.notBegun')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {instrument.topics.length > 0 && (
        <>
          <h3>{t('horizon.topics')}</h3>
          <table className="plain-table horizon-table">
            <tbody>
              {instrument.topics.map(({ id, title, content: says }) => (
                <tr key={id}>
                  <td className="code">{id}</td>
                  <th scope="row">{title[language]}</th>
                  <td>{says[language]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

function Sources({ ids, content }: { readonly ids: readonly string[]; readonly content: HorizonPack }) {
  const { t, language } = useWords()
  const found = content.references.filter(({ id }) => ids.includes(id))
  if (found.length === 0) return null
  return (
    <Fact label={t('horizon.sources')}>
      <ul className="horizon-sources">
        {found.map(({ id, title, kind, address }) => (
          <li key={id}>
            {title[language]} <span className="muted">{t(`horizon.sourceKind.${kind}`)}</span>
            {address !== null && <span className="horizon-sub">{address}</span>}
          </li>
        ))}
      </ul>
    </Fact>
  )
}

/** Systems that the rules propose, each with its reason; that one is touched, a person confirms. */
export function TouchedList({ id }: { readonly id: string }) {
  const words = useWords()
  const { t, language } = words
  const { utils } = useApi()
  const { data } = useQuery(utils.horizon.touched.queryOptions({ input: { id } }))
  if (data === undefined) return null
  return (
    <section className="sheet form-section">
      <h2>
        {t('horizon.touchedTitle')} <span className="muted figures">{data.total}</span>
      </h2>
      <p className="hint">{t('horizon.touchedHint')}</p>
      {data.total === 0 ? (
        <p className="muted">{t('horizon.notPerSystem')}</p>
      ) : (
        <ul className="horizon-systems">
          {data.systems.map(({ systemId, reason, unknown }) => (
            <li key={systemId}>
              <RecordLink labels={data.labels} id={systemId} />
              <span className="muted">
                {unknown.length === 0
                  ? reason[language]
                  : t('horizon.unknownOf', {
                      fields: unknown.map((name) => words.field('system', name)).join(t('app.listSeparator')),
                    })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {data.total > data.systems.length && (
        <p className="hint">{t('horizon.moreTouched', { count: data.total - data.systems.length })}</p>
      )}
    </section>
  )
}

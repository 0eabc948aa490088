/** What stands on the panel and page of an incident beside its fields: its clock, its moments, whether vendors told us, its sheet. */
import { DecisionsOf } from '#renderer/records/decisions-of.tsx'
import { DueDay } from '#renderer/records/day-value.tsx'
import { FieldList } from '#renderer/records/field-list.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { OnePageSheet } from '#renderer/records/print/one-page-sheet.tsx'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { useWords } from '#renderer/records/words.ts'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { localMoment } from '#shared/domain/incident/local-moment.ts'
import { IncidentClock, IncidentReporting } from './incident-clock.tsx'

type Props = DetailProps<'incident'>

export function IncidentIdentity({ detail: { record } }: Props) {
  const words = useWords()
  return (
    <>
      <span>{words.value('incidentKind', record.kind)}</span>
      <span>{words.value('incidentState', record.state)}</span>
      <span>
        {words.field('incident', 'severity')}{' '}
        {record.severity === null ? words.t('incident.unjudged') : words.value('incidentSeverity', record.severity)}
      </span>
    </>
  )
}

/** A deadline that has passed, and what keeps one from being said; a clock that runs in time stands beside the form. */
export function IncidentNotices({ detail: { record, derived } }: Props) {
  const { t } = useWords()
  const { breach, repeatIds } = derived
  const open = breach === null ? [] : [breach.early, breach.final].filter(({ madeOn }) => madeOn === null)
  const lines = [
    ...(breach?.reportability === 'possible' ? [t('incident.possibleHint')] : []),
    ...(breach !== null && breach.clock === null ? [t('incident.learnedMissing')] : []),
    ...open.flatMap(({ kind, days, dueOn }) =>
      days === null || dueOn === null || days >= 0
        ? []
        : [t('incident.noticeOver', { report: t(`value.reportKind.${kind}`), day: dueOn, count: -days })],
    ),
    ...(repeatIds.length > 0 ? [t('incident.repeated', { count: repeatIds.length })] : []),
  ]
  if (lines.length === 0 || record.state === 'closed') return null
  return (
    <div className="notice">
      {lines.map((line) => (
        <div key={line}>
          <b>{line}</b>
        </div>
      ))}
    </div>
  )
}

const moments = [
  'occurredAt',
  'detectedAt',
  'learnedAt',
  'containedAt',
  'resolvedAt',
  'vendorLearnedAt',
  'vendorToldAt',
] as const

function Moments({ detail: { record, derived, labels } }: Props) {
  const words = useWords()
  const { t } = words
  return (
    <section className="sheet form-section">
      <h2>{t('incident.moments')}</h2>
      <p className="hint">{t('incident.momentsZone', { zone: derived.timeZone })}</p>
      <dl className="key-values">
        {moments.map((name) => {
          const at = record[name]
          return (
            <div key={name}>
              <dt>{words.field('incident', name)}</dt>
              <dd>
                {at === null ? (
                  <Unknown word={t('app.notRegistered')} />
                ) : (
                  <span className="figures">{localMoment(at, derived.timeZone)}</span>
                )}
              </dd>
            </div>
          )
        })}
        {derived.notices.map(({ contractId, hours, dueAt, result }) => (
          <div key={contractId}>
            <dt>{t('incident.noticeOf', { contract: words.label(labels, contractId) })}</dt>
            <dd>
              {t(`incident.notice.${result}`)}
              {dueAt !== null &&
                ` ${t('incident.noticeBy', { hours: hours ?? 0, moment: localMoment(dueAt, derived.timeZone) })}`}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export function IncidentMain({ detail }: Props) {
  const { record, labels } = detail
  const { t } = useWords()
  return (
    <>
      <IncidentReporting detail={detail} />
      <Moments detail={detail} />
      {record.closedOn !== null && (
        <section className="sheet form-section">
          <h2>{t('incident.closing')}</h2>
          <dl className="key-values">
            <FieldList
              noun="incident"
              names={['closedOn', 'closedText', 'verifierId']}
              record={record}
              labels={labels}
            />
          </dl>
        </section>
      )}
    </>
  )
}

export function IncidentRelated({ detail: { record, related } }: Props) {
  const words = useWords()
  return (
    <>
      <RelatedList
        noun="action"
        records={related.action ?? []}
        end={(each) => (each.state === 'open' ? <DueDay day={each.dueOn} /> : words.value('actionState', each.state))}
      />
      <RelatedList noun="enforcement" records={related.enforcement ?? []} />
      <RelatedList noun="risk" records={related.risk ?? []} />
      <RelatedList noun="control" records={related.control ?? []} />
      <DecisionsOf
        decisions={related.decision}
        values={{ incidentIds: [record.id] }}
        labels={{ [record.id]: { noun: 'incident', code: record.code, name: record.name } }}
      />
    </>
  )
}

export function IncidentAside({ detail }: Props) {
  return (
    <>
      <IncidentClock detail={detail} />
      <OnePageSheet noun="incident" id={detail.record.id} />
      <section className="sheet form-section">
        <IncidentRelated detail={detail} />
      </section>
    </>
  )
}

/** What an observation comes to: which risks are to be assessed again for it, and for which somebody decided otherwise. */
import { FieldList } from '#renderer/records/field-list.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'

type Props = DetailProps<'observation'>

export function ObservationIdentity({ detail: { record, derived, labels } }: Props) {
  const words = useWords()
  return (
    <>
      <span>{words.value('observationKind', record.kind)}</span>
      <RecordLink id={record.systemId} labels={labels} />
      {derived.riskIds.length > 0 && <StatusMark status="warning" word={words.t('oversight.toBeReassessed')} />}
    </>
  )
}

export function ObservationNotices({ detail: { record, derived } }: Props) {
  const { t } = useWords()
  const count = derived.riskIds.length
  if (count === 0) return null
  return (
    <div className="notice">
      <b>{t('oversight.reopensRisks', { count })}</b>
      <div>{t('oversight.reassessBy', { day: record.reassessBy ?? '' })}</div>
    </div>
  )
}

/** The risks of the system that wait for a new assessment, and the decisions that none is needed. */
export function ObservationRisks({ detail: { record, derived, related, labels } }: Props) {
  const words = useWords()
  const waiting = (related.risk ?? []).filter(({ id }) => derived.riskIds.includes(id))
  return (
    <>
      <section className="related">
        <h3>
          {words.t('oversight.risksToReassess')}{' '}
          <span className="muted">
            {waiting.length}/{(related.risk ?? []).length}
          </span>
        </h3>
        {waiting.length === 0 ? (
          <p className="muted">{words.t(derived.reopens ? 'oversight.noneWaiting' : 'oversight.notReopening')}</p>
        ) : (
          <ul>
            {waiting.map((risk) => (
              <li key={risk.id}>
                <RecordLink id={risk.id} labels={labels} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {record.waivers.length > 0 && (
        <section className="related">
          <h3>
            {words.field('observation', 'waivers')} <span className="muted">{record.waivers.length}</span>
          </h3>
          <ul>
            {record.waivers.map((waiver) => (
              <li key={waiver.riskId}>
                <span className="figures">{waiver.on}</span>
                <RecordLink id={waiver.riskId} labels={labels} />
                <span className="related-name">{waiver.reason}</span>
                <span className="muted">{words.label(labels, waiver.personId)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

export function ObservationAside({ detail }: Props) {
  const words = useWords()
  const { record, labels } = detail
  return (
    <>
      <section className="sheet form-section">
        <h2>{words.t('oversight.significance')}</h2>
        <dl className="key-values">
          <FieldList noun="observation" names={['significant', 'significantReason']} record={record} labels={labels} />
        </dl>
      </section>
      <section className="sheet form-section">
        <ObservationRisks detail={detail} />
      </section>
    </>
  )
}

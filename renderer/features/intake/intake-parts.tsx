/** What stands beside the answers of an intake: the tier with its reasons, what is much alike, and what was decided. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { FieldList } from '#renderer/records/field-list.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { useWords } from '#renderer/records/words.ts'
import { TierValue } from '#renderer/records/marks.tsx'
import { isFoundUnregistered } from '#shared/domain/intake.ts'
import './intake.css'

type Props = DetailProps<'intake'>

export function IntakeIdentity({ detail: { record } }: Props) {
  const words = useWords()
  return (
    <>
      <span>{words.value('intakeState', record.state)}</span>
      <span>{words.value('intakeOrigin', record.origin)}</span>
    </>
  )
}

export function IntakeNotices({ detail: { record } }: Props) {
  const { t } = useWords()
  if (!isFoundUnregistered(record)) return null
  return (
    <div className="notice">
      <b>{t('intake.foundNotice')}</b>
    </div>
  )
}

/** The tier and why. Ours, and marked so. */
export function IntakeTriage({ detail: { record, derived } }: Props) {
  const words = useWords()
  const { t } = words
  const { tier, reasons } = derived.triage
  return (
    <section className="related">
      <h3>
        {t('intake.triage')} <span className="ours">{t('intake.ours')}</span>
      </h3>
      <p>
        <TierValue tier={tier} />{' '}
        <span className="muted">{t(record.triage === null ? 'intake.asAnswered' : 'intake.asDecided')}</span>
      </p>
      <ul className="triage-reasons">
        {reasons.map((reason) => (
          <li key={reason}>
            <span className="related-name">{t(`triage.${reason}`)}</span>
            <span className="code">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function IntakeAside({ detail }: Props) {
  const words = useWords()
  const { record, labels } = detail
  return (
    <>
      <div className="sheet form-section">
        <IntakeTriage detail={detail} />
      </div>
      <Alike detail={detail} />
      <section className="sheet form-section">
        <h2>{words.t('intake.decision')}</h2>
        <dl className="key-values">
          <FieldList
            noun="intake"
            names={['decidedOn', 'deciderId', 'decidedReason', 'systemId']}
            record={record}
            labels={labels}
          />
        </dl>
      </section>
    </>
  )
}

/** Systems that are registered under much the same name. */
function Alike({ detail: { record } }: Props) {
  const words = useWords()
  const { utils } = useApi()
  const { data } = useQuery(
    utils.similar.queryOptions({
      input: { noun: 'system', name: words.name(record.name), exceptId: record.systemId },
    }),
  )
  if (data === undefined || data.length === 0) return null
  return (
    <section className="sheet form-section related">
      <h3>{words.t('intake.alike')}</h3>
      <ul>
        {data.map((found) => (
          <li key={found.id}>
            <Link href={`/system/${found.id}`} className="related-link">
              <span className="code">{found.label.code}</span>
              <span className="related-name">{words.name(found.label.name)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What stands on the panel and page of a risk beside its fields and levels. */
import { DecisionsOf } from '#renderer/records/decisions-of.tsx'
import { useState } from 'react'
import { Link } from 'wouter'
import { useMayChange } from '#renderer/api/status.ts'
import { AcceptDialog } from '#renderer/records/accept-dialog.tsx'
import { Answering } from '#renderer/records/answering.tsx'
import { DueDay } from '#renderer/records/day-value.tsx'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { RiskStrip } from '#renderer/records/marks.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { GapsBehind } from '#renderer/records/gaps-behind.tsx'
import { OnePageSheet } from '#renderer/records/print/one-page-sheet.tsx'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { ClaimedEvidenced } from './claimed-evidenced.tsx'
import { PositionGrid } from './position-grid.tsx'

type Props = DetailProps<'risk'>

export function RiskIdentity({ detail: { record, derived } }: Props) {
  const words = useWords()
  return (
    <>
      <RiskStrip position={derived.position} />
      <span>{words.value('riskCategory', record.category)}</span>
      {derived.position?.reopened != null && <StatusMark status="warning" word={words.t('oversight.toBeReassessed')} />}
      {record.status === 'closed' && <span>{words.value('riskStatus', 'closed')}</span>}
    </>
  )
}

export function RiskNotices({ detail }: Props) {
  return (
    <>
      <ReopenedNotice detail={detail} />
      <AcceptanceNotice detail={detail} />
    </>
  )
}

/** A monitoring result or a change has reopened the assessment. */
function ReopenedNotice({ detail: { derived } }: Props) {
  const { t } = useWords()
  const reopened = derived.position?.reopened
  if (reopened == null) return null
  return (
    <div className="notice">
      <b>{t('oversight.riskReopened', { day: reopened.dueOn })}</b>
      <ul className="reopened-by">
        {reopened.observations.map(({ id, code, on }) => (
          <li key={id}>
            <Link href={`/observation/${id}`} className="link">
              <span className="code">{code}</span>
            </Link>{' '}
            <span className="figures">{on}</span>
          </li>
        ))}
      </ul>
      {derived.position?.acceptance?.state === 'active' && <div>{t('oversight.acceptanceDoubtful')}</div>}
    </div>
  )
}

/** An acceptance that is relied on although it lapsed, or whose level no longer holds; or none where one is needed. */
function AcceptanceNotice({ detail: { record, derived, labels, related } }: Props) {
  const words = useWords()
  const acceptance = derived.position?.acceptance
  const residual = derived.position?.residual
  if (derived.position?.outsideTolerance === true && acceptance == null)
    return <UncoveredNotice riskId={record.id} code={record.code} />
  if (acceptance == null || residual == null) return null
  const row = (related.acceptance ?? []).find((each) => each.id === acceptance.id)
  if (acceptance.reliedOn)
    return (
      <div className="notice">
        <b>{words.t('app.acceptanceLapsed')}</b>
        <div>
          {words.t('app.acceptedUntil', { to: acceptance.to, name: words.label(labels, acceptance.personId) })}{' '}
          <RecordLink id={acceptance.id} labels={labels} />
        </div>
      </div>
    )
  // What has only been reopened stands in the notice above.
  const sameLevel = acceptance.impact === residual.impact && acceptance.likelihood === residual.likelihood
  if (!acceptance.stale || sameLevel || row === undefined) return null
  return (
    <div className="notice">
      <b>{words.t('app.acceptanceStale')}</b>
      <div>
        {words.t('app.acceptanceStaleFrom', {
          before: `${String(acceptance.impact)} × ${String(acceptance.likelihood)}`,
          from: acceptance.from,
          now: `${String(residual.impact)} × ${String(residual.likelihood)}`,
        })}
      </div>
    </div>
  )
}

function UncoveredNotice({ riskId, code }: { readonly riskId: string; readonly code: string }) {
  const { t } = useWords()
  const mayChange = useMayChange()
  const [accepting, setAccepting] = useState(false)
  return (
    <div className="notice">
      <b>{t('app.riskUncovered')}</b>
      <div>{t('app.riskUncoveredWhat')}</div>
      {mayChange && (
        <div className="button-row">
          <button type="button" className="button primary" onClick={() => setAccepting(true)}>
            {t('action.accept')}
          </button>
        </div>
      )}
      {accepting && (
        <AcceptDialog
          subject="risk"
          subjectId={riskId}
          code={code}
          renewsId={null}
          onClose={() => setAccepting(false)}
        />
      )}
    </div>
  )
}

export function RiskPeople({ detail: { record, derived, labels } }: Props) {
  return (
    <Answering
      subject="risk"
      subjectId={record.id}
      labels={labels}
      roles={[{ role: 'risk_owner', holding: derived.owner }]}
    />
  )
}

export function RiskRelated({ detail: { record, related } }: Props) {
  return (
    <>
      <RelatedList noun="control" records={related.control ?? []} />
      <RelatedList
        noun="acceptance"
        records={related.acceptance ?? []}
        end={(each) => <span className="figures">{each.to}</span>}
      />
      <RelatedList noun="action" records={related.action ?? []} />
      <DecisionsOf
        decisions={related.decision}
        values={{ riskIds: [record.id] }}
        labels={{ [record.id]: { noun: 'risk', code: record.code, name: record.name } }}
      />
      {(related.finding ?? []).length > 0 && <RelatedList noun="finding" records={related.finding ?? []} />}
      <GapsBehind related={related} />
    </>
  )
}

export function RiskAside({ detail: { record, derived, related, labels, proofs } }: Props) {
  const words = useWords()
  const { position } = derived
  return (
    <>
      {position !== null && (
        <section className="sheet form-section">
          <h2>{words.t('section.position')}</h2>
          <PositionGrid position={position} />
        </section>
      )}
      {position?.residual != null && <ClaimedEvidenced position={position} proofs={proofs} />}
      <section className="sheet form-section">
        <RelatedList
          noun="acceptance"
          records={related.acceptance ?? []}
          end={(each) => (
            <>
              <span className="muted">{words.label(labels, each.personId)}</span>{' '}
              <DueDay day={each.endedOn ?? each.to} pastWord="app.expired" />
            </>
          )}
        />
        <RelatedList
          noun="action"
          title={words.t('app.treatmentPlan')}
          records={related.action ?? []}
          end={(each) => (each.state === 'open' ? <DueDay day={each.dueOn} /> : words.value('actionState', each.state))}
        />
        <GapsBehind related={related} />
      </section>
      <OnePageSheet noun="risk" id={record.id} />
    </>
  )
}

/** The steps of an assessment with their days and people, and what has changed since it was judged. */
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { judgedWords } from '#renderer/records/judged-content.tsx'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { dpiaSteps } from '#shared/domain/privacy/dpia.ts'

type Props = DetailProps<'dpia'>

export function DpiaSteps({ detail: { record, derived, labels } }: Props) {
  const words = useWords()
  return (
    <section className="sheet form-section dpia-steps">
      <h2>
        {words.t('privacy.steps')} <span className="hint">{words.t('privacy.dpiaPractice')}</span>
      </h2>
      <table className="settings-table">
        <tbody>
          {dpiaSteps.map((step) => (
            <tr key={step}>
              <th scope="row">{words.field('dpia', `${step}Text`)}</th>
              <td>
                <StepMark done={record[`${step}On`] !== null} next={derived.next === step} />
              </td>
              <td className="figures">{record[`${step}On`]}</td>
              <td>{record[`${step}ById`] !== null && words.label(labels, record[`${step}ById`])}</td>
              <td>
                {step === 'screening' && record.outcome !== null && (
                  <div>
                    {words.t('privacy.screened', {
                      outcome: words.value('screeningOutcome', record.outcome),
                      reasons: record.screeningReasons
                        .map((reason) => words.value('screeningReason', reason))
                        .join(words.t('app.listSeparator')),
                    })}
                  </div>
                )}
                {record[`${step}Text`]}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.t('app.approval')}</th>
            <td>
              <StepMark done={record.approvedOn !== null} next={derived.next === 'approval'} />
            </td>
            <td className="figures">{record.approvedOn}</td>
            <td>{record.approverId !== null && words.label(labels, record.approverId)}</td>
            <td>
              {record.approverPostId !== null && record.validUntil !== null && (
                <div>
                  {words.t('privacy.approvedFor', {
                    post: words.label(labels, record.approverPostId),
                    until: record.validUntil,
                  })}
                </div>
              )}
              {record.approvedText}
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function StepMark({ done, next }: { readonly done: boolean; readonly next: boolean }) {
  const { t } = useWords()
  if (done) return <StatusMark status="within" word={t('privacy.stepDone')} />
  return <StatusMark status="no_data" word={t(next ? 'privacy.stepNext' : 'privacy.stepOpen')} />
}

export function DpiaNotices({ detail: { record, derived, labels } }: Props) {
  const words = useWords()
  if (record.withdrawn !== null) return null
  if (derived.startBy !== null)
    return <p className="plain-notice">{words.t('privacy.startBy', { day: derived.startBy, on: record.wantedOn })}</p>
  if (derived.state === 'expired')
    return (
      <div className="notice">
        <b>{words.t('privacy.expired', { on: record.validUntil })}</b>
      </div>
    )
  if (derived.state !== 'reopened') return null
  return (
    <div className="notice">
      <b>{words.t('privacy.reopened')}</b>
      <ul>
        {derived.changes.map((change) => (
          <li key={`${change.useId ?? ''}.${change.field}`}>
            {change.useId !== null && change.field !== 'use' && (
              <span className="code">{labels[change.useId]?.code} </span>
            )}
            {words.t('privacy.change', {
              what: words.t(`privacy.changed.${change.field}`),
              before: judgedWords(words, change.field, change.before, labels),
              after: judgedWords(words, change.field, change.after, labels),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The steps of an assessment with their days and people, and what has changed since it was judged. */
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { useWords, type Words } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { Labels } from '#shared/contract/base.ts'
import type { OptionsName } from '#shared/domain/fields.ts'
import { dpiaSteps } from '#shared/domain/privacy/dpia.ts'
import type { ContentChange } from '#shared/domain/privacy/dpia-changes.ts'

type Props = DetailProps<'dpia'>

export function DpiaSteps({ detail: { record, derived, labels } }: Props) {
  const words = useWords()
  return (
    <section className="sheet form-section">
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
              <td>{words.label(labels, record[`${step}ById`])}</td>
              <td>
                {step === 'screening' && record.outcome !== null && (
                  <b>
                    {words.value('screeningOutcome', record.outcome)}:{' '}
                    {record.screeningReasons.map((reason) => words.value('screeningReason', reason)).join(', ')}{' '}
                  </b>
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
            <td>{words.label(labels, record.approverId)}</td>
            <td>{record.approvedText}</td>
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

/** The options by which a value of the register is worded; others are shown as they are. */
const optionsOf: Readonly<Record<string, OptionsName>> = {
  basis: 'legalBasis',
  handling: 'dataBasis',
  crossBorderRoute: 'crossBorderRoute',
  personal: 'answer',
  sensitive: 'answer',
  under16: 'answer',
  faceFeatures: 'answer',
  otherBiometrics: 'answer',
  pseudonymised: 'answer',
  anonymised: 'answer',
  personRelated: 'answer',
  personalData: 'answer',
}

const emptyLabels: Labels = {}

/** A value of what was judged, in words: vendors and contracts by their names. */
export function judgedWords(
  words: Words,
  field: ContentChange['field'],
  value: ContentChange['before'],
  labels: Labels = emptyLabels,
): string {
  if (value === null || value === undefined || value.length === 0) return words.t('privacy.none')
  if (typeof value !== 'string')
    return value
      .map((each) => (field === 'vendorIds' || field === 'contractIds' ? words.label(labels, each) : each))
      .join(words.t('app.listSeparator'))
  const options = optionsOf[field]
  return options === undefined ? value : words.value(options, value)
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

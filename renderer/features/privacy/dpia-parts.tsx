/** The steps of an assessment with their days and people, and what has changed since it was judged. */
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { useWords, type Words } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
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

function valueOf(words: Words, { field }: ContentChange, value: ContentChange['before']): string {
  if (value === null || value === undefined || value.length === 0) return words.t('privacy.none')
  if (typeof value !== 'string') return value.join(', ')
  const options = optionsOf[field]
  return options === undefined ? value : words.value(options, value)
}

export function DpiaNotices({ detail: { record, derived, related } }: Props) {
  const words = useWords()
  if (derived.state === 'not_started' && derived.startBy !== null && record.withdrawn === null)
    return <p className="plain-notice">{words.t('privacy.startBy', { day: derived.startBy, on: record.wantedOn })}</p>
  if (derived.state !== 'reopened') return null
  const codes = new Map((related.dataUse ?? []).map(({ id, code }) => [id, code]))
  return (
    <div className="notice">
      <b>{words.t('privacy.reopened')}</b>
      <ul>
        {derived.changes
          .filter(({ field }) => field !== 'vendorIds' && field !== 'contractIds')
          .map((change) => (
            <li key={`${change.useId ?? ''}.${change.field}`}>
              {change.useId !== null && <span className="code">{codes.get(change.useId)} </span>}
              {words.t(`privacy.changed.${change.field}`)} {valueOf(words, change, change.before)} →{' '}
              {valueOf(words, change, change.after)}
            </li>
          ))}
        {derived.changes.some(({ field }) => field === 'vendorIds' || field === 'contractIds') && (
          <li>{words.t('privacy.vendorsChanged')}</li>
        )}
      </ul>
    </div>
  )
}

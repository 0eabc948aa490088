/** What a file that came back is: when it was sent and filled in, how many rows are of which kind, and why to look twice. */
import { useWords } from '#renderer/records/words.ts'
import type { QuestionnairePreview } from '#shared/contract/questionnaire.ts'
import { answerStates } from '#shared/domain/third-party/compare-questionnaire.ts'

export function QuestionnaireWarnings({ preview }: { readonly preview: QuestionnairePreview }) {
  const words = useWords()
  const { t } = words
  const { warnings, otherVendor, missing } = preview
  const facts = {
    vendor:
      otherVendor === null ? t('questionnaire.someVendor') : `${otherVendor.code} ${words.name(otherVendor.name)}`,
  }
  const columns = missing.filter((column) => column !== 'id').map((column) => t(`questionnaire.column.${column}`))
  return (
    <>
      {warnings.map((warning) => (
        <p key={warning} className="plain-notice" role="alert">
          {t(`questionnaire.warning.${warning}`, facts)}
        </p>
      ))}
      {columns.length > 0 && (
        <p className="plain-notice">
          {t('questionnaire.missingColumns', { columns: columns.join(t('app.listSeparator')) })}
        </p>
      )}
    </>
  )
}

export function ReadBackFacts({ preview }: { readonly preview: QuestionnairePreview }) {
  const { t } = useWords()
  const { rows, issuedOn, filledOn } = preview
  return (
    <>
      <dl className="read-back-counts">
        {answerStates
          .map((state) => ({ state, count: rows.filter((row) => row.state === state).length }))
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => (
            <div key={state}>
              <dt>{t(`questionnaire.state.${state}`)}</dt>
              <dd>{count}</dd>
            </div>
          ))}
      </dl>
      <p className="hint">
        {t('questionnaire.dates', {
          issued: issuedOn ?? t('questionnaire.notSaid'),
          filled: filledOn ?? t('questionnaire.notSaid'),
        })}
      </p>
    </>
  )
}

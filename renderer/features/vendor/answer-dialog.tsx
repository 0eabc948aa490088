/** An answer by hand: what the company itself found, or what the vendor said by another way than the questionnaire. */
import { useChange } from '#renderer/api/change.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { textOrNull } from '#renderer/records/typed-text.ts'
import { nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { DueDiligenceRow, SaveVendorAnswer } from '#shared/contract/questionnaire.ts'
import { vendorAnswerSources, vendorAnswerValues } from '#shared/domain/third-party/vendor.ts'

interface Props {
  readonly vendorId: string
  readonly row: DueDiligenceRow
  readonly labels: Labels
  readonly onClose: () => void
}

export function AnswerDialog({ vendorId, row, labels, onClose }: Props) {
  const words = useWords()
  const { t } = words
  const { answer } = row
  const save = useChange((client, input: SaveVendorAnswer) => client.questionnaire.saveAnswer(input))
  return (
    <DialogForm
      name="vendor-answer"
      title={t('questionnaire.answerTo', { id: row.id })}
      labels={labels}
      fields={[
        nounField(words, 'vendorAnswer', 'answer', { required: true, span: 6 }),
        nounField(words, 'vendorAnswer', 'source', { required: true, span: 6 }),
        nounField(words, 'vendorAnswer', 'text'),
        nounField(words, 'vendorAnswer', 'answeredOn', { span: 6 }),
        nounField(words, 'vendorAnswer', 'evidenceIds'),
      ]}
      initial={{
        answer: answer?.answer ?? 'unknown',
        source: answer?.source ?? 'company',
        text: answer?.text ?? '',
        answeredOn: answer?.answeredOn ?? null,
        evidenceIds: answer?.evidenceIds ?? [],
      }}
      submitLabel={t('questionnaire.saveAnswer')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await save.mutateAsync({
          vendorId,
          // An answer that stands for a rewording stays with the question that it was given to.
          pointId: answer?.pointId ?? row.id,
          version: answer?.version ?? null,
          answer: vendorAnswerValues.find((each) => each === values.answer) ?? 'unknown',
          source: vendorAnswerSources.find((each) => each === values.source) ?? 'company',
          text: textOrNull(values.text),
          answeredOn: textOrNull(values.answeredOn),
          evidenceIds: Array.isArray(values.evidenceIds) ? values.evidenceIds.map(String) : [],
        })
        onClose()
      }}
    >
      <p>{words.name(row.question)}</p>
    </DialogForm>
  )
}

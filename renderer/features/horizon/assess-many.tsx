/** One assessment said of many changes of the rules at once; each keeps the systems that were confirmed for it. */
import { useState } from 'react'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { BulkVerbsProps } from '#renderer/records/noun-screen.ts'
import { textOf } from '#renderer/records/typed-text.ts'
import { dayField, nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { ruleOutcomes } from '#shared/domain/horizon/rule-assessment.ts'
import { type Bilingual, noText } from '#shared/domain/text.ts'

export function AssessManyVerb({ count, carryOut }: BulkVerbsProps) {
  const words = useWords()
  const { t } = words
  const { today, person } = useRegister()
  const [open, setOpen] = useState(false)
  const labels = person === null ? {} : { [person.id]: { noun: 'person' as const, code: null, name: person.name } }
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t('horizon.assess')}…
      </button>
      {open && (
        <DialogForm
          name="rules-assess"
          title={t('bulk.verbOf', { verb: t('horizon.assess'), count })}
          fields={[
            nounField(words, 'ruleAssessment', 'outcome', { required: true, span: 4 } as object),
            nounField(words, 'ruleAssessment', 'assessorId', { required: true, span: 4 } as object),
            dayField('on', words.field('ruleAssessment', 'assessedOn'), { alias: 'assessedOn' }),
            nounField(words, 'ruleAssessment', 'meaning', { required: true } as object),
          ]}
          initial={{ outcome: null, assessorId: person?.id ?? null, on: today, meaning: noText }}
          labels={labels}
          submitLabel={t('bulk.change', { count })}
          onCancel={() => setOpen(false)}
          onSubmit={async (values) => {
            await carryOut(
              (client, records) =>
                client.ruleAssessment.assessMany({
                  records: [...records],
                  on: textOf(values.on),
                  assessorId: textOf(values.assessorId),
                  outcome: ruleOutcomes.find((each) => each === values.outcome) ?? 'to_prepare',
                  meaning: (values.meaning as Bilingual | null) ?? noText,
                }),
              (changed) => t('grid.changedField', { count: changed, field: t('horizon.assessment') }),
            )
            setOpen(false)
          }}
        >
          <p className="hint">{t('horizon.assessManyHint')}</p>
        </DialogForm>
      )}
    </>
  )
}

/** The verb of a change of the rules: what it means for the company and which systems it touches, said by a person on a day. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useApi } from '#renderer/api/client.tsx'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { textOf } from '#renderer/records/typed-text.ts'
import { dayField, nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { ruleOutcomes } from '#shared/domain/horizon/rule-assessment.ts'
import { type Bilingual, noText } from '#shared/domain/text.ts'

/** Proposals are taken over into the dialog only where a person can still look through them. */
const mostProposed = 50

export function AssessVerb({ detail: { record, labels } }: DetailProps<'ruleAssessment'>) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const { today, person } = useRegister()
  const [open, setOpen] = useState(false)
  const touched = useQuery({
    ...utils.horizon.touched.queryOptions({ input: { id: record.eventId ?? '' } }),
    enabled: record.eventId !== null,
    retry: false,
  })
  const assess = useChange(
    (
      client,
      input: {
        on: string
        assessorId: string
        outcome: (typeof ruleOutcomes)[number]
        meaning: Bilingual
        systemIds: string[]
      },
    ) => client.ruleAssessment.assess({ id: record.id, version: record.version, ...input }),
  )
  const proposed = (touched.data?.systems ?? []).filter(({ unknown }) => unknown.length === 0)
  const systemIds =
    record.systemIds.length > 0 || record.assessedOn !== null || proposed.length > mostProposed
      ? record.systemIds
      : proposed.map(({ systemId }) => systemId)
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={record.eventId !== null && touched.isPending}
        onClick={() => setOpen(true)}
      >
        {t(record.assessedOn === null ? 'horizon.assess' : 'horizon.assessAgain')}
      </button>
      {open && (
        <DialogForm
          name="rule-assess"
          title={t('horizon.assessTitle', { code: record.code })}
          fields={[
            nounField(words, 'ruleAssessment', 'outcome', { required: true, span: 4 } as object),
            nounField(words, 'ruleAssessment', 'assessorId', { required: true, span: 4 } as object),
            dayField('on', words.field('ruleAssessment', 'assessedOn'), { alias: 'assessedOn' }),
            nounField(words, 'ruleAssessment', 'meaning', { required: true } as object),
            nounField(words, 'ruleAssessment', 'systemIds'),
          ]}
          initial={{
            outcome: record.outcome,
            assessorId: record.assessorId ?? record.ownerId ?? person?.id ?? null,
            on: today,
            meaning: record.meaning,
            systemIds,
          }}
          labels={{ ...labels, ...touched.data?.labels }}
          submitLabel={t('horizon.assess')}
          onCancel={() => setOpen(false)}
          onSubmit={async (values) => {
            await assess.mutateAsync({
              on: textOf(values.on),
              assessorId: textOf(values.assessorId),
              outcome: ruleOutcomes.find((each) => each === values.outcome) ?? 'to_prepare',
              meaning: (values.meaning as Bilingual | null) ?? noText,
              systemIds: values.systemIds as string[],
            })
            setOpen(false)
          }}
        >
          <p className="hint">{t('horizon.assessHint')}</p>
        </DialogForm>
      )}
    </>
  )
}

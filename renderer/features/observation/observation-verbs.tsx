/** What is decided on an observation: whether it is significant, and that risks need not be assessed again for it. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { textOf } from '#renderer/records/typed-text.ts'
import { nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'

export function ObservationVerbs({ detail: { record, derived, labels } }: DetailProps<'observation'>) {
  const words = useWords()
  const { t } = words
  const { person } = useRegister()
  const [verb, setVerb] = useState<'judge' | 'waive' | null>(null)
  const close = () => setVerb(null)
  const versioned = { id: record.id, version: record.version }
  const judge = useChange((client, input: { significant: 'yes' | 'no'; reason: string }) =>
    client.observation.judge({ ...versioned, ...input }),
  )
  const waive = useChange((client, input: { riskIds: readonly string[]; personId: string; reason: string }) =>
    client.observation.waive({ ...versioned, ...input, riskIds: [...input.riskIds] }),
  )
  return (
    <>
      <button type="button" className="button" onClick={() => setVerb('judge')}>
        {t('oversight.verb.judge')}
      </button>
      {derived.riskIds.length > 0 && (
        <button type="button" className="button" onClick={() => setVerb('waive')}>
          {t('oversight.verb.waive')}
        </button>
      )}
      {verb === 'judge' && (
        <DialogForm
          name="observation-judge"
          title={t('oversight.title.judge', { code: record.code })}
          fields={[
            nounField(words, 'observation', 'significant', { required: true, span: 6 } as object),
            reasonField(words),
          ]}
          initial={{ significant: record.significant === 'unknown' ? null : record.significant, reason: '' }}
          submitLabel={t('oversight.verb.judge')}
          onCancel={close}
          onSubmit={async (values) => {
            await judge.mutateAsync({
              significant: values.significant === 'no' ? 'no' : 'yes',
              reason: textOf(values.reason),
            })
            close()
          }}
        >
          <p className="hint">{t('oversight.judgeHint')}</p>
        </DialogForm>
      )}
      {verb === 'waive' && (
        <DialogForm
          name="observation-waive"
          title={t('oversight.title.waive', { code: record.code })}
          fields={[
            {
              name: 'riskIds',
              kind: 'references',
              noun: 'risk',
              required: true,
              label: t('oversight.risksToReassess'),
            },
            {
              name: 'personId',
              kind: 'reference',
              noun: 'person',
              required: true,
              span: 8,
              label: t('oversight.decidedBy'),
            },
            reasonField(words),
          ]}
          initial={{ riskIds: derived.riskIds, personId: person?.id ?? null, reason: '' }}
          labels={
            person === null ? labels : { ...labels, [person.id]: { noun: 'person', code: null, name: person.name } }
          }
          submitLabel={t('oversight.verb.waive')}
          onCancel={close}
          onSubmit={async (values) => {
            await waive.mutateAsync({
              riskIds: values.riskIds as readonly string[],
              personId: textOf(values.personId),
              reason: textOf(values.reason),
            })
            close()
          }}
        >
          <p className="hint">{t('oversight.waiveHint')}</p>
        </DialogForm>
      )}
    </>
  )
}

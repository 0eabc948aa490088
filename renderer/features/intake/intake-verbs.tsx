/** What is decided on an intake: approved into a system, sent back, submitted again, rejected. Each with its reason. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { textOf } from '#renderer/records/typed-text.ts'
import { nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'

type Verb = 'approve' | 'sendBack' | 'reject'

const verbsOf: Readonly<Record<string, readonly Verb[]>> = {
  open: ['approve', 'sendBack', 'reject'],
  returned: ['reject'],
}

export function IntakeVerbs({ detail: { record, derived } }: DetailProps<'intake'>) {
  const words = useWords()
  const { t } = words
  const [verb, setVerb] = useState<Verb | null>(null)
  const close = () => setVerb(null)
  const versioned = { id: record.id, version: record.version }
  const approve = useChange((client, input: { reason: string; systemId: string | null }) =>
    client.intake.approve({ ...versioned, ...input }),
  )
  const sendBack = useChange((client, reason: string) => client.intake.sendBack({ ...versioned, reason }))
  const reject = useChange((client, reason: string) => client.intake.reject({ ...versioned, reason }))
  const resubmit = useChange((client) => client.intake.resubmit(versioned))
  return (
    <>
      {(verbsOf[record.state] ?? []).map((each) => (
        <button key={each} type="button" className="button" onClick={() => setVerb(each)}>
          {t(`intake.verb.${each}`)}
        </button>
      ))}
      {record.state === 'returned' && (
        <button
          type="button"
          className="button"
          disabled={resubmit.isPending}
          onClick={() => resubmit.mutate(undefined)}
        >
          {t('intake.verb.resubmit')}
        </button>
      )}
      {verb !== null && (
        <DialogForm
          name={verb}
          title={t(`intake.title.${verb}`, { code: record.code })}
          fields={[
            ...(verb === 'approve'
              ? [
                  nounField(words, 'intake', 'systemId', {
                    label: t('intake.registeredAlready'),
                    byVerb: undefined,
                  } as object),
                ]
              : []),
            reasonField(words),
          ]}
          initial={{ systemId: null, reason: '' }}
          submitLabel={t(`intake.verb.${verb}`)}
          onCancel={close}
          onSubmit={async (values) => {
            const reason = textOf(values.reason)
            if (verb === 'approve')
              await approve.mutateAsync({
                reason,
                systemId: textOf(values.systemId) === '' ? null : textOf(values.systemId),
              })
            else await (verb === 'sendBack' ? sendBack : reject).mutateAsync(reason)
            close()
          }}
        >
          {verb === 'approve' && (
            <p className="hint">{t('intake.approveHint', { tier: words.value('tier', derived.triage.tier) })}</p>
          )}
        </DialogForm>
      )}
    </>
  )
}

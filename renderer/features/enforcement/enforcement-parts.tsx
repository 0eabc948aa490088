/** What stands beside the fields of a regulatory action, and what is done with it: completed, or opened again. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm, type FormValues } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { textOf } from '#renderer/records/typed-text.ts'
import { dayField, nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'

type Props = DetailProps<'enforcement'>

export function EnforcementNotices({ detail: { derived } }: Props) {
  const { t } = useWords()
  if (derived.daysOverdue === null) return null
  return (
    <div className="notice">
      <b>{t('incident.daysOver', { count: derived.daysOverdue })}</b>
    </div>
  )
}

export function EnforcementRelated({ detail: { related } }: Props) {
  return (
    <>
      <RelatedList noun="incident" records={related.incident ?? []} />
      <RelatedList noun="system" records={related.system ?? []} />
      <RelatedList noun="action" records={related.action ?? []} />
    </>
  )
}

export function EnforcementAside({ detail }: Props) {
  return (
    <section className="sheet form-section">
      <EnforcementRelated detail={detail} />
    </section>
  )
}

export function EnforcementVerbs({ detail: { record, labels } }: Props) {
  const words = useWords()
  const { today, person } = useRegister()
  const [open, setOpen] = useState(false)
  const verb = record.state === 'open' ? 'complete' : 'reopen'
  const { id, version, ownerId } = record
  const send = useChange((client, values: FormValues) =>
    verb === 'complete'
      ? client.enforcement.complete({
          id,
          version,
          doneById: textOf(values.doneById),
          on: textOf(values.on),
          text: textOf(values.doneText),
        })
      : client.enforcement.reopen({ id, version, reason: textOf(values.reason) }),
  )
  const known =
    person === null ? labels : { ...labels, [person.id]: { noun: 'person' as const, code: null, name: person.name } }
  const fields =
    verb === 'complete'
      ? [
          nounField(words, 'enforcement', 'doneById', { required: true, span: 8 } as object),
          dayField('on', words.field('enforcement', 'doneOn'), { alias: 'doneOn' }),
          nounField(words, 'enforcement', 'doneText', { required: true } as object),
        ]
      : [reasonField(words)]
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {words.t(`incident.enforcementVerb.${verb}`)}
      </button>
      {open && (
        <DialogForm
          name={`enforcement-${verb}`}
          title={`${record.code} ${words.t(`incident.enforcementVerb.${verb}`)}`}
          fields={fields}
          initial={
            verb === 'complete' ? { doneById: ownerId ?? person?.id ?? null, on: today, doneText: '' } : { reason: '' }
          }
          labels={known}
          submitLabel={words.t(`incident.enforcementVerb.${verb}`)}
          onCancel={() => setOpen(false)}
          onSubmit={async (values) => {
            await send.mutateAsync(values)
            setOpen(false)
          }}
        />
      )}
    </>
  )
}

/** What is done with a system: it moves to another stage, its executive confirms it. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { dayField, nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { type Lifecycle, lifecycles } from '#shared/domain/system.ts'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'

export function SystemVerbs({ detail }: DetailProps<'system'>) {
  const words = useWords()
  const { today, person } = useRegister()
  const [dialog, setDialog] = useState<'move' | 'attest' | null>(null)
  const { record, derived, labels } = detail
  const close = () => setDialog(null)
  const move = useChange((client, input: Parameters<typeof client.system.moveLifecycle>[0]) =>
    client.system.moveLifecycle(input),
  )
  const attest = useChange((client, input: Parameters<typeof client.accountability.attestSystem>[0]) =>
    client.accountability.attestSystem(input),
  )
  const answering = derived.executive.personId
  return (
    <>
      <button type="button" className="button" onClick={() => setDialog('move')}>
        {words.t('action.moveLifecycle')}
      </button>
      {derived.executive.state === 'held' && (
        <button type="button" className="button" onClick={() => setDialog('attest')}>
          {words.t('action.attest')}
        </button>
      )}
      {dialog === 'move' && (
        <DialogForm
          name="move-lifecycle"
          title={words.t('app.moveLifecycle', { code: record.code, stage: words.value('lifecycle', record.lifecycle) })}
          fields={[
            nounField(words, 'system', 'lifecycle', { name: 'to', required: true, span: 6 }),
            reasonField(words),
          ]}
          initial={{
            to: lifecycles[Math.min(lifecycles.indexOf(record.lifecycle) + 1, lifecycles.length - 1)],
            reason: '',
          }}
          submitLabel={words.t('action.moveLifecycle')}
          onCancel={close}
          onSubmit={async (values) => {
            await move.mutateAsync({
              id: record.id,
              version: record.version,
              to: values.to as Lifecycle,
              reason: textOf(values.reason),
            })
            close()
          }}
        />
      )}
      {dialog === 'attest' && (
        <DialogForm
          name="attest"
          title={words.t('app.attest', { code: record.code })}
          fields={[
            nounField(words, 'attestation', 'personId'),
            dayField('on', words.field('attestation', 'on')),
            nounField(words, 'attestation', 'note'),
          ]}
          initial={{ personId: answering ?? person?.id ?? null, on: today, note: '' }}
          labels={labels}
          submitLabel={words.t('action.attest')}
          onCancel={close}
          onSubmit={async (values) => {
            await attest.mutateAsync({
              systemId: record.id,
              personId: textOf(values.personId),
              on: textOf(values.on),
              note: textOrNull(values.note),
            })
            close()
          }}
        >
          <p className="hint">{words.t('app.typedName')}</p>
        </DialogForm>
      )}
    </>
  )
}

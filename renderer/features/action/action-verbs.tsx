/** What is done with an action: its due date moves with a reason, it is completed, confirmed by a second person, reopened. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { dayField, nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { textOf } from '#renderer/records/typed-text.ts'

type Verb = 'moveDueDate' | 'complete' | 'verify' | 'reopen'

export function ActionVerbs({ detail: { record } }: DetailProps<'action'>) {
  const words = useWords()
  const { today, person } = useRegister()
  const [verb, setVerb] = useState<Verb | null>(null)
  const close = () => setVerb(null)
  const versioned = { id: record.id, version: record.version }
  const move = useChange((client, input: Parameters<typeof client.action.moveDueDate>[0]) =>
    client.action.moveDueDate(input),
  )
  const complete = useChange((client, on: string) => client.action.complete({ ...versioned, on }))
  const verify = useChange((client, input: { on: string; verifierId: string }) =>
    client.action.verify({ ...versioned, ...input }),
  )
  const reopen = useChange((client, reason: string) => client.action.reopen({ ...versioned, reason }))
  const verbs: readonly Verb[] =
    record.state === 'open' ? ['moveDueDate', 'complete'] : record.state === 'done' ? ['verify', 'reopen'] : ['reopen']
  return (
    <>
      {verbs.map((each) => (
        <button key={each} type="button" className="button" onClick={() => setVerb(each)}>
          {words.t(`action.${each === 'verify' ? 'verifyAction' : each}`)}
        </button>
      ))}
      {verb === 'moveDueDate' && (
        <DialogForm
          name="move-due-date"
          title={words.t('app.moveDueDate', { code: record.code })}
          fields={[dayField('to', words.field('action', 'dueOn')), reasonField(words)]}
          initial={{ to: record.dueOn ?? '', reason: '' }}
          submitLabel={words.t('action.moveDueDate')}
          onCancel={close}
          onSubmit={async (values) => {
            await move.mutateAsync({ ...versioned, to: textOf(values.to), reason: textOf(values.reason) })
            close()
          }}
        />
      )}
      {verb === 'complete' && (
        <DialogForm
          name="complete"
          title={words.t('app.completeAction', { code: record.code })}
          fields={[dayField('on', words.field('action', 'doneOn'), { alias: 'doneOn' })]}
          initial={{ on: today }}
          submitLabel={words.t('action.complete')}
          onCancel={close}
          onSubmit={async (values) => {
            await complete.mutateAsync(textOf(values.on))
            close()
          }}
        />
      )}
      {verb === 'verify' && (
        <DialogForm
          name="verify-action"
          title={words.t('app.verifyAction', { code: record.code })}
          fields={[
            nounField(words, 'action', 'verifierId', { required: true, span: 8 } as object),
            dayField('on', words.field('action', 'verifiedOn'), { alias: 'verifiedOn' }),
          ]}
          initial={{ verifierId: person?.id ?? null, on: today }}
          labels={person === null ? {} : { [person.id]: { noun: 'person', code: null, name: person.name } }}
          submitLabel={words.t('action.verifyAction')}
          onCancel={close}
          onSubmit={async (values) => {
            await verify.mutateAsync({ on: textOf(values.on), verifierId: textOf(values.verifierId) })
            close()
          }}
        >
          <p className="hint">{words.t('app.verifyHint')}</p>
        </DialogForm>
      )}
      {verb === 'reopen' && (
        <DialogForm
          name="reopen"
          title={words.t('app.reopenCode', { code: record.code })}
          fields={[reasonField(words)]}
          initial={{ reason: '' }}
          submitLabel={words.t('action.reopen')}
          onCancel={close}
          onSubmit={async (values) => {
            await reopen.mutateAsync(textOf(values.reason))
            close()
          }}
        />
      )}
    </>
  )
}

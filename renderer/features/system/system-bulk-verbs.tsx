/** What is done with many systems at once: they move to another stage, one post answers for them. */
import { useState } from 'react'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { BulkVerbsProps } from '#renderer/records/noun-screen.ts'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import { nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Lifecycle } from '#shared/domain/system.ts'

export function SystemBulkVerbs({ count, carryOut }: BulkVerbsProps) {
  const words = useWords()
  const { today } = useRegister()
  const [dialog, setDialog] = useState<'move' | 'assign' | null>(null)
  const close = () => setDialog(null)
  const stage = words.field('system', 'lifecycle')
  const executive = words.value('assignmentRole', 'accountable_executive')
  return (
    <>
      <button type="button" className="button" onClick={() => setDialog('assign')}>
        {words.t('action.assignExecutive')}…
      </button>
      <button type="button" className="button" onClick={() => setDialog('move')}>
        {words.t('action.moveLifecycle')}…
      </button>
      {dialog === 'move' && (
        <DialogForm
          name="move-many"
          title={words.t('bulk.verbOf', { verb: words.t('action.moveLifecycle'), count })}
          fields={[
            nounField(words, 'system', 'lifecycle', { name: 'to', required: true, span: 6 }),
            reasonField(words),
          ]}
          initial={{ to: 'development', reason: '' }}
          submitLabel={words.t('bulk.change', { count })}
          onCancel={close}
          onSubmit={async (values) => {
            await carryOut(
              (client, records) =>
                client.system.moveLifecycleMany({
                  records: [...records],
                  to: values.to as Lifecycle,
                  reason: textOf(values.reason),
                }),
              (changed) => words.t('grid.changedField', { count: changed, field: stage }),
            )
            close()
          }}
        />
      )}
      {dialog === 'assign' && (
        <DialogForm
          name="assign-many"
          title={words.t('bulk.verbOf', { verb: words.t('action.assignExecutive'), count })}
          fields={[
            {
              ...nounField(words, 'assignment', 'postId', { required: true }),
              kind: 'reference',
              noun: 'post',
              postKind: 'executive',
            },
            nounField(words, 'assignment', 'from', { span: 4 }),
          ]}
          initial={{ postId: null, from: today }}
          submitLabel={words.t('bulk.change', { count })}
          onCancel={close}
          onSubmit={async (values) => {
            await carryOut(
              (client, records) =>
                client.accountability.assignMany({
                  records: [...records],
                  role: 'accountable_executive',
                  subject: 'system',
                  postId: textOrNull(values.postId),
                  personId: null,
                  from: textOrNull(values.from),
                }),
              (changed) => words.t('grid.changedField', { count: changed, field: executive }),
            )
            close()
          }}
        >
          <p className="hint">{words.t('app.assignExecutiveHint')}</p>
        </DialogForm>
      )}
    </>
  )
}

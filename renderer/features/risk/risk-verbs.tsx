/** What is done with a risk: an executive accepts it until a day, it is closed or opened again. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { AcceptDialog } from '#renderer/records/accept-dialog.tsx'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { textOf } from '#renderer/records/typed-text.ts'

export function RiskVerbs({ detail }: DetailProps<'risk'>) {
  const words = useWords()
  const [dialog, setDialog] = useState<'accept' | 'close' | null>(null)
  const { record, derived } = detail
  const open = record.status === 'open'
  const close = useChange((client, input: Parameters<typeof client.risk.close>[0]) =>
    open ? client.risk.close(input) : client.risk.reopen(input),
  )
  const lapsed = derived.position?.acceptance ?? null
  return (
    <>
      {open && (
        <button type="button" className="button" onClick={() => setDialog('accept')}>
          {words.t('action.accept')}
        </button>
      )}
      <button type="button" className="button" onClick={() => setDialog('close')}>
        {words.t(open ? 'action.closeRisk' : 'action.reopen')}
      </button>
      {dialog === 'accept' && (
        <AcceptDialog
          subject="risk"
          subjectId={record.id}
          code={record.code}
          renewsId={lapsed?.id ?? null}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'close' && (
        <DialogForm
          name="close-risk"
          title={words.t(open ? 'app.closeRisk' : 'app.reopenCode', { code: record.code })}
          fields={[reasonField(words)]}
          initial={{ reason: '' }}
          submitLabel={words.t(open ? 'action.closeRisk' : 'action.reopen')}
          onCancel={() => setDialog(null)}
          onSubmit={async (values) => {
            await close.mutateAsync({ id: record.id, version: record.version, reason: textOf(values.reason) })
            setDialog(null)
          }}
        />
      )}
    </>
  )
}

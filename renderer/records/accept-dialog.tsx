/** An executive takes a risk, or lets a control wait, until a day. */
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import { addDays } from '#shared/domain/calendar-date.ts'
import { DialogForm } from './dialog-form.tsx'
import { nounField, reasonField } from './verb-fields.ts'
import { useWords } from './words.ts'
import { textOf } from './typed-text.ts'

export interface AcceptDialogProps {
  readonly subject: 'risk' | 'control'
  readonly subjectId: string
  readonly code: string
  /** The acceptance that the new one carries on. */
  readonly renewsId: string | null
  readonly onClose: () => void
}

const usualDays = 90

export function AcceptDialog({ subject, subjectId, code, renewsId, onClose }: AcceptDialogProps) {
  const words = useWords()
  const { today } = useRegister()
  const accept = useChange((client, input: Parameters<typeof client.acceptance.accept>[0]) =>
    client.acceptance.accept(input),
  )
  return (
    <DialogForm
      name="accept"
      title={words.t('app.acceptCode', { code })}
      fields={[
        nounField(words, 'acceptance', 'kind', { span: 4 }),
        nounField(words, 'acceptance', 'from', { span: 4 }),
        nounField(words, 'acceptance', 'to', { span: 4 }),
        nounField(words, 'acceptance', 'postId', { span: 12 }),
        reasonField(words),
      ]}
      initial={{
        kind: subject === 'risk' ? 'acceptance' : 'exception',
        postId: null,
        from: today,
        to: addDays(today, usualDays),
        reason: '',
      }}
      submitLabel={words.t('action.register')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await accept.mutateAsync({
          kind: values.kind === 'exception' ? 'exception' : 'acceptance',
          subject,
          subjectId,
          postId: textOf(values.postId),
          from: textOf(values.from),
          to: textOf(values.to),
          reason: textOf(values.reason),
          renewsId,
        })
        onClose()
      }}
    >
      <p className="hint">{words.t('app.acceptHint')}</p>
    </DialogForm>
  )
}

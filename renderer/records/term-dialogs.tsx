/** Dialogs about posts and who answers: a successor takes a post, a term ends, a record is given to a post or person. */
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { AssignmentRole } from '#shared/domain/accountability.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { DialogForm, type FormField } from './dialog-form.tsx'
import { dayField, nounField, reasonField } from './verb-fields.ts'
import { useWords } from './words.ts'
import { textOf, textOrNull } from './typed-text.ts'

export interface StartTermProps {
  readonly postId: string
  readonly labels: Labels
  /** The first day to begin with. */
  readonly from?: string
  readonly onClose: () => void
}

/** A person takes a post, or deputises in it, from a day. */
export function StartTermDialog({ postId, labels, from, onClose }: StartTermProps) {
  const words = useWords()
  const { today } = useRegister()
  const start = useChange((client, input: Parameters<typeof client.accountability.startTerm>[0]) =>
    client.accountability.startTerm(input),
  )
  return (
    <DialogForm
      name="start-term"
      title={words.t('app.startTerm', { post: words.label(labels, postId) })}
      fields={[
        nounField(words, 'term', 'personId'),
        nounField(words, 'term', 'capacity', { span: 4 }),
        nounField(words, 'term', 'from', { span: 4 }),
        nounField(words, 'term', 'to', { span: 4 }),
      ]}
      initial={{ personId: null, capacity: 'holder', from: from ?? today, to: '' }}
      submitLabel={words.t('action.register')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await start.mutateAsync({
          postId,
          personId: textOf(values.personId),
          capacity: values.capacity === 'deputy' ? 'deputy' : 'holder',
          from: textOf(values.from),
          to: textOrNull(values.to),
        })
        onClose()
      }}
    />
  )
}

export function EndTermDialog({
  term,
  labels,
  onClose,
}: {
  readonly term: RecordOf<'term'>
  readonly labels: Labels
  readonly onClose: () => void
}) {
  const words = useWords()
  const { today } = useRegister()
  const end = useChange((client, input: Parameters<typeof client.accountability.endTerm>[0]) =>
    client.accountability.endTerm(input),
  )
  return (
    <DialogForm
      name="end-term"
      title={words.t('app.endTerm', { person: words.label(labels, term.personId) })}
      fields={[dayField('to', words.field('term', 'to')), reasonField(words)]}
      initial={{ to: today, reason: '' }}
      submitLabel={words.t('action.endTerm')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await end.mutateAsync({
          id: term.id,
          version: term.version,
          to: textOf(values.to),
          reason: textOf(values.reason),
        })
        onClose()
      }}
    >
      <p className="hint">{words.t('app.endTermHint')}</p>
    </DialogForm>
  )
}

export interface AssignProps {
  readonly duty: AssignmentRole
  readonly subject: 'system' | 'risk' | 'control'
  readonly subjectId: string
  readonly onClose: () => void
}

/** A post, or for owners also a person, answers for a record from a day on. */
export function AssignDialog({ duty, subject, subjectId, onClose }: AssignProps) {
  const words = useWords()
  const { today } = useRegister()
  const assign = useChange((client, input: Parameters<typeof client.accountability.assign>[0]) =>
    client.accountability.assign(input),
  )
  const executive = duty === 'accountable_executive'
  return (
    <DialogForm
      name="assign"
      title={words.t('app.assignRole', { role: words.value('assignmentRole', duty) })}
      fields={[
        nounField(words, 'assignment', 'postId', {
          required: executive,
          span: 12,
          ...(executive ? { postKind: 'executive' } : {}),
        } as Partial<FormField>),
        ...(executive ? [] : [nounField(words, 'assignment', 'personId', { span: 12 })]),
        nounField(words, 'assignment', 'from', { span: 4 }),
      ]}
      initial={{ postId: null, personId: null, from: today }}
      submitLabel={words.t('action.assign')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await assign.mutateAsync({
          role: duty,
          subject,
          subjectId,
          postId: textOrNull(values.postId),
          personId: textOrNull(values.personId),
          from: textOrNull(values.from),
        })
        onClose()
      }}
    >
      <p className="hint">{words.t(executive ? 'app.assignExecutiveHint' : 'app.assignOwnerHint')}</p>
    </DialogForm>
  )
}

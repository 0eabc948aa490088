/** Answering items: how far they are met and on what grounds, or why they do not apply and who approved that. */
import { useChange } from '#renderer/api/change.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import { nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { AnswerPlace, ItemStanding } from '#shared/contract/requirement.ts'
import { answerStates } from '#shared/domain/requirements/requirement-records.ts'
import { itemText } from './requirement-words.tsx'

export interface AskedPlace {
  readonly place: AnswerPlace
  readonly item: ItemStanding['item']
  readonly answer: ItemStanding['answer']
}

interface Props {
  readonly asked: readonly AskedPlace[]
  readonly onClose: () => void
}

function useTitle(asked: readonly AskedPlace[]): string {
  const words = useWords()
  const [only] = asked
  return asked.length === 1 && only !== undefined
    ? itemText(words, only.item)
    : words.t('requirement.itemsChosen', { count: asked.length })
}

export function AnswerDialog({ asked, labels, onClose }: Props & { readonly labels?: Labels }) {
  const words = useWords()
  const title = useTitle(asked)
  const answer = useChange((client, input: Parameters<typeof client.requirement.answer>[0]) =>
    client.requirement.answer(input),
  )
  const before = asked.length === 1 ? asked[0]?.answer : null
  return (
    <DialogForm
      name="requirement-answer"
      title={title}
      fields={[
        nounField(words, 'requirementAnswer', 'state', { required: true, span: 6 }),
        nounField(words, 'requirementAnswer', 'note', { hint: words.t('requirement.noteHint') }),
        nounField(words, 'requirementAnswer', 'ownerId', { span: 8 }),
        nounField(words, 'requirementAnswer', 'dueOn', { span: 4 }),
      ]}
      initial={{
        state: before?.state ?? null,
        note: before?.note ?? '',
        ownerId: before?.ownerId ?? null,
        dueOn: before?.dueOn ?? '',
      }}
      {...(labels === undefined ? {} : { labels })}
      submitLabel={words.t('requirement.answer')}
      onCancel={onClose}
      onSubmit={async (values) => {
        const state = answerStates.find((each) => each === values.state) ?? 'not_met'
        const ownerId = textOrNull(values.ownerId)
        const dueOn = textOrNull(values.dueOn)
        await answer.mutateAsync({
          places: asked.map(({ place }) => place),
          state,
          note: textOrNull(values.note),
          // Left blank for several items, it says nothing of what each has.
          ...(asked.length > 1 && ownerId === null ? {} : { ownerId }),
          ...(asked.length > 1 && dueOn === null ? {} : { dueOn }),
        })
        onClose()
      }}
    />
  )
}

export function NotApplicableDialog({ asked, onClose }: Props) {
  const words = useWords()
  const title = useTitle(asked)
  const declare = useChange((client, input: Parameters<typeof client.requirement.declareNotApplicable>[0]) =>
    client.requirement.declareNotApplicable(input),
  )
  return (
    <DialogForm
      name="requirement-not-applicable"
      title={title}
      fields={[{ ...nounField(words, 'threshold', 'approverPersonId'), required: true, span: 8 }, reasonField(words)]}
      initial={{ approverPersonId: null, reason: '' }}
      submitLabel={words.t('action.declareNotApplicable')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await declare.mutateAsync({
          places: asked.map(({ place }) => place),
          approverPersonId: textOf(values.approverPersonId),
          reason: textOf(values.reason),
        })
        onClose()
      }}
    />
  )
}

/** What is done with a finding: answered, its day moved, put right, closed by audit, sent back; and an action made of it. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import type { Client } from '#renderer/api/client.tsx'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm, type FormField, type FormValues } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import { dayField, newActionFields, nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords, type Words } from '#renderer/records/words.ts'
import { findingResponses } from '#shared/domain/finding.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { Bilingual } from '#shared/domain/text.ts'

type Verb = 'respond' | 'moveDueDate' | 'implement' | 'verify' | 'reopen' | 'createAction'
type Finding = RecordOf<'finding'>

function verbsOf({ state, response }: Finding): readonly Verb[] {
  switch (state) {
    case 'open':
      return ['respond', 'moveDueDate', 'createAction']
    case 'responded':
      // Where management disagreed audit may take that view, without anything being put right.
      return response === 'disagree'
        ? ['implement', 'verify', 'respond', 'moveDueDate', 'createAction']
        : ['implement', 'respond', 'moveDueDate', 'createAction']
    case 'implemented':
      return ['verify', 'reopen', 'moveDueDate', 'createAction']
    case 'closed':
      return ['reopen']
  }
}

interface Dialog {
  readonly fields: readonly FormField[]
  readonly initial: FormValues
  readonly hint?: string
  readonly send: (client: Client, values: FormValues) => Promise<unknown>
}

const who = (words: Words, name: string): FormField =>
  nounField(words, 'finding', name, { required: true, span: 8 } as object)
const worded = (words: Words, name: string): FormField =>
  nounField(words, 'finding', name, { required: true } as object)

function dialogOf(
  verb: Verb,
  { id, version, dueOn, ownerId }: Finding,
  words: Words,
  today: string,
  me: string | null,
): Dialog {
  const versioned = { id, version }
  const on = (name: string) => dayField('on', words.field('finding', name), { alias: name })
  const given = (values: FormValues) => ({ ...versioned, on: textOf(values.on) })
  switch (verb) {
    case 'respond':
      return {
        fields: [
          nounField(words, 'finding', 'response', { required: true, span: 4 } as object),
          { ...who(words, 'responderId'), span: 4 },
          on('respondedOn'),
          worded(words, 'responseText'),
        ],
        initial: { response: null, responderId: ownerId ?? me, on: today, responseText: '' },
        hint: words.t('oversight.respondHint'),
        send: (client, values) =>
          client.finding.respond({
            ...given(values),
            response: findingResponses.find((each) => each === values.response) ?? 'partly',
            responderId: textOf(values.responderId),
            text: textOf(values.responseText),
          }),
      }
    case 'moveDueDate':
      return {
        fields: [dayField('to', words.field('finding', 'dueOn')), reasonField(words)],
        initial: { to: dueOn ?? '', reason: '' },
        send: (client, values) =>
          client.finding.moveDueDate({ ...versioned, to: textOf(values.to), reason: textOf(values.reason) }),
      }
    case 'implement':
      return {
        fields: [who(words, 'implementerId'), on('implementedOn'), worded(words, 'implementedText')],
        initial: { implementerId: ownerId ?? me, on: today, implementedText: '' },
        send: (client, values) =>
          client.finding.implement({
            ...given(values),
            implementerId: textOf(values.implementerId),
            text: textOf(values.implementedText),
          }),
      }
    case 'verify':
      return {
        fields: [who(words, 'verifierId'), on('verifiedOn'), worded(words, 'verifiedText')],
        initial: { verifierId: me, on: today, verifiedText: '' },
        hint: words.t('oversight.verifyHint'),
        send: (client, values) =>
          client.finding.verify({
            ...given(values),
            verifierId: textOf(values.verifierId),
            text: textOf(values.verifiedText),
          }),
      }
    case 'reopen':
      return {
        fields: [reasonField(words)],
        initial: { reason: '' },
        send: (client, values) => client.finding.reopen({ ...versioned, reason: textOf(values.reason) }),
      }
    case 'createAction':
      return {
        fields: newActionFields(words),
        initial: { name: { ja: null, en: null }, ownerId, dueOn: dueOn ?? '' },
        hint: words.t('oversight.createActionHint'),
        send: (client, values) =>
          client.finding.createAction({
            ...versioned,
            name: values.name as Bilingual,
            ownerId: textOrNull(values.ownerId),
            dueOn: textOrNull(values.dueOn),
          }),
      }
  }
}

export function FindingVerbs({ detail: { record, labels } }: DetailProps<'finding'>) {
  const words = useWords()
  const { today, person } = useRegister()
  const [verb, setVerb] = useState<Verb | null>(null)
  const close = () => setVerb(null)
  const send = useChange((client, input: { dialog: Dialog; values: FormValues }) =>
    input.dialog.send(client, input.values),
  )
  const dialog = verb === null ? null : dialogOf(verb, record, words, today, person?.id ?? null)
  const known =
    person === null ? labels : { ...labels, [person.id]: { noun: 'person' as const, code: null, name: person.name } }
  return (
    <>
      {verbsOf(record).map((each) => (
        <button key={each} type="button" className="button" onClick={() => setVerb(each)}>
          {words.t(`oversight.verb.${each}`)}
        </button>
      ))}
      {verb !== null && dialog !== null && (
        <DialogForm
          key={verb}
          name={`finding-${verb}`}
          title={words.t(`oversight.title.${verb}`, { code: record.code })}
          fields={dialog.fields}
          initial={dialog.initial}
          labels={known}
          submitLabel={words.t(`oversight.verb.${verb}`)}
          onCancel={close}
          onSubmit={async (values) => {
            await send.mutateAsync({ dialog, values })
            close()
          }}
        >
          {dialog.hint !== undefined && <p className="hint">{dialog.hint}</p>}
        </DialogForm>
      )}
    </>
  )
}

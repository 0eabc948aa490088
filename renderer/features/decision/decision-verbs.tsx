/** What is done with a decision: its outcome recorded, put to another meeting, carried out, and an action made of it. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import type { Client } from '#renderer/api/client.tsx'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm, type FormField, type FormValues } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import { dayField, newActionFields, nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords, type Words } from '#renderer/records/words.ts'
import { decisionOutcomes, followThroughs, obliges, outcomesOf } from '#shared/domain/decision/decision.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { Bilingual } from '#shared/domain/text.ts'

type Verb = 'recordOutcome' | 'defer' | 'reportFollowThrough' | 'createAction' | 'moveDueDate' | 'withdrawOutcome'

type Decision = RecordOf<'decision'>

function verbsOf({ withdrawn, state, outcome }: Decision): readonly Verb[] {
  if (withdrawn !== null) return []
  switch (state) {
    case 'requested':
      return ['recordOutcome', 'defer', 'moveDueDate']
    case 'deferred':
      return ['defer', 'withdrawOutcome']
    case 'decided':
      return obliges(outcome)
        ? ['reportFollowThrough', 'createAction', 'moveDueDate', 'withdrawOutcome']
        : ['withdrawOutcome']
  }
}

interface Dialog {
  readonly fields: readonly FormField[]
  readonly initial: FormValues
  readonly hint?: string
  readonly hidden?: (field: FormField, values: FormValues) => boolean
  readonly send: (client: Client, values: FormValues) => Promise<unknown>
}

function outcomeDialog(decision: Decision, words: Words, today: string): Dialog {
  const { id, version, kind, options, minutesReference, ringiNumber } = decision
  const field = (name: string, more: object = {}) => nounField(words, 'decision', name, { required: true, ...more })
  const answers = outcomesOf(kind)
  const others = decisionOutcomes.filter(
    (each) => !answers.includes(each) || (each === 'option' && options.length === 0),
  )
  const labels = options.map(({ label }) => label ?? '')
  return {
    fields: [
      field('outcome', {
        span: 6,
        unavailable: Object.fromEntries(others.map((each) => [each, words.t('decision.notOfKind')])),
      }),
      dayField('on', words.field('decision', 'decidedOn'), { alias: 'decidedOn', span: 6 }),
      field('chosenOption', { among: labels.map((label) => ({ value: label, label })) }),
      field('conditions'),
      field('outcomeText'),
      nounField(words, 'decision', 'minutesReference', { span: 6 }),
      nounField(words, 'decision', 'ringiNumber', { span: 6 }),
    ],
    initial: {
      outcome: null,
      on: today,
      chosenOption: labels[0] ?? '',
      conditions: '',
      outcomeText: '',
      minutesReference: minutesReference ?? '',
      ringiNumber: ringiNumber ?? '',
    },
    hidden: ({ name }, { outcome }) =>
      (name === 'chosenOption' && outcome !== 'option') || (name === 'conditions' && outcome !== 'conditional'),
    send: (client, values) =>
      client.decision.recordOutcome({
        id,
        version,
        outcome: decisionOutcomes.find((each) => each === values.outcome) ?? 'approved',
        chosenOption: textOrNull(values.chosenOption),
        conditions: textOrNull(values.conditions),
        text: textOf(values.outcomeText),
        on: textOf(values.on),
        minutesReference: textOrNull(values.minutesReference),
        ringiNumber: textOrNull(values.ringiNumber),
      }),
  }
}

function dialogOf(verb: Verb, decision: Decision, words: Words, today: string): Dialog {
  const { id, version, dueOn, ownerId, evidenceIds } = decision
  const versioned = { id, version }
  switch (verb) {
    case 'recordOutcome':
      return outcomeDialog(decision, words, today)
    case 'defer':
      return {
        fields: [nounField(words, 'decision', 'meetingId'), reasonField(words)],
        initial: { meetingId: null, reason: '' },
        hint: words.t('decision.deferHint'),
        send: (client, values) =>
          client.decision.defer({
            ...versioned,
            meetingId: textOrNull(values.meetingId),
            reason: textOf(values.reason),
          }),
      }
    case 'reportFollowThrough':
      return {
        fields: [
          nounField(words, 'decision', 'followThrough', { required: true, span: 6 } as object),
          dayField('on', words.field('decision', 'followedOn'), { alias: 'followedOn', span: 6 }),
          nounField(words, 'decision', 'followThroughText', { required: true } as object),
          nounField(words, 'decision', 'evidenceIds'),
        ],
        initial: { followThrough: 'in_progress', on: today, followThroughText: '', evidenceIds },
        hint: words.t('decision.followThroughHint'),
        send: (client, values) =>
          client.decision.reportFollowThrough({
            ...versioned,
            followThrough: followThroughs.find((each) => each === values.followThrough) ?? 'in_progress',
            on: textOf(values.on),
            text: textOf(values.followThroughText),
            evidenceIds: Array.isArray(values.evidenceIds) ? (values.evidenceIds as string[]) : [],
          }),
      }
    case 'createAction':
      return {
        fields: newActionFields(words),
        initial: { name: { ja: null, en: null }, ownerId, dueOn: dueOn ?? '' },
        hint: words.t('decision.createActionHint'),
        send: (client, values) =>
          client.decision.createAction({
            ...versioned,
            name: values.name as Bilingual,
            ownerId: textOrNull(values.ownerId),
            dueOn: textOrNull(values.dueOn),
          }),
      }
    case 'moveDueDate':
      return {
        fields: [dayField('to', words.field('decision', 'dueOn')), reasonField(words)],
        initial: { to: dueOn ?? '', reason: '' },
        send: (client, values) =>
          client.decision.moveDueDate({ ...versioned, to: textOf(values.to), reason: textOf(values.reason) }),
      }
    case 'withdrawOutcome':
      return {
        fields: [reasonField(words)],
        initial: { reason: '' },
        hint: words.t('decision.withdrawOutcomeHint'),
        send: (client, values) => client.decision.withdrawOutcome({ ...versioned, reason: textOf(values.reason) }),
      }
  }
}

export function DecisionVerbs({ detail: { record, labels } }: DetailProps<'decision'>) {
  const words = useWords()
  const { today } = useRegister()
  const [verb, setVerb] = useState<Verb | null>(null)
  const close = () => setVerb(null)
  const send = useChange((client, input: { dialog: Dialog; values: FormValues }) =>
    input.dialog.send(client, input.values),
  )
  const dialog = verb === null ? null : dialogOf(verb, record, words, today)
  return (
    <>
      {verbsOf(record).map((each) => (
        <button key={each} type="button" className="button" onClick={() => setVerb(each)}>
          {words.t(`decision.verb.${each}`)}
        </button>
      ))}
      {verb !== null && dialog !== null && (
        <DialogForm
          key={verb}
          name={`decision-${verb}`}
          title={words.t(`decision.title.${verb}`, { code: record.code })}
          fields={dialog.fields}
          initial={dialog.initial}
          labels={labels}
          submitLabel={words.t(`decision.verb.${verb}`)}
          onCancel={close}
          onSubmit={async (values) => {
            await send.mutateAsync({ dialog, values })
            close()
          }}
          {...(dialog.hidden === undefined ? {} : { hidden: dialog.hidden })}
        >
          {dialog.hint !== undefined && <p className="hint">{dialog.hint}</p>}
        </DialogForm>
      )}
    </>
  )
}

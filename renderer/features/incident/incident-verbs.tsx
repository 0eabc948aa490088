/** What is done with an incident: its moments, whether it must be reported, reports, containment, resolution, closing. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import type { Client } from '#renderer/api/client.tsx'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm, type FormField, type FormValues } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import { dayField, newActionFields, nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords, type Words } from '#renderer/records/words.ts'
import { localMoment } from '#shared/domain/incident/local-moment.ts'
import { breachAnswers, reportKinds } from '#shared/domain/incident/incident.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { Bilingual } from '#shared/domain/text.ts'

type Verb = 'recordMoments' | 'judge' | 'recordReport' | 'contain' | 'resolve' | 'close' | 'reopen' | 'createAction'
type Incident = RecordOf<'incident'>

function verbsOf({ state }: Incident, mustReport: boolean): readonly Verb[] {
  const facts: readonly Verb[] = ['recordMoments', 'judge', ...(mustReport ? (['recordReport'] as const) : [])]
  switch (state) {
    case 'open':
      return [...facts, 'contain', 'resolve', 'createAction']
    case 'contained':
      return [...facts, 'resolve', 'createAction']
    case 'resolved':
      return [...facts, 'close', 'reopen', 'createAction']
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

interface Around {
  readonly words: Words
  readonly today: string
  readonly timeZone: string
  readonly me: string | null
}

const moments = ['occurredAt', 'detectedAt', 'learnedAt', 'vendorLearnedAt', 'vendorToldAt'] as const
const leakFields = ['leak', 'leakSensitive', 'leakFinancial', 'leakWrongful', 'leakMany'] as const
const answerOf = (value: unknown) => breachAnswers.find((each) => each === value) ?? 'unknown'

function dialogOf(verb: Verb, incident: Incident, { words, today, timeZone, me }: Around): Dialog {
  const { id, version, ownerId } = incident
  const versioned = { id, version }
  const moment = (name: string, label: string, required: boolean): FormField => ({
    name,
    kind: 'text',
    label,
    span: 6,
    hint: words.t('incident.momentHint'),
    ...(required && { required }),
  })
  const incidentField = (name: string, more: object = {}) => nounField(words, 'incident', name, more)
  switch (verb) {
    case 'recordMoments': {
      const zone = incident.learnedZone ?? timeZone
      return {
        fields: [
          ...moments.map((name) => moment(name, words.field('incident', name), false)),
          incidentField('learnedZone', { span: 6, hint: words.t('incident.zoneHint') }),
        ],
        initial: {
          ...Object.fromEntries(
            moments.map((name) => {
              const at = incident[name]
              return [name, at === null ? '' : localMoment(at, name === 'learnedAt' ? zone : timeZone)]
            }),
          ),
          learnedZone: zone,
        },
        hint: words.t('incident.recordMomentsHint'),
        send: (client, values) =>
          client.incident.recordMoments({
            ...versioned,
            occurredAt: textOrNull(values.occurredAt),
            detectedAt: textOrNull(values.detectedAt),
            learnedAt: textOrNull(values.learnedAt),
            learnedZone: textOrNull(values.learnedZone),
            vendorLearnedAt: textOrNull(values.vendorLearnedAt),
            vendorToldAt: textOrNull(values.vendorToldAt),
          }),
      }
    }
    case 'judge':
      return {
        fields: [
          ...leakFields.map((name) => incidentField(name, { required: true })),
          incidentField('judgeId', { required: true }),
          incidentField('judgedText', { required: true }),
        ],
        initial: {
          ...Object.fromEntries(leakFields.map((name) => [name, incident[name]])),
          judgeId: incident.judgeId ?? me,
          judgedText: incident.judgedText ?? '',
        },
        hint: words.t('incident.judgeHint'),
        send: (client, values) =>
          client.incident.judge({
            ...versioned,
            leak: answerOf(values.leak),
            leakSensitive: answerOf(values.leakSensitive),
            leakFinancial: answerOf(values.leakFinancial),
            leakWrongful: answerOf(values.leakWrongful),
            leakMany: answerOf(values.leakMany),
            judgeId: textOf(values.judgeId),
            text: textOf(values.judgedText),
          }),
      }
    case 'recordReport': {
      const field = (name: string, more: object = {}) => nounField(words, 'incidentReport', name, more)
      return {
        fields: [
          field('kind', { span: 6 }),
          moment('at', words.field('incidentReport', 'at'), true),
          field('recipient'),
          field('reference', { span: 6 }),
          field('reporterId', { span: 6 }),
          field('notes'),
        ],
        initial: { kind: null, at: `${today} `, recipient: '', reference: '', reporterId: me, notes: '' },
        hint: words.t('incident.recordReportHint'),
        send: (client, values) =>
          client.incident.recordReport({
            ...versioned,
            kind: reportKinds.find((each) => each === values.kind) ?? 'early',
            at: textOf(values.at),
            recipient: textOf(values.recipient),
            reference: textOrNull(values.reference),
            reporterId: textOrNull(values.reporterId),
            notes: textOrNull(values.notes),
          }),
      }
    }
    case 'contain':
    case 'resolve': {
      const name = verb === 'contain' ? 'containedAt' : 'resolvedAt'
      return {
        fields: [{ ...moment('at', words.field('incident', name), true), alias: name }],
        initial: { at: `${today} ` },
        send: (client, values) => client.incident[verb]({ ...versioned, at: textOf(values.at) }),
      }
    }
    case 'close':
      return {
        fields: [
          incidentField('verifierId', { required: true, span: 8 }),
          dayField('on', words.field('incident', 'closedOn'), { alias: 'closedOn' }),
          incidentField('closedText', { required: true }),
        ],
        initial: { verifierId: me, on: today, closedText: '' },
        hint: words.t('incident.closeHint'),
        send: (client, values) =>
          client.incident.close({
            ...versioned,
            verifierId: textOf(values.verifierId),
            on: textOf(values.on),
            text: textOf(values.closedText),
          }),
      }
    case 'reopen':
      return {
        fields: [reasonField(words)],
        initial: { reason: '' },
        send: (client, values) => client.incident.reopen({ ...versioned, reason: textOf(values.reason) }),
      }
    case 'createAction':
      return {
        fields: newActionFields(words),
        initial: { name: { ja: null, en: null }, ownerId, dueOn: '' },
        send: (client, values) =>
          client.incident.createAction({
            ...versioned,
            name: values.name as Bilingual,
            ownerId: textOrNull(values.ownerId),
            dueOn: textOrNull(values.dueOn),
          }),
      }
  }
}

export function IncidentVerbs({ detail: { record, derived, labels } }: DetailProps<'incident'>) {
  const words = useWords()
  const { today, person } = useRegister()
  const [verb, setVerb] = useState<Verb | null>(null)
  const close = () => setVerb(null)
  const send = useChange((client, input: { dialog: Dialog; values: FormValues }) =>
    input.dialog.send(client, input.values),
  )
  const around = { words, today, timeZone: derived.timeZone, me: person?.id ?? null }
  const dialog = verb === null ? null : dialogOf(verb, record, around)
  const known =
    person === null ? labels : { ...labels, [person.id]: { noun: 'person' as const, code: null, name: person.name } }
  return (
    <>
      {verbsOf(record, derived.breach !== null).map((each) => (
        <button key={each} type="button" className="button" onClick={() => setVerb(each)}>
          {words.t(`incident.verb.${each}`)}
        </button>
      ))}
      {verb !== null && dialog !== null && (
        <DialogForm
          key={verb}
          name={`incident-${verb}`}
          title={`${record.code} ${words.t(`incident.verb.${verb}`)}`}
          fields={dialog.fields}
          initial={dialog.initial}
          labels={known}
          submitLabel={words.t(`incident.verb.${verb}`)}
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

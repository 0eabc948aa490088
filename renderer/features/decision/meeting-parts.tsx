/** What stands on the page of a meeting beside its fields: who prepares what by when, and what is asked of it. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { type Client, useApi } from '#renderer/api/client.tsx'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { DueDay } from '#renderer/records/day-value.tsx'
import { DialogForm, type FormField, type FormValues } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import { dayField, nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords, type Words } from '#renderer/records/words.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { Bilingual } from '#shared/domain/text.ts'

type Props = DetailProps<'meeting'>
type Step = RecordOf<'preparation'>

const stepFields = (words: Words): readonly FormField[] => [
  nounField(words, 'preparation', 'name'),
  nounField(words, 'preparation', 'postId', { span: 8 }),
  nounField(words, 'preparation', 'dueOn', { span: 4 }),
]
const stepOf = (values: FormValues) => ({
  name: values.name as Bilingual,
  postId: textOrNull(values.postId),
  dueOn: textOrNull(values.dueOn),
})

/** Steps in the order of their days; done ones say when. */
export function MeetingMain({ detail: { record, related, labels } }: Props) {
  const words = useWords()
  const mayChange = useMayChange()
  const [asked, setAsked] = useState<{ readonly step: Step; readonly verb: StepVerb } | null>(null)
  const steps = (related.preparation ?? []).filter(({ withdrawn }) => withdrawn === null)
  return (
    <section className="sheet form-section">
      <h2>{words.many('preparation')}</h2>
      {steps.length === 0 ? (
        <p className="muted">{words.t('decision.noSteps')}</p>
      ) : (
        <table className="settings-table">
          <thead>
            <tr>
              <th scope="col">{words.field('preparation', 'name')}</th>
              <th scope="col">{words.field('preparation', 'postId')}</th>
              <th scope="col">{words.field('preparation', 'dueOn')}</th>
              <th scope="col">{words.field('preparation', 'doneOn')}</th>
              {mayChange && <th scope="col">{words.t('decision.change')}</th>}
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.id}>
                <th scope="row">{words.name(step.name)}</th>
                <td>
                  {step.postId === null
                    ? words.t('decision.noPost')
                    : words.name(labels[step.postId]?.name ?? step.name)}
                </td>
                <td>
                  {step.doneOn === null ? <DueDay day={step.dueOn} /> : <span className="figures">{step.dueOn}</span>}
                </td>
                <td className="figures">{step.doneOn ?? words.t('decision.notDone')}</td>
                {mayChange && record.withdrawn === null && (
                  <td className="button-row">
                    {stepVerbsOf(step).map((verb) => (
                      <button key={verb} type="button" className="button" onClick={() => setAsked({ step, verb })}>
                        {words.t(`decision.stepVerb.${verb}`)}
                      </button>
                    ))}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asked !== null && <StepDialog {...asked} detail={{ record, labels }} onClose={() => setAsked(null)} />}
    </section>
  )
}

type StepVerb = 'complete' | 'change' | 'notDone' | 'withdraw'

function stepVerbsOf({ doneOn }: Step): readonly StepVerb[] {
  return doneOn === null ? ['complete', 'change', 'withdraw'] : ['notDone']
}

function StepDialog({
  step,
  verb,
  detail,
  onClose,
}: {
  readonly step: Step
  readonly verb: StepVerb
  readonly detail: Pick<Props['detail'], 'record' | 'labels'>
  readonly onClose: () => void
}) {
  const words = useWords()
  const { today, person } = useRegister()
  const send = useChange((client, values: FormValues) => sendStep(client, step, verb, values))
  const fields: Readonly<Record<StepVerb, readonly FormField[]>> = {
    complete: [
      nounField(words, 'preparation', 'doneById', { span: 8 }),
      dayField('on', words.field('preparation', 'doneOn'), { alias: 'doneOn' }),
    ],
    change: stepFields(words),
    notDone: [],
    withdraw: [reasonField(words)],
  }
  const { name, postId, dueOn } = step
  const known = person === null ? {} : { [person.id]: { noun: 'person' as const, code: null, name: person.name } }
  return (
    <DialogForm
      name={`preparation-${verb}`}
      title={words.t(`decision.stepTitle.${verb}`, { name: words.name(step.name) })}
      fields={fields[verb]}
      initial={verb === 'complete' ? { on: today, doneById: person?.id ?? null } : { name, postId, dueOn, reason: '' }}
      labels={{ ...detail.labels, ...known }}
      submitLabel={words.t(`decision.stepVerb.${verb}`)}
      onCancel={onClose}
      onSubmit={async (values) => {
        await send.mutateAsync(values)
        onClose()
      }}
    />
  )
}

function sendStep(client: Client, { id, version }: Step, verb: StepVerb, values: FormValues): Promise<unknown> {
  const { meeting } = client
  switch (verb) {
    case 'complete':
      return meeting.completePreparation({
        id,
        version,
        on: textOf(values.on),
        doneById: textOrNull(values.doneById),
      })
    case 'change':
      return meeting.changePreparation({ id, version, ...stepOf(values) })
    case 'notDone':
      return meeting.completePreparation({ id, version, on: null, doneById: null })
    case 'withdraw':
      return meeting.withdrawPreparation({ id, version, reason: textOf(values.reason) })
  }
}

type Verb = 'addStep' | 'copySteps' | 'takeUpPack'

export function MeetingVerbs({ detail: { record, labels } }: Props) {
  const words = useWords()
  const { utils } = useApi()
  const { data: packs } = useQuery(utils.pack.list.queryOptions())
  const [verb, setVerb] = useState<Verb | null>(null)
  const { id, version } = record
  const send = useChange((client, { verb: asked, values }: { verb: Verb; values: FormValues }): Promise<unknown> => {
    if (asked === 'addStep') return client.meeting.addPreparation({ id, version, ...stepOf(values) })
    if (asked === 'copySteps') return client.meeting.copyPreparations({ id, version, from: textOf(values.meetingId) })
    return client.meeting.takeUpPack({ id, version, packId: textOrNull(values.packId) })
  })
  if (record.withdrawn !== null) return null
  const fields: Readonly<Record<Verb, readonly FormField[]>> = {
    addStep: stepFields(words),
    copySteps: [nounField(words, 'preparation', 'meetingId', { required: true } as object)],
    takeUpPack: [
      {
        name: 'packId',
        kind: 'text',
        label: words.field('meeting', 'packId'),
        among: (packs ?? []).map((pack) => ({ value: pack.id, label: `${pack.code} (${pack.asOf})` })),
      },
    ],
  }
  return (
    <>
      {(['addStep', 'copySteps', 'takeUpPack'] as const).map((each) => (
        <button key={each} type="button" className="button" onClick={() => setVerb(each)}>
          {words.t(`decision.meetingVerb.${each}`)}
        </button>
      ))}
      {verb !== null && (
        <DialogForm
          key={verb}
          name={`meeting-${verb}`}
          title={words.t(`decision.meetingTitle.${verb}`, { code: record.code })}
          fields={fields[verb]}
          initial={{
            name: { ja: null, en: null },
            postId: null,
            dueOn: null,
            meetingId: null,
            packId: record.packId ?? '',
          }}
          labels={labels}
          submitLabel={words.t(`decision.meetingVerb.${verb}`)}
          onCancel={() => setVerb(null)}
          onSubmit={async (values) => {
            await send.mutateAsync({ verb, values })
            setVerb(null)
          }}
        />
      )}
    </>
  )
}

export function MeetingRelated({ detail: { related } }: Props) {
  const words = useWords()
  return (
    <RelatedList
      noun="decision"
      title={words.t('decision.askedOfMeeting')}
      records={(related.decision ?? []).filter(({ withdrawn }) => withdrawn === null)}
      end={(each) =>
        each.outcome === null ? words.value('decisionKind', each.kind) : words.value('decisionOutcome', each.outcome)
      }
    />
  )
}

export function MeetingAside({ detail }: Props) {
  return (
    <section className="sheet form-section">
      <MeetingRelated detail={detail} />
    </section>
  )
}

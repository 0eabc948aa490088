/** The one thing that is next in an assessment: a step, the approval, or doing it again. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm, type FormField } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { textOf } from '#renderer/records/typed-text.ts'
import { dayField, nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { addMonths } from '#shared/domain/calendar-date.ts'
import type { DpiaStep, ScreeningReason, screeningOutcomes } from '#shared/domain/privacy/dpia.ts'

type Props = DetailProps<'dpia'>

export function DpiaVerbs({ detail }: Props) {
  const { record, derived } = detail
  const words = useWords()
  const { t } = words
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const redo = useChange((client) => client.dpia.redo({ id: record.id, version: record.version }))
  if (derived.next === null)
    return (
      <button type="button" className="button" onClick={() => redo.mutate(undefined)}>
        {t('privacy.redo')}
      </button>
    )
  const { next } = derived
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t(`privacy.verb.${next}`)}
      </button>
      {open &&
        (next === 'approval' ? (
          <ApprovalDialog detail={detail} onClose={close} />
        ) : (
          <StepDialog detail={detail} step={next} onClose={close} />
        ))}
    </>
  )
}

function StepDialog({
  detail: { record, labels },
  step,
  onClose,
}: Props & { readonly step: DpiaStep; readonly onClose: () => void }) {
  const words = useWords()
  const { today, person } = useRegister()
  const at = { id: record.id, version: record.version }
  const screen = useChange(
    (
      client,
      input: {
        on: string
        personId: string
        text: string
        outcome: (typeof screeningOutcomes)[number]
        reasons: ScreeningReason[]
      },
    ) => client.dpia.screen({ ...at, ...input }),
  )
  const recordStep = useChange(
    (
      client,
      input: {
        step: Exclude<DpiaStep, 'screening'>
        on: string
        personId: string
        text: string
        riskIds: string[] | undefined
        actionIds: string[] | undefined
      },
    ) => client.dpia.recordStep({ ...at, ...input }),
  )
  const own = { byVerb: undefined } as object
  const fields: FormField[] = [
    ...(step === 'screening'
      ? [
          nounField(words, 'dpia', 'outcome', { required: true, span: 6, ...own } as object),
          nounField(words, 'dpia', 'screeningReasons', { required: true, ...own } as object),
        ]
      : []),
    nounField(words, 'dpia', `${step}Text`, { required: true, label: words.t('privacy.stepText'), ...own } as object),
    ...(step === 'risks' ? [nounField(words, 'dpia', 'riskIds')] : []),
    ...(step === 'measures' ? [nounField(words, 'dpia', 'actionIds')] : []),
    dayField(`${step}On`, words.field('dpia', `${step}On`)),
    nounField(words, 'dpia', `${step}ById`, { required: true, span: 8, ...own } as object),
  ]
  return (
    <DialogForm
      name="dpia-step"
      title={words.t('privacy.title.step', { code: record.code, step: words.field('dpia', `${step}Text`) })}
      fields={fields}
      initial={{
        outcome: record.outcome,
        screeningReasons: record.screeningReasons,
        [`${step}Text`]: record[`${step}Text`] ?? '',
        riskIds: record.riskIds,
        actionIds: record.actionIds,
        [`${step}On`]: today,
        [`${step}ById`]: person?.id ?? null,
      }}
      labels={person === null ? labels : { ...labels, [person.id]: { noun: 'person', code: null, name: person.name } }}
      submitLabel={words.t(`privacy.verb.${step}`)}
      onCancel={onClose}
      onSubmit={async (values) => {
        const said = {
          on: textOf(values[`${step}On`]),
          personId: textOf(values[`${step}ById`]),
          text: textOf(values[`${step}Text`]),
        }
        if (step === 'screening')
          await screen.mutateAsync({
            ...said,
            outcome: textOf(values.outcome) as (typeof screeningOutcomes)[number],
            reasons: [...(values.screeningReasons as readonly ScreeningReason[])],
          })
        else
          await recordStep.mutateAsync({
            ...said,
            step,
            riskIds: step === 'risks' ? [...(values.riskIds as readonly string[])] : undefined,
            actionIds: step === 'measures' ? [...(values.actionIds as readonly string[])] : undefined,
          })
        onClose()
      }}
    />
  )
}

function ApprovalDialog({ detail: { record, labels }, onClose }: Props & { readonly onClose: () => void }) {
  const words = useWords()
  const { today } = useRegister()
  const approve = useChange((client, input: { postId: string; on: string; validUntil: string; text: string }) =>
    client.dpia.approve({ id: record.id, version: record.version, ...input }),
  )
  return (
    <DialogForm
      name="dpia-approval"
      title={words.t('privacy.title.approval', { code: record.code })}
      fields={[
        nounField(words, 'dpia', 'approverPostId', { required: true } as object),
        dayField('approvedOn', words.field('dpia', 'approvedOn'), { span: 6 }),
        dayField('validUntil', words.field('dpia', 'validUntil'), { span: 6 }),
        nounField(words, 'dpia', 'approvedText', { required: true } as object),
      ]}
      initial={{ approverPostId: null, approvedOn: today, validUntil: addMonths(today, 12), approvedText: '' }}
      labels={labels}
      submitLabel={words.t('privacy.verb.approval')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await approve.mutateAsync({
          postId: textOf(values.approverPostId),
          on: textOf(values.approvedOn),
          validUntil: textOf(values.validUntil),
          text: textOf(values.approvedText),
        })
        onClose()
      }}
    >
      <p className="hint">{words.t('privacy.approvalHint')}</p>
    </DialogForm>
  )
}

/** The dialogs of a reading: why a point does not apply, who bears a risk, what is made of a gap, why it is read again. */
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import { dayField, newActionFields, nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords, type Words } from '#renderer/records/words.ts'
import type { PictureOfPoint, ReadingPicture } from '#shared/contract/contract-readings.ts'
import { riskCategories } from '#shared/domain/principles.ts'
import { type Bilingual, inLanguage } from '#shared/domain/text.ts'
import type { PointFinding } from '#shared/domain/third-party/contract-reading.ts'
import type { Findings } from './use-findings.ts'

export type PointVerb = 'not_applicable' | 'risk_accepted' | 'createAction' | 'createRisk'

/** Findings that owe more than a key: they are asked in a dialog. */
export function asksMore(finding: PointFinding): finding is 'not_applicable' | 'risk_accepted' {
  return finding === 'not_applicable' || finding === 'risk_accepted'
}

export interface PointDialogProps {
  readonly verb: PointVerb
  readonly point: PictureOfPoint
  readonly picture: ReadingPicture
  readonly findings: Findings
  readonly onClose: () => void
}

export function PointDialog(props: PointDialogProps) {
  switch (props.verb) {
    case 'not_applicable':
      return <NotApplicable {...props} />
    case 'risk_accepted':
      return <BearRisk {...props} />
    case 'createAction':
      return <MakeAction {...props} />
    case 'createRisk':
      return <MakeRisk {...props} />
  }
}

function Question({ point, words }: { readonly point: PictureOfPoint; readonly words: Words }) {
  return (
    <p>
      <span className="code">{point.id}</span> {words.name(point.question)}
    </p>
  )
}

function NotApplicable({ point, findings, onClose }: PointDialogProps) {
  const words = useWords()
  return (
    <DialogForm
      name="point-not-applicable"
      title={words.t('reading.verb.not_applicable')}
      fields={[reasonField(words)]}
      initial={{ reason: point.answer?.reason ?? '' }}
      submitLabel={words.t('reading.verb.not_applicable')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await findings.set(point.id, 'not_applicable', { reason: textOf(values.reason) })
        onClose()
      }}
    >
      <Question point={point} words={words} />
    </DialogForm>
  )
}

function BearRisk({ point, picture, findings, onClose }: PointDialogProps) {
  const words = useWords()
  const { answer } = point
  return (
    <DialogForm
      name="point-risk-accepted"
      title={words.t('reading.verb.risk_accepted')}
      fields={[
        { ...nounField(words, 'pointAnswer', 'accepterId', { span: 8 }), required: true },
        dayField('acceptedUntil', words.field('pointAnswer', 'acceptedUntil')),
        reasonField(words),
      ]}
      initial={{
        accepterId: answer?.accepterId ?? null,
        acceptedUntil: answer?.acceptedUntil ?? '',
        reason: answer?.reason ?? '',
      }}
      labels={picture.labels}
      submitLabel={words.t('reading.verb.risk_accepted')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await findings.set(point.id, 'risk_accepted', {
          accepterId: textOrNull(values.accepterId),
          acceptedUntil: textOrNull(values.acceptedUntil),
          reason: textOf(values.reason),
        })
        onClose()
      }}
    >
      <Question point={point} words={words} />
      <p className="hint">{words.t('reading.bearRiskHint')}</p>
    </DialogForm>
  )
}

/** The words of the point and the name of the vendor, in both languages. */
function proposedName(
  words: Words,
  key: 'reading.actionName' | 'reading.riskName',
  props: PointDialogProps,
): Bilingual {
  const { point, picture } = props
  const vendor = picture.labels[picture.contract.vendorId]?.name ?? { ja: null, en: null }
  const sayIn = (language: 'ja' | 'en') =>
    words.t(key, {
      lng: language,
      vendor: inLanguage(vendor, language),
      question: inLanguage(point.question, language),
    })
  return { ja: sayIn('ja'), en: sayIn('en') }
}

function MakeAction(props: PointDialogProps) {
  const { point, picture, findings, onClose } = props
  const words = useWords()
  const make = useChange((client, input: Parameters<typeof client.contractReading.createAction>[0]) =>
    client.contractReading.createAction(input),
  )
  const { answer } = point
  return (
    <DialogForm
      name="point-action"
      title={words.t('reading.verb.createAction')}
      fields={newActionFields(words)}
      initial={{
        name: proposedName(words, 'reading.actionName', props),
        ownerId: answer?.ownerId ?? picture.contract.ownerId,
        dueOn: answer?.dueOn ?? '',
      }}
      labels={picture.labels}
      submitLabel={words.t('reading.verb.createAction')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await make.mutateAsync({
          readingId: picture.reading.id,
          pointId: point.id,
          version: findings.versionOf(point.id),
          name: values.name as Bilingual,
          ownerId: textOrNull(values.ownerId),
          dueOn: textOrNull(values.dueOn),
        })
        onClose()
      }}
    >
      <Question point={point} words={words} />
      <p className="hint">{words.t(answer === null ? 'reading.madeOfUnanswered' : 'reading.madeHint')}</p>
    </DialogForm>
  )
}

function MakeRisk(props: PointDialogProps) {
  const { point, picture, findings, onClose } = props
  const words = useWords()
  const make = useChange((client, input: Parameters<typeof client.contractReading.createRisk>[0]) =>
    client.contractReading.createRisk(input),
  )
  return (
    <DialogForm
      name="point-risk"
      title={words.t('reading.verb.createRisk')}
      fields={[nounField(words, 'risk', 'name'), nounField(words, 'risk', 'category', { span: 8 })]}
      initial={{ name: proposedName(words, 'reading.riskName', props), category: null }}
      submitLabel={words.t('reading.verb.createRisk')}
      onCancel={onClose}
      onSubmit={async (values) => {
        const category = riskCategories.find((each) => each === values.category)
        if (category === undefined) return
        await make.mutateAsync({
          readingId: picture.reading.id,
          pointId: point.id,
          version: findings.versionOf(point.id),
          name: values.name as Bilingual,
          category,
        })
        onClose()
      }}
    >
      <Question point={point} words={words} />
      <p className="hint">{words.t(point.answer === null ? 'reading.madeOfUnanswered' : 'reading.madeHint')}</p>
    </DialogForm>
  )
}

export function ReopenDialog({
  reading,
  onClose,
}: {
  readonly reading: ReadingPicture['reading']
  readonly onClose: () => void
}) {
  const words = useWords()
  const reopen = useChange((client, input: Parameters<typeof client.contractReading.reopen>[0]) =>
    client.contractReading.reopen(input),
  )
  return (
    <DialogForm
      name="reading-reopen"
      title={words.t('reading.verb.reopenCode', { code: reading.code })}
      fields={[reasonField(words)]}
      initial={{ reason: '' }}
      submitLabel={words.t('reading.verb.reopen')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await reopen.mutateAsync({ id: reading.id, version: reading.version, reason: textOf(values.reason) })
        onClose()
      }}
    />
  )
}

export function StartDialog({
  contractId,
  hasPrevious,
  onClose,
  onStarted,
}: {
  readonly contractId: string
  readonly hasPrevious: boolean
  readonly onClose: () => void
  readonly onStarted: (readingId: string) => void
}) {
  const words = useWords()
  const { person } = useRegister()
  const start = useChange((client, input: Parameters<typeof client.contractReading.start>[0]) =>
    client.contractReading.start(input),
  )
  return (
    <DialogForm
      name="reading-start"
      title={words.t('reading.verb.start')}
      fields={[
        nounField(words, 'contractReading', 'edition', { hint: words.t('reading.editionHint') }),
        nounField(words, 'contractReading', 'readerId', { span: 8 }),
      ]}
      initial={{ edition: '', readerId: person?.id ?? null }}
      labels={person === null ? {} : { [person.id]: { noun: 'person', code: null, name: person.name } }}
      submitLabel={words.t('reading.verb.start')}
      onCancel={onClose}
      onSubmit={async (values) => {
        const reading = await start.mutateAsync({
          contractId,
          edition: textOrNull(values.edition),
          readerId: textOrNull(values.readerId),
        })
        onClose()
        onStarted(reading.id)
      }}
    >
      <p className="hint">{words.t(hasPrevious ? 'reading.startAgainHint' : 'reading.startHint')}</p>
    </DialogForm>
  )
}

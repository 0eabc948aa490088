/** The sign-off: who prepared, reviewed, approved and received the pack, and the words that are confirmed. */
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm, type FormField } from '#renderer/records/dialog-form.tsx'
import { useTell } from '#renderer/records/tell.ts'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import { reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import type { FinishingState } from '#shared/contract/finishing.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import { requiredSignatures, signatureRoles } from '#shared/domain/finishing.ts'

export function SignOffDialog(props: {
  readonly packId: string
  readonly asOf: Day
  readonly state: FinishingState
  readonly onClose: () => void
}) {
  const words = useWords()
  const { t, language } = words
  const tell = useTell()
  const { today, person } = useRegister()
  const { packId, state, onClose } = props
  const send = useChange((client, values: Readonly<Record<string, unknown>>) =>
    client.finishing.signOff({
      packId,
      signatures: signatureRoles.flatMap((role) => {
        const personId = textOrNull(values[`${role}Person`])
        if (personId === null) return []
        return [{ role, personId, postId: textOrNull(values[`${role}Post`]), on: textOf(values[`${role}On`]) }]
      }),
      reason: textOf(values.reason),
    }),
  )
  const fields = signatureRoles.flatMap((role): readonly FormField[] => {
    const required = requiredSignatures.includes(role) ? ({ required: true } as const) : {}
    const label = t(`pack.signatureRole.${role}`)
    return [
      { name: `${role}Person`, kind: 'reference', noun: 'person', label, span: 5, ...required },
      { name: `${role}Post`, kind: 'reference', noun: 'post', label: t('finishing.postOf', { role: label }), span: 4 },
      { name: `${role}On`, kind: 'day', label: t('finishing.dayOf', { role: label }), span: 3, required: true },
    ]
  })
  const days = Object.fromEntries(signatureRoles.map((role) => [`${role}On`, today]))
  return (
    <DialogForm
      name="sign-off"
      title={t('finishing.signOff')}
      fields={[...fields, reasonField(words)]}
      initial={{ ...days, preparerPerson: person?.id ?? null, reason: '' }}
      labels={state.labels}
      submitLabel={t('finishing.signOff')}
      onCancel={onClose}
      onSubmit={async (values) => {
        const { packDigest } = await send.mutateAsync(values)
        onClose()
        tell.done(t('finishing.signedOff', { digest: packDigest.slice(0, 16) }))
      }}
    >
      <p>{state.statement?.[language]}</p>
      <p className="hint">{t('finishing.signOffHint')}</p>
    </DialogForm>
  )
}

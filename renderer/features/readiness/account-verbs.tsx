/** The acts on an outward account: a post reviews, a post approves, the document is written. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useApi } from '#renderer/api/client.tsx'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { TableFileButton } from '#renderer/records/table-file-button.tsx'
import { textOf } from '#renderer/records/typed-text.ts'
import { dayField, nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { type AccountFormat, accountFormats } from '#shared/contract/readiness.ts'

type Props = DetailProps<'outwardAccount'>

export function AccountVerbs({ detail }: Props) {
  const words = useWords()
  const { t } = words
  const mayChange = useMayChange()
  const [act, setAct] = useState<'review' | 'approve' | null>(null)
  const { derived } = detail
  const isDecided = derived.standing === 'approved' || derived.standing === 'published'
  return (
    <>
      {mayChange && !isDecided && derived.standing !== 'reviewed' && (
        <button type="button" className="button" onClick={() => setAct('review')}>
          {t('account.verb.review')}
        </button>
      )}
      {mayChange && !isDecided && (
        <button type="button" className="button" onClick={() => setAct('approve')}>
          {t('account.verb.approve')}
        </button>
      )}
      <Documents detail={detail} />
      {act !== null && <Decide detail={detail} act={act} onClose={() => setAct(null)} />}
    </>
  )
}

const names = {
  review: { post: 'reviewerPostId', on: 'reviewedOn', text: 'reviewedText' },
  approve: { post: 'approverPostId', on: 'approvedOn', text: 'approvedText' },
} as const

function Decide({
  detail,
  act,
  onClose,
}: Props & { readonly act: 'review' | 'approve'; readonly onClose: () => void }) {
  const words = useWords()
  const { t } = words
  const { today } = useRegister()
  const { record, labels } = detail
  const { post, on, text } = names[act]
  const decide = useChange((client, input: { postId: string; on: string; text: string }) =>
    client.outwardAccount[act]({ id: record.id, version: record.version, ...input }),
  )
  return (
    <DialogForm
      name={`outward-account-${act}`}
      title={t(`account.title.${act}`, { code: record.code })}
      fields={[
        nounField(words, 'outwardAccount', post, { required: true } as object),
        dayField('on', words.field('outwardAccount', on), { alias: on, span: 6 }),
        nounField(words, 'outwardAccount', text, { required: true } as object),
      ]}
      initial={{ [post]: null, on: today, [text]: '' }}
      labels={labels}
      submitLabel={t(`account.verb.${act}`)}
      onCancel={onClose}
      onSubmit={async (values) => {
        await decide.mutateAsync({ postId: textOf(values[post]), on: textOf(values.on), text: textOf(values[text]) })
        onClose()
      }}
    >
      <p className="hint">{t(`account.hint.${act}`)}</p>
    </DialogForm>
  )
}

/** In the language of the window: the other language's document is written with the window in that language. */
function Documents({ detail: { record } }: Props) {
  const words = useWords()
  const { t } = words
  const { client } = useApi()
  const write = (format: AccountFormat) => (folder: string) =>
    client.outwardAccount.write({ id: record.id, language: words.language, format, folder })
  return (
    <>
      {accountFormats.map((format) => (
        <TableFileButton key={format} label={t(`account.format.${format}`)} write={write(format)} />
      ))}
    </>
  )
}

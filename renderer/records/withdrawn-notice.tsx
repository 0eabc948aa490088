/** A record that was withdrawn says when and why: it stays readable and is in no figure. */
import { mergeReason, undoReason } from '#shared/domain/record.ts'
import { useWords } from './words.ts'

export function WithdrawnNotice({
  withdrawn,
}: {
  readonly withdrawn: { readonly on: string; readonly reason: string } | null
}) {
  const words = useWords()
  if (withdrawn === null) return null
  return (
    <div className="plain-notice">
      <b>{words.t('app.withdrawnOn', { on: withdrawn.on })}</b>
      <div>
        {withdrawn.reason === undoReason
          ? words.t('record.undone')
          : withdrawn.reason === mergeReason
            ? words.t('record.merged')
            : withdrawn.reason}
      </div>
    </div>
  )
}

/** Gaps of the points that apply: a shape for what it comes to, and both numbers. */
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { cellStatus, type GapCount } from '#shared/domain/third-party/gap-matrix.ts'

export function GapValue({ count }: { readonly count: GapCount }) {
  const { t } = useWords()
  const status = cellStatus(count)
  return (
    <StatusMark
      status={status}
      word={
        status === 'na' ? t('status.na') : t('contractMatrix.of', { gaps: count.gaps, applicable: count.applicable })
      }
    />
  )
}

/** What the shapes mean, in one line. */
export function GapKey() {
  const { t } = useWords()
  return (
    <p className="gap-key">
      {(['within', 'warning', 'breach', 'na'] as const).map((status) => (
        <StatusMark
          key={status}
          status={status}
          word={t(status === 'na' ? 'contractMatrix.cell.nothing' : `contractMatrix.cell.${status}`)}
        />
      ))}
      <span>{t('contractMatrix.hint')}</span>
    </p>
  )
}

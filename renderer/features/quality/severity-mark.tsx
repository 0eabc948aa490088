/** How grave a finding is: a shape and a word, told apart without their colours. */
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { Severity } from '#shared/domain/quality/quality-rule.ts'

const statuses = { error: 'breach', warning: 'warning', note: 'no_data' } as const

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const { t } = useWords()
  return <StatusMark status={statuses[severity]} word={t(`quality.severity.${severity}`)} />
}

/** Whether an incident must be reported, as a cell of the list. */
import type { ListRow } from '#renderer/records/noun-screen.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'

export function Reportability({ row }: { readonly row: ListRow<'incident'> }) {
  const words = useWords()
  return <span>{words.value('reportability', row.derived.breach?.reportability ?? 'not_reportable')}</span>
}

/** Where no report is owed there is no day of one. */
export function NothingToReport() {
  const words = useWords()
  return <StatusMark status="na" word={words.value('reportability', 'not_reportable')} />
}

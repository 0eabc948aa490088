/** How an impact assessment stands. One that was judged and does not hold any more asks somebody to act. */
import { type Status, StatusMark } from '#renderer/ui/status-mark.tsx'
import type { DpiaState } from '#shared/domain/privacy/dpia.ts'
import { useWords } from './words.ts'

const marks = {
  not_started: 'no_data',
  in_progress: 'no_data',
  not_required: 'na',
  approved: 'within',
  reopened: 'breach',
  expired: 'breach',
} as const satisfies Record<DpiaState, Status>

export function DpiaStateMark({ state }: { readonly state: DpiaState }) {
  const words = useWords()
  return <StatusMark status={marks[state]} word={words.value('dpiaState', state)} />
}

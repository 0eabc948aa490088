/** What a point came to, as a shape; its word always stands beside it. */
import type { Status } from '#renderer/ui/status-mark.tsx'
import type { PointState } from '#shared/domain/third-party/reading-standing.ts'

export const pointMarks: Readonly<Record<PointState, Status>> = {
  needs_change: 'breach',
  acceptance_lapsed: 'breach',
  unanswered: 'no_data',
  carried_over: 'no_data',
  risk_accepted: 'warning',
  in_order: 'within',
  not_applicable: 'na',
}

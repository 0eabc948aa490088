/** How far an item of a pack of requirements is covered, as a mark and as the ground of a bar; the same on screen and on paper. */
import type { Status } from '#renderer/ui/status-mark.tsx'
import type { KriStatus } from '#shared/domain/metrics/kri-result.ts'
import type { QuestionState } from '#shared/domain/requirements/board-questions.ts'
import type { Standing } from '#shared/domain/requirements/standing.ts'
import type { Fill } from './chart-fill.tsx'

export const standingMarks = {
  evidenced: 'within',
  claimed: 'no_data',
  partly: 'warning',
  not_met: 'breach',
  unanswered: 'no_data',
  not_applicable: 'na',
} as const satisfies Record<Standing, Status>

export const standingFills = {
  evidenced: 'first',
  claimed: 'second',
  partly: 'third',
  not_met: 'dotted',
  unanswered: 'hatched',
  not_applicable: 'blank',
} as const satisfies Record<Standing, Fill>

/** The shape of a question of the board. */
export const questionMarks: Readonly<Record<QuestionState, KriStatus>> = {
  answered: 'within',
  open: 'warning',
  overdue: 'breach',
}

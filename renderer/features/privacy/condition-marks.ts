/** How the state of a condition is marked. Nothing here is a breach: what is not in force cannot be broken. */
import type { ConditionState } from '#shared/domain/privacy/statistics-readiness.ts'

export const conditionMarks = {
  met: 'within',
  unproven: 'warning',
  gap: 'warning',
  unanswered: 'no_data',
  not_applicable: 'na',
} as const satisfies Readonly<Record<ConditionState, string>>

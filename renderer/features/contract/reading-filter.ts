/** Which points of a reading are shown: several conditions hold together. */
import type { PictureOfPoint } from '#shared/contract/contract-readings.ts'
import { answeredStates } from '#shared/domain/third-party/reading-standing.ts'
import { pointMatters } from '#shared/domain/third-party/check-point.ts'

export const readingFilters = ['unanswered', 'gaps', 'key', ...pointMatters, 'carriedOver', 'notAsked'] as const
export type ReadingFilter = (typeof readingFilters)[number]

const holds: Readonly<Record<ReadingFilter, (point: PictureOfPoint) => boolean>> = {
  unanswered: (point) => !answeredStates.includes(point.state),
  gaps: (point) => point.gap,
  key: (point) => point.weight === 'key',
  due_diligence: (point) => point.matter === 'due_diligence',
  liability: (point) => point.matter === 'liability',
  purpose: (point) => point.matter === 'purpose',
  carriedOver: (point) => point.state === 'carried_over',
  notAsked: (point) => !point.applies,
}

/** Points that are not asked are shown only where somebody wants to see them. */
export function isShown(point: PictureOfPoint, filters: ReadonlySet<ReadingFilter>): boolean {
  if (point.applies === filters.has('notAsked')) return false
  return [...filters].every((filter) => holds[filter](point))
}

/** How many points a condition leaves by itself. */
export function countOf(points: readonly PictureOfPoint[], filter: ReadingFilter): number {
  return points.filter((point) => isShown(point, new Set([filter]))).length
}

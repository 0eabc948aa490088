/** The word of what a point of a contract came to: a finding by its own, what is no finding by a word beside them. */
import { type PointFinding, pointFindings } from '#shared/domain/third-party/contract-reading.ts'
import type { PointState } from '#shared/domain/third-party/reading-standing.ts'

export function pointStateKey(state: PointState): string {
  return isFinding(state) ? `value.pointFinding.${state}` : `reading.state.${state}`
}

function isFinding(state: PointState): state is PointFinding {
  return (pointFindings as readonly string[]).includes(state)
}

/**
 * Two readings of one contract side by side: before and after a renegotiation, point by point. A point keeps its line when the
 * company rewords it, or the catalogue comes in another version.
 */
import type { ContractReading } from './contract-reading.ts'
import type { ReadPoint } from './reading-standing.ts'

/** What can differ at a point, in the order in which it is told. */
export const pointDifferences = [
  'asked',
  'question',
  'state',
  'clause',
  'quotation',
  'reason',
  'agreedText',
  'acceptedUntil',
] as const
export type PointDifference = (typeof pointDifferences)[number]

export interface ComparedPoint<Point extends ReadPoint = ReadPoint> {
  readonly base: string
  /** Null where the point was not there: not in that version, not yet or no longer the company's. */
  readonly before: Point | null
  readonly after: Point | null
  readonly differences: readonly PointDifference[]
  /** Whether a gap was closed, has come, or stays as it was. */
  readonly gap: 'closed' | 'opened' | 'stays' | 'none'
}

export const readingTerms = ['trainingUse', 'liabilityCap', 'liabilityCapValue', 'incidentNoticeHours'] as const
export type ReadingTerm = (typeof readingTerms)[number]

/** In the order of the later reading, then what only the earlier one had. Points asked in neither are left out. */
export function comparePoints<Point extends ReadPoint>(
  before: readonly Point[],
  after: readonly Point[],
): readonly ComparedPoint<Point>[] {
  const earlier = new Map(before.map((point) => [point.base, point]))
  const later = new Set(after.map(({ base }) => base))
  return [
    ...after.map((point) => compared(earlier.get(point.base) ?? null, point)),
    ...before.filter(({ base }) => !later.has(base)).map((point) => compared(point, null)),
  ].filter((row) => row.before?.applies === true || row.after?.applies === true)
}

function compared<Point extends ReadPoint>(before: Point | null, after: Point | null): ComparedPoint<Point> {
  const wasGap = isGapAt(before)
  const isGap = isGapAt(after)
  return {
    base: (after ?? before)?.base ?? '',
    before,
    after,
    differences: pointDifferences.filter((name) => textOf(before, name) !== textOf(after, name)),
    gap: wasGap ? (isGap ? 'stays' : 'closed') : isGap ? 'opened' : 'none',
  }
}

/** Of what was carried over nobody has said yet that it changed: it stands as it was found. */
function isGapAt(point: ReadPoint | null): boolean {
  if (point === null || !point.gap) return false
  return point.state !== 'carried_over' || point.answer?.finding === 'needs_change'
}

function stateAt({ state, answer }: ReadPoint): string {
  return state === 'carried_over' && answer !== null ? answer.finding : state
}

function textOf(point: ReadPoint | null, name: PointDifference): string | null {
  if (name === 'asked') return String(point?.applies ?? false)
  if (name === 'question') return point === null ? null : JSON.stringify([point.question.ja, point.question.en])
  if (name === 'state') return point === null ? null : stateAt(point)
  return point?.answer?.[name] ?? null
}

/** The terms in which two readings differ. */
export function changedTerms(
  before: Pick<ContractReading, ReadingTerm>,
  after: Pick<ContractReading, ReadingTerm>,
): readonly ReadingTerm[] {
  return readingTerms.filter((term) => before[term] !== after[term])
}

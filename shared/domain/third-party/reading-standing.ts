/**
 * How the reading of a contract stands on a day: what every point that is asked came to, and which of them are gaps. Used alike by
 * the window, the pack, the tables and the command line.
 *
 * A gap is a point that needs change, that nobody has answered, whose answer was only carried over from the text before, or whose
 * risk was borne until a day that has passed.
 */
import type { Day } from '../calendar-date.ts'
import type { AiContract } from './ai-contract.ts'
import {
  type ApplicablePoint,
  applicablePoints,
  type AskedPoint,
  type ContractFacts,
  judgedFor,
  ourPoint,
  type OwnPoint,
  ownPoint,
  type PointSurroundings,
} from './applicable-points.ts'
import {
  type PointElement,
  pointElements,
  type PointHead,
  pointHeads,
  type PointMatter,
  pointMatters,
} from './check-point.ts'
import type { ContractReading, PointAnswer } from './contract-reading.ts'
import { currentPointCatalogue, type PointCatalogue, pointCatalogueOf } from './point-catalogue.ts'

/** What a point came to, worst first: the order in which one state stands for several. */
export const pointStates = [
  'needs_change',
  'acceptance_lapsed',
  'unanswered',
  'carried_over',
  'risk_accepted',
  'in_order',
  'not_applicable',
] as const
export type PointState = (typeof pointStates)[number]
export const gapStates: readonly PointState[] = ['needs_change', 'acceptance_lapsed', 'unanswered', 'carried_over']
/** Those in which a person has looked at this text. */
export const answeredStates: readonly PointState[] = [
  'needs_change',
  'acceptance_lapsed',
  'risk_accepted',
  'in_order',
  'not_applicable',
]

type Answer = Pick<PointAnswer, 'pointId' | 'finding' | 'carriedOver' | 'acceptedUntil'>

/** @param point what is asked: an answer that was given to other words of it counts as carried over */
export function pointStateOf(answer: Answer | null, day: Day, point: Pick<AskedPoint, 'id'>): PointState {
  if (answer === null) return 'unanswered'
  if (answer.carriedOver || answer.pointId !== point.id) return 'carried_over'
  if (answer.finding !== 'risk_accepted') return answer.finding
  return answer.acceptedUntil !== null && answer.acceptedUntil < day ? 'acceptance_lapsed' : 'risk_accepted'
}

export type ReadPoint<Row extends Answer = PointAnswer> = ApplicablePoint & {
  readonly answer: Row | null
  /** What it came to, also where it is not asked any more. */
  readonly state: PointState
  /** Asked, and open. */
  readonly gap: boolean
}

/**
 * The answer to a point: the one that names it, else one that was given while the same point had other words, ours or the company's.
 */
export function answersByPoint<Row extends Pick<PointAnswer, 'pointId'>>(
  answers: readonly Row[],
  own: readonly Pick<OwnPoint, 'code' | 'replaces'>[],
): (point: Pick<AskedPoint, 'id' | 'base'>) => Row | null {
  const replaced = new Map(own.map(({ code, replaces }) => [code, replaces]))
  const exact = new Map(answers.map((answer) => [answer.pointId, answer]))
  const byBase = new Map(answers.map((answer) => [replaced.get(answer.pointId) ?? answer.pointId, answer]))
  return (point) => exact.get(point.id) ?? byBase.get(point.base) ?? null
}

/** What several points come to together. */
export interface PointCounts {
  /** Asked of the contract. */
  readonly asked: number
  /** Of those, with a finding for this text. */
  readonly answered: number
  readonly gaps: number
  readonly keyGaps: number
  /** The worst state of those that are asked; null where none is. */
  readonly worst: PointState | null
}

export interface ReadingStanding<Row extends Answer = PointAnswer> extends PointCounts {
  /** All points, asked or not, in the order of the catalogue. */
  readonly points: readonly ReadPoint<Row>[]
  readonly byElement: Readonly<Record<PointElement, PointCounts>>
  readonly byHead: Readonly<Record<PointHead, PointCounts>>
  readonly byMatter: Readonly<Record<PointMatter, PointCounts>>
  /** Points that must be answered before the reading is complete. */
  readonly missing: readonly ReadPoint<Row>[]
  /** Said to be complete on or before the day. Points that are asked since may be open all the same. */
  readonly complete: boolean
}

export type ReadingFacts = Pick<ContractReading, 'pointsVersion' | 'completedOn'>

/**
 * @param reading null where the contract has not been read: all that is asked is then unanswered
 * @param answers those of the reading that are not withdrawn
 * @param own all points of the company, also such as have ended: a complete reading keeps the words that it was read by
 */
export function standingOf<Row extends Answer>(
  contract: ContractFacts,
  reading: ReadingFacts | null,
  answers: readonly Row[],
  around: PointSurroundings,
  own: readonly OwnPoint[],
  day: Day,
): ReadingStanding<Row> {
  const answerOf = answersByPoint(answers, own)
  const points = pointsOfReading(contract, reading, answers, around, own, day).map((point) => {
    const answer = answerOf(point)
    const state = pointStateOf(answer, day, point)
    return { ...point, answer, state, gap: point.applies && gapStates.includes(state) }
  })
  return {
    points,
    ...countPoints(points),
    byElement: countedBy(pointElements, points, (point) => point.element),
    byHead: countedBy(pointHeads, points, (point) => point.head),
    byMatter: countedBy(pointMatters, points, (point) => point.matter),
    missing: points.filter((point) => point.applies && !answeredStates.includes(point.state)),
    complete: isCompleteOn(reading, day),
  }
}

export function isCompleteOn(reading: Pick<ContractReading, 'completedOn'> | null, day: Day): boolean {
  return reading !== null && reading.completedOn !== null && reading.completedOn <= day
}

/**
 * While a text is being read, the points of the day. Once it is complete, what was asked is what was answered, in the words of
 * then: a point that the company adds, rewords or ends later does not change it. A point of ours that is asked since, because the
 * contract or its systems changed, is open.
 */
function pointsOfReading(
  contract: ContractFacts,
  reading: ReadingFacts | null,
  answers: readonly Pick<PointAnswer, 'pointId'>[],
  around: PointSurroundings,
  own: readonly OwnPoint[],
  day: Day,
): readonly ApplicablePoint[] {
  const catalogue = reading === null ? currentPointCatalogue : pointCatalogueOf(reading.pointsVersion)
  if (reading?.completedOn == null) return applicablePoints(contract, around, own, day, catalogue)
  return askedWhenComplete(answers, own, catalogue).map(judgedFor(contract, around))
}

function askedWhenComplete(
  answers: readonly Pick<PointAnswer, 'pointId'>[],
  own: readonly OwnPoint[],
  catalogue: PointCatalogue,
): readonly AskedPoint[] {
  const answered = new Set(answers.map(({ pointId }) => pointId))
  const used = own.filter(({ code }) => answered.has(code))
  const wordings = new Map(used.flatMap((each) => (each.replaces === null ? [] : [[each.replaces, each] as const])))
  const ours = [...catalogue.points, ...catalogue.sectorPoints].map((point) => {
    const words = answered.has(point.id) ? undefined : wordings.get(point.id)
    return words === undefined ? ourPoint(point, catalogue) : ownPoint(words, catalogue)
  })
  const added = used.filter(({ replaces }) => replaces === null || !catalogue.byId.has(replaces))
  return [...ours, ...added.map((each) => ownPoint(each, catalogue))]
}

export function countPoints(points: readonly Pick<ReadPoint, 'applies' | 'state' | 'gap' | 'weight'>[]): PointCounts {
  const asked = points.filter(({ applies }) => applies)
  const gaps = asked.filter(({ gap }) => gap)
  return {
    asked: asked.length,
    answered: asked.filter(({ state }) => answeredStates.includes(state)).length,
    gaps: gaps.length,
    keyGaps: gaps.filter(({ weight }) => weight === 'key').length,
    worst: pointStates.find((state) => asked.some((point) => point.state === state)) ?? null,
  }
}

function countedBy<Key extends string, Point extends Pick<ReadPoint, 'applies' | 'state' | 'gap' | 'weight'>>(
  keys: readonly Key[],
  points: readonly Point[],
  keyOf: (point: Point) => Key | null,
): Readonly<Record<Key, PointCounts>> {
  return Object.fromEntries(
    keys.map((key) => [key, countPoints(points.filter((point) => keyOf(point) === key))]),
  ) as Record<Key, PointCounts>
}

/** The reading that counts on a day: the newest one of the contract that was started on or before it. */
export function readingOn<Row extends Pick<ContractReading, 'contractId' | 'startedOn' | 'withdrawn' | 'code'>>(
  readings: readonly Row[],
  contract: Pick<AiContract, 'id'>,
  day: Day,
): Row | null {
  let found: Row | null = null
  for (const each of readings)
    if (
      each.contractId === contract.id &&
      each.withdrawn === null &&
      each.startedOn <= day &&
      (found === null || isLater(each, found))
    )
      found = each
  return found
}

/** Of two readings begun on one day the one that was recorded later, as their codes count. */
function isLater(
  one: Pick<ContractReading, 'startedOn' | 'code'>,
  other: Pick<ContractReading, 'startedOn' | 'code'>,
): boolean {
  if (one.startedOn !== other.startedOn) return one.startedOn > other.startedOn
  return one.code.length === other.code.length ? one.code > other.code : one.code.length > other.code.length
}

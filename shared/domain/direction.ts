/**
 * Directions: what the board has directed, for cybersecurity and for AI, each against one of the ten directions of the
 * Cybersecurity Management Guidelines, and what came of it. Setting AI beside cybersecurity, and the five steps of maturity,
 * are Daicho's own model, no official document's.
 */
import { z } from 'zod'
import { type Day, daysBetween, daySchema } from './calendar-date.ts'
import { codedShape, idSchema } from './record.ts'
import { bilingualSchema, nameSchema, plainTextSchema } from './text.ts'

export const directionSides = ['cyber', 'ai'] as const
export type DirectionSide = (typeof directionSides)[number]

/** The ten directions by the items of the pack, whatever its version. */
export const directionItems = [
  'CMG-D01',
  'CMG-D02',
  'CMG-D03',
  'CMG-D04',
  'CMG-D05',
  'CMG-D06',
  'CMG-D07',
  'CMG-D08',
  'CMG-D09',
  'CMG-D10',
] as const
export type DirectionItem = (typeof directionItems)[number]

/** From 0 to 4: not started, directed, organised, in operation, verified. Ours. */
export const maturities = ['not_started', 'directed', 'organised', 'operating', 'verified'] as const
export type Maturity = (typeof maturities)[number]

/** 0 to 4. */
export function maturityLevel(maturity: Maturity): number {
  return maturities.indexOf(maturity)
}

export const directionSchema = z.object({
  ...codedShape,
  /** What was directed, in a few words. */
  name: nameSchema,
  side: z.enum(directionSides),
  item: z.enum(directionItems),
  instruction: bilingualSchema,
  /** Null where it was found that nobody has directed anything. */
  givenOn: daySchema.nullable(),
  givenByPostId: idSchema.nullable(),
  givenByPersonId: idSchema.nullable(),
  /** Where it stands: the number of a resolution, minutes. */
  reference: plainTextSchema,
  toPostId: idSchema.nullable(),
  toPersonId: idSchema.nullable(),
  reportDueOn: daySchema.nullable(),
  reportedOn: daySchema.nullable(),
  report: bilingualSchema,
  /** Null: nobody has said. */
  maturity: z.enum(maturities).nullable(),
  maturityOn: daySchema.nullable(),
  /** What the maturity rests on: without it, it does not count. */
  grounds: bilingualSchema,
  nextReviewOn: daySchema.nullable(),
  notes: plainTextSchema,
})
export type Direction = z.infer<typeof directionSchema>

type Days = Pick<Direction, 'givenOn' | 'maturityOn' | 'reportedOn'>

/** The day by which a record stands among the others of its place: when it was given, else when anything was said of it. */
export function dayOfDirection({ givenOn, maturityOn, reportedOn }: Days): Day | null {
  return givenOn ?? maturityOn ?? reportedOn
}

/** The day on which its maturity was so: unsaid, that of the report, else that of the direction. */
export function dayOfMaturity({ givenOn, maturityOn, reportedOn }: Days): Day | null {
  return maturityOn ?? reportedOn ?? givenOn
}

/** Why a maturity does not count: none is said, it has no grounds, or it was so only after the day. */
export const unconfirmedReasons = ['not_said', 'no_grounds', 'later'] as const
export type UnconfirmedReason = (typeof unconfirmedReasons)[number]

export type MaturityOn =
  | { readonly kind: 'counted'; readonly maturity: Maturity; readonly level: number }
  | { readonly kind: 'unconfirmed'; readonly reason: UnconfirmedReason }

/** The maturity of a record on a day. One that cannot be relied on is unconfirmed, which is not 0. */
export function maturityOn(direction: Pick<Direction, 'maturity' | 'grounds'> & Days, day: Day): MaturityOn {
  const { maturity, grounds } = direction
  const unconfirmed = (reason: UnconfirmedReason) => ({ kind: 'unconfirmed', reason }) as const
  if (maturity === null) return unconfirmed('not_said')
  if ((grounds.ja ?? '').trim() === '' && (grounds.en ?? '').trim() === '') return unconfirmed('no_grounds')
  const since = dayOfMaturity(direction)
  if (since !== null && since > day) return unconfirmed('later')
  return { kind: 'counted', maturity, level: maturityLevel(maturity) }
}

/**
 * The newest record of one side of one direction on a day: the one given last; of two of a day, the one recorded last. One
 * without any day counts before all others. Null where there is none.
 */
export function newestOn<Row extends Days & Pick<Direction, 'withdrawn' | 'code'>>(
  directions: Iterable<Row>,
  day: Day,
): Row | null {
  let newest: Row | null = null
  for (const each of directions) {
    const since = dayOfDirection(each) ?? ''
    // What was withdrawn after the day still stood on it.
    if (since > day || (each.withdrawn !== null && each.withdrawn.on <= day)) continue
    const before = newest === null ? null : (dayOfDirection(newest) ?? '')
    if (newest === null || before === null || since > before || (since === before && each.code > newest.code))
      newest = each
  }
  return newest
}

/** Days by which the report is late on a day; null where it has come, is not late, or is not owed. */
export function reportOverdue(
  { reportDueOn, reportedOn }: Pick<Direction, 'reportDueOn' | 'reportedOn'>,
  day: Day,
): number | null {
  if (reportDueOn === null || reportDueOn >= day) return null
  return reportedOn !== null && reportedOn <= day ? null : daysBetween(reportDueOn, day)
}

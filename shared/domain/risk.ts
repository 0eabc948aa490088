/** Risks, their assessments as rows, and acceptances and exceptions as one kind of record. */
import { z } from 'zod'
import { type Day, daySchema } from './calendar-date.ts'
import { riskCategories } from './principles.ts'
import { codedShape, idSchema, recordShape } from './record.ts'
import { gradeSchema, impactsSchema } from './scoring.ts'
import { bilingualSchema, nameSchema, plainTextSchema } from './text.ts'

export const riskStatuses = ['open', 'closed'] as const
export const treatments = ['mitigate', 'avoid', 'transfer', 'accept'] as const
/**
 * How long from the event until its effects are felt, slowest last: grades 5 to 1 of COSO's scale (Risk Assessment in Practice,
 * 2012). Not the velocity of K25, which is how its level has moved.
 */
export const onsets = ['instant', 'days_to_weeks', 'few_months', 'several_months', 'year_or_more'] as const
export type Onset = (typeof onsets)[number]
/** 顕在化時期: when the risk is expected to come, as the annual report of a Japanese listed company tells it. */
export const timings = ['within_1_year', 'in_1_to_3_years', 'after_3_years'] as const

/** 5 for instant to 1 for a year or more. */
export function onsetGrade(onset: Onset): number {
  return onsets.length - onsets.indexOf(onset)
}

export const riskSchema = z.object({
  ...codedShape,
  name: nameSchema,
  cause: bilingualSchema,
  event: bilingualSchema,
  consequence: bilingualSchema,
  category: z.enum(riskCategories),
  status: z.enum(riskStatuses),
  closedOn: daySchema.nullable(),
  closedReason: plainTextSchema,
  treatment: z.enum(treatments).nullable(),
  identifiedOn: daySchema.nullable(),
  nextReviewOn: daySchema.nullable(),
  targetOn: daySchema.nullable(),
  systemIds: z.array(idSchema),
  notes: plainTextSchema,
  onset: z.enum(onsets).nullable(),
  timing: z.enum(timings).nullable(),
  /** What it was made from, where that was an entry of a library. */
  sourceKey: plainTextSchema,
})
export type Risk = z.infer<typeof riskSchema>

export const stages = ['inherent', 'residual', 'target'] as const
export type Stage = (typeof stages)[number]
export const confidences = ['low', 'medium', 'high'] as const
/** One judgement of one stage on one day, under the scale of that day. Never changed: a new judgement is a new row. */
export const assessmentSchema = z.object({
  ...recordShape,
  riskId: idSchema,
  stage: z.enum(stages),
  likelihood: gradeSchema,
  impacts: impactsSchema,
  /** The highest of the dimensions. */
  impact: gradeSchema,
  scaleId: idSchema,
  assessorId: idSchema.nullable(),
  on: daySchema,
  confidence: z.enum(confidences).nullable(),
  rationale: plainTextSchema,
})
export type Assessment = z.infer<typeof assessmentSchema>

export const acceptanceKinds = ['acceptance', 'exception'] as const
/**
 * A named executive takes a risk (or lets a control wait) until a date. The frozen copy says what was accepted; the record
 * goes stale when the subject changes.
 */
export const acceptanceSchema = z.object({
  ...codedShape,
  kind: z.enum(acceptanceKinds),
  subject: z.enum(['risk', 'control']),
  subjectId: idSchema,
  postId: idSchema,
  personId: idSchema,
  from: daySchema,
  to: daySchema,
  /** Ended before its day, with a reason. */
  endedOn: daySchema.nullable(),
  endedReason: plainTextSchema,
  reason: z.string().min(1, { error: 'REASON_REQUIRED' }),
  /** The acceptance that this one renews. */
  renewsId: idSchema.nullable(),
  /** The residual level at acceptance, null for a control. */
  likelihood: gradeSchema.nullable(),
  impact: gradeSchema.nullable(),
  /** The subject as it stood, canonical JSON. */
  frozen: z.string(),
})
export type Acceptance = z.infer<typeof acceptanceSchema>

/** The judgement in force on a day: the latest dated one not after it; of one day the one recorded last. */
export function assessmentOn<Row extends Pick<Assessment, 'stage' | 'on' | 'withdrawn'>>(
  rows: readonly Row[],
  stage: Stage,
  day: Day,
): Row | null {
  let found: Row | null = null
  for (const row of rows)
    if (row.stage === stage && row.withdrawn === null && row.on <= day && (found === null || row.on >= found.on))
      found = row
  return found
}

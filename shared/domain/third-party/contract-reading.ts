/**
 * Readings of a contract: one text of it, read point by point. A renegotiation is a new reading that begins with what the one
 * before it found, so that both can be laid side by side.
 */
import { z } from 'zod'
import { daySchema } from '../calendar-date.ts'
import { codedShape, idSchema, recordShape } from '../record.ts'
import { plainTextSchema } from '../text.ts'

/** Whether the vendor may train or improve models with our input. `opt_out_open`: it may until we refuse, and we have not. */
export const trainingUses = ['unknown', 'never', 'only_with_consent', 'opted_out', 'opt_out_open', 'allowed'] as const
export type TrainingUse = (typeof trainingUses)[number]
/** The uses under which our data may be trained on today. Unknown counts: nobody has ruled it out. */
export const trainingPossible: readonly TrainingUse[] = ['unknown', 'opt_out_open', 'allowed']

/** What the vendor's liability is limited to. */
export const liabilityCaps = ['unknown', 'none', 'months_of_fees', 'amount', 'excluded'] as const

export const contractReadingSchema = z.object({
  ...codedShape,
  contractId: idSchema,
  /** The text that was read: its edition or date, as people call it. */
  edition: plainTextSchema,
  startedOn: daySchema,
  /** The day on which every point that applies had its finding. */
  completedOn: daySchema.nullable(),
  readerId: idSchema.nullable(),
  /** The reading whose findings it began with. */
  previousId: idSchema.nullable(),
  /** The version of our check points that it was read by. */
  pointsVersion: z.string().min(1).max(20),
  trainingUse: z.enum(trainingUses),
  liabilityCap: z.enum(liabilityCaps),
  /** Months where the cap is in fees, yen where it is an amount. */
  liabilityCapValue: z.number().min(0).nullable(),
  /** Hours within which the vendor must tell us of an incident; null: nothing is agreed, or nobody has looked. */
  incidentNoticeHours: z.int().min(0).max(8760).nullable(),
  notes: plainTextSchema,
})
export type ContractReading = z.infer<typeof contractReadingSchema>

/** What the reader found at a point. Without a record it is unanswered. */
export const pointFindings = ['in_order', 'needs_change', 'risk_accepted', 'not_applicable'] as const
export type PointFinding = (typeof pointFindings)[number]

/** One finding. One a reading and point. */
export const pointAnswerSchema = z.object({
  ...recordShape,
  readingId: idSchema,
  /** A point of ours (`CC-…`) or the code of one of the company's own. */
  pointId: z.string().min(1).max(100),
  finding: z.enum(pointFindings),
  /** Taken over from the reading before; false once a person has looked at this text. What was only carried over counts as unanswered. */
  carriedOver: z.boolean(),
  clause: plainTextSchema,
  /** A short quotation of the contract's own words. */
  quotation: z.string().max(1000, { error: 'TOO_LONG' }).nullable(),
  /** Why it does not apply, or why its risk is borne. */
  reason: plainTextSchema,
  /** What we ask for, and how far we would go. */
  position: plainTextSchema,
  /** Where what was agreed in the end stands. */
  agreedText: plainTextSchema,
  ownerPostId: idSchema.nullable(),
  ownerId: idSchema.nullable(),
  dueOn: daySchema.nullable(),
  /** Who bears the risk, and until when, the day included. */
  accepterId: idSchema.nullable(),
  acceptedUntil: daySchema.nullable(),
  /** What was made of the gap. */
  riskIds: z.array(idSchema),
  actionIds: z.array(idSchema),
})
export type PointAnswer = z.infer<typeof pointAnswerSchema>

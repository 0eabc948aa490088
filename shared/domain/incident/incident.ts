/**
 * Incidents and near misses (インシデント・ヒヤリハット), what was reported of them to the authority, and orders that came from one.
 *
 * Choices that are ours:
 * - Moments are written by verbs and not typed over: the clock of a leak runs from one of them. The one in which the company learned
 *   is kept with the zone in which it was read, the days are counted in Japan (`breach-clock.ts`).
 * - Whether a leak must be reported follows from five answers, each of which may be `likely` (the rules apply to what has likely
 *   happened alike) or `unknown`. Nothing is ever derived as "not reportable" while an answer that could change it is unknown.
 * - The cause has a key beside its words: the company's own word for a cause, by which repeats are found.
 * - The nine items of a report are fields of the incident, so that they are kept, compared and exported as everything else is.
 * - A report is a record of its own and never typed over: when, to whom. A mistaken one is withdrawn with a reason.
 */
import { z } from 'zod'
import { instantSchema, daySchema } from '../calendar-date.ts'
import { codedShape, idSchema, recordShape } from '../record.ts'
import { entriesSchema, type RepeatedPart } from '../repeated.ts'
import { answers } from '../system.ts'
import { bilingualSchema, nameSchema, plainTextSchema } from '../text.ts'
import { isTimeZone } from './local-moment.ts'

export const incidentKinds = ['incident', 'near_miss'] as const
/** The company's own scale, heaviest first. What nobody has judged counts as major. */
export const incidentSeverities = ['critical', 'major', 'moderate', 'minor'] as const
export type IncidentSeverity = (typeof incidentSeverities)[number]
export const incidentStates = ['open', 'contained', 'resolved', 'closed'] as const
export const affectedBases = ['unknown', 'estimate', 'counted'] as const

/** `likely`: it has probably happened, which the rules treat as if it had. */
export const breachAnswers = ['unknown', 'yes', 'likely', 'no'] as const
export type BreachAnswer = (typeof breachAnswers)[number]

/** What happened when, and who did it: `2026-10-05 18:00`, or a day, in the register's zone. */
export const timelineParts = [
  { name: 'at', required: true },
  { name: 'who' },
  { name: 'what', long: true, required: true },
] as const satisfies readonly RepeatedPart[]

/** The nine items of a report (Enforcement Rules, Article 8(1)), in their order. */
export const reportItems = [
  'reportOutline',
  'reportDataItems',
  'reportPersons',
  'reportCause',
  'reportSecondaryHarm',
  'reportResponse',
  'reportPublication',
  'reportPrevention',
  'reportOther',
] as const
export type ReportItem = (typeof reportItems)[number]

const reportShape = Object.fromEntries(reportItems.map((item) => [item, bilingualSchema])) as Record<
  ReportItem,
  typeof bilingualSchema
>

export const incidentSchema = z.object({
  ...codedShape,
  name: nameSchema,
  kind: z.enum(incidentKinds),
  severity: z.enum(incidentSeverities).nullable(),
  state: z.enum(incidentStates),
  description: bilingualSchema,
  systemIds: z.array(idSchema),
  vendorIds: z.array(idSchema),
  /** Contracts under which a vendor had to tell us. */
  contractIds: z.array(idSchema),
  occurredAt: instantSchema.nullable(),
  detectedAt: instantSchema.nullable(),
  /** The moment in which the company, any part of it, learned: day 1 of the clock is its day in Japan. */
  learnedAt: instantSchema.nullable(),
  learnedZone: z.string().max(100).refine(isTimeZone, { error: 'BAD_TIME_ZONE' }).nullable(),
  containedAt: instantSchema.nullable(),
  resolvedAt: instantSchema.nullable(),
  /** When the vendor learned, from which its time to tell us runs, and when it told us. */
  vendorLearnedAt: instantSchema.nullable(),
  vendorToldAt: instantSchema.nullable(),
  affectedCount: z.int().min(0).nullable(),
  affectedBasis: z.enum(affectedBases),
  personalData: z.enum(answers),
  dataInvolved: bilingualSchema,
  timeline: entriesSchema(timelineParts),
  cause: bilingualSchema,
  /** The company's own short word for the cause. Compared without regard to case, width and kana. */
  rootCause: z.string().max(200, { error: 'TOO_LONG' }).nullable(),
  measures: bilingualSchema,
  lessons: bilingualSchema,
  riskIds: z.array(idSchema),
  controlIds: z.array(idSchema),
  actionIds: z.array(idSchema),
  evidenceIds: z.array(idSchema),
  ownerPostId: idSchema.nullable(),
  ownerId: idSchema.nullable(),
  /** Personal data leaked, were lost or damaged, or it is likely. */
  leak: z.enum(breachAnswers),
  /** BR-1 to BR-4. */
  leakSensitive: z.enum(breachAnswers),
  leakFinancial: z.enum(breachAnswers),
  leakWrongful: z.enum(breachAnswers),
  leakMany: z.enum(breachAnswers),
  judgedOn: daySchema.nullable(),
  judgeId: idSchema.nullable(),
  judgedText: plainTextSchema,
  ...reportShape,
  closedOn: daySchema.nullable(),
  closedText: plainTextSchema,
  verifierId: idSchema.nullable(),
  notes: plainTextSchema,
})
export type Incident = z.infer<typeof incidentSchema>

/** `entrusting_party`: a processor told the party that entrusted it, instead of reporting (Article 26(1), proviso). */
export const reportKinds = ['early', 'final', 'persons', 'entrusting_party'] as const
export type ReportKind = (typeof reportKinds)[number]

export const incidentReportSchema = z.object({
  ...recordShape,
  incidentId: idSchema,
  kind: z.enum(reportKinds),
  at: instantSchema,
  recipient: z
    .string()
    .max(2000, { error: 'TOO_LONG' })
    .refine((text) => text.trim() !== '', { error: 'REQUIRED' }),
  /** Number or place under which it is filed. */
  reference: plainTextSchema,
  reporterId: idSchema.nullable(),
  notes: plainTextSchema,
})
export type IncidentReport = z.infer<typeof incidentReportSchema>

/**
 * What an authority does (APPI 146: report and inspection; 147: guidance; 148(1), (2), (3): recommendation, order, emergency order),
 * lightest first, and what other authorities do under their own law.
 */
export const enforcementKinds = [
  'report_request',
  'inspection',
  'guidance',
  'recommendation',
  'order',
  'emergency_order',
  'other',
] as const
export const enforcementStates = ['open', 'done'] as const

export const enforcementSchema = z.object({
  ...codedShape,
  name: nameSchema,
  kind: z.enum(enforcementKinds),
  authority: plainTextSchema,
  reference: plainTextSchema,
  receivedOn: daySchema.nullable(),
  dueOn: daySchema.nullable(),
  subject: bilingualSchema,
  systemIds: z.array(idSchema),
  incidentId: idSchema.nullable(),
  ownerPostId: idSchema.nullable(),
  ownerId: idSchema.nullable(),
  response: bilingualSchema,
  actionIds: z.array(idSchema),
  evidenceIds: z.array(idSchema),
  state: z.enum(enforcementStates),
  doneOn: daySchema.nullable(),
  doneText: plainTextSchema,
  doneById: idSchema.nullable(),
  notes: plainTextSchema,
})
export type Enforcement = z.infer<typeof enforcementSchema>

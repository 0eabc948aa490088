/** The organisation whose register this is, and what it has decided for the whole register, each with its time. */
import { z } from 'zod'
import { daySchema } from './calendar-date.ts'
import { recordShape } from './record.ts'
import { riskCategories } from './principles.ts'
import { bandSchema, bandTableSchema, impactDimensions } from './scoring.ts'
import { bilingualSchema, languageSchema, nameSchema } from './text.ts'

/** Whether Japanese sentences name a day by its era too, beside ISO. Tables and files are ISO always. */
export const dayCalendars = ['gregorian', 'japanese'] as const

/** Default labels; a register may word its own. Source: board-pack specification 1.4 (ours). */
export const classifications = ['public', 'internal', 'confidential', 'board_only'] as const

export const organisationSchema = z.object({
  ...recordShape,
  /** What lets a subsidiary's register be merged into the group's; a copy keeps its origin. */
  registerId: z.uuid(),
  originRegisterId: z.uuid(),
  parentRegisterId: z.uuid().nullable(),
  name: nameSchema,
  /** 法人番号 or any other code of the entity. */
  entityCode: z.string().max(100).nullable(),
  fiscalStartMonth: z.int().min(1).max(12),
  language: languageSchema,
  timeZone: z.string().refine(isTimeZone, { error: 'BAD_TIME_ZONE' }),
  classification: z.enum(classifications),
  /** The day a sample register was built for; null in a real one. Every screen, page and file of a sample says so. */
  sampleDay: daySchema.nullable(),
  dayCalendar: z.enum(dayCalendars),
  /** How many days the company usually needs from the beginning of an impact assessment, or of a de-identification, to its end. */
  dpiaDays: z.int().min(1).max(1000),
  deidentificationDays: z.int().min(1).max(1000),
})
export type Organisation = z.infer<typeof organisationSchema>

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const five = <Item extends z.ZodType>(item: Item) => z.tuple([item, item, item, item, item])

/** Labels of the grades and the band table, in force from a day. Assessments name the scale that they used. */
export const scaleSchema = z.object({
  ...recordShape,
  from: daySchema,
  to: daySchema.nullable(),
  /** Likelihood within 12 months, grade 1 to 5: a word and a range. */
  likelihoodLabels: five(bilingualSchema),
  likelihoodRanges: five(z.string().max(100)),
  impactLabels: five(bilingualSchema),
  /** One sentence per dimension on what its grades mean, or null. */
  dimensionNotes: z.record(z.enum(impactDimensions), bilingualSchema),
  bandTable: bandTableSchema,
  /** Who approved and when; both null = provisional. */
  approverPersonId: z.uuid().nullable(),
  approvedOn: daySchema.nullable(),
})
export type Scale = z.infer<typeof scaleSchema>

/** How much risk is sought or borne, least first: the words that boards use of a category. */
export const appetiteLevels = ['averse', 'minimal', 'cautious', 'open', 'eager'] as const

/** Appetite and tolerance of one category, in force from a day. */
export const appetiteSchema = z.object({
  ...recordShape,
  category: z.enum(riskCategories),
  appetite: bandSchema,
  tolerance: bandSchema,
  statement: bilingualSchema,
  from: daySchema,
  to: daySchema.nullable(),
  approverPersonId: z.uuid().nullable(),
  approvedOn: daySchema.nullable(),
  level: z.enum(appetiteLevels).nullable(),
  /** When the board looks at it again. */
  reviewOn: daySchema.nullable(),
})
export type Appetite = z.infer<typeof appetiteSchema>

/** A figure's limits, in force from a day. Fractions 0–1 for shares, else in the figure's unit. */
export const thresholdSchema = z.object({
  ...recordShape,
  kri: z.string().regex(/^(K\d{2}u?|KRI-\d{2})$/),
  appetite: z.number(),
  tolerance: z.number(),
  from: daySchema,
  to: daySchema.nullable(),
  approverPersonId: z.uuid().nullable(),
  approvedOn: daySchema.nullable(),
  /** The post that looks after the figure, and what a breach sets off. */
  ownerPostId: z.uuid().nullable(),
  escalation: bilingualSchema,
})
export type Threshold = z.infer<typeof thresholdSchema>

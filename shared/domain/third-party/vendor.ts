/**
 * Vendors (委託先・ベンダ): who supplies models, services, development or data to which systems, how sound they were found to
 * be, and what they answered when asked. What a file called the vendor of a system stays on the system; a supply says who it is.
 */
import { z } from 'zod'
import { daySchema } from '../calendar-date.ts'
import { codedShape, idSchema, recordShape } from '../record.ts'
import { entriesSchema, type RepeatedPart } from '../repeated.ts'
import { tiers } from '../system.ts'
import { nameSchema, plainTextSchema } from '../text.ts'

export const contactParts = [
  { name: 'name', required: true },
  { name: 'role' },
  { name: 'email' },
  { name: 'phone' },
] as const satisfies readonly RepeatedPart[]
/** Who works for the vendor on what it does for us (再委託先). */
export const subProcessorParts = [
  { name: 'name', required: true },
  { name: 'country' },
  { name: 'work' },
] as const satisfies readonly RepeatedPart[]

/** How the company found the vendor's security, or its finances, on a day (ours). */
export const vendorStandings = ['unknown', 'sound', 'concern', 'poor'] as const
export type VendorStanding = (typeof vendorStandings)[number]

export const vendorSchema = z.object({
  ...codedShape,
  name: nameSchema,
  reading: plainTextSchema,
  /** ISO 3166 code of the country under whose law it is set up. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'BAD_JURISDICTION' })
    .nullable(),
  /** The group of companies that it belongs to: two vendors of one group are one dependence. */
  group: plainTextSchema,
  contacts: entriesSchema(contactParts),
  subProcessors: entriesSchema(subProcessorParts),
  /** How much the company depends on it, its own judgement. Null counts as high. */
  tier: z.enum(tiers).nullable(),
  ownerPostId: idSchema.nullable(),
  ownerId: idSchema.nullable(),
  /** Months from one review to the next; null where it is not said. */
  reviewMonths: z.int().min(1).max(120).nullable(),
  nextReviewOn: daySchema.nullable(),
  security: z.enum(vendorStandings),
  securityOn: daySchema.nullable(),
  securityEvidenceIds: z.array(idSchema),
  finance: z.enum(vendorStandings),
  financeOn: daySchema.nullable(),
  financeEvidenceIds: z.array(idSchema),
  notes: plainTextSchema,
})
export type Vendor = z.infer<typeof vendorSchema>

export const supplyKinds = ['model', 'service', 'development', 'data'] as const
export type SupplyKind = (typeof supplyKinds)[number]

/** What a vendor supplies to one system, from when to when. */
export const supplySchema = z.object({
  ...recordShape,
  vendorId: idSchema,
  systemId: idSchema,
  kinds: z.array(z.enum(supplyKinds)).min(1, { error: 'REQUIRED' }),
  /** The product or service by its name. */
  product: plainTextSchema,
  from: daySchema.nullable(),
  to: daySchema.nullable(),
})
export type Supply = z.infer<typeof supplySchema>

export const vendorAnswerValues = ['yes', 'partly', 'no', 'not_applicable', 'unknown'] as const
/** `vendor`: as the vendor filled it in; `company`: as the company itself found. */
export const vendorAnswerSources = ['vendor', 'company'] as const

/** The answer to one question of due diligence, as a person of the company took it over. One a vendor and question. */
export const vendorAnswerSchema = z.object({
  ...recordShape,
  vendorId: idSchema,
  /** A question of ours (`DD-…`) or the code of one of the company's own. */
  pointId: z.string().min(1).max(100),
  answer: z.enum(vendorAnswerValues),
  text: plainTextSchema,
  source: z.enum(vendorAnswerSources),
  answeredOn: daySchema.nullable(),
  /** Who took it over into the register: nothing that a vendor writes counts by itself. */
  takenById: idSchema.nullable(),
  takenOn: daySchema,
  evidenceIds: z.array(idSchema),
})
export type VendorAnswer = z.infer<typeof vendorAnswerSchema>

/** AI systems: what the company develops, provides or uses, and what is known of it. Unknown is not zero. */
import { z } from 'zod'
import { daySchema } from './calendar-date.ts'
import { freeFieldsSchema } from './free-field.ts'
import { codedShape, idSchema } from './record.ts'
import { bilingualSchema, nameSchema, plainTextSchema } from './text.ts'

export const lifecycles = ['unknown', 'proposed', 'development', 'pilot', 'production', 'suspended', 'retired'] as const
export type Lifecycle = (typeof lifecycles)[number]
/** The stages whose systems are counted in the figures (population S of the board pack). */
export const countedLifecycles: readonly Lifecycle[] = ['unknown', 'pilot', 'production', 'suspended']

export const systemKinds = ['predictive', 'generative', 'agentic', 'rule_based', 'embedded'] as const
/** The company's roles for this system: AI Guidelines for Business 1.2, Part 1 (ROLE-D, ROLE-P, ROLE-U). */
export const systemRoles = ['developer', 'provider', 'business_user'] as const
/** Who decides: from advice to a person up to acting by itself (ours). */
export const autonomies = ['advises', 'acts_on_approval', 'acts_supervised', 'acts_alone'] as const
/** Whether an agent may change things elsewhere: orders, records, messages, settings (ours). */
export const writeAccesses = ['unknown', 'none', 'with_approval', 'without_approval'] as const
export const tiers = ['high', 'medium', 'low'] as const
export type Tier = (typeof tiers)[number]
export const answers = ['yes', 'no', 'unknown'] as const

/**
 * What an imported file said beside the fields: columns that met none, and the words of those that were read into a code, a
 * day, a unit or a person. Heading and words as they stood, in the file's order.
 */
export const sourceNotesSchema = z.array(z.tuple([z.string(), z.string()]))

export const systemSchema = z.object({
  ...codedShape,
  name: nameSchema,
  reading: plainTextSchema,
  purpose: bilingualSchema,
  unitId: idSchema.nullable(),
  lifecycle: z.enum(lifecycles),
  kind: z.enum(systemKinds).nullable(),
  roles: z.array(z.enum(systemRoles)),
  model: plainTextSchema,
  vendor: plainTextSchema,
  contract: plainTextSchema,
  autonomy: z.enum(autonomies).nullable(),
  humanOversight: bilingualSchema,
  affected: bilingualSchema,
  /** The company's own tier, never a country's class. Null counts as high. */
  tier: z.enum(tiers).nullable(),
  personalData: z.enum(answers),
  /** ISO 3166 codes, and EU. */
  jurisdictions: z.array(z.string().regex(/^[A-Z]{2}$/, { error: 'BAD_JURISDICTION' })),
  goLiveOn: daySchema.nullable(),
  nextReviewOn: daySchema.nullable(),
  dependsOnIds: z.array(idSchema),
  notes: plainTextSchema,
  /** The identifier in the file the record came from: the key of a second import. */
  sourceKey: plainTextSchema,
  sourceNotes: sourceNotesSchema,
  importId: idSchema.nullable(),
  freeFields: freeFieldsSchema,
  writeAccess: z.enum(writeAccesses),
  /**
   * What a surcharge (課徴金) could mean for this system, as a note with its owner and day. The surcharge is enacted and not in force, and
   * its details are not verified: no amount and no limit of ours stands anywhere.
   */
  surchargeNote: bilingualSchema,
  surchargeOwnerId: idSchema.nullable(),
  surchargeOn: daySchema.nullable(),
})
export type System = z.infer<typeof systemSchema>

export function isCounted(system: Pick<System, 'lifecycle' | 'withdrawn'>): boolean {
  return system.withdrawn === null && countedLifecycles.includes(system.lifecycle)
}

/** The tier that the figures use: an unset tier counts as high. */
export function countedTier(system: Pick<System, 'tier'>): Tier {
  return system.tier ?? 'high'
}

/** Days between reviews and between confirmations, by tier (ours, editable later). */
export const reviewCycleDays: Readonly<Record<Tier, number>> = { high: 90, medium: 180, low: 365 }

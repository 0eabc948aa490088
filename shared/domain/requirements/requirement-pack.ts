/**
 * A requirement pack: what one version of a guidance, a law or a standard asks, item by item, each field with how far it was
 * found. Numbers and titles are facts of the instrument; every summary, question and reading is Daicho's own and shown as such.
 */
import { z } from 'zod'
import { daySchema } from '../calendar-date.ts'

/**
 * How far a field was found. F: in a source. FM: partly, the rest is recall; shown with a dagger until somebody has compared
 * it. M: recall only, which no title may be. O: Daicho's own, never shown as the issuer's.
 */
export const evidenceTags = ['F', 'FM', 'M', 'O'] as const
export type EvidenceTag = (typeof evidenceTags)[number]

/** Whether the instrument binds. `ours`: no instrument but Daicho's model. */
export const packStatuses = [
  'in_force',
  'in_force_partially',
  'promulgated_not_in_force',
  'guidance',
  'draft',
  'voluntary_standard',
  'foreign_law',
  'superseded',
  'ours',
  /** Of a file that says nothing of it. */
  'unknown',
] as const

/** Whom an item addresses: the roles of the guidelines, all of them, or the board. */
export const addressees = ['developer', 'provider', 'business_user', 'all', 'board'] as const
export type Addressee = (typeof addressees)[number]

/** Of whom an item is asked in a register: of each system, once of the company, or of nobody (a heading). */
export const askedOf = ['system', 'company', 'heading'] as const

const longestShort = 2_000
const longestLong = 20_000
const identifier = z.string().min(1).max(300)
const short = z.string().min(1).max(longestShort)
const both = z.strictObject({ ja: short, en: short })
const eitherLanguage = z.strictObject({
  ja: z.string().min(1).max(longestLong).nullable(),
  en: z.string().min(1).max(longestLong).nullable(),
})
const tag = z.enum(evidenceTags)
/** A title that is recall only is not shipped: a reader would take it for the official one. */
const titleTag = z.enum(['F', 'FM', 'O'], { error: 'TITLE_FROM_RECALL' })
const title = z.strictObject({ text: short, evidence: titleTag }).nullable()

const numberText = z.string().min(1).max(100)

const itemSchema = z.strictObject({
  id: identifier,
  /** The heading that it stands under, which comes before it. */
  parent: identifier.nullable(),
  /** As the instrument counts, in its own notation; in English where words belong to it. */
  number: z.strictObject({ ja: numberText, en: numberText, evidence: titleTag }).nullable(),
  title: z.strictObject({ ja: title, en: title }),
  /** What it asks, in our own words; `evidence` is how far these were compared with the text. */
  summary: eitherLanguage.extend({ evidence: tag }).nullable(),
  /** The wording that a file from elsewhere brings: its packager's, not ours. Packs of ours hold none. */
  text: eitherLanguage.nullable(),
  /** What a direction on cybersecurity means for AI: our reading, not the issuer's. */
  aiReading: both.nullable(),
  /** Our question to whoever answers the item. */
  question: both.nullable(),
  theme: both.nullable(),
  appliesTo: z.array(z.enum(addressees)).min(1),
  asked: z.enum(askedOf),
  /** Phases of the life cycle, by the pack's ids; none: all of them. */
  phases: z.strictObject({ ids: z.array(identifier), evidence: tag }).nullable(),
  /** Where it stands in the instrument. */
  locator: both.nullable(),
  /** The item that this one repeats: one answer serves both. */
  repeats: identifier.nullable(),
  /** Items of this pack and others that it stands beside: our cross-walk. */
  references: z.array(identifier).max(200),
  /** What it also stands beside that is no item of a pack. */
  further: z.array(z.string().max(100)).max(50),
})
export type RequirementItem = z.infer<typeof itemSchema>

const phaseSchema = z.strictObject({
  id: identifier,
  role: z.enum(['developer', 'provider', 'business_user']),
  title: both,
  evidence: tag,
})

const changeSchema = z.strictObject({
  id: identifier,
  text: both,
  locator: both.nullable(),
  evidence: tag,
  /** Items whose answers to the version before do not carry over. */
  reopens: z.array(identifier),
})

export const packFormat = 'daicho-requirement-pack/1'
export const mostItems = 20_000

export const requirementPackSchema = z.strictObject({
  format: z.literal(packFormat, { error: 'NOT_A_REQUIREMENT_PACK' }),
  id: identifier,
  version: z.string().min(1).max(100),
  /** The instrument in the table of instruments; null where it is our own or comes from elsewhere. */
  instrument: identifier.nullable(),
  title: z.strictObject({ ja: short.nullable(), en: short.nullable() }),
  issuer: z.strictObject({ ja: short.nullable(), en: short.nullable() }),
  status: z.enum(packStatuses),
  /** Null where the day is not known well enough to be shown. */
  published: daySchema.nullable(),
  inForceFrom: daySchema.nullable(),
  /** The day on which the facts were looked up. */
  asOf: daySchema.nullable(),
  source: z.strictObject({ id: z.string().max(300), address: z.url({ protocol: /^https$/ }).nullable() }).nullable(),
  licence: eitherLanguage,
  supersedes: z.string().min(1).max(100).nullable(),
  supersededBy: z.string().min(1).max(100).nullable(),
  /** The readable files that it was made of. */
  sources: z.array(z.strictObject({ file: z.string().max(300), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
  phases: z.array(phaseSchema),
  items: z.array(itemSchema).min(1).max(mostItems),
  /** What this version changed against the one before. */
  changes: z.array(changeSchema),
})
export type RequirementPack = z.infer<typeof requirementPackSchema>

/** A pack and its version, as answers name it: `AIGB@1.2`. */
export function packKey(pack: Pick<RequirementPack, 'id' | 'version'>): string {
  return `${pack.id}@${pack.version}`
}

/** The items that somebody has to answer, without those that another one answers. */
export function assessableItems(pack: RequirementPack): readonly RequirementItem[] {
  return pack.items.filter(({ asked, repeats }) => asked !== 'heading' && repeats === null)
}

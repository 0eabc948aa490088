/**
 * How one jurisdiction's rules bear on one AI system, as a person judged it. Each jurisdiction is judged by its own rules: no
 * field of one is ever made from another's, and a class of the EU never becomes the company's own tier.
 *
 * What other records hold is not held here again: where a system is provided or used is the system's `jurisdictions`, its roles
 * by the AI Guidelines for Business are its `roles`, which instruments there are and how they stand on a day is the horizon's,
 * what is asked by a requirement pack is answered there.
 */
import { z } from 'zod'
import { daySchema } from '../calendar-date.ts'
import { codedShape, idSchema } from '../record.ts'
import { answers } from '../system.ts'
import { bilingualSchema, plainTextSchema } from '../text.ts'

export const japan = 'JP'
export const europeanUnion = 'EU'

/**
 * Why a system is in the scope of the EU AI Act: the grounds of its Article 2(1). The article is a fact; that these are its grounds
 * and how they are worded is ours, from recall, and said so wherever they are shown.
 */
export const euGrounds = [
  'placed_on_market',
  'deployer_in_union',
  'output_used_in_union',
  'importer_distributor',
  'product_manufacturer',
  'authorised_representative',
] as const
export type EuGround = (typeof euGrounds)[number]

/** The company's role by the EU's own words (ours, from recall); never made from the roles of the Japanese guidelines. */
export const euRoles = [
  'provider',
  'deployer',
  'importer',
  'distributor',
  'product_manufacturer',
  'authorised_representative',
] as const

/** Regulatory fact base 6.4: EU-T1 to EU-T4 and EU-G. A system can be of several; of EU-T4 and another it cannot. */
export const euTiers = ['prohibited', 'high_risk', 'transparency', 'minimal', 'general_purpose'] as const
export type EuTier = (typeof euTiers)[number]
export const euTierIds: Readonly<Record<EuTier, string>> = {
  prohibited: 'EU-T1',
  high_risk: 'EU-T2',
  transparency: 'EU-T3',
  minimal: 'EU-T4',
  general_purpose: 'EU-G',
}

/** By which annex a system is high-risk: the two begin on different days. */
export const euAnnexes = ['annex_i', 'annex_iii'] as const

/** Guidance of the sectors by the ids of the fact base 6.6; what each is stands in sector-guidance.ts. */
export const sectorDocumentIds = [
  'SEC-FIN-1',
  'SEC-FIN-2',
  'SEC-FIN-3',
  'SEC-FIN-4',
  'SEC-MED-1',
  'SEC-MED-2',
  'SEC-MED-3',
  'SEC-MED-4',
  'SEC-MED-5',
  'SEC-MED-6',
  'SEC-GOV-1',
  'SEC-EDU-1',
  'SEC-IPA-1',
  'SEC-US-1',
] as const
export type SectorDocumentId = (typeof sectorDocumentIds)[number]

export const jurisdictionProfileSchema = z.object({
  ...codedShape,
  systemId: idSchema,
  /** ISO 3166 code of the country, or EU. */
  jurisdiction: z.string().regex(/^[A-Z]{2}$/, { error: 'BAD_JURISDICTION' }),
  /** Whether the rules of the jurisdiction bear on the system. `unknown` is an answer and counts against. */
  inScope: z.enum(answers),
  /** Why it is, or is not. Of the EU, which of Article 2 is meant; a place where it is used is no reason by itself. */
  scopeReason: bilingualSchema,
  euGrounds: z.array(z.enum(euGrounds)),
  euRoles: z.array(z.enum(euRoles)),
  euTiers: z.array(z.enum(euTiers)),
  euAnnex: z.enum(euAnnexes).nullable(),
  /** Guidance of a sector that was read for this system, by its id. */
  guidance: z.array(z.enum(sectorDocumentIds)),
  /** What follows for the company. */
  meaning: bilingualSchema,
  ownerId: idSchema.nullable(),
  /** Who judged it, and when. */
  judgedById: idSchema.nullable(),
  judgedOn: daySchema.nullable(),
  nextReviewOn: daySchema.nullable(),
  notes: plainTextSchema,
})
export type JurisdictionProfile = z.infer<typeof jurisdictionProfileSchema>

type Judged = Pick<
  JurisdictionProfile,
  'jurisdiction' | 'inScope' | 'scopeReason' | 'euGrounds' | 'euRoles' | 'euTiers' | 'euAnnex' | 'guidance'
>

export interface ProfileFault {
  readonly field: keyof Judged
  readonly issue: string
}

/**
 * What of a profile cannot stand beside the rest of it; null where all can.
 *
 * Nothing of the EU is asked of a system before it is said to be in the scope of the EU's rules, and nothing of it can stand in
 * the profile of another jurisdiction.
 */
export function profileFault(profile: Judged): ProfileFault | null {
  const filled = (['euGrounds', 'euRoles', 'euTiers'] as const).filter((field) => profile[field].length > 0)
  const ofEu = [...filled, ...(profile.euAnnex === null ? [] : (['euAnnex'] as const))]
  const [first] = ofEu
  if (profile.jurisdiction !== europeanUnion && first !== undefined) return { field: first, issue: 'ONLY_OF_EU' }
  if (profile.jurisdiction !== japan && profile.guidance.length > 0)
    return { field: 'guidance', issue: 'ONLY_OF_JAPAN' }
  if (profile.jurisdiction === europeanUnion) return euFault(profile, first)
  return null
}

function euFault(profile: Judged, first: ProfileFault['field'] | undefined): ProfileFault | null {
  const { inScope, euTiers: tiers } = profile
  if (inScope !== 'yes' && first !== undefined) return { field: first, issue: 'ONLY_IN_SCOPE' }
  if (inScope === 'yes' && profile.euGrounds.length === 0) return { field: 'euGrounds', issue: 'EU_GROUNDS_REQUIRED' }
  const reason = (profile.scopeReason.ja ?? '').trim() + (profile.scopeReason.en ?? '').trim()
  if (inScope === 'no' && reason === '') return { field: 'scopeReason', issue: 'REASON_REQUIRED' }
  if (tiers.includes('minimal') && tiers.some((tier) => tier !== 'minimal' && tier !== 'general_purpose'))
    return { field: 'euTiers', issue: 'MINIMAL_ALONE' }
  if (profile.euAnnex !== null && !tiers.includes('high_risk')) return { field: 'euAnnex', issue: 'ONLY_HIGH_RISK' }
  return null
}

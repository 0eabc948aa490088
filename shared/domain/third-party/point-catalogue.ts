/**
 * Our check points for contracts, by version. They are Daicho's own, arranged under METI's published heads; they are not METI's
 * items. A version is never changed once it was shipped: a reading says which one it was read by.
 */
import { z } from 'zod'
import { daySchema } from '../calendar-date.ts'
import { weights } from '../control.ts'
import { evidenceTags, packStatuses } from '../requirements/requirement-pack.ts'
import { contractTypes } from './ai-contract.ts'
import { pointElements, pointHeads, pointMatters, sectors } from './check-point.ts'
import version1 from './points/contract-points-1.0.json' with { type: 'json' }

const both = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) })
const tag = z.enum(evidenceTags)
const taggedTitle = z.strictObject({ text: z.string().min(1), evidence: z.enum(['F', 'FM', 'O']) })

/**
 * What a point is about where it is not asked of every contract of its types: personal data, a tie to the EU or EEA, a system
 * that acts as an agent. Unknown counts as yes.
 */
export const narrowings = ['personal_data', 'eu', 'agent'] as const
export type Narrowing = (typeof narrowings)[number]

/** Guidance of a sector (regulatory.md 6.6). It is guidance, not law; none of its text is reproduced. */
const documentSchema = z.strictObject({
  id: z.string().min(1),
  sector: z.enum(sectors),
  /** The Japanese titles are partly from recall (FM); the English ones are our rendering (O). */
  title: z.strictObject({ ja: taggedTitle, en: taggedTitle }),
  issuer: both,
  version: both.nullable(),
  /** The day, or the month, of that version. */
  on: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  status: z.enum(packStatuses),
})
export type GuidanceDocument = z.infer<typeof documentSchema>

const pointSchema = z.strictObject({
  id: z.string().regex(/^CC-[A-Z]+-\d{2}$/),
  element: z.enum(pointElements),
  head: z.enum(pointHeads),
  question: both,
  /** O for all of them: our own. */
  evidence: tag,
  types: z.array(z.enum(contractTypes)).min(1),
  weight: z.enum(weights),
  /** The matter that it stands for, and why. */
  matter: z.strictObject({ id: z.enum(pointMatters), why: both }).nullable(),
  narrowedBy: z.enum(narrowings).nullable(),
  /** Asked only where a unit behind the contract's systems is in one of these; none: of all. */
  sectors: z.array(z.enum(sectors)),
  /** The guidance that a sector's question goes with. */
  document: z.string().nullable(),
})
export type OurPoint = z.infer<typeof pointSchema>

export const pointCatalogueSchema = z.strictObject({
  format: z.literal('daicho-check-points/1'),
  version: z.string().min(1).max(20),
  /** The day on which the facts behind it were looked up. */
  asOf: daySchema,
  arrangedUnder: z.strictObject({
    instrument: z.string(),
    title: both,
    titleEvidence: z.strictObject({ ja: tag, en: tag }),
    issuer: both,
    published: daySchema,
  }),
  /** What makes a point stand for a matter. */
  matters: z.strictObject({ due_diligence: both, liability: both, purpose: both }),
  documents: z.array(documentSchema),
  points: z.array(pointSchema),
  sectorPoints: z.array(pointSchema),
})

/** One version of our points: those under METI's heads and beyond them, and those of the sectors. */
export interface PointCatalogue extends z.infer<typeof pointCatalogueSchema> {
  readonly byId: ReadonlyMap<string, OurPoint>
  readonly documentById: ReadonlyMap<string, GuidanceDocument>
}

function read(file: unknown): PointCatalogue {
  const catalogue = pointCatalogueSchema.parse(file)
  return {
    ...catalogue,
    byId: new Map([...catalogue.points, ...catalogue.sectorPoints].map((point) => [point.id, point])),
    documentById: new Map(catalogue.documents.map((document) => [document.id, document])),
  }
}

/** Oldest first. */
export const pointCatalogues: readonly PointCatalogue[] = [version1].map(read)

export const currentPointCatalogue = pointCatalogues[pointCatalogues.length - 1] as PointCatalogue
export const currentPointsVersion = currentPointCatalogue.version

/**
 * The catalogue of a version. A register that a later program wrote may name one that this program does not hold; it is then read
 * by the newest that is held, and whoever shows it says so (`version` of the result is not the one that was asked for).
 */
export function pointCatalogueOf(version: string): PointCatalogue {
  return pointCatalogues.find((each) => each.version === version) ?? currentPointCatalogue
}

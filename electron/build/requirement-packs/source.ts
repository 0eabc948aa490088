/**
 * The readable sources of the requirement packs (resources/packs/sources/*.yaml) and the pack that is made of one. In a source
 * items stand under their heading. `evidence` is the item's own, `below` and `asks` hold for those that stand below it, `for`
 * for both.
 */
import { parse } from 'yaml'
import { z } from 'zod'
import { checkRequirementPack } from '#shared/domain/requirements/read-requirement-pack.ts'
import {
  addressees,
  askedOf,
  type EvidenceTag,
  evidenceTags,
  packFormat,
  packStatuses,
  type RequirementItem,
  type RequirementPack,
} from '#shared/domain/requirements/requirement-pack.ts'

const tag = z.enum(evidenceTags)
const both = z.strictObject({ ja: z.string(), en: z.string() })
const evidenceSchema = z.strictObject({ number: tag, ja: tag, en: tag, summary: tag, phase: tag }).partial().default({})
type Evidence = z.infer<typeof evidenceSchema>

interface SourceItem {
  readonly id: string
  readonly number?: string | z.infer<typeof both> | undefined
  readonly ja?: string | undefined
  readonly en?: string | undefined
  readonly summary?: z.infer<typeof both> | undefined
  readonly aiReading?: z.infer<typeof both> | undefined
  readonly question?: z.infer<typeof both> | undefined
  readonly theme?: z.infer<typeof both> | undefined
  readonly for?: readonly (typeof addressees)[number][] | undefined
  readonly asked?: (typeof askedOf)[number] | undefined
  readonly asks?: (typeof askedOf)[number] | undefined
  readonly phase?: readonly string[] | undefined
  readonly locator?: z.infer<typeof both> | undefined
  readonly repeats?: string | undefined
  readonly references?: readonly string[] | undefined
  readonly further?: readonly string[] | undefined
  readonly evidence: Evidence
  readonly below: Evidence
  readonly items: readonly SourceItem[]
}

const itemSchema: z.ZodType<SourceItem> = z.strictObject({
  id: z.string(),
  number: z.union([z.string(), both]).optional(),
  ja: z.string().optional(),
  en: z.string().optional(),
  summary: both.optional(),
  aiReading: both.optional(),
  question: both.optional(),
  theme: both.optional(),
  for: z.array(z.enum(addressees)).optional(),
  asked: z.enum(askedOf).optional(),
  asks: z.enum(askedOf).optional(),
  phase: z.array(z.string()).optional(),
  locator: both.optional(),
  repeats: z.string().optional(),
  references: z.array(z.string()).optional(),
  further: z.array(z.string()).optional(),
  evidence: evidenceSchema,
  below: evidenceSchema,
  items: z.lazy(() => z.array(itemSchema)).default([]),
})

const sourceSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  instrument: z.string().nullable(),
  ja: z.string(),
  en: z.string(),
  issuer: both,
  status: z.enum(packStatuses),
  published: z.string().nullable(),
  inForceFrom: z.string().nullable().default(null),
  asOf: z.string(),
  source: z.strictObject({ id: z.string(), address: z.string().nullable() }).nullable(),
  licence: both,
  supersedes: z.string().nullable().default(null),
  supersededBy: z.string().nullable().default(null),
  /** The items are those of another source, with the differences that stand here, and no field found better than `weakest`. */
  takenFrom: z.strictObject({ file: z.string(), weakest: z.literal('FM') }).optional(),
  evidence: evidenceSchema,
  phases: z
    .array(
      z.strictObject({
        id: z.string(),
        role: z.enum(['developer', 'provider', 'business_user']),
        ja: z.string(),
        en: z.string(),
      }),
    )
    .default([]),
  items: z.array(itemSchema),
  changes: z
    .array(
      z.strictObject({
        id: z.string(),
        ja: z.string(),
        en: z.string(),
        locator: both.nullable().default(null),
        evidence: tag,
        reopens: z.array(z.string()).default([]),
      }),
    )
    .default([]),
})

export interface SourceFile {
  readonly name: string
  readonly text: string
  readonly sha256: string
}

/** The pack of a source. `fileOf` gives the other source that one is taken from. Throws with the file and the reason. */
export function packOf(file: SourceFile, fileOf: (name: string) => SourceFile): RequirementPack {
  const source = read(file)
  const origin = source.takenFrom === undefined ? undefined : fileOf(source.takenFrom.file)
  const base = origin === undefined ? undefined : packOf(origin, fileOf)
  const top = { parent: null, for: ['all'], asks: 'heading', evidence: source.evidence } as const
  return checkRequirementPack({
    format: packFormat,
    id: source.id,
    version: source.version,
    instrument: source.instrument,
    title: { ja: source.ja, en: source.en },
    issuer: source.issuer,
    status: source.status,
    published: source.published,
    inForceFrom: source.inForceFrom,
    asOf: source.asOf,
    source: source.source,
    licence: source.licence,
    supersedes: source.supersedes,
    supersededBy: source.supersededBy,
    sources: [file, ...(origin === undefined ? [] : [origin])].map(({ name, sha256 }) => ({ file: name, sha256 })),
    phases:
      base?.phases ??
      source.phases.map(({ id, role, ja, en }) => ({
        id,
        role,
        title: { ja, en },
        evidence: source.evidence.phase ?? 'FM',
      })),
    items: base === undefined ? flatten(source.items, top) : weakened(base.items, source.items),
    changes: source.changes.map(({ ja, en, ...change }) => ({ ...change, text: { ja, en } })),
  } satisfies RequirementPack)
}

function read(file: SourceFile): z.infer<typeof sourceSchema> {
  const result = sourceSchema.safeParse(parse(file.text))
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new Error(`${file.name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

interface Above {
  readonly parent: string | null
  readonly for: readonly (typeof addressees)[number][]
  readonly asks: (typeof askedOf)[number]
  readonly evidence: Evidence
  readonly locator?: z.infer<typeof both> | undefined
}

function flatten(items: readonly SourceItem[], above: Above): RequirementItem[] {
  return items.flatMap((item) => {
    const evidence = { ...above.evidence, ...item.evidence }
    const asked = item.asked ?? above.asks
    const appliesTo = [...(item.for ?? above.for)]
    // The place in the instrument is that of the heading, unless an item has its own.
    const locator = item.locator ?? above.locator
    const below = {
      parent: item.id,
      for: appliesTo,
      asks: item.asks ?? above.asks,
      evidence: { ...above.evidence, ...item.below },
      locator,
    }
    return [
      {
        id: item.id,
        parent: above.parent,
        number: item.number === undefined ? null : { ...numberOf(item.number), evidence: titleTag(evidence.number) },
        title: { ja: titleOf(item.ja, evidence.ja), en: titleOf(item.en, evidence.en) },
        summary: item.summary === undefined ? null : { ...item.summary, evidence: evidence.summary ?? 'M' },
        text: null,
        aiReading: item.aiReading ?? null,
        question: item.question ?? null,
        theme: item.theme ?? null,
        appliesTo,
        asked,
        phases: item.phase === undefined ? null : { ids: [...item.phase], evidence: evidence.phase ?? 'FM' },
        locator: locator ?? null,
        repeats: item.repeats ?? null,
        references: [...(item.references ?? [])],
        further: [...(item.further ?? [])],
      },
      ...flatten(item.items, below),
    ]
  })
}

function numberOf(number: string | z.infer<typeof both>): z.infer<typeof both> {
  return typeof number === 'string' ? { ja: number, en: number } : number
}

function titleOf(text: string | undefined, evidence: EvidenceTag | undefined): RequirementItem['title']['ja'] {
  return text === undefined ? null : { text, evidence: titleTag(evidence) }
}

/** A title of which nobody said how far it was found is not let through. */
function titleTag(evidence: EvidenceTag | undefined): 'F' | 'FM' | 'O' {
  if (evidence === undefined || evidence === 'M') throw new Error('a title needs its evidence, and more than recall')
  return evidence
}

const weaker = <Tag extends EvidenceTag>(evidence: Tag) =>
  (evidence === 'F' ? 'FM' : evidence) as Exclude<Tag, 'F'> | 'FM'
const weakerTitle = (title: RequirementItem['title']['ja']) =>
  title === null ? null : { ...title, evidence: weaker(title.evidence) }

/** The items of another version: nothing is found in this one, but for what is written of it. */
function weakened(items: readonly RequirementItem[], differing: readonly SourceItem[]): RequirementItem[] {
  const differences = new Map(differing.map((item) => [item.id, item]))
  for (const id of differences.keys())
    if (!items.some((item) => item.id === id)) throw new Error(`${id} is no item of the source it is taken from`)
  return items.map((item) => {
    const own = differences.get(item.id)
    const heading = items.find(({ id }) => id === item.parent)
    const appliesTo = own?.for ?? (heading === undefined ? undefined : differences.get(heading.id)?.for)
    return {
      ...item,
      number:
        own?.number !== undefined
          ? { ...numberOf(own.number), evidence: 'F' }
          : item.number === null
            ? null
            : { ...item.number, evidence: weaker(item.number.evidence) },
      title: {
        ja: own?.ja === undefined ? weakerTitle(item.title.ja) : titleOf(own.ja, own.evidence.ja),
        en: own?.en === undefined ? weakerTitle(item.title.en) : titleOf(own.en, own.evidence.en),
      },
      summary: item.summary === null ? null : { ...item.summary, evidence: weaker(item.summary.evidence) },
      // Pages are those of the other version.
      locator: null,
      appliesTo: appliesTo === undefined ? item.appliesTo : [...appliesTo],
    }
  })
}

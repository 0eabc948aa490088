/**
 * Libraries in the layout of CISO Assistant (YAML files; here already parsed): frameworks of requirement nodes as requirement
 * packs, risk matrices as scales, and the way back. Source of the layout: the public libraries of
 * intuitem/ciso-assistant-community, `objects.framework(s)` and `objects.risk_matrix`.
 *
 * A library speaks one language (`locale`), others stand under `translations`. What is not Japanese goes into the English slot.
 */
import { z } from 'zod'
import { Problem } from '../problem.ts'
import { type Band, bands, isMonotone } from '../scoring.ts'
import type { Bilingual, Language } from '../text.ts'
import { checkRequirementPack } from './read-requirement-pack.ts'
import { packFormat, type RequirementPack } from './requirement-pack.ts'

/** YAML reads an unquoted 4.10 as a number; numbers of clauses have to be quoted, so 4.1 it stays. */
const text = z.union([z.string(), z.number()]).transform(String)
const optionalText = text.nullish().transform((value) => value ?? null)
const translations = z
  .record(z.string(), z.looseObject({ name: optionalText, description: optionalText }))
  .nullish()
  .transform((value) => value ?? {})
const described = { name: optionalText, description: optionalText, translations }

const nodeSchema = z.looseObject({
  urn: z.string().min(1),
  parent_urn: optionalText,
  ref_id: optionalText,
  assessable: z.boolean().nullish(),
  ...described,
})
const frameworkSchema = z.looseObject({
  urn: z.string().min(1),
  ref_id: optionalText,
  ...described,
  requirement_nodes: z.array(nodeSchema).nullish(),
})
const levelSchema = z.looseObject({ id: z.int().nullish(), abbreviation: optionalText, ...described })
const matrixSchema = z.looseObject({
  urn: z.string().min(1),
  ref_id: optionalText,
  ...described,
  probability: z.array(levelSchema).min(1).max(20),
  impact: z.array(levelSchema).min(1).max(20),
  risk: z.array(levelSchema).min(1).max(20),
  grid: z.array(z.array(z.int().min(0))),
})
const librarySchema = z.looseObject({
  urn: z.string().min(1),
  locale: z.string().min(2),
  ref_id: optionalText,
  version: text,
  copyright: optionalText,
  provider: optionalText,
  publication_date: z
    .union([z.string(), z.date()])
    .nullish()
    .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null))),
  ...described,
  objects: z.looseObject({
    framework: frameworkSchema.nullish(),
    frameworks: z.array(frameworkSchema).nullish(),
    risk_matrix: z.array(matrixSchema).nullish(),
    risk_matrices: z.array(matrixSchema).nullish(),
  }),
})
interface Described {
  readonly name: string | null
  readonly description: string | null
  readonly translations: Readonly<Record<string, { readonly name: string | null; readonly description: string | null }>>
}

export interface MatrixLevel {
  readonly name: Bilingual
  readonly description: Bilingual
}

/** A risk matrix as its library has it. `grid[likelihood][impact]` is an index into `levels`. */
export interface RiskMatrix {
  readonly urn: string
  readonly name: Bilingual
  readonly likelihood: readonly MatrixLevel[]
  readonly impact: readonly MatrixLevel[]
  readonly levels: readonly MatrixLevel[]
  readonly grid: readonly (readonly number[])[]
}

export interface Library {
  readonly packs: readonly RequirementPack[]
  readonly matrices: readonly RiskMatrix[]
}

/** The packs and matrices of a library. LIBRARY_REFUSED with the place and the reason; REQUIREMENT_PACK_REFUSED for an item. */
export function readLibrary(value: unknown): Library {
  const result = librarySchema.safeParse(value)
  if (!result.success) throw refused(result.error.issues[0]?.path.map(String).join('.') ?? '', 'PACK_FIELD_WRONG')
  const library = result.data
  const { framework, frameworks, risk_matrix, risk_matrices } = library.objects
  const found = [...(framework == null ? [] : [framework]), ...(frameworks ?? [])]
  const packs = found
    .filter(({ requirement_nodes }) => (requirement_nodes ?? []).length > 0)
    .map((each) => packOf(library, each))
  const matrices = [...(risk_matrix ?? []), ...(risk_matrices ?? [])].map((matrix) => matrixOf(library.locale, matrix))
  if (packs.length === 0 && matrices.length === 0) throw refused('objects', 'LIBRARY_EMPTY')
  return { packs, matrices }
}

function packOf(library: z.infer<typeof librarySchema>, framework: z.infer<typeof frameworkSchema>): RequirementPack {
  const words = wordsOf(library.locale)
  const nodes = framework.requirement_nodes ?? []
  return checkRequirementPack({
    format: packFormat,
    id: framework.urn,
    version: library.version,
    instrument: null,
    title: words(framework, 'name'),
    issuer: inSlot(library.locale, library.provider),
    status: 'unknown',
    published: dayOrNull(library.publication_date),
    inForceFrom: null,
    asOf: null,
    source: { id: library.urn, address: null },
    licence: inSlot(library.locale, library.copyright),
    supersedes: null,
    supersededBy: null,
    sources: [],
    phases: [],
    items: nodes.map((node) => {
      const name = words(node, 'name')
      const description = words(node, 'description')
      const title = (part: string | null) =>
        part === null ? null : { text: part.slice(0, longestTitle), evidence: 'F' as const }
      // Some libraries have texts without a name: the text is then what a reader goes by.
      const hasName = name.ja !== null || name.en !== null
      const shown = hasName ? name : node.ref_id === null ? description : { ja: null, en: null }
      return {
        id: node.urn,
        parent: node.parent_urn,
        number:
          node.ref_id === null || node.ref_id === ''
            ? null
            : { ja: node.ref_id, en: node.ref_id, evidence: 'F' as const },
        title: { ja: title(shown.ja), en: title(shown.en) },
        summary: null,
        text: description.ja === null && description.en === null ? null : description,
        aiReading: null,
        question: null,
        theme: null,
        appliesTo: ['all' as const],
        asked: node.assessable === true ? ('company' as const) : ('heading' as const),
        phases: null,
        locator: null,
        repeats: null,
        references: [],
        further: [],
      }
    }),
    changes: [],
  } satisfies RequirementPack)
}

const longestTitle = 2_000

function matrixOf(locale: string, matrix: z.infer<typeof matrixSchema>): RiskMatrix {
  const words = wordsOf(locale)
  const levelOf = (level: Described): MatrixLevel => ({
    name: words(level, 'name'),
    description: words(level, 'description'),
  })
  const { grid } = matrix
  if (grid.length !== matrix.probability.length || grid.some((row) => row.length !== matrix.impact.length))
    throw refused(matrix.urn, 'GRID_SIZE')
  if (grid.some((row) => row.some((level) => level >= matrix.risk.length))) throw refused(matrix.urn, 'GRID_LEVEL')
  return {
    urn: matrix.urn,
    name: words(matrix, 'name'),
    likelihood: matrix.probability.map(levelOf),
    impact: matrix.impact.map(levelOf),
    levels: matrix.risk.map(levelOf),
    grid,
  }
}

type Five<T> = [T, T, T, T, T]

export interface ScaleOfMatrix {
  readonly likelihoodLabels: Five<Bilingual>
  readonly impactLabels: Five<Bilingual>
  readonly bandTable: string
}

/**
 * The labels and the band table that a matrix makes of five grades each. Which band each of its levels is, somebody says:
 * nothing is guessed from words. LIBRARY_REFUSED where it is not five by five, or where a band would fall as a grade rises.
 */
export function scaleOf(matrix: RiskMatrix, bandOfLevel: readonly Band[]): ScaleOfMatrix {
  if (matrix.likelihood.length !== 5 || matrix.impact.length !== 5) throw refused(matrix.urn, 'MATRIX_NOT_FIVE')
  if (bandOfLevel.length !== matrix.levels.length) throw refused(matrix.urn, 'LEVEL_WITHOUT_BAND')
  const letterAt = (likelihood: number, impact: number) => {
    const band = bandOfLevel[matrix.grid[likelihood]?.[impact] ?? -1] ?? 'low'
    return letters.charAt(bands.indexOf(band))
  }
  // The table is written from impact 5 down to 1, in each likelihood 1 to 5.
  const bandTable = [4, 3, 2, 1, 0]
    .map((impact) => [0, 1, 2, 3, 4].map((likelihood) => letterAt(likelihood, impact)).join(''))
    .join('')
  if (!isMonotone(bandTable)) throw refused(matrix.urn, 'BAND_TABLE_NOT_MONOTONE')
  const labels = (levels: readonly MatrixLevel[]) => levels.map(({ name }) => name) as Five<Bilingual>
  return { likelihoodLabels: labels(matrix.likelihood), impactLabels: labels(matrix.impact), bandTable }
}

const letters = 'LMHS'

/** A pack in the layout of a library, in one language with the other as translation; to be written as YAML. */
export function libraryOf(pack: RequirementPack, language: Language): Readonly<Record<string, unknown>> {
  const other = language === 'ja' ? 'en' : 'ja'
  const slug = `${pack.id}-${pack.version}`.toLowerCase().replace(/[^a-z0-9.-]+/g, '-')
  const urn = (kind: string, part = '') => `urn:daicho:risk:${kind}:${slug}${part}`
  // What came as a library keeps its own names, so that it goes back as it came.
  const nodeUrn = (id: string) => (id.startsWith('urn:') ? id : urn('req_node', `:${id.toLowerCase()}`))
  const depths = new Map<string, number>()
  const nodes = pack.items.map((item) => {
    const depth = item.parent === null ? 1 : (depths.get(item.parent) ?? 0) + 1
    depths.set(item.id, depth)
    const title = { ja: item.title.ja?.text ?? null, en: item.title.en?.text ?? null }
    const description = item.text ?? item.summary ?? { ja: null, en: null }
    return withoutNull({
      urn: nodeUrn(item.id),
      assessable: item.asked !== 'heading',
      depth,
      parent_urn: item.parent === null ? null : nodeUrn(item.parent),
      ref_id: item.number?.[language] ?? null,
      ...translated({ name: title, description }, language, other),
    })
  })
  const head = translated({ name: pack.title, description: null }, language, other)
  return withoutNull({
    urn: urn('library'),
    locale: language,
    ref_id: slug,
    ...head,
    copyright: pack.licence[language],
    version: pack.version,
    publication_date: pack.published,
    provider: pack.issuer[language],
    packager: 'daicho',
    objects: {
      framework: {
        urn: pack.id.startsWith('urn:') ? pack.id : urn('framework'),
        ref_id: slug,
        ...head,
        requirement_nodes: nodes,
      },
    },
  })
}

function translated(
  texts: { readonly name: Bilingual; readonly description: Bilingual | null },
  language: Language,
  other: Language,
): Readonly<Record<string, unknown>> {
  const inOther = withoutNull({ name: texts.name[other], description: texts.description?.[other] ?? null })
  return withoutNull({
    // A name there is in one language only is better than none.
    name: texts.name[language] ?? texts.name[other],
    description: texts.description?.[language] ?? null,
    translations: Object.keys(inOther).length === 0 ? null : { [other]: inOther },
  })
}

function withoutNull(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null))
}

/** Both languages of a described thing, as far as its library has them. */
function wordsOf(locale: string): (described: Described, field: 'name' | 'description') => Bilingual {
  return (described, field) => {
    const own = inSlot(locale, described[field])
    const from = (language: Language) => emptyAsNull(described.translations[language]?.[field] ?? null)
    return { ja: own.ja ?? from('ja'), en: own.en ?? from('en') }
  }
}

function inSlot(locale: string, words: string | null): Bilingual {
  const filled = emptyAsNull(words)
  return locale.startsWith('ja') ? { ja: filled, en: null } : { ja: null, en: filled }
}

function emptyAsNull(words: string | null): string | null {
  const trimmed = words?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

function dayOrNull(words: string | null): string | null {
  return words !== null && /^\d{4}-\d{2}-\d{2}$/.test(words) ? words : null
}

function refused(item: string, issue: string): Problem {
  return new Problem('LIBRARY_REFUSED', { item, issue })
}

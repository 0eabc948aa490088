/**
 * What follows from how items stand: coverage by pack, principle, role, unit and system, the list of gaps, and the statement of
 * applicability. Counted in pairs of item and subject (the company, or a system), so that every sum is that of its list.
 */
import { principleIds } from '../principles.ts'
import { type System, systemRoles } from '../system.ts'
import type { Answering, AnsweringControl, AskedSystem, Given } from './answering.ts'
import { assessableItems, type RequirementItem } from './requirement-pack.ts'
import type { RequirementPackRecord } from './requirement-records.ts'
import { type Coverage, coverageOf, type Standing } from './standing.ts'

/** `company`: what is asked once; all others count systems. */
export const coverageDimensions = ['company', 'systems', 'principle', 'role', 'unit', 'system'] as const
export type CoverageDimension = (typeof coverageDimensions)[number]

export interface CoverageRow {
  readonly pack: RequirementPackRecord
  readonly dimension: CoverageDimension
  /**
   * The principle (`AIGB-C-1` …), the role, or the id of the unit or system; null for the whole, and where a system has no
   * recorded role or unit.
   */
  readonly key: string | null
  readonly coverage: Coverage
}

/**
 * The principle that an item of the guidelines belongs to, by its number: AIGB-C-3-2, AIGB-D-3-1, AIGB-P-3-1 and AIGB-U-3-1
 * are all of principle 3 (AI Guidelines for Business 1.2, Parts 2 C and 3 to 5). Items of other packs belong to none.
 */
export function principleOf(itemId: string): (typeof principleIds)[number] | null {
  const number = /^AIGB-[CDPU]-(\d+)(?:-|$)/.exec(itemId)?.[1]
  return principleIds[Number(number) - 1] ?? null
}

/** Coverage of each pack in all dimensions; rows of units and systems in the order in which their systems come. */
export function coverageRows(answering: Answering): readonly CoverageRow[] {
  return answering.facts.packs.flatMap((pack) => {
    const found = new Map<string, { dimension: CoverageDimension; key: string | null; standings: Standing[] }>()
    const add = (dimension: CoverageDimension, key: string | null, standing: Standing) => {
      const place = `${dimension} ${key ?? ''}`
      const row = found.get(place)
      if (row === undefined) found.set(place, { dimension, key, standings: [standing] })
      else row.standings.push(standing)
    }
    for (const { item, system, standing } of answering.standings(pack)) {
      if (system === null) {
        add('company', null, standing)
        continue
      }
      add('systems', null, standing)
      const principle = principleOf(item.id)
      if (principle !== null) add('principle', principle, standing)
      for (const role of rolesOf(item, system)) add('role', role, standing)
      add('unit', system.unitId, standing)
      add('system', system.id, standing)
    }
    return [...found.values()]
      .map(({ dimension, key, standings }) => ({ pack, dimension, key, coverage: coverageOf(standings) }))
      .sort(byDimension)
  })
}

/** The roles of a system to which an item speaks; null where the system has none on record. */
function rolesOf({ appliesTo }: RequirementItem, { roles }: AskedSystem): readonly (System['roles'][number] | null)[] {
  if (roles.length === 0) return [null]
  return roles.filter((role) => appliesTo.includes('all') || appliesTo.includes(role))
}

function byDimension(one: CoverageRow, other: CoverageRow): number {
  const place = ({ dimension }: CoverageRow) => coverageDimensions.indexOf(dimension)
  if (place(one) !== place(other)) return place(one) - place(other)
  if (one.dimension === 'principle') return orderOf(principleIds, one.key) - orderOf(principleIds, other.key)
  if (one.dimension === 'role') return orderOf(systemRoles, one.key) - orderOf(systemRoles, other.key)
  return 0
}

/** What is not known stands last. */
function orderOf(known: readonly string[], key: string | null): number {
  return key === null ? known.length : known.indexOf(key)
}

/** What counts as a gap: what is missing, half there, or not known. A claim without proof is none, and is told apart. */
export const gapStandings = ['not_met', 'unanswered', 'partly'] as const satisfies readonly Standing[]
export type GapStanding = (typeof gapStandings)[number]

export interface GapRow {
  readonly pack: RequirementPackRecord
  readonly item: RequirementItem
  /** Null: the company. */
  readonly system: AskedSystem | null
  readonly standing: GapStanding
  readonly given: Given | null
  readonly controls: readonly AnsweringControl[]
}

/** Every gap, pack by pack: of the company first, then system by system. */
export function* gapRows(answering: Answering): Generator<GapRow, void, void> {
  for (const pack of answering.facts.packs)
    for (const { item, system, standing, given } of answering.standings(pack)) {
      const gap = gapStandings.find((each) => each === standing)
      if (gap !== undefined)
        yield { pack, item, system, standing: gap, given, controls: answering.controlsOf(item.id, system?.id ?? null) }
    }
}

/** Someone decided that an item does not apply. */
export interface Exclusion {
  /** Null: to the company. */
  readonly system: AskedSystem | null
  readonly reason: string
  readonly approverPersonId: string
  readonly on: string
}

export interface ApplicabilityRow {
  readonly pack: RequirementPackRecord
  readonly item: RequirementItem
  /** Of how many subjects it is asked; 0 where no system has the role, the phase or the data. */
  readonly asked: number
  readonly exclusions: readonly Exclusion[]
  readonly coverage: Coverage
  /** All controls that answer it, for whichever system. */
  readonly controls: readonly AnsweringControl[]
}

/** Whether an item applies: to all that are asked, to some of them, to none of them, or nobody is asked. */
export type Applies = 'yes' | 'partly' | 'no' | 'not_asked'
export const appliesStates = ['yes', 'partly', 'no', 'not_asked'] as const satisfies readonly Applies[]

export function appliesOf({ asked, exclusions }: Pick<ApplicabilityRow, 'asked' | 'exclusions'>): Applies {
  if (asked === 0) return 'not_asked'
  if (exclusions.length === 0) return 'yes'
  return exclusions.length < asked ? 'partly' : 'no'
}

/**
 * The statement of applicability of one pack: every item, whether it applies, why not and who approved that, and what answers
 * it. Management-system standards know such a statement; its form here, for every pack, is ours.
 */
export function applicabilityRows(answering: Answering, pack: RequirementPackRecord): readonly ApplicabilityRow[] {
  const found = new Map<string, { standings: Standing[]; exclusions: Exclusion[] }>()
  for (const { item, system, standing, given } of answering.standings(pack)) {
    let row = found.get(item.id)
    if (row === undefined) found.set(item.id, (row = { standings: [], exclusions: [] }))
    row.standings.push(standing)
    if (given?.notApplicable != null) row.exclusions.push({ system, ...given.notApplicable })
  }
  return assessableItems(pack.content).map((item) => {
    const { standings = [], exclusions = [] } = found.get(item.id) ?? {}
    return {
      pack,
      item,
      asked: standings.length,
      exclusions,
      coverage: coverageOf(standings),
      controls: answering.controlsOf(item.id, null),
    }
  })
}

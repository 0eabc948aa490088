/**
 * Which check points are asked of a contract: those of its type, narrowed by what its systems handle and by the sectors of the
 * units behind them, with the company's own points and wordings. The rules are ours. Unknown counts as applying, so that a
 * point is never lost because nobody said what a system handles.
 */
import { type Day, holdsOn } from '../calendar-date.ts'
import type { System } from '../system.ts'
import type { Bilingual } from '../text.ts'
import type { AiContract, ContractType } from './ai-contract.ts'
import {
  type CheckPoint,
  type PointElement,
  type PointHead,
  type PointMatter,
  type Sector,
  sectors,
} from './check-point.ts'
import {
  currentPointCatalogue,
  type GuidanceDocument,
  type Narrowing,
  type OurPoint,
  type PointCatalogue,
} from './point-catalogue.ts'

/** Why a point is asked. */
export const appliesReasons = [
  'of_type',
  'type_unknown',
  'personal_data',
  'personal_data_unknown',
  'eu',
  'eu_unknown',
  'agent',
  'agent_unknown',
  'sector',
  'sector_unknown',
] as const
/** Why it is not. */
export const appliesNotReasons = ['other_type', 'no_personal_data', 'no_eu', 'no_agent', 'other_sector'] as const
export type AppliesReason = (typeof appliesReasons)[number]
export type AppliesNotReason = (typeof appliesNotReasons)[number]

/** A point as it is asked: one of ours, one of ours in the company's words, or one that the company adds. */
export interface AskedPoint {
  /** What an answer names: the id of ours, or the code of the company's own. */
  readonly id: string
  /** The id of ours behind it, else its own: what stays the same when a point is reworded. */
  readonly base: string
  readonly element: PointElement
  readonly head: PointHead
  /** The words that are asked: the company's where it has its own. */
  readonly question: Bilingual
  readonly weight: CheckPoint['weight']
  readonly matter: PointMatter | null
  readonly types: readonly ContractType[]
  readonly sectors: readonly Sector[]
  readonly narrowedBy: Narrowing | null
  /** Ours, also where the company words it: both can be read. */
  readonly ours: OurPoint | null
  readonly own: OwnPoint | null
  readonly document: GuidanceDocument | null
}

export type ApplicablePoint = AskedPoint &
  (
    | { readonly applies: true; readonly reason: AppliesReason }
    | { readonly applies: false; readonly reason: AppliesNotReason }
  )

export type OwnPoint = Omit<CheckPoint, 'version' | 'notes'>
export interface ContractFacts extends Pick<AiContract, 'type' | 'personalData'> {
  readonly systemIds: readonly string[]
  readonly dataCountries: readonly string[]
}
export interface SystemFacts extends Pick<System, 'id' | 'unitId' | 'personalData' | 'kind'> {
  readonly withdrawn: object | null
  readonly jurisdictions: readonly string[]
}
export interface UnitFacts {
  readonly id: string
  readonly withdrawn: object | null
  readonly parentId: string | null
  readonly from: Day | null
  readonly to: Day | null
  readonly sectors: readonly Sector[]
}

/** What is looked up of the register: systems and units by id, and all sectors that a unit of the company is in. */
export interface PointSurroundings {
  system(id: string): SystemFacts | undefined
  unit(id: string): UnitFacts | undefined
  readonly sectors: ReadonlySet<Sector>
}

export function pointSurroundings(
  systems: readonly SystemFacts[],
  units: readonly UnitFacts[],
  day: Day,
): PointSurroundings {
  const systemById = new Map(systems.map((system) => [system.id, system]))
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const counted = units.filter((unit) => unit.withdrawn === null && holdsOn(unit, day))
  return {
    system: (id) => systemById.get(id),
    unit: (id) => unitById.get(id),
    sectors: new Set(counted.flatMap((unit) => unit.sectors)),
  }
}

/** Every point of the catalogue and of the company on the day, each with whether it is asked of the contract and why. */
export function applicablePoints(
  contract: ContractFacts,
  around: PointSurroundings,
  own: readonly OwnPoint[],
  day: Day,
  catalogue: PointCatalogue = currentPointCatalogue,
): readonly ApplicablePoint[] {
  const said = saidOf(contract, around)
  return askedPoints(own, day, catalogue).map((point) => ({ ...point, ...judged(point, said) }))
}

/** Whether one point is asked of a contract, for points that come from elsewhere than the day's lists. */
export function judgedFor(contract: ContractFacts, around: PointSurroundings): (point: AskedPoint) => ApplicablePoint {
  const said = saidOf(contract, around)
  return (point) => ({ ...point, ...judged(point, said) })
}

/** Ours in their order, in the company's words where it has its own on the day, then what the company adds. */
export function askedPoints(
  own: readonly OwnPoint[],
  day: Day,
  catalogue: PointCatalogue = currentPointCatalogue,
): readonly AskedPoint[] {
  const inForce = own.filter((each) => each.subject === 'contract' && each.withdrawn === null && holdsOn(each, day))
  const rewording = new Map<string, OwnPoint>()
  for (const each of inForce)
    if (each.replaces !== null && !rewording.has(each.replaces)) rewording.set(each.replaces, each)
  const ours = [...catalogue.points, ...catalogue.sectorPoints].map((point) => {
    const words = rewording.get(point.id)
    return words === undefined ? ourPoint(point, catalogue) : ownPoint(words, catalogue)
  })
  // One that words a point which this version does not have is asked for itself: what the company asks is never dropped.
  const added = inForce.filter((each) => each.replaces === null || !catalogue.byId.has(each.replaces))
  return [...ours, ...added.map((each) => ownPoint(each, catalogue))]
}

export function ourPoint(point: OurPoint, catalogue: PointCatalogue): AskedPoint {
  return {
    id: point.id,
    base: point.id,
    element: point.element,
    head: point.head,
    question: point.question,
    weight: point.weight,
    matter: point.matter?.id ?? null,
    types: point.types,
    sectors: point.sectors,
    narrowedBy: point.narrowedBy,
    ours: point,
    own: null,
    document: documentOf(point, catalogue),
  }
}

/** A rewording keeps the place of the point that it words, and what narrows it; without types or sectors of its own also those. */
export function ownPoint(own: OwnPoint, catalogue: PointCatalogue): AskedPoint {
  const ours = own.replaces === null ? null : (catalogue.byId.get(own.replaces) ?? null)
  return {
    id: own.code,
    base: own.replaces ?? own.code,
    element: ours?.element ?? own.element,
    head: ours?.head ?? own.head,
    question: own.name,
    weight: own.weight,
    matter: own.matter,
    types: own.types.length === 0 ? (ours?.types ?? []) : own.types,
    sectors: own.sectors.length === 0 ? (ours?.sectors ?? []) : own.sectors,
    narrowedBy: ours?.narrowedBy ?? null,
    ours,
    own,
    document: ours === null ? null : documentOf(ours, catalogue),
  }
}

function documentOf(point: OurPoint, catalogue: PointCatalogue): GuidanceDocument | null {
  return point.document === null ? null : (catalogue.documentById.get(point.document) ?? null)
}

type Known = 'yes' | 'no' | 'unknown'

/** What a contract and its systems say together. */
interface Said {
  readonly type: AiContract['type']
  readonly personalData: Known
  readonly eu: Known
  /** By sector, whether a unit behind the contract is in it; what is not named here is not. */
  readonly sectors: ReadonlyMap<Sector, 'yes' | 'unknown'>
  /** Whether a system acts as an agent, of those in the given sectors (all of them where none is given). */
  agent(sectors: readonly Sector[]): Known
}

interface PlacedSystem {
  readonly system: SystemFacts
  readonly sectors: ReadonlyMap<Sector, 'yes' | 'unknown'>
}

function saidOf(contract: ContractFacts, around: PointSurroundings): Said {
  const systems = contract.systemIds
    .map((id) => around.system(id))
    .filter((system) => system !== undefined)
    .filter((system) => system.withdrawn === null)
    .map((system): PlacedSystem => ({ system, sectors: sectorsOfSystem(system, around) }))
  const placed = new Map<Sector, 'yes' | 'unknown'>()
  for (const sector of sectors) {
    const known = systems.map((each) => each.sectors.get(sector))
    // Nobody has said which systems it is for: it may be for those of any unit.
    if (systems.length === 0 && around.sectors.has(sector)) placed.set(sector, 'unknown')
    else if (known.includes('yes')) placed.set(sector, 'yes')
    else if (known.includes('unknown')) placed.set(sector, 'unknown')
  }
  return {
    type: contract.type,
    personalData: anyOf([contract.personalData, ...every(systems, ({ system }) => system.personalData)]),
    eu: anyOf([
      contract.dataCountries.some(inEea) ? 'yes' : 'no',
      ...every(systems, ({ system }) => touchesEea(system.jurisdictions)),
    ]),
    sectors: placed,
    agent: (asked) => {
      const concerned = systems.filter((each) => asked.length === 0 || asked.some((sector) => each.sectors.has(sector)))
      return anyOf(
        every(concerned, ({ system }) => (system.kind === null ? 'unknown' : system.kind === 'agentic' ? 'yes' : 'no')),
      )
    },
  }
}

/** What is known of each system; of no system at all, that nothing is. */
function every(systems: readonly PlacedSystem[], known: (system: PlacedSystem) => Known): readonly Known[] {
  return systems.length === 0 ? ['unknown'] : systems.map(known)
}

function anyOf(known: readonly Known[]): Known {
  return known.includes('yes') ? 'yes' : known.includes('unknown') ? 'unknown' : 'no'
}

/** The sectors of the unit that a system belongs to and of those above it; without a unit, all that the company is in may be. */
export function sectorsOfSystem(
  system: SystemFacts,
  around: PointSurroundings,
): ReadonlyMap<Sector, 'yes' | 'unknown'> {
  const found = new Map<Sector, 'yes' | 'unknown'>()
  if (system.unitId === null) {
    for (const sector of around.sectors) found.set(sector, 'unknown')
    return found
  }
  const seen = new Set<string>()
  let unitId: string | null = system.unitId
  while (unitId !== null && !seen.has(unitId)) {
    seen.add(unitId)
    const unit = around.unit(unitId)
    for (const sector of unit?.sectors ?? []) found.set(sector, 'yes')
    unitId = unit?.parentId ?? null
  }
  return found
}

/** Member states of the European Union, EU itself as registers write it, and Iceland, Liechtenstein and Norway. */
const eea: ReadonlySet<string> = new Set(
  'EU AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO'.split(' '),
)

export function inEea(country: string): boolean {
  return eea.has(country)
}

function touchesEea(jurisdictions: readonly string[]): Known {
  if (jurisdictions.length === 0) return 'unknown'
  return jurisdictions.some(inEea) ? 'yes' : 'no'
}

const notBy: Readonly<Record<Narrowing, AppliesNotReason>> = {
  personal_data: 'no_personal_data',
  eu: 'no_eu',
  agent: 'no_agent',
}

type Judged =
  | { readonly applies: true; readonly reason: AppliesReason }
  | { readonly applies: false; readonly reason: AppliesNotReason }

function judged(point: AskedPoint, said: Said): Judged {
  if (said.type !== null && point.types.length > 0 && !point.types.includes(said.type))
    return { applies: false, reason: 'other_type' }
  let reason: AppliesReason = said.type === null ? 'type_unknown' : 'of_type'
  if (point.sectors.length > 0) {
    const known = point.sectors.map((sector) => said.sectors.get(sector))
    if (!known.includes('yes') && !known.includes('unknown')) return { applies: false, reason: 'other_sector' }
    if (said.type !== null) reason = known.includes('yes') ? 'sector' : 'sector_unknown'
  }
  if (point.narrowedBy !== null) {
    const known = narrowed(point.narrowedBy, point, said)
    if (known === 'no') return { applies: false, reason: notBy[point.narrowedBy] }
    if (said.type !== null) reason = known === 'yes' ? point.narrowedBy : `${point.narrowedBy}_unknown`
  }
  return { applies: true, reason }
}

function narrowed(by: Narrowing, point: AskedPoint, said: Said): Known {
  if (by === 'personal_data') return said.personalData
  return by === 'eu' ? said.eu : said.agent(point.sectors)
}

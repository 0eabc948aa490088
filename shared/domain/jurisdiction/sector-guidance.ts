/**
 * The guidance of a sector as it stands on a day. The documents are those that contracts are read beside (regulatory fact base
 * 6.6); how they stand is the horizon's own function, so that there is one way to say what binds. It is guidance, not law.
 */
import { type Day, holdsOn } from '../calendar-date.ts'
import { lastDayOf } from '../horizon/horizon-date.ts'
import { type Instrument, ruleStatuses, type RuleStatus } from '../horizon/horizon-pack.ts'
import { statusOn, type StatusOn } from '../horizon/status-on.ts'
import { type SectorDocumentId, sectorDocumentIds } from './jurisdiction-profile.ts'
import type { Sector } from '../third-party/check-point.ts'
import { currentPointCatalogue, type GuidanceDocument } from '../third-party/point-catalogue.ts'

export interface SectorDocument {
  readonly id: SectorDocumentId
  /** Null: of every sector. */
  readonly sector: Sector | null
  readonly document: Omit<GuidanceDocument, 'sector' | 'status'>
  readonly status: RuleStatus
}

/** What the points of contracts do not go with. Titles partly from recall; the English ones are our rendering. */
const others: readonly SectorDocument[] = [
  {
    id: 'SEC-IPA-1',
    sector: null,
    status: 'guidance',
    document: {
      id: 'SEC-IPA-1',
      title: {
        ja: { text: '情報セキュリティ10大脅威 2026', evidence: 'FM' },
        en: { text: 'Ten major threats to information security 2026', evidence: 'O' },
      },
      issuer: { ja: 'IPA', en: 'IPA' },
      version: { ja: '2026', en: '2026' },
      on: '2026',
    },
  },
  {
    id: 'SEC-US-1',
    sector: 'finance',
    status: 'foreign_law',
    document: {
      id: 'SEC-US-1',
      title: {
        ja: { text: 'SR 26-2（モデルリスク管理、SR 11-7に代わるもの）', evidence: 'O' },
        en: { text: 'SR 26-2 (model risk), replaces SR 11-7', evidence: 'F' },
      },
      issuer: { ja: '米国FRB', en: 'US Fed' },
      version: null,
      on: '2026-04-17',
    },
  },
]

/** In the order of the fact base. */
export const sectorDocuments: readonly SectorDocument[] = [
  ...currentPointCatalogue.documents.flatMap(({ sector, status, ...document }): SectorDocument[] => {
    const id = sectorDocumentIds.find((each) => each === document.id)
    const known = ruleStatuses.find((each) => each === status)
    return id === undefined || known === undefined ? [] : [{ id, sector, status: known, document }]
  }),
  ...others,
]

/** The day on which the documents were looked up. */
export const guidanceAsOf = currentPointCatalogue.asOf
const content = { asOf: guidanceAsOf, coversFrom: '2021-01-01' }

export interface GuidanceOn extends SectorDocument {
  readonly instrument: Instrument
  readonly standing: StatusOn
}

/**
 * A document as it stands on a day. Before its day there was an earlier edition, or none: neither is in the content. One that is
 * known by its month or year alone counts from the end of that, or from the day on which it was looked up where that is earlier.
 */
export function guidanceOn(each: SectorDocument, day: Day): GuidanceOn {
  const instrument = asInstrument(each)
  return { ...each, instrument, standing: statusOn(instrument, day, content) }
}

function asInstrument({ id, status, document }: SectorDocument): Instrument {
  return {
    id,
    lane: status === 'foreign_law' ? 'foreign' : 'guidance',
    title: document.title,
    label: { ja: document.title.ja.text, en: document.title.en.text },
    issuer: document.issuer,
    number: document.version,
    evidence: 'F',
    note: null,
    earlierEditions: document.version !== null,
    sources: [],
    steps: [
      {
        id,
        date: { precision: 'day', day: firstCertainDay(document.on) },
        evidence: 'F',
        version: document.version,
        status,
        starts: { ja: '公表', en: 'Published' },
      },
    ],
    topics: [],
    touches: [],
  }
}

function firstCertainDay(on: string): Day {
  if (on.length === 10) return on
  const end = on.length === 7 ? lastDayOf({ precision: 'month', month: on }) : `${on}-12-31`
  return end < guidanceAsOf ? end : guidanceAsOf
}

interface PlacedUnit {
  readonly id: string
  readonly withdrawn: object | null
  readonly parentId: string | null
  readonly from: Day | null
  readonly to: Day | null
  readonly sectors: readonly Sector[]
}

/** The sectors of a unit: its own and those of the units above it. */
export function sectorsOfUnit(
  unitId: string | null,
  unit: (id: string) => PlacedUnit | undefined,
): ReadonlySet<Sector> {
  const found = new Set<Sector>()
  const seen = new Set<string>()
  let next = unitId
  while (next !== null && !seen.has(next)) {
    seen.add(next)
    const each = unit(next)
    for (const sector of each?.sectors ?? []) found.add(sector)
    next = each?.parentId ?? null
  }
  return found
}

/** The sectors that a unit of the company is in on a day: of a system without a unit, any of them may be meant. */
export function sectorsOfCompany(units: readonly PlacedUnit[], day: Day): ReadonlySet<Sector> {
  return new Set(
    units.filter((each) => each.withdrawn === null && holdsOn(each, day)).flatMap(({ sectors }) => sectors),
  )
}

/** The guidance of these sectors on a day. Without a sector none, not even what is of every sector. */
export function guidanceOfSectors(sectors: ReadonlySet<Sector>, day: Day): readonly GuidanceOn[] {
  if (sectors.size === 0) return []
  return sectorDocuments
    .filter(({ sector }) => sector === null || sectors.has(sector))
    .map((each) => guidanceOn(each, day))
}

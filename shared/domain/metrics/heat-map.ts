/**
 * The 25 cells of a stage. The appetite line is a staircase only where one band below severe is the appetite of every
 * category and all levels were judged under one band table; else each cell says how many of its risks are outside.
 */
import { riskCategories } from '../principles.ts'
import type { Stage } from '../risk.ts'
import { type Band, bandOf, bands, isAbove } from '../scoring.ts'
import type { RegisterOn } from './register-on.ts'
import type { PastPosition, RiskPosition } from './risk-positions.ts'

export interface HeatMapCell {
  readonly likelihood: number
  readonly impact: number
  /** In the table in force on the day. */
  readonly band: Band
  readonly count: number
  /** Null where there is no earlier pack. */
  readonly previousCount: number | null
  /** Codes of the risks that stand here, worst first. */
  readonly codes: readonly string[]
  /** Those of them that are outside their appetite. */
  readonly outside: readonly string[]
  /** Beyond the staircase line; false where no line is drawn. */
  readonly beyondLine: boolean
}

export interface HeatMap {
  readonly stage: Stage
  /** Impact 5 down to 1, in each likelihood 1 to 5. */
  readonly cells: readonly HeatMapCell[]
  /** The appetite that the line shows; null where no line may be drawn. */
  readonly line: Band | null
  /** Risks that have no level of this stage: they stand in no cell. */
  readonly unassessed: number
}

export function heatMapOn(
  on: RegisterOn,
  positions: readonly RiskPosition[],
  stage: Stage,
  previous: readonly PastPosition[] | null,
): HeatMap {
  const table = on.bandTable
  const judged = positions.flatMap((position) => position[stage] ?? [])
  const shared = sharedAppetite(on.limits)
  const line = shared !== null && judged.every((level) => level.bandTable === table) ? shared : null
  const codes = new Map<string, string[]>()
  const outside = new Map<string, string[]>()
  for (const position of positions) {
    const level = position[stage]
    if (level === null) continue
    const key = keyOf(level)
    put(codes, key, position.code)
    if (isAbove(level.band, position.limits.appetite)) put(outside, key, position.code)
  }
  const before = new Map<string, number>()
  for (const position of previous ?? []) {
    const level = position[stage]
    if (level !== null) before.set(keyOf(level), (before.get(keyOf(level)) ?? 0) + 1)
  }
  const cells: HeatMapCell[] = []
  for (let impact = 5; impact >= 1; impact -= 1)
    for (let likelihood = 1; likelihood <= 5; likelihood += 1) {
      const key = keyOf({ likelihood, impact })
      const band = bandOf(table, likelihood, impact)
      cells.push({
        likelihood,
        impact,
        band,
        count: codes.get(key)?.length ?? 0,
        previousCount: previous === null ? null : (before.get(key) ?? 0),
        codes: codes.get(key) ?? [],
        outside: outside.get(key) ?? [],
        beyondLine: line !== null && isAbove(band, line),
      })
    }
  return { stage, cells, line, unassessed: positions.length - judged.length }
}

/** The appetite that all categories share, where it lies below severe: above that there is no line to draw. */
export function sharedAppetite(limits: RegisterOn['limits']): Band | null {
  const all = new Set(riskCategories.map((category) => limits[category].appetite))
  const [only] = all
  return all.size === 1 && only !== undefined && only !== 'severe' ? only : null
}

function put(map: Map<string, string[]>, key: string, code: string): void {
  const codes = map.get(key)
  if (codes === undefined) map.set(key, [code])
  else codes.push(code)
}

function keyOf(level: { readonly likelihood: number; readonly impact: number }): string {
  return `${String(level.likelihood)}x${String(level.impact)}`
}

/** How many risks stand in each band at a stage, and how many of them outside their appetite. */
export interface StageCounts {
  readonly stage: Stage
  readonly bands: Readonly<Record<Band, number>>
  readonly unassessed: number
  readonly outside: number
  readonly total: number
  /** Outside and total in the previous pack, or null. */
  readonly previous: { readonly outside: number; readonly total: number } | null
}

export function stageCounts(
  positions: readonly RiskPosition[],
  stage: Stage,
  previous: readonly RiskPosition[] | null,
): StageCounts {
  const counts: Record<Band, number> = { low: 0, moderate: 0, high: 0, severe: 0 }
  for (const position of positions) {
    const level = position[stage]
    if (level !== null) counts[level.band] += 1
  }
  return {
    stage,
    bands: counts,
    unassessed: positions.length - bands.reduce((sum, band) => sum + counts[band], 0),
    outside: outsideAt(positions, stage),
    total: positions.length,
    previous: previous && { outside: outsideAt(previous, stage), total: previous.length },
  }
}

function outsideAt(positions: readonly RiskPosition[], stage: Stage): number {
  return positions.filter((position) => {
    const level = position[stage]
    return level !== null && isAbove(level.band, position.limits.appetite)
  }).length
}

/** What a figure is and what it says on a day, with the limits it is judged by. Source: board-pack specification 2.1–2.3. */
import { type Day, holdsOn } from '../calendar-date.ts'
import type { ThresholdFacts } from './figure-input.ts'

export const kriIds = [
  'K01',
  'K02',
  'K03',
  'K04',
  'K05',
  'K06',
  'K07',
  'K08',
  'K09',
  'K10',
  'K11',
  'K12',
  'K13',
  'K14',
  'K15',
  'K16',
  'K16u',
  'K17',
  'K18',
  'K19',
  'K20',
  'K21',
  'K22',
  'K23',
  'K24',
  'K26',
  'K27',
  'K28',
  'K29',
  'K30',
  'KRI-01',
  'KRI-03',
  'KRI-08',
  'KRI-10',
  'KRI-12',
  'KRI-13',
  'KRI-14',
  'KRI-15',
  'KRI-16',
  'KRI-18',
] as const
export type KriId = (typeof kriIds)[number]
/** `index`: a number from 0 to 1 that is no share of anything. */
export type KriUnit = 'share' | 'count' | 'days' | 'index'
export type Direction = 'higher' | 'lower'
/**
 * `no_data`: the records that the figure counts do not exist in the register. `na`: they exist, none is in scope. `unjudged`:
 * there is a value and the company has set no limit for it.
 */
export const kriStatuses = ['within', 'warning', 'breach', 'no_data', 'na', 'unjudged'] as const
export type KriStatus = (typeof kriStatuses)[number]

export interface KriThreshold {
  /** Fractions 0–1 for shares, else in the figure's unit. */
  readonly appetite: number
  readonly tolerance: number
  readonly direction: Direction
  /** True until an approver and a day are recorded. */
  readonly provisional: boolean
}

export interface KriResult {
  readonly id: KriId
  readonly numerator: number | null
  readonly denominator: number | null
  /** A fraction 0–1 unless the unit is count or days; null with status `na` or `no_data`. */
  readonly value: number | null
  readonly unit: KriUnit
  readonly status: KriStatus
  readonly parts: Readonly<Record<string, number | null>>
  readonly threshold: KriThreshold | null
  /** Codes of the records behind the figure: what a director means by "which ones?". */
  readonly contributing: readonly string[]
}

interface KriDefinition {
  readonly unit: KriUnit
  /** Which way is better. */
  readonly direction: Direction
  /** Null where the catalogue leaves the limits to the board and we propose none. */
  readonly limits: { readonly appetite: number; readonly tolerance: number } | null
  /** The edition of the formula: a change of what is counted is a new one, and an entry in the list of changes. */
  readonly formula: number
}

/**
 * Units, directions and the limits of a new register (catalogue of the board-pack specification 2.2). K05 and K21 say "per board"
 * there: 0 and 3 are ours. K20 and K24 say so too and stay without limits until the company sets them. Of the figures KRI-… the limits are those of the regulatory fact base 7.4 ("≥1 / ≥2": none is within,
 * one a warning). All are provisional until a board approves them.
 */
export const kriDefinitions: Readonly<Record<KriId, KriDefinition>> = {
  K01: { unit: 'share', direction: 'higher', limits: { appetite: 1, tolerance: 0.95 }, formula: 1 },
  K02: { unit: 'share', direction: 'higher', limits: { appetite: 1, tolerance: 1 }, formula: 1 },
  K03: { unit: 'share', direction: 'higher', limits: { appetite: 0.95, tolerance: 0.85 }, formula: 1 },
  K04: { unit: 'count', direction: 'lower', limits: { appetite: 0, tolerance: 3 }, formula: 1 },
  K05: { unit: 'count', direction: 'lower', limits: { appetite: 0, tolerance: 3 }, formula: 1 },
  K06: { unit: 'share', direction: 'lower', limits: { appetite: 0, tolerance: 0.1 }, formula: 1 },
  K07: { unit: 'count', direction: 'lower', limits: { appetite: 0, tolerance: 0 }, formula: 1 },
  K08: { unit: 'share', direction: 'higher', limits: { appetite: 1, tolerance: 0.9 }, formula: 1 },
  K09: { unit: 'share', direction: 'higher', limits: { appetite: 0.9, tolerance: 0.8 }, formula: 1 },
  K10: { unit: 'share', direction: 'higher', limits: { appetite: 0.8, tolerance: 0.65 }, formula: 1 },
  K11: { unit: 'share', direction: 'higher', limits: { appetite: 0.9, tolerance: 0.75 }, formula: 1 },
  K12: { unit: 'share', direction: 'lower', limits: { appetite: 0.05, tolerance: 0.15 }, formula: 1 },
  K13: { unit: 'days', direction: 'lower', limits: { appetite: 15, tolerance: 45 }, formula: 1 },
  K14: { unit: 'share', direction: 'lower', limits: { appetite: 0.1, tolerance: 0.2 }, formula: 1 },
  K15: { unit: 'share', direction: 'higher', limits: { appetite: 0.95, tolerance: 0.85 }, formula: 1 },
  K16: { unit: 'share', direction: 'higher', limits: { appetite: 1, tolerance: 0.9 }, formula: 1 },
  K16u: { unit: 'count', direction: 'lower', limits: { appetite: 0, tolerance: 0 }, formula: 1 },
  // Informational until the exception is in force: the company sets a limit when it wants one.
  K17: { unit: 'share', direction: 'higher', limits: null, formula: 1 },
  K18: { unit: 'share', direction: 'lower', limits: { appetite: 0.1, tolerance: 0.25 }, formula: 1 },
  K19: { unit: 'share', direction: 'higher', limits: { appetite: 0.95, tolerance: 0.8 }, formula: 1 },
  K20: { unit: 'index', direction: 'lower', limits: null, formula: 1 },
  K21: { unit: 'count', direction: 'lower', limits: { appetite: 0, tolerance: 3 }, formula: 1 },
  K22: { unit: 'count', direction: 'lower', limits: { appetite: 0, tolerance: 0 }, formula: 1 },
  K23: { unit: 'share', direction: 'lower', limits: { appetite: 0, tolerance: 0.1 }, formula: 1 },
  // How many fast risks a board bears is its own: the catalogue proposes nothing.
  K24: { unit: 'count', direction: 'lower', limits: null, formula: 1 },
  K26: { unit: 'count', direction: 'lower', limits: { appetite: 0, tolerance: 2 }, formula: 1 },
  K27: { unit: 'share', direction: 'higher', limits: { appetite: 0.9, tolerance: 0.75 }, formula: 1 },
  K28: { unit: 'share', direction: 'higher', limits: { appetite: 0.98, tolerance: 0.95 }, formula: 1 },
  K29: { unit: 'share', direction: 'higher', limits: { appetite: 1, tolerance: 0.9 }, formula: 1 },
  K30: { unit: 'count', direction: 'lower', limits: { appetite: 0, tolerance: 3 }, formula: 1 },
  'KRI-01': { unit: 'share', direction: 'higher', limits: { appetite: 0.95, tolerance: 0.85 }, formula: 1 },
  'KRI-03': { unit: 'share', direction: 'lower', limits: { appetite: 0.05, tolerance: 0.15 }, formula: 1 },
  'KRI-08': { unit: 'count', direction: 'lower', limits: { appetite: 0, tolerance: 2 }, formula: 1 },
  // Below 100 % is a warning; what makes a breach is a final report that is late, whatever the share.
  'KRI-10': { unit: 'share', direction: 'higher', limits: { appetite: 1, tolerance: 0 }, formula: 1 },
  'KRI-12': { unit: 'share', direction: 'higher', limits: { appetite: 0.9, tolerance: 0.7 }, formula: 1 },
  'KRI-13': { unit: 'share', direction: 'higher', limits: { appetite: 0.95, tolerance: 0.8 }, formula: 1 },
  'KRI-14': { unit: 'count', direction: 'lower', limits: { appetite: 0, tolerance: 2 }, formula: 1 },
  'KRI-15': { unit: 'count', direction: 'lower', limits: { appetite: 0, tolerance: 1 }, formula: 1 },
  'KRI-16': { unit: 'count', direction: 'lower', limits: { appetite: 0, tolerance: 2 }, formula: 1 },
  'KRI-18': { unit: 'count', direction: 'lower', limits: { appetite: 0, tolerance: 2 }, formula: 1 },
}

/**
 * Figures that came with a later version of the schema, and with which: a pack that was locked before says what it said, and not
 * also what nobody could have recorded in it.
 */
const kriSince: Readonly<Partial<Record<KriId, number>>> = {
  K04: 180,
  K08: 180,
  K10: 90,
  K11: 90,
  K16: 120,
  K16u: 120,
  K17: 120,
  K18: 100,
  K19: 100,
  K20: 100,
  K24: 180,
  K27: 150,
  K29: 90,
  K30: 90,
  'KRI-01': 180,
  'KRI-03': 180,
  'KRI-08': 100,
  'KRI-12': 90,
  K21: 130,
  K23: 130,
  K26: 130,
  'KRI-10': 130,
  'KRI-13': 80,
  'KRI-14': 80,
  'KRI-15': 90,
  'KRI-16': 120,
  'KRI-18': 110,
}

/** Of the figures those that a version of the schema had. */
export function figuresUnder(schemaVersion: number, results: readonly KriResult[]): readonly KriResult[] {
  return results.filter(({ id }) => (kriSince[id] ?? 0) <= schemaVersion)
}

/** The threshold rows that a new register starts with. */
export const defaultThresholds: readonly {
  readonly kri: KriId
  readonly appetite: number
  readonly tolerance: number
}[] = kriIds.flatMap((kri) => {
  const { limits } = kriDefinitions[kri]
  return limits === null ? [] : [{ kri, ...limits }]
})

/**
 * The limits in force on a day: of several rows the latest begun. Where no row is in force the default holds, marked
 * provisional, so that a figure is never shown without its limit. Null for a figure without a default, until a row is in force.
 */
export function thresholdOn(rows: readonly ThresholdFacts[], kri: KriId, day: Day): KriThreshold | null {
  const { direction, limits } = kriDefinitions[kri]
  const found = thresholdRowOn(rows, kri, day)
  if (found === null) return limits && { ...limits, direction, provisional: true }
  return { appetite: found.appetite, tolerance: found.tolerance, direction, provisional: !isApproved(found, day) }
}

/** The version of a figure's limits in force on a day; null where none is. */
export function thresholdRowOn<Row extends ThresholdFacts>(rows: readonly Row[], kri: KriId, day: Day): Row | null {
  let found: Row | null = null
  for (const row of rows)
    if (row.kri === kri && row.withdrawn === null && holdsOn(row, day) && (found === null || row.from >= found.from))
      found = row
  return found
}

/** An approval counts once who and when are both recorded, from that day on. */
export function isApproved(
  row: { readonly approverPersonId: string | null; readonly approvedOn: Day | null },
  day: Day,
): boolean {
  return row.approverPersonId !== null && row.approvedOn !== null && row.approvedOn <= day
}

/** Within: meets the appetite. Warning: between appetite and tolerance. Breach: worse than the tolerance. Unrounded. */
export function judge(
  value: number,
  threshold: Pick<KriThreshold, 'appetite' | 'tolerance' | 'direction'>,
): 'within' | 'warning' | 'breach' {
  const meets = (limit: number) => (threshold.direction === 'higher' ? value >= limit : value <= limit)
  if (meets(threshold.appetite)) return 'within'
  return meets(threshold.tolerance) ? 'warning' : 'breach'
}

/**
 * Whole percent for display, never rounded into a better status: 99.6 % is not 100 %, 94.6 % is not the 95 % that it
 * misses, and one of a thousand is not 0 %.
 */
export function wholePercent(value: number, threshold: KriThreshold | null): number {
  const shown = Math.round(value * 100)
  // The margin keeps 0.29 × 100 = 28.999… at 29.
  const floor = Math.floor(value * 100 + 1e-9)
  const ceiling = Math.ceil(value * 100 - 1e-9)
  if (threshold !== null && judge(shown / 100, threshold) !== judge(value, threshold))
    return threshold.direction === 'higher' ? floor : ceiling
  if (value < 1 && shown === 100) return floor
  if (value > 0 && shown === 0) return ceiling
  return shown
}

/** Two places for display, never rounded into a better status. */
export function shownIndex(value: number, threshold: KriThreshold | null): number {
  const shown = Math.round(value * 100) / 100
  if (threshold === null || judge(shown, threshold) === judge(value, threshold)) return shown
  const step = threshold.direction === 'higher' ? Math.floor : Math.ceil
  return step(value * 100) / 100
}

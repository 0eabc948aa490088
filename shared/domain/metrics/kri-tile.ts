/** A figure as it is shown: with its previous value and its course over the last packs. The overview and the pack share it. */
import type { Day } from '../calendar-date.ts'
import { type Statement, statement } from '../statement.ts'
import { judge, type KriId, type KriResult, type KriThreshold, shownIndex, wholePercent } from './kri-result.ts'

/** The figures of a locked pack. Packs are given oldest first. */
export interface EarlierResults {
  /** PACK-2026Q2 */
  readonly code: string
  readonly asOf: Day
  readonly results: readonly KriResult[]
}

export interface KriPoint {
  readonly code: string | null
  readonly asOf: Day
  readonly value: number | null
  /** The limits of its own day: a line that spans a change of them has a step. Null where there were none. */
  readonly appetite: number | null
  readonly tolerance: number | null
}

export interface KriTile extends KriResult {
  readonly previous: Pick<KriResult, 'numerator' | 'denominator' | 'value' | 'status'> | null
  /** Value minus previous value, unrounded; null where one of the two is missing. */
  readonly delta: number | null
  /** At most five points, oldest first, this one last (its code is null where it is not a locked pack). */
  readonly history: readonly KriPoint[]
}

/** The six figures of the first page and of the overview. */
export const tileIds = ['K01', 'K05', 'K09', 'K12', 'K15', 'K28'] as const satisfies readonly KriId[]

export function tileOf(
  result: KriResult,
  now: { readonly code: string | null; readonly asOf: Day },
  earlier: readonly EarlierResults[],
): KriTile {
  const find = (pack: EarlierResults) => pack.results.find((each) => each.id === result.id) ?? null
  const last = earlier.at(-1)
  const before = last === undefined ? null : find(last)
  return {
    ...result,
    previous: before && {
      numerator: before.numerator,
      denominator: before.denominator,
      value: before.value,
      status: before.status,
    },
    delta: result.value === null || before === null || before.value === null ? null : result.value - before.value,
    history: [...earlier.slice(-4).map((pack) => pointOf(pack, find(pack))), pointOf(now, result)],
  }
}

function pointOf(
  { code, asOf }: { readonly code: string | null; readonly asOf: Day },
  result: KriResult | null,
): KriPoint {
  const { appetite, tolerance } = result?.threshold ?? { appetite: null, tolerance: null }
  return { code, asOf, value: result?.value ?? null, appetite, tolerance }
}

const shareParts = ['share', 'weighted', 'topShare', 'repeatRate', 'reportedInTime']

/** A part as it is shown: a share in whole percent, hours and days with one place, all others as counts. */
export function partStatement(name: string, value: number): Statement {
  if (shareParts.includes(name)) return statement('kri.value.share', { percent: wholePercent(value, null) })
  const rounded = Math.round(value * 10) / 10
  if (name === 'hoursToResolve') return statement('kri.hours', { count: rounded })
  return statement(name === 'median' || name === 'max' ? 'kri.value.days' : 'kri.value.count', { count: rounded })
}

/** 85 %, 8 risks, 12.3 days; null where there is no value: the status says why. */
export function valueStatement(result: Pick<KriResult, 'id' | 'unit' | 'value' | 'threshold'>): Statement | null {
  return result.value === null ? null : amount(result.unit, result.value, result.threshold)
}

function amount(unit: KriResult['unit'], value: number, threshold: KriThreshold | null): Statement {
  if (unit === 'share') return statement('kri.value.share', { percent: wholePercent(value, threshold) })
  if (unit === 'index') return statement('kri.value.index', { value: shownIndex(value, threshold).toFixed(2) })
  if (unit === 'days') return statement('kri.value.days', { count: Math.round(value * 10) / 10 })
  return statement('kri.value.count', { count: value })
}

/** 29 / 34 */
export function countStatement(result: Pick<KriResult, 'numerator' | 'denominator'>): Statement | null {
  if (result.numerator === null || result.denominator === null) return null
  return statement('kri.of', { numerator: result.numerator, denominator: result.denominator })
}

/** "Previous 94 %, −9 points"; null in a first pack. Points are those between the two values as they are shown. */
export function previousStatement(tile: KriTile): Statement | null {
  if (tile.previous === null) return null
  const before = valueStatement({ ...tile, value: tile.previous.value })
  if (before === null) return statement('kri.previousWithoutValue')
  if (tile.value === null || tile.previous.value === null) return statement('kri.previousOnly', { value: before })
  const { value } = tile
  const places = tile.unit === 'index' ? 100 : 10
  const change = Math.round((shownOf(tile, value) - shownOf(tile, tile.previous.value)) * places) / places
  const size = Math.abs(change)
  return statement('kri.previous', {
    value: before,
    change: statement(`kri.change.${tile.unit}`, {
      ...(tile.unit === 'index' ? { value: size.toFixed(2) } : { count: size }),
      sign: signOf(change),
    }),
  })
}

function shownOf({ unit, threshold }: Pick<KriResult, 'unit' | 'threshold'>, value: number): number {
  if (unit === 'share') return wholePercent(value, threshold)
  return unit === 'index' ? shownIndex(value, threshold) : Math.round(value * 10) / 10
}

/** The minus sign is U+2212, as wide as the plus. */
export function signOf(change: number): string {
  if (change === 0) return '±'
  return change > 0 ? '+' : '\u2212'
}

/** "Appetite 100 %, tolerance 95 %". */
export function limitsStatement(result: Pick<KriResult, 'unit' | 'threshold'>): Statement | null {
  const { threshold } = result
  if (threshold === null) return null
  return statement(threshold.provisional ? 'kri.limitsProvisional' : 'kri.limits', {
    appetite: limitStatement(result.unit, threshold.appetite),
    tolerance: limitStatement(result.unit, threshold.tolerance),
  })
}

/** "6 points beyond tolerance", "2 inside appetite": how far from the limit that decides its state; null without a value or a limit. */
export function limitDistance(result: Pick<KriResult, 'unit' | 'value' | 'threshold'>): Statement | null {
  const { unit, value, threshold } = result
  if (value === null || threshold === null) return null
  const state = judge(value, threshold)
  const limit = state === 'within' ? threshold.appetite : threshold.tolerance
  if (value === limit) return statement(state === 'within' ? 'kri.distance.atAppetite' : 'kri.distance.atTolerance')
  const places = unit === 'index' ? 100 : unit === 'share' ? 1000 : 10
  // To the nearest place, but never to nothing where there is something.
  const apart = Math.max(Math.round(Math.abs(value - limit) * places), 1)
  const size = unit === 'share' ? apart / 10 : apart / places
  return statement(`kri.distance.${state}`, {
    size: statement(`kri.size.${unit}`, unit === 'index' ? { value: size.toFixed(2) } : { count: size }),
  })
}

export function limitStatement(unit: KriResult['unit'], value: number): Statement {
  if (unit === 'index') return statement('kri.value.index', { value: value.toFixed(2) })
  if (unit !== 'share') return statement(`kri.value.${unit}`, { count: value })
  return statement('kri.value.share', { percent: Math.round(value * 1000) / 10 })
}

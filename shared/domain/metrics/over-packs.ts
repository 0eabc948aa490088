/**
 * How long risks have stood where they stand: over this pack and the ones before it, each with the scale and the limits of
 * its own day. Source: board-pack specification 2.2 (K23, K25, K26) and 3.4.
 */
import { bandRank } from '../scoring.ts'
import type { EarlierResults } from './kri-tile.ts'
import type { Count } from './kris.ts'
import { compareLevels } from './movement.ts'
import type { Level } from './register-on.ts'
import type { PastPosition } from './risk-positions.ts'

/** A locked pack with its figures and where its risks stood. Packs are given oldest first. */
export interface EarlierPack extends EarlierResults {
  readonly positions: readonly PastPosition[]
}

/** How many packs are looked back at, the present one included: five points of a line. */
export const packsLookedAt = 5

/** From how many packs on a risk outside appetite is stale (K26), and a target that nothing moved toward is (3.4). */
export const [stalePacks, staleTargetPacks] = [3, 5]

/** Consecutive packs up to the present one, it included. `orMore`: it was so in the oldest pack looked at too. */
export interface Run {
  readonly packs: number
  readonly orMore: boolean
}

export interface RiskOverPacks {
  /** Outside appetite; 0 where it is not now. */
  readonly outside: Run
  /** With the same residual level and the same target; 1 where one of them moved or the risk is new. */
  readonly unchanged: Run
  /** The target is five packs old or older, not reached, and the residual level has not come nearer to it. */
  readonly targetStale: boolean
  /** K25: bands per pack over at most four packs; null where there is no earlier level. Of one risk only, never averaged. */
  readonly velocity: { readonly bandsPerPack: number; readonly packs: number } | null
}

/** Where each risk stood in each of the packs looked at, the newest first; `more` where there are packs before those. */
export interface PastPositions {
  readonly packs: readonly ReadonlyMap<string, PastPosition>[]
  readonly more: boolean
}

/** The packs before the present one, as many as are looked at; `locked` is how many there are in all. */
export function pastPositions(
  earlier: readonly Pick<EarlierPack, 'positions'>[],
  locked = earlier.length,
): PastPositions {
  const looked = earlier.slice(1 - packsLookedAt)
  return {
    packs: looked.map(({ positions }) => new Map(positions.map((each) => [each.id, each]))).reverse(),
    more: looked.length < locked,
  }
}

export function overPacks(now: PastPosition, past: PastPositions): RiskOverPacks {
  const before = past.packs.map((pack) => pack.get(now.id) ?? null)
  const run = (holds: (position: PastPosition) => boolean): Run => {
    const end = before.findIndex((position) => position === null || !holds(position))
    const packs = end === -1 ? before.length + 1 : end + 1
    return { packs, orMore: end === -1 && past.more }
  }
  const outside = now.outsideAppetite === true
  return {
    outside: outside ? run((each) => each.outsideAppetite === true) : { packs: 0, orMore: false },
    unchanged: run((each) => isSame(each.residual, now.residual) && isSame(each.target, now.target)),
    targetStale: isTargetStale(now, before),
    velocity: velocityOf(now, before),
  }
}

function isSame(one: Level | null, other: Level | null): boolean {
  if (one === null || other === null) return one === other
  return one.likelihood === other.likelihood && one.impact === other.impact && one.band === other.band
}

function isTargetStale({ residual, target }: PastPosition, before: readonly (PastPosition | null)[]): boolean {
  if (residual === null || target === null || compareLevels(target, residual) !== 'worse') return false
  const past = before.slice(0, staleTargetPacks - 1)
  const oldest = past[staleTargetPacks - 2]?.residual ?? null
  return (
    oldest !== null &&
    past.every((each) => each !== null && isSame(each.target, target)) &&
    compareLevels(oldest, residual) !== 'better'
  )
}

/** The specification's difference of residual levels, in bands: nothing is reckoned with products of grades (3.4). */
function velocityOf({ residual }: PastPosition, before: readonly (PastPosition | null)[]): RiskOverPacks['velocity'] {
  if (residual === null) return null
  for (let packs = Math.min(before.length, packsLookedAt - 1); packs > 0; packs -= 1) {
    const then = before[packs - 1]?.residual ?? null
    if (then !== null) return { bandsPerPack: (bandRank(residual.band) - bandRank(then.band)) / packs, packs }
  }
  return null
}

/**
 * K23: bands that got worse less those that got better, over the risks that both packs counted. K26: risks outside appetite in
 * three packs running. Neither is known before there are as many packs as it compares.
 */
export function overPacksFigures(
  positions: readonly PastPosition[],
  earlier: readonly Pick<EarlierPack, 'positions'>[],
): readonly Count[] {
  const past = pastPositions(earlier)
  const [previous] = past.packs
  const both = positions.flatMap((now) => {
    const before = previous?.get(now.id)
    return before === undefined ? [] : [{ now, before }]
  })
  const steps = both.map(({ now, before }) =>
    now.residual === null || before.residual === null
      ? null
      : bandRank(now.residual.band) - bandRank(before.residual.band),
  )
  const worse = steps.filter((step) => step !== null && step > 0).length
  const better = steps.filter((step) => step !== null && step < 0).length
  // Where both packs leave it unassessed nothing moved that could be compared either.
  const notComparable = steps.filter((step) => step === null).length
  const unassessed = positions.filter(({ residual }) => residual === null).length
  const stale = positions.filter((now) => overPacks(now, past).outside.packs >= stalePacks)
  return [
    {
      id: 'K23',
      known: previous !== undefined,
      numerator: worse - better,
      denominator: both.length,
      parts: { worse, better, notComparable },
      contributing: both.filter((_, index) => (steps[index] ?? 0) !== 0).map(({ now }) => now.code),
      doubtful: notComparable > 0,
    },
    {
      id: 'K26',
      known: past.packs.length >= stalePacks - 1,
      numerator: stale.length,
      denominator: positions.length,
      ...(positions.length === 0 ? {} : { value: stale.length }),
      parts: { unassessed },
      contributing: stale.map(({ code }) => code),
      doubtful: unassessed > 0,
    },
  ]
}

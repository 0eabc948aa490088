/** Contracts by vendor, and by the matters that stand out: what the matrix shows in the window, the pack and the tables. */
import type { ContractOn } from '../metrics/third-party-on.ts'
import { type PointMatter, pointMatters } from './check-point.ts'
import { type GapCells, type GapCount, gapCountOf, sumOfCells, sumOfGaps } from './gap-matrix.ts'

export interface VendorRow {
  readonly vendorId: string
  /** In force, those with most gaps first. Empty: it supplies a counted system and no contract with it is in force. */
  readonly contracts: readonly ContractOn[]
  readonly count: GapCount
  /** Null where there is no contract: nothing can be read. */
  readonly cells: GapCells | null
}

/**
 * Those with most gaps at key points first, then those with most gaps; vendors without a contract at the end.
 * @param supplying vendors that supply a counted system on the day
 */
export function vendorRowsOf(contracts: readonly ContractOn[], supplying: Iterable<string>): readonly VendorRow[] {
  const byVendor = new Map<string, ContractOn[]>()
  for (const each of contracts)
    byVendor.set(each.contract.vendorId, [...(byVendor.get(each.contract.vendorId) ?? []), each])
  const rows = [...byVendor].map(([vendorId, own]): VendorRow => ({
    vendorId,
    contracts: [...own].sort((one, other) => byGaps(one.count, other.count)),
    count: sumOfGaps(own.map(({ count }) => count)),
    cells: sumOfCells(own.map(({ cells }) => cells)),
  }))
  const without = [...new Set(supplying)].filter((id) => !byVendor.has(id))
  return [
    ...rows.sort((one, other) => byGaps(one.count, other.count)),
    ...without.map((vendorId): VendorRow => ({ vendorId, contracts: [], count: sumOfGaps([]), cells: null })),
  ]
}

function byGaps(one: GapCount, other: GapCount): number {
  return other.keyGaps - one.keyGaps || other.gaps - one.gaps
}

export interface MatterRow {
  readonly matter: PointMatter
  readonly count: GapCount
  /** Contracts with a gap there, those with most first. */
  readonly contracts: readonly ContractOn[]
}

/** The three matters, the one with most gaps first. */
export function matterRowsOf(contracts: readonly ContractOn[]): readonly MatterRow[] {
  const countIn = (matter: PointMatter, { points }: ContractOn) =>
    gapCountOf(points.filter((point) => point.matter === matter))
  return pointMatters
    .map((matter): MatterRow => {
      const counts = new Map(contracts.map((each) => [each, countIn(matter, each)]))
      const gapsOf = (each: ContractOn) => counts.get(each)?.gaps ?? 0
      return {
        matter,
        count: sumOfGaps([...counts.values()]),
        contracts: contracts.filter((each) => gapsOf(each) > 0).sort((one, other) => gapsOf(other) - gapsOf(one)),
      }
    })
    .sort((one, other) => other.count.gaps - one.count.gaps)
}

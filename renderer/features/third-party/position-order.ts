/** In what order positions stand by each column: what is worst for us first, names by their letters. */
import { trainingUses } from '#shared/domain/third-party/contract-reading.ts'
import type { ContractPosition } from '#shared/domain/third-party/contract-positions.ts'

export const positionColumns = [
  'vendor',
  'contract',
  'training',
  'liability',
  'incident',
  'countries',
  'basis',
] as const
export type PositionColumn = (typeof positionColumns)[number]

/** Allowed and unknown before what is ruled out; what touches no such data last. */
function trainingRank(row: ContractPosition): number {
  const use = row.trainingUse === null ? 0 : trainingUses.indexOf(row.trainingUse) + 1
  return row.trainable ? use - 100 : use
}

/** The lowest cap first; without one last but for what nobody knows, which is worst of all. */
function liabilityRank({ liabilityCap: cap, liabilityCapValue: value }: ContractPosition): number {
  if (cap === null || cap === 'unknown') return -3
  if (cap === 'excluded') return -2
  if (cap === 'none') return Number.MAX_SAFE_INTEGER
  // Months and yen cannot be compared: months of fees stand before amounts, each from the lowest.
  return cap === 'months_of_fees' ? -1 + Math.min(value ?? 0, 1200) / 1201 : (value ?? 0)
}

/** The latest notice first, nothing agreed before all. */
function incidentRank({ incidentNoticeHours: hours }: ContractPosition): number {
  return hours === null ? Number.MIN_SAFE_INTEGER : -hours
}

export function sortedPositions(
  rows: readonly ContractPosition[],
  by: PositionColumn,
  nameOf: (id: string) => string,
): readonly ContractPosition[] {
  const order = orderBy(by, nameOf)
  return [...rows].sort((one, other) => order(one, other) || byText(nameOf(one.vendorId), nameOf(other.vendorId)))
}

function orderBy(by: PositionColumn, nameOf: (id: string) => string) {
  const byRank = (rank: (row: ContractPosition) => number) => (one: ContractPosition, other: ContractPosition) =>
    rank(one) - rank(other)
  switch (by) {
    case 'vendor':
      return (one: ContractPosition, other: ContractPosition) => byText(nameOf(one.vendorId), nameOf(other.vendorId))
    case 'contract':
      return (one: ContractPosition, other: ContractPosition) =>
        byText(nameOf(one.contractId), nameOf(other.contractId))
    case 'training':
      return byRank(trainingRank)
    case 'liability':
      return byRank(liabilityRank)
    case 'incident':
      return byRank(incidentRank)
    case 'countries':
      return (one: ContractPosition, other: ContractPosition) =>
        byText(one.dataCountries.join(), other.dataCountries.join())
    case 'basis':
      return (one: ContractPosition, other: ContractPosition) => byText(one.dataBasis ?? '', other.dataBasis ?? '')
  }
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

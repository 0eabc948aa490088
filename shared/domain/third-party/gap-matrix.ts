/**
 * The gap matrix: vendors by METI's heads. METI publishes elements, heads and notes of its own on personal information and
 * security; how our points fall under the columns is ours. Each point stands in one column, found in this order: personal data
 * (points that are asked only where personal data are handled), security, the head "rights" whatever its element, else its
 * element; of what lies outside the elements the allocation of liability, and the rest in general. A point that the company words
 * anew stays where ours is.
 */
import type { AskedPoint } from './applicable-points.ts'
import type { ReadPoint } from './reading-standing.ts'

export const matrixColumns = [
  'input',
  'input_result',
  'output',
  'rights',
  'liability',
  'security',
  'personal_data',
  'general',
] as const
export type MatrixColumn = (typeof matrixColumns)[number]

/** Security of the input, notice of an incident, proof, and logs: what METI's note on security is about in our points. */
const securityPoints: readonly string[] = ['CC-IN-11', 'CC-GN-04', 'CC-GN-05', 'CC-GN-07']

export function columnOf(point: Pick<AskedPoint, 'base' | 'element' | 'head' | 'matter' | 'narrowedBy'>): MatrixColumn {
  if (point.narrowedBy === 'personal_data') return 'personal_data'
  if (securityPoints.includes(point.base)) return 'security'
  if (point.head === 'rights') return 'rights'
  switch (point.element) {
    case 'input':
    case 'input_result':
      return point.element
    case 'output':
    case 'output_result':
      return 'output'
    case 'general':
      return point.matter === 'liability' ? 'liability' : 'general'
  }
}

export interface GapCount {
  readonly gaps: number
  /** Of the gaps those at points of the weight `key`. */
  readonly keyGaps: number
  /** Points that apply. */
  readonly applicable: number
}

export const noGaps: GapCount = { gaps: 0, keyGaps: 0, applicable: 0 }

/**
 * What is counted of a reading: points that are asked of the contract, without those that a person found not to apply to it. They
 * would make the share of gaps smaller than it is.
 */
export function isCountedPoint({ applies, state }: Pick<ReadPoint, 'applies' | 'state'>): boolean {
  return applies && state !== 'not_applicable'
}

export function gapCountOf(points: readonly Pick<ReadPoint, 'applies' | 'state' | 'gap' | 'weight'>[]): GapCount {
  const counted = points.filter(isCountedPoint)
  const gaps = counted.filter(({ gap }) => gap)
  return {
    gaps: gaps.length,
    keyGaps: gaps.filter(({ weight }) => weight === 'key').length,
    applicable: counted.length,
  }
}

export function sumOfGaps(counts: readonly GapCount[]): GapCount {
  return counts.reduce<GapCount>(
    (sum, { gaps, keyGaps, applicable }) => ({
      gaps: sum.gaps + gaps,
      keyGaps: sum.keyGaps + keyGaps,
      applicable: sum.applicable + applicable,
    }),
    noGaps,
  )
}

export type GapCells = Readonly<Record<MatrixColumn, GapCount>>

export function gapCellsOf(points: readonly ReadPoint[]): GapCells {
  return cellsBy((column) => gapCountOf(points.filter((point) => columnOf(point) === column)))
}

export function sumOfCells(rows: readonly GapCells[]): GapCells {
  return cellsBy((column) => sumOfGaps(rows.map((row) => row[column])))
}

function cellsBy(of: (column: MatrixColumn) => GapCount): GapCells {
  return Object.fromEntries(matrixColumns.map((column) => [column, of(column)])) as GapCells
}

/** A cell as a status: no gap, gaps, a gap at a key point; nothing to ask. */
export function cellStatus({ gaps, keyGaps, applicable }: GapCount): 'within' | 'warning' | 'breach' | 'na' {
  if (applicable === 0) return 'na'
  if (keyGaps > 0) return 'breach'
  return gaps > 0 ? 'warning' : 'within'
}

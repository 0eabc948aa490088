/**
 * Levels, bands and appetite. A band comes from a versioned 25-cell table, never from a product: the order score
 * (likelihood × impact) only sorts. Source: design rule after Cox (2008), whose results forbid arithmetic on ordinal grades.
 */
import { z } from 'zod'

export const gradeSchema = z.int().min(1).max(5)
export type Grade = 1 | 2 | 3 | 4 | 5

export const bands = ['low', 'moderate', 'high', 'severe'] as const
export type Band = (typeof bands)[number]
export const bandSchema = z.enum(bands)

export const impactDimensions = ['rights', 'legal', 'financial', 'operations', 'reputation', 'strategic'] as const
export type ImpactDimension = (typeof impactDimensions)[number]
export const impactsSchema = z.record(z.enum(impactDimensions), gradeSchema.nullable())
export type Impacts = Readonly<Record<ImpactDimension, number | null>>

/** 25 letters L M H S: impact 5 down to 1, in each likelihood 1 to 5. */
export const bandTableSchema = z
  .string()
  // What is no table at all is not asked how its bands lie.
  .regex(/^[LMHS]{25}$/, { abort: true })
  .refine(isMonotone, { error: 'BAND_TABLE_NOT_MONOTONE' })
export const defaultBandTable = 'MHHSSMMHHSLMMHHLLMMHLLLMM'

const letters = 'LMHS'

/** The band of a level in a table. */
export function bandOf(table: string, likelihood: number, impact: number): Band {
  const band = bands[letters.indexOf(table.charAt((5 - impact) * 5 + (likelihood - 1)))]
  if (band === undefined) throw new RangeError(`no band for ${String(likelihood)} × ${String(impact)}`)
  return band
}

/** A band may not fall where likelihood or impact rises. */
export function isMonotone(table: string): boolean {
  for (let impact = 1; impact <= 5; impact += 1)
    for (let likelihood = 1; likelihood <= 5; likelihood += 1) {
      const here = bandRank(bandOf(table, likelihood, impact))
      if (likelihood < 5 && bandRank(bandOf(table, likelihood + 1, impact)) < here) return false
      if (impact < 5 && bandRank(bandOf(table, likelihood, impact + 1)) < here) return false
    }
  return true
}

/** No cell of the lowest band touches one of the highest, not even at a corner (Cox's "betweenness"). */
export function hasBandsBetween(table: string): boolean {
  const grades = [1, 2, 3, 4, 5]
  const cells = (band: Band) =>
    grades.flatMap((impact) =>
      grades
        .filter((likelihood) => bandOf(table, likelihood, impact) === band)
        .map((likelihood) => [likelihood, impact] as const),
    )
  const highest = cells('severe')
  return cells('low').every(([likelihood, impact]) =>
    highest.every(([other, over]) => Math.max(Math.abs(likelihood - other), Math.abs(impact - over)) > 1),
  )
}

/** 0 for low to 3 for severe. */
export function bandRank(band: Band): number {
  return bands.indexOf(band)
}

/** True where a level lies above the band that a limit allows. */
export function isAbove(band: Band, limit: Band): boolean {
  return bandRank(band) > bandRank(limit)
}

/** The impact of an assessment: the highest of its dimensions, never an average. Null where none is filled. */
export function highestImpact(impacts: Impacts): Grade | null {
  const filled = Object.values(impacts).filter((grade): grade is number => grade !== null)
  return filled.length === 0 ? null : (Math.max(...filled) as Grade)
}

/** likelihood × impact, 1–25. A key to sort by, shown only as "order score". */
export function orderScore(likelihood: number, impact: number): number {
  return likelihood * impact
}

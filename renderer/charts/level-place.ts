/**
 * Where a level stands on a track of four equal bands, low to severe: 0 at its left end, 4 at its right. The order score
 * places a mark within its band and never beyond it, so two tables of bands cannot be mistaken for one measure.
 */
import { type Band, bandOf, bandRank, orderScore } from '#shared/domain/scoring.ts'

export interface PlacedLevel {
  readonly band: Band
  readonly score: number
  readonly bandTable: string
}

/** Null where there is no level. */
export function placeOfLevel(level: PlacedLevel | null): number | null {
  if (level === null) return null
  const scores = scoresOf(level.bandTable, level.band)
  return bandRank(level.band) + (scores.indexOf(level.score) + 0.5) / scores.length
}

/** The edge of a limit: what it allows lies left of it. Null where it allows everything. */
export function placeOfLimit(limit: Band): number | null {
  return limit === 'severe' ? null : bandRank(limit) + 1
}

/** The order scores that a table puts into a band, lowest first. */
function scoresOf(table: string, band: Band): readonly number[] {
  const scores = new Set<number>()
  for (let impact = 1; impact <= 5; impact += 1)
    for (let likelihood = 1; likelihood <= 5; likelihood += 1)
      if (bandOf(table, likelihood, impact) === band) scores.add(orderScore(likelihood, impact))
  return [...scores].sort((one, other) => one - other)
}

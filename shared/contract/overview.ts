import { z } from 'zod'
import { type Day, daySchema } from '#shared/domain/calendar-date.ts'
import type { Overview } from '#shared/domain/overview.ts'
import type { KriTile } from '#shared/domain/metrics/kri-tile.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { type Labels, operation, type } from './base.ts'

export interface FigureEntry extends KriTile {
  /** All versions of its limits, the latest begun first: those to come too. */
  readonly limits: readonly RecordOf<'threshold'>[]
}
export interface FigureBook {
  readonly asOf: Day
  readonly figures: readonly FigureEntry[]
  readonly labels: Labels
}

export const overview = {
  /** The overview of a day; today where none is given. */
  get: operation.input(z.object({ asOf: daySchema.nullable() })).output(type<Overview>()),
  /** Every figure of today, with its limits and its course. */
  figures: operation.output(type<FigureBook>()),
}

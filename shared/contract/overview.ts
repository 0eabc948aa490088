import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { Overview } from '#shared/domain/overview.ts'
import { operation, type } from './base.ts'

export const overview = {
  /** The overview of a day; today where none is given. */
  get: operation.input(z.object({ asOf: daySchema.nullable() })).output(type<Overview>()),
}

/** What every record of the register has in common. */
import { z } from 'zod'
import { daySchema } from './calendar-date.ts'

export const idSchema = z.uuid()
export type Id = string

/** Records are withdrawn with a reason and stay in history; nothing is deleted and no code is used twice. */
export const withdrawalSchema = z.object({ on: daySchema, reason: z.string().min(1, { error: 'REASON_REQUIRED' }) })

/** The reason of a withdrawal by which the creation of a record was undone: a code of ours, worded in the catalogue. */
export const undoReason = 'undo'
/** The reason of a withdrawal by which a period gave way to that of a merged register: worded in the catalogue too. */
export const mergeReason = 'merge'

export const recordShape = {
  /** UUIDv7, never changes. */
  id: idSchema,
  /** Counts the changes of the record from 1; an update names the version it was read at. */
  version: z.int().min(1),
  withdrawn: withdrawalSchema.nullable(),
}
export const codedShape = {
  ...recordShape,
  /** A label such as SYS-0012, unique in its register. */
  code: z.string().regex(/^[A-Z]+-[0-9A-Z-]+$/),
}

/** The label of the n-th record of a noun: a prefix and at least four digits, so that no spreadsheet takes it for a date. */
export function codeOf(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(4, '0')}`
}

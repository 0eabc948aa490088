import { z } from 'zod'
import { daySchema, instantSchema } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { languageSchema } from '#shared/domain/text.ts'
import type { PackModel } from '#shared/pack-model/pages.ts'
import { longWork, operation, type } from './base.ts'

export const pack = {
  /** In the order in which they were locked, the newest first. */
  list: operation.output(type<readonly RecordOf<'pack'>[]>()),
  /** The pages of a locked pack, or of a draft of today. */
  model: operation.input(z.object({ packId: z.uuid().nullable(), language: languageSchema })).output(type<PackModel>()),
  /** Verifies, then freezes. Refused by AS_OF_IN_FUTURE, CUT_OFF_*, VERIFY_FAILED alone. */
  lock: operation
    .input(
      z.object({
        asOf: daySchema,
        cutOff: instantSchema.nullable().default(null),
        title: z.string().max(300).nullable().default(null),
      }),
    )
    .output(longWork<RecordOf<'pack'>>()),
  /** Prints and writes the bundle into a chosen folder. The result names the folder made in it. */
  write: operation
    .input(
      z.object({
        packId: z.uuid().nullable(),
        language: z.union([languageSchema, z.literal('both')]),
        folder: z.string().min(1),
      }),
    )
    .output(longWork<{ readonly name: string; readonly files: number }>()),
  /** Verifies a bundle in a chosen folder. */
  verifyBundle: operation
    .input(z.object({ folder: z.string().min(1) }))
    .output(type<{ readonly findings: readonly Finding[] }>()),
}

/** The whole register as CSV into a chosen folder. */
export const exportRegister = operation
  .input(z.object({ folder: z.string().min(1) }))
  .output(longWork<{ readonly name: string; readonly files: number; readonly guardedCells: number }>())

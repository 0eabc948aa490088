import { z } from 'zod'
import { postKinds } from '#shared/domain/accountability.ts'
import { codedNouns } from '#shared/domain/coded-nouns.ts'
import { operation, type } from './base.ts'
import type { Found } from './records.ts'

/** Records by a few typed characters of code, name or reading: pickers and the palette. */
export const lookUp = operation
  .input(
    z.object({
      nouns: z.array(z.enum(codedNouns)).min(1),
      text: z.string().max(200),
      limit: z.int().min(1).max(50).default(12),
      /** Posts of one kind only. */
      postKind: z.enum(postKinds).optional(),
    }),
  )
  .output(type<readonly Found[]>())

/** Records whose name is much like one that is being typed: shown as a warning before a second one is made. */
export const similar = operation
  .input(z.object({ noun: z.enum(codedNouns), name: z.string().max(500), exceptId: z.uuid().nullable() }))
  .output(type<readonly Found[]>())

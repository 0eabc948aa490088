/** What every source of others has in the library: where it is from, and names in both languages. */
import { z } from 'zod'

/** Ours is the Japanese one at least; it is no official one. */
export const bothNames = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) })

export const publishedSourceSchema = z.strictObject({
  name: z.string(),
  short: z.string(),
  version: z.string(),
  repository: z.string(),
  commit: z.string(),
  licence: z.string(),
})

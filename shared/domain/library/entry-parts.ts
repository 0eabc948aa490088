/** What the sources of the library have in common: texts in both languages, and where a source of others is from. */
import { z } from 'zod'

/** An entry that says something in one language only is none. Japanese words of others are our translation and no official ones. */
export const bothLanguages = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) })

export const publishedSourceSchema = z.strictObject({
  name: z.string(),
  short: z.string(),
  version: z.string(),
  repository: z.string(),
  commit: z.string(),
  licence: z.string(),
})

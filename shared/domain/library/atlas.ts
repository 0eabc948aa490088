/**
 * MITRE ATLAS as a second source of the library: its techniques as risks, its mitigations as controls, tied as published. English
 * names are those of MITRE, texts are shortened; Japanese names are our translation and no official one. No entry says a level.
 * Copied under Apache-2.0: the notice is shipped with the licences, and stands where the entries are shown.
 */
import { z } from 'zod'
import { bothLanguages, publishedSourceSchema } from './entry-parts.ts'

export const atlasTacticId = z.string().regex(/^AML\.TA\d{4}$/)
export const atlasTechniqueId = z.string().regex(/^AML\.T\d{4}(\.\d{3})?$/)
export const atlasMitigationId = z.string().regex(/^AML\.M\d{4}$/)

export const atlasTechniqueSchema = z.strictObject({
  id: atlasTechniqueId,
  /** Of a sub-technique with its technique before it, since alone it says little ("Data"). */
  name: bothLanguages,
  /** As MITRE publishes it. */
  published: z.string().min(1),
  parent: atlasTechniqueId.nullable(),
  /** Those of its technique where it is a sub-technique. */
  tactics: z.array(atlasTacticId).min(1),
  /** The beginning of its description, links reduced to their words. */
  event: z.string().min(1),
  /** The mitigations that name it. */
  controls: z.array(atlasMitigationId),
})
export type AtlasTechnique = z.infer<typeof atlasTechniqueSchema>

export const atlasMitigationSchema = z.strictObject({
  id: atlasMitigationId,
  name: bothLanguages,
  description: z.string().min(1),
  categories: z.array(z.string()),
})
export type AtlasMitigation = z.infer<typeof atlasMitigationSchema>

export const atlasSchema = z.strictObject({
  source: publishedSourceSchema,
  tactics: z.array(z.strictObject({ id: atlasTacticId, name: bothLanguages })),
  controls: z.array(atlasMitigationSchema),
  risks: z.array(atlasTechniqueSchema),
})
export type Atlas = z.infer<typeof atlasSchema>

/** What a record made from a technique or a mitigation keeps as its source. */
export function atlasSource(id: string): string {
  return `ATLAS:${id}`
}

/**
 * The suggested actions of the NIST AI RMF Playbook, function MANAGE, as a third source of the library: a control for each of its
 * subcategories, with the actions as a public copy has them (NIST's text is a work of the US government, in the public domain there). The short
 * names are those of Daicho's pack of the framework, in both languages, and no official ones.
 */
import { z } from 'zod'
import { controlDomains } from '../control.ts'
import { bothLanguages, publishedSourceSchema } from './entry-parts.ts'

export const playbookId = z.string().regex(/^MANAGE \d\.\d$/)

export const playbookControlSchema = z.strictObject({
  id: playbookId,
  name: bothLanguages,
  /** Ours. */
  domain: z.enum(controlDomains),
  /** To the letter but for spaces; an action may have parts. */
  actions: z.array(z.strictObject({ text: z.string().min(1), parts: z.array(z.string().min(1)) })).min(1),
})
export type PlaybookControl = z.infer<typeof playbookControlSchema>

export const playbookSchema = z.strictObject({
  source: publishedSourceSchema,
  controls: z.array(playbookControlSchema),
})
export type Playbook = z.infer<typeof playbookSchema>

/** What a control made from a subcategory keeps as its source. */
export function playbookSource(id: string): string {
  return `NIST AI RMF Playbook: ${id}`
}

/** The actions, one a line, parts indented. */
export function actionLines({ actions }: Pick<PlaybookControl, 'actions'>): string {
  return actions.flatMap(({ text, parts }) => [`- ${text}`, ...parts.map((part) => `  - ${part}`)]).join('\n')
}

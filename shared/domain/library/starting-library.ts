/**
 * The starting library: risks of AI and controls that usually answer them, ours, to pick from and to put into one's own words. No
 * entry is a requirement of anybody, and none says a level: that is the judgement of whoever answers for the system.
 *
 * A record made from an entry keeps its source, so that the library says what has been taken already. Entries keep their ids for
 * ever; an entry that is given up leaves a gap.
 */
import { z } from 'zod'
import { controlDomains, controlPurposes, weights } from '../control.ts'
import { riskCategories } from '../principles.ts'
import { systemKinds } from '../system.ts'
import { bothLanguages } from './entry-parts.ts'

export const libraryControlSchema = z.strictObject({
  id: z.string().regex(/^LC-\d{2}$/),
  name: bothLanguages,
  description: bothLanguages,
  domain: z.enum(controlDomains),
  weight: z.enum(weights),
  purposes: z.array(z.enum(controlPurposes)),
  /** Months from one test to the next that are usual. */
  testMonths: z.int().min(1).max(120),
  /** What shows that it works. */
  evidence: bothLanguages,
})
export type LibraryControl = z.infer<typeof libraryControlSchema>

export const libraryRiskSchema = z.strictObject({
  id: z.string().regex(/^LR-\d{2}$/),
  name: bothLanguages,
  cause: bothLanguages,
  event: bothLanguages,
  consequence: bothLanguages,
  /** The common guiding principle of the AI Guidelines for Business 1.2 that it touches most (our mapping). */
  category: z.enum(riskCategories),
  /** The kinds of AI in which it is usual; none: all. */
  kinds: z.array(z.enum(systemKinds)),
  /** What usually answers it, the first first. */
  controls: z.array(libraryControlSchema.shape.id).min(1),
})
export type LibraryRisk = z.infer<typeof libraryRiskSchema>

export const startingLibrarySchema = z.strictObject({
  edition: z.iso.date(),
  controls: z.array(libraryControlSchema),
  risks: z.array(libraryRiskSchema),
})
export type StartingLibrary = z.infer<typeof startingLibrarySchema>

/** What a record made from an entry keeps as its source. */
export function librarySource(id: string): string {
  return `daicho-library: ${id}`
}

/** Entries usual in a kind of AI: those of all kinds too. `null`: every entry. */
export function risksOfKind<Entry extends Pick<LibraryRisk, 'kinds'>>(
  risks: readonly Entry[],
  kind: (typeof systemKinds)[number] | null,
): readonly Entry[] {
  return kind === null ? risks : risks.filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind))
}

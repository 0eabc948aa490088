/**
 * Records that say how another one stands and have no page of their own: of which record each is a part, by the fields that
 * name it. What they belong to never changes. Acceptances are parts too, though they have a page.
 */
import type { Noun, RecordOf } from '../nouns.ts'

const ownerFields: { readonly [N in Noun]?: readonly (keyof RecordOf<N> & string)[] } = {
  assessment: ['riskId'],
  acceptance: ['subjectId'],
  assignment: ['subjectId'],
  attestation: ['systemId'],
  controlTest: ['controlId'],
  term: ['postId', 'personId'],
  comment: ['subjectId'],
  supply: ['vendorId'],
  vendorAnswer: ['vendorId'],
  pointAnswer: ['readingId'],
  dataCheck: ['useId'],
  incidentReport: ['incidentId'],
  trainingCompletion: ['trainingId'],
}

/** Nouns whose records are parts of others, with the fields that name those. */
export const partNouns = Object.entries(ownerFields) as unknown as readonly (readonly [Noun, readonly string[]])[]

export function ownerFieldsOf(noun: Noun): readonly string[] {
  return ownerFields[noun] ?? []
}

/** The records that a record is part of; none of one that stands for itself. */
export function ownersOf(noun: Noun, record: object): readonly string[] {
  const values = record as Readonly<Record<string, unknown>>
  return ownerFieldsOf(noun).flatMap((field) => (typeof values[field] === 'string' ? [values[field]] : []))
}

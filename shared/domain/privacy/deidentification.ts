/**
 * De-identification (非識別化の記録): what was done to data so that people are not told from them, and who tried whether they can be.
 * No condition of the exception for statistics asks for it (regulatory fact base 5.5, STAT-7): it is kept as good practice.
 */
import { z } from 'zod'
import { daySchema } from '../calendar-date.ts'
import { codedShape, idSchema } from '../record.ts'
import { nameSchema, plainTextSchema } from '../text.ts'

/** Ways of doing it (ours); the first two are also kinds of data by the APPI, Articles 41 and 43. */
export const deidentificationTechniques = [
  'pseudonymisation',
  'anonymisation',
  'aggregation',
  'masking',
  'k_anonymity',
  'differential_privacy',
  'synthetic_data',
  'other',
] as const
/** How likely it is that somebody is told from the data all the same (ours). Unknown: nobody has tried. */
export const residualLikelihoods = ['unknown', 'low', 'medium', 'high'] as const

export const deidentificationSchema = z.object({
  ...codedShape,
  name: nameSchema,
  systemId: idSchema,
  /** The use whose data it is; null: of the whole system. */
  useId: idSchema.nullable(),
  technique: z.enum(deidentificationTechniques),
  /** What it was set to: the size of groups, the noise, the fields that were taken out. */
  parameters: plainTextSchema,
  doneOn: daySchema.nullable(),
  /** Who tried to tell people from the data, how and when. Somebody outside the company is named in words. */
  testerId: idSchema.nullable(),
  testedBy: plainTextSchema,
  testMethod: plainTextSchema,
  testedOn: daySchema.nullable(),
  residual: z.enum(residualLikelihoods),
  residualText: plainTextSchema,
  evidenceIds: z.array(idSchema),
  notes: plainTextSchema,
})
export type Deidentification = z.infer<typeof deidentificationSchema>

/** Done by the day, tried by somebody who did not find that people are easily told from it, and with something to show for it. */
export function isProvenOn(
  record: Pick<Deidentification, 'withdrawn' | 'doneOn' | 'testedOn' | 'residual' | 'evidenceIds'>,
  day: string,
): boolean {
  return (
    record.withdrawn === null &&
    record.doneOn !== null &&
    record.doneOn <= day &&
    record.testedOn !== null &&
    record.testedOn <= day &&
    record.residual !== 'unknown' &&
    record.residual !== 'high' &&
    record.evidenceIds.length > 0
  )
}

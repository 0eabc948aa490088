/**
 * Monitoring results and changes (監視結果・変更): a measure of a system, or a change of its model, its terms or its surroundings.
 * One that deviates or is significant reopens the assessment of the system's risks (`metrics/reopening.ts`).
 */
import { z } from 'zod'
import { daySchema } from './calendar-date.ts'
import { codedShape, idSchema } from './record.ts'
import { answers } from './system.ts'
import { bilingualSchema, nameSchema, plainTextSchema } from './text.ts'

export const observationKinds = ['monitoring', 'model_change', 'terms_change', 'other_change'] as const
export const observationOutcomes = ['within', 'deviating'] as const

/** A person decided that a risk need not be assessed again for this. */
const waiverSchema = z.object({ riskId: idSchema, on: daySchema, personId: idSchema, reason: z.string().min(1) })

export const observationSchema = z.object({
  ...codedShape,
  name: nameSchema,
  systemId: idSchema,
  kind: z.enum(observationKinds),
  on: daySchema,
  /** Of a monitoring result: what was measured, over which days, what is allowed. */
  metric: plainTextSchema,
  measured: plainTextSchema,
  allowed: plainTextSchema,
  outcome: z.enum(observationOutcomes).nullable(),
  periodFrom: daySchema.nullable(),
  periodTo: daySchema.nullable(),
  /** Of a change: which version gave way to which. */
  versionBefore: plainTextSchema,
  versionAfter: plainTextSchema,
  source: plainTextSchema,
  /** Unknown counts as significant. */
  significant: z.enum(answers),
  significantReason: plainTextSchema,
  /** What is to be done about it. */
  decision: bilingualSchema,
  /** By when the risks are to be assessed again. */
  reassessBy: daySchema.nullable(),
  waivers: z.array(waiverSchema),
  notes: plainTextSchema,
})
export type Observation = z.infer<typeof observationSchema>

/** Whether it reopens assessments: a deviation always, a change unless somebody has judged it not to be significant. */
export function reopens({
  kind,
  outcome,
  significant,
}: Pick<Observation, 'kind' | 'outcome' | 'significant'>): boolean {
  if (significant === 'yes') return true
  return kind === 'monitoring' ? outcome === 'deviating' : significant === 'unknown'
}

/** Days in which risks are assessed again, where no day was agreed. */
export const daysToReassess = 30

export type ObservationFacts = Readonly<
  Pick<
    Observation,
    'id' | 'code' | 'withdrawn' | 'name' | 'systemId' | 'kind' | 'on' | 'outcome' | 'significant' | 'reassessBy'
  >
> & { readonly waivers: readonly Readonly<Pick<Observation['waivers'][number], 'riskId' | 'on'>>[] }

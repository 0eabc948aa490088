/** Training by role (役割別研修): who must have done which training, how often, and who has done it on what day. */
import { z } from 'zod'
import { assignmentRoles, postKinds } from './accountability.ts'
import { addDays, addMonths, type Day, daySchema } from './calendar-date.ts'
import { codedShape, idSchema, recordShape } from './record.ts'
import { bilingualSchema, nameSchema, plainTextSchema } from './text.ts'

/** What is required: of the holders and deputies of posts, of those who answer, of the people of units, of single people. */
export const trainingSchema = z.object({
  ...codedShape,
  name: nameSchema,
  description: bilingualSchema,
  policyId: idSchema.nullable(),
  ownerPostId: idSchema.nullable(),
  postKinds: z.array(z.enum(postKinds)),
  roles: z.array(z.enum(assignmentRoles)),
  postIds: z.array(idSchema),
  unitIds: z.array(idSchema),
  personIds: z.array(idSchema),
  /** How long a completion holds, in months; null: once and for all. */
  cycleMonths: z.int().min(1).max(120).nullable(),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  notes: plainTextSchema,
})
export type Training = z.infer<typeof trainingSchema>

/** One person has done one training on one day. It holds until `validUntil`, the day included; null: it does not run out. */
export const trainingCompletionSchema = z.object({
  ...recordShape,
  trainingId: idSchema,
  personId: idSchema,
  on: daySchema,
  validUntil: daySchema.nullable(),
  /** The certificate, the list of attendance, the number in the learning system. */
  reference: plainTextSchema,
})
export type TrainingCompletion = z.infer<typeof trainingCompletionSchema>

/** The last day on which a completion of that day holds: a cycle of 12 months from 1 April ends on 31 March. */
export function validUntilOf({ cycleMonths }: Pick<Training, 'cycleMonths'>, on: Day): Day | null {
  return cycleMonths === null ? null : addDays(addMonths(on, cycleMonths), -1)
}

export type TrainingFacts = Readonly<
  Pick<
    Training,
    'id' | 'code' | 'withdrawn' | 'name' | 'ownerPostId' | 'postKinds' | 'roles' | 'cycleMonths' | 'from' | 'to'
  >
> & {
  readonly postIds: readonly string[]
  readonly unitIds: readonly string[]
  readonly personIds: readonly string[]
}
export type CompletionFacts = Readonly<
  Pick<TrainingCompletion, 'withdrawn' | 'trainingId' | 'personId' | 'on' | 'validUntil'>
>

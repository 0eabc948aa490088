/** Actions: who, by when, and every slip of the due date kept. */
import { z } from 'zod'
import { daySchema } from './calendar-date.ts'
import { slipsSchema } from './due-day.ts'
import { codedShape, idSchema } from './record.ts'
import { bilingualSchema, nameSchema, plainTextSchema } from './text.ts'

export const actionStates = ['open', 'done', 'verified'] as const
export const actionSchema = z.object({
  ...codedShape,
  name: nameSchema,
  description: bilingualSchema,
  ownerId: idSchema.nullable(),
  dueOn: daySchema.nullable(),
  state: z.enum(actionStates),
  doneOn: daySchema.nullable(),
  verifiedOn: daySchema.nullable(),
  verifierId: idSchema.nullable(),
  slips: slipsSchema,
  systemIds: z.array(idSchema),
  riskIds: z.array(idSchema),
  controlIds: z.array(idSchema),
  notes: plainTextSchema,
})
export type Action = z.infer<typeof actionSchema>

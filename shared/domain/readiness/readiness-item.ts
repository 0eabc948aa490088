/**
 * The immediate priorities under Japan's rules (ours), each with who sees to it and by when. How far each is, is counted out of the
 * register and is not kept here.
 */
import { z } from 'zod'
import { daySchema } from '../calendar-date.ts'
import { idSchema, recordShape } from '../record.ts'
import { plainTextSchema } from '../text.ts'

export const readinessIds = ['reviews', 'agreements', 'contracts', 'accountability', 'dpia', 'account'] as const
export type ReadinessId = (typeof readinessIds)[number]

/** `none`: there is nothing that it would have to be done for. */
export const readinessStates = ['no_data', 'none', 'done', 'overdue', 'open'] as const
export type ReadinessState = (typeof readinessStates)[number]

/** One a priority; without a record nobody sees to it. */
export const readinessItemSchema = z.object({
  ...recordShape,
  item: z.enum(readinessIds),
  ownerPostId: idSchema.nullable(),
  dueOn: daySchema.nullable(),
  notes: plainTextSchema,
})
export type ReadinessItem = z.infer<typeof readinessItemSchema>

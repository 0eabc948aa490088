/**
 * The board calendar: meetings of the bodies that decide, by when the papers must be there, and who prepares what by when.
 * A step of preparation is a record of its own, so that its post finds it in the work queue.
 */
import { z } from 'zod'
import { daySchema } from '../calendar-date.ts'
import { codedShape, idSchema, recordShape } from '../record.ts'
import { nameSchema, plainTextSchema } from '../text.ts'
import { decisionBodies } from './decision.ts'

export const meetingSchema = z.object({
  ...codedShape,
  name: nameSchema,
  body: z.enum(decisionBodies),
  on: daySchema,
  /** The last day on which the pack is handed to its members. */
  packDeadline: daySchema.nullable(),
  /** The pack that it takes up. */
  packId: idSchema.nullable(),
  attendeePostIds: z.array(idSchema),
  notes: plainTextSchema,
})
export type Meeting = z.infer<typeof meetingSchema>

export const preparationSchema = z.object({
  ...recordShape,
  meetingId: idSchema,
  name: nameSchema,
  postId: idSchema.nullable(),
  dueOn: daySchema.nullable(),
  doneOn: daySchema.nullable(),
  doneById: idSchema.nullable(),
})
export type Preparation = z.infer<typeof preparationSchema>

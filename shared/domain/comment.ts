/** Comments on a record: what somebody wrote about it and when; an edited or withdrawn one keeps its earlier words in the log. */
import { z } from 'zod'
import { instantSchema } from './calendar-date.ts'
import { codedNouns } from './coded-nouns.ts'
import { idSchema, recordShape } from './record.ts'
import { longestText } from './text.ts'

export const commentSchema = z.object({
  ...recordShape,
  subject: z.enum(codedNouns),
  subjectId: idSchema,
  text: z
    .string()
    .max(longestText, { error: 'TOO_LONG' })
    .refine((text) => text.trim() !== '', { error: 'REQUIRED' }),
  /** The person who was chosen at opening, if one was. */
  personId: idSchema.nullable(),
  recordedAt: instantSchema,
})
export type Comment = z.infer<typeof commentSchema>

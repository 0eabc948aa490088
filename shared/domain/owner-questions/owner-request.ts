/** That the owner of AI systems was sent a workbook of questions, and when it was taken back. */
import { z } from 'zod'
import { type Day, daySchema } from '../calendar-date.ts'
import { idSchema, recordShape } from '../record.ts'

export const ownerRequestSchema = z.object({
  ...recordShape,
  personId: idSchema,
  issuedOn: daySchema,
  answerBy: daySchema.nullable(),
  /** How many systems, and how many questions on them and what hangs on them. */
  systems: z.int().min(1),
  questions: z.int().min(1),
  /** The day that the owner wrote on it, else the day it was taken in; null: it has not come back. */
  answeredOn: daySchema.nullable(),
})
export type OwnerRequest = z.infer<typeof ownerRequestSchema>

export const ownerStandings = ['never', 'waiting', 'overdue', 'answered'] as const
export type OwnerStanding = (typeof ownerStandings)[number]

/** How an owner stands on a day, by what went out last. */
export function ownerStandingOn(latest: OwnerRequest | null, day: Day): OwnerStanding {
  if (latest === null) return 'never'
  if (latest.answeredOn !== null) return 'answered'
  return latest.answerBy !== null && latest.answerBy < day ? 'overdue' : 'waiting'
}

/** Requests of a person, the newest first. */
export function latestFirst(requests: readonly OwnerRequest[]): readonly OwnerRequest[] {
  return [...requests].sort((one, other) =>
    one.issuedOn === other.issuedOn ? (one.id < other.id ? 1 : -1) : one.issuedOn < other.issuedOn ? 1 : -1,
  )
}

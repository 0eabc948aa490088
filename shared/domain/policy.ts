/** AI policies and rules (AI方針・規程): which edition is in force, who approved it, what it replaces and when it is reviewed. */
import { z } from 'zod'
import { type Day, daySchema } from './calendar-date.ts'
import { codedShape, idSchema } from './record.ts'
import { bilingualSchema, nameSchema, plainTextSchema } from './text.ts'

export const policySchema = z.object({
  ...codedShape,
  name: nameSchema,
  edition: plainTextSchema,
  description: bilingualSchema,
  appliesTo: bilingualSchema,
  /** Where the text itself lies: a path, a shelf, a document number. */
  location: plainTextSchema,
  ownerPostId: idSchema.nullable(),
  /** The policy that this one replaces. */
  supersedesId: idSchema.nullable(),
  from: daySchema.nullable(),
  nextReviewOn: daySchema.nullable(),
  /** The body or post that approved it, the day and its words. */
  approverPostId: idSchema.nullable(),
  approvedOn: daySchema.nullable(),
  approvedText: plainTextSchema,
  notes: plainTextSchema,
})
export type Policy = z.infer<typeof policySchema>
export type PolicyFacts = Readonly<
  Pick<
    Policy,
    'id' | 'code' | 'withdrawn' | 'name' | 'ownerPostId' | 'supersedesId' | 'from' | 'nextReviewOn' | 'approvedOn'
  >
>

export const policyStandings = ['draft', 'future', 'in_force', 'superseded'] as const
export type PolicyStanding = (typeof policyStandings)[number]

type Chained = Pick<PolicyFacts, 'id' | 'withdrawn' | 'supersedesId' | 'from' | 'approvedOn'>

/** Approved and begun by the day, and not replaced by one that is. Without a first day it begins as it is approved. */
export function policyStandingOn(policy: Chained, all: readonly Chained[], day: Day): PolicyStanding {
  if (policy.approvedOn === null || policy.approvedOn > day) return 'draft'
  if (!isBegun(policy, day)) return 'future'
  const replaced = all.some(
    (other) => other.supersedesId === policy.id && other.withdrawn === null && isBegun(other, day),
  )
  return replaced ? 'superseded' : 'in_force'
}

function isBegun({ approvedOn, from }: Chained, day: Day): boolean {
  return approvedOn !== null && approvedOn <= day && (from ?? approvedOn) <= day
}

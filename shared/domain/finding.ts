/**
 * Findings of internal audit (内部監査の指摘): what the auditors found, what management answered and by when it is put right.
 * Audit itself confirms that it was: never the person who carried it out.
 */
import { z } from 'zod'
import { type Day, daySchema } from './calendar-date.ts'
import { daysPast, dueOnDay, slipsSchema } from './due-day.ts'
import { codedShape, idSchema } from './record.ts'
import { bilingualSchema, nameSchema, plainTextSchema } from './text.ts'

export const findingStates = ['open', 'responded', 'implemented', 'closed'] as const
export const findingRatings = ['high', 'medium', 'low'] as const
export const findingResponses = ['agree', 'partly', 'disagree'] as const

export const findingSchema = z.object({
  ...codedShape,
  name: nameSchema,
  description: bilingualSchema,
  /** The audit by its name, and who carried it out. */
  audit: plainTextSchema,
  auditor: plainTextSchema,
  reportedOn: daySchema.nullable(),
  rating: z.enum(findingRatings),
  rootCause: bilingualSchema,
  recommendation: bilingualSchema,
  ownerPostId: idSchema.nullable(),
  ownerId: idSchema.nullable(),
  dueOn: daySchema.nullable(),
  state: z.enum(findingStates),
  /** What management answered, by whom and when; null before it has. */
  response: z.enum(findingResponses).nullable(),
  responseText: plainTextSchema,
  responderId: idSchema.nullable(),
  respondedOn: daySchema.nullable(),
  /** What was done, as management reports it. */
  implementedText: plainTextSchema,
  implementerId: idSchema.nullable(),
  implementedOn: daySchema.nullable(),
  /** What audit looked at before it closed the finding. */
  verifiedText: plainTextSchema,
  verifierId: idSchema.nullable(),
  verifiedOn: daySchema.nullable(),
  slips: slipsSchema,
  systemIds: z.array(idSchema),
  riskIds: z.array(idSchema),
  controlIds: z.array(idSchema),
  actionIds: z.array(idSchema),
  /** Items of requirement packs that it concerns, whatever their version. */
  requirementIds: z.array(z.string().min(1).max(300)).max(500),
  notes: plainTextSchema,
})
export type Finding = z.infer<typeof findingSchema>

export type FindingFacts = Readonly<
  Pick<
    Finding,
    | 'id'
    | 'code'
    | 'withdrawn'
    | 'name'
    | 'rating'
    | 'reportedOn'
    | 'ownerPostId'
    | 'ownerId'
    | 'dueOn'
    | 'state'
    | 'implementerId'
    | 'verifiedOn'
  >
> & {
  readonly slips: readonly Readonly<Pick<Finding['slips'][number], 'from' | 'to' | 'on'>>[]
  readonly systemIds: readonly string[]
} & Readonly<Partial<Pick<Finding, 'riskIds' | 'controlIds'>>>

/** A finding that was reported and not closed on the day. */
export interface OpenFinding<Row = FindingFacts> {
  readonly finding: Row
  /** The due day as it stood on the day. */
  readonly dueOn: Day | null
  readonly daysOverdue: number
}

type Dated = Pick<FindingFacts, 'withdrawn' | 'reportedOn' | 'dueOn' | 'state' | 'verifiedOn' | 'slips'>

/** In their order. Where the day of the report is not registered it counts as reported. */
export function openFindingsOn<Row extends Dated>(findings: readonly Row[], day: Day): readonly OpenFinding<Row>[] {
  return findings
    .filter((finding) => isOpenOn(finding, day))
    .map((finding) => {
      const dueOn = dueOnDay(finding, day)
      return { finding, dueOn, daysOverdue: daysPast(dueOn, day) }
    })
}

function isOpenOn({ withdrawn, reportedOn, state, verifiedOn }: Dated, day: Day): boolean {
  if (withdrawn !== null || (reportedOn !== null && reportedOn > day)) return false
  return state !== 'closed' || (verifiedOn !== null && verifiedOn > day)
}

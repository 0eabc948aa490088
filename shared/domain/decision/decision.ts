/**
 * What a board is asked and what it decided (決議・協議・報告), and what came of it.
 *
 * Choices that are ours:
 * - One record from the request to the end: asked for a meeting and a pack, answered by the body, carried out. What was asked is
 *   not typed over once the body has answered it; what came of it is reported by verbs.
 * - The due day is the day by which the decision is to be carried out: K27 counts it. Every move of it is kept.
 * - Deferred is an answer: the request waits until somebody puts it to another meeting, and each time is kept with its meeting and
 *   pack.
 * - A resolution is never "noted", and a report is never resolved: it is noted or deferred.
 * - `packId` null while it is asked: for the pack that is locked next. Locking gives it the pack's id.
 */
import { z } from 'zod'
import { daySchema } from '../calendar-date.ts'
import { slipsSchema } from '../due-day.ts'
import { kriIds } from '../metrics/kri-result.ts'
import { codedShape, idSchema, recordShape } from '../record.ts'
import { entriesSchema, type RepeatedPart } from '../repeated.ts'
import { bilingualSchema, nameSchema, plainTextSchema } from '../text.ts'

/** 決議・協議・報告. */
export const decisionKinds = ['resolution', 'discussion', 'report'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** Who decides: the bodies of a company under Japanese law, and those that the company sets up itself. */
export const decisionBodies = [
  'board',
  'audit_committee',
  'audit_board',
  'executive_committee',
  'risk_committee',
  'other',
] as const
export type DecisionBody = (typeof decisionBodies)[number]

export const decisionStates = ['requested', 'deferred', 'decided'] as const
export const decisionOutcomes = ['approved', 'conditional', 'option', 'rejected', 'noted', 'deferred'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]
export const followThroughs = ['not_started', 'in_progress', 'implemented', 'not_needed'] as const
export type FollowThrough = (typeof followThroughs)[number]

/** What can be chosen, and what follows from it. */
export const decisionOptionParts = [
  { name: 'label', required: true },
  { name: 'consequence', long: true },
] as const satisfies readonly RepeatedPart[]

/** The answers that a body can give to a matter of a kind. */
export function outcomesOf(kind: DecisionKind): readonly DecisionOutcome[] {
  switch (kind) {
    case 'resolution':
      return ['approved', 'conditional', 'option', 'rejected', 'deferred']
    case 'discussion':
      return decisionOutcomes
    case 'report':
      return ['noted', 'deferred']
  }
}

/** Whether something is to be carried out after it. */
export function obliges(outcome: DecisionOutcome | null): boolean {
  return outcome === 'approved' || outcome === 'conditional' || outcome === 'option'
}

/** An earlier meeting that put the matter off, or from which it was taken away before it met. */
export const deferralsSchema = z.array(
  z.object({
    on: daySchema,
    meetingId: idSchema.nullable(),
    packId: idSchema.nullable(),
    /** Whether the body itself put it off. */
    byBody: z.boolean(),
    reason: z.string().min(1),
  }),
)

const knownFigures: ReadonlySet<string> = new Set(kriIds)
const figuresSchema = z
  .array(z.string().refine((id) => knownFigures.has(id), { error: 'UNKNOWN_FIGURE' }))
  .max(kriIds.length)

export const decisionSchema = z.object({
  ...codedShape,
  name: nameSchema,
  kind: z.enum(decisionKinds),
  body: z.enum(decisionBodies),
  /** What the body is asked to decide. */
  ask: bilingualSchema,
  options: entriesSchema(decisionOptionParts),
  recommendation: bilingualSchema,
  /** What follows when it is not decided now. */
  delayConsequence: bilingualSchema,
  ownerPostId: idSchema.nullable(),
  ownerId: idSchema.nullable(),
  /** By when it is carried out. */
  dueOn: daySchema.nullable(),
  meetingId: idSchema.nullable(),
  packId: idSchema.nullable(),
  state: z.enum(decisionStates),
  systemIds: z.array(idSchema),
  riskIds: z.array(idSchema),
  controlIds: z.array(idSchema),
  acceptanceIds: z.array(idSchema),
  contractIds: z.array(idSchema),
  findingIds: z.array(idSchema),
  incidentIds: z.array(idSchema),
  /** Figures for which it is asked: one beyond its tolerance is answered by it. */
  kriIds: figuresSchema,
  outcome: z.enum(decisionOutcomes).nullable(),
  /** The label of the option that was chosen. */
  chosenOption: z.string().max(2000, { error: 'TOO_LONG' }).nullable(),
  outcomeText: plainTextSchema,
  conditions: plainTextSchema,
  decidedOn: daySchema.nullable(),
  minutesReference: z.string().max(2000, { error: 'TOO_LONG' }).nullable(),
  /** 稟議番号. */
  ringiNumber: z.string().max(200, { error: 'TOO_LONG' }).nullable(),
  /** Null until it is decided. */
  followThrough: z.enum(followThroughs).nullable(),
  followThroughText: plainTextSchema,
  followedOn: daySchema.nullable(),
  implementedOn: daySchema.nullable(),
  actionIds: z.array(idSchema),
  evidenceIds: z.array(idSchema),
  slips: slipsSchema,
  deferrals: deferralsSchema,
  notes: plainTextSchema,
})
export type Decision = z.infer<typeof decisionSchema>

/** That a person says of a pack that nothing is asked of the body in it; `packId` null: of the pack that is locked next. */
export const noDecisionSchema = z.object({
  ...recordShape,
  packId: idSchema.nullable(),
  personId: idSchema,
  on: daySchema,
  note: plainTextSchema,
})
export type NoDecision = z.infer<typeof noDecisionSchema>

/** What is asked, as it stood when the body answered: not changed afterwards. */
export const askedFields = ['kind', 'body', 'ask', 'options', 'recommendation', 'delayConsequence'] as const

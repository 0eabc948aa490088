/**
 * What a register holds of requirements: the packs that the company is held against, each for its time, and its answers.
 * Answers are keyed by pack, version and item, so that those to an older version stay what they were. A control says itself
 * which items it answers (`requirementIds`).
 */
import { z } from 'zod'
import { daySchema } from '../calendar-date.ts'
import { idSchema, recordShape } from '../record.ts'
import { bilingualSchema, plainTextSchema } from '../text.ts'
import { requirementPackSchema } from './requirement-pack.ts'

/** Shipped with the program; a file that carries our publisher's signature; any other file. */
export const packOrigins = ['shipped', 'signed', 'unverified'] as const

export const requirementPackRecordSchema = z.object({
  ...recordShape,
  packId: z.string().min(1),
  packVersion: z.string().min(1),
  name: bilingualSchema,
  origin: z.enum(packOrigins),
  fileName: z.string().max(500).nullable(),
  /** SHA-256 of the content's canonical JSON. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The pack itself: what it said stays readable whatever a later program ships. */
  content: requirementPackSchema,
  from: daySchema,
  to: daySchema.nullable(),
})
export type RequirementPackRecord = z.infer<typeof requirementPackRecordSchema>

export const answerSubjects = ['company', 'system'] as const
export const answerStates = ['met', 'partly', 'not_met'] as const
export type AnswerState = (typeof answerStates)[number]

export const requirementAnswerSchema = z.object({
  ...recordShape,
  packId: z.string().min(1),
  packVersion: z.string().min(1),
  itemId: z.string().min(1),
  subject: z.enum(answerSubjects),
  /** The system; null for the company. */
  systemId: idSchema.nullable(),
  /** Null where it does not apply. */
  state: z.enum(answerStates).nullable(),
  note: plainTextSchema,
  on: daySchema,
  answererId: idSchema.nullable(),
  /** Does not apply, with a reason and an approver; else null. */
  notApplicable: z.object({ reason: z.string().min(1), approverPersonId: idSchema, on: daySchema }).nullable(),
  /** The version whose answer this is, until somebody has answered anew. */
  carriedFrom: z.string().nullable(),
  /** Who sees to it that what is open is answered, and by when. */
  ownerId: idSchema.nullable(),
  dueOn: daySchema.nullable(),
})
export type RequirementAnswer = z.infer<typeof requirementAnswerSchema>

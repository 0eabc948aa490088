/** Audit findings, monitoring results and changes, policies, training by role. */
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import { findingResponses } from '#shared/domain/finding.ts'
import type { TrainingGroup, TrainingStanding } from '#shared/domain/metrics/training-figures.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { nameSchema, plainTextSchema } from '#shared/domain/text.ts'
import { mostRecordsAtOnce } from './batch.ts'
import { type Labels, operation, type, versioned } from './base.ts'
import { recordOperations } from './records.ts'

const withReason = z.object({ ...versioned, reason: z.string() })

export const finding = {
  ...recordOperations('finding'),
  /** Management's answer, with its words, its person and its day. */
  respond: operation
    .input(
      z.object({
        ...versioned,
        response: z.enum(findingResponses),
        responderId: z.uuid(),
        on: daySchema,
        text: z.string(),
      }),
    )
    .output(type<RecordOf<'finding'>>()),
  moveDueDate: operation.input(withReason.extend({ to: daySchema })).output(type<RecordOf<'finding'>>()),
  /** Management reports it as put right. */
  implement: operation
    .input(z.object({ ...versioned, implementerId: z.uuid(), on: daySchema, text: z.string() }))
    .output(type<RecordOf<'finding'>>()),
  /** Audit closes it; refused of the person who carried it out. */
  verify: operation
    .input(z.object({ ...versioned, verifierId: z.uuid(), on: daySchema, text: z.string() }))
    .output(type<RecordOf<'finding'>>()),
  reopen: operation.input(withReason).output(type<RecordOf<'finding'>>()),
  /** An action that puts it right, tied to it. */
  createAction: operation
    .input(z.object({ ...versioned, name: nameSchema, ownerId: z.uuid().nullable(), dueOn: daySchema.nullable() }))
    .output(type<RecordOf<'action'>>()),
}

export const observation = {
  ...recordOperations('observation'),
  /** Significant or not, with a reason. */
  judge: operation
    .input(withReason.extend({ significant: z.enum(['yes', 'no']) }))
    .output(type<RecordOf<'observation'>>()),
  /** No new assessment of these risks is needed for it. */
  waive: operation
    .input(withReason.extend({ riskIds: z.array(z.uuid()).min(1).max(mostRecordsAtOnce), personId: z.uuid() }))
    .output(type<RecordOf<'observation'>>()),
}

export const policy = {
  ...recordOperations('policy'),
  approve: operation
    .input(z.object({ ...versioned, approverPostId: z.uuid(), on: daySchema, from: daySchema, text: z.string() }))
    .output(type<RecordOf<'policy'>>()),
}

/** Who has to have done one training on a day, by role, and who has. */
export interface TrainingPicture {
  readonly day: string
  readonly trainings: readonly (Pick<TrainingStanding, 'people'> & {
    readonly id: string
    readonly code: string
    readonly groups: readonly TrainingGroup[]
  })[]
  readonly labels: Labels
}

/** A line of a pasted list: the person that it names, or why nobody is found. */
export interface FoundPerson {
  readonly line: string
  readonly personId: string | null
  readonly on: string | null
  readonly problem: 'nobody' | 'several' | 'bad_day' | null
}

export const training = {
  ...recordOperations('training'),
  picture: operation
    .input(z.object({ day: daySchema.nullable(), trainingId: z.uuid().nullable() }))
    .output(type<TrainingPicture>()),
  /** People by what a list calls them: code, name or e-mail, each with a day where the line has one. */
  readPeople: operation
    .input(z.object({ text: z.string().max(200_000) }))
    .output(type<{ readonly found: readonly FoundPerson[]; readonly labels: Labels }>()),
  recordCompletions: operation
    .input(
      z.object({
        trainingId: z.uuid(),
        people: z
          .array(z.object({ personId: z.uuid(), on: daySchema }))
          .min(1)
          .max(mostRecordsAtOnce),
        validUntil: daySchema.nullable(),
        reference: plainTextSchema,
      }),
    )
    .output(type<{ readonly recorded: number }>()),
  withdrawCompletion: operation.input(withReason).output(type<RecordOf<'trainingCompletion'>>()),
}

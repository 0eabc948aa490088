/** Decisions of the board and its committees, that nothing is asked, and the board calendar. */
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import { decisionOutcomes, followThroughs } from '#shared/domain/decision/decision.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { nameSchema, plainTextSchema } from '#shared/domain/text.ts'
import { type Labels, operation, type, versioned } from './base.ts'
import { recordOperations } from './records.ts'

const withReason = z.object({ ...versioned, reason: z.string() })
const decided = () => type<RecordOf<'decision'>>()

export const decision = {
  ...recordOperations('decision'),
  /** A pack null: the one that is locked next. */
  place: operation
    .input(z.object({ ...versioned, meetingId: z.uuid().nullable(), packId: z.uuid().nullable() }))
    .output(decided()),
  moveDueDate: operation.input(z.object({ ...versioned, to: daySchema, reason: z.string() })).output(decided()),
  recordOutcome: operation
    .input(
      z.object({
        ...versioned,
        outcome: z.enum(decisionOutcomes),
        chosenOption: z.string().max(2000).nullable(),
        conditions: plainTextSchema,
        text: z.string(),
        on: daySchema,
        minutesReference: z.string().max(2000).nullable(),
        ringiNumber: z.string().max(200).nullable(),
      }),
    )
    .output(decided()),
  withdrawOutcome: operation.input(withReason).output(decided()),
  /** To another meeting, and to the pack that is locked next. */
  defer: operation
    .input(z.object({ ...versioned, meetingId: z.uuid().nullable(), reason: z.string() }))
    .output(decided()),
  reportFollowThrough: operation
    .input(
      z.object({
        ...versioned,
        followThrough: z.enum(followThroughs),
        on: daySchema,
        text: z.string(),
        evidenceIds: z.array(z.uuid()).max(500),
      }),
    )
    .output(decided()),
  createAction: operation
    .input(z.object({ ...versioned, name: nameSchema, ownerId: z.uuid().nullable(), dueOn: daySchema.nullable() }))
    .output(type<RecordOf<'action'>>()),
  /** That nothing is asked in a pack. DECISIONS_REQUESTED where something is. */
  confirmNone: operation
    .input(z.object({ packId: z.uuid().nullable(), personId: z.uuid(), note: plainTextSchema }))
    .output(type<RecordOf<'noDecision'>>()),
  withdrawNone: operation.input(withReason).output(type<RecordOf<'noDecision'>>()),
}

/** Meetings of a stretch of days in their order, each with what is prepared for it and what is asked of it. */
export interface BoardCalendar {
  readonly meetings: readonly {
    readonly meeting: RecordOf<'meeting'>
    readonly steps: readonly RecordOf<'preparation'>[]
    readonly decisions: readonly { readonly id: string; readonly code: string }[]
  }[]
  readonly labels: Labels
}

const step = { name: nameSchema, postId: z.uuid().nullable(), dueOn: daySchema.nullable() }
const prepared = () => type<RecordOf<'preparation'>>()

export const meeting = {
  ...recordOperations('meeting'),
  calendar: operation.input(z.object({ from: daySchema, to: daySchema })).output(type<BoardCalendar>()),
  takeUpPack: operation
    .input(z.object({ ...versioned, packId: z.uuid().nullable() }))
    .output(type<RecordOf<'meeting'>>()),
  addPreparation: operation.input(z.object({ ...versioned, ...step })).output(prepared()),
  changePreparation: operation.input(z.object({ ...versioned, ...step })).output(prepared()),
  copyPreparations: operation
    .input(z.object({ ...versioned, from: z.uuid() }))
    .output(type<{ readonly count: number }>()),
  /** A day null: not done after all. */
  completePreparation: operation
    .input(z.object({ ...versioned, on: daySchema.nullable(), doneById: z.uuid().nullable() }))
    .output(prepared()),
  withdrawPreparation: operation.input(withReason).output(prepared()),
}

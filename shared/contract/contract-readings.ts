/** Reading a contract: what is asked, what was found, and what comes of a gap. */
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { riskCategories } from '#shared/domain/principles.ts'
import { nameSchema, plainTextSchema } from '#shared/domain/text.ts'
import { pointAnswerSchema, pointFindings } from '#shared/domain/third-party/contract-reading.ts'
import type { PointCounts, ReadPoint, ReadingStanding } from '#shared/domain/third-party/reading-standing.ts'
import { idInput, type Labels, operation, type, versioned } from './base.ts'
import { mostRecordsAtOnce } from './batch.ts'

/** A point as it stands in a reading, with the record of its answer. */
export type PictureOfPoint = ReadPoint

/** One reading whole: the contract, every point, and the sums over them. */
export interface ReadingPicture extends Omit<ReadingStanding, 'missing'> {
  readonly reading: RecordOf<'contractReading'>
  readonly contract: RecordOf<'contract'>
  /** What the reading before it found of the three terms; null where there was none. */
  readonly previous: RecordOf<'contractReading'> | null
  /** The version of our points by which it is shown; another one than the reading's where this program does not hold that. */
  readonly shownBy: string
  readonly missing: readonly string[]
  readonly labels: Labels
}

/** A contract's readings, newest first, and how it stands by the one that counts today. */
export interface ReadingsOfContract {
  readonly readings: readonly (PointCounts & {
    readonly reading: RecordOf<'contractReading'>
    readonly complete: boolean
  })[]
  /** Of a contract that nobody has read: how many points are asked of it. */
  readonly asked: number
  readonly labels: Labels
}

const { shape } = pointAnswerSchema
/** What is written beside a finding at any time: also when the reading is complete, since it is then that one negotiates. */
const negotiated = {
  position: shape.position.optional(),
  agreedText: shape.agreedText.optional(),
  ownerPostId: shape.ownerPostId.optional(),
  ownerId: shape.ownerId.optional(),
  dueOn: shape.dueOn.optional(),
  riskIds: shape.riskIds.max(mostRecordsAtOnce).optional(),
  actionIds: shape.actionIds.max(mostRecordsAtOnce).optional(),
}
/** What belongs to the finding itself, and stays as it is once the reading is complete. */
const found = {
  clause: shape.clause.optional(),
  quotation: shape.quotation.optional(),
  reason: shape.reason.optional(),
  accepterId: shape.accepterId.optional(),
  acceptedUntil: shape.acceptedUntil.optional(),
}
export const detailsOfFinding = Object.keys(found) as readonly (keyof typeof found)[]

const at = { readingId: z.uuid(), pointId: shape.pointId }
/** The version at which the answer was read; null where there was none. */
const answerVersion = { version: z.int().min(1).nullable() }

export const readingOperations = {
  ofContract: operation.input(idInput).output(type<ReadingsOfContract>()),
  picture: operation.input(idInput).output(type<ReadingPicture>()),
  /** A new reading. What the newest reading of the contract found is carried over, to be confirmed against this text. */
  start: operation
    .input(z.object({ contractId: z.uuid(), edition: plainTextSchema, readerId: z.uuid().nullable() }))
    .output(type<RecordOf<'contractReading'>>()),
  /** What was found at a point. A risk that is borne, and a point that does not apply, owe a reason. */
  setFinding: operation
    .input(z.object({ ...at, ...answerVersion, finding: z.enum(pointFindings), ...found, ...negotiated }))
    .output(type<RecordOf<'pointAnswer'>>()),
  /** What stands beside a finding, without judging it anew. */
  editAnswer: operation
    .input(z.object({ ...versioned, patch: z.strictObject({ ...found, ...negotiated }) }))
    .output(type<RecordOf<'pointAnswer'>>()),
  /** Findings that were carried over hold for this text too. All or none. */
  confirmCarriedOver: operation
    .input(z.object({ readingId: z.uuid(), answers: z.array(z.object(versioned)).min(1).max(mostRecordsAtOnce) }))
    .output(type<{ readonly confirmed: number }>()),
  /** READING_INCOMPLETE names the points that nobody has answered for this text. */
  complete: operation.input(z.object(versioned)).output(type<RecordOf<'contractReading'>>()),
  reopen: operation.input(z.object({ ...versioned, reason: z.string() })).output(type<RecordOf<'contractReading'>>()),
  /** An action that closes a gap, tied to it. A point that nobody has answered is recorded as one that needs change. */
  createAction: operation
    .input(
      z.object({
        ...at,
        ...answerVersion,
        name: nameSchema,
        ownerId: z.uuid().nullable(),
        dueOn: daySchema.nullable(),
      }),
    )
    .output(type<RecordOf<'action'>>()),
  /** A risk that a gap stands for, tied to it. */
  createRisk: operation
    .input(z.object({ ...at, ...answerVersion, name: nameSchema, category: z.enum(riskCategories) }))
    .output(type<RecordOf<'risk'>>()),
}

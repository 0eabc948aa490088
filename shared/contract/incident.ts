/** Incidents with their reports, and what authorities do. */
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import { breachAnswers, reportKinds } from '#shared/domain/incident/incident.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { nameSchema, plainTextSchema } from '#shared/domain/text.ts'
import { operation, type, versioned } from './base.ts'
import { recordOperations } from './records.ts'

/** `2026-10-05 18:00`; read in the register's zone unless another is given. */
const moment = z.string().max(40)
const withReason = z.object({ ...versioned, reason: z.string() })

export const incident = {
  ...recordOperations('incident'),
  /** All moments as they then stand; a blank one is not on record. */
  recordMoments: operation
    .input(
      z.object({
        ...versioned,
        occurredAt: moment.nullable(),
        detectedAt: moment.nullable(),
        learnedAt: moment.nullable(),
        learnedZone: z.string().max(100).nullable(),
        vendorLearnedAt: moment.nullable(),
        vendorToldAt: moment.nullable(),
      }),
    )
    .output(type<RecordOf<'incident'>>()),
  /** Whether it must be reported, with the grounds. */
  judge: operation
    .input(
      z.object({
        ...versioned,
        leak: z.enum(breachAnswers),
        leakSensitive: z.enum(breachAnswers),
        leakFinancial: z.enum(breachAnswers),
        leakWrongful: z.enum(breachAnswers),
        leakMany: z.enum(breachAnswers),
        judgeId: z.uuid(),
        text: z.string(),
      }),
    )
    .output(type<RecordOf<'incident'>>()),
  recordReport: operation
    .input(
      z.object({
        ...versioned,
        kind: z.enum(reportKinds),
        at: moment,
        recipient: z.string().max(2000),
        reference: plainTextSchema,
        reporterId: z.uuid().nullable(),
        notes: plainTextSchema,
      }),
    )
    .output(type<RecordOf<'incidentReport'>>()),
  withdrawReport: operation.input(withReason).output(type<RecordOf<'incidentReport'>>()),
  contain: operation.input(z.object({ ...versioned, at: moment })).output(type<RecordOf<'incident'>>()),
  resolve: operation.input(z.object({ ...versioned, at: moment })).output(type<RecordOf<'incident'>>()),
  /** By somebody else than its owner; refused while reporting is undecided or a report is owed. */
  close: operation
    .input(z.object({ ...versioned, verifierId: z.uuid(), on: daySchema, text: z.string() }))
    .output(type<RecordOf<'incident'>>()),
  reopen: operation.input(withReason).output(type<RecordOf<'incident'>>()),
  createAction: operation
    .input(z.object({ ...versioned, name: nameSchema, ownerId: z.uuid().nullable(), dueOn: daySchema.nullable() }))
    .output(type<RecordOf<'action'>>()),
}

export const enforcement = {
  ...recordOperations('enforcement'),
  complete: operation
    .input(z.object({ ...versioned, doneById: z.uuid(), on: daySchema, text: z.string() }))
    .output(type<RecordOf<'enforcement'>>()),
  reopen: operation.input(withReason).output(type<RecordOf<'enforcement'>>()),
}

import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { acceptanceSchema, assessmentSchema } from '#shared/domain/risk.ts'
import { operation, type, versioned } from './base.ts'
import { recordOperations } from './records.ts'

const withReason = z.object({ ...versioned, reason: z.string() })

export const risk = {
  ...recordOperations('risk'),
  assess: operation
    .input(assessmentSchema.omit({ id: true, version: true, withdrawn: true, impact: true, scaleId: true }))
    .output(type<RecordOf<'assessment'>>()),
  close: operation.input(withReason).output(type<RecordOf<'risk'>>()),
  reopen: operation.input(withReason).output(type<RecordOf<'risk'>>()),
}

const { list, get } = recordOperations('acceptance')
export const acceptance = {
  list,
  get,
  /** An executive takes a risk, or lets a control wait, until a day. */
  accept: operation
    .input(
      acceptanceSchema.pick({
        kind: true,
        subject: true,
        subjectId: true,
        postId: true,
        from: true,
        to: true,
        reason: true,
        renewsId: true,
      }),
    )
    .output(type<RecordOf<'acceptance'>>()),
  end: operation
    .input(z.object({ ...versioned, on: daySchema, reason: z.string() }))
    .output(type<RecordOf<'acceptance'>>()),
}

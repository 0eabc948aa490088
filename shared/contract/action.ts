import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { operation, type, versioned } from './base.ts'
import { recordOperations } from './records.ts'

export const action = {
  ...recordOperations('action'),
  moveDueDate: operation
    .input(z.object({ ...versioned, to: daySchema, reason: z.string() }))
    .output(type<RecordOf<'action'>>()),
  complete: operation.input(z.object({ ...versioned, on: daySchema })).output(type<RecordOf<'action'>>()),
  verify: operation
    .input(z.object({ ...versioned, on: daySchema, verifierId: z.uuid() }))
    .output(type<RecordOf<'action'>>()),
  reopen: operation.input(z.object({ ...versioned, reason: z.string() })).output(type<RecordOf<'action'>>()),
}

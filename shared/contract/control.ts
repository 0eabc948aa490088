import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import { controlTestSchema } from '#shared/domain/control.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { operation, type, versioned } from './base.ts'
import { recordOperations } from './records.ts'

export const control = {
  ...recordOperations('control'),
  test: operation
    .input(
      controlTestSchema
        .omit({ id: true, version: true, withdrawn: true })
        .partial({ method: true, population: true, sampleSize: true, passed: true }),
    )
    .output(type<RecordOf<'controlTest'>>()),
  declareNotApplicable: operation
    .input(z.object({ ...versioned, reason: z.string(), approverPersonId: z.uuid(), on: daySchema }))
    .output(type<RecordOf<'control'>>()),
  declareApplicable: operation
    .input(z.object({ ...versioned, reason: z.string() }))
    .output(type<RecordOf<'control'>>()),
}

export const evidence = {
  ...recordOperations('evidence'),
  /** `token`: a chosen file. Its bytes are kept in the register; they never come through the window. */
  attachFile: operation
    .input(z.object({ ...versioned, token: z.string().min(1) }))
    .output(type<RecordOf<'evidence'>>()),
  removeFile: operation.input(z.object({ ...versioned, reason: z.string() })).output(type<RecordOf<'evidence'>>()),
  /** `folder`: a token of `output-folder`. The file is written under its own name, or the next free one. */
  saveFile: operation
    .input(z.object({ id: z.uuid(), folder: z.string().min(1) }))
    .output(type<{ readonly name: string; readonly bytes: number; readonly token: string }>()),
  accept: operation
    .input(z.object({ ...versioned, accepterId: z.uuid(), on: daySchema, note: z.string() }))
    .output(type<RecordOf<'evidence'>>()),
  withdrawAcceptance: operation
    .input(z.object({ ...versioned, reason: z.string() }))
    .output(type<RecordOf<'evidence'>>()),
}

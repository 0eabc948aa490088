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

export const evidence = recordOperations('evidence')

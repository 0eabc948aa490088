import { z } from 'zod'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { appetiteSchema, organisationSchema, scaleSchema, thresholdSchema } from '#shared/domain/organisation.ts'
import { type Labels, operation, type, versioned } from './base.ts'

/** What the organisation has decided, with all earlier and coming versions. */
export interface Settings {
  readonly organisation: RecordOf<'organisation'>
  readonly scales: readonly RecordOf<'scale'>[]
  readonly appetites: readonly RecordOf<'appetite'>[]
  readonly thresholds: readonly RecordOf<'threshold'>[]
  readonly labels: Labels
}

const identity = { id: true, version: true, withdrawn: true } as const

export const organisation = {
  settings: operation.output(type<Settings>()),
  update: operation
    .input(
      z.object({
        ...versioned,
        patch: organisationSchema
          .pick({
            name: true,
            entityCode: true,
            fiscalStartMonth: true,
            language: true,
            timeZone: true,
            classification: true,
            dayCalendar: true,
            dpiaDays: true,
            deidentificationDays: true,
          })
          .partial(),
      }),
    )
    .output(type<RecordOf<'organisation'>>()),
  setScale: operation.input(scaleSchema.omit(identity)).output(type<RecordOf<'scale'>>()),
  setAppetite: operation
    .input(
      appetiteSchema.omit(identity).extend({
        level: appetiteSchema.shape.level.exactOptional(),
        reviewOn: appetiteSchema.shape.reviewOn.exactOptional(),
      }),
    )
    .output(type<RecordOf<'appetite'>>()),
  setThreshold: operation
    .input(
      thresholdSchema.omit(identity).extend({
        ownerPostId: thresholdSchema.shape.ownerPostId.exactOptional(),
        escalation: thresholdSchema.shape.escalation.exactOptional(),
      }),
    )
    .output(type<RecordOf<'threshold'>>()),
}

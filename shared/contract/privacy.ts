/** Uses of personal data, consents, impact assessments and de-identifications. */
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { dataCheckIds } from '#shared/domain/privacy/check-catalogue.ts'
import { checkFindings } from '#shared/domain/privacy/data-use.ts'
import { screeningOutcomes, screeningReasons } from '#shared/domain/privacy/dpia.ts'
import { type BasisOn, legalBases } from '#shared/domain/privacy/legal-basis.ts'
import type { SystemPrivacy } from '#shared/domain/privacy/system-privacy.ts'
import { plainTextSchema } from '#shared/domain/text.ts'
import { operation, type, versioned } from './base.ts'
import { recordOperations } from './records.ts'

const ids = z.array(z.uuid()).max(500)

export const dataUse = {
  ...recordOperations('dataUse'),
  /** What a use can rest on by the law of today, and what of it is not in force. */
  bases: operation.output(type<readonly BasisOn[]>()),
  /** The uses, assessments and open questions of one system. */
  ofSystem: operation.input(z.object({ systemId: z.uuid() })).output(type<SystemPrivacy>()),
  /** BASIS_NOT_IN_FORCE where the law of that day does not have it. */
  setBasis: operation
    .input(z.object({ ...versioned, basis: z.enum(legalBases), on: daySchema, grounds: z.string() }))
    .output(type<RecordOf<'dataUse'>>()),
  /** What was found at a check, in place of what was found before. */
  answer: operation
    .input(
      z.object({
        useId: z.uuid(),
        checkId: z.enum(dataCheckIds),
        finding: z.enum(checkFindings),
        grounds: plainTextSchema,
        evidenceIds: ids,
        actionIds: ids,
        personId: z.uuid().nullable(),
        on: daySchema,
      }),
    )
    .output(type<RecordOf<'dataCheck'>>()),
}

export const consent = { ...recordOperations('consent') }

const step = z.object({ ...versioned, on: daySchema, personId: z.uuid(), text: z.string() })

export const dpia = {
  ...recordOperations('dpia'),
  screen: operation
    .input(step.extend({ outcome: z.enum(screeningOutcomes), reasons: z.array(z.enum(screeningReasons)) }))
    .output(type<RecordOf<'dpia'>>()),
  recordStep: operation
    .input(
      step.extend({
        step: z.enum(['description', 'necessity', 'risks', 'measures', 'consultation']),
        riskIds: ids.optional(),
        actionIds: ids.optional(),
      }),
    )
    .output(type<RecordOf<'dpia'>>()),
  /** By whoever holds the post on the day: POST_VACANT. */
  approve: operation
    .input(step.omit({ personId: true }).extend({ postId: z.uuid(), validUntil: daySchema }))
    .output(type<RecordOf<'dpia'>>()),
  /** A new one in its place. */
  redo: operation.input(z.object(versioned)).output(type<RecordOf<'dpia'>>()),
}

export const deidentification = { ...recordOperations('deidentification') }

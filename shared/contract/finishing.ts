/** Finishing a pack: commentary, setup and sign-off. A pack null: the one that is locked next. */
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { type PackChoices, packChoicesSchema, signatureRoles } from '#shared/domain/finishing.ts'
import { type Bilingual, languageSchema } from '#shared/domain/text.ts'
import { type Labels, operation, type, versioned } from './base.ts'

const packId = z.uuid().nullable()

/** What of a pack can still be written, or was frozen. */
export interface FinishingState {
  readonly notes: readonly (RecordOf<'packNote'> & {
    readonly author: Bilingual | null
    /** Written before the cut-off of the snapshot. */
    readonly older: boolean
  })[]
  readonly choices: PackChoices
  /** Version of the setup that was recorded; null where the standard holds. */
  readonly setupVersion: number | null
  readonly signOff: RecordOf<'packSignOff'> | null
  /** The words that a sign-off confirms; null for a draft, which cannot be signed off. */
  readonly statement: Bilingual | null
  readonly labels: Labels
}

export const finishing = {
  state: operation.input(z.object({ packId })).output(type<FinishingState>()),
  /** PACK_SIGNED_OFF, CHANGED_MEANWHILE. */
  writeNote: operation
    .input(
      z.object({
        packId,
        target: z.string().max(100),
        text: z.string().max(10_000),
        language: languageSchema,
        secondText: z.string().max(10_000).nullable(),
        version: z.int().min(1).nullable(),
      }),
    )
    .output(type<RecordOf<'packNote'>>()),
  /** It still holds beside the locked figures. */
  confirmNote: operation.input(z.object(versioned)).output(type<RecordOf<'packNote'>>()),
  withdrawNote: operation.input(z.object({ ...versioned, reason: z.string() })).output(type<RecordOf<'packNote'>>()),
  saveSetup: operation
    .input(z.object({ packId, version: z.int().min(1).nullable(), choices: packChoicesSchema }))
    .output(type<RecordOf<'packSetup'>>()),
  /** PACK_NOT_READY, PACK_SIGNED_OFF, REASON_REQUIRED. */
  signOff: operation
    .input(
      z.object({
        packId: z.uuid(),
        signatures: z
          .array(
            z.object({
              role: z.enum(signatureRoles),
              personId: z.uuid(),
              postId: z.uuid().nullable(),
              on: daySchema,
            }),
          )
          .max(signatureRoles.length),
        reason: z.string().max(10_000),
      }),
    )
    .output(type<RecordOf<'packSignOff'>>()),
}

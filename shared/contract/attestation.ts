/** Confirmations of all that a post answers for, and the campaigns that ask for them. */
import { z } from 'zod'
import type { AttestationContent, AttestedChange } from '#shared/domain/attestation/attestation-content.ts'
import { attestationCampaignSchema, type CampaignLine } from '#shared/domain/attestation/attestation-records.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { languageSchema } from '#shared/domain/text.ts'
import { type Labels, operation, type } from './base.ts'

/** What a post would confirm today, beside what it confirmed last. */
export interface Attesting {
  readonly day: string
  readonly content: AttestationContent
  readonly contentDigest: string
  /** The words to be confirmed, in the language asked for. */
  readonly statement: string
  /** Who holds the post today; null where nobody does, and nobody can confirm. */
  readonly holderId: string | null
  readonly latest: RecordOf<'attestationSheet'> | null
  readonly since: readonly AttestedChange[]
  readonly labels: Labels
}

export interface Campaigns {
  readonly campaigns: readonly {
    readonly campaign: RecordOf<'attestationCampaign'>
    readonly lines: readonly CampaignLine[]
  }[]
  readonly labels: Labels
}

const plainCampaign = attestationCampaignSchema.omit({ id: true, version: true, withdrawn: true })

export const attestationSheet = {
  picture: operation.input(z.object({ postId: z.uuid(), language: languageSchema })).output(type<Attesting>()),
  /** Of what bears the digest. POST_NOT_HELD_BY, PREVIEW_OUTDATED. */
  sign: operation
    .input(
      z.object({
        postId: z.uuid(),
        personId: z.uuid(),
        campaignId: z.uuid().nullable().default(null),
        typedName: z.string().max(300),
        note: z.string().max(5000).nullable().default(null),
        contentDigest: z.string().regex(/^[0-9a-f]{64}$/),
        language: languageSchema,
      }),
    )
    .output(type<RecordOf<'attestationSheet'>>()),
  /** The sheet of today as a PDF in a chosen folder. */
  print: operation
    .input(z.object({ postId: z.uuid(), language: languageSchema, folder: z.string().min(1) }))
    .output(type<{ readonly name: string; readonly token: string }>()),
}

export const attestationCampaign = {
  all: operation.output(type<Campaigns>()),
  create: operation.input(plainCampaign).output(type<RecordOf<'attestationCampaign'>>()),
}

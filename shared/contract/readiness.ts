/** The immediate priorities under Japan's rules, who sees to them, and the outward account. */
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { ReadinessLine } from '#shared/domain/readiness/japan-readiness.ts'
import { readinessIds } from '#shared/domain/readiness/readiness-item.ts'
import type { principleIds } from '#shared/domain/principles.ts'
import { languages, plainTextSchema } from '#shared/domain/text.ts'
import { type Labels, operation, type, versioned } from './base.ts'
import { recordOperations } from './records.ts'

/** How many records are named behind a figure; what there are more is counted. */
export const mostReadinessShown = 200

export interface ReadinessPicture {
  /** `done` and `open` name at most so many; `met` and `of` count all. */
  readonly lines: readonly ReadinessLine[]
  readonly labels: Labels
}

export const accountFormats = ['html', 'markdown', 'pdf'] as const
export type AccountFormat = (typeof accountFormats)[number]

/** Of one principle: how its items of the AI Guidelines for Business stand, where the register holds them. */
export interface PrincipleMaterial {
  readonly principle: (typeof principleIds)[number]
  /** Null where no pack of the guidelines is held. */
  readonly items: { readonly met: number; readonly of: number } | null
}

export interface AccountMaterial {
  readonly principles: readonly PrincipleMaterial[]
  /** Policies in force, by id. */
  readonly policyIds: readonly string[]
  readonly accountability: { readonly met: number; readonly of: number }
  readonly labels: Labels
}

export const readiness = {
  picture: operation.output(type<ReadinessPicture>()),
  /** readiness.csv into a chosen folder. */
  writeTable: operation
    .input(z.object({ folder: z.string() }))
    .output(type<{ readonly name: string; readonly token: string }>()),
  /** Who sees to a priority and by when, in place of what was said before. */
  set: operation
    .input(
      z.object({
        item: z.enum(readinessIds),
        ownerPostId: z.uuid().nullable(),
        dueOn: daySchema.nullable(),
        notes: plainTextSchema,
      }),
    )
    .output(type<RecordOf<'readinessItem'>>()),
}

const decision = z.object({ ...versioned, postId: z.uuid(), on: daySchema, text: z.string() })

export const outwardAccount = {
  ...recordOperations('outwardAccount'),
  /** By whoever holds the post on the day: POST_VACANT. */
  review: operation.input(decision).output(type<RecordOf<'outwardAccount'>>()),
  /** What the register holds that bears on a principle: to write by, and never in the document by itself. */
  material: operation.output(type<AccountMaterial>()),
  /** The document in a language, into a chosen folder. */
  write: operation
    .input(z.object({ id: z.uuid(), language: z.enum(languages), format: z.enum(accountFormats), folder: z.string() }))
    .output(type<{ readonly name: string; readonly token: string }>()),
  /** Of what was reviewed as it stands. */
  approve: operation.input(decision).output(type<RecordOf<'outwardAccount'>>()),
}

/** What the owners of AI systems are asked: who, when, and what came back. */
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { OwnerAnswersRead } from '#shared/domain/owner-questions/owner-questionnaire.ts'
import type { OwnerRequest, OwnerStanding } from '#shared/domain/owner-questions/owner-request.ts'
import { type Bilingual, languageSchema } from '#shared/domain/text.ts'
import { operation, type } from './base.ts'

interface Named {
  readonly id: string
  readonly code: string
  readonly name: Bilingual
}

export interface AskedOwner {
  readonly person: Named
  /** What they answer for today and is neither withdrawn nor retired. */
  readonly systems: readonly Named[]
  readonly standing: OwnerStanding
  /** The newest first. */
  readonly requests: readonly OwnerRequest[]
}

export interface AskedOwners {
  readonly owners: readonly AskedOwner[]
  /** Systems that nobody can be asked of. */
  readonly unowned: number
  readonly counts: Readonly<Record<OwnerStanding, number>>
}

const writeInput = z.object({
  folder: z.string().min(1),
  language: languageSchema,
  answerBy: daySchema.nullable(),
  systemIds: z.array(z.uuid()).min(1).max(100_000),
})

export interface WrittenToOwners {
  readonly files: readonly { readonly name: string; readonly questions: number }[]
  /** Of the first file, to show its folder. */
  readonly token: string
}

export interface OwnerAnswersPreview extends OwnerAnswersRead {
  readonly fileName: string
  /** Of all this: what is taken is what was shown. */
  readonly digest: string
}

const fileInput = z.object({ token: z.string().min(1) })
const takeInput = fileInput.extend({
  digest: z.string().min(1),
  /** By the numbers of the sheet; none: that it came back is recorded, and nothing else. */
  rows: z.array(z.int().min(1)).max(100_000),
})

export const ownerQuestions = {
  list: operation.input(z.object({})).output(type<AskedOwners>()),
  /** A workbook to each owner of the systems, and a record of each. */
  write: operation.input(writeInput).output(type<WrittenToOwners>()),
  lookInto: operation.input(fileInput).output(type<OwnerAnswersPreview>()),
  /** Takes over what a person ticked: one transaction, one undo. PREVIEW_OUTDATED where it is not what was shown. */
  take: operation.input(takeInput).output(type<{ readonly changed: number; readonly confirmed: number }>()),
}

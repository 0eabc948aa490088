/** Due diligence of a vendor: what it is asked, what was answered, and the questionnaire that goes out and comes back. */
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { languageSchema, type Bilingual } from '#shared/domain/text.ts'
import type { AnswerStanding } from '#shared/domain/third-party/asked-questions.ts'
import type { ComparedAnswer, QuestionnaireWarning } from '#shared/domain/third-party/compare-questionnaire.ts'
import type { QuestionSubject } from '#shared/domain/third-party/question-catalogue.ts'
import type { QuestionnaireColumn } from '#shared/domain/third-party/questionnaire.ts'
import { vendorAnswerSources, vendorAnswerValues } from '#shared/domain/third-party/vendor.ts'
import { idInput, type Labels, operation, type } from './base.ts'

export interface DueDiligenceRow {
  /** What an answer names. */
  readonly id: string
  readonly subject: QuestionSubject | 'own' | 'contract'
  readonly question: Bilingual
  /** Ours where the company words it otherwise. */
  readonly ours: Bilingual | null
  readonly weight: RecordOf<'checkPoint'>['weight'] | null
  /** Check points of contracts that it throws light on. */
  readonly points: readonly string[]
  readonly answer: RecordOf<'vendorAnswer'> | null
  readonly standing: AnswerStanding
}

export interface DueDiligence {
  readonly vendor: Pick<RecordOf<'vendor'>, 'id' | 'code' | 'name' | 'withdrawn'>
  /** The version of our questions. */
  readonly version: string
  /** What is asked today. */
  readonly rows: readonly DueDiligenceRow[]
  readonly counts: Readonly<Record<AnswerStanding, number>>
  /** What the vendor said of points of its contracts. They are no finding at the point. */
  readonly ofContracts: readonly DueDiligenceRow[]
  /** Answers to what is not asked any more. */
  readonly past: readonly DueDiligenceRow[]
  /** Contracts that count or are being negotiated, with the points of each that are open and that a vendor can be asked of. */
  readonly contracts: readonly {
    readonly id: string
    readonly code: string
    readonly name: Bilingual
    readonly open: number
  }[]
  readonly labels: Labels
}

const question = { vendorId: z.uuid(), pointId: z.string().min(1).max(100) }
const saveInput = z.object({
  ...question,
  /** The answer as it was read; null: there was none. */
  version: z.int().min(1).nullable(),
  answer: z.enum(vendorAnswerValues),
  text: z.string().max(100_000).nullable(),
  source: z.enum(vendorAnswerSources),
  answeredOn: daySchema.nullable(),
  evidenceIds: z.array(z.uuid()).max(200),
})
export type SaveVendorAnswer = z.output<typeof saveInput>

export const questionnaireFormats = ['xlsx', 'csv'] as const
export type QuestionnaireFormat = (typeof questionnaireFormats)[number]

const writeInput = z.object({
  vendorId: z.uuid(),
  folder: z.string().min(1),
  format: z.enum(questionnaireFormats),
  language: languageSchema,
  contractIds: z.array(z.uuid()).max(200),
  answerBy: daySchema.nullable(),
  purpose: z.string().trim().max(2000).nullable(),
})
export type WriteQuestionnaire = z.output<typeof writeInput>

export interface WrittenQuestionnaire {
  readonly name: string
  readonly token: string
  readonly questions: number
}

/** What a file that came back holds, against what is on record. */
export interface QuestionnairePreview {
  readonly fileName: string
  readonly vendor: DueDiligence['vendor']
  readonly issuedOn: string | null
  readonly filledOn: string | null
  readonly warnings: readonly QuestionnaireWarning[]
  /** The vendor to whom it was sent, where that is another one of this register. */
  readonly otherVendor: { readonly code: string; readonly name: Bilingual } | null
  readonly missing: readonly QuestionnaireColumn[]
  readonly rows: readonly (ComparedAnswer & {
    /** The question in our words; null where it is not known. */
    readonly asked: Bilingual | null
    readonly subject: DueDiligenceRow['subject'] | null
  })[]
  /** Of all this: what is taken is what was shown. */
  readonly digest: string
}

const fileInput = z.object({ vendorId: z.uuid(), token: z.string().min(1) })
const takeInput = fileInput.extend({
  digest: z.string().min(1),
  /** Who takes the answers over: nothing counts by itself. */
  takenById: z.uuid(),
  answeredOn: daySchema.nullable(),
  /** By their place in the preview; `answer` where a person says what an unreadable word means. */
  rows: z
    .array(z.object({ place: z.int().min(0), answer: z.enum(vendorAnswerValues).nullable() }))
    .min(1)
    .max(5000),
})
export type TakeQuestionnaire = z.output<typeof takeInput>

export const questionnaire = {
  dueDiligence: operation.input(idInput).output(type<DueDiligence>()),
  /** An answer by hand: of the company itself, or of the vendor where it came by another way. */
  saveAnswer: operation.input(saveInput).output(type<RecordOf<'vendorAnswer'>>()),
  write: operation.input(writeInput).output(type<WrittenQuestionnaire>()),
  lookInto: operation.input(fileInput).output(type<QuestionnairePreview>()),
  /** Takes over what a person ticked: one transaction, one undo. */
  take: operation.input(takeInput).output(type<{ readonly taken: number }>()),
}

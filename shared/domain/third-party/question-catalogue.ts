/**
 * Our questions to vendors, by version: due diligence, and what a vendor is asked of the check points of its contracts. They are
 * Daicho's own, no items of METI's or of any other publisher. Each is worded so that "yes" is what a careful company hopes to
 * hear. A version is never changed once it was shipped: an answer names the question by its id.
 */
import { z } from 'zod'
import { daySchema } from '../calendar-date.ts'
import { weights } from '../control.ts'
import { sectors } from './check-point.ts'
import version1 from './questions/vendor-questions-1.0.json' with { type: 'json' }

const both = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) })
const pointId = z.string().regex(/^CC-[A-Z]+-\d{2}$/)

/** What a question is about, in the order in which they are asked. */
export const questionSubjects = [
  'security',
  'data',
  'sub_processors',
  'model',
  'incident',
  'legal',
  'finance',
  'exit',
  'sector',
] as const
export type QuestionSubject = (typeof questionSubjects)[number]

const questionSchema = z.strictObject({
  id: z.string().regex(/^DD-[A-Z]{3}-\d{2}$/),
  subject: z.enum(questionSubjects),
  question: both,
  weight: z.enum(weights),
  /** The check points of contracts that its answer throws light on. */
  points: z.array(pointId),
  /** Asked only where a unit that the vendor works for is in one of these; none: of all. */
  sectors: z.array(z.enum(sectors)),
  /** The guidance that a sector's question goes with, by its id among those of the check points. */
  document: z.string().nullable(),
})
export type OurQuestion = z.infer<typeof questionSchema>

const questionCatalogueSchema = z.strictObject({
  format: z.literal('daicho-vendor-questions/1'),
  version: z.string().min(1).max(20),
  asOf: daySchema,
  questions: z.array(questionSchema),
  /**
   * The check points that a vendor can say something about, in words that are said to the vendor. The others are for ourselves to
   * find out, and the words of a point are the company's own: neither goes out.
   */
  contractQuestions: z.array(z.strictObject({ point: pointId, question: both })),
})

export interface QuestionCatalogue extends z.infer<typeof questionCatalogueSchema> {
  readonly byId: ReadonlyMap<string, OurQuestion>
  /** What a vendor is asked of a check point, by the point's id. */
  readonly ofPoint: ReadonlyMap<string, z.infer<typeof both>>
}

function read(file: unknown): QuestionCatalogue {
  const catalogue = questionCatalogueSchema.parse(file)
  return {
    ...catalogue,
    byId: new Map(catalogue.questions.map((question) => [question.id, question])),
    ofPoint: new Map(catalogue.contractQuestions.map(({ point, question }) => [point, question])),
  }
}

/** Oldest first. */
export const questionCatalogues: readonly QuestionCatalogue[] = [version1].map(read)
export const currentQuestionCatalogue = questionCatalogues[questionCatalogues.length - 1] as QuestionCatalogue

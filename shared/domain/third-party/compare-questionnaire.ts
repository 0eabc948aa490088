/** What a questionnaire that came back says against what the register holds today, row by row. Nothing is taken by itself. */
import type { QuestionnaireMark } from './questionnaire.ts'
import { textWithDocument } from './questionnaire.ts'
import type { ReadAnswer, ReadQuestionnaire } from './read-questionnaire.ts'
import type { VendorAnswer } from './vendor.ts'

export const answerStates = [
  /** Nothing is on record. */
  'new',
  /** Another answer, other words, or the company's own answer is on record. */
  'changed',
  'same',
  /** Nothing is written. */
  'unanswered',
  /** Something is written, but no answer that is known: a person may say which one is meant. */
  'unreadable',
  /** The question stands in another row too. */
  'duplicate',
  'unknown_id',
] as const
export type AnswerState = (typeof answerStates)[number]
/** What a person may take over. */
export const takeableStates: readonly AnswerState[] = ['new', 'changed', 'same', 'unreadable', 'duplicate']

export type HeldAnswer = Pick<VendorAnswer, 'answer' | 'text' | 'source' | 'answeredOn' | 'version'>

export interface ComparedAnswer extends ReadAnswer {
  readonly state: AnswerState
  readonly before: HeldAnswer | null
  /** What would be written beside the answer: words, and a document that is named. */
  readonly after: string | null
  /** Ticked from the start: nothing that would write over another answer or that was only guessed. */
  readonly suggested: boolean
}

/** Why somebody should look twice before taking anything. */
export const questionnaireWarnings = [
  'no_mark',
  'other_vendor',
  'other_register',
  'other_questions',
  'by_words',
] as const
export type QuestionnaireWarning = (typeof questionnaireWarnings)[number]

export function compareQuestionnaire(
  read: ReadQuestionnaire,
  answers: ReadonlyMap<string, HeldAnswer>,
  line: (document: string) => string,
): readonly ComparedAnswer[] {
  const counts = new Map<string, number>()
  for (const row of read.rows)
    if (row.id !== null && saysSomething(row)) counts.set(row.id, (counts.get(row.id) ?? 0) + 1)
  return read.rows.map((row): ComparedAnswer => {
    const before = row.id === null ? null : (answers.get(row.id) ?? null)
    // A column that somebody took out says nothing: the words that are on record stay.
    const after =
      row.text === null && row.document === null
        ? (before?.text ?? null)
        : textWithDocument(row.text ?? '', row.document ?? '', line)
    const state = stateOf(row, before, after, counts)
    return { ...row, before, after, state, suggested: state === 'new' && read.byId }
  })
}

function saysSomething({ word, text, document }: ReadAnswer): boolean {
  return [word, text, document].some((cell) => (cell ?? '').trim() !== '')
}

function stateOf(
  row: ReadAnswer,
  before: HeldAnswer | null,
  after: string | null,
  counts: ReadonlyMap<string, number>,
): AnswerState {
  if (row.id === null) return 'unknown_id'
  if (!saysSomething(row)) return 'unanswered'
  if ((counts.get(row.id) ?? 0) > 1) return 'duplicate'
  if (row.answer === null) return 'unreadable'
  if (before === null) return 'new'
  const isSame = before.source === 'vendor' && before.answer === row.answer && before.text === after
  return isSame ? 'same' : 'changed'
}

export function warningsOf(
  { mark, byId }: Pick<ReadQuestionnaire, 'mark' | 'byId'>,
  expected: Pick<QuestionnaireMark, 'vendorId' | 'registerId' | 'questions'>,
): readonly QuestionnaireWarning[] {
  const warnings: QuestionnaireWarning[] = []
  if (mark === null) warnings.push('no_mark')
  else {
    if (mark.vendorId !== expected.vendorId) warnings.push('other_vendor')
    if (mark.registerId !== expected.registerId) warnings.push('other_register')
    if (mark.questions !== expected.questions) warnings.push('other_questions')
  }
  if (!byId) warnings.push('by_words')
  return warnings
}

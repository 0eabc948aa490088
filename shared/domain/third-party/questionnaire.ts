/**
 * A questionnaire to a vendor: what stands in it and what does not. It carries questions, what the vendor itself answered
 * before, and who asks; never a finding, a position, a weight, an answer of our own or a note.
 */
import type { Day } from '../calendar-date.ts'
import { factsOfMark, markRow } from '../file-mark.ts'
import { type Bilingual, inLanguage, type Language, languages } from '../text.ts'
import type { AskedQuestion } from './asked-questions.ts'
import { currentQuestionCatalogue, type QuestionCatalogue, type QuestionSubject } from './question-catalogue.ts'
import type { ReadingStanding } from './reading-standing.ts'
import type { VendorAnswer } from './vendor.ts'

/** By which a file that comes back is known: whom it went to, from which register, when, in which language and words. */
export interface QuestionnaireMark {
  readonly vendorId: string
  readonly registerId: string
  readonly issuedOn: Day
  readonly language: Language
  /** The version of our questions. */
  readonly questions: string
}

const markWord = '#daicho-questionnaire/1'

export function markCells(mark: QuestionnaireMark): readonly string[] {
  return markRow(markWord, [mark.vendorId, mark.registerId, mark.issuedOn, mark.language, mark.questions])
}

/** The mark that stands in a row, wherever it begins. */
export function readMark(cells: readonly string[]): QuestionnaireMark | null {
  const facts = factsOfMark(markWord, cells) ?? []
  const [vendorId = '', registerId = '', issuedOn = '', written = '', questions = ''] = facts
  const language = languages.find((each) => each === written)
  return language === undefined ? null : { vendorId, registerId, issuedOn, language, questions }
}

export const questionnaireColumns = ['id', 'subject', 'question', 'answer', 'text', 'document', 'contracts'] as const
export type QuestionnaireColumn = (typeof questionnaireColumns)[number]

/** One question as it goes out. */
export interface QuestionnaireRow {
  readonly id: string
  readonly subject: QuestionSubject | 'own' | 'contract'
  readonly question: string
  /** What the vendor itself said before; nothing that the company found. */
  readonly answer: VendorAnswer['answer'] | null
  readonly text: string | null
  /** The contracts that it is about, of a question on contracts. */
  readonly contracts: readonly string[]
}

/** A contract that is asked about, as the vendor knows it. */
export interface AskedContract {
  readonly code: string
  readonly name: Bilingual
  readonly standing: Pick<ReadingStanding, 'points'>
}

export function questionnaireRows({
  language,
  questions,
  contracts,
  answers,
  catalogue = currentQuestionCatalogue,
}: {
  readonly language: Language
  readonly questions: readonly AskedQuestion[]
  readonly contracts: readonly AskedContract[]
  /** By the question. */
  readonly answers: ReadonlyMap<string, VendorAnswer>
  readonly catalogue?: QuestionCatalogue
}): readonly QuestionnaireRow[] {
  const said = (...ids: readonly string[]): Pick<QuestionnaireRow, 'answer' | 'text'> => {
    const answer = ids.map((id) => answers.get(id)).find((each) => each !== undefined)
    return answer?.source === 'vendor' ? { answer: answer.answer, text: answer.text } : { answer: null, text: null }
  }
  const due = questions.map(({ id, base, subject, question }): QuestionnaireRow => ({
    id,
    subject,
    question: inLanguage(question, language),
    ...said(id, base),
    contracts: [],
  }))
  const ofContracts = [...openPoints(contracts, catalogue)].map(([id, about]): QuestionnaireRow => ({
    id,
    subject: 'contract',
    question: inLanguage(catalogue.ofPoint.get(id) ?? { ja: id, en: id }, language),
    ...said(id),
    contracts: about.map(({ code, name }) => `${code} ${inLanguage(name, language)}`),
  }))
  return [...due, ...ofContracts]
}

/** Points that are open in a contract and that a vendor can say something about, with the contracts; each point once. */
export function openPoints(
  contracts: readonly AskedContract[],
  catalogue: QuestionCatalogue = currentQuestionCatalogue,
): ReadonlyMap<string, readonly AskedContract[]> {
  const found = new Map<string, AskedContract[]>()
  for (const { point } of catalogue.contractQuestions)
    for (const contract of contracts)
      if (contract.standing.points.some((each) => each.base === point && each.gap))
        found.set(point, [...(found.get(point) ?? []), contract])
  return found
}

/** A reference to a document is kept with the words that it goes with. */
export function textWithDocument(text: string, document: string, line: (document: string) => string): string | null {
  const words = [text.trim(), ...(document.trim() === '' ? [] : [line(document.trim())])].filter((each) => each !== '')
  return words.length === 0 ? null : words.join('\n')
}

/** The words by which a questionnaire is recognised when it comes back, in both languages: what we write, and what people make of it. */
import { foldHeading } from '../import-heading-book.ts'
import { languages } from '../text.ts'
import { translate } from '../../locales/translate.ts'
import { ourQuestion, ownQuestion } from './asked-questions.ts'
import type { OwnPoint } from './applicable-points.ts'
import { questionCatalogues } from './question-catalogue.ts'
import { questionnaireColumns, type QuestionnaireColumn } from './questionnaire.ts'
import type { QuestionBook } from './read-questionnaire.ts'
import { vendorAnswerValues, type VendorAnswer } from './vendor.ts'

/** Headings beside our own that people put in their place. */
const others: Readonly<Record<QuestionnaireColumn, string>> = {
  id: 'id | no | 番号 | 質問番号 | 項番 | question id | number',
  subject: '分野 | 区分 | area | topic',
  question: '質問 | 質問内容 | 設問 | 項目 | question | item',
  answer: '回答 | ご回答 | 貴社回答 | 回答欄 | 選択 | answer | response | your answer | reply',
  text: '説明 | 内容 | 回答内容 | 回答の内容 | 詳細 | 補足 | 備考 | コメント | details | explanation | comment | comments | remarks | notes',
  document:
    '資料 | 証跡 | 参照 | 参照資料 | 根拠資料 | 添付 | document | documents | evidence | reference | attachment',
  contracts: '契約 | 対象の契約 | contract | contracts',
}

/** Questions of ours of every version, also such as are not asked of this vendor, and the company's own, also such as have ended. */
export function questionBook(own: readonly OwnPoint[]): QuestionBook {
  const questions = new Map<string, string[]>()
  const add = (id: string, words: { readonly ja: string | null; readonly en: string | null }) => {
    const both = [words.ja, words.en].filter((each) => each !== null && each !== '').map(String)
    questions.set(id, [...(questions.get(id) ?? []), ...both])
  }
  for (const catalogue of questionCatalogues) {
    for (const each of catalogue.questions.map(ourQuestion)) add(each.id, each.question)
    for (const { point, question } of catalogue.contractQuestions) add(point, question)
  }
  for (const each of own) if (each.subject === 'vendor') add(each.code, ownQuestion(each).question)
  const headings = new Map<string, QuestionnaireColumn>()
  const filledOn = new Set<string>()
  const answers = new Map<string, VendorAnswer['answer']>()
  for (const language of languages) {
    const t = translate(language)
    for (const column of questionnaireColumns) headings.set(foldHeading(t(`questionnaire.column.${column}`)), column)
    for (const value of vendorAnswerValues) answers.set(t(`value.vendorAnswerValue.${value}`), value)
    filledOn.add(foldHeading(t('questionnaire.cover.filledOn')))
  }
  for (const column of questionnaireColumns)
    for (const word of others[column].split('|')) {
      const key = foldHeading(word)
      if (!headings.has(key)) headings.set(key, column)
    }
  return { questions, headings, filledOn, answers }
}

/** A questionnaire as a file: a workbook with a cover, or one table with the same words above it. */
import { stringify } from 'csv-stringify/sync'
import type { Day, Instant } from '#shared/domain/calendar-date.ts'
import { guard, oneKindOfLineBreak } from '#shared/domain/formula-guard.ts'
import {
  markCells,
  type QuestionnaireColumn,
  questionnaireColumns,
  type QuestionnaireMark,
  type QuestionnaireRow,
} from '#shared/domain/third-party/questionnaire.ts'
import { vendorAnswerValues } from '#shared/domain/third-party/vendor.ts'
import { type Translate, translate } from '#shared/locales/translate.ts'
import { writeWorkbook, type WrittenCell, type WrittenRow } from '../workbook/write-workbook.ts'

export interface Questionnaire {
  readonly mark: QuestionnaireMark
  readonly from: string
  readonly to: string
  readonly answerBy: Day | null
  readonly purpose: string | null
  readonly contracts: readonly string[]
  readonly rows: readonly QuestionnaireRow[]
}

/** Rows above the questions: what it is, who asks, and how to fill it in. */
function coverRows(questionnaire: Questionnaire, t: Translate, how: readonly string[]): readonly WrittenCell[][] {
  const { mark, from, to, answerBy, purpose, contracts } = questionnaire
  const day = (value: Day | null): WrittenCell => (value === null ? null : { day: value })
  return [
    [t('questionnaire.cover.from'), from],
    [t('questionnaire.cover.to'), to],
    [t('questionnaire.cover.issuedOn'), day(mark.issuedOn)],
    ...(answerBy === null ? [] : [[t('questionnaire.cover.answerBy'), day(answerBy)]]),
    ...(purpose === null ? [] : [[t('questionnaire.cover.purpose'), purpose]]),
    ...contracts.map((contract, index) => [index === 0 ? t('questionnaire.cover.contracts') : null, contract]),
    [],
    [t('questionnaire.cover.filledOn'), null],
    [t('questionnaire.cover.filledBy'), null],
    [],
    ...how.map((sentence, index) => [index === 0 ? t('questionnaire.cover.how') : null, sentence]),
    [null, t('questionnaire.cover.ours')],
    [],
  ]
}

function answerWords(t: Translate): readonly string[] {
  return vendorAnswerValues.map((value) => t(`value.vendorAnswerValue.${value}`))
}

function howTo(t: Translate, first: string): readonly string[] {
  return [
    first,
    t('questionnaire.cover.how2'),
    t('questionnaire.cover.how3'),
    t('questionnaire.cover.how4', { notApplicable: t('value.vendorAnswerValue.not_applicable') }),
  ]
}

function headings(t: Translate): readonly string[] {
  return questionnaireColumns.map((column) => t(`questionnaire.column.${column}`))
}

function cellsOf(row: QuestionnaireRow, t: Translate): readonly (string | null)[] {
  const cells: Readonly<Record<QuestionnaireColumn, string | null>> = {
    id: row.id,
    subject: t(`questionnaire.subject.${row.subject}`),
    question: row.question,
    answer: row.answer === null ? null : t(`value.vendorAnswerValue.${row.answer}`),
    text: row.text,
    document: null,
    contracts: row.contracts.length === 0 ? null : row.contracts.join('\n'),
  }
  return questionnaireColumns.map((column) => cells[column])
}

const widths: Readonly<Record<QuestionnaireColumn, number>> = {
  id: 12,
  subject: 18,
  question: 60,
  answer: 14,
  text: 50,
  document: 28,
  contracts: 28,
}

export function questionnaireWorkbook(questionnaire: Questionnaire, at: Instant): Promise<Uint8Array> {
  const { mark, rows } = questionnaire
  const t = translate(mark.language)
  const sheet = t('questionnaire.cover.questions')
  const answers = answerWords(t)
  const how = howTo(t, t('questionnaire.cover.how1', { sheet, answers: answers.join(t('app.listSeparator')) }))
  const plain = (cells: readonly WrittenCell[]): WrittenRow => ({ cells })
  return writeWorkbook({
    title: t('questionnaire.cover.title'),
    at,
    sheets: [
      {
        name: t('questionnaire.cover.sheet'),
        columns: [{ width: 18 }, { width: 90 }],
        rows: [
          { as: 'title', cells: [t('questionnaire.cover.title')] },
          ...coverRows(questionnaire, t, how).map(plain),
          { cells: [null, t('questionnaire.cover.mark')] },
          { cells: markCells(mark) },
        ],
      },
      {
        name: sheet,
        columns: questionnaireColumns.map((column) => ({ width: widths[column] })),
        rows: [{ as: 'heading', cells: headings(t) }, ...rows.map((row) => plain(cellsOf(row, t)))],
        frozenRows: 1,
        choices:
          rows.length === 0
            ? []
            : [{ column: questionnaireColumns.indexOf('answer'), fromRow: 1, toRow: rows.length, words: answers }],
      },
    ],
  })
}

/** UTF-8 with a mark of its own, every text quoted and guarded: a spreadsheet runs nothing of it. */
export function questionnaireCsv(questionnaire: Questionnaire): Uint8Array {
  const { mark, rows } = questionnaire
  const t = translate(mark.language)
  const first = t('questionnaire.cover.how1Csv', { answers: answerWords(t).join(t('app.listSeparator')) })
  const table: readonly (readonly WrittenCell[])[] = [
    markCells(mark),
    [t('questionnaire.cover.title')],
    ...coverRows(questionnaire, t, howTo(t, first)),
    headings(t),
    ...rows.map((row) => cellsOf(row, t)),
  ]
  const text = stringify(
    table.map((cells) => cells.map((cell) => guard(oneKindOfLineBreak(textOf(cell))))),
    { quoted_string: true, record_delimiter: '\r\n' },
  )
  return Buffer.from(`\ufeff${text}`, 'utf8')
}

function textOf(cell: WrittenCell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? cell.day : String(cell)
}

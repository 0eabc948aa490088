/**
 * A questionnaire that came back, as people hand it back: rows moved, columns taken out, renamed or added, title rows above,
 * words of their own. Rows are known by the column of ids; where somebody took that out, by the words of the question, which is
 * only a proposal.
 */
import type { Day } from '../calendar-date.ts'
import { readDay } from '../import-day.ts'
import { foldHeading } from '../import-heading-book.ts'
import { answerOfWord } from './answer-words.ts'
import { type QuestionnaireColumn, type QuestionnaireMark, readMark } from './questionnaire.ts'
import type { VendorAnswer } from './vendor.ts'

/** A sheet as it is shown, one of a workbook or the only one of a CSV file. */
export interface ShownSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

export interface ReadAnswer {
  readonly sheet: string
  /** From 1, as the spreadsheet counts. */
  readonly row: number
  /** As it is written; null where it was found by the words of its question. */
  readonly writtenId: string | null
  /** Null where neither id nor words are known. */
  readonly id: string | null
  readonly question: string
  /** The cell of the answer as it is written. */
  readonly word: string
  readonly answer: VendorAnswer['answer'] | null
  /** Null: there is no such column. */
  readonly text: string | null
  readonly document: string | null
}

export interface ReadQuestionnaire {
  readonly mark: QuestionnaireMark | null
  readonly filledOn: Day | null
  readonly rows: readonly ReadAnswer[]
  /** False: rows were matched by the words of their questions. */
  readonly byId: boolean
  /** What was looked for and is not there. */
  readonly missing: readonly QuestionnaireColumn[]
}

/** What a questionnaire may hold, whatever its language. */
export interface QuestionBook {
  /** Words of each question that may be in the file, by id. */
  readonly questions: ReadonlyMap<string, readonly string[]>
  /** Words that head a column, by column. */
  readonly headings: ReadonlyMap<string, QuestionnaireColumn>
  /** Words before the cell with the day on which it was filled in. */
  readonly filledOn: ReadonlySet<string>
  /** Words that are offered as answers. */
  readonly answers: ReadonlyMap<string, VendorAnswer['answer']>
}

type Columns = Partial<Record<QuestionnaireColumn, number>>

const idShaped = /^(?:DD|CC)-[A-Z]{2,3}-\d{2}$|^CKP-\d{4,}$/

/** An id as people copy it: width, case, blanks and dashes of any kind. */
export function plainId(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212ー]/g, '-')
    .toUpperCase()
}

export function plainWords(cell: string): string {
  return cell.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}

/** Null where no sheet holds a question, by id or by words. */
export function readQuestionnaire(sheets: readonly ShownSheet[], book: QuestionBook): ReadQuestionnaire | null {
  const mark = firstOf(sheets, readMark)
  const filledOn = firstOf(sheets, (cells) => filledOnOf(cells, book))
  const known = sheets.map((sheet) => ({ sheet, column: idColumn(sheet) })).filter(({ column }) => column !== null)
  if (known.length > 0) {
    const read = known.map(({ sheet, column }) => rowsById(sheet, column ?? 0, book))
    return { mark, filledOn, byId: true, ...together(read) }
  }
  const byWords = sheets.map((sheet) => rowsByWords(sheet, book)).filter((read) => read.rows.length > 0)
  return byWords.length === 0 ? null : { mark, filledOn, byId: false, ...together(byWords) }
}

interface ReadSheet {
  readonly rows: readonly ReadAnswer[]
  readonly columns: Columns
}

function together(sheets: readonly ReadSheet[]): Pick<ReadQuestionnaire, 'rows' | 'missing'> {
  const looked: readonly QuestionnaireColumn[] = ['id', 'answer', 'text', 'document']
  return {
    rows: sheets.flatMap(({ rows }) => rows),
    missing: looked.filter((column) => sheets.every(({ columns }) => columns[column] === undefined)),
  }
}

function firstOf<Found>(sheets: readonly ShownSheet[], find: (cells: readonly string[]) => Found | null): Found | null {
  for (const { rows } of sheets)
    for (const cells of rows) {
      const found = find(cells)
      if (found !== null) return found
    }
  return null
}

function filledOnOf(cells: readonly string[], { filledOn }: QuestionBook): Day | null {
  const at = cells.findIndex((cell) => filledOn.has(foldHeading(cell)))
  if (at < 0) return null
  for (const cell of cells.slice(at + 1)) {
    const reading = readDay(cell, null)
    if (reading.kind === 'day') return reading.day
  }
  return null
}

/** The column in which most cells look like ids. */
function idColumn({ rows }: ShownSheet): number | null {
  const counts = new Map<number, number>()
  for (const cells of rows)
    for (const [column, cell] of cells.entries())
      if (idShaped.test(plainId(cell))) counts.set(column, (counts.get(column) ?? 0) + 1)
  const [best] = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])
  return best === undefined ? null : best[0]
}

function rowsById(sheet: ShownSheet, id: number, book: QuestionBook): ReadSheet {
  const first = sheet.rows.findIndex((cells) => idShaped.test(plainId(cells[id] ?? '')))
  const data = sheet.rows.slice(first)
  const columns = columnsOf(sheet.rows.slice(0, first), data, { id }, book)
  const rows = data.flatMap((cells, index): ReadAnswer[] => {
    const written = (cells[id] ?? '').trim()
    const plain = plainId(written)
    // A row without an id that says something is somebody's remark: shown, never taken.
    if (written === '' && !saysSomething(cells, columns)) return []
    return [
      {
        ...answerIn(cells, columns, book),
        sheet: sheet.name,
        row: first + index + 1,
        writtenId: written,
        id: book.questions.has(plain) ? plain : null,
      },
    ]
  })
  return { rows, columns }
}

function saysSomething(cells: readonly string[], { answer, text }: Columns): boolean {
  return [answer, text].some((column) => column !== undefined && (cells[column] ?? '').trim() !== '')
}

function rowsByWords(sheet: ShownSheet, book: QuestionBook): ReadSheet {
  const ids = new Map(
    [...book.questions].flatMap(([id, words]) => words.map((each) => [plainWords(each), id] as const)),
  )
  const found = sheet.rows.flatMap((cells, index) => {
    const column = cells.findIndex((cell) => ids.has(plainWords(cell)))
    return column < 0 ? [] : [{ cells, index, column }]
  })
  const [first] = found
  if (first === undefined) return { rows: [], columns: {} }
  const columns = columnsOf(
    sheet.rows.slice(0, first.index),
    found.map(({ cells }) => cells),
    { question: first.column },
    book,
  )
  const rows = found.map(({ cells, index, column }): ReadAnswer => {
    const question = cells[column] ?? ''
    return {
      ...answerIn(cells, columns, book),
      question,
      sheet: sheet.name,
      row: index + 1,
      writtenId: null,
      id: ids.get(plainWords(question)) ?? null,
    }
  })
  return { rows, columns: { ...columns } }
}

function answerIn(
  cells: readonly string[],
  columns: Columns,
  book: QuestionBook,
): Pick<ReadAnswer, 'question' | 'word' | 'answer' | 'text' | 'document'> {
  const at = (column: QuestionnaireColumn): string | null => {
    const index = columns[column]
    return index === undefined ? null : (cells[index] ?? '')
  }
  const word = (at('answer') ?? '').trim()
  return {
    question: at('question') ?? '',
    word,
    answer: word === '' ? null : answerOfWord(word, book.answers),
    text: at('text'),
    document: at('document'),
  }
}

/**
 * Which column is which: by the headings above the first question, nearest first. Where the one of the answers was renamed, it is
 * the column whose cells are most often words of an answer.
 */
function columnsOf(
  above: readonly (readonly string[])[],
  data: readonly (readonly string[])[],
  known: Columns,
  book: QuestionBook,
): Columns {
  const columns: Columns = { ...known }
  const taken = new Set(Object.values(known))
  for (const cells of above.toReversed())
    for (const [index, cell] of cells.entries()) {
      const column = book.headings.get(foldHeading(cell))
      if (column === undefined || columns[column] !== undefined || taken.has(index)) continue
      columns[column] = index
      taken.add(index)
    }
  if (columns.answer === undefined) {
    const answer = answerColumn(data, taken, book)
    if (answer !== null) columns.answer = answer
  }
  return columns
}

function answerColumn(
  data: readonly (readonly string[])[],
  taken: ReadonlySet<number>,
  book: QuestionBook,
): number | null {
  let best: { readonly column: number; readonly count: number } | null = null
  const width = Math.max(0, ...data.map((cells) => cells.length))
  for (let column = 0; column < width; column += 1) {
    if (taken.has(column)) continue
    const count = data.filter((cells) => answerOfWord((cells[column] ?? '').trim(), book.answers) !== null).length
    if (count > 0 && (best === null || count > best.count)) best = { column, count }
  }
  return best?.column ?? null
}

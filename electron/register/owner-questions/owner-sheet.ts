/** The workbook that an owner sent back, as it is written: rows by their keys, wherever they stand, and what the cover says. */
import { foldHeading } from '#shared/domain/import-heading-book.ts'
import { readDay } from '#shared/domain/import-day.ts'
import {
  ownerAnswers,
  type OwnerAnswer,
  type OwnerColumn,
  ownerColumns,
  readKey,
  type RowKey,
} from '#shared/domain/owner-questions/owner-questionnaire.ts'
import { languages } from '#shared/domain/text.ts'
import type { ShownSheet } from '#shared/domain/third-party/read-questionnaire.ts'
import { translate } from '#shared/locales/translate.ts'

export function firstOf<Found>(
  sheets: readonly ShownSheet[],
  find: (cells: readonly string[]) => Found | null,
): Found | null {
  for (const { rows } of sheets)
    for (const cells of rows) {
      const found = find(cells)
      if (found !== null) return found
    }
  return null
}

/** What stands beside a word of the cover, in whichever language the cover is. */
export function said(sheets: readonly ShownSheet[], key: string): string | null {
  const words = new Set(languages.map((language) => foldHeading(translate(language)(key))))
  return firstOf(sheets, (cells) => {
    const at = cells.findIndex((cell) => words.has(foldHeading(cell)))
    return at < 0 ? null : (cells.slice(at + 1).find((cell) => cell.trim() !== '') ?? null)
  })
}

export function filledDay(written: string | null): string | null {
  const reading = written === null ? null : readDay(written, null)
  return reading?.kind === 'day' ? reading.day : null
}

export interface WrittenAnswer {
  readonly row: number
  readonly key: RowKey
  /** Null where the file has no column of what was sent. */
  readonly sent: string | null
  readonly answer: OwnerAnswer | null
  readonly correction: string
  readonly remark: string
}

/** Rows are known by their key wherever they stand, columns by the headings above the first of them. */
export function readRows({ rows }: ShownSheet): readonly WrittenAnswer[] {
  const first = rows.findIndex((cells) => cells.some((cell) => readKey(cell) !== null))
  const columns = new Map<OwnerColumn, number>()
  for (const cells of rows.slice(0, first))
    for (const [index, cell] of cells.entries()) {
      const column = ownerColumns.find((each) =>
        languages.some(
          (language) => foldHeading(translate(language)(`ownerQuestions.column.${each}`)) === foldHeading(cell),
        ),
      )
      if (column !== undefined && cell.trim() !== '') columns.set(column, index)
    }
  return rows.flatMap((cells, index): WrittenAnswer[] => {
    const key = cells.map(readKey).find((each) => each !== null)
    if (key === undefined) return []
    const at = (column: OwnerColumn) => (cells[columns.get(column) ?? -1] ?? '').trim()
    return [
      {
        row: index + 1,
        key,
        sent: columns.has('value') ? at('value') : null,
        answer: answerOf(at('answer')),
        correction: at('correction'),
        remark: at('remark'),
      },
    ]
  })
}

function answerOf(word: string): OwnerAnswer | null {
  const plain = foldHeading(word)
  return (
    ownerAnswers.find((answer) =>
      languages.some((language) => foldHeading(translate(language)(`ownerQuestions.answer.${answer}`)) === plain),
    ) ?? null
  )
}

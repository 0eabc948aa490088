/** What an owner sent back, against the register: shown row by row first, taken only as far as a person says. */
import { basename } from 'node:path'
import { foldHeading } from '#shared/domain/import-heading-book.ts'
import { readDay } from '#shared/domain/import-day.ts'
import {
  type AskedNoun,
  askedFields,
  ownerAnswers,
  type OwnerAnswer,
  type OwnerColumn,
  ownerColumns,
  type OwnerMark,
  type OwnerRowState,
  readKey,
  readOwnerMark,
  type RowKey,
} from '#shared/domain/owner-questions/owner-questionnaire.ts'
import { Problem } from '#shared/domain/problem.ts'
import { readCell, valueAfter } from '#shared/domain/read-cell.ts'
import { inLanguage, languages } from '#shared/domain/text.ts'
import type { ShownSheet } from '#shared/domain/third-party/read-questionnaire.ts'
import { translate } from '#shared/locales/translate.ts'
import { updateIn } from '../records.ts'
import { canonicalJson } from '../store/canonical.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { sheetsOfFile } from '../third-party/questionnaire-sheets.ts'
import { shownValue } from './shown-value.ts'

export interface OwnerRow {
  /** From 1, as the spreadsheet counts. */
  readonly row: number
  readonly noun: AskedNoun
  readonly id: string
  readonly code: string
  readonly name: string
  readonly field: string
  /** What the register said when it was asked, what it says now, and what it would say. */
  readonly sent: string
  readonly now: string
  readonly after: string
  readonly remark: string
  readonly state: OwnerRowState
}

export interface OwnerAnswersRead {
  readonly owner: { readonly id: string; readonly code: string; readonly name: string } | null
  readonly issuedOn: string
  readonly filledOn: string | null
  readonly filledBy: string | null
  readonly rows: readonly OwnerRow[]
  /** Rows that went out and are not in the file. */
  readonly lost: number
}

/** QUESTIONNAIRE_EMPTY where no row of ours is in it, ANSWERS_OF_ANOTHER_REGISTER; WORKBOOK_… and SOURCE_…. */
export async function readOwnerAnswers(register: Register, path: string): Promise<OwnerAnswersRead> {
  return (await look(register, path)).read
}

interface Looked {
  readonly read: OwnerAnswersRead
  readonly mark: OwnerMark
  /** By the row of the sheet: the value that would be written. */
  readonly values: ReadonlyMap<number, unknown>
}

async function look(register: Register, path: string): Promise<Looked> {
  const file = basename(path)
  const sheets = await sheetsOfFile(path)
  const mark = firstOf(sheets, readOwnerMark)
  const sheet = sheets.find(({ rows }) => rows.some((cells) => cells.some((cell) => readKey(cell) !== null)))
  if (mark === null || sheet === undefined) throw new Problem('QUESTIONNAIRE_EMPTY', { file })
  if (mark.registerId !== register.organisation().registerId) throw new Problem('ANSWERS_OF_ANOTHER_REGISTER', { file })
  const values = new Map<number, unknown>()
  const rows = readRows(sheet).map((written): OwnerRow => {
    const { row, value } = compare(register, mark, written)
    values.set(row.row, value)
    return row
  })
  const person = recordTables.person.get(register.read, mark.personId)
  return {
    mark,
    values,
    read: {
      owner:
        person === undefined
          ? null
          : { id: person.id, code: person.code, name: inLanguage(person.name, mark.language) },
      issuedOn: mark.issuedOn,
      filledOn: filledDay(said(sheets, 'questionnaire.cover.filledOn')),
      filledBy: said(sheets, 'questionnaire.cover.filledBy'),
      rows,
      lost: Math.max(0, mark.rows - rows.length),
    },
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

/** What stands beside a word of the cover, in whichever language the cover is. */
function said(sheets: readonly ShownSheet[], key: string): string | null {
  const words = new Set(languages.map((language) => foldHeading(translate(language)(key))))
  return firstOf(sheets, (cells) => {
    const at = cells.findIndex((cell) => words.has(foldHeading(cell)))
    return at < 0 ? null : (cells.slice(at + 1).find((cell) => cell.trim() !== '') ?? null)
  })
}

function filledDay(written: string | null): string | null {
  const reading = written === null ? null : readDay(written, null)
  return reading?.kind === 'day' ? reading.day : null
}

interface WrittenAnswer {
  readonly row: number
  readonly key: RowKey
  readonly sent: string
  readonly answer: OwnerAnswer | null
  readonly correction: string
  readonly remark: string
}

/** Rows are known by their key wherever they stand, columns by the headings above the first of them. */
function readRows({ rows }: ShownSheet): readonly WrittenAnswer[] {
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
        sent: at('value'),
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

function compare(
  register: Register,
  { language }: OwnerMark,
  { row, key, sent, answer, correction, remark }: WrittenAnswer,
): { readonly row: OwnerRow; readonly value: unknown } {
  const { noun, id } = key
  const record = recordTables[noun].get(register.read, id)
  const field = askedFields(noun).find(({ name }) => name === key.field)
  const shown = { row, noun, id, field: key.field, sent, remark }
  if (record === undefined || record.withdrawn !== null || field === undefined)
    return {
      row: { ...shown, code: record?.code ?? '', name: '', now: '', after: '', state: 'gone' },
      value: undefined,
    }
  const stored = (record as unknown as Readonly<Record<string, unknown>>)[field.name]
  const now = shownValue(field, stored, language)
  const named = { ...shown, code: record.code, name: inLanguage(record.name, language), now }
  const isAsSent = plain(now) === plain(sent)
  const result = (state: OwnerRowState, after = '', value?: unknown) => ({ row: { ...named, after, state }, value })
  if (correction === '') return result(answer === 'right' ? (isAsSent ? 'confirmed' : 'conflict') : 'open')
  if (field.byVerb === true) return result(plain(correction) === plain(now) ? 'same' : 'byHand', correction)
  const reading = readCell(noun, field, correction, { language })
  if (reading.kind !== 'value' && reading.kind !== 'part') return result('unreadable', correction)
  const value = valueAfter(reading, stored)
  const after = shownValue(field, value, language)
  if (canonicalJson(value) === canonicalJson(stored)) return result('same', after)
  return result(isAsSent ? 'change' : 'conflict', after, value)
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** States that are taken without being named one by one. */
export const clearStates: readonly OwnerRowState[] = ['change', 'confirmed']

/**
 * Takes over the rows that a person named (by the numbers of the sheet), or all clear ones: one change, one undo. What was
 * confirmed or corrected, by whom and when, stays as a comment at each record. INVALID where a named row cannot be taken.
 */
export async function takeOwnerAnswers(
  register: Register,
  path: string,
  rows: readonly number[] | 'clear',
): Promise<{ readonly read: OwnerAnswersRead; readonly changed: number; readonly confirmed: number }> {
  const { read, mark, values } = await look(register, path)
  const chosen = read.rows.filter(({ row, state }) =>
    rows === 'clear' ? clearStates.includes(state) : rows.includes(row),
  )
  const takeable = ({ row, state }: OwnerRow) =>
    state === 'confirmed' || ((state === 'change' || state === 'conflict') && values.get(row) !== undefined)
  const missing = rows === 'clear' ? undefined : rows.find((row) => !chosen.some((each) => each.row === row))
  const refused = missing ?? chosen.find((row) => !takeable(row))?.row
  if (refused !== undefined)
    throw new Problem('INVALID', { noun: 'comment', field: `rows.${String(refused)}`, issue: 'NOT_TAKEABLE' })
  const changes = chosen.filter(({ state }) => state !== 'confirmed')
  const counts = { read, changed: changes.length, confirmed: chosen.length - changes.length }
  if (chosen.length === 0) return counts
  const t = translate(mark.language)
  register.change({ operation: 'ownerQuestions.take', backup: 'import' }, (change) => {
    for (const group of Map.groupBy(chosen, ({ id }) => id).values()) {
      const [{ noun, id } = {}] = group
      if (noun === undefined || id === undefined) continue
      const stored = change.get(noun, id)
      const patch = Object.fromEntries(
        group.filter(({ state }) => state !== 'confirmed').map(({ row, field }) => [field, values.get(row)]),
      )
      if (Object.keys(patch).length > 0) updateIn(change, noun, { id, version: stored.version, patch: patch })
      change.add('comment', {
        subject: noun,
        subjectId: id,
        personId: register.personId,
        recordedAt: change.at,
        text: [
          t(`ownerQuestions.comment.${read.filledOn === null ? 'undated' : 'dated'}`, {
            by: read.filledBy ?? read.owner?.name ?? '',
            on: read.filledOn ?? '',
            issuedOn: read.issuedOn,
          }),
          ...group.map(({ state, field, after, remark }) =>
            [
              t(`ownerQuestions.comment.${state === 'confirmed' ? 'confirmed' : 'corrected'}`, {
                field: t(`field.${noun}.${field}`),
                after,
              }),
              ...(remark === '' ? [] : [remark]),
            ].join(' '),
          ),
        ].join('\n'),
      })
    }
  })
  return counts
}

/** What an owner sent back, against the register: shown row by row first, taken only as far as a person says. */
import { basename } from 'node:path'
import { foldHeading } from '#shared/domain/import-heading-book.ts'
import { readDay } from '#shared/domain/import-day.ts'
import {
  type AskedNoun,
  askedFields,
  clearStates,
  ownerAnswers,
  type OwnerAnswer,
  type OwnerAnswersRead,
  type OwnerColumn,
  ownerColumns,
  type OwnerMark,
  type OwnerRow,
  type OwnerRowState,
  takeableOwnerStates,
  readKey,
  readOwnerMark,
  type RowKey,
} from '#shared/domain/owner-questions/owner-questionnaire.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type CellReading, readCell, resolveWords, valueAfter } from '#shared/domain/read-cell.ts'
import { inLanguage, languages } from '#shared/domain/text.ts'
import type { ShownSheet } from '#shared/domain/third-party/read-questionnaire.ts'
import { translate } from '#shared/locales/translate.ts'
import type { FieldDescription } from '#shared/domain/fields.ts'
import { RecordNames } from '../record-names.ts'
import { updateIn } from '../records.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import { validated } from '../store/change.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { sheetsOfFile } from '../third-party/questionnaire-sheets.ts'
import { isAwaited, noteAnswered } from './owner-requests.ts'
import { Shower } from './shown-value.ts'

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
  const beside = {
    register,
    mark,
    shower: new Shower(register.read, mark.language),
    names: new RecordNames(register.read),
  }
  const values = new Map<number, unknown>()
  const rows = readRows(sheet).map((written): OwnerRow => {
    const { row, value } = compare(beside, written)
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

interface Beside {
  readonly register: Register
  readonly mark: OwnerMark
  readonly shower: Shower
  readonly names: RecordNames
}

function compare(
  { register, mark: { language }, shower, names }: Beside,
  { row, key, sent, answer, correction, remark }: WrittenAnswer,
): { readonly row: OwnerRow; readonly value: unknown } {
  const { noun, id } = key
  const record = recordTables[noun].get(register.read, id)
  const field = askedFields(noun).find(({ name }) => name === key.field)
  const clears = answer === 'clear' && correction === ''
  const shown = { row, noun, id, field: key.field, sent, remark, clears }
  if (record === undefined || record.withdrawn !== null || field === undefined)
    return {
      row: { ...shown, code: record?.code ?? '', name: '', now: '', after: '', state: 'gone' },
      value: undefined,
    }
  const stored = (record as unknown as Readonly<Record<string, unknown>>)[field.name]
  const now = shower.value(field, stored)
  const named = { ...shown, code: record.code, name: inLanguage(record.name, language), now }
  const isAsSent = plain(now) === plain(sent)
  const result = (state: OwnerRowState, after = '', value?: unknown) => ({ row: { ...named, after, state }, value })
  if (correction === '' && !clears) return result(answer === 'right' ? (isAsSent ? 'confirmed' : 'conflict') : 'open')
  if (field.byVerb === true) return result(plain(correction) === plain(now) ? 'same' : 'byHand', correction)
  const reading = resolved(field, readCell(noun, field, correction, { language }), names)
  if (reading.kind !== 'value' && reading.kind !== 'part') return result('unreadable', correction)
  const value = valueAfter(reading, stored)
  const after = shower.value(field, value)
  if (canonicalJson(value) === canonicalJson(stored)) return result('same', after)
  if (!mayStand(noun, { ...record, [field.name]: value })) return result('unreadable', correction)
  return result(isAsSent ? 'change' : 'conflict', after, value)
}

/** A name cannot be empty, and a choice that a record owes neither. */
function mayStand(noun: AskedNoun, record: unknown): boolean {
  try {
    validated(noun, record)
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

/** Names of records mean those that bear them, by code, name, reading or address. */
function resolved(field: FieldDescription, reading: CellReading, names: RecordNames): CellReading {
  return reading.kind === 'words' ? resolveWords(field, reading, (noun, word) => names.find(noun, word)) : reading
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Of what a person is shown. */
export function digestOf(read: OwnerAnswersRead): string {
  return sha256(canonicalJson(read))
}

/**
 * Takes over the rows that a person named (by the numbers of the sheet), or all clear ones: one change, one undo. What was
 * confirmed or corrected, by whom and when, stays as a comment at each record, and that the owner has answered is recorded.
 * PREVIEW_OUTDATED where `digest` is another one than that of what is there. INVALID where a named row cannot be taken.
 */
export async function takeOwnerAnswers(
  register: Register,
  path: string,
  rows: readonly number[] | 'clear',
  digest?: string,
): Promise<{ readonly read: OwnerAnswersRead; readonly changed: number; readonly confirmed: number }> {
  const { read, mark, values } = await look(register, path)
  if (digest !== undefined && digest !== digestOf(read)) throw new Problem('PREVIEW_OUTDATED')
  const chosen = read.rows.filter(({ row, state }) =>
    rows === 'clear' ? clearStates.includes(state) : rows.includes(row),
  )
  const takeable = ({ row, state }: OwnerRow) =>
    state === 'confirmed' || (takeableOwnerStates.includes(state) && values.get(row) !== undefined)
  const missing = rows === 'clear' ? undefined : rows.find((row) => !chosen.some((each) => each.row === row))
  const refused = missing ?? chosen.find((row) => !takeable(row))?.row
  if (refused !== undefined)
    throw new Problem('INVALID', { noun: 'comment', field: `rows.${String(refused)}`, issue: 'NOT_TAKEABLE' })
  const changes = chosen.filter(({ state }) => state !== 'confirmed')
  const counts = { read, changed: changes.length, confirmed: chosen.length - changes.length }
  const answeredOn = read.filledOn !== null && read.filledOn <= register.today() ? read.filledOn : register.today()
  if (chosen.length === 0 && !isAwaited(register.read, mark)) return counts
  const t = translate(mark.language)
  register.change({ operation: 'ownerQuestions.take', backup: 'import' }, (change) => {
    noteAnswered(change, mark, answeredOn)
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
              t(
                `ownerQuestions.comment.${state === 'confirmed' ? 'confirmed' : after === '' ? 'cleared' : 'corrected'}`,
                {
                  field: t(`field.${noun}.${field}`),
                  after,
                },
              ),
              ...(remark === '' ? [] : [remark]),
            ].join(' '),
          ),
        ].join('\n'),
      })
    }
  })
  return counts
}

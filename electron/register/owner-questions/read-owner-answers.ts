/** What an owner sent back, against the register: shown row by row first, taken only as far as a person says. */
import { basename } from 'node:path'
import {
  type AskedNoun,
  askedFields,
  clearStates,
  type OwnerAnswersRead,
  type OwnerMark,
  ownerQuestion,
  type OwnerRow,
  type OwnerRowState,
  takeableOwnerStates,
  readKey,
  readOwnerMark,
  type RowKey,
} from '#shared/domain/owner-questions/owner-questionnaire.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type CellReading, readCell, resolveWords, valueAfter } from '#shared/domain/read-cell.ts'
import { inLanguage } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import type { FieldDescription } from '#shared/domain/fields.ts'
import { assignIn, holdingOf } from '../accountability.ts'
import { joiner } from '../export/cell.ts'
import { RecordNames } from '../record-names.ts'
import { updateIn } from '../records.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import { validated } from '../store/change.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { sheetsOfFile } from '../third-party/questionnaire-sheets.ts'
import { isAwaited, noteAnswered } from './owner-requests.ts'
import { filledDay, firstOf, readRows, said, type WrittenAnswer } from './owner-sheet.ts'
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
  const written = readRows(sheet)
  const timesOf = Map.groupBy(written, ({ key }) => placeOf(key))
  const rows = written.map((each): OwnerRow => {
    const { row, value } = compare(beside, each)
    values.set(row.row, value)
    // Of two rows of one field a person says which is meant.
    const isRepeated = (timesOf.get(placeOf(each.key))?.length ?? 0) > 1
    return isRepeated && clearStates.includes(row.state) ? { ...row, state: 'conflict' } : row
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
      lost: Math.max(0, mark.rows - timesOf.size),
    },
  }
}

/** The field of a record that a row is about, whatever version of it was read. */
function placeOf({ noun, id, field }: Pick<RowKey, 'noun' | 'id' | 'field'>): string {
  return `${noun} ${id} ${field}`
}

interface Beside {
  readonly register: Register
  readonly mark: OwnerMark
  readonly shower: Shower
  readonly names: RecordNames
}

function compare(
  { register, mark: { language, personId }, shower, names }: Beside,
  { row, key, sent, answer, correction, remark }: WrittenAnswer,
): { readonly row: OwnerRow; readonly value: unknown } {
  const { noun, id } = key
  const record = recordTables[noun].get(register.read, id)
  const field = askedFields(noun).find(({ name }) => name === key.field)
  const unknown = { row, noun, id, field: key.field, sent: sent ?? '', remark, clears: false }
  if (record === undefined || record.withdrawn !== null || field === undefined)
    return {
      row: { ...unknown, code: record?.code ?? '', name: '', now: '', after: '', state: 'gone' },
      value: undefined,
    }
  const isOwner = field === ownerQuestion
  const stored = isOwner ? ownerOf(register, id) : valueIn(record, field)
  const now = shower.value(field, stored)
  const base = isOwner ? null : recordAt(register.read, record, key.version)
  // A workbook asks its owner about the systems that are theirs.
  const wasSent = isOwner
    ? shower.value(field, personId)
    : base === null
      ? null
      : shower.value(field, valueIn(base, field))
  // What stands in the column of what was sent and never was: the owner wrote over it.
  const isWrittenOver = wasSent !== null && sent !== null && !isShownSame(field, wasSent, sent)
  const words = correction === '' && isWrittenOver ? sent : correction
  const clears = words === '' && (answer === 'clear' || isWrittenOver)
  const isTwofold = isWrittenOver || (correction !== '' && (answer === 'right' || answer === 'clear'))
  const isAsSent = plain(now) === plain(wasSent ?? sent ?? '')
  const named = {
    ...unknown,
    sent: (isWrittenOver ? wasSent : sent) ?? wasSent ?? '',
    clears,
    code: record.code,
    name: inLanguage(record.name, language),
    now,
  }
  const result = (state: OwnerRowState, after = '', value?: unknown) => ({ row: { ...named, after, state }, value })
  if (words === '' && !clears) return result(answer === 'right' ? (isAsSent ? 'confirmed' : 'conflict') : 'open')
  // Nobody follows: ending what a person answers for is a person's own act.
  if (isOwner && clears) return result('byHand')
  if (field.byVerb === true) return result(plain(words) === plain(now) ? 'same' : 'byHand', words)
  const reading = resolved(field, readCell(noun, field, words, { language }), names)
  if (reading.kind !== 'value' && reading.kind !== 'part') return result('unreadable', words)
  const value = valueAfter(reading, stored)
  const after = shower.value(field, value)
  if (canonicalJson(value) === canonicalJson(stored)) return result('same', after)
  if (!isOwner && !mayStand(noun, { ...record, [field.name]: value })) return result('unreadable', words)
  return result(isAsSent && !isTwofold ? 'change' : 'conflict', after, value)
}

/** Who owns a system today, themselves or by their post. */
function ownerOf(register: Register, systemId: string): string | null {
  return holdingOf(register.read, 'system_owner', systemId, register.today()).personId
}

function valueIn(record: unknown, { name }: FieldDescription): unknown {
  return (record as Readonly<Record<string, unknown>>)[name]
}

/** The record as it was asked about, from the log; null where the log does not hold that version. */
function recordAt(read: ReadHandle, record: RecordOf<AskedNoun>, version: number): unknown {
  if (version === record.version) return record
  const payload = read
    .prepare(
      `SELECT payload FROM audit_event
       WHERE record_id = ? AND json_valid(payload) AND json_extract(payload, '$.after.version') = ?
       ORDER BY sequence DESC LIMIT 1`,
    )
    .pluck()
    .get(record.id, version) as string | undefined
  return payload === undefined ? null : (JSON.parse(payload) as { after: unknown }).after
}

/** A cell holds so many letters; what was longer went out shortened. */
const longestCell = 32_767

/** Records are known by their codes: one that has another name since was not written over. */
function isShownSame(field: FieldDescription, shown: string, cell: string): boolean {
  if (shown.length >= longestCell || plain(shown) === plain(cell)) return true
  if (field.kind === 'day') return filledDay(cell) === shown
  if (field.kind !== 'reference' && field.kind !== 'references') return false
  const codes = (text: string) => text.split(joiner.trim()).map((part) => part.trim().split(/\s/)[0])
  return canonicalJson(codes(shown)) === canonicalJson(codes(cell))
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
  const changed = chosen.filter(({ state }) => state !== 'confirmed')
  const twice = changed.find((row, at) => changed.findIndex((each) => placeOf(each) === placeOf(row)) < at)?.row
  const missing = rows === 'clear' ? undefined : rows.find((row) => !chosen.some((each) => each.row === row))
  const refused = missing ?? chosen.find((row) => !takeable(row))?.row ?? twice
  if (refused !== undefined)
    throw new Problem('INVALID', { noun: 'comment', field: `rows.${String(refused)}`, issue: 'NOT_TAKEABLE' })
  const counts = { read, changed: changed.length, confirmed: chosen.length - changed.length }
  // A day on which nobody could have answered is a slip of the pen.
  const today = register.today()
  const isPossible = read.filledOn !== null && read.filledOn >= read.issuedOn && read.filledOn <= today
  const answeredOn = isPossible ? read.filledOn : today
  if (chosen.length === 0 && !isAwaited(register.read, mark)) return counts
  const t = translate(mark.language)
  register.change({ operation: 'ownerQuestions.take', backup: 'import' }, (change) => {
    noteAnswered(change, mark, answeredOn)
    for (const group of Map.groupBy(chosen, ({ id }) => id).values()) {
      const [{ noun, id } = {}] = group
      if (noun === undefined || id === undefined) continue
      const stored = change.get(noun, id)
      const { [ownerQuestion.name]: owner, ...patch } = Object.fromEntries(
        group.filter(({ state }) => state !== 'confirmed').map(({ row, field }) => [field, values.get(row)]),
      )
      if (noun === 'system' && typeof owner === 'string')
        assignIn(change, {
          role: 'system_owner',
          subject: 'system',
          subjectId: id,
          postId: null,
          personId: owner,
          from: change.today,
        })
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

/**
 * One record of a sheet read by a mapping: a draft of a system, or the reason why it is none. Text is kept to the letter;
 * words that are read into a code, a day, a unit or a person are kept as a source note besides, so nothing is lost and a
 * second import can tell what the source changed.
 */
import type { Day } from './calendar-date.ts'
import { options } from './fields.ts'
import { readDay } from './import-day.ts'
import type { Mapping, OwnPart } from './import-mapping.ts'
import { positionLabel } from './import-mapping.ts'
import { readingOf, type TargetReading } from './import-targets.ts'
import {
  codeOfWord,
  isEmptyWord,
  isWithheld,
  jsonList,
  jurisdictionOf,
  partsOfCell,
  textOfCell,
} from './import-values.ts'
import { type Entry, readEntries } from './repeated.ts'
import { bilingualFrom, longestText } from './text.ts'

/** Why a row is not imported: a closed list, worded under `import.reason.<CODE>`. */
export const rejectionReasons = [
  'NAME_MISSING',
  'DAY_DOES_NOT_EXIST',
  'TOO_LONG',
  'HEADING_REPEATED',
  'SYSTEM_WITHDRAWN',
  'DIRECTION_UNKNOWN',
  'ROW_REPEATED',
  'KEY_REPEATED',
  'RECORD_WITHDRAWN',
  'CHOICE_NEEDED',
  'RECORD_NEEDED',
  'RULE_BROKEN',
] as const
export type RejectionReason = (typeof rejectionReasons)[number]

export interface PersonWords {
  readonly name: string
  readonly reading: string | null
}

/** A value that a source states for one field; unknown or null where its words have no meaning there. */
export type Stated =
  /** `slot` null: the field is not in two languages. */
  | { readonly kind: 'text'; readonly field: string; readonly slot: 'ja' | 'en' | null; readonly text: string }
  | { readonly kind: 'code'; readonly field: string; readonly value: string | null }
  | { readonly kind: 'codes'; readonly field: string; readonly value: readonly string[] }
  | { readonly kind: 'day'; readonly field: string; readonly value: Day | null }
  /** `whole`: all entries there are; else those that the source has columns for. */
  | { readonly kind: 'entries'; readonly field: string; readonly value: readonly Entry[]; readonly whole: boolean }

export interface Draft {
  readonly kind: 'draft'
  readonly row: number
  /** The name as it stands, in whichever language. */
  readonly name: string
  readonly stated: readonly Stated[]
  /** Names of units from the highest level down; empty where the source names none. */
  readonly unit: readonly string[]
  readonly owner: PersonWords | null
  readonly executive: string | null
  readonly notes: readonly (readonly [string, string])[]
  /** The words of the columns that may hold the key, in the mapping's order. */
  readonly identifiers: readonly string[]
  /** What a row of Daicho's own export says of its record beside the fields. */
  readonly own?: OwnWords
}
/** Empty cells are not among them. */
export type OwnWords = Readonly<Partial<Record<OwnPart, string>>>
export interface Rejection {
  readonly kind: 'rejected'
  readonly row: number
  readonly column: string
  readonly reason: RejectionReason
  readonly value: string
}

/** Words of a column that have no meaning for its field: they are kept, the field stays unknown or empty. */
export interface UnknownWord {
  readonly column: string
  readonly value: string
}

/** Longer words are no name of a unit or a person. */
const longestName = 500
/** Rejected cells are quoted in the report up to this length. */
const longestQuote = 200
export function quoteOf(cell: string): string {
  return cell.length <= longestQuote ? cell : `${cell.slice(0, longestQuote)}…`
}

/** True where a record has anything but white space in it: only such records are rows. */
export function hasContent(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '')
}

export class RowReader {
  readonly #mapping: Mapping
  readonly #labels: string[]
  readonly #readings: (TargetReading | null)[]
  readonly #keyColumns: readonly number[]
  readonly #nameColumn: number
  readonly #onUnknown: (word: UnknownWord) => void
  #unknowns = 0

  constructor(mapping: Mapping, onUnknown: (word: UnknownWord) => void) {
    this.#mapping = mapping
    this.#onUnknown = onUnknown
    this.#labels = mapping.columns.map((column) => column.label)
    this.#keyColumns = keyColumnsOf(mapping)
    const readings = mapping.columns.map(({ index }) => {
      const target = mapping.targets.get(index)
      return target === undefined ? null : readingOf(target)
    })
    for (const index of mapping.units) readings[index] = { kind: 'unit' }
    this.#readings = readings
    this.#nameColumn = readings.findIndex((reading) => reading?.kind === 'text' && reading.field === 'name')
  }

  /** Reads a record with content. `row` is the spreadsheet's row. */
  read(row: number, cells: readonly string[]): Draft | Rejection {
    const reject = (index: number, reason: RejectionReason): Rejection => ({
      kind: 'rejected',
      row,
      column: this.#labelOf(index),
      reason,
      value: quoteOf(cells[index] ?? ''),
    })
    if (this.#isHeading(cells)) return reject(this.#nameColumn, 'HEADING_REPEATED')
    const stated: Stated[] = []
    const notes: [string, string][] = []
    const entries: Entry[] = []
    let entriesField: string | null = null
    let owner: PersonWords | null = null
    let reading: string | null = null
    let executive: string | null = null
    let name = ''
    for (const [index, cell] of cells.entries()) {
      if (cell === '') continue
      const how = this.#readings[index] ?? null
      const label = this.#labelOf(index)
      const ownColumn = this.#mapping.own?.columns.has(index) === true
      if (how?.kind !== 'text' && how?.kind !== 'repeated' && !ownColumn) notes.push([label, cell])
      if (how === null || how.kind === 'unit' || cell.trim() === '') {
        if (how?.kind === 'text') stated.push(...this.#text(how, cell))
        continue
      }
      switch (how.kind) {
        case 'text': {
          if (cell.length > longestText) return reject(index, 'TOO_LONG')
          stated.push(...this.#text(how, cell))
          if (how.field === 'name' && name === '') name = this.#mapping.own === null ? textOfCell(cell) : cell
          break
        }
        case 'repeated': {
          if (cell.length > longestText) return reject(index, 'TOO_LONG')
          if (!ownColumn) {
            entriesField = how.field
            const heading = this.#mapping.columns[index]?.heading.trim() ?? ''
            const texts = [heading === '' ? label : heading, cell.replace(/\r\n?/g, '\n')]
            entries.push(Object.fromEntries(how.parts.map(({ name: part }, at) => [part, texts[at] ?? ''])))
            break
          }
          const read = readEntries(how.parts, cell)
          if (read !== null) stated.push({ kind: 'entries', field: how.field, value: read, whole: true })
          else {
            this.#unknown(label, cell)
            notes.push([label, cell])
          }
          break
        }
        case 'choice':
        case 'choices':
        case 'codes': {
          const unknown = this.#unknowns
          const codes = this.#codes(how, label, cell)
          // A code of an export that somebody has mistyped is listed and kept; it does not undo the field.
          if (!ownColumn || unknown === this.#unknowns) stated.push(...codes)
          else notes.push([label, cell])
          break
        }
        case 'day': {
          if (isEmptyWord(cell)) break
          const day = readDay(cell, this.#mapping.dayOrder)
          if (day.kind === 'not_in_calendar') return reject(index, 'DAY_DOES_NOT_EXIST')
          if (day.kind !== 'day') this.#unknown(label, cell)
          if (day.kind !== 'day' && ownColumn) {
            notes.push([label, cell])
            break
          }
          stated.push({ kind: 'day', field: how.field, value: day.kind === 'day' ? day.day : null })
          break
        }
        case 'owner':
          owner = this.#person(label, cell)
          break
        case 'ownerReading':
          if (!isEmptyWord(cell)) reading = cell
          break
        case 'executive':
          if (!isEmptyWord(cell) && !isWithheld(cell)) executive = textOfCell(cell)
          break
        default:
          // Columns of other lists only.
          break
      }
    }
    if (name.trim() === '') return reject(this.#nameColumn, 'NAME_MISSING')
    if (entriesField !== null) stated.push({ kind: 'entries', field: entriesField, value: entries, whole: false })
    return {
      kind: 'draft',
      row,
      name,
      stated,
      unit: this.#unit(cells),
      owner: owner !== null && reading !== null ? { ...owner, reading } : owner,
      executive,
      notes,
      identifiers: this.#keyColumns.map((index) => (cells[index] ?? '').trim()),
      ...(this.#mapping.own === null ? {} : { own: ownWordsOf(this.#mapping.own.parts, cells) }),
    }
  }

  #labelOf(index: number): string {
    return this.#labels[index] ?? positionLabel(index)
  }

  #unknown(column: string, cell: string): void {
    this.#unknowns += 1
    this.#onUnknown({ column, value: cell })
  }

  #isHeading(cells: readonly string[]): boolean {
    const { columns } = this.#mapping
    const headings = columns.filter((column) => column.heading !== '')
    return (
      headings.length > 1 &&
      headings.every((column) => (cells[column.index] ?? '').trim() === column.heading) &&
      cells.every((cell, index) => cell.trim() === (columns[index]?.heading ?? ''))
    )
  }

  #text(how: TargetReading & { kind: 'text' }, cell: string): Stated[] {
    const text = this.#mapping.own === null ? textOfCell(cell) : cell
    if (!how.bilingual) {
      return [{ kind: 'text', field: how.field, slot: null, text }]
    }
    const slot = how.slot ?? (bilingualFrom(text).ja === null ? 'en' : 'ja')
    return [{ kind: 'text', field: how.field, slot, text }]
  }

  #codes(how: TargetReading & { kind: 'choice' | 'choices' | 'codes' }, label: string, cell: string): Stated[] {
    const own = this.#mapping.words.get(how.field)
    if (how.kind === 'choice') {
      const code = codeOfWord(how.options, textOfCell(cell), own)
      if (code === null && isEmptyWord(cell)) return []
      if (code === null) this.#unknown(label, cell)
      const unknown = (options[how.options] as readonly string[]).includes('unknown') ? 'unknown' : null
      return [{ kind: 'code', field: how.field, value: code ?? unknown }]
    }
    if (isEmptyWord(cell)) return []
    const codes = partsOfCell(cell).map((part) =>
      how.kind === 'choices' ? codeOfWord(how.options, part, own) : jurisdictionOf(part),
    )
    if (codes.includes(null)) this.#unknown(label, cell)
    return [{ kind: 'codes', field: how.field, value: [...new Set(codes.filter((code) => code !== null))] }]
  }

  /** Levels that repeat the one above (an agency that is its own office) are one unit. */
  #unit(cells: readonly string[]): string[] {
    const path: string[] = []
    for (const index of this.#mapping.units) {
      const words = textOfCell((cells[index] ?? '').trim())
      if (isEmptyWord(words) || isWithheld(words) || words === path.at(-1)) continue
      if (words.length > longestName) {
        this.#unknown(this.#labelOf(index), words)
        continue
      }
      path.push(words)
    }
    return path
  }

  /** Of several people in one cell the first is taken and the cell listed. */
  #person(label: string, cell: string): PersonWords | null {
    if (isEmptyWord(cell) || isWithheld(cell)) return null
    const [first = '', ...others] = (jsonList(cell) ?? cell.split(/[\n\r;；、]+/))
      .map((part) => part.trim())
      .filter((part) => part !== '')
    if (others.length > 0 || first.length > longestName) this.#unknown(label, cell)
    if (first.length > longestName) return null
    return personIn(first)
  }
}

/** "山田 太郎（やまだ たろう）" is a name with its reading. */
export function personIn(words: string): PersonWords {
  const match = /^(.+?)\s*[（(]([\p{Script=Hiragana}\p{Script=Katakana}ー\s・]+)[)）]$/u.exec(words.trim())
  return match
    ? { name: (match[1] ?? '').trim(), reading: (match[2] ?? '').trim() }
    : { name: words.trim(), reading: null }
}

function ownWordsOf(parts: Readonly<Partial<Record<OwnPart, number>>>, cells: readonly string[]): OwnWords {
  return Object.fromEntries(
    Object.entries(parts)
      .map(([part, index]) => [part, (cells[index] ?? '').trim()] as const)
      .filter(([, words]) => words !== ''),
  )
}

/**
 * Whether a column tells the rows of a list apart though words of it come again: in one row, or a tenth of them, at most. Daicho's own
 * rule, for columns that nobody has named: one that is passed over is told (`keyLeft`), and a person may name it.
 */
export function isKeyWithRepeats(repeats: number, rows: number): boolean {
  return repeats <= Math.max(1, rows / 10)
}

/** The columns whose words a draft carries as possible keys: the one that the mapping file names, else the likely ones. */
export function keyColumnsOf(mapping: Mapping): readonly number[] {
  return mapping.key !== null ? [mapping.key] : mapping.identifiers.slice(0, 3)
}

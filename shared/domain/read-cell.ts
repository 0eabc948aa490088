/**
 * One reader for what people type and paste: the text of a cell becomes the value of a field, or is refused with a reason.
 * Words that name other records are handed back as words, since only a register knows who is meant (`resolveWords`).
 * The same words of enumerations and spellings of days are read here and from imported files.
 */
import { type Day, addDays } from './calendar-date.ts'
import type { FieldDescription } from './fields.ts'
import { type DayOrder, readDay } from './import-day.ts'
import { codeOfWord, isEmptyWord, jurisdictionOf, partsOfCell } from './import-values.ts'
import { type Noun, nounSchemas } from './nouns.ts'
import { readEntries } from './repeated.ts'
import type { Bilingual, Language } from './text.ts'
import { z } from 'zod'

/** Why a cell cannot be taken: `issue.<issue>` in the catalogue. */
export interface CellRefusal {
  readonly kind: 'refused'
  readonly issue: string
  readonly facts: Readonly<Record<string, string>>
  /** Records that the words could mean, where they mean several. */
  readonly candidates: readonly string[]
}

export type CellReading =
  | { readonly kind: 'value'; readonly value: unknown }
  /** One language of a text in two: the other one stays as it is. */
  | { readonly kind: 'part'; readonly language: Language; readonly text: string | null }
  /** Words that name records of a noun. `parts` is empty where the field takes one record only. */
  | { readonly kind: 'words'; readonly noun: Noun; readonly whole: string; readonly parts: readonly string[] }
  | CellRefusal

export interface ReadCellOptions {
  /** The language of a text in two languages whose column does not say it: the register's. */
  readonly language: Language
  /** How 5/1/2026 is to be read; refused where nobody has said. */
  readonly dayOrder?: DayOrder | null
}

/** Reads the text of one cell for a field. Pure: what is stored does not matter. */
export function readCell(noun: Noun, field: FieldDescription, written: string, options: ReadCellOptions): CellReading {
  const text = written.normalize('NFC').replace(/\r\n?/g, '\n').trim()
  if (field.kind === 'bilingual') return { kind: 'part', language: options.language, text: text === '' ? null : text }
  if (text === '') return blank(noun, field)
  switch (field.kind) {
    case 'text':
    case 'code':
      return checked(noun, field, text)
    case 'choice': {
      const code = codeOfWord(field.options, text)
      return code === null ? unknownWord(noun, field, text) : checked(noun, field, code)
    }
    case 'choices': {
      const parts = partsOfCell(text)
      const codes = parts.map((part) => codeOfWord(field.options, part))
      const unknown = codes.indexOf(null)
      if (unknown >= 0) return unknownWord(noun, field, parts[unknown] ?? text)
      return checked(noun, field, [...new Set(codes)])
    }
    case 'codes': {
      const parts = partsOfCell(text)
      const codes = parts.map(jurisdictionOf)
      const unknown = codes.indexOf(null)
      if (unknown >= 0) return unknownWord(noun, field, parts[unknown] ?? text)
      return checked(noun, field, [...new Set(codes)])
    }
    case 'day':
      return readDayCell(noun, field, text, options.dayOrder ?? null)
    case 'number': {
      const number = parseNumber(text)
      if (number !== null) return checked(noun, field, number)
      return isEmptyWord(text) ? blank(noun, field) : refused('BAD_NUMBER', { word: text })
    }
    case 'reference':
      return { kind: 'words', noun: field.noun, whole: text, parts: [] }
    case 'references':
      return { kind: 'words', noun: field.noun, whole: text, parts: recordParts(text) }
    case 'repeated': {
      const entries = readEntries(field.parts, text)
      return entries === null ? refused('ENTRY_UNREADABLE') : checked(noun, field, entries)
    }
    case 'instant':
    case 'structure':
      return refused('BY_VERB')
  }
}

/** The value of a field after a reading: a part is put beside the language that stays. */
export function valueAfter(reading: Extract<CellReading, { kind: 'value' | 'part' }>, before: unknown): unknown {
  if (reading.kind === 'value') return reading.value
  const stored = (before ?? { ja: null, en: null }) as Bilingual
  return { ...stored, [reading.language]: reading.text }
}

/** The id, or ids, that words name. `find` gives all records that bear a name, a reading, an address or a code. */
export function resolveWords(
  field: FieldDescription,
  reading: Extract<CellReading, { kind: 'words' }>,
  find: (noun: Noun, word: string) => readonly string[],
): Extract<CellReading, { kind: 'value' }> | CellRefusal {
  const named = (word: string): readonly string[] => {
    const found = find(reading.noun, word)
    // As lists show a record: the code, then the name.
    const code = /^([A-Z]{2,5}-[0-9A-Z-]+)[\s:：]/.exec(word.normalize('NFKC'))?.[1]
    return found.length > 0 || code === undefined ? found : find(reading.noun, code)
  }
  const one = (word: string, ids: readonly string[]): string | CellRefusal => {
    const [id] = ids
    if (id === undefined) return refused('NO_SUCH_RECORD', { word })
    return ids.length === 1 ? id : refused('AMBIGUOUS_RECORD', { word }, ids)
  }
  const whole = named(reading.whole)
  if (field.kind === 'reference') {
    const id = one(reading.whole, whole)
    return typeof id === 'string' ? { kind: 'value', value: id } : id
  }
  const words = whole.length > 0 ? [reading.whole] : reading.parts
  const ids: string[] = []
  for (const word of words) {
    const id = one(word, word === reading.whole ? whole : named(word))
    if (typeof id !== 'string') return id
    if (!ids.includes(id)) ids.push(id)
  }
  // In the order in which links are kept.
  return { kind: 'value', value: ids.sort() }
}

function refused(
  issue: string,
  facts: Readonly<Record<string, string>> = {},
  candidates: readonly string[] = [],
): CellRefusal {
  return { kind: 'refused', issue, facts, candidates }
}

function unknownWord(noun: Noun, field: FieldDescription, word: string): CellReading {
  return isEmptyWord(word) ? blank(noun, field) : refused('UNKNOWN_WORD', { word })
}

/** An empty cell empties the field, as far as it can be empty. */
function blank(noun: Noun, field: FieldDescription): CellReading {
  if (['references', 'choices', 'codes', 'repeated'].includes(field.kind)) return { kind: 'value', value: [] }
  if (issueOf(noun, field, null) === null) return { kind: 'value', value: null }
  if (field.kind === 'choice' && !field.required && issueOf(noun, field, 'unknown') === null)
    return { kind: 'value', value: 'unknown' }
  return refused('REQUIRED')
}

function checked(noun: Noun, field: FieldDescription, value: unknown): CellReading {
  const issue = issueOf(noun, field, value)
  return issue === null ? { kind: 'value', value } : refused(issue)
}

/** What the noun's schema has against a value of a field; null where nothing. */
function issueOf(noun: Noun, field: FieldDescription, value: unknown): string | null {
  const schema = (nounSchemas[noun].shape as Readonly<Record<string, z.ZodType>>)[field.name]
  const result = schema === undefined ? undefined : z.safeParse(schema, value)
  return result?.success === false ? (result.error.issues[0]?.message ?? 'OTHER') : null
}

const dayIssues = {
  ambiguous: 'DAY_AMBIGUOUS',
  not_in_calendar: 'DAY_NOT_IN_CALENDAR',
  no_day: 'BAD_DAY',
} as const

function readDayCell(noun: Noun, field: FieldDescription, text: string, order: DayOrder | null): CellReading {
  const serial = dayOfSerial(text)
  if (serial !== null) return { kind: 'value', value: serial }
  const reading = readDay(text, order)
  if (reading.kind === 'day') return { kind: 'value', value: reading.day }
  return isEmptyWord(text) ? blank(noun, field) : refused(dayIssues[reading.kind], { word: text })
}

/**
 * A day as a sheet keeps it: days counted from the end of 1899. Excel copies what a cell shows, so a bare number comes from a
 * cell that is not formatted as a day. Five digits are no other spelling of a day, so within 2000 to 2099 they can mean
 * nothing else; four are a year and six a month, and those are refused. The counting from 1904 of old sheets from a Mac
 * cannot be told apart by the number: the preview shows the day before anything is written.
 */
function dayOfSerial(text: string): Day | null {
  const digits = text.normalize('NFKC')
  if (!/^\d{5}$/.test(digits)) return null
  const day = addDays('1899-12-30', Number(digits))
  return day >= '2000-01-01' && day <= '2099-12-31' ? day : null
}

/** 1,234.5 and −5, full-width digits too; null where it is no number. */
export function parseNumber(written: string): number | null {
  const text = written
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim()
  return /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : null
}

/** Names may hold slashes: records are set apart by commas, semicolons, bars and lines only. */
function recordParts(text: string): string[] {
  return text
    .split(/[,;、，；|｜\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

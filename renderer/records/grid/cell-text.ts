/** A cell as the text that is copied: what a person reads there, and what pasting reads again. */
import type { ListRow } from '#renderer/records/noun-screen.ts'
import { valueOf } from '#renderer/records/value-of.ts'
import type { ValueWords } from '#renderer/records/value-words.ts'
import type { Words } from '#renderer/records/words.ts'
import type { ListField } from '#shared/domain/list-fields.ts'
import { type Entry, writeEntries } from '#shared/domain/repeated.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import type { Bilingual } from '#shared/domain/text.ts'

/** The empty text where nothing is registered: in a spreadsheet an empty cell says so, and is read as such. */
export function cellText<N extends CodedNoun>(
  row: ListRow<N>,
  field: ListField,
  words: Words,
  wordsOf: ValueWords,
): string {
  const value: unknown = field.derived === true ? row.values[field.name] : valueOf(row.record, field.name)
  const several = (value === null || value === undefined ? [] : Array.isArray(value) ? value : [value]) as unknown[]
  if (several.length === 0) return ''
  switch (field.kind) {
    case 'bilingual':
      return words.name(value as Bilingual)
    case 'choice':
    case 'choices':
    case 'holder':
    case 'reference':
    case 'references':
      return several.map((each) => wordsOf(field, String(each), row.labels)).join(words.t('app.listSeparator'))
    case 'codes':
      return several.map(String).join(words.t('app.listSeparator'))
    case 'repeated':
      return writeEntries(field.parts, value as readonly Entry[])
    case 'structure':
      return JSON.stringify(value)
    case 'code':
    case 'day':
    case 'instant':
    case 'number':
    case 'text':
      return String(value)
  }
}

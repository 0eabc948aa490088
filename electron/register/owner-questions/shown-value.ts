/** The value of a field as an owner reads it, and the words that may stand there instead. */
import { type FieldDescription, options } from '#shared/domain/fields.ts'
import { codedNouns } from '#shared/domain/coded-nouns.ts'
import type { CodedNoun, Noun } from '#shared/domain/nouns.ts'
import { type Bilingual, inLanguage, type Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { joiner } from '../export/cell.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'

export class Shower {
  readonly #read: ReadHandle
  readonly #language: Language

  constructor(read: ReadHandle, language: Language) {
    this.#read = read
    this.#language = language
  }

  value(field: FieldDescription, value: unknown): string {
    const t = translate(this.#language)
    if (value === null || value === undefined) return ''
    switch (field.kind) {
      case 'bilingual':
        return (value as Bilingual)[this.#language] ?? ''
      case 'choice':
        return t(`value.${field.options}.${value as string}`)
      case 'choices':
        return (value as readonly string[]).map((code) => t(`value.${field.options}.${code}`)).join(joiner)
      case 'codes':
        return (value as readonly string[]).join(joiner)
      case 'reference':
        return this.#record(field.noun, value as string)
      case 'references':
        return (value as readonly string[]).map((id) => this.#record(field.noun, id)).join(joiner)
      default:
        return typeof value === 'number' ? String(value) : (value as string)
    }
  }

  /** Code and name, as a person may write them too. */
  #record(noun: Noun, id: string): string {
    if (!codedNouns.some((each) => each === noun)) return id
    const record = recordTables[noun as CodedNoun].get(this.#read, id)
    if (record === undefined) return id
    return 'name' in record ? `${record.code} ${inLanguage(record.name, this.#language)}` : record.code
  }
}

/** A list in a cell holds 255 letters, and its words no comma. */
const longestList = 255

export function wordsToChoose(field: FieldDescription, language: Language): readonly string[] | null {
  if (field.kind !== 'choice') return null
  const t = translate(language)
  const words = options[field.options].map((code) => t(`value.${field.options}.${code}`))
  return words.join(',').length <= longestList && !words.some((word) => word.includes(',')) ? words : null
}

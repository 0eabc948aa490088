/** The value of a field as an owner reads it, and the words that may stand there instead. */
import { type FieldDescription, options } from '#shared/domain/fields.ts'
import type { Bilingual, Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { joiner } from '../export/cell.ts'

export function shownValue(field: FieldDescription, value: unknown, language: Language): string {
  const t = translate(language)
  if (value === null || value === undefined) return ''
  switch (field.kind) {
    case 'bilingual':
      return (value as Bilingual)[language] ?? ''
    case 'choice':
      return t(`value.${field.options}.${value as string}`)
    case 'choices':
      return (value as readonly string[]).map((code) => t(`value.${field.options}.${code}`)).join(joiner)
    case 'codes':
      return (value as readonly string[]).join(joiner)
    default:
      return typeof value === 'number' ? String(value) : (value as string)
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

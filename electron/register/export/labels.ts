/** Words of both languages for columns and values, from the one catalogue. */
import { type OptionsName, options } from '#shared/domain/fields.ts'
import type { Bilingual, Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'

const japanese = translate('ja')
const english = translate('en')

export function words(key: string, facts: Readonly<Record<string, string | number>> = {}): Bilingual {
  return { ja: japanese(key, facts), en: english(key, facts) }
}

/** `system.lifecycle` → 状態 / Stage; a part of a field has a word of its own behind the field's. */
export function fieldWords(noun: string, field: string): Bilingual {
  return words(`field.${noun}.${field}`)
}

/** `field（part）` / `field (part)`, as the catalogue puts it. */
export function partOf(whole: Bilingual, part: Bilingual): Bilingual {
  const put = (language: Language) =>
    translate(language)('bundle.partOf', { whole: whole[language] ?? '', part: part[language] ?? '' })
  return { ja: put('ja'), en: put('en') }
}

type Labels = ReadonlyMap<string, Bilingual>
const known = new Map<OptionsName, Labels>()

/** Code → its word in both languages. */
export function optionLabels(name: OptionsName): Labels {
  const labels =
    known.get(name) ?? new Map<string, Bilingual>(options[name].map((code) => [code, words(`value.${name}.${code}`)]))
  known.set(name, labels)
  return labels
}

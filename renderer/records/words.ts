/** Words of fields, values and names in the window's language. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/api/status.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { OptionsName } from '#shared/domain/fields.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { type Bilingual, inLanguage, type Language } from '#shared/domain/text.ts'
import { nounWords } from '#shared/locales/noun-words.ts'
import type { Translate } from '#shared/locales/translate.ts'

export interface Words {
  readonly language: Language
  readonly t: Translate
  /** The label of a field. */
  field(noun: Noun, name: string): string
  /** The word of an enumerated value. */
  value(options: OptionsName, code: string): string
  name(text: Bilingual): string
  /** A record as it is named elsewhere; the empty string where it is not among the labels. */
  label(labels: Labels, id: string | null): string
  one(noun: Noun): string
  many(noun: Noun): string
  /** A noun inside a sentence: in English without a capital, unless it is an abbreviation. */
  inSentence(noun: Noun): string
  /** Why records of a noun matter, where there are none yet. */
  why(noun: Noun): string
}

export function useWords(): Words {
  const { t } = useTranslation()
  const language = useLanguage()
  return useMemo(
    () => ({
      language,
      t,
      field: (noun, name) => t(`field.${noun}.${name}`),
      value: (options, code) => t(`value.${options}.${code}`),
      name: (text) => inLanguage(text, language),
      label: (labels, id) => {
        const label = id === null ? undefined : labels[id]
        return label === undefined ? '' : inLanguage(label.name, language) || (label.code ?? '')
      },
      one: (noun) => t(`noun.${noun}.one`),
      many: (noun) => t(`noun.${noun}.many`),
      inSentence: (noun) => nounWords(t, noun, language),
      why: (noun) => t(`why.${noun}`),
    }),
    [language, t],
  )
}

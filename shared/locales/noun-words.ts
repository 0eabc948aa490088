/** What a noun is called inside a sentence: in English without a capital, unless it is an abbreviation. */
import type { Noun } from '../domain/nouns.ts'
import type { Language } from '../domain/text.ts'
import type { Translate } from './translate.ts'

export function nounWords(words: Translate, noun: Noun, language: Language): string {
  const name = words(`noun.${noun}.one`)
  return language === 'en' && !/^[A-Z]{2}/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

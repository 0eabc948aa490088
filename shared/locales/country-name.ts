/** The name of a country by its ISO code, which alone is stored: `ドイツ (DE)`. A code without a name, or what is none, stands as it is. */
import type { Language } from '../domain/text.ts'

const names = new Map<Language, Intl.DisplayNames>()

export function countryName(code: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  let ofLanguage = names.get(language)
  if (ofLanguage === undefined) {
    ofLanguage = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    names.set(language, ofLanguage)
  }
  const name = ofLanguage.of(code)
  return name === undefined ? code : `${name} (${code})`
}

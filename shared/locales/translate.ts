/** The one catalogue, read by windows, PDF, CSV and command line alike. */
import i18next, { type i18n, type TFunction } from 'i18next'
import type { Language } from '../domain/text.ts'
import en from './en.json' with { type: 'json' }
import ja from './ja.json' with { type: 'json' }

/** A translator instance for both languages. React takes the instance, everything else `translate(language)`. */
export function createCatalogue(language: Language): i18n {
  const instance = i18next.createInstance()
  void instance.init({
    lng: language,
    fallbackLng: false,
    supportedLngs: ['ja', 'en'],
    resources: { ja: { translation: ja }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return instance
}

export type Translate = TFunction
const catalogue = createCatalogue('ja')

/** The words of a language: `translate('ja')('field.system.name')`. */
export function translate(language: Language): Translate {
  return catalogue.getFixedT(language)
}

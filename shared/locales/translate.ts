/** The one catalogue, read by windows, PDF, CSV and command line alike. */
import i18next, { type i18n, type TFunction } from 'i18next'
import type { Language } from '../domain/text.ts'
import { eraDay, isDay } from '../domain/calendar-date.ts'
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
  instance.services.formatter?.add('era', (day: unknown) => {
    const text = String(day)
    const era = japaneseCalendars.has(instance) && isDay(text) ? eraDay(text, 'long') : null
    return era === null ? text : `${text}（${era}）`
  })
  return instance
}

/** The catalogues whose Japanese sentences name days (`{{day, era}}`) by their era too: 2026-09-30（令和8年9月30日）. */
const japaneseCalendars = new WeakSet<i18n>()

/** Whether a catalogue does. What is drawn is drawn anew. */
export async function nameEras(catalogue: i18n, named: boolean): Promise<void> {
  if (japaneseCalendars.has(catalogue) === named) return
  if (named) japaneseCalendars.add(catalogue)
  else japaneseCalendars.delete(catalogue)
  await catalogue.changeLanguage(catalogue.language)
}

export type Translate = TFunction
const catalogue = createCatalogue('ja')

/** The words of a language: `translate('ja')('field.system.name')`. */
export function translate(language: Language): Translate {
  return catalogue.getFixedT(language)
}

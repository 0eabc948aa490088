/** What stands in the margins of every page: whose pack, how it may be handled, by what it is told apart, sample and state. */
import type { PackModel } from '#shared/pack-model/pages.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { cutName, usePackWords, wordsOf } from './pack-words.tsx'

export interface Furniture {
  readonly runningHead: string
  /** In both languages: whoever holds the paper must be able to read it. */
  readonly classification: string
  readonly identity: string
  readonly standing: string
}

export function furnitureOf(model: PackModel, language: Language): Furniture {
  const { t, say } = wordsOf(language)
  return {
    runningHead: t('paper.runningHead', {
      organisation: cutName(inLanguage(model.organisation, language)),
      heading: say(model.heading),
    }),
    classification: t('paper.bothLanguages', {
      ja: translate('ja')(`value.classification.${model.classification}`),
      en: translate('en')(`value.classification.${model.classification}`),
    }),
    identity: say(model.identity),
    standing: say(model.standing),
  }
}

/** The margins on the screen. On paper the page boxes of print.css draw the same words, with the number of pages. */
export function ScreenFurniture({ furniture, page, pages }: { furniture: Furniture; page: number; pages: number }) {
  const { t } = usePackWords()
  return (
    <>
      <p className="pack-furniture pack-furniture-top-left">{furniture.runningHead}</p>
      <p className="pack-furniture pack-furniture-classification">{furniture.classification}</p>
      <p className="pack-furniture pack-furniture-foot">
        <span>{furniture.identity}</span>
        <span>{furniture.standing}</span>
        <span>{t('paper.pageOf', { page, pages })}</span>
      </p>
    </>
  )
}

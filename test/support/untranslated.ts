/** Words of the other language on a screen. Register data that a person wrote in one language only is told apart by a list. */
import type { Page } from '@playwright/test'
import type { Language } from '#shared/domain/text.ts'

/** All that a person reads or is told on the page: text, and the attributes that are shown or spoken. */
export async function wordsShown(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const spoken = ['aria-label', 'title', 'placeholder', 'alt'] as const
    const found = new Set<string>([document.title])
    const language = document.documentElement.lang
    /** What is marked as the other language is meant so: the switch of languages, a second language of a field. */
    const isMarked = (element: Element) => (element.closest('[lang]')?.getAttribute('lang') ?? language) !== language
    const walk = (node: Node) => {
      if (node instanceof Text) {
        const text = node.data.trim()
        if (text !== '' && node.parentElement !== null && !isMarked(node.parentElement)) found.add(text)
        return
      }
      if (!(node instanceof Element) || node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return
      if (!isMarked(node))
        for (const name of spoken) {
          const value = node.getAttribute(name)
          if (value !== null && value.trim() !== '') found.add(value)
        }
      for (const child of node.childNodes) walk(child)
    }
    walk(document.body)
    return [...found]
  })
}

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
/** Two small letters in a row: codes, abbreviations and single letters are the same in both languages. */
const latinWord = /[A-Za-z]*[a-z]{2,}[A-Za-z]*/g

/**
 * Those of the shown words that belong to the other language.
 *
 * @param allowed words and names that are the same in both languages, or are what a person wrote
 */
export function untranslated(
  language: Language,
  shown: readonly string[],
  allowed: readonly (string | RegExp)[],
): readonly string[] {
  return shown.filter((text) => {
    const rest = allowed.reduce<string>((said, each) => said.replaceAll(each, ' '), text)
    return language === 'en' ? japanese.test(rest) : (rest.match(latinWord) ?? []).length > 0
  })
}

/**
 * Text in the company's two languages, and the keys by which it is found and sorted. Stored text is kept as it was typed
 * (NFC); only keys are folded, so 髙 and 﨑 never change on screen and are still found.
 */
import { z } from 'zod'

export type Language = 'ja' | 'en'
export const languages = ['ja', 'en'] as const satisfies readonly Language[]
export const languageSchema = z.enum(languages)

export interface Bilingual {
  readonly ja: string | null
  readonly en: string | null
}

/** The longest text a field keeps: 100,000 UTF-16 units. Real inventories hold cells of 12,000. */
export const longestText = 100_000

const part = z.string().max(longestText, { error: 'TOO_LONG' }).nullable()
export const bilingualSchema = z.object({ ja: part, en: part })
/** A name: at least one language is filled. */
export const nameSchema = bilingualSchema.refine(
  (text) => (text.ja ?? '').trim() !== '' || (text.en ?? '').trim() !== '',
  { error: 'NAME_REQUIRED' },
)
export const plainTextSchema = z.string().max(longestText, { error: 'TOO_LONG' }).nullable()

/**
 * An address on the web, https only and without a name or password in it. It is kept and copied, never fetched and opened by
 * nothing here.
 */
export const linkSchema = z
  .string()
  .max(2000, { error: 'TOO_LONG' })
  .regex(/^https:\/\/[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?(?::\d{1,5})?(?:[/?#][^\s\p{C}]*)?$/u, {
    error: 'BAD_LINK',
  })
  .nullable()

export const noText: Bilingual = { ja: null, en: null }

/** The text in a language, else in the other one, else the empty string. */
export function inLanguage(text: Bilingual, language: Language): string {
  const other = language === 'ja' ? text.en : text.ja
  const own = text[language]
  if (own !== null && own !== '') return own
  return other ?? ''
}

/** One language's words put in the slot they belong to: Japanese where any kana or Han character stands in them. */
export function bilingualFrom(words: string): Bilingual {
  if (words === '') return noText
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(words)
    ? { ja: words, en: null }
    : { ja: null, en: words }
}

/** The key for searching: NFKC, lower case, katakana as hiragana, white space runs as one space. */
export function searchKey(...texts: readonly (string | null)[]): string {
  return texts
    .filter((text): text is string => text !== null && text !== '')
    .map(fold)
    .join('\n')
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]+/g, hiraganaOf)
    .replace(/[^\S\n]{2,}|[^\S\n ]/g, ' ')
    .trim()
}

/** Katakana as hiragana: the two blocks lie 0x60 apart. By runs, since a call for each letter is most of the cost. */
function hiraganaOf(run: string): string {
  let hiragana = ''
  for (let at = 0; at < run.length; at += 1) hiragana += String.fromCharCode(run.charCodeAt(at) - 0x60)
  return hiragana
}

/** The key for sorting: the reading where there is one (kanji do not sort by sound), else the name. */
export function sortKey(reading: string | null, name: Bilingual): string {
  return fold(reading !== null && reading !== '' ? reading : inLanguage(name, 'ja')).slice(0, 200)
}

/** False where a lone surrogate stands anywhere in it: it has no UTF-8 and no canonical JSON. However deep a value is. */
export function isEveryTextWellFormed(value: unknown): boolean {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const each = waiting.pop()
    if (typeof each === 'string') {
      if (!each.isWellFormed()) return false
    } else if (Array.isArray(each)) for (const entry of each) waiting.push(entry)
    else if (typeof each === 'object' && each !== null)
      for (const [name, part] of Object.entries(each)) {
        if (!name.isWellFormed()) return false
        waiting.push(part)
      }
  }
  return true
}

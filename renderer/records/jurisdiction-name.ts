/** A jurisdiction by its name in the reader's language: the names of countries are the platform's, the EU's too. */
import type { Words } from './words.ts'

export function jurisdictionName(words: Words, code: string): string {
  try {
    return new Intl.DisplayNames([words.language], { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}

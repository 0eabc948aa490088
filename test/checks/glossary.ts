/** Holds both catalogues to one vocabulary: no variant that the glossary forbids, in any word of either. */
import type { Term } from '#shared/locales/glossary.ts'
import type { Language } from '#shared/domain/text.ts'
import { type Catalogue, flatten } from './catalogue.ts'

/** A forbidden variant where it stands: `ja.json: action.lock says "ロックする"; the word is "確定"`. */
export function glossaryProblems(language: Language, catalogue: Catalogue, glossary: readonly Term[]): string[] {
  const variants = glossary.flatMap((term) =>
    (term.forbidden[language] ?? []).map((variant) => ({ variant, found: matcher(language, variant), term })),
  )
  return [...flatten(catalogue)].flatMap(([key, word]) => {
    const said = word.replaceAll(/\{\{[^}]*\}\}/g, '{}')
    return variants
      .filter(({ found }) => found(said))
      .map(({ variant, term }) => {
        const wanted = term[language]
        return `${language}.json: ${key} says "${variant}"${wanted === '' ? '' : `; the word is "${wanted}"`}`
      })
  })
}

function matcher(language: Language, variant: string): (said: string) => boolean {
  if (language === 'ja') return (said) => said.includes(variant)
  const word = variant.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const pattern = new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'iu')
  return (said) => pattern.test(said)
}

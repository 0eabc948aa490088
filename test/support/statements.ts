/** Every statement that stands in a model, and what keeps one from being said in a language. */
import type { Fact, Statement } from '#shared/domain/statement.ts'
import type { Language } from '#shared/domain/text.ts'
import en from '#shared/locales/en.json' with { type: 'json' }
import ja from '#shared/locales/ja.json' with { type: 'json' }

/** All statements in a model, nested ones too, by the path at which they stand. */
export function statementsIn(value: unknown, path = ''): readonly (readonly [path: string, statement: Statement])[] {
  if (value === null || typeof value !== 'object') return []
  const here: readonly (readonly [string, Statement])[] = isStatement(value) ? [[path, value]] : []
  return [
    ...here,
    ...Object.entries(value).flatMap(([name, part]) => statementsIn(part, path === '' ? name : `${path}.${name}`)),
  ]
}

function isStatement(value: object): value is Statement {
  return 'key' in value && 'facts' in value && typeof value.facts === 'object'
}

/** Keys without a word, placeholders without a fact, facts without a placeholder: of a statement in a language. */
export function wordingProblems(language: Language, statement: Statement): string[] {
  const catalogue: unknown = language === 'ja' ? ja : en
  const forms = [statement.key, `${statement.key}_zero`, `${statement.key}_one`, `${statement.key}_other`]
  const words = forms.map((key) => wordAt(catalogue, key)).filter((word) => word !== null)
  if (words.length === 0) return [`${language}: no word for ${statement.key}`]
  if ('count' in statement.facts && typeof statement.facts['count'] !== 'number')
    return [`${language}: ${statement.key} counts something that is not a number`]
  const facts: Readonly<Record<string, Fact>> = statement.facts
  const placeholders = new Set(
    words.flatMap((word) => [...word.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '')),
  )
  return [
    ...[...placeholders]
      .filter((name) => !(name in facts))
      .map((name) => `${language}: ${statement.key} needs {{${name}}}`),
    ...Object.keys(facts)
      .filter((name) => !placeholders.has(name) && name !== 'count')
      .map((name) => `${language}: ${statement.key} does not say ${name}`),
  ]
}

function wordAt(catalogue: unknown, key: string): string | null {
  let at: unknown = catalogue
  for (const part of key.split('.')) {
    if (typeof at !== 'object' || at === null) return null
    at = (at as Readonly<Record<string, unknown>>)[part]
  }
  return typeof at === 'string' ? at : null
}

/** Statements of the models as words of a language. */
import type { Fact, Statement } from '../domain/statement.ts'
import { inLanguage, type Language } from '../domain/text.ts'
import { translate } from './translate.ts'

/** The sentence of a statement: nested statements, names in two languages and lists are put into words first. */
export function say(language: Language, statement: Statement): string {
  const facts: Record<string, string | number> = {}
  for (const [name, fact] of Object.entries(statement.facts)) facts[name] = sayFact(language, fact)
  return translate(language)(statement.key, facts)
}

function sayFact(language: Language, fact: Fact): string | number {
  if (typeof fact === 'string' || typeof fact === 'number') return fact
  if (isList(fact))
    return fact.map((each) => String(sayFact(language, each))).join(translate(language)('pack.listSeparator'))
  return 'key' in fact ? say(language, fact) : inLanguage(fact, language)
}

function isList(fact: Fact): fact is readonly Fact[] {
  return Array.isArray(fact)
}

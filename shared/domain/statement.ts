/**
 * A sentence without its words: the key of the catalogue and the facts for its placeholders. Models carry statements;
 * `say` of the catalogue turns them into words of a language. A fact may be a statement itself (a month, a clause), a name
 * in two languages, or a list of facts.
 */
import type { Bilingual } from './text.ts'

export interface Statement {
  readonly key: string
  readonly facts: Facts
}
export type Fact = string | number | Bilingual | Statement | readonly Fact[]
export interface Facts {
  readonly [name: string]: Fact
}

const noFacts: Facts = {}

/** `facts.count` chooses the plural form. */
export function statement(key: string, facts: Facts = noFacts): Statement {
  return { key, facts }
}

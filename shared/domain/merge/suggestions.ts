/**
 * Which record of ours may be one of theirs, where no common history says so. Only suggestions: a person says yes, names
 * another one, or says that it is none. The reasons stand in the order of their certainty.
 */
import type { Noun } from '../nouns.ts'
import { likeness, nameLetters, nameLikeness } from '../similar-names.ts'
import { searchKey } from '../text.ts'
import type { AnyRecord, Values } from './treatment.ts'

export const suggestionReasons = [
  'source_key',
  'email',
  'code_and_name',
  'name_and_unit',
  'name',
  'reading',
  'alike',
] as const
export type SuggestionReason = (typeof suggestionReasons)[number]

export interface Suggestion {
  readonly id: string
  readonly reason: SuggestionReason
}

/** At most so many of one record. */
const most = 5

/** Names that are only alike say something of these; of an action or a piece of evidence they say nothing. */
const alikeNouns: readonly Noun[] = ['unit', 'person', 'post', 'system', 'vendor', 'contract', 'policy']

/** An index of our records of one noun. `unitOf`: what tells units apart across registers, by id. */
export class SuggestionIndex {
  readonly #noun: Noun
  readonly #byKey = new Map<string, AnyRecord[]>()
  readonly #byPair = new Map<string, AnyRecord[]>()
  readonly #unitOf: (id: string) => string | null

  constructor(noun: Noun, ours: Iterable<AnyRecord>, unitOf: (id: string) => string | null) {
    this.#noun = noun
    this.#unitOf = unitOf
    for (const record of ours) {
      if (record.withdrawn !== null) continue
      for (const key of keysOf(record)) put(this.#byKey, key, record)
      if (alikeNouns.includes(noun)) for (const pair of pairsOf(record)) put(this.#byPair, pair, record)
    }
  }

  /** The most certain first; none of a record that is withdrawn. `unit`: what its unit is called, else null. */
  of(theirs: AnyRecord, unit: string | null, isFree: (id: string) => boolean): readonly Suggestion[] {
    if (theirs.withdrawn !== null) return []
    const found = new Map<string, SuggestionReason>()
    const offer = (record: AnyRecord, reason: SuggestionReason) => {
      const known = found.get(record.id)
      if (!isFree(record.id)) return
      if (known === undefined || rank(reason) < rank(known)) found.set(record.id, reason)
    }
    const code = (theirs as Values).code
    for (const key of keysOf(theirs))
      for (const record of this.#byKey.get(key) ?? []) {
        const kind = key.slice(0, key.indexOf(':'))
        if (kind !== 'name') offer(record, kind as SuggestionReason)
        else if ((record as Values).code === code) offer(record, 'code_and_name')
        else if (unit !== null && this.#unit(record) === unit) offer(record, 'name_and_unit')
        else offer(record, 'name')
      }
    if (found.size === 0 && alikeNouns.includes(this.#noun))
      for (const record of this.#alike(theirs)) offer(record, 'alike')
    return [...found]
      .map(([id, reason]) => ({ id, reason }))
      .sort((one, other) => rank(one.reason) - rank(other.reason))
      .slice(0, most)
  }

  #unit(record: AnyRecord): string | null {
    const { unitId } = record as Values
    return typeof unitId === 'string' ? this.#unitOf(unitId) : null
  }

  /** Only records that share the rarest letters are compared, since each with each would be too many. */
  #alike(theirs: AnyRecord): readonly AnyRecord[] {
    const groups = [...pairsOf(theirs)]
      .map((pair) => this.#byPair.get(pair) ?? [])
      .filter((group) => group.length > 0 && group.length <= 200)
      .sort((one, other) => one.length - other.length)
      .slice(0, 4)
    const near = [...new Set(groups.flat())]
    const names = namesOf(theirs)
    return near
      .map((record) => ({
        record,
        score: Math.max(0, ...names.flatMap((name) => namesOf(record).map((other) => nameLikeness(name, other)))),
      }))
      .filter(({ score }) => score >= likeness)
      .sort((one, other) => other.score - one.score)
      .map(({ record }) => record)
  }
}

function rank(reason: SuggestionReason): number {
  return suggestionReasons.indexOf(reason)
}

/** What a record is called, in either language. */
function namesOf(record: AnyRecord): readonly string[] {
  const { name } = record as Values
  if (name === null || typeof name !== 'object') return []
  return Object.values(name).filter((text): text is string => typeof text === 'string' && text.trim() !== '')
}

/** The name by which a unit is known across registers. */
export function nameKeyOf(record: AnyRecord): string | null {
  const [first] = namesOf(record)
  return first === undefined ? null : searchKey(first)
}

function keysOf(record: AnyRecord): readonly string[] {
  const { sourceKey, email, reading } = record as Values
  const one = (kind: string, value: unknown) =>
    typeof value === 'string' && value.trim() !== '' ? [`${kind}:${searchKey(value)}`] : []
  return [
    ...new Set([
      ...one('source_key', sourceKey),
      ...one('email', email),
      ...one('reading', reading),
      ...namesOf(record).flatMap((name) => one('name', name)),
    ]),
  ]
}

function pairsOf(record: AnyRecord): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const name of namesOf(record)) {
    const letters = [...nameLetters(name)]
    for (let at = 0; at + 1 < letters.length; at += 1) pairs.add(`${letters[at] ?? ''}${letters[at + 1] ?? ''}`)
  }
  return pairs
}

function put<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}

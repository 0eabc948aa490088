/**
 * How the headings of a sheet are read for one noun: exact words first, then a few shapes. A heading that several fields could
 * claim is only taken where the column's words fit one of them.
 */
import { fields } from './fields.ts'
import type { Target, TargetReading } from './import-targets.ts'
import type { Noun } from './nouns.ts'
import { translate } from '../locales/translate.ts'

/** What a heading may mean. Higher `score` wins; `weak` counts only where the column's words fit the target. */
export interface HeadingMeaning {
  readonly target: Target
  readonly score: number
  readonly weak: boolean
  /** For units: where the column stands in the tree, the highest first. */
  readonly level: number
}

/** The heading without width, case, punctuation, numbering, marks such as (required), and byte-order marks. */
export function foldHeading(heading: string): string {
  return heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFKC')
    .replace(/[\ufeff\u200b-\u200d\u2060]/g, '')
    .toLowerCase()
    .replace(/if applicable|\((?:required|optional|必須|任意)\)|※.*$/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^\s*\d{1,2}\s+(?=\S)/, '')
    .trim()
}

export interface Meaning {
  readonly target: Target
  /** Folded words, the likeliest first. */
  readonly words: readonly string[]
  readonly shapes?: readonly RegExp[]
  readonly weakWords?: readonly string[]
  readonly level?: number
  /** Also asked for in whole sentences, whose answers then have to fit. */
  readonly asked?: true
}

export function list(text: string): string[] {
  return text.split('|').map((word) => word.trim())
}

/** Shapes are only tried on headings up to this length: a question that mentions a word is not about it. */
const longestShaped = 60
interface WordMeaning {
  readonly target: Target
  readonly score: number
  readonly weak: boolean
  readonly level: number
}

/** What the headings of sheets of one noun may mean. */
export class HeadingBook {
  readonly #noun: Noun
  readonly #meanings: readonly Meaning[]
  readonly #readings: ReadonlyMap<string, TargetReading>
  readonly #byWord = new Map<string, WordMeaning[]>()
  #ownNamesKnown = false

  constructor(noun: Noun, meanings: readonly Meaning[], readings: ReadonlyMap<string, TargetReading>) {
    this.#noun = noun
    this.#meanings = meanings
    this.#readings = readings
    for (const { target, words, weakWords, level } of meanings) {
      words.forEach((word, index) => {
        this.#remember(foldHeading(word), { target, score: 100 - index / 2, weak: false, level: level ?? 0 })
      })
      for (const word of weakWords ?? []) this.#remember(foldHeading(word), { target, score: 30, weak: true, level: 0 })
    }
  }

  #remember(word: string, meaning: WordMeaning): void {
    this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), meaning])
  }

  /** The application's own names of a field: of its forms, and of the columns of its exports. */
  #rememberOwnNames(): void {
    for (const field of fields[this.#noun]) {
      if (!this.#readings.has(field.name)) continue
      const key = `field.${this.#noun}.${field.name}`
      const labels = [translate('ja')(key), translate('en')(key)].filter((label) => label !== key)
      // Of what names other records, our exports write codes (`unit_code`, `system_codes`), and the names beside them as labels.
      const refers = field.kind === 'reference' || field.kind === 'references'
      const base = field.name.replace(/Ids?$/, '')
      const columns = refers ? [`${base}_code`, `${base}_codes`] : [`${field.name} code`]
      for (const word of [field.name, ...columns, ...labels].map(foldHeading))
        if (!this.#byWord.has(word)) this.#remember(word, { target: field.name, score: 90, weak: false, level: 0 })
    }
  }

  /** What a heading may mean, the likeliest first; empty where nothing here knows it. */
  meaningsOf(heading: string): readonly HeadingMeaning[] {
    if (!this.#ownNamesKnown) {
      this.#rememberOwnNames()
      this.#ownNamesKnown = true
    }
    const whole = foldHeading(heading)
    if (whole === '') return []
    const { base, slot } = languageOf(whole)
    if (slot === 'other') return []
    const found = new Map<Target, HeadingMeaning>()
    const add = (meaning: WordMeaning, loss: number) => {
      const target =
        slot !== null && this.#readings.has(`${meaning.target}.${slot}`) ? `${meaning.target}.${slot}` : meaning.target
      const known = found.get(target)
      // A field without languages stands in one column; a column that ends in a language is its label beside its code.
      const score = meaning.score - loss - (slot !== null && target === meaning.target ? 20 : 0)
      if (!known || known.score < score) found.set(target, { ...meaning, target, score })
    }
    for (const meaning of this.#byWord.get(whole) ?? []) add(meaning, 0)
    if (base !== whole) for (const meaning of this.#byWord.get(base) ?? []) add(meaning, 0)
    if (found.size === 0)
      // "システム名 / System name", "Name (name of the tool)": each part is tried.
      for (const part of heading.split(/[/|\n(（【]/).map(foldHeading))
        for (const meaning of this.#byWord.get(part) ?? []) add(meaning, 10)
    const sentence = base.length > longestShaped
    if (found.size === 0)
      for (const { target, shapes, level, asked } of this.#meanings)
        if ((!sentence || asked === true) && shapes?.some((shape) => shape.test(base)))
          add({ target, score: 40, weak: sentence, level: level ?? 0 }, 0)
    return [...found.values()].sort((one, other) => other.score - one.score)
  }
}

/** `name_ai_system_en` is the English name; a column in a third language is left alone. */
function languageOf(folded: string): { base: string; slot: 'ja' | 'en' | 'other' | null } {
  const match = /^(.+?) ?(?: (en|eng|english|ja|jp|japanese|fr|french|de|zh)|(英語|英文|英字|日本語|和文|仏語))$/u.exec(
    folded,
  )
  if (!match) return { base: folded, slot: null }
  const language = match[2] ?? match[3] ?? ''
  const slot = ['en', 'eng', 'english', '英語', '英文', '英字'].includes(language)
    ? 'en'
    : ['ja', 'jp', 'japanese', '日本語', '和文'].includes(language)
      ? 'ja'
      : 'other'
  return { base: match[1] ?? folded, slot }
}

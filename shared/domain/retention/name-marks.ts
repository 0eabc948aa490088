/**
 * Where a name stands in a text, however it was typed: with and without spaces, full and half width, upper and lower case,
 * katakana and hiragana, in composed and decomposed letters. A name of one letter, and a reading of fewer than four kana, stand
 * inside too many other words: they are found only where they are the whole text.
 */
import { searchKey, type Bilingual } from '../text.ts'

/** What stands where a name stood: the same tag everywhere, made of the person's id, which says nothing to a reader. */
export function placeholderFor(personId: string): Bilingual {
  const tag = personId.replaceAll('-', '').slice(-8).toUpperCase()
  return { ja: `削除済み（${tag}）`, en: `Redacted-${tag}` }
}

/** In the language of the text: Japanese where any kana or Han character stands in it. */
export function placeholderIn(text: string, placeholder: Bilingual): string {
  const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text)
  return (isJapanese ? placeholder.ja : placeholder.en) ?? ''
}

/** The ways to write the names of a person: Latin names also the other way round. */
export function waysToWrite(terms: readonly string[]): readonly string[] {
  const all = terms.flatMap((term) => {
    const parts = term.trim().split(/[\s\u3000]+/)
    const isLatin = /^[\p{Script=Latin}\p{M}.'’\- \u3000]+$/u.test(term.trim())
    const [first, ...rest] = parts
    if (!isLatin || first === undefined || rest.length === 0) return [term]
    const turned = [...rest, first].join(' ')
    const back = [parts.at(-1), ...parts.slice(0, -1)].join(' ')
    return [term, turned, back]
  })
  return [...new Set(all.map((term) => term.trim().normalize('NFC')).filter((term) => term !== ''))]
}

export interface Mark {
  readonly from: number
  readonly to: number
}

export class NameMarks {
  readonly #inside: RegExp | null
  readonly #anywhere: RegExp | null
  readonly #whole: ReadonlySet<string>

  constructor(terms: readonly string[]) {
    const ways = waysToWrite(terms)
    const keys = [...new Set(ways.map(lettersOf))].filter((key) => key.length > 0)
    this.#whole = new Set(keys)
    const inside = keys.filter(standsAlone).sort((one, other) => other.length - one.length)
    this.#inside = inside.length === 0 ? null : new RegExp(inside.map(patternOf).join('|'), 'gu')
    this.#anywhere = keys.length === 0 ? null : new RegExp(keys.map((key) => bodyOf(key, escapedGap)).join('|'), 'u')
  }

  /** Whether a text of JSON may hold the name: quick, and never no where it does. */
  mayStandIn(json: string): boolean {
    return this.#anywhere?.test(json) ?? false
  }

  marks(text: string): readonly Mark[] {
    if (this.#whole.has(lettersOf(text))) return [{ from: 0, to: text.length }]
    if (this.#inside === null) return []
    return [...text.matchAll(this.#inside)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }))
  }

  /** The text with the placeholder at each mark; the same text where the name does not stand in it. */
  replaced(text: string, placeholder: Bilingual): string {
    const marks = this.marks(text)
    if (marks.length === 0) return text
    const word = placeholderIn(text, placeholder)
    let written = ''
    let at = 0
    for (const { from, to } of marks) {
      written += text.slice(at, from) + word
      at = to
    }
    return written + text.slice(at)
  }
}

/** Folded as search folds, and without what people put between the parts of a name. */
function lettersOf(text: string): string {
  return searchKey(text).replace(/[\s・･,，、]/g, '')
}

function standsAlone(key: string): boolean {
  const letters = [...key]
  if (/^[\u3041-\u309fー]+$/u.test(key)) return letters.length >= 4
  return letters.length >= 2
}

const gap = '[\\s・･]*'
/** A line break, a tab or a quotation mark inside a text of JSON is two letters. */
const escapedGap = '(?:[\\s・･,，、]|\\\\[nrtbf]|\\\\(?=["\\\\]))*'

/** A Latin name is a word of its own: "Ann" is not in "annual". */
function patternOf(key: string): string {
  const body = bodyOf(key, /^[\x20-\x7e]/.test(key) ? '[\\s・･,，]*' : gap)
  const isLatin = (letter: string | undefined) => letter !== undefined && /[\p{Script=Latin}\p{N}]/u.test(letter)
  const letters = [...key]
  // Of an address, what stands before the name is a part of it too.
  const joined = key.includes('@') ? '._+\\-' : ''
  const before = isLatin(letters[0]) ? `(?<![\\p{Script=Latin}\\p{N}${joined}])` : ''
  const after = isLatin(letters.at(-1)) ? '(?![\\p{Script=Latin}\\p{N}])' : ''
  return `${before}${body}${after}`
}

function bodyOf(key: string, between: string): string {
  return [...key].map((letter) => variantsOf(letter)).join(between)
}

let variants: ReadonlyMap<string, readonly string[]> | null = null

/** Every way to write a letter that search folds into it, as a pattern. */
function variantsOf(letter: string): string {
  variants ??= foldedLetters()
  const ways = new Set([letter, ...(variants.get(letter) ?? [])])
  const [base = '', mark] = [...letter.normalize('NFD')]
  // Half-width and decomposed kana carry their mark as a letter of its own.
  if (mark === '\u3099' || mark === '\u309a')
    for (const way of new Set([base, ...(variants.get(base) ?? [])]))
      for (const each of mark === '\u3099' ? ['\u3099', 'ﾞ', '゛'] : ['\u309a', 'ﾟ', '゜']) ways.add(way + each)
  else if (mark !== undefined)
    for (const way of new Set([base, ...(variants.get(base) ?? [])]))
      ways.add(way + [...letter.normalize('NFD')].slice(1).join(''))
  return `(?:${[...ways].map((way) => escaped(way)).join('|')})`
}

/** The letters of the basic plane by what search makes of them. */
function foldedLetters(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (let code = 0x21; code < 0x10000; code += 1) {
    if (code >= 0xd800 && code < 0xe000) continue
    const letter = String.fromCharCode(code)
    const key = searchKey(letter)
    if (key === letter || [...key].length !== 1) continue
    const known = found.get(key)
    if (known === undefined) found.set(key, [letter])
    else known.push(letter)
  }
  return found
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, (letter) => `\\${letter}`)
}

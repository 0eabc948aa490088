/**
 * Where a name stands in a text, however it was typed: with and without spaces, full and half width, upper and lower case,
 * katakana and hiragana, in composed and decomposed letters, with marks that nobody sees. A name of one letter, and a reading of
 * fewer than four kana, stand inside too many other words: they are found only where they are the whole text. What may be another
 * person's name, a part of another word, or is written with other letters is found with a doubt: it is for a person to decide.
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

/** Why what was found may not be the name: the strongest last. */
export const nameDoubts = ['otherSpelling', 'insideWord', 'otherPerson', 'doesNotFit'] as const
export type NameDoubt = (typeof nameDoubts)[number]

export function strongerDoubt(one: NameDoubt | null, other: NameDoubt | null): NameDoubt | null {
  const rank = (doubt: NameDoubt | null) => (doubt === null ? -1 : nameDoubts.indexOf(doubt))
  return rank(other) > rank(one) ? other : one
}

export interface Mark {
  readonly from: number
  readonly to: number
  readonly doubt: NameDoubt | null
}

/** A name of more letters is found only where it is the whole text. */
const longestInside = 60

export class NameMarks {
  readonly #inside: RegExp | null
  readonly #anywhere: RegExp | null
  readonly #whole: ReadonlySet<string>
  readonly #strict: ReadonlySet<string>
  readonly #longest: number
  readonly #others: NameMarks | null

  /** `others`: names that other people have borne. */
  constructor(terms: readonly string[], others: readonly string[] = []) {
    const ways = waysToWrite(terms)
    const keys = [...new Set(ways.map(lettersOf))].filter((key) => key !== '')
    this.#whole = new Set(keys)
    this.#strict = new Set(ways.map(strictLettersOf))
    this.#longest = Math.max(0, ...ways.map(({ length }) => length))
    const inside = ways
      .map((way) => ({ way, key: lettersOf(way) }))
      .filter(({ key }) => standsAlone(key) && [...key].length <= longestInside)
      .sort((one, other) => other.key.length - one.key.length)
    const patterns = [...new Set(inside.map(({ way }) => patternOf(way)))]
    this.#inside = patterns.length === 0 ? null : new RegExp(patterns.join('|'), 'gu')
    // Separators of the name itself may be others in a text, or none.
    const quickKeys = keys.map((key) => [...key].filter((letter) => !separates.test(letter)).slice(0, longestInside))
    const quick = [...new Set(quickKeys.map((letters) => bodyOf(letters, escapedGap)))]
    this.#anywhere = quick.length === 0 ? null : new RegExp(quick.join('|'), 'u')
    this.#others = others.length === 0 ? null : new NameMarks(others)
  }

  /** Whether a text, or a text of JSON, may hold the name: quick, and never no where it does. */
  mayStandIn(json: string): boolean {
    return this.#anywhere?.test(json) ?? false
  }

  /** Every mark but those inside a longer name of another person. */
  marks(text: string): readonly Mark[] {
    const found = this.#found(text)
    if (found.length === 0 || this.#others === null) return found
    const others = this.#others.#found(text)
    return found.flatMap((mark) => {
      const near = others.filter(({ from, to }) => from < mark.to && mark.from < to)
      const isInside = near.some(
        ({ from, to }) => from <= mark.from && mark.to <= to && to - from > mark.to - mark.from,
      )
      if (isInside) return []
      const isTheirs = near.some(({ from, to }) => from <= mark.from || mark.to <= to)
      const isOnlyWithin = near.every(
        ({ from, to }) => mark.from <= from && to <= mark.to && to - from < mark.to - mark.from,
      )
      return [isTheirs && !isOnlyWithin ? { ...mark, doubt: strongerDoubt(mark.doubt, 'otherPerson') } : mark]
    })
  }

  #found(text: string): readonly Mark[] {
    if (!this.mayStandIn(text)) return []
    // Marks that nobody sees, and decomposed letters, make a text longer than the name.
    if (text.length <= this.#longest * 8 && this.#whole.has(lettersOf(text)))
      return [{ from: 0, to: text.length, doubt: this.#spellingDoubt(text) }]
    if (this.#inside === null) return []
    return [...text.matchAll(this.#inside)].map(({ index, 0: found }) => {
      const [from, to] = [index, index + found.length]
      const inWord: NameDoubt | null = isInsideWord(text, from, to) ? 'insideWord' : null
      return { from, to, doubt: strongerDoubt(this.#spellingDoubt(found), inWord) }
    })
  }

  #spellingDoubt(found: string): NameDoubt | null {
    return this.#strict.has(strictLettersOf(found)) ? null : 'otherSpelling'
  }

  /** The text with the placeholder at each mark; the same text where the name does not stand in it. */
  replaced(text: string, placeholder: Bilingual): string {
    return textWithout(text, this.marks(text), placeholder)
  }
}

export function textWithout(text: string, marks: readonly Mark[], placeholder: Bilingual): string {
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

/** Variation selectors, joiners, marks of direction, soft hyphens. */
const unseen = '\\p{Default_Ignorable_Code_Point}'
const apostrophes = "'’‘ʼ＇´`"
/** What people put between the parts of a name. */
const spaces = '\\s・･,，、'
/** What an account or an address puts there. */
const separators = '\\-‐‑‒–－=＝/／.．_＿'
const separates = new RegExp(`[${separators}]`, 'u')
const unread = new RegExp(`[${spaces}${unseen}${apostrophes}]`, 'gu')

/** Letters as search folds them, and without what people put between the parts of a name. */
function strictLettersOf(text: string): string {
  return searchKey(text).replace(unread, '')
}

/** And without accents, and each Han letter in its most usual shape. */
function lettersOf(text: string): string {
  return plainShapes(strictLettersOf(text))
}

/** Shapes of one letter in names, the usual one first. */
const shapes = [
  '高髙',
  '崎﨑嵜',
  '吉𠮷',
  '徳德',
  '浜濱濵',
  '辺邊邉',
  '斎斉齋齊',
  '沢澤',
  '広廣',
  '国國',
  '恵惠',
  '真眞',
  '島嶋嶌',
  '桜櫻',
  '竜龍',
  '条條',
  '寿壽',
  '富冨',
  '峰峯',
  '桑桒',
  '柳栁',
  '橋槗',
  '渕淵渊',
  '静靜',
  '実實',
  '栄榮',
  '豊豐',
  '黒黑',
  '薮藪籔',
  '館舘',
  '関關',
  '桧檜',
  '滝瀧',
  '岳嶽',
  '万萬',
  '蔵藏',
  '郎郞',
  '緑綠',
  '清淸',
  '巌巖',
  '塚塚',
  '隆隆',
  '瀬瀨',
  '曽曾',
  '祢禰',
  '弥彌',
  '礼禮',
  '亀龜',
  'oø',
  'lł',
  'dđ',
  'iı',
] as const
const usual = new Map(
  shapes.flatMap((group) =>
    Array.from(group)
      .slice(1)
      .map((shape) => [shape, Array.from(group)[0] ?? shape] as const),
  ),
)

function plainShapes(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
  return [...plain].map((letter) => usual.get(letter) ?? letter).join('')
}

function standsAlone(key: string): boolean {
  const letters = [...key]
  if (/^[\u3041-\u309fー]+$/u.test(key)) return letters.length >= 4
  return letters.length >= 2
}

const latinGap = `[${spaces}${unseen}]*`
/** No line break: what follows one is another line, and seldom the rest of a name. */
const otherGap = `(?:[^\\S\\r\\n\\v\\f\\u2028\\u2029]|[・･${unseen}])*`
/** A line break, a tab or a quotation mark inside a text of JSON is two letters. */
const escapedGap = `(?:[${spaces}${separators}${unseen}${apostrophes}]|\\\\[nrtbf]|\\\\(?=["\\\\]))*`

/** A Latin name is a word of its own: "Ann" is not in "annual". */
function patternOf(term: string): string {
  const text = plainShapes(searchKey(term)).replace(new RegExp(`[${unseen}]`, 'gu'), '')
  const isAddress = text.includes('@')
  const isLatinTerm = /^[\x20-\x7e]/.test(text)
  const inside = isAddress ? `[${unseen}]*` : isLatinTerm ? latinGap : otherGap
  const between = `${inside}(?:[${separators}]+${inside})?`
  const parts = isAddress
    ? [text.replace(/\s/g, '')]
    : text.split(new RegExp(`[${spaces}]+|(?<=\\p{L})[${separators}](?=\\p{L})`, 'u'))
  const body = parts
    .map((part) => part.replace(unread, ''))
    .filter((part) => part !== '')
    .map((part) => bodyOf([...part], isLatinTerm && !isAddress ? `${inside}[${apostrophes}]?${inside}` : inside))
    .join(between)
  const isLatin = (letter: string | undefined) => letter !== undefined && /[\p{Script=Latin}\p{N}]/u.test(letter)
  const letters = [...lettersOf(term)]
  // Of an address, what stands before and after the name is a part of it too.
  const before = isLatin(letters[0]) ? `(?<![\\p{Script=Latin}\\p{N}${isAddress ? '._+\\-' : ''}])` : ''
  const longer = isAddress ? '|[.\\-][\\p{L}\\p{N}]' : ''
  const after = isLatin(letters.at(-1)) ? `(?![\\p{Script=Latin}\\p{N}]${longer})` : ''
  return `${before}${body}[${unseen}]*${after}`
}

function bodyOf(letters: readonly string[], between: string): string {
  return letters.map((letter) => variantsOf(letter)).join(between)
}

let variants: ReadonlyMap<string, readonly string[]> | null = null

/** Every way to write a letter that is folded into it, as a pattern. */
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
  const single = [...ways].filter((way) => [...way].length === 1)
  const longer = [...ways].filter((way) => [...way].length > 1)
  const accents = /\p{Script=Latin}/u.test(letter) ? '[\\u0300-\\u036f]*' : ''
  return `(?:${[...longer.map(escaped), `[${single.map(escaped).join('')}]`].join('|')})${accents}`
}

/** The letters of the basic plane, and the shapes above, by what is made of them. */
function foldedLetters(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const add = (letter: string) => {
    const key = plainShapes(searchKey(letter))
    if (key === letter || [...key].length !== 1) return
    const known = found.get(key)
    if (known === undefined) found.set(key, [letter])
    else known.push(letter)
  }
  for (let code = 0x21; code < 0x10000; code += 1) if (code < 0xd800 || code >= 0xe000) add(String.fromCharCode(code))
  for (const shape of usual.keys()) if (shape.length > 1) add(shape)
  return found
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (letter) => `\\${letter}`)
}

/** Posts and forms of address that stand before or after a name without a space. */
const titles = [
  '様',
  '氏',
  '君',
  '殿',
  '宛',
  '先生',
  '代表',
  '社長',
  '会長',
  '専務',
  '常務',
  '取締役',
  '監査役',
  '執行役',
  '執行役員',
  '役員',
  '顧問',
  '相談役',
  '本部長',
  '部長',
  '次長',
  '課長',
  '係長',
  '室長',
  '所長',
  '局長',
  '支店長',
  '工場長',
  '店長',
  '主任',
  '主査',
  '主事',
  '参事',
  '理事',
  '理事長',
  '委員',
  '委員長',
  '議長',
  '弁護士',
  '教授',
  '博士',
  '担当',
  '担当者',
  '責任者',
  '作成者',
  '承認者',
  '氏名',
  '旧姓',
]
const han = '[\\p{Script=Han}]'
const titleAfter = new RegExp(`^(?:副|前|元)?(?:${titles.join('|')})`, 'u')
const titleBefore = new RegExp(`(?:${titles.join('|')})$`, 'u')
const startsHan = new RegExp(`^${han}`, 'u')
const endsHan = new RegExp(`${han}$`, 'u')
const kana = [
  { starts: /^[\u3041-\u309fー]/u, ends: /[\u3041-\u309fー]$/u },
  { starts: /^[\u30a1-\u30faー\uff66-\uff9f]/u, ends: /[\u30a1-\u30faー\uff66-\uff9f]$/u },
] as const
const particleBefore = /[のはがをとにでもへ]$/u
const particleAfter = /^(?:さん|さま|くん|ちゃん|[のはがをとにでもへや]|から|まで|より|です)/u

/** Whether the letters beside a mark may make it a part of a longer word: a script that is written without spaces does not say. */
function isInsideWord(text: string, from: number, to: number): boolean {
  const [found, before, after] = [text.slice(from, to), text.slice(Math.max(0, from - 8), from), text.slice(to, to + 8)]
  if (endsHan.test(found) && startsHan.test(after) && !titleAfter.test(after)) return true
  if (startsHan.test(found) && endsHan.test(before) && !titleBefore.test(before)) return true
  return kana.some(
    ({ starts, ends }) =>
      (starts.test(found) && ends.test(before) && !particleBefore.test(before)) ||
      (ends.test(found) && starts.test(after) && !particleAfter.test(after)),
  )
}

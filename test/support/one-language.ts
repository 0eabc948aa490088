/** Words of the catalogue that stand on a page of two languages in Japanese alone. */
import type { Page } from 'playwright-core'
import en from '#shared/locales/en.json' with { type: 'json' }
import ja from '#shared/locales/ja.json' with { type: 'json' }

/** A piece of text, the page on which it stands, and all English of its own cell, line or label. */
interface Piece {
  readonly page: string
  readonly text: string
  readonly english: string
}

/**
 * The Japanese pieces of text of each page with the English that stands in their own cell, line or label. What is hidden for
 * want of room counts as there. Runs in the page: closes over nothing.
 */
function piecesOf(): Piece[] {
  const found: Piece[] = []
  // The parts of a page that are read by themselves.
  const parts = 'td, th, li, p, dt, dd, h1, h2, h3, figcaption, caption'
  const squeezed = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()
  /** A sentence whose days stand whole is in several pieces: the text of the element without what stands in it besides. */
  const whole = (element: Element) =>
    squeezed(
      [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE || (node instanceof Element && node.matches('.unbroken')))
        .map((node) => node.textContent)
        .join(''),
    )
  for (const sheet of document.querySelectorAll<HTMLElement>('.pack-sheet')) {
    const content = sheet.querySelector('.pack-content')
    if (content === null) continue
    const texts = document.createTreeWalker(content, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement
      if (element === null || !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(node.nodeValue ?? ''))
        continue
      if (element.closest('[lang="en"], [data-said-in-key], [data-written], .pack-hidden, title, desc, style') !== null)
        continue
      // The words of a drawing stand in groups of its own.
      const part =
        element.closest('svg') === null ? (element.closest(parts) ?? element) : (element.closest('g') ?? element)
      const beside = [...part.querySelectorAll('[lang="en"]')]
      // A paragraph of its own after it.
      if (part.nextElementSibling?.matches('[lang="en"]') === true) beside.push(part.nextElementSibling)
      const english = squeezed(beside.map(({ textContent }) => textContent).join(' '))
      const text = element.querySelector('.unbroken') === null ? squeezed(node.nodeValue) : whole(element)
      found.push({ page: sheet.dataset['page'] ?? '', text, english })
    }
  }
  return found
}

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu

function leaves(part: unknown, path = ''): (readonly [key: string, said: string])[] {
  if (typeof part === 'string') return [[path, part]]
  return typeof part === 'object' && part !== null
    ? Object.entries(part).flatMap(([key, value]) => leaves(value, `${path}.${key}`))
    : []
}

/** A sentence of the catalogue as a pattern: whatever is put into it stands for itself. */
function patternOf(said: string): string {
  return said
    .split(/\{\{.*?\}\}/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .join('.*')
}

/**
 * What the catalogue says in Japanese, each with the ways in which it says the same in English. Of two letters beside what is
 * put in (`{{a}}は{{b}}件`) nobody could tell whose words they are.
 */
const english = new Map(leaves(en))
const sentences = [
  ...Map.groupBy(
    leaves(ja).filter(([, said]) => {
      const own = said.replace(/\{\{.*?\}\}/g, '').match(japanese)?.length ?? 0
      return own >= (said.includes('{{') ? 3 : 1)
    }),
    ([, said]) => said,
  ),
].map(([said, keys]) => ({
  japanese: new RegExp(`^${patternOf(said)}$`, 'su'),
  english: keys.map(([key]) => new RegExp(patternOf(english.get(key) ?? ''), 'su')),
}))

/**
 * What stands in Japanese alone by choice: numbers with their unit; codes of figures with their values; marks of our own days in
 * the timeline.
 */
const unit = '[\\d.,]+(件|日|時間|ポイント|%)?'
const byChoice: readonly RegExp[] = [
  new RegExp(`^${unit}$`, 'u'),
  /^ほか[\d,]+件$/u,
  /^((DRAFT )?草案)$/u,
  /^基準日 As of$|（令和\d+年法律第\d+号）$/u,
  /^(K|KRI-)\d+u? /u,
  /のパック$| (予告の期限|満了)$/u,
]

/** Sentences that follow each other are asked for one by one where no sentence of the catalogue is all of them. */
function isAlone(text: string, beside: string): boolean {
  if (!isSaidAlone(text, beside)) return false
  const parts = text.split(/(?<=。)/u).map((part) => part.trim())
  return (
    parts.length < 2 || parts.some((part) => isSaidAlone(part, beside) && isSaidAlone(part.replace(/。$/u, ''), beside))
  )
}

function isSaidAlone(text: string, beside: string): boolean {
  const meant = sentences.filter(({ japanese: pattern }) => pattern.test(text))
  return meant.length > 0 && !meant.some((each) => each.english.some((pattern) => pattern.test(beside)))
}

/** `page: words`, each once. What is no word of the catalogue is what somebody wrote. */
export async function inOneLanguage(page: Page): Promise<readonly string[]> {
  const pieces = await page.evaluate(piecesOf)
  const alone = pieces
    .filter(({ text }) => !byChoice.some((pattern) => pattern.test(text)))
    .filter(({ text, english: beside }) => isAlone(text, beside))
  return [...new Set(alone.map(({ page: name, text }) => `${name}: ${text}`))].sort()
}

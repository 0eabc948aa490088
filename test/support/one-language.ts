/** Words of the catalogue that stand on a page of two languages in Japanese alone. */
import type { Page } from 'playwright-core'
import ja from '#shared/locales/ja.json' with { type: 'json' }

/** A piece of text without English beside it, and the page on which it stands. */
interface Piece {
  readonly page: string
  readonly text: string
}

/**
 * The Japanese pieces of text of each page that have no English in their own cell, line or label. What is hidden for want of
 * room counts as there. Runs in the page: closes over nothing.
 */
function alone(): Piece[] {
  const found: Piece[] = []
  // The parts of a page that are read by themselves.
  const parts = 'td, th, li, p, dt, dd, h1, h2, h3, figcaption, caption'
  for (const sheet of document.querySelectorAll<HTMLElement>('.pack-sheet')) {
    const content = sheet.querySelector('.pack-content')
    if (content === null) continue
    const texts = document.createTreeWalker(content, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement
      const text = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim()
      if (element === null || !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text)) continue
      if (element.closest('[lang="en"], [data-said-in-key], .pack-hidden, title, desc, style') !== null) continue
      // The words of a drawing stand in groups of its own.
      const part =
        element.closest('svg') === null ? (element.closest(parts) ?? element) : (element.closest('g') ?? element)
      if (part.querySelector('[lang="en"]') === null) found.push({ page: sheet.dataset['page'] ?? '', text })
    }
  }
  return found
}

/** Sentences of the catalogue as patterns: whatever is put into one stands for itself. */
const patterns = [...new Set(leaves(ja))]
  .filter((said) => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(said.replace(/\{\{.*?\}\}/g, '')))
  .map(
    (said) =>
      new RegExp(
        `^${said
          .split(/\{\{.*?\}\}/)
          .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
          .join('.+')}$`,
        'su',
      ),
  )

function leaves(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(leaves) : []
}

/**
 * What stands in Japanese alone by choice: numbers with their unit, and the axes of drawings, whose grades are numbers too and
 * whose bands are in the key; codes of figures with their values; what the glossary and annex A1 say in a table of their own
 * languages; the grounds of the figures and of the digests at the end, which whoever checks reads in the English PDF; marks of
 * our own days in the timeline.
 */
const pagesInOne = ['annexDefinitions', 'annexGlossary', 'annexRisks', 'annexExtract', 'dataQuality']
const unit = '[\\d.,]+(件|日|ポイント|%)?'
const byChoice: readonly RegExp[] = [
  /^2026年改正への備え$/u,
  new RegExp(`^${unit}$`, 'u'),
  /^ほか[\d,]+件$/u,
  /^(草案|低|中|高|重大|軽微|小|大|重|新規|影響度＼発生可能性)$/u,
  /^基準日 As of$|（令和\d+年法律第\d+号）$/u,
  /^(K|KRI-)\d+u? /u,
  /のパック$| (予告の期限|満了)$/u,
]

/** `page: words`, each once. What is no word of the catalogue is what somebody wrote. */
export async function inOneLanguage(page: Page): Promise<readonly string[]> {
  const pieces = await page.evaluate(alone)
  const ours = pieces
    .filter(({ page: name, text }) => !pagesInOne.includes(name) && !byChoice.some((pattern) => pattern.test(text)))
    .filter(({ text }) => patterns.some((pattern) => pattern.test(text)))
  return [...new Set(ours.map(({ page: name, text }) => `${name}: ${text}`))].sort()
}

/**
 * What both shells ask of a page before paper is made of it. They run inside the page and are sent there as text:
 * they close over nothing.
 */
import { Problem } from '#shared/domain/problem.ts'

/** Longest time for one pack; a page that is not ready by then never will be. */
export const printPatience = 60_000

export interface PageState {
  /** `waiting`: the patience was used up. */
  readonly state: 'ready' | 'error' | 'waiting'
  readonly detail: string
}

/** Waits until the page says that paper may be made of it (see `PrintJob`). Takes milliseconds. */
export function pageReady(patience: number): Promise<PageState> {
  return new Promise((resolve) => {
    const root = document.documentElement
    const look = () => {
      const said = root.dataset.packReady
      if (said !== undefined)
        resolve({ state: said === 'true' ? 'ready' : 'error', detail: root.dataset.packError ?? '' })
    }
    new MutationObserver(look).observe(root, { attributes: true })
    setTimeout(() => {
      resolve({ state: 'waiting', detail: '' })
    }, patience)
    look()
  })
}

/**
 * What lies beyond the width of its paper, page by page name; empty where all fits. One thing too wide makes Chromium shrink
 * every page of the document without a word. Each kind of page is laid out alone at the width between its margins; the window
 * must be narrower than that, with the style sheets for print in force.
 */
export function tooWide(): string[] {
  // At 96 pixels an inch, as CSS counts (CSS Values and Units 4, 6.1).
  const units: Readonly<Record<string, number>> = { px: 1, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, pt: 96 / 72, pc: 16 }
  const papers: Readonly<Record<string, readonly [number, number]>> = {
    a3: [297 * 3.7795275591, 420 * 3.7795275591],
    a4: [210 * 3.7795275591, 297 * 3.7795275591],
    a5: [148 * 3.7795275591, 210 * 3.7795275591],
    letter: [816, 1056],
    legal: [816, 1344],
  }
  const pixels = (length: string) => {
    const match = /^([\d.]+)([a-z]*)$/.exec(length)
    return match === null ? 0 : Number(match[1]) * (units[match[2] ?? ''] ?? 1)
  }
  const paperWidth = (size: string) => {
    const words = size.split(' ')
    const paper = papers[words.find((word) => word in papers) ?? '']
    if (paper !== undefined) return words.includes('landscape') ? paper[1] : paper[0]
    return pixels(words[0] ?? '')
  }
  const pageRules = (rules: CSSRuleList): CSSPageRule[] =>
    [...rules].flatMap((rule) =>
      rule instanceof CSSPageRule ? [rule] : 'cssRules' in rule ? pageRules(rule.cssRules as CSSRuleList) : [],
    )
  const widths = new Map<string, number>()
  for (const { selectorText, style } of [...document.styleSheets].flatMap((sheet) => pageRules(sheet.cssRules))) {
    const room = paperWidth(style.getPropertyValue('size'))
    const margins = pixels(style.getPropertyValue('margin-left')) + pixels(style.getPropertyValue('margin-right'))
    if (room > 0) widths.set(selectorText === '' ? 'auto' : selectorText, Math.floor(room - margins))
  }
  const pageOf = (element: Element) => getComputedStyle(element).getPropertyValue('page')
  const root = document.documentElement
  const found: string[] = []
  for (const [name, width] of widths) {
    const hidden: HTMLElement[] = []
    /** Leaves what stands on pages of this name; true where something does. */
    const keep = (element: Element, inherited: string): boolean => {
      const own = pageOf(element)
      const page = own === 'auto' ? inherited : own
      const inside = [...element.children].map((child) => keep(child, page)).includes(true)
      const stays = page === name || inside
      if (!stays && element instanceof HTMLElement) hidden.push(element)
      return stays
    }
    keep(document.body, 'auto')
    const before = hidden.map((element) => element.style.display)
    for (const element of hidden) element.style.display = 'none'
    root.style.width = `${String(width)}px`
    const wide = root.scrollWidth
    root.style.width = ''
    hidden.forEach((element, at) => (element.style.display = before[at] ?? ''))
    if (wide > width) found.push(`${name === 'auto' ? '' : `${name} `}${String(wide)} > ${String(width)} px`)
  }
  return found
}

/** What a job of figures left on its page: JSON, or nothing. */
export function figuresText(): string {
  return document.getElementById('figures')?.textContent ?? ''
}

/** PRINT_FAILED where the page is not ready for paper. `failure` is an error of the page's own, where one was seen. */
export function assertReady({ state, detail }: PageState, failure?: string): void {
  if (state !== 'ready') throw new Problem('PRINT_FAILED', { detail: detail === '' ? (failure ?? state) : detail })
}

/** PRINT_TOO_WIDE where `tooWide` found anything. */
export function assertFits(wide: readonly string[]): void {
  if (wide.length > 0) throw new Problem('PRINT_TOO_WIDE', { detail: wide.join(', ') })
}

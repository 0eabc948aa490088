/** One page of the pack: its assertion, and rows as close as they must be for the page to stay one sheet. */
import { CommentaryOf } from './pack-commentary.tsx'
import { useEffect, useRef, type ReactNode } from 'react'
import type { PackPage } from '#shared/pack-model/pages.ts'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { LinkedText } from './behind.tsx'
import { type Furniture, ScreenFurniture } from './page-furniture.tsx'
import { Second, Sentences, usePackWords } from './pack-words.tsx'

/** Heights of the content of a page in CSS pixels: A4 less the margins of print.css. */
const heights = { landscape: 794 - 62 - 60, portrait: 1123 - 62 - 60 }
const densities = ['open', 'close', 'closest'] as const
/** What commentary or a second language pushes over the edge is set smaller at last, all of it, and never smaller than this. */
const scales = [0.97, 0.94, 0.9] as const

interface Props {
  page: PackPage
  pages: number
  furniture: Furniture
  children: ReactNode
}

export function PackSheet({ page, pages, furniture, children }: Props) {
  const { t, say } = usePackWords()
  const sheet = useRef<HTMLElement>(null)
  useEffect(() => {
    const { current } = sheet
    if (current === null) return
    const fit = () => {
      // Fitting lays a sheet out again and again: one that nobody sees waits until it is come to.
      if (current.checkVisibility({ contentVisibilityAuto: true })) fitRows(current, heights[page.orientation])
    }
    fit()
    current.addEventListener('contentvisibilityautostatechange', fit)
    // Words set in the fonts of the pack are wider or narrower than in those that stand in until they are loaded.
    document.fonts.addEventListener('loadingdone', fit)
    return () => {
      current.removeEventListener('contentvisibilityautostatechange', fit)
      document.fonts.removeEventListener('loadingdone', fit)
    }
  })
  return (
    <article ref={sheet} className="pack-sheet" data-page={page.key} data-orientation={page.orientation}>
      <ScreenFurniture furniture={furniture} page={page.number} pages={pages} />
      <div className="pack-content">
        <header className="pack-title">
          <p className="pack-page-name">{t('paper.pageName', { number: page.number, name: say(page.name) })}</p>
          <h1>
            <LinkedText text={say(page.title)} plain at={behindKey.page(page.key)} />
            <Second of={(words) => words.say(page.title)} />
          </h1>
          {page.lead.length > 0 && (
            <p className="pack-lead">
              <Sentences of={page.lead} />
              <Second of={(words) => page.lead.map(words.say).join(' ')} />
            </p>
          )}
          <CommentaryOf target={`page:${page.key}`} />
        </header>
        <div className="pack-body">{children}</div>
      </div>
    </article>
  )
}

/** Rows are set open; where the page would not hold them so, closer, and at last with short names. A list longer than any page goes on to the next one. */
function fitRows(sheet: HTMLElement, height: number): void {
  const found = sheet.querySelector<HTMLElement>('.pack-content')
  if (!found) return
  const content = found
  delete sheet.dataset['names']
  delete sheet.dataset['second']
  sheet.style.removeProperty('--pack-scale')
  for (const density of densities) {
    sheet.dataset['density'] = density
    if (content.offsetHeight <= height) return
  }
  if (sheet.dataset['orientation'] === 'portrait') {
    sheet.dataset['density'] = 'close'
    return
  }
  // What is scaled comes out on paper a pixel higher than it was measured.
  const room = height - 2
  sheet.dataset['names'] = 'short'
  if (fitsScaled()) return
  // At last the second language stands in titles, heads, keys and states alone, then not in the states of the rows either.
  for (const second of ['states', 'heads']) {
    sheet.dataset['second'] = second
    if (fitsScaled()) return
  }
  sheet.style.removeProperty('--pack-scale')

  function fitsScaled(): boolean {
    sheet.style.removeProperty('--pack-scale')
    for (const scale of scales) {
      if (content.offsetHeight <= room) return true
      sheet.style.setProperty('--pack-scale', String(scale))
    }
    return content.offsetHeight <= room
  }
}

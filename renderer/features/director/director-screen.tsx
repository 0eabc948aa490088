/**
 * The director's view: the pages of a pack one at a time, as large as the window holds, and nothing that changes anything. The pages
 * are those that are printed; around them everything is a quarter larger than elsewhere, to be read from a distance.
 */
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { BehindContext } from '#renderer/pack/behind.tsx'
import { PackPages } from '#renderer/pack/pack-pages.tsx'
import { usePrintSource } from '#renderer/records/print/print-source.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Shown } from '#shared/contract/director.ts'
import type { Language } from '#shared/domain/text.ts'
import { DirectorHead } from './director-head.tsx'
import { DirectorFoot } from './director-foot.tsx'
import { PageStage, type Fit } from './page-stage.tsx'
import { DirectorPanel, type PanelView } from './director-panel.tsx'
import { PagesContents } from './pages-contents.tsx'
import { useDirectorKeys } from './use-director-keys.ts'
import './director.css'

export interface DirectorScreenProps {
  readonly shown: Shown
  /** The path of the view, to which the number of the page is added. */
  readonly path: string
  readonly page: number
  /** Where the view is left to. */
  readonly leaveTo: string
  /** What must stay in sight: a draft, a bundle and how it was found. */
  readonly notice: ReactNode
}

export function DirectorScreen({ shown, path, page: asked, leaveTo, notice }: DirectorScreenProps) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const [, navigate] = useLocation()
  const tell = useTell()
  const [language, setLanguage] = useState<Language>(words.language)
  const [fit, setFit] = useState<Fit>('whole')
  const [contents, setContents] = useState(() => window.innerWidth >= 1500)
  const [panel, setPanel] = useState<readonly PanelView[]>([])
  const opener = useRef<Element | null>(null)
  const stage = useRef<HTMLDivElement>(null)
  const { data, error } = useQuery({
    ...utils.director.pages.queryOptions({ input: { shown, language } }),
    // The pages in the other language take the place of these when they are there.
    placeholderData: (before) => before,
  })
  const pages = data?.model.pages ?? []
  const number = Math.min(Math.max(asked, 1), Math.max(pages.length, 1))
  const goTo = (to: number) => {
    const next = Math.min(Math.max(to, 1), pages.length)
    if (next === number || pages.length === 0) return
    navigate(`${path}/${String(next)}`, { replace: true })
    stage.current?.scrollTo({ top: 0 })
  }
  const goFromContents = (to: number) => {
    // In a small window the contents stand in place of the page.
    if (stage.current?.offsetParent === null) setContents(false)
    goTo(to)
  }
  const show = (view: PanelView) => {
    if (panel.length === 0) opener.current = document.activeElement
    setPanel([...panel, view])
  }
  const closePanel = () => {
    setPanel([])
    // Back to the number, where it is still there.
    const from = opener.current
    if (from instanceof HTMLElement && from.isConnected) from.focus()
    else stage.current?.focus()
  }
  // The pages are printed where a bundle is written, from the same data.
  usePrintSource({
    kind: 'own',
    print: () => {
      navigate(leaveTo)
      tell.done(t('director.printed'))
    },
  })
  const keys = useDirectorKeys({
    turn: (by) => goTo(number + by),
    scroll: (by) => stage.current !== null && scrolled(stage.current, by),
    goTo,
    last: pages.length,
    leave: () => {
      if (panel.length > 0) closePanel()
      else navigate(leaveTo)
    },
  })
  const behind = data?.behind
  const numbers = useMemo(
    () => ({
      count: (address: string) => (behind !== undefined && Object.hasOwn(behind, address) ? (behind[address] ?? 0) : 0),
      href: `#${path}/${String(number)}`,
      hint: (count: number) => t('director.hint', { count }),
    }),
    [behind, number, path, t],
  )
  const current = pages[number - 1]
  return (
    <div className="director">
      <DirectorHead
        model={data?.model ?? null}
        languages={data?.languages ?? []}
        language={data?.model.language ?? language}
        onLanguage={setLanguage}
        fit={fit}
        onFit={setFit}
        contents={contents}
        onContents={() => setContents(!contents)}
        onPosts={() => show({ kind: 'posts' })}
        leaveTo={leaveTo}
      />
      {notice}
      {error !== null && (
        <p role="alert" className="director-notice">
          {sayError(words.language, error)}
        </p>
      )}
      {data !== undefined && current !== undefined && (
        <>
          <main className="director-body" data-contents={contents} data-panel={panel.length > 0}>
            {contents && (
              <PagesContents pages={pages} language={data.model.language} number={number} onGo={goFromContents} />
            )}
            <PageStage ref={stage} page={current} fit={fit} language={data.model.language}>
              <BehindContext value={{ ...numbers, open: (address) => show({ kind: 'behind', address }) }}>
                <PackPages model={data.model} language={data.model.language} only={number} />
              </BehindContext>
            </PageStage>
            {panel.length > 0 && (
              <DirectorPanel
                shown={shown}
                trail={panel}
                onShow={show}
                onBack={() => setPanel(panel.slice(0, -1))}
                onClose={closePanel}
              />
            )}
          </main>
          <DirectorFoot pages={pages} number={number} typed={keys.typed} language={data.model.language} onGo={goTo} />
        </>
      )}
    </div>
  )
}

/** Nine tenths of what is seen, so that the eye finds its line again. */
function scrolled(place: HTMLElement, by: 1 | -1): boolean {
  const rest = by === 1 ? place.scrollHeight - place.clientHeight - place.scrollTop : place.scrollTop
  if (rest < 2) return false
  place.scrollBy({ top: by * place.clientHeight * 0.9 })
  return true
}

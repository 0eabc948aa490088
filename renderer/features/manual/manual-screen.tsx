/** The manual in the window: chapters and search at the left, one chapter at the right. Nothing of it comes from a network. */
import { IconBook } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { searchKey } from '#shared/domain/text.ts'
import { contentsChapter } from '#shared/manual/page.ts'
import { ManualBlocks, partId } from './manual-blocks.tsx'
import { chapterGroups, findHeadings, type Manual, useManual } from './manual-pages.ts'
import './manual.css'

export interface ManualScreenProps {
  /** The file of docs/manual that is shown; undefined is the contents page. */
  readonly chapter: string | undefined
  /** The heading to go to, as its place among the chapter's blocks. */
  readonly part: string | undefined
}

export function ManualScreen({ chapter = contentsChapter, part }: ManualScreenProps) {
  const { t } = useTranslation()
  const manual = useManual()
  const text = useRef<HTMLElement>(null)
  const page = manual?.get(chapter)
  useEffect(() => {
    if (page === undefined) return
    const heading = part === undefined ? null : document.getElementById(partId(Number(part)))
    if (heading === null) text.current?.scrollTo({ top: 0 })
    else {
      heading.scrollIntoView({ block: 'start' })
      heading.focus({ preventScroll: true })
    }
  }, [page, part])
  if (manual === undefined) return null
  return (
    <div className="manual">
      <nav className="manual-contents" aria-label={t('manual.contents')}>
        <Contents manual={manual} chapter={chapter} />
      </nav>
      <article className="manual-text" ref={text} aria-label={t('manual.title')}>
        <div className="manual-column">
          {page === undefined ? (
            <>
              <h1>{t('manual.title')}</h1>
              <p>{t('manual.noSuchChapter')}</p>
            </>
          ) : (
            <ManualBlocks blocks={page.blocks} numbered />
          )}
        </div>
      </article>
    </div>
  )
}

function Contents({ manual, chapter }: { readonly manual: Manual; readonly chapter: string }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const found = typed.trim() === '' ? null : findHeadings(manual, searchKey, typed)
  return (
    <>
      <Link href="/manual" className="manual-title" aria-current={chapter === contentsChapter ? 'page' : undefined}>
        <IconBook size={16} stroke={1.5} aria-hidden />
        {t('manual.title')}
      </Link>
      <input
        type="search"
        className="input"
        value={typed}
        aria-label={t('manual.search')}
        placeholder={t('manual.search')}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div role="status" className="muted">
        {found !== null && t('manual.found', { count: found.length })}
      </div>
      {found === null ? (
        chapterGroups(manual).map((group) => (
          <section key={group.title} aria-label={group.title}>
            <div className="manual-group">{group.title}</div>
            <ul>
              {group.chapters.map(({ name, title }) => (
                <li key={name}>
                  <Link href={`/manual/${name}`} aria-current={name === chapter ? 'page' : undefined}>
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))
      ) : (
        <ul>
          {found.map((heading) => (
            <li key={`${heading.chapter} ${String(heading.part)}`}>
              <Link href={`/manual/${heading.chapter}/${String(heading.part)}`}>
                {heading.text}
                <span className="muted">{heading.chapterTitle}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

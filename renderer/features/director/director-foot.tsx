/** Where one is: page n of N and what it is, told to those who do not see it turn; and the buttons that turn it. */
import { useWords } from '#renderer/records/words.ts'
import type { Language } from '#shared/domain/text.ts'
import { say } from '#shared/locales/say.ts'
import type { PackPage } from '#shared/pack-model/pages.ts'

interface Props {
  readonly pages: readonly PackPage[]
  readonly number: number
  /** The number of a page as far as it is typed. */
  readonly typed: string
  readonly language: Language
  readonly onGo: (page: number) => void
}

export function DirectorFoot({ pages, number, typed, language, onGo }: Props) {
  const { t } = useWords()
  const page = pages[number - 1]
  return (
    <footer className="director-foot">
      <button type="button" className="button" aria-disabled={number === 1} onClick={() => onGo(number - 1)}>
        {t('director.previous')}
      </button>
      <p role="status" aria-live="polite" className="director-place">
        <b className="figures">{t('director.place', { page: number, pages: pages.length })}</b>{' '}
        {page !== undefined && <span lang={language}>{say(language, page.name)}</span>}
        {typed !== '' && <span className="director-typed">{t('director.typed', { number: typed })}</span>}
      </p>
      <button type="button" className="button" aria-disabled={number === pages.length} onClick={() => onGo(number + 1)}>
        {t('director.next')}
      </button>
    </footer>
  )
}

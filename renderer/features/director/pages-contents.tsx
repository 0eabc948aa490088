/** The pages by their titles: each says what it asserts. */
import { useWords } from '#renderer/records/words.ts'
import type { Language } from '#shared/domain/text.ts'
import { say } from '#shared/locales/say.ts'
import type { PackPage } from '#shared/pack-model/pages.ts'

interface Props {
  readonly pages: readonly PackPage[]
  /** Of the pages. */
  readonly language: Language
  readonly number: number
  readonly onGo: (page: number) => void
}

export function PagesContents({ pages, language, number, onGo }: Props) {
  const { t } = useWords()
  return (
    <nav className="director-contents" aria-label={t('app.pages')} data-director-scrolls>
      <ol lang={language}>
        {pages.map((page) => (
          <li key={page.key}>
            <button
              type="button"
              aria-current={page.number === number ? 'page' : undefined}
              onClick={() => onGo(page.number)}
            >
              <b>
                {page.number} {say(language, page.name)}
              </b>
              <span>{say(language, page.title)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

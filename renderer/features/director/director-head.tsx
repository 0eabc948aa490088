/** Whose pack it is and as of when; the contents, the sheets of the posts, the language, how large a page is, and the way out. */
import { Link } from 'wouter'
import { useWords } from '#renderer/records/words.ts'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { LanguageChoice } from '#renderer/ui/language-choice.tsx'
import type { Language } from '#shared/domain/text.ts'
import type { PackModel } from '#shared/pack-model/pages.ts'
import { turnFullScreen, useFullScreen } from './full-screen.ts'
import { type Fit, fits } from './page-stage.tsx'

interface Props {
  readonly model: PackModel | null
  readonly languages: readonly Language[]
  readonly language: Language
  readonly onLanguage: (language: Language) => void
  readonly fit: Fit
  readonly onFit: (fit: Fit) => void
  readonly contents: boolean
  readonly onContents: () => void
  readonly onPosts: () => void
  readonly leaveTo: string
}

export function DirectorHead(props: Props) {
  const words = useWords()
  const { t } = words
  const { model } = props
  const isFull = useFullScreen()
  return (
    <header className="director-head">
      <div className="director-title">
        <h1>{model === null ? t('director.title') : (model.code ?? t('app.draft'))}</h1>
        {model !== null && (
          <span className="director-whose">
            {words.name(model.organisation)} {t('app.asOfDay', { day: model.asOf })}
          </span>
        )}
        {model?.sample === true && <span className="director-sample">{t('app.sample')}</span>}
        <span className="director-read-only">{t('director.readOnly')}</span>
      </div>
      <div className="director-tools">
        <button type="button" className="button" aria-pressed={props.contents} onClick={props.onContents}>
          {t('director.contents')}
        </button>
        <button type="button" className="button" onClick={props.onPosts}>
          {t('director.posts')}
        </button>
        {props.languages.length > 1 && (
          <LanguageChoice label={t('app.packLanguage')} language={props.language} onChange={props.onLanguage} />
        )}
        <ChoiceGroup
          label={t('app.packSize')}
          values={fits}
          chosen={props.fit}
          say={(each) => t(`director.fit.${each}`)}
          onChoose={props.onFit}
        />
        <button type="button" className="button" aria-pressed={isFull} aria-keyshortcuts="F" onClick={turnFullScreen}>
          {t('director.fullScreen')}
        </button>
        <Link href={props.leaveTo} className="button primary">
          {t('director.leave')}
        </Link>
      </div>
    </header>
  )
}

/** Japanese and English beside each other, each by its own name, whatever language the window speaks. */
import { type Language, languages } from '#shared/domain/text.ts'

export const languageNames: Readonly<Record<Language, string>> = { ja: '日本語', en: 'English' }

export interface LanguageChoiceProps {
  /** What is in that language: the window, a page on paper, a letter. */
  readonly label: string
  readonly language: Language
  readonly onChange: (language: Language) => void
}

export function LanguageChoice({ label, language, onChange }: LanguageChoiceProps) {
  return (
    <span className="frame-language" role="group" aria-label={label}>
      {languages.map((each) => (
        <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => onChange(each)}>
          {languageNames[each]}
        </button>
      ))}
    </span>
  )
}

/** Japanese and English beside each other, each by its own name, whatever language the window speaks. */
import { type Language, languages } from '#shared/domain/text.ts'
import { ChoiceGroup } from './choice-group.tsx'

export const languageNames: Readonly<Record<Language, string>> = { ja: '日本語', en: 'English' }

export interface LanguageChoiceProps {
  /** What is in that language: the window, a page on paper, a letter. */
  readonly label: string
  readonly language: Language
  readonly onChange: (language: Language) => void
}

export function LanguageChoice({ label, language, onChange }: LanguageChoiceProps) {
  return (
    <ChoiceGroup
      label={label}
      values={languages}
      chosen={language}
      say={(each) => <span lang={each}>{languageNames[each]}</span>}
      onChoose={onChange}
    />
  )
}

/** Japanese and English beside each other; the choice belongs to the person, not to the register. */
import { useTranslation } from 'react-i18next'
import { useSetDisplay } from '#renderer/api/display.ts'
import { useLanguage } from '#renderer/api/status.ts'
import type { Language } from '#shared/domain/text.ts'

const names: Readonly<Record<Language, string>> = { ja: '日本語', en: 'English' }

export function LanguageSwitch() {
  const { t } = useTranslation()
  const current = useLanguage()
  const change = useSetDisplay()
  return (
    <div className="frame-language" role="group" aria-label={t('app.language')}>
      {(['ja', 'en'] as const).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          onClick={() => change.mutate({ language })}
        >
          {names[language]}
        </button>
      ))}
    </div>
  )
}

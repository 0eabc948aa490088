/** The language of the window; the choice belongs to the person, not to the register. */
import { useTranslation } from 'react-i18next'
import { useSetDisplay } from '#renderer/api/display.ts'
import { useLanguage } from '#renderer/api/status.ts'
import { LanguageChoice } from '#renderer/ui/language-choice.tsx'

export function LanguageSwitch() {
  const { t } = useTranslation()
  const current = useLanguage()
  const change = useSetDisplay()
  return (
    <LanguageChoice label={t('app.language')} language={current} onChange={(language) => change.mutate({ language })} />
  )
}

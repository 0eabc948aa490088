/** Japanese and English beside each other; the choice belongs to the person, not to the register. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/api/client.tsx'
import { useLanguage } from '#renderer/api/status.ts'
import type { Language } from '#shared/domain/text.ts'

const names: Readonly<Record<Language, string>> = { ja: '日本語', en: 'English' }

export function LanguageSwitch() {
  const { t } = useTranslation()
  const { client, utils } = useApi()
  const queries = useQueryClient()
  const current = useLanguage()
  const change = useMutation({
    mutationFn: (language: Language) => client.file.setLanguage({ language }),
    onSuccess: (status) => queries.setQueryData(utils.file.status.queryKey(), status),
  })
  return (
    <div className="frame-language" role="group" aria-label={t('app.language')}>
      {(['ja', 'en'] as const).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          onClick={() => change.mutate(language)}
        >
          {names[language]}
        </button>
      ))}
    </div>
  )
}

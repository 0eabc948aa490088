/** The sentence of a refused field: codes of our own by the catalogue, any other issue in general words. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

export function useIssueWords(): (issue: string) => string {
  const { t, i18n } = useTranslation()
  return useCallback((issue) => (i18n.exists(`issue.${issue}`) ? t(`issue.${issue}`) : t('issue.OTHER')), [i18n, t])
}

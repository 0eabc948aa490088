/** The mark and the name of the program. */
import { useTranslation } from 'react-i18next'

export function Brand() {
  const { t } = useTranslation()
  return (
    <div className="frame-brand">
      <i aria-hidden />
      <span className="frame-brand-name">{t('app.name')}</span>
    </div>
  )
}

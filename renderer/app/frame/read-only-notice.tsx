/** Why this register cannot be changed here: it is open for reading only, or its file is gone. */
import { useTranslation } from 'react-i18next'
import { useRegister } from '#renderer/api/status.ts'
import { useMoment } from '#renderer/records/moment.ts'

export function ReadOnlyNotice() {
  const { t } = useTranslation()
  const momentText = useMoment()
  const { readOnly, fileName, isGone, isTemporary } = useRegister()
  if (isGone)
    return (
      <div className="frame-notice" role="alert">
        <b>{t('app.gone', { file: fileName })}</b> {t('app.goneHint')}
      </div>
    )
  if (isTemporary)
    return (
      <div className="frame-notice" role="status">
        {t('app.temporary')}
      </div>
    )
  if (readOnly === null) return null
  return (
    <div className="frame-notice" role="status">
      <b>{t('app.readOnly')}</b>{' '}
      {readOnly.code === 'HELD_BY_ANOTHER'
        ? t('app.readOnlyHeld', { ...readOnly, since: momentText(readOnly.since) })
        : t(readOnly.code === 'ASKED' ? 'app.readOnlyAsked' : 'app.readOnlyFile', { file: fileName })}
    </div>
  )
}

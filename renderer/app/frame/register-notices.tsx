/** What is to be known of this register before anything else: it cannot be changed here, its file is gone, or what is around it is wrong. */
import { useTranslation } from 'react-i18next'
import { useLanguage, useRegister } from '#renderer/api/status.ts'
import { useMoment } from '#renderer/records/moment.ts'
import type { RegisterWarning } from '#shared/contract/file.ts'
import type { ProblemCode } from '#shared/domain/problem.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'

function ReadOnlyNotice() {
  const { t } = useTranslation()
  const momentText = useMoment()
  const { readOnly, isOlder, fileName, isGone, isTemporary } = useRegister()
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
      {isOlder && ` ${t('app.readOnlyOlder')}`}
    </div>
  )
}

export function RegisterNotices() {
  const { warnings } = useRegister()
  return (
    <>
      <ReadOnlyNotice />
      {warnings.map((warning) => (
        <WarningNotice key={warning.code} warning={warning} />
      ))}
    </>
  )
}

function WarningNotice({ warning }: { readonly warning: RegisterWarning }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const momentText = useMoment()
  if (warning.code === 'BACKUP_FAILED') {
    const { first, ...facts } = warning.problem.facts
    return (
      <div className="frame-notice" role="alert">
        <b>{t('backup.warning.title')}</b> {sayProblem(language, { code: first as ProblemCode, facts })}{' '}
        {t('backup.warning.hint')}
      </div>
    )
  }
  return (
    <div className="frame-notice" role="alert">
      <b>{t(`warning.${warning.code}.title`)}</b>{' '}
      {warning.code === 'CLOCK_BEHIND'
        ? t('warning.CLOCK_BEHIND.text', { at: momentText(warning.lastAt) })
        : t('warning.CONFLICT_COPY.text', { names: warning.names.join(t('pack.listSeparator')) })}
    </div>
  )
}

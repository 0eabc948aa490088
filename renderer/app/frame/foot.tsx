/** The foot: facts about the register, or the progress of long work with Cancel. */
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useRunningWork } from '#renderer/api/long-work.ts'
import { useRegister } from '#renderer/api/status.ts'

export function Foot() {
  const { t } = useTranslation()
  const work = useRunningWork()
  const { today, lastPack, events, verified } = useRegister()
  if (work !== null)
    return (
      <footer className="frame-foot">
        <span role="status">
          {work.total > 0
            ? t('app.workOf', {
                work: work.stage.startsWith('pack.')
                  ? t(`app.packStage.${work.stage.slice('pack.'.length)}`)
                  : t(`app.work.${work.name}`),
                done: work.done,
                total: work.total,
              })
            : t(`app.work.${work.name}`)}
        </span>
        <progress
          value={work.total > 0 ? work.done : undefined}
          max={work.total > 0 ? work.total : undefined}
          aria-label={t(`app.work.${work.name}`)}
        />
        {work.cancel !== undefined && (
          <button type="button" className="text-button" onClick={work.cancel}>
            {t('action.cancel')}
          </button>
        )}
      </footer>
    )
  const chain = verified === null ? 'notVerified' : verified.findings === 0 ? 'intact' : 'broken'
  return (
    <footer className="frame-foot">
      <span>
        {t('app.asOf')} <b>{today}</b>
      </span>
      <span>
        {lastPack === null ? t('app.noPackYet') : t('app.lastPack', { code: lastPack.code, asOf: lastPack.asOf })}
      </span>
      <Link href="/log" className={chain === 'broken' ? 'frame-foot-alarm' : undefined}>
        {t(`app.log.${chain}`, { count: events, findings: verified?.findings ?? 0 })}
      </Link>
      <span className="frame-foot-end">{t('app.offline')}</span>
    </footer>
  )
}

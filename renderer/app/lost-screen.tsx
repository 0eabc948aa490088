/** The register process ended: what was saved is safe, and the window goes on with a new one. */
import { useTranslation } from 'react-i18next'

export interface LostScreenProps {
  /** A new process is there. */
  readonly ready: boolean
  readonly fileName: string | null
  readonly onGoOn: () => void
}

export function LostScreen({ ready, fileName, onGoOn }: LostScreenProps) {
  const { t } = useTranslation()
  return (
    <main className="lone-screen" role="alert">
      <h1>{t('app.lost')}</h1>
      <p>{t('problem.CONNECTION_LOST')}</p>
      {fileName !== null && <p className="muted">{fileName}</p>}
      <button type="button" className="button primary" disabled={!ready} onClick={onGoOn}>
        {t('action.goOn')}
      </button>
      {!ready && <p className="muted">{t('app.restarting')}</p>}
    </main>
  )
}

/** It could not even be started: a part of the program is missing or damaged. No register was opened. */
export function UnstartedScreen() {
  const { t } = useTranslation()
  return (
    <main className="lone-screen" role="alert">
      <h1>{t('app.unstarted')}</h1>
      <p>{t('app.unstartedWhat')}</p>
      <p className="muted">{t('app.unstartedHint')}</p>
      <button type="button" className="button primary" onClick={() => location.reload()}>
        {t('action.tryAgain')}
      </button>
    </main>
  )
}

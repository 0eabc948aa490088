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

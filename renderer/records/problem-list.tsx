/** Refusals of a form, as links to the controls that they are about. */
import { useTranslation } from 'react-i18next'

export interface ProblemEntry {
  readonly controlId: string
  readonly label: string
  readonly message: string
}

/** Nothing is drawn where nothing was refused. */
export function ProblemList({ entries }: { readonly entries: readonly ProblemEntry[] }) {
  const { t } = useTranslation()
  if (entries.length === 0) return null
  return (
    <div className="problem-summary" role="alert">
      <b>{t('app.problems', { count: entries.length })}</b>
      <ul>
        {entries.map(({ controlId, label, message }) => (
          <li key={controlId}>
            <button type="button" className="link" onClick={() => document.getElementById(controlId)?.focus()}>
              {label}
            </button>{' '}
            {message}
          </li>
        ))}
      </ul>
    </div>
  )
}

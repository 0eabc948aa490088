/** What is shown where drawing itself failed: the register is safe, and the window can be drawn again. */
import { Component, type ReactNode } from 'react'
import { Translation } from 'react-i18next'

interface State {
  readonly error: Error | null
}

export class ErrorScreen extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: Error): State {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <Translation>
        {(t) => (
          <main className="lone-screen" role="alert">
            <h1>{t('app.drawingFailed')}</h1>
            <p>{t('app.drawingFailedHint')}</p>
            <p className="muted">{error.message}</p>
            <button
              type="button"
              className="button primary"
              onClick={() => {
                location.hash = '#/'
                this.setState({ error: null })
              }}
            >
              {t('action.goOn')}
            </button>
          </main>
        )}
      </Translation>
    )
  }
}

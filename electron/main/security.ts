/** Denied by default, for every page that Electron ever makes: permissions, navigation, new windows, downloads, web views. */
import type { App, Session, WebContents } from 'electron'

export const appOrigin = 'app://daicho'

/** May a page go to this address? Only within the application. */
export function mayNavigate(address: string): boolean {
  try {
    const url = new URL(address)
    return url.protocol === 'app:' && url.host === 'daicho' && url.username === '' && url.port === ''
  } catch {
    return false
  }
}

type GuardedSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
> & {
  on(event: 'will-download', listener: (event: { preventDefault(): void }) => void): unknown
}

export function guardSession(session: GuardedSession): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}

export function guardContents(app: Pick<App, 'on'>, openLink: (address: string) => void): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(({ url }) => {
      openLink(url)
      return { action: 'deny' }
    })
    const stay = (event: { preventDefault(): void; url: string }) => {
      if (!mayNavigate(event.url)) event.preventDefault()
    }
    contents.on('will-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
    })
  })
}

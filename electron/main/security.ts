/** Denied by default, for every page that Electron ever makes: permissions (but one), navigation, new windows, downloads, web views. */
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

/** The one thing that a page is given: to put text on the clipboard when somebody presses a button for it. Never to read it. */
const given: readonly string[] = ['clipboard-sanitized-write']

export function guardSession(session: GuardedSession): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(given.includes(permission))
  })
  session.setPermissionCheckHandler((_contents, permission) => given.includes(permission))
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

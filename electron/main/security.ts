/**
 * Denied by default, for every page that Electron ever makes: permissions, devices, navigation, redirects, new windows,
 * downloads, web views, certificates, passwords that a server asks for.
 */
import type { App, Event, Session, WebContents } from 'electron'

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

/** To put plain text into the clipboard, for copying a report and cells (reading it is none), and to fill the screen with a pack's pages. */
const permitted: readonly string[] = ['clipboard-sanitized-write', 'fullscreen']

export function mayUse(permission: string, origin: string): boolean {
  return permitted.includes(permission) && (origin === appOrigin || origin.startsWith(`${appOrigin}/`))
}

export type GuardedSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setBluetoothPairingHandler'
  | 'setUSBProtectedClassesHandler'
  | 'setCertificateVerifyProc'
  | 'on'
>

/** Of the answers that Electron takes: the certificate is refused. */
const refuseCertificate = -2

export function guardSession(session: GuardedSession): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => {
    answer(mayUse(permission, requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer(null)
  })
  session.setBluetoothPairingHandler((_details, answer) => {
    answer({ confirmed: false })
  })
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  // No page comes over TLS: whoever offers a certificate is not us.
  session.setCertificateVerifyProc((_request, answer) => {
    answer(refuseCertificate)
  })
  session.on('will-download', prevent)
  session.on('select-hid-device', refuseDevice)
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault()
    choose('')
  })
  session.on('select-usb-device', refuseDevice)
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
    contents.on('will-attach-webview', prevent)
    contents.on('select-bluetooth-device', (event, _devices, choose) => {
      event.preventDefault()
      choose('')
    })
  })
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, trust) => {
    event.preventDefault()
    trust(false)
  })
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault()
    choose()
  })
  // Without a name and a password the request is cancelled.
  app.on('login', (event, _contents, _details, _information, answer) => {
    event.preventDefault()
    answer()
  })
}

function prevent(event: Pick<Event, 'preventDefault'>): void {
  event.preventDefault()
}

function refuseDevice(event: Pick<Event, 'preventDefault'>, _details: unknown, choose: () => void): void {
  event.preventDefault()
  choose()
}

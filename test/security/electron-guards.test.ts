/** Electron's doors, tried through stand-ins of its parts: all closed but the application's own pages. */
import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { describe, expect, test } from 'vitest'
import { AppProtocol } from '#electron/main/app-protocol.ts'
import { mayOpen, openExternalLink } from '#electron/main/external-link.ts'
import { type GuardedSession, guardContents, guardSession, mayNavigate } from '#electron/main/security.ts'
import { canGo, FakeSession } from '#test/support/fake-electron.ts'
import { temporaryFolder } from '#test/support/register.ts'
import { writePage } from '#test/support/small-page.ts'

type OpenHandler = (details: { url: string }) => { action: string }

/** Contents of a page as the guards see them. */
class Contents extends EventEmitter {
  openHandler: OpenHandler = () => ({ action: 'allow' })
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }
  /** True where nobody stopped it. */
  goes(event: string, url: string): boolean {
    const state = { allowed: true }
    this.emit(event, { url, preventDefault: () => (state.allowed = false) })
    return state.allowed
  }
}

function guarded(): { contents: Contents; links: string[] } {
  const app = new EventEmitter()
  const links: string[] = []
  guardContents(app as unknown as Pick<App, 'on'>, (address) => links.push(address))
  const contents = new Contents()
  app.emit('web-contents-created', {}, contents)
  return { contents, links }
}

const addresses = [
  ['app://daicho/index.html', true],
  ['app://daicho/print.html?x=1#y', true],
  ['app://daicho/', true],
  ['APP://daicho/index.html', true],
  ['app://daicho.example/index.html', false],
  ['app://other/index.html', false],
  ['app://user@daicho/index.html', false],
  ['app://daicho:80/index.html', false],
  ['app:daicho', false],
  ['https://daicho/index.html', false],
  ['https://daicho.invalid/index.html', false],
  ['http://localhost/', false],
  ['file:///etc/passwd', false],
  ['data:text/html,<h1>a</h1>', false],
  ['javascript:alert(1)', false],
  ['blob:app://daicho/0', false],
  ['about:blank', false],
  ['chrome://settings', false],
  ['devtools://devtools/bundled/inspector.html', false],
  ['view-source:app://daicho/index.html', false],
  ['', false],
  ['not an address', false],
] as const

describe('navigation', () => {
  test.each(addresses)('%s: %s', (address, allowed) => {
    expect(mayNavigate(address)).toBe(allowed)
    const { contents } = guarded()
    expect(
      ['will-navigate', 'will-redirect', 'will-frame-navigate'].map((event) => contents.goes(event, address)),
    ).toEqual([allowed, allowed, allowed])
  })

  test('no window opens, and an address goes through the one function for links', () => {
    const { contents, links } = guarded()
    const asked = ['https://www.meti.go.jp/', 'app://daicho/index.html', 'https://example.com/']
    expect(asked.map((url) => contents.openHandler({ url }))).toEqual(asked.map(() => ({ action: 'deny' })))
    expect(links).toEqual(asked)
  })

  test('no web view is attached', () => {
    expect(guarded().contents.goes('will-attach-webview', '')).toBe(false)
  })
})

describe('the session', () => {
  function guardedSession(): FakeSession {
    const session = new FakeSession()
    guardSession(session as unknown as GuardedSession)
    return session
  }
  const answerOf = (session: FakeSession, name: string, ...given: unknown[]) => {
    const answers: unknown[] = []
    const handler = session.handlers[name] as (...all: unknown[]) => unknown
    const returned = handler(...given, (answer: unknown) => answers.push(answer))
    return answers.length > 0 ? answers[0] : returned
  }

  test.each([
    'clipboard-read',
    'fileSystem',
    'geolocation',
    'hid',
    'media',
    'midi',
    'notifications',
    'openExternal',
    'serial',
    'usb',
    'unknown',
  ])('gives no permission: %s', (permission) => {
    expect(permitted(permission, 'app://daicho/index.html')).toEqual([false, false])
  })

  test.each([
    ['app://daicho/index.html', true],
    ['app://daicho', true],
    ['app://daicho.example/', false],
    ['https://daicho.invalid/', false],
    ['', false],
  ])('lets %s write to the clipboard: %s', (origin, allowed) => {
    for (const permission of ['clipboard-sanitized-write', 'fullscreen'])
      expect(permitted(permission, origin)).toEqual([allowed, allowed])
  })

  function permitted(permission: string, origin: string): unknown[] {
    const { handlers } = guardedSession()
    const answers: unknown[] = []
    const request = handlers.permissionRequest as unknown as (...given: unknown[]) => void
    request({}, permission, (answer: unknown) => answers.push(answer), { requestingUrl: origin })
    const check = handlers.permissionCheck as unknown as (...given: unknown[]) => unknown
    return [...answers, check(null, permission, origin, {})]
  }

  test.each([
    ['a device', 'device', [{ deviceType: 'usb' }], false],
    ['the screen', 'displayMedia', [{}], null],
    ['a Bluetooth pairing', 'bluetooth', [{}], { confirmed: false }],
    ['a certificate, even a good one', 'certificate', [{ errorCode: 0 }], -2],
  ])('refuses %s', (_name, handler, given, answer) => {
    expect(answerOf(guardedSession(), handler, ...given)).toEqual(answer)
  })

  test('keeps every protected class of USB devices protected', () => {
    const { handlers } = guardedSession()
    const protect = handlers.usbClasses as unknown as (given: unknown) => unknown
    expect(protect({ protectedClasses: ['audio', 'hid'] })).toEqual(['audio', 'hid'])
  })

  test.each([
    ['will-download', [], []],
    ['select-hid-device', [{}], [undefined]],
    ['select-usb-device', [{}], [undefined]],
    ['select-serial-port', [[], {}], ['']],
  ])('%s is stopped, and nothing is chosen', (event, given, chosen) => {
    const chosenNow: unknown[] = []
    expect(canGo(guardedSession(), event, ...given, (id: unknown) => chosenNow.push(id))).toBe(false)
    expect(chosenNow).toEqual(chosen)
  })
})

describe('what servers ask for', () => {
  test.each([
    ['certificate-error', [{}, 'https://a/', 'ERR', {}], [false]],
    ['select-client-certificate', [{}, 'https://a/', []], [undefined]],
    ['login', [{}, {}, {}], [undefined]],
  ])('%s is refused', (event, given, answers) => {
    const app = new EventEmitter()
    guardContents(app as unknown as Pick<App, 'on'>, () => undefined)
    const answered: unknown[] = []
    expect(canGo(app, event, ...given, (answer: unknown) => answered.push(answer))).toBe(false)
    expect(answered).toEqual(answers)
  })

  test('no Bluetooth device is chosen', () => {
    const chosen: unknown[] = []
    expect(canGo(guarded().contents, 'select-bluetooth-device', [], (id: unknown) => chosen.push(id))).toBe(false)
    expect(chosen).toEqual([''])
  })
})

describe('links to the outside', () => {
  test.each([
    ['https://www.meti.go.jp/policy/', true],
    ['https://www.soumu.go.jp/', true],
    ['https://laws.e-gov.go.jp/law/415AC0000000057', true],
    ['https://elaws.e-gov.go.jp/', true],
    ['https://www.ppc.go.jp/', true],
    ['https://www.ipa.go.jp/', true],
    ['HTTPS://WWW.METI.GO.JP/', true],
    ['http://www.meti.go.jp/', false],
    ['https://meti.go.jp/', false],
    ['https://www.meti.go.jp.example.com/', false],
    ['https://www.meti.go.jp:8443/', false],
    ['https://user@www.meti.go.jp/', false],
    ['https://www.meti.go.jp@example.com/', false],
    ['https://example.com/?https://www.meti.go.jp/', false],
    ['https://www.meti.go.jp\\@example.com/', true],
    ['file:///etc/passwd', false],
    ['ftp://www.meti.go.jp/', false],
    ['javascript:alert(1)', false],
    ['mailto:a@example.com', false],
    ['ms-settings:', false],
    ['www.meti.go.jp', false],
    ['', false],
  ])('%s: %s', async (address, allowed) => {
    expect(mayOpen(address)).toBe(allowed)
    const opened: string[] = []
    const handed = await openExternalLink(address, {
      openExternal: (url) => {
        opened.push(url)
        return Promise.resolve()
      },
    })
    expect(handed).toBe(allowed)
    // What is opened is the address as it was judged, not as it was written.
    expect(opened).toEqual(allowed ? [new URL(address).href] : [])
    if (allowed) expect(new URL(opened[0] ?? '').host.endsWith('.go.jp')).toBe(true)
  })
})

describe('app://', () => {
  test('answers its own host with the built files, and a print job only while there is one', async () => {
    const folder = temporaryFolder()
    writePage(folder, { name: 'index', body: '台帳' })
    const protocol = new AppProtocol(folder)
    const answer = async (address: string) => {
      const response = protocol.answer(address)
      return [response.status, response.headers.get('content-type'), (await response.text()).includes('台帳')]
    }
    expect(await answer('app://daicho/index.html')).toEqual([200, 'text/html; charset=utf-8', true])
    expect(await answer('app://daicho/')).toEqual([200, 'text/html; charset=utf-8', true])
    expect(await answer('app://other/index.html')).toEqual([404, null, false])
    expect(await answer('app://daicho/%2e%2e%2fpackage.json')).toEqual([404, 'text/plain; charset=utf-8', false])
    expect(await answer('app://daicho/print-job.json')).toEqual([404, 'text/plain; charset=utf-8', false])
    protocol.job = { kind: 'pack', model: null, language: 'ja', title: '台帳' }
    expect(await answer('app://daicho/print-job.json')).toEqual([200, 'application/json; charset=utf-8', true])
    protocol.job = undefined
    expect((await answer('app://daicho/print-job.json'))[0]).toBe(404)
  })
})

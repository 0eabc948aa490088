/** Electron's doors, tried through stand-ins of its parts: all closed but the application's own pages. */
import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { describe, expect, test } from 'vitest'
import { AppProtocol } from '#electron/main/app-protocol.ts'
import { mayOpen, openExternalLink } from '#electron/main/external-link.ts'
import { guardContents, guardSession, mayNavigate } from '#electron/main/security.ts'
import { temporaryFolder } from '#test/support/register.ts'
import { writePage } from '#test/support/small-page.ts'

type Handler = (...given: unknown[]) => unknown
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

test('no permission is given but to write to the clipboard, no device, no download', () => {
  const asked: unknown[] = []
  const downloads = new EventEmitter()
  const handlers: Record<string, Handler> = {}
  guardSession({
    setPermissionRequestHandler: (handler) => {
      handlers.request = handler as Handler
    },
    setPermissionCheckHandler: (handler) => {
      handlers.check = handler as Handler
    },
    setDevicePermissionHandler: (handler) => {
      handlers.device = handler as Handler
    },
    on: (event, listener) => downloads.on(event, listener),
  })
  for (const permission of [
    'clipboard-read',
    'fileSystem',
    'geolocation',
    'media',
    'notifications',
    'openExternal',
    'unknown',
  ]) {
    handlers.request?.({}, permission, (given: boolean) => asked.push(given), {})
    asked.push(handlers.check?.(null, permission, 'app://daicho', {}))
  }
  asked.push(handlers.device?.({ deviceType: 'usb' }))
  expect(new Set(asked)).toEqual(new Set([false]))
  expect(asked.length).toBe(15)
  const writing: unknown[] = []
  handlers.request?.({}, 'clipboard-sanitized-write', (given: boolean) => writing.push(given), {})
  writing.push(handlers.check?.(null, 'clipboard-sanitized-write', 'app://daicho', {}))
  expect(writing).toEqual([true, true])
  let stopped = 0
  downloads.emit('will-download', { preventDefault: () => (stopped += 1) })
  expect(stopped).toBe(1)
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

/** The Chromium shell in a real browser: its bridge, its register process, and what happens when one of them goes. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { chromiumOrigin } from '#electron/assets.ts'
import { type Application, openApplication } from '#electron/chromium/application.ts'
import { type Bridge, bridgeTo } from '#electron/chromium/bridge.ts'
import { type Browser, findBrowser } from '#electron/chromium/find-browser.ts'
import { launchOptions } from '#electron/chromium/launch-options.ts'
import { answer } from '#electron/chromium/print.ts'
import { newRegister } from '#electron/register/new-register.ts'
import { realSurroundings } from '#electron/register/store/register-file.ts'
import { temporaryFolder } from '#test/support/register.ts'
import { writeConnectionPage, writePage } from '#test/support/small-page.ts'

let browser: Browser

beforeAll(async () => {
  browser = await findBrowser()
}, 120_000)

/** The page's end of the bridge: keeps its ports and all that arrives at them. */
const echoScript = `
  const ports = [], received = []
  let look = () => {}
  window.addEventListener('message', (event) => {
    if (event.data !== 'daicho:port' || event.source !== window) return
    const entry = { port: event.ports[0], closed: false }
    ports.push(entry)
    entry.port.onmessage = ({ data }) => { received.push(data); look() }
    entry.port.addEventListener('close', () => { entry.closed = true; look() })
    look()
  })
  const until = (met) => new Promise((resolve) => { look = () => met() && resolve(); look() })
  const digest = async (bytes) =>
    [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  window.echo = {
    ports: () => ports.map(({ closed }) => closed),
    send: (...messages) => { for (const message of messages) ports.at(-1).port.postMessage(message) },
    untilPorts: (count) => until(() => ports.length >= count),
    untilClosed: (index) => until(() => ports[index].closed),
    received: async (count) => { await until(() => received.length >= count); return received.splice(0, count).map((data) => typeof data === 'string' ? data : [...data]) },
    digests: async (count) => { await until(() => received.length >= count); return Promise.all(received.splice(0, count).map((data) => digest(typeof data === 'string' ? new TextEncoder().encode(data) : data))) },
    digest,
  }
`

interface EchoSetting {
  readonly page: Page
  readonly context: BrowserContext
  readonly bridge: Bridge
  /** What came out of the page, in order. */
  readonly heard: (readonly [port: number, data: string | Uint8Array])[]
  /** How often the page said that it was loaded. */
  readonly loads: () => number
}

/** A bridge over a real browser that sends everything back to where it came from. */
async function echoing(options: { before?: (context: BrowserContext) => Promise<unknown>; body?: string } = {}) {
  const folder = temporaryFolder()
  writePage(folder, { name: 'index', script: echoScript, body: options.body ?? '' })
  const { chromium } = await import('playwright-core')
  const launched = await chromium.launch({ ...launchOptions(browser), headless: true })
  onTestFinished(() => launched.close())
  const context = await launched.newContext()
  const page = await context.newPage()
  await context.route('**/*', (route) => answer(route, folder))
  await options.before?.(context)
  const heard: EchoSetting['heard'] = []
  let loads = 0
  const bridge: Bridge = await bridgeTo(context, page, 'daicho:port', {
    onMessage: (port, data) => {
      heard.push([port, data])
      bridge.send(port, data)
    },
    onLoad: () => {
      loads += 1
      bridge.open(loads)
    },
  })
  await page.goto(`${chromiumOrigin}/index.html`)
  await page.evaluate('echo.untilPorts(1)')
  return { page, context, bridge, heard, loads: () => loads } satisfies EchoSetting
}

describe('the bridge', () => {
  test('carries text and binary both ways, in order and unchanged', async () => {
    const { page, heard } = await echoing()
    const bytes = Array.from({ length: 256 }, (_, value) => value)
    const back = await page.evaluate(`
      echo.send('令和商事 髙﨑𠮷', '', new Uint8Array(${JSON.stringify(bytes)}), new Uint8Array(${JSON.stringify(bytes)}).buffer,
        new Uint8Array(${JSON.stringify(bytes)}).subarray(3, 7), 'last')
      echo.received(6)`)
    expect(back).toEqual(['令和商事 髙﨑𠮷', '', bytes, bytes, [3, 4, 5, 6], 'last'])
    expect(heard.map(([port, data]) => [port, typeof data === 'string' ? data : [...data]])).toEqual([
      [1, '令和商事 髙﨑𠮷'],
      [1, ''],
      [1, bytes],
      [1, bytes],
      [1, [3, 4, 5, 6]],
      [1, 'last'],
    ])
  })

  test('carries five megabytes of each and a thousand messages in order', async () => {
    const { page } = await echoing()
    const [same, sameBytes, order] = await page.evaluate<[boolean, boolean, string[]]>(`(async () => {
      const text = '台帳'.repeat(5_000_000 / 6)
      const bytes = new Uint8Array(5_000_000).map((_, at) => (at * 31) % 251)
      const before = [await echo.digest(new TextEncoder().encode(text)), await echo.digest(bytes)]
      echo.send(text, bytes)
      const after = await echo.digests(2)
      echo.send(...Array.from({ length: 1000 }, (_, at) => String(at)))
      return [before[0] === after[0], before[1] === after[1], await echo.received(1000)]
    })()`)
    expect([same, sameBytes]).toEqual([true, true])
    expect(order).toEqual(Array.from({ length: 1000 }, (_, at) => String(at)))
  })

  test('does not deliver a port that was closed on its way', async () => {
    const { page } = await echoing()
    // In one turn of the page, so that no message arrives in between.
    await page.evaluate(`(({ open, close, load }) => {
      open(2, load)
      open(3, load)
      close()
      open(4, load)
    })(daichoBridge)`)
    expect(
      await page.evaluate(`echo.untilPorts(2).then(() => { echo.send('here'); return echo.received(1) })`),
    ).toEqual(['here'])
    expect(await page.evaluate('echo.ports()')).toEqual([true, false])
  })

  test('a port that was meant for the load before the reload does not take the place of this one’s', async () => {
    const { page } = await echoing()
    const before = await page.evaluate<string>('daichoBridge.load')
    await page.reload()
    await page.evaluate('echo.untilPorts(1)')
    await page.evaluate(`daichoBridge.open(7, ${JSON.stringify(before)})`)
    expect(await page.evaluate(`echo.send('here'); echo.received(1)`)).toEqual(['here'])
    expect(await page.evaluate('echo.ports()')).toEqual([false])
  })

  test('hands out a fresh port after a reload, and nothing of the old one arrives at it', async () => {
    const { page, bridge, loads, heard } = await echoing()
    await page.reload()
    await page.evaluate('echo.untilPorts(1)')
    expect(loads()).toBe(2)
    bridge.send(1, 'for the page before')
    expect(await page.evaluate(`echo.send('new'); echo.received(1)`)).toEqual(['new'])
    expect(heard).toEqual([[2, 'new']])
  })

  test('closes the port of the page and opens another', async () => {
    const { page, bridge } = await echoing()
    bridge.close()
    await page.evaluate('echo.untilClosed(0)')
    bridge.open(7)
    expect(
      await page.evaluate(`echo.untilPorts(2).then(() => { echo.send('again'); return echo.received(1) })`),
    ).toEqual(['again'])
    expect(await page.evaluate('echo.ports()')).toEqual([true, false])
  })

  test('leaves nothing behind by which the page could send past its port', async () => {
    const { page } = await echoing()
    expect(
      await page.evaluate('[typeof window.daichoSend, Object.keys(window).filter((name) => /daicho/.test(name))]'),
    ).toEqual(['undefined', []])
  })

  test('does not hear a frame, another page of the context, or another address', async () => {
    const { page, context, heard, loads } = await echoing()
    // As far as the browser is concerned these hold the binding; only its other end can tell them apart.
    const say = `(globalThis.daichoSend?.({ port: 1, text: 'foreign' }) ?? Promise.resolve()).then(() => globalThis.daichoSend?.({ loaded: true })).then(() => typeof globalThis.daichoSend)`
    await context.route('https://other.invalid/**', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<h1>other</h1>' }),
    )
    const other = await context.newPage()
    await other.goto('https://other.invalid/')
    expect(await other.evaluate(say)).toBe('function')
    const framed = await context.newPage()
    await context.route('https://frame.invalid/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<iframe src="https://other.invalid/"></iframe>' }),
    )
    await framed.goto('https://frame.invalid/')
    const [, frame] = framed.frames()
    expect(await frame?.evaluate(say)).toBe('function')
    // The window's own page, led elsewhere.
    await page.goto('https://other.invalid/')
    expect(await page.evaluate(say)).toBe('function')
    expect(heard).toEqual([])
    expect(loads()).toBe(1)
  })

  test('does not hear what is no message, from whomever', async () => {
    const keep = `Object.defineProperty(window, 'daichoSend', { configurable: true, set(value) {
      window.kept = value
      Object.defineProperty(window, 'daichoSend', { configurable: true, value })
    } })`
    const { page, heard, loads } = await echoing({ before: (context) => context.addInitScript(keep) })
    // A script that got hold of the binding before the page's half took it away.
    await page.evaluate(`Promise.all([null, 3, 'text', [], {}, { port: '1', text: 'a' }, { port: 1 }, { port: 1, text: 3 },
      { port: 1.5, base64: '' }, { loaded: 1 }].map((said) => window.kept(said)))`)
    expect([heard, loads()]).toEqual([[], 1])
    await page.evaluate(`window.kept({ port: 1, text: 'a message' })`)
    expect(heard).toEqual([[1, 'a message']])
  })
})

/** The application in a browser without a window, on a page of our own that holds the window's connection. */
async function application(options: { open?: string } = {}): Promise<{ application: Application; profile: string }> {
  const assets = temporaryFolder()
  await writeConnectionPage(assets)
  const profile = join(temporaryFolder(), 'profile')
  const opened = await openApplication({ browser, assets, profile, language: 'ja', headless: true, ...options })
  onTestFinished(() => opened.close())
  return { application: opened, profile }
}

function aRegister(): string {
  const file = join(temporaryFolder(), 'own.daicho')
  newRegister(file, realSurroundings(v7, 'tester'), {
    language: 'ja',
    name: { ja: '試験商事', en: 'Test Trading' },
    from: '2026-04-01',
  })
  return file
}

describe('the application', () => {
  test('answers the window through the register process, in the language of the person', async () => {
    const { application: opened, profile } = await application({ open: aRegister() })
    const { page } = opened
    const status = await page.evaluate(() => window.connection.client.file.status())
    expect([status.shell, status.language, status.register?.fileName, status.register?.readOnly]).toEqual([
      'chromium',
      'ja',
      'own.daicho',
      null,
    ])
    const created = await page.evaluate(() =>
      window.connection.client.person.create({ name: { ja: '髙橋 誠', en: null }, reading: 'たかはし まこと' }),
    )
    expect(created.code).toBe('PSN-0001')
    await page.evaluate(() => window.connection.client.display.set({ language: 'en' }))
    expect(readdirSync(profile)).toContain('preferences.json')
    await opened.close()

    const again = await openApplication({
      browser,
      assets: await connectionPage(),
      profile,
      language: 'ja',
      headless: true,
    })
    onTestFinished(() => again.close())
    const remembered = await again.page.evaluate(() => window.connection.client.file.status())
    expect(remembered.language).toBe('en')
  })

  test('gives a reloaded page a fresh port to the same register', async () => {
    const {
      application: { page, registerProcessId },
    } = await application({ open: aRegister() })
    const before = registerProcessId()
    await page.reload()
    const status = await page.evaluate(() => window.connection.client.file.status())
    expect(status.register?.fileName).toBe('own.daicho')
    expect(await page.evaluate(() => window.ports)).toBe(1)
    expect(registerProcessId()).toBe(before)
  })

  test('tells the window when the register process is gone, and brings a new one', async () => {
    const {
      application: { page, registerProcessId },
    } = await application({ open: aRegister() })
    await page.evaluate(() => window.connection.client.file.status())
    const before = registerProcessId() ?? 0
    // Calls under way and calls made at any moment after it either end well or are refused by our own code; none hangs.
    const calling = await page.evaluateHandle(() => {
      const callOn = async () => {
        const codes = new Set<string>()
        while (!window.states.includes('lost') || window.connection.state !== 'ready')
          try {
            await window.connection.client.file.status()
          } catch (error) {
            codes.add(window.codeOf(error))
            // A refusal comes at once: the page must get its turn to be handed a port.
            await new Promise(requestAnimationFrame)
          }
        return [...codes]
      }
      return { codes: callOn() }
    })
    process.kill(before, 'SIGKILL')
    expect(await calling.evaluate(({ codes }) => codes)).toEqual(['CONNECTION_LOST'])
    expect(await page.evaluate(() => window.states)).toEqual(['connecting', 'ready', 'lost', 'ready'])
    expect(registerProcessId()).not.toBe(before)
    // The new process goes on with the same file: the lease of the one that died is taken over.
    const status = await page.evaluate(() => window.connection.client.file.status())
    expect([status.register?.fileName, status.register?.readOnly]).toEqual(['own.daicho', null])
  })

  test('refuses a file that it cannot open and goes on without one', async () => {
    const {
      application: { page },
    } = await application({ open: join(temporaryFolder(), 'missing.daicho') })
    const status = await page.evaluate(() => window.connection.client.file.status())
    expect(status.register).toBeNull()
  })

  test('is over when its page is closed, and leaves nothing running and nothing behind', async () => {
    const { application: opened } = await application({ open: aRegister() })
    await opened.page.evaluate(() => window.connection.client.file.status())
    const registerProcess = opened.registerProcessId() ?? 0
    await opened.close()
    expect(() => process.kill(registerProcess, 0)).toThrow('ESRCH')
  })

  test('closes windows that open, and lets nothing but its own files in', async () => {
    const {
      application: { page },
    } = await application()
    const context = page.context()
    const opened = context.waitForEvent('page')
    await page.evaluate(() => {
      window.open('https://www.meti.go.jp/')
    })
    const other = await opened
    if (!other.isClosed()) await other.waitForEvent('close')
    expect(context.pages()).toEqual([page])
    const outcomes = await page.evaluate(async () => {
      const outcome = (address: string) =>
        fetch(address).then(
          (response) => response.status,
          () => 'refused',
        )
      return [
        await outcome('./index.css'),
        await outcome('./print-job.json'),
        await outcome('./../../etc/passwd'),
        await outcome('https://example.com/'),
        await outcome('data:text/plain,a'),
      ]
    })
    expect(outcomes).toEqual([200, 404, 404, 'refused', 'refused'])
  })

  test.each([
    ['another site', 'https://example.com/'],
    ['a file of this computer', 'file:///etc/hostname'],
    ['a page in its own address', 'data:text/html,other'],
    ['a page that there is not', `${chromiumOrigin}/nothing`],
  ])('stays where it is when it is led to %s', async (_where, address) => {
    const {
      application: { page },
    } = await application()
    const loaded: string[] = []
    page.on('domcontentloaded', (there) => loaded.push(there.url()))
    // Answered, or not even asked for: then the browser says so in its console.
    const refused = Promise.race([
      page.waitForEvent('requestfinished'),
      page.waitForEvent('requestfailed'),
      page.waitForEvent('console'),
    ])
    await page.evaluate((there) => {
      location.href = there
    }, address)
    await refused
    expect(await page.evaluate(() => window.connection.client.file.status())).toMatchObject({ register: null })
    expect({ loaded, url: page.url() }).toEqual({ loaded: [], url: `${chromiumOrigin}/index.html` })
  })

  test('has nothing to go back to: the page that a window begins with is forgotten', async () => {
    const {
      application: { page },
    } = await application()
    expect(await page.evaluate(() => history.length)).toBe(1)
    expect(await page.goBack()).toBeNull()
    expect(page.url()).toBe(`${chromiumOrigin}/index.html`)
  })

  test('is not replaced by a file that is dropped on it; text may be dropped as ever', async () => {
    const {
      application: { page },
    } = await application()
    const prevented = await page.evaluate(() => {
      const drop = (fill: (transfer: DataTransfer) => void) => {
        const dataTransfer = new DataTransfer()
        fill(dataTransfer)
        return ['dragover', 'drop'].map(
          (kind) =>
            !document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true })),
        )
      }
      return {
        file: drop((transfer) => transfer.items.add(new File(['a'], 'a.csv'))),
        text: drop((transfer) => {
          transfer.setData('text/plain', 'a')
        }),
      }
    })
    expect(prevented).toEqual({ file: [true, true], text: [false, false] })
  })
})

async function connectionPage(): Promise<string> {
  const assets = temporaryFolder()
  await writeConnectionPage(assets)
  return assets
}

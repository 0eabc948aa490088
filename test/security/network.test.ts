/** Nothing leaves the machine and nothing listens on it: watched in the browser's own network log and in the kernel's tables. */
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openApplication } from '#electron/chromium/application.ts'
import { type Browser, findBrowser } from '#electron/chromium/find-browser.ts'
import { launchOptions, quietArguments } from '#electron/chromium/launch-options.ts'
import { ChromiumPrinter, printWithChromium } from '#electron/chromium/print.ts'
import { temporaryFolder } from '#test/support/register.ts'
import { attemptsIn, listening, processTree, watched } from '#test/support/network.ts'
import { writeConnectionPage, writePage } from '#test/support/small-page.ts'

// The kernel's tables are read where Linux has them, and the browser is started by a shell script.
const onLinux = test.skipIf(process.platform !== 'linux')

let browser: Browser

beforeAll(async () => {
  browser = await findBrowser()
}, 120_000)

const readyAtOnce = `document.documentElement.dataset.packReady = 'true'`

describe('the browser', () => {
  onLinux('looks nobody up and sends nothing over a whole run with a print', { timeout: 60_000 }, async () => {
    const assets = temporaryFolder()
    await writeConnectionPage(assets)
    writePage(assets, { name: 'print', body: '<h1>台帳</h1>', script: readyAtOnce })
    const shown = watched(browser, temporaryFolder())
    const application = await openApplication({
      browser: shown.browser,
      assets,
      profile: join(temporaryFolder(), 'profile'),
      language: 'ja',
      headless: true,
    })
    onTestFinished(() => application.close())
    const { page } = application
    const status = await page.evaluate(() => window.connection.client.file.status())
    expect(status.shell).toBe('chromium')
    // What a page that was taken over would try.
    await page.evaluate(async () => {
      await fetch('https://www.meti.go.jp/').catch(() => undefined)
      new Image().src = 'https://www.soumu.go.jp/a.png'
      const link = document.createElement('link')
      link.rel = 'dns-prefetch'
      link.href = 'https://www.ipa.go.jp/'
      document.head.append(link)
      navigator.sendBeacon('https://www.ppc.go.jp/', 'a')
    })
    await page.goto('https://www.meti.go.jp/').catch(() => undefined)
    await application.close()

    const printer = watched(browser, temporaryFolder())
    const job = { kind: 'pack', model: null, language: 'ja', title: '台帳' } as const
    const pdf = await printWithChromium(job, { assets, browser: printer.browser })
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')

    for (const { log } of [shown, printer]) {
      expect(existsSync(log)).toBe(true)
      const { lookedUp, sent, events } = attemptsIn(log)
      expect({ lookedUp, sent }).toEqual({ lookedUp: [], sent: [] })
      expect(events).toBeGreaterThan(0)
    }
  })

  onLinux('would be seen if it did: the log names a host where the rules are left out', async () => {
    const { browser: seen, log } = watched(browser, temporaryFolder())
    const { chromium } = await import('playwright-core')
    const launched = await chromium.launch({
      ...launchOptions(seen),
      headless: true,
      args: quietArguments.filter((each) => !each.startsWith('--host-resolver-rules')),
    })
    const page = await launched.newPage()
    await page.goto('http://name-that-nobody-has.invalid/').catch(() => undefined)
    await launched.close()
    expect(attemptsIn(log).lookedUp).toContain('http://name-that-nobody-has.invalid')
  })
})

describe('ports', () => {
  onLinux('nothing of the application listens while it runs', async () => {
    const assets = temporaryFolder()
    await writeConnectionPage(assets)
    writePage(assets, { name: 'print', body: '<h1>台帳</h1>', script: readyAtOnce })
    const before = listening(processTree(process.pid))
    const application = await openApplication({
      browser,
      assets,
      profile: join(temporaryFolder(), 'profile'),
      language: 'ja',
      headless: true,
    })
    onTestFinished(() => application.close())
    await application.page.evaluate(() => window.connection.client.file.status())
    const printer = await ChromiumPrinter.start({ assets, browser })
    onTestFinished(() => printer.close())
    await printer.print({ kind: 'pack', model: null, language: 'ja', title: '台帳' })
    const tree = processTree(process.pid)
    // Both browsers and the register process are among them.
    expect(tree).toContain(application.registerProcessId())
    expect(tree.length).toBeGreaterThan(6)
    expect(listening(tree)).toEqual(before)
  })

  onLinux('would be seen if it did', async () => {
    const before = listening([process.pid])
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      server.close()
    })
    const { port } = server.address() as { port: number }
    const now = listening([process.pid]).filter((address) => !before.includes(address))
    expect(now).toEqual([`tcp 0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`])
  })
})

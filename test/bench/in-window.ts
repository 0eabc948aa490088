/** The application in a headless browser, over a register of a given size, with the list of systems on the screen. */
import type { Page } from 'playwright-core'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { openApplication } from '#electron/chromium/application.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { registerOf } from './registers.ts'

/** Long enough for a machine on which much else runs: what takes so long is printed, not thrown away. */
const patience = 120_000

export async function inWindow<Result>(count: number, work: (page: Page) => Promise<Result>): Promise<Result> {
  await ensureBuilt({ what: ['main', 'renderer'], report: process.stderr })
  const register = registerOf(count)
  const { file } = register
  register.close()
  const application = await openApplication({
    browser: await findBrowser(),
    assets: builtFolder('renderer'),
    profile: `${file}-profile`,
    language: 'ja',
    open: file,
    headless: true,
  })
  try {
    const { page } = application
    page.setDefaultTimeout(patience)
    await page.locator('.frame').waitFor()
    await page.evaluate(() => {
      location.hash = '/system'
    })
    await page.locator('.record-grid tbody .code').first().waitFor()
    return await work(page)
  } finally {
    await application.close()
  }
}

/** What a condition of the page looks at: run in the page, so it may use nothing that stands around it. */
export type Holds = (before: string) => boolean

/** In the page: from the next key to the frame in which the condition holds. Left there for `spent` to ask for. */
function watchNextKey(holds: Holds, before: string): void {
  const page = globalThis as { benchSpent?: Promise<number> }
  page.benchSpent = new Promise((resolve) => {
    const begin = () => {
      const start = performance.now()
      const look = () => {
        if (holds(before)) resolve(performance.now() - start)
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }
    document.addEventListener('keydown', begin, { capture: true, once: true })
  })
}

/** In the page: from the act to the frame in which the condition holds. */
function watchAct(act: (() => void) | null, holds: Holds, before: string): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now()
    act?.()
    const look = () => {
      if (holds(before)) requestAnimationFrame(() => resolve(performance.now() - start))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

/** Sent as text: the page's own policy lets nothing be made of text inside it. */
const inPage = <Result>(page: Page, work: (...given: never[]) => Result | Promise<Result>, given: readonly unknown[]) =>
  page.evaluate<Result>(
    `(${work.toString()})(${given.map((each) => (typeof each === 'function' ? each.toString() : JSON.stringify(each))).join(', ')})`,
  )

/** Milliseconds from the press of a key, as the page hears it, to the frame that shows what it leads to. */
export async function fromKey(page: Page, key: string, holds: Holds, before = ''): Promise<number> {
  // It listens before the key is sent: the two go different ways into the page, and the key may be the faster one.
  await inPage(page, watchNextKey, [holds, before])
  await page.keyboard.press(key)
  return page.evaluate<number>('globalThis.benchSpent')
}

/** The same from an act in the page: a click, a jump, a paste. */
export function fromAct(page: Page, act: () => void, holds: Holds, before = ''): Promise<number> {
  return inPage(page, watchAct, [act, holds, before])
}

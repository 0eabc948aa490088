/**
 * The window over a list of 1,000 and of 100,000 systems: how long a page takes to be on the screen after a jump, a sort and a
 * condition, and how much memory the page holds after the list was scrolled through from one end to the other.
 */
import { basename, join } from 'node:path'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { openApplication } from '#electron/chromium/application.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { median, milliseconds, printRows, ratio } from './measure.ts'
import { benchFolder, registerOf } from './registers.ts'

const megabytes = (value: number) => `${(value / 1e6).toFixed(1)} MB`

interface Seen {
  readonly jump: number
  readonly narrow: number
  readonly sort: number
  readonly heapBefore: number
  readonly heapAfter: number
  readonly elements: number
}

async function look(count: number): Promise<Seen> {
  const register = registerOf(count)
  const { file } = register
  register.close()
  const application = await openApplication({
    browser: await findBrowser(),
    assets: builtFolder('renderer'),
    profile: join(benchFolder, `${basename(file)}-profile`),
    language: 'ja',
    open: file,
    headless: true,
  })
  try {
    const { page } = application
    const session = await page.context().newCDPSession(page)
    await page.locator('.frame').waitFor()
    await page.evaluate(() => {
      location.hash = '/system'
    })
    await page.locator('.record-grid tbody .code').first().waitFor()
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage')
      const { usedSize } = await session.send('Runtime.getHeapUsage')
      return usedSize
    }
    /** From an act in the page until rows stand there that were not there before: in the page's own clock. */
    const painted = (act: 'jump' | 'narrow' | 'sort', share = 0) =>
      page.evaluate(
        async ([what, part]) => {
          const grid = document.querySelector('.record-grid')
          const rows = () => document.querySelector('.record-grid tbody')?.textContent ?? ''
          const before = rows()
          const start = performance.now()
          if (what === 'jump') grid?.scrollTo({ top: grid.scrollHeight * part })
          if (what === 'sort') document.querySelector<HTMLElement>('th[data-column="name"] .heading-button')?.click()
          if (what === 'narrow') document.querySelectorAll<HTMLElement>('.view-tab')[part === 0 ? 0 : 2]?.click()
          const isThere = () => {
            const now = rows()
            return now !== before && !now.includes('読み込み中')
          }
          while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve))
          await new Promise((resolve) => requestAnimationFrame(resolve))
          return performance.now() - start
        },
        [act, share] as const,
      )
    const heapBefore = await heap()
    const jumps: number[] = []
    for (let step = 1; step <= 20; step += 1) jumps.push(await painted('jump', (step % 20) / 20 + 0.01))
    const heapAfter = await heap()
    const elements = await page.evaluate(() => document.querySelectorAll('*').length)
    const sorts: number[] = []
    for (let turn = 0; turn < 4; turn += 1) sorts.push(await painted('sort'))
    const narrows: number[] = []
    for (let turn = 1; turn <= 4; turn += 1) narrows.push(await painted('narrow', turn % 2))
    return {
      jump: median(jumps),
      sort: median(sorts),
      narrow: median(narrows),
      heapBefore,
      heapAfter,
      elements,
    }
  } finally {
    await application.close()
  }
}

export async function benchWindow(): Promise<void> {
  await ensureBuilt({ what: ['main', 'renderer'], report: process.stderr })
  const small = await look(1_000)
  const large = await look(100_000)
  const both = (of: (seen: Seen) => number, as: (value: number) => string) => `${as(of(small))} / ${as(of(large))}`
  printRows('the window over 1,000 / 100,000 systems', [
    { what: 'a jump in the list, until its rows are painted', figure: both(({ jump }) => jump, milliseconds) },
    { what: 'another sort, until its rows are painted', figure: both(({ sort }) => sort, milliseconds) },
    { what: 'another view, until its rows are painted', figure: both(({ narrow }) => narrow, milliseconds) },
    { what: 'memory of the page with the list', figure: both(({ heapBefore }) => heapBefore, megabytes) },
    {
      what: 'memory after scrolling from end to end',
      figure: `${both(({ heapAfter }) => heapAfter, megabytes)} (${ratio(large.heapAfter, small.heapAfter)})`,
    },
    { what: 'elements in the page', figure: both(({ elements }) => elements, String) },
  ])
}

/**
 * From the press of a key to the frame in which the row it leads to is drawn, in the window itself: at 100,000 records and at
 * 1,000. A frame takes 16.7 ms at least, and half of one passes before it begins.
 */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { openApplication } from '#electron/chromium/application.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { median, milliseconds, printRows, ratio } from './measure.ts'
import { benchFolder, registerOf } from './registers.ts'

const keys = ['ArrowDown', 'ArrowRight', 'Shift+ArrowDown', 'PageDown', 'Control+End', 'Control+Home'] as const
type Key = (typeof keys)[number]
const presses = 12

/** The time to the frame in which the active cell has moved and its row shows its code, for some presses of a key. */
async function pressed(page: Page, key: Key): Promise<number> {
  const times: number[] = []
  for (let count = 0; count < presses; count += 1) {
    // The way back, so that the key has somewhere to lead to: not counted.
    if (key === 'Control+End') await page.keyboard.press('Control+Home')
    if (key === 'Control+Home') await page.keyboard.press('Control+End')
    if (key === 'ArrowRight') await page.keyboard.press('Home')
    const spent = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const far = () =>
            [...document.querySelectorAll('tbody [aria-selected="true"][data-column], tbody [data-active="true"]')]
              .map((cell) => `${cell.closest('tr')?.dataset.index ?? ''},${(cell as HTMLElement).dataset.column ?? ''}`)
              .join(' ')
          const before = far()
          document.addEventListener(
            'keydown',
            () => {
              const start = performance.now()
              const look = () => {
                const row = document.querySelector('tbody [data-active="true"]')?.closest('tr')
                const drawn = row?.querySelector('.code')?.textContent
                if (far() !== before && drawn !== undefined && drawn !== '') resolve(performance.now() - start)
                else requestAnimationFrame(look)
              }
              requestAnimationFrame(look)
            },
            { capture: true, once: true },
          )
        }),
    )
    await page.keyboard.press(key)
    times.push(await spent)
  }
  return median(times)
}

async function timesAt(count: number): Promise<Readonly<Record<Key, number>>> {
  registerOf(count).close()
  const application = await openApplication({
    browser: await findBrowser(),
    assets: builtFolder('renderer'),
    profile: join(benchFolder, `profile-${String(count)}`),
    language: 'ja',
    open: join(benchFolder, `systems-${String(count)}.daicho`),
    headless: true,
  })
  try {
    const { page } = application
    await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 120_000 })
    await page.evaluate(() => {
      location.hash = '/system'
    })
    const first = page.locator('tr[data-index="0"] [data-column="2"]')
    await first.click({ timeout: 120_000 })
    const times: Partial<Record<Key, number>> = {}
    for (const key of keys) {
      await page.keyboard.press('Control+Home')
      await page.keyboard.press('ArrowRight')
      times[key] = await pressed(page, key)
    }
    return times as Record<Key, number>
  } finally {
    await application.close()
  }
}

export async function benchKeys(): Promise<void> {
  await ensureBuilt({ what: ['main', 'renderer'], report: process.stderr })
  const few = await timesAt(1_000)
  const many = await timesAt(100_000)
  printRows(
    'From a key to the drawn row, at 100,000 records (at 1,000)',
    keys.map((key) => ({
      what: key,
      figure: `${milliseconds(many[key])} (${milliseconds(few[key])}), ratio ${ratio(many[key], few[key])}`,
      aim: '≤ 1.5 ×, ≤ 50 ms',
    })),
  )
}

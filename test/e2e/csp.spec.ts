/**
 * The policy of the page holds in the whole window: every screen is opened, everything on it that opens something is
 * pressed, and the browser has nothing to refuse. (Both languages and themes: `every-screen.spec.ts` listens too.)
 */
import type { Page } from '@playwright/test'
import { chromiumOrigin } from '#electron/assets.ts'
import { expect, goTo, openSample, test } from '#test/support/window.ts'

const screens = [
  '/',
  '/accountability',
  '/system',
  '/system/new',
  '/risk',
  '/risk/new',
  '/control',
  '/evidence',
  '/action',
  '/acceptance',
  '/post',
  '/person',
  '/unit',
  '/settings',
  '/import',
  '/pack',
  '/pack/draft',
  '/quality/DQ-18',
  '/log',
]
const nouns = ['system', 'risk', 'control', 'action', 'post', 'person'] as const

declare global {
  interface Window {
    refusedByPolicy?: string[]
  }
}

/** Loads the page once more, listening before anything of its own runs. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.refusedByPolicy = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      window.refusedByPolicy?.push(`${effectiveDirective} ${blockedURI} ${sample} at ${location.hash}`)
    })
  })
  await page.reload()
}

/** What the browser has refused until now; reports wait for a task of their own, which a second frame follows. */
function refused(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.refusedByPolicy ?? ['not listening'])))
      }),
  )
}

/** A list of choices inside a dialog takes the first Escape for itself. */
async function closeAll(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').filter({ visible: true }).count()).toBe(0)
  }).toPass()
}

/** Presses each button of an area that opens something, and closes again what it opened. */
async function openEverything(page: Page, area: string): Promise<void> {
  const path = await page.evaluate(() => location.hash.slice(1))
  // Rows repeat each other; forms are sent elsewhere; another language would leave the test without its words.
  const buttons = page.locator(
    `${area} button:not([type='submit']):not(tbody button):not(.display-choices button):not([disabled])`,
  )
  for (let index = 0; index < (await buttons.count()); index += 1) {
    const button = buttons.nth(index)
    if (!(await button.isVisible())) continue
    // A dialog that the register was asked for first may open after its button was left: it is closed, and pressed anew.
    await expect(async () => {
      await closeAll(page)
      await button.click({ timeout: 5_000 })
    }).toPass()
    await closeAll(page)
    if ((await page.evaluate(() => location.hash.slice(1))) !== path) {
      await goTo(page, path)
      await page.locator(area).waitFor()
    }
  }
}

test.describe('the window', () => {
  // The one that the test provokes at its end.
  test.use({ expectedRefusals: 1 })
  test('the browser refuses nothing of the window', async ({ page, words }) => {
    test.setTimeout(600_000)
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await listen(page)
    await page.getByRole('button', { name: words('action.newRegister') }).click()
    await page.getByRole('dialog').getByRole('textbox').first().waitFor()
    await page.keyboard.press('Escape')
    await openSample(page, words)

    for (const path of screens)
      await test.step(path, async () => {
        await goTo(page, path)
        await closeAll(page)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        if (path === '/pack/draft') await page.locator('.pack-sheet').first().waitFor({ timeout: 30_000 })
        await openEverything(page, 'main')
      })

    for (const noun of nouns)
      await test.step(noun, async () => {
        await goTo(page, `/${noun}`)
        await page.getByRole('row').nth(2).locator('.code').click()
        await page.getByRole('link', { name: words('action.open'), exact: true }).click()
        await page.getByRole('link', { name: new RegExp(`^${words('app.history')}`) }).waitFor()
        await openEverything(page, 'main')
        const field = page.locator('main').getByRole('combobox').first()
        if ((await field.count()) > 0 && (await field.evaluate((element) => element.tagName)) === 'INPUT') {
          // As above: a dialog that the last button asked the register for may only open now.
          await expect(async () => {
            await closeAll(page)
            await field.click({ timeout: 5_000 })
          }).toPass()
          await page.getByRole('listbox').filter({ visible: true }).waitFor()
          await page.keyboard.press('Escape')
        }
      })

    await test.step('the frame', async () => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: words('app.find') }).fill('SYS-0018')
      await page.getByRole('option', { name: /SYS-0018/ }).waitFor()
      await page.keyboard.press('Escape')
      await page
        .locator('header')
        .getByRole('button', { name: /daicho$/ })
        .click()
      await page.getByRole('menu').waitFor()
      await page.keyboard.press('Escape')
      // Last, since it also changes the language.
      await openEverything(page, 'header')
    })

    expect(await refused(page)).toEqual([])

    // The same ears hear a style that nobody has allowed.
    await page.evaluate(() => {
      const style = document.createElement('style')
      style.append('body { color: red }')
      document.head.append(style)
    })
    expect(await refused(page)).toEqual([expect.stringContaining('style-src-elem inline')])
  })
})

test('the browser refuses nothing of the printed page, even one without a pack', async ({ page }) => {
  await listen(page)
  await page.goto(`${chromiumOrigin}/print.html`)
  await expect(page.locator('html')).toHaveAttribute('data-pack-ready', 'error')
  expect(await refused(page)).toEqual([])
})

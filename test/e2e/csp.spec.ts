/**
 * The policy of the page holds in the whole window: every screen is opened in both themes, everything on it that opens
 * something is pressed, and the browser has nothing to refuse.
 */
import type { Page } from '@playwright/test'
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

/** Kinds of things that were seen open. */
type Opened = Set<string>

async function noteOpened(page: Page, opened: Opened): Promise<void> {
  for (const role of ['dialog', 'menu', 'listbox'] as const)
    if ((await page.getByRole(role).filter({ visible: true }).count()) > 0) opened.add(role)
}

/** Presses each button of an area that opens something, and closes again what it opened. */
async function openEverything(page: Page, area: string, opened: Opened): Promise<void> {
  const path = await page.evaluate(() => location.hash.slice(1))
  // Rows repeat each other; forms are sent elsewhere.
  const buttons = page.locator(`${area} button:not([type='submit']):not(tbody button):not([disabled])`)
  for (let index = 0; index < (await buttons.count()); index += 1) {
    const button = buttons.nth(index)
    if (!(await button.isVisible())) continue
    await button.click()
    await noteOpened(page, opened)
    // A list of choices inside a dialog takes the first Escape for itself.
    await expect(async () => {
      await page.keyboard.press('Escape')
      expect(await page.getByRole('dialog').filter({ visible: true }).count()).toBe(0)
    }).toPass()
    if ((await page.evaluate(() => location.hash.slice(1))) !== path) {
      await goTo(page, path)
      await page.locator(area).waitFor()
    }
  }
}

for (const [language, scheme] of [
  ['ja', 'light'],
  ['en', 'dark'],
] as const) {
  test.describe(`${language}, ${scheme}`, () => {
    test.use({ language })
    test('the browser refuses nothing of the window', async ({ page, words }) => {
      test.setTimeout(300_000)
      const opened: Opened = new Set()
      await page.emulateMedia({ colorScheme: scheme })
      await listen(page)
      await page.getByRole('button', { name: words('action.newRegister') }).click()
      await noteOpened(page, opened)
      await page.keyboard.press('Escape')
      await openSample(page, words)

      for (const path of screens)
        await test.step(path, async () => {
          await goTo(page, path)
          await page.getByRole('heading', { level: 1 }).first().waitFor()
          if (path === '/pack/draft') await page.locator('.pack-sheet').first().waitFor({ timeout: 30_000 })
          await openEverything(page, 'main', opened)
        })

      for (const noun of nouns)
        await test.step(noun, async () => {
          await goTo(page, `/${noun}`)
          await page.getByRole('row').nth(2).click()
          await page.getByRole('link', { name: words('action.open'), exact: true }).click()
          await page.getByRole('link', { name: new RegExp(`^${words('app.history')}`) }).waitFor()
          await openEverything(page, 'main', opened)
          const field = page.locator('main').getByRole('combobox').first()
          if ((await field.count()) > 0 && (await field.evaluate((element) => element.tagName)) === 'INPUT') {
            await field.click()
            await noteOpened(page, opened)
            await page.keyboard.press('Escape')
          }
        })

      await test.step('the frame', async () => {
        await openEverything(page, 'header', opened)
        await page.keyboard.press('Control+k')
        await page.getByRole('combobox', { name: words('app.find') }).fill('SYS-0018')
        await page.getByRole('option', { name: /SYS-0018/ }).waitFor()
        await page.keyboard.press('Escape')
      })

      expect(await refused(page)).toEqual([])
      expect([...opened].sort()).toEqual(['dialog', 'listbox', 'menu'])

      // The same ears hear a style that nobody has allowed.
      await page.evaluate(() => {
        document.head.append(document.createElement('style'))
        document.head.lastElementChild?.append('body { color: red }')
      })
      expect(await refused(page)).toEqual([expect.stringContaining('style-src-elem inline')])
    })
  })
}

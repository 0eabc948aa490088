/**
 * The policy of the page holds in the whole window: every screen is opened, everything on it that opens something is
 * pressed, and the browser has nothing to refuse. (Both languages and themes: `every-screen.spec.ts` listens too.) Every text of
 * the register is markup or a script: in dialogs, menus and cells that are edited it stays the text that it is.
 */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { chromiumOrigin } from '#electron/assets.ts'
import type { Application } from '#electron/chromium/application.ts'
import { acting, hostileRegister } from '#test/support/hostile-window.ts'
import { mark } from '#test/support/marked-register.ts'
import { expect, goTo, startApplication, test } from '#test/support/window.ts'

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

/** Whether a text of the register stands in what is open over the screen, or in what is being typed in. */
function showsMark(page: Page): Promise<boolean> {
  return page.evaluate((of) => {
    const open = [...document.querySelectorAll('[role=dialog], [role=menu], [role=listbox]')]
    const typed = [document.activeElement, ...open.flatMap((each) => [...each.querySelectorAll('input, textarea')])]
    return (
      open.some((each) => each.textContent.includes(of)) ||
      typed.some(
        (each) => (each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement) && each.value.includes(of),
      )
    )
  }, mark)
}

/** Presses each button of an area that opens something, and closes again what it opened. Says how many showed a hostile text. */
async function openEverything(page: Page, area: string): Promise<number> {
  let shown = 0
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
    expect(await acting(page)).toEqual([])
    if (await showsMark(page)) shown += 1
    await closeAll(page)
    if ((await page.evaluate(() => location.hash.slice(1))) !== path) {
      await goTo(page, path)
      await page.locator(area).waitFor()
    }
  }
  return shown
}

/** Goes through the cells of the row in which the keys are, and begins to change each. Says how many held a hostile text. */
async function editCells(page: Page): Promise<number> {
  let shown = 0
  for (let column = 0; column < 6; column += 1) {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F2')
    expect(await acting(page)).toEqual([])
    if (await showsMark(page)) shown += 1
    await page.keyboard.press('Escape')
  }
  return shown
}

/** The window over a register in which every text is markup, listening. */
async function opened(home: string): Promise<Application> {
  const file = join(home, 'hostile.daicho')
  hostileRegister(file)
  const application = await startApplication(home, { language: 'ja', open: file })
  const { page } = application
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await listen(page)
  await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 60_000 })
  return application
}

/** The longest of these tests, in parts, so that both workers share them. */
const parts = 3
for (const part of Array.from({ length: parts }, (_, index) => index))
  test(`the browser refuses nothing of the screens, and nothing typed acts (part ${String(part + 1)} of ${String(parts)})`, async ({
    home,
  }) => {
    test.setTimeout(600_000)
    const application = await opened(home)
    const { page } = application
    for (const path of screens.filter((_, index) => index % parts === part))
      await test.step(path, async () => {
        await goTo(page, path)
        await closeAll(page)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        if (path === '/pack/draft') await page.locator('.pack-sheet').first().waitFor({ timeout: 30_000 })
        await openEverything(page, 'main')
      })
    expect(await refused(page)).toEqual([])
    await application.close()
  })

test('the browser refuses nothing of records, and nothing typed acts, in a cell or in a dialog', async ({
  home,
  words,
}) => {
  test.setTimeout(600_000)
  const application = await opened(home)
  const { page } = application
  const shown = { cells: 0, dialogs: 0 }
  for (const noun of nouns)
    await test.step(noun, async () => {
      await goTo(page, `/${noun}`)
      const row = page.getByRole('row').nth(1)
      await row.locator('.code').click()
      shown.cells += await editCells(page)
      await row.locator('.code').click()
      await page.getByRole('link', { name: words('action.open'), exact: true }).click()
      await page.getByRole('link', { name: new RegExp(`^${words('app.history')}`) }).waitFor()
      shown.dialogs += await openEverything(page, 'main')
      const field = page.locator('main').getByRole('combobox').first()
      if ((await field.count()) > 0 && (await field.evaluate((element) => element.tagName)) === 'INPUT') {
        // A dialog that the last button asked the register for may only open now.
        await expect(async () => {
          await closeAll(page)
          await field.click({ timeout: 5_000 })
        }).toPass()
        await page.getByRole('listbox').filter({ visible: true }).waitFor()
        expect(await acting(page)).toEqual([])
        await page.keyboard.press('Escape')
      }
    })
  expect(await refused(page)).toEqual([])
  // Of each noun at least its name was there to be typed in.
  expect(shown.cells).toBeGreaterThanOrEqual(nouns.length)
  expect(shown.dialogs).toBeGreaterThan(0)
  await application.close()
})

test.describe('the frame', () => {
  // The one that the test provokes at its end.
  test.use({ expectedRefusals: 1 })
  test('the browser refuses nothing around the screens, and says what it refuses', async ({ home, words }) => {
    const application = await opened(home)
    const { page } = application
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: words('app.find') }).fill('SYS-0001')
    await page.getByRole('option', { name: /SYS-0001/ }).waitFor()
    expect(await acting(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page
      .locator('header')
      .getByRole('button', { name: /daicho$/ })
      .click()
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('Escape')
    // Last, since it also changes the language.
    await openEverything(page, 'header')
    expect(await refused(page)).toEqual([])

    // The same ears hear a style that nobody has allowed.
    await page.evaluate(() => {
      const style = document.createElement('style')
      style.append('body { color: red }')
      document.head.append(style)
    })
    expect(await refused(page)).toEqual([expect.stringContaining('style-src-elem inline')])
    await application.close()
  })
})

test('the browser refuses nothing of the printed page, even one without a pack', async ({ page }) => {
  await listen(page)
  await page.goto(`${chromiumOrigin}/print.html`)
  await expect(page.locator('html')).toHaveAttribute('data-pack-ready', 'error')
  expect(await refused(page)).toEqual([])
})

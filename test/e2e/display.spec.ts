/** Language, theme, size and motion: chosen with and without a register, at once, and still so after a restart. */
import type { Page } from '@playwright/test'
import { translate } from '#shared/locales/translate.ts'
import { expect, makeRegister, startApplication, test } from '#test/support/window.ts'

/** What the window is like, as its styles see it. */
function shown(page: Page) {
  return page.evaluate(() => ({
    language: document.documentElement.lang,
    theme: document.documentElement.dataset['mantineColorScheme'],
    width: document.querySelector<HTMLElement>('#root')?.offsetWidth,
    motion: document.documentElement.dataset['motion'],
  }))
}

test('chosen on the first screen they take effect at once, and are there again after a restart', async ({ home }) => {
  const [ja, en] = [translate('ja'), translate('en')]
  const application = await startApplication(home, { language: 'ja' })
  const { page } = application
  await page.setViewportSize({ width: 1500, height: 900 })
  await page.getByRole('button', { name: ja('display.title') }).click()
  const choose = (group: string, name: string) =>
    page.getByRole('dialog').getByRole('group', { name: group }).getByRole('button', { name }).click()
  await choose(ja('display.theme'), ja('display.dark'))
  await expect.poll(() => shown(page)).toEqual({ language: 'ja', theme: 'dark', width: 1500, motion: 'system' })
  await choose(ja('display.zoom'), '150 %')
  await choose(ja('display.motion'), ja('display.reduced'))
  await choose(ja('display.language'), 'English')
  const chosen = { language: 'en', theme: 'dark', width: 1000, motion: 'reduced' }
  await expect.poll(() => shown(page)).toEqual(chosen)
  await expect(page.getByRole('dialog').getByText(en('display.kept'))).toBeVisible()
  await application.close()

  const again = await startApplication(home, { language: 'ja' })
  try {
    await again.page.setViewportSize({ width: 1500, height: 900 })
    await expect(again.page.getByRole('heading', { level: 1 })).toHaveText(en('start.title'))
    await expect.poll(() => shown(again.page)).toEqual(chosen)
    await again.page.getByRole('button', { name: en('display.title') }).click()
    const system = again.page.getByRole('button', { name: en('display.system') })
    await system.first().click()
    await expect.poll(() => shown(again.page)).toEqual({ ...chosen, language: 'ja' })
  } finally {
    await again.close()
  }
})

test('with the keys, in steps and not beyond the ends; menus stand where they belong at 200 %', async ({
  page,
  words,
}) => {
  await page.setViewportSize({ width: 1440, height: 940 })
  await makeRegister(page, words, '試験商事')
  const width = () => page.evaluate(() => document.querySelector<HTMLElement>('#root')?.offsetWidth)
  await page.keyboard.press('Control+Minus')
  await expect.poll(width).toBe(1600)
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Control+Minus')
  await expect.poll(width).toBe(1800)
  await page.keyboard.press('Control+0')
  await expect.poll(width).toBe(1440)
  for (let press = 0; press < 8; press += 1) await page.keyboard.press('Control+=')
  await expect.poll(width).toBe(720)
  const name = page.getByRole('button', { name: '台帳.daicho' })
  await name.click()
  const menu = page.getByRole('menu')
  await expect(menu).toBeVisible()
  const [button, dropdown] = [await name.boundingBox(), await menu.boundingBox()]
  if (button === null || dropdown === null) throw new Error('nothing to measure')
  expect(Math.abs(dropdown.x - button.x)).toBeLessThan(40)
  expect(dropdown.y - (button.y + button.height)).toBeGreaterThanOrEqual(0)
  expect(dropdown.y - (button.y + button.height)).toBeLessThan(40)
  await page.getByRole('menuitem', { name: words('nav.settings') }).click()
  await page
    .getByRole('group', { name: words('display.zoom') })
    .getByRole('button', { name: '100 %' })
    .click()
  await expect.poll(width).toBe(1440)
})

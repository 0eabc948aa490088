import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, goTo, openSample, test } from '#test/support/window.ts'

const screens = [
  '/',
  '/accountability',
  '/system',
  '/system/new',
  '/risk',
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

/** Serious and critical findings of the screen, as readable lines. */
async function heavyFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
}

for (const [language, scheme] of [
  ['ja', 'light'],
  ['en', 'dark'],
] as const) {
  test.describe(`${language}, ${scheme}`, () => {
    test.use({ language })
    test('no screen has a serious fault of access, and none breaks the policy of the page', async ({ page, words }) => {
      test.setTimeout(180_000)
      const refused: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') refused.push(message.text())
      })
      page.on('pageerror', (error) => refused.push(error.message))
      await page.emulateMedia({ colorScheme: scheme })
      expect(await heavyFindings(page)).toEqual([])
      await openSample(page, words)
      for (const path of screens) {
        await goTo(page, path)
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
        if (path === '/pack/draft') await page.locator('.pack-sheet').first().waitFor({ timeout: 30_000 })
        await test.step(path, async () => expect(await heavyFindings(page)).toEqual([]))
      }
      for (const noun of ['system', 'risk', 'control', 'action', 'post'] as const) {
        await goTo(page, `/${noun}`)
        await page.getByRole('row').nth(2).click()
        await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor()
        await test.step(`${noun} panel`, async () => expect(await heavyFindings(page)).toEqual([]))
        await page.getByRole('link', { name: words('action.open'), exact: true }).click()
        await page.getByRole('link', { name: new RegExp(`^${words('app.history')}`) }).waitFor()
        await test.step(`${noun} page`, async () => expect(await heavyFindings(page)).toEqual([]))
      }
      expect(refused).toEqual([])
    })
  })
}

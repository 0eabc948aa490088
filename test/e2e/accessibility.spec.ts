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
  '/intake',
  '/intake/new',
  '/handover',
  '/work',
  '/work/person',
  '/work/calendar',
  '/work/letters',
  '/settings',
  '/import',
  '/pack',
  '/pack/draft',
  '/log',
  '/manual',
  '/manual/import',
]

/** Serious and critical findings of the screen, as readable lines. All in one page: the shell closes any other. */
async function heavyFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
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
      const found: Record<string, string[]> = {}
      const look = async (name: string) => {
        const findings = await heavyFindings(page)
        if (findings.length > 0) found[name] = findings
      }
      await look('start')
      await openSample(page, words)
      for (const path of screens) {
        await goTo(page, path)
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
        if (path === '/pack/draft') await page.locator('.pack-sheet').first().waitFor({ timeout: 30_000 })
        await look(path)
      }
      for (const noun of ['system', 'risk', 'control', 'action', 'post'] as const) {
        await goTo(page, `/${noun}`)
        await page.getByRole('row').nth(2).locator('.code').click()
        await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor()
        await look(`${noun} panel`)
        await page.getByRole('link', { name: words('action.open'), exact: true }).click()
        await page.getByRole('link', { name: new RegExp(`^${words('app.history')}`) }).waitFor()
        await look(`${noun} page`)
      }
      expect({ found, refused }).toEqual({ found: {}, refused: [] })
    })
  })
}

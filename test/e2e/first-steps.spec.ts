/** A newcomer with nothing but the first screen: how many actions it takes to hold the sample's pack in hand. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expect, test } from '#test/support/window.ts'

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language, buildsSample: true })

    test("the sample's PDF in at most eight actions, without typing", async ({ page, home, words }) => {
      test.setTimeout(180_000)
      let actions = 0
      const press = async (what: Locator) => {
        actions += 1
        await what.click({ timeout: 60_000 })
      }
      await press(page.getByRole('button', { name: words('action.openSample') }))
      await press(page.getByRole('navigation').getByRole('link', { name: words('nav.pack') }))
      await press(page.getByRole('link', { name: 'PACK-2026Q2' }).first())
      await press(page.getByRole('button', { name: words('action.writeBundle') }))
      await press(page.getByRole('dialog').getByRole('button', { name: words('action.chooseFolder') }))
      await press(page.getByRole('dialog').getByRole('button', { name: words('action.useThisFolder') }))
      await expect(page.getByText(/PACK-\d{4}Q\d/).last()).toBeVisible()
      const folder = () => readdirSync(home).find((name) => name.startsWith('PACK-'))
      await expect.poll(folder, { timeout: 120_000 }).toBeDefined()
      const files = readdirSync(join(home, folder() ?? ''))
      expect(files.filter((name) => name.endsWith('.pdf'))).toHaveLength(2)
      expect(actions).toBeLessThanOrEqual(8)
    })
  })

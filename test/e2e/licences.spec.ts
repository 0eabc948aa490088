/** Whose work is in the program: readable in the window, offline. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtFolder } from '#electron/build.ts'
import { accessFaults } from '#test/support/heavy-findings.ts'
import { expect, goTo, openSample, test } from '#test/support/window.ts'

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('the notices that are shipped are listed, each with the text of its licence', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/licences')
      await page.getByRole('heading', { level: 1, name: words('app.licences') }).waitFor()
      const notices = JSON.parse(readFileSync(join(builtFolder('notices'), 'licences.json'), 'utf8')) as readonly {
        readonly name: string
        readonly text: string
      }[]
      const listed = page.locator('.licence')
      await expect(listed).toHaveCount(notices.length)
      expect(await listed.locator('.licence-name').allTextContents()).toEqual(notices.map(({ name }) => name))
      const react = listed.filter({ has: page.getByText('react', { exact: true }) })
      await react.locator('summary').click()
      await expect(react.locator('pre')).toHaveText(notices.find(({ name }) => name === 'react')?.text ?? '')
      const violations = await accessFaults(page)
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    })
  })

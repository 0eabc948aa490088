/**
 * A register in which every text that a person can type is markup or a script, through the whole window: nothing of it runs,
 * no element of it stands in a page, the policy of the page has nothing to refuse (test/support/window.ts), and it is read as
 * the text that it is.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { settled } from '#test/pictures/desk.ts'
import { acting, hostileRegister } from '#test/support/hostile-window.ts'
import { mark } from '#test/support/marked-register.ts'
import { expect, goTo, startApplication, test } from '#test/support/window.ts'

/** Every screen that needs no record to be named. */
const screens = [
  ...new Set(
    [
      ...readFileSync(join(import.meta.dirname, '../../renderer/app/routes.tsx'), 'utf8').matchAll(
        /path="(\/[^":]*)"/g,
      ),
    ].map(([, path = '']) => path.replace(/(.)\/$/, '$1')),
  ),
]

test('what is typed is text wherever it is shown', async ({ home, words }) => {
  test.setTimeout(600_000)
  const file = join(home, 'hostile.daicho')
  const { paths } = hostileRegister(file)
  const application = await startApplication(home, { language: 'ja', open: file })
  const { page } = application
  await page.getByRole('heading', { level: 1, name: words('overview.title') }).waitFor({ timeout: 60_000 })
  const found: Record<string, string[]> = {}
  const shown = new Set<string>()
  const look = async (where: string) => {
    const findings = await acting(page)
    if (findings.length > 0) found[where] = findings
    if ((await page.locator('body').innerText()).includes(mark)) shown.add(where)
  }
  for (const path of [...screens, ...paths, '/pack/draft']) {
    await goTo(page, path)
    await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 30_000 })
    if (path === '/pack/draft') await page.locator('.pack-sheet').first().waitFor({ timeout: 60_000 })
    await settled(page)
    await look(path)
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: words('app.find') }).fill(`${mark}<img`)
  await page.getByRole('option').first().waitFor()
  await look('the palette')
  await page.keyboard.press('Escape')
  expect(found).toEqual({})
  // It was there to be seen: on the record's page of nearly every noun, in the pack and in the palette.
  expect(shown).toContain('/pack/draft')
  expect(shown).toContain('the palette')
  expect(paths.filter((path) => path.split('/').length === 3 && !shown.has(path))).toEqual([])
  await application.close()
})

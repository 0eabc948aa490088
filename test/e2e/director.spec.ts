/** A director reads a pack: by keys alone, from a number to its records; and the same bundle says the same without a register. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { allPacks } from '#electron/register/packs.ts'
import { openRegister, realSurroundings } from '#electron/register/store/register-file.ts'
import { idSource } from '#electron/register/store/new-ids.ts'
import { bundleOf } from '#test/support/bundle.ts'
import { heavyFindings } from '#test/support/heavy-findings.ts'
import { expect, goTo, openSample, test } from '#test/support/window.ts'

/** The newest pack of the sample that lies in the profile, written into the home folder. */
async function writeBundle(home: string): Promise<{ readonly code: string; readonly id: string }> {
  const folder = join(home, '.profile', 'samples')
  const [name] = readdirSync(folder).filter((each) => each.endsWith('.daicho'))
  if (name === undefined || !existsSync(join(folder, name))) throw new Error('no sample lies in the profile')
  const surroundings = realSurroundings(idSource(), 'director')
  const register = openRegister(join(folder, name), { surroundings, mode: 'read' })
  try {
    const pack = allPacks(register).at(-1)
    if (pack === undefined) throw new Error('the sample holds no pack')
    await bundleOf(register, pack, home)
    return { code: pack.code, id: pack.id }
  } finally {
    register.close()
  }
}

/** Codes and names as the panel lists them, once it has. */
async function recordsListed(page: Page): Promise<string[]> {
  const rows = page.getByRole('complementary').getByRole('row')
  await expect(rows.nth(1)).toBeVisible()
  return rows.allInnerTexts()
}

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('a director goes from page to number to record, in the register and in a bundle alone', async ({
      page,
      words,
      home,
      application: _application,
    }) => {
      test.setTimeout(180_000)
      const pack = await writeBundle(home)
      await page.setViewportSize({ width: 1920, height: 1080 })
      await openSample(page, words)
      await goTo(page, `/pack/${pack.id}`)
      await page.getByRole('link', { name: words('director.title') }).click()
      const place = page.getByRole('status').filter({ hasText: '/' }).or(page.locator('.director-place'))
      const sheet = page.locator('.pack-sheet')
      await expect(sheet).toHaveAttribute('data-page', 'summary')
      await expect(page.getByRole('heading', { name: pack.code })).toBeVisible()

      // Keys alone: on, to the last, by number, to the first.
      await page.keyboard.press('ArrowRight')
      await expect(sheet).toHaveAttribute('data-page', 'decisions')
      await page.keyboard.press('End')
      await expect(sheet).toHaveAttribute('data-page', 'dataQuality')
      await page.keyboard.press('3')
      await expect(place.first()).toContainText(words('director.typed', { number: '3' }))
      await page.keyboard.press('Enter')
      await expect(sheet).toHaveAttribute('data-page', 'riskProfile')
      await page.keyboard.press('Home')
      await expect(sheet).toHaveAttribute('data-page', 'summary')
      // Adding belongs to the register: its letter does nothing here.
      await page.keyboard.press('c')
      await expect(sheet).toHaveAttribute('data-page', 'summary')
      expect(await heavyFindings(page)).toEqual([])

      const number = sheet.locator('.summary-tile-value a').first()
      await number.focus()
      await page.keyboard.press('Enter')
      const listed = await recordsListed(page)
      expect(await heavyFindings(page)).toEqual([])
      const panel = page.getByRole('complementary')
      const title = await panel.getByRole('heading', { level: 2 }).innerText()
      const record = panel.getByRole('button', { name: /^[A-Z]{3}-\d{4}$/ }).first()
      const code = await record.innerText()
      await record.click()
      await expect(panel.locator('.code').first()).toHaveText(code)
      await expect(panel.getByText(words('director.asFrozen'))).toBeVisible()
      const frozen = await panel.locator('.director-fields').first().innerText()
      await panel.getByRole('button', { name: words('director.back') }).click()
      expect(await recordsListed(page)).toEqual(listed)
      await page.keyboard.press('Escape')
      await expect(panel).toHaveCount(0)
      await expect(number).toBeFocused()

      // Without the register: chosen, verified, and the same number says the same.
      await page.keyboard.press('Escape')
      await expect(page.getByRole('heading', { level: 1, name: pack.code })).toBeVisible()
      await page.getByRole('button', { name: /\.daicho/ }).click()
      await page.getByRole('menuitem', { name: words('action.closeRegister') }).click()
      await page.getByRole('link', { name: words('director.openBundle') }).click()
      await page.getByRole('button', { name: words('action.chooseBundle') }).click()
      await page.getByRole('button', { name: pack.code }).click()
      await page.getByRole('button', { name: words('action.useThisFolder') }).click()
      await expect(sheet).toHaveAttribute('data-page', 'summary')
      await expect(page.getByText(words('app.bundleWhole', { name: pack.code }))).toBeVisible()
      await number.click()
      expect(await recordsListed(page)).toEqual(listed)
      await expect(panel.getByRole('heading', { level: 2 })).toHaveText(title)
      await panel.getByRole('button', { name: code }).click()
      await expect(panel.locator('.director-fields').first()).toHaveText(frozen, { useInnerText: true })
      expect(await heavyFindings(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('button', { name: words('action.openSample') })).toBeVisible()
    })
  })

/** The palette: records by whole and half codes, names and readings, what was used last, a fast Enter, Japanese input. */
import { compose } from '#test/support/compose.ts'
import { expect, goTo, openSample, test } from '#test/support/window.ts'

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('a fast Enter opens what was typed, and what was opened comes first the next time', async ({
      page,
      words,
    }) => {
      await openSample(page, words)
      const palette = page.getByRole('combobox', { name: words('app.find') })
      const heading = page.getByRole('heading', { level: 1 })
      for (const [typed, code] of [
        ['SYS12', 'SYS-0012'],
        ['rsk-7', 'RSK-0007'],
        ['ＳＹＳ－００２１', 'SYS-0021'],
      ] as const) {
        await page.keyboard.press('Control+k')
        await expect(palette).toBeFocused()
        await page.keyboard.insertText(typed)
        await page.keyboard.press('Enter')
        await expect(heading).toContainText(code)
      }
      await page.keyboard.press('Control+k')
      await expect(page.locator('.palette').getByRole('option').nth(0)).toContainText('SYS-0021')
      await expect(page.locator('.palette').getByRole('option').nth(1)).toContainText('RSK-0007')
      await page.keyboard.type(words('action.verify'))
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/#\/log$/)
      // The screen is there, and the palette has gone: only then does a person ask for it again.
      await expect(heading).toBeVisible()
      await expect(page.locator('.palette')).toHaveCount(0)
      await page.keyboard.press('Control+k')
      await expect(palette).toBeFocused()
      const commands = page
        .locator('.palette')
        .getByRole('option')
        .filter({ hasText: words('app.command') })
      await expect(commands.first()).toContainText(words('action.verify'))
    })

    test('a number alone finds the codes of every kind first', async ({ page, words }) => {
      await openSample(page, words)
      await page.keyboard.press('Control+k')
      await page.keyboard.type('12')
      const codes = page.locator('.palette').getByRole('option').locator('.code')
      await expect(codes.nth(0)).toHaveText('SYS-0012')
      await expect(codes.nth(1)).toHaveText('RSK-0012')
    })
  })

test('composing asks for nothing and chooses nothing; the reading finds the person', async ({ page, words }) => {
  await openSample(page, words)
  await goTo(page, '/system')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('combobox', { name: words('app.find') })
  await expect(palette).toBeFocused()
  await compose(page, ['や', 'やま', 'やまも', 'やまもと', '山本'], '山本')
  await expect(palette).toHaveValue('山本')
  await expect(page).toHaveURL(/#\/system$/)
  await expect(page.locator('.palette').getByRole('option').filter({ hasText: '山本' }).first()).toBeVisible()
  await palette.fill('ヤマモト')
  await expect(page.locator('.palette').getByRole('option').filter({ hasText: '山本' }).first()).toBeVisible()
  await palette.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('山本')
})

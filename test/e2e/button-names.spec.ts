/** Buttons that show a sign alone say their name beside them, by pointer and by keyboard; Esc takes it away and nothing else. */
import { expect, makeRegister, test } from '#test/support/window.ts'

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('by pointer and by keyboard', async ({ page, words }) => {
      await makeRegister(page, words, '試験商事')
      await page.keyboard.press('Shift+?')
      const sheet = page.getByRole('dialog', { name: words('command.keySheet') })
      const close = sheet.getByRole('button', { name: words('action.close') })
      const name = page.locator('.button-name')
      await close.hover()
      await expect(name).toBeVisible()
      await expect(name).toHaveText(words('action.close'))
      const [button, tip] = [await close.boundingBox(), await name.boundingBox()]
      if (button === null || tip === null) throw new Error('nothing to measure')
      expect(tip.y).toBeGreaterThanOrEqual(button.y + button.height)
      expect(tip.x + tip.width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
      await sheet.getByRole('searchbox').hover()
      await expect(name).toBeHidden()
      await sheet.getByRole('searchbox').focus()
      await page.keyboard.press('Shift+Tab')
      await expect(close).toBeFocused()
      await expect(name).toHaveText(words('action.close'))
      await expect(name).toBeVisible()
    })
  })

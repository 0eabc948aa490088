/** With forced colours (high contrast of the system) it can still be seen what is chosen and where the focus is. */
import type { Locator } from '@playwright/test'
import { expect, goTo, makeRegister, test } from '#test/support/window.ts'

const background = (element: Locator) => element.evaluate((each) => getComputedStyle(each).backgroundColor)

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('the chosen line of the palette, the current screen, a pressed button, the focus', async ({ page, words }) => {
      await makeRegister(page, words, '試験商事')
      await page.emulateMedia({ forcedColors: 'active' })
      await goTo(page, '/risk')
      const entry = (name: string) => page.getByRole('navigation').getByRole('link', { name }).first()
      await expect(entry(words('nav.risk'))).toHaveAttribute('aria-current', 'page')
      expect(await background(entry(words('nav.risk')))).not.toBe(await background(entry(words('nav.control'))))
      const languages = page.getByRole('banner').locator('.choice-group button')
      const pressed = page.getByRole('banner').locator('.choice-group button[aria-pressed="true"]')
      await expect(pressed).toHaveCount(1)
      const plain = language === 'ja' ? languages.nth(1) : languages.nth(0)
      expect(await background(pressed)).not.toBe(await background(plain))
      await page.keyboard.press('Control+k')
      const options = page.locator('.palette').getByRole('option')
      await expect(options.nth(0)).toHaveAttribute('aria-selected', 'true')
      expect(await background(options.nth(0))).not.toBe(await background(options.nth(1)))
      // Both colours are the system's own: one of ours beside one of the system's could be white on white.
      const own = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('div'))
        probe.style.cssText = 'forced-color-adjust: none; background: SelectedItem; color: SelectedItemText'
        const { backgroundColor, color } = getComputedStyle(probe)
        probe.remove()
        return { backgroundColor, color }
      })
      for (const part of [options.nth(0), options.nth(0).locator('.palette-name')])
        expect(await part.evaluate((each) => getComputedStyle(each).color)).toBe(own.color)
      expect(await background(options.nth(0))).toBe(own.backgroundColor)
      const field = page.getByRole('combobox', { name: words('app.find') })
      await expect(field).toBeFocused()
      expect(await field.evaluate((each) => getComputedStyle(each).outlineStyle)).toBe('solid')
    })
  })

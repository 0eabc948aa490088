/** Days by their era in Japanese sentences, as the register is set; tables stay ISO, English stays English. */
import { expect, goTo, openSample, test } from '#test/support/window.ts'

test('the setting is kept in the register and shows in sentences at once', async ({ page, words }) => {
  await openSample(page, words)
  await goTo(page, '/settings')
  const setting = page.getByLabel(words('field.organisation.dayCalendar'))
  await expect(setting).toHaveValue('gregorian')
  await setting.selectOption('japanese')
  await setting.blur()
  await goTo(page, '/pack/draft')
  const note = page.locator('.page-note')
  await expect(note).toHaveText(/^基準日 \d{4}-\d\d-\d\d（令和\d+年\d+月\d+日）$/)
  await goTo(page, '/pack')
  await expect(
    page
      .locator('.pack-list tbody td')
      .filter({ hasText: /^\d{4}-\d\d-\d\d \d{4}年度 第[1-4]四半期$/ })
      .first(),
  ).toBeVisible()
  await page.reload()
  await goTo(page, '/settings')
  await expect(setting).toHaveValue('japanese')
  await page.getByRole('button', { name: 'English', exact: true }).first().click()
  await goTo(page, '/pack/draft')
  await expect(note).toHaveText(/^As of \d{4}-\d\d-\d\d$/)
})

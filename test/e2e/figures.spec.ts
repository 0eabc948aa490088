/** Figures in the window: from one to the records behind it, and how it stands after its limits were changed; a question answered. */
import { expect, goTo, openSample, test } from '#test/support/window.ts'

test.use({ language: 'en' })

test('a figure opens its records, and is judged by new limits with a step in its line', async ({ page, words }) => {
  await openSample(page, words)
  await goTo(page, '/figure')
  const row = page.locator('tr[data-figure="K05"]')
  await expect(row).toContainText(words('kri.distance.atTolerance'))
  await row.getByRole('button').click()
  const details = page.locator('.figure-details')
  await expect(details.locator('.figure-versions tbody tr')).toHaveCount(2)
  await details
    .getByRole('button', { name: words('figure.openBehind', { noun: words('noun.risk.many'), count: 8 }) })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: words('noun.risk.many') })).toBeVisible()
  await expect(page.getByText('RSK-0003').first()).toBeVisible()

  await goTo(page, '/settings')
  await page.getByRole('button', { name: words('action.changeOf', { name: 'K05' }) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(words('field.threshold.appetite'), { exact: false }).fill('10')
  await dialog.getByLabel(words('field.threshold.tolerance'), { exact: false }).fill('12')
  await dialog.getByRole('button', { name: words('action.decide') }).click()
  await expect(dialog).toHaveCount(0)

  await goTo(page, '/figure')
  await expect(row).toContainText(words('status.within'))
  await expect(row).toContainText(words('app.provisional'))
  await row.getByRole('button').click()
  await expect(details.locator('.figure-versions tbody tr')).toHaveCount(3)
  // What the packs were judged by stays as it was.
  await expect(details.locator('.figure-course li')).toContainText(['appetite 5', 'appetite 5', 'appetite 10'])
})

test('a question of the board is answered, with who owes the rest by when', async ({ page, words }) => {
  await openSample(page, words)
  await goTo(page, '/requirement/questions')
  await expect(page.getByText(words('requirement.questionsAnswered', { count: 14, total: 22 }))).toBeVisible()
  const row = page.getByRole('row', { name: /BQ-15/ })
  await row.getByRole('button', { name: /BQ-15/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: words('field.requirementAnswer.state') }).selectOption('met')
  await dialog.getByRole('textbox', { name: words('field.requirementAnswer.note') }).fill('All eight have been read')
  await dialog.getByRole('button', { name: words('requirement.answer'), exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(row).toContainText('All eight have been read')
  await expect(page.getByText(words('requirement.questionsAnswered', { count: 15, total: 22 }))).toBeVisible()
})

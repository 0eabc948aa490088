/** Filling in a form as people do: by typing, picking and pasting, in both languages, with an input method. */
import { compose } from '#test/support/compose.ts'
import { expect, goTo, openSample, test } from '#test/support/window.ts'

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('what is missing or wrong stands beside its field and, as links, at the top', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/risk/new')
      await page.getByRole('button', { name: words('action.register') }).click()
      const summary = page.locator('.problem-summary')
      await expect(summary.getByRole('button')).toHaveText([words('field.risk.name'), words('field.risk.category')])
      await expect(page.locator('#risk-name')).toBeFocused()
      await summary.getByRole('button', { name: words('field.risk.category') }).click()
      await expect(page.locator('#risk-category')).toBeFocused()
      await expect(page.locator('#risk-category-problem')).toHaveText(words('issue.REQUIRED'))
    })

    test('a name that is much like another one is pointed out while it is typed', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/system')
      const first = page.getByRole('row').filter({ hasText: /SYS-/ }).first()
      const name = ((await first.locator('td').nth(2).textContent()) ?? '').trim()
      await goTo(page, '/system/new')
      await page.locator('#system-name').fill(`${name} 2`)
      await expect(page.locator('.similar-names')).toContainText(name)
      await expect(page.locator('.similar-names')).toContainText(
        words('app.similarNames', { noun: language === 'ja' ? 'AIシステム' : 'AI system' }),
      )
    })

    test('a day is typed in the Japanese calendar or in full-width digits, or picked', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/action/new')
      const day = page.getByLabel(words('field.action.dueOn'), { exact: true })
      await day.fill('Ｒ９．３．３１')
      const reading = page.locator('#action-dueOn-reading')
      await expect(reading).toHaveText(
        language === 'ja'
          ? words('app.readAsDayEra', { day: '2027-03-31', era: '令和9年3月31日' })
          : words('app.readAsDay', { day: '2027-03-31' }),
      )
      await page.getByRole('button', { name: words('action.openCalendar') }).click()
      await page.getByRole('button', { name: language === 'ja' ? '2027年3月15日' : '15 March 2027' }).click()
      await expect(day).toHaveValue('2027-03-15')
      await expect(day).toBeFocused()
    })

    test('a person who is not there is registered in passing', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/action/new')
      const owner = page.getByRole('combobox', { name: words('field.action.ownerId') })
      await owner.fill('﨑山 𠮷子')
      await page
        .getByRole('option', {
          name: words('action.registerInPassing', {
            name: '﨑山 𠮷子',
            noun: language === 'ja' ? '人' : 'person',
          }),
        })
        .click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(words('field.person.reading')).fill('さきやま よしこ')
      await dialog.getByRole('button', { name: words('action.register') }).click()
      await expect(dialog).toBeHidden()
      await expect(owner).toHaveValue('﨑山 𠮷子')
      await goTo(page, '/person')
      await page.getByRole('searchbox').fill('さきやま')
      await expect(page.getByRole('row').filter({ hasText: '﨑山 𠮷子' })).toHaveCount(1)
    })
  })

test('Enter that takes a conversion chooses nothing and submits nothing', async ({ page, words }) => {
  await openSample(page, words)
  await goTo(page, '/action/new')
  const owner = page.getByRole('combobox', { name: words('field.action.ownerId') })
  await owner.click()
  await compose(page, ['や', 'やま', 'やまも', 'やまもと', '山本'], '山本')
  await expect(owner).toHaveValue('山本')
  await expect(owner).toHaveAttribute('aria-expanded', 'true')
  await page.getByRole('option', { name: /山本/ }).first().waitFor()
  await owner.press('Enter')
  await expect(owner).toHaveValue(/^山本 .+/)
  const name = page.locator('#action-name')
  await name.focus()
  await compose(page, ['し', 'しけ', 'しけん', '試験'], '試験')
  await expect(name).toHaveValue('試験')
  await expect(page).toHaveURL(/#\/action\/new$/)
  await expect(page.locator('.problem-summary')).toBeHidden()
})

/** What belongs to a record beside its fields: comments, its history with values to put back, a copy of it. */
import { openRow } from '#test/support/grid.ts'
import { expect, goTo, openSample, test } from '#test/support/window.ts'

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('a comment is added, edited and withdrawn, and says so', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/system')
      await openRow(page, 'SYS-0021')
      await page.getByRole('link', { name: words('action.open'), exact: true }).click()
      const comments = page.getByRole('region', { name: words('app.comments') })
      await expect(comments.getByText(words('app.noComments'))).toBeVisible()
      await comments.getByLabel(words('app.newComment')).fill('監査法人から照会あり (audit)')
      await comments.getByRole('button', { name: words('action.addComment') }).click()
      const first = comments.getByRole('listitem').first()
      await expect(first).toContainText('監査法人から照会あり (audit)')
      await expect(comments.getByLabel(words('app.newComment'))).toHaveValue('')
      await first.getByRole('button', { name: words('action.editComment') }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(words('app.comment')).fill('照会に回答済み (answered)')
      await dialog.getByRole('button', { name: words('action.keep') }).click()
      await expect(first).toContainText('照会に回答済み (answered)')
      await expect(first).toContainText(words('app.commentEdited'))
      await first.getByRole('button', { name: words('action.withdraw') }).click()
      await dialog.getByLabel(words('app.reason')).fill('誤記 (mistake)')
      await dialog.getByRole('button', { name: words('action.withdraw') }).click()
      await expect(first).toContainText('誤記 (mistake)')
      await expect(first).not.toContainText('照会に回答済み')
    })

    test('a field is put back to an earlier value, and a record is made once more', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/system')
      await openRow(page, 'SYS-0021')
      await page.getByRole('link', { name: words('action.open'), exact: true }).click()
      const vendor = page.getByLabel(words('field.system.vendor'))
      const before = await vendor.inputValue()
      await vendor.fill('北辰 (new)')
      await vendor.blur()
      await page.getByRole('link', { name: new RegExp(`^${words('app.history')}`) }).click()
      const restore = page.getByRole('button', {
        name: words('action.restoreField', { field: words('field.system.vendor') }),
      })
      await restore.first().click()
      await expect(page.getByText(words('app.fieldRestored', { field: words('field.system.vendor') }))).toBeVisible()
      await page.getByRole('link', { name: words('action.backToRecord') }).click()
      await expect(vendor).toHaveValue(before)
      const name = await page.getByRole('heading', { level: 1 }).textContent()
      await page.getByRole('button', { name: words('action.duplicate') }).click()
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(name ?? '')
      await expect(page.getByText(/SYS-\d{4}/).first()).toBeVisible()
      await expect(vendor).toHaveValue(before)
    })
  })

/** Free fields of a system: entries are added, moved, put right and taken out, by keys and by the pointer. */
import { openRow, pasteText, cellOf } from '#test/support/grid.ts'
import { expect, goTo, openSample, test } from '#test/support/window.ts'

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('entries are added, moved, refused beside their row, taken out and taken back', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/system')
      await openRow(page, 'SYS-0021')
      await page.getByRole('link', { name: words('action.open'), exact: true }).click()
      const group = page.getByRole('group', { name: words('field.system.freeFields') })
      const add = group.getByRole('button', {
        name: words('entry.add', { field: words('entry.of.freeFields') }),
      })
      const part = (name: 'name' | 'value', number: number) =>
        group.getByRole('textbox', {
          name: words('entry.part', { part: words(`part.freeFields.${name}`), number }),
          exact: true,
        })
      await add.focus()
      await page.keyboard.press('Enter')
      await expect(part('name', 1)).toBeFocused()
      await page.keyboard.type('契約番号')
      await page.keyboard.press('Tab')
      await page.keyboard.type('A-1')
      await add.click()
      await part('name', 2).fill('所管課')
      await part('value', 2).fill('採用課')
      // Up by the keys: the entry goes, the focus with it.
      await page.keyboard.press('Alt+ArrowUp')
      await expect(part('value', 1)).toBeFocused()
      await expect(part('name', 1)).toHaveValue('所管課')
      await add.click()
      await part('value', 3).fill('名前のない値')
      await page.locator('#system-vendor').focus()
      const summary = page.locator('.problem-summary')
      await expect(page.locator('#system-freeFields-name-2-problem')).toHaveText(words('issue.REQUIRED'))
      await summary.getByRole('button').click()
      await expect(part('name', 3)).toBeFocused()
      await part('name', 3).fill('備考')
      await page.locator('#system-vendor').focus()
      await expect(summary).toBeHidden()
      const address = page.url().split('#')[1] ?? ''
      await goTo(page, '/')
      await page.getByRole('heading', { level: 1, name: words('overview.title') }).waitFor()
      await goTo(page, address)
      await expect(part('name', 1)).toHaveValue('所管課')
      await expect(part('value', 3)).toHaveValue('名前のない値')
      await group.getByRole('button', { name: words('entry.remove', { name: '備考' }) }).click()
      await expect(part('name', 3)).toBeHidden()
      await page.getByRole('link', { name: new RegExp(`^${words('app.history')}`) }).click()
      const latest = page.locator('.history > li').first()
      await expect(latest).toContainText(`${words('entry.removed')} 備考: 名前のない値`)
      await page.keyboard.press('Control+z')
      await page.getByRole('link', { name: words('action.backToRecord') }).click()
      await expect(part('name', 3)).toHaveValue('備考')
    })
  })

test('a column of them is shown in a list and takes what is pasted, an entry a line', async ({ page, words }) => {
  await openSample(page, words)
  await goTo(page, '/system')
  await (await cellOf(page, 'SYS-0021', words('field.system.name'))).click()
  await pasteText(
    page,
    [
      [words('field.system.code'), words('field.system.freeFields')].join('\t'),
      ['SYS-0021', '"契約番号: A-1\n所管課：採用課"'].join('\t'),
      ['SYS-0012', 'ただの文'].join('\t'),
      '',
    ].join('\r\n'),
  )
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('status')).toHaveText(
    words('paste.counts', { lines: 2, changed: 1, new: 0, unchanged: 0, refused: 1 }),
  )
  await expect(dialog).toContainText(words('issue.ENTRY_UNREADABLE'))
  await dialog.getByLabel(words('paste.leaveOut', { count: 1 })).check()
  await dialog.getByRole('button', { name: words('paste.write', { count: 1 }) }).click()
  await expect(dialog).toBeHidden()
  await openRow(page, 'SYS-0021')
  await page.getByRole('link', { name: words('action.open'), exact: true }).click()
  await expect(page.locator('#system-freeFields-value-1')).toHaveValue('採用課')
})

/** Leaving loses nothing: what was typed and not taken comes back, in the window and after it was closed. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { activeCell, cellOf } from '#test/support/grid.ts'
import { expect, goTo, openSample, pressToClose, startApplication, test } from '#test/support/window.ts'

/** What lies in the person's profile folder. */
function kept(home: string): string {
  const file = join(home, '.profile', 'preferences.json')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('a new record that was begun is there again after another screen and after a reload', async ({
      page,
      words,
      home,
    }) => {
      await openSample(page, words)
      await goTo(page, '/risk/new')
      await page.locator('#risk-name').fill('夜間の誤検知')
      await page.locator('#risk-category').selectOption('AIGB-C-2')
      // By keys, out of the field that is being typed in.
      await page.locator('#risk-event').fill('夜間は監視の人がいない')
      await page.keyboard.press('Alt+1')
      await page.getByRole('heading', { level: 1, name: words('overview.title') }).waitFor()
      const waiting = page.getByRole('button', { name: words('draft.waiting', { count: 1 }) })
      await waiting.click()
      await page.getByRole('menuitem').first().click()
      await expect(page.locator('#risk-name')).toHaveValue('夜間の誤検知')
      await expect(page.locator('.draft-notice')).toContainText(words('draft.discard'))
      await page.reload()
      await expect(page.locator('#risk-name')).toHaveValue('夜間の誤検知')
      await expect(page.locator('#risk-category')).toHaveValue('AIGB-C-2')
      await expect(page.locator('#risk-event')).toHaveValue('夜間は監視の人がいない')
      // Discarded by mistake, and taken back.
      await page.getByRole('button', { name: words('draft.discard') }).click()
      await expect(page.locator('#risk-name')).toHaveValue('')
      await page
        .getByRole('alert')
        .or(page.locator('.told'))
        .getByRole('button', { name: words('action.undo') })
        .click()
      await expect(page.locator('#risk-name')).toHaveValue('夜間の誤検知')
      await page.getByRole('button', { name: words('action.register'), exact: true }).click()
      await page.getByRole('heading', { level: 1, name: /夜間の誤検知/ }).waitFor()
      await expect(waiting).toBeHidden()
      await goTo(page, '/risk/new')
      await expect(page.locator('#risk-name')).toHaveValue('')
      await expect.poll(() => kept(home)).not.toContain('夜間の誤検知')
    })

    test('a comment that was begun waits on its record, over another screen and a reload', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/risk')
      await page
        .getByRole('row', { name: /RSK-0003/ })
        .getByText('RSK-0003', { exact: true })
        .click()
      await page
        .getByRole('complementary')
        .getByRole('link', { name: words('action.open'), exact: true })
        .click()
      const comment = page.getByRole('textbox', { name: words('app.newComment') })
      await comment.fill('夜間も見る')
      await goTo(page, '/')
      await page.getByRole('heading', { level: 1, name: words('overview.title') }).waitFor()
      await page.getByRole('button', { name: words('draft.waiting', { count: 1 }) }).click()
      await page
        .getByRole('menuitem', { name: /RSK-0003/ })
        .first()
        .click()
      await expect(comment).toHaveValue('夜間も見る')
      await page.reload()
      await expect(comment).toHaveValue('夜間も見る')
      await page.getByRole('button', { name: words('action.addComment') }).click()
      await expect(comment).toHaveValue('')
      await expect(page.locator('.comments li')).toContainText('夜間も見る')
      await expect(page.getByRole('button', { name: words('draft.waiting', { count: 1 }) })).toBeHidden()
    })

    test('a day that was refused in a cell waits in it, on the record’s page and after the next start', async ({
      application,
      page,
      words,
      home,
    }) => {
      await openSample(page, words)
      await goTo(page, '/system')
      const review = words('field.system.nextReviewOn')
      await (await cellOf(page, 'SYS-0030', review)).click()
      await page.keyboard.type('2027-02-30')
      await page.keyboard.press('Enter')
      await expect(page.getByText(words('issue.BAD_DAY'))).toBeVisible()
      await page.keyboard.press('Alt+1')
      await page.getByRole('heading', { level: 1, name: words('overview.title') }).waitFor()
      await expect(page.locator('.frame-top').getByRole('alert')).toHaveText(words('app.notSaved'))
      await expect.poll(() => kept(home)).toContain('2027-02-30')
      await application.close()

      const again = await startApplication(home, { language })
      const { page: next } = again
      await openSample(next, words)
      await goTo(next, '/system')
      const cell = await cellOf(next, 'SYS-0030', review)
      await expect(cell).toHaveText('2027-02-30')
      await expect(cell).toHaveAttribute('aria-invalid', 'true')
      const notice = next.locator('.draft-notice')
      await expect(notice).toContainText(words('draft.leftInList', { count: 1 }))
      await notice.getByRole('button', { name: 'SYS-0030' }).click()
      const day = next.locator('#system-nextReviewOn')
      await expect(day).toHaveValue('2027-02-30')
      await expect(next.locator('#system-nextReviewOn-problem')).toHaveText(words('issue.BAD_DAY'))
      await day.fill('2027-02-28')
      await day.blur()
      await expect(next.locator('.draft-notice')).toBeHidden()
      await expect(next.locator('.frame-top').getByRole('alert')).toBeHidden()
      await goTo(next, '/system')
      await expect(await cellOf(next, 'SYS-0030', review)).toHaveText('2027-02-28')
      await expect.poll(() => kept(home)).not.toContain('2027-02-30')
      await again.close()
    })
  })

test('a cell is given back its value, and what was typed there is discarded, by Esc', async ({ page, words }) => {
  await openSample(page, words)
  await goTo(page, '/system')
  const review = words('field.system.nextReviewOn')
  const before = (await (await cellOf(page, 'SYS-0030', review)).textContent()) ?? ''
  await (await cellOf(page, 'SYS-0030', review)).click()
  await page.keyboard.type('2027-02-30')
  await page.keyboard.press('Enter')
  await goTo(page, '/risk')
  await goTo(page, '/system')
  await (await cellOf(page, 'SYS-0030', review)).click()
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: new RegExp(review) })).toHaveValue('2027-02-30')
  await page.keyboard.press('Escape')
  await expect(await cellOf(page, 'SYS-0030', review)).toContainText(before)
  await expect(page.locator('.draft-notice')).toBeHidden()
  await expect(activeCell(page).locator('input')).toBeFocused()
})

test('closing asks about what is typed, and says that it comes back', async ({ application, page, words }) => {
  await openSample(page, words)
  await goTo(page, '/risk/new')
  await page.locator('#risk-name').fill('夜間の誤検知')
  application.askToClose()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(words('closing.kept', { fields: words('field.risk.name') }))
  await pressToClose(page, dialog.getByRole('button', { name: words('closing.closeAnyway') }))
  await application.closed
})

test('a list that was changed a moment before closing is found as it was left', async ({
  application,
  page,
  words,
  home,
}) => {
  await openSample(page, words)
  await goTo(page, '/system')
  await page.getByRole('grid').waitFor()
  await page.getByRole('searchbox').fill('採用')
  application.askToClose()
  await application.closed
  const again = await startApplication(home, { language: 'ja' })
  await openSample(again.page, words)
  await goTo(again.page, '/system')
  await expect(again.page.getByRole('searchbox')).toHaveValue('採用')
  await again.close()
})

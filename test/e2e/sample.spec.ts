import { cellOf } from '#test/support/grid.ts'
import { expect, goTo, openSample, test } from '#test/support/window.ts'

test('the sample: from a figure to its records, through the panel and back by the keyboard', async ({
  page,
  words,
}) => {
  await openSample(page, words)
  await expect(page.getByText(words('app.sample'), { exact: true })).toBeVisible()
  await page.getByRole('button', { name: words('overview.beyondOpenAll', { count: 8 }) }).click()
  await expect(page.getByText(words('app.shownOf', { found: 8, total: 62 }))).toBeVisible()

  const first = await cellOf(page, 'RSK-0003', words('app.code'))
  await first.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary')
  await expect(panel).toBeFocused()
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('書類選考AIが属性で不利に扱う')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(first).toBeFocused()

  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('noun.system.many'))
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: words('app.find') }).fill('SYS-0018')
  await page.getByRole('option', { name: /SYS-0018/ }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('SYS-0018 倉庫自動搬送車の人検知')
  await expect(page.getByText(words('app.executiveVacant'))).toBeVisible()
})

test('a list: searched, narrowed, sorted, and cleared again', async ({ page, words }) => {
  await openSample(page, words)
  await goTo(page, '/system')
  await expect(page.getByText(words('app.shownOf', { found: 42, total: 42 }))).toBeVisible()
  await page
    .getByRole('button', { name: words('field.system.tier'), exact: true })
    .first()
    .click()
  await page.getByRole('checkbox', { name: words('value.tier.high') }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByText(words('app.shownOf', { found: 11, total: 42 }))).toBeVisible()
  await page.getByRole('searchbox').fill('該当しない言葉')
  await expect(page.getByText(words('app.noMatch', { count: 2 }))).toBeVisible()
  await page
    .locator('.empty')
    .getByRole('button', { name: words('action.clearConditions') })
    .click()
  await expect(page.getByText(words('app.shownOf', { found: 42, total: 42 }))).toBeVisible()
  await page.getByRole('button', { name: words('app.code'), exact: true }).click()
  await expect(page.getByRole('row').nth(1)).toContainText('SYS-0001')
})

test('the language changes at once and stays after the page is loaded again', async ({ page, words }) => {
  await openSample(page, words)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview')
})

test('verify says that everything matches, and the foot says so too', async ({ page, words }) => {
  await openSample(page, words)
  await goTo(page, '/log')
  await page.getByRole('button', { name: words('action.verify') }).click()
  await expect(page.getByText(words('app.verifyNothing'))).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('contentinfo')).toContainText('連鎖は整合')
})

test('a register process that dies is told, and the window goes on', async ({ page, words, application }) => {
  await openSample(page, words)
  const id = application.registerProcessId()
  expect(id).toBeDefined()
  process.kill(id ?? 0, 'SIGKILL')
  await expect(page.getByRole('heading', { level: 1, name: words('app.lost') })).toBeVisible()
  await page.getByRole('button', { name: words('action.goOn') }).click()
  await expect(page.getByRole('heading', { level: 1, name: words('app.lost') })).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

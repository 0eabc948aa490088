/** Commands by key, palette and file menu, and the registers opened last, in the window. */
import { openRow } from '#test/support/grid.ts'
import { expect, goTo, makeRegister, openSample, test } from '#test/support/window.ts'

test('keys reach screens, records, saving and finding; not from inside a dialog', async ({ page, words }) => {
  await openSample(page, words)
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('nav.system'))
  await page.keyboard.press('Control+n')
  await expect(page).toHaveURL(/#\/system\/new$/)
  await page.keyboard.press('Alt+4')
  await page.keyboard.press('Control+n')
  await expect(page).toHaveURL(/#\/risk\/new$/)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: words('app.find') })).toBeFocused()
  await page.keyboard.press('Alt+3')
  await expect(page).toHaveURL(/#\/risk\/new$/)
  await page.keyboard.type('SYS-0021')
  const found = page.getByRole('listbox', { name: words('app.find') }).getByRole('option')
  await expect(found.first()).toContainText('SYS-0021')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('SYS-0021')
})

test('Ctrl+S saves the field that is typed in and stays in it', async ({ page, words }) => {
  await openSample(page, words)
  await goTo(page, '/system')
  await openRow(page, 'SYS-0021')
  await page.getByRole('link', { name: words('action.open'), exact: true }).click()
  const vendor = page.getByLabel(words('field.system.vendor'))
  await vendor.fill('北辰人材（架空）')
  await page.keyboard.press('Control+s')
  await expect(page.locator('.mantine-Notification-root').getByText(/保存済み \d\d:\d\d/)).toBeVisible()
  await expect(vendor).toBeFocused()
  await page.reload()
  await expect(page.getByLabel(words('field.system.vendor'))).toHaveValue('北辰人材（架空）')
})

test('the palette lists commands with their keys, and carries them out', async ({ page, words }) => {
  await openSample(page, words)
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words('action.exportEverything').slice(0, 6))
  await expect(page.getByRole('option', { name: words('action.exportEverything') })).toContainText('Ctrl+Shift+E')
  await page.getByRole('combobox', { name: words('app.find') }).fill(words('command.languageEn'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview')
})

test('a register stands among those opened last, is opened from there, and is forgotten on request', async ({
  page,
  words,
}) => {
  await makeRegister(page, words, '試験商事')
  await page.getByRole('button', { name: '台帳.daicho' }).click()
  await page.getByRole('menuitem', { name: words('action.closeRegister') }).click()
  const recent = page.getByRole('region', { name: words('start.recent') })
  await recent.getByRole('button', { name: /台帳\.daicho/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('overview.title'))
  await page.getByRole('button', { name: '台帳.daicho' }).click()
  await page.getByRole('menuitem', { name: words('action.closeRegister') }).click()
  await recent.getByRole('button', { name: words('command.clearRecent') }).click()
  await expect(recent).toBeHidden()
})

test('what is being typed in a form keeps the register open, and says what it is', async ({ page, words }) => {
  await openSample(page, words)
  await goTo(page, '/system/new')
  await page.getByRole('textbox', { name: words('field.system.name') }).fill('需要予測')
  await page.locator('.frame-file-name').click()
  await page.getByRole('menuitem', { name: words('action.closeRegister') }).click()
  await expect(page.getByRole('alert')).toContainText(words('field.system.name'))
  await expect(page.getByRole('textbox', { name: words('field.system.name') })).toHaveValue('需要予測')
})

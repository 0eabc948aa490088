/** A register goes out as an export and comes in as a register again, through the window. */
import { readdirSync } from 'node:fs'
import { expect, makeRegister, test } from '../support/window.ts'

test('an export is chosen, looked at, and made into a register that is open then', async ({ page, home, words }) => {
  await makeRegister(page, words, '試験商事')
  const menu = page.getByRole('button', { name: /\.daicho$/ })
  await menu.click()
  await page.getByRole('menuitem', { name: words('action.exportEverything') }).click()
  await page.getByRole('button', { name: words('action.useThisFolder') }).click()
  const exported = () => readdirSync(home).find((name) => /-\d{4}-\d{2}-\d{2}$/.test(name))
  await expect.poll(exported).toBeDefined()
  await menu.click()
  await page.getByRole('menuitem', { name: words('command.newFromExport') }).click()
  await page.getByRole('button', { name: exported() ?? '' }).click()
  await expect(page.getByRole('list', { name: exported() ?? '' })).toBeVisible()
  await page.getByRole('button', { name: words('action.useThisFolder') }).click()
  const dialog = page.getByRole('dialog', { name: words('roundTrip.title') })
  await expect(dialog).toContainText('試験商事')
  await expect(dialog).toContainText(words('roundTrip.kind.export'))
  await dialog.getByRole('button', { name: words('roundTrip.make') }).click()
  await page.getByLabel(words('start.newName')).fill('again')
  await page.getByRole('button', { name: words('action.createHere') }).click()
  await expect(page.getByRole('button', { name: 'again.daicho' })).toBeVisible()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { level: 1, name: words('overview.title') })).toBeVisible()
})

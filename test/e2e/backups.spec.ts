/** Backups in the window: one makes itself, one is made, the register goes back; damaged, it is offered what is whole. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, goTo, makeRegister, test, type WindowFixtures } from '#test/support/window.ts'

test.use({ language: 'ja' })

async function addSystem(page: Page, words: WindowFixtures['words'], name: string): Promise<void> {
  await goTo(page, '/system/new')
  await page.getByRole('textbox', { name: words('field.system.name') }).fill(name)
  await page.getByRole('button', { name: words('action.register') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
}

test('the way back, and the way out of a damaged file', async ({ page, words, home }) => {
  test.setTimeout(180_000)
  await makeRegister(page, words, '試験商事')
  await addSystem(page, words, '需要予測')
  await goTo(page, '/backup')
  const row = (reason: string) => page.getByRole('row', { name: new RegExp(`・${words(`backup.reason.${reason}`)}`) })
  await expect(row('firstChange')).toContainText(words('backup.state.made'))
  await page.getByRole('button', { name: words('backup.make') }).click()
  await expect(row('asked')).toHaveCount(1)
  await row('asked')
    .getByRole('button', { name: words('backup.check'), exact: true })
    .click()
  await expect(page.getByRole('status').filter({ hasText: /問題は見つかりませんでした/ })).toBeVisible()
  await expect(row('asked')).toContainText(/検証済み/)
  await addSystem(page, words, '与信審査')

  await goTo(page, '/backup')
  await row('asked')
    .getByRole('button', { name: words('backup.restore'), exact: true })
    .click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(/以後の変更1件は台帳からなくなります/)
  await dialog.getByRole('button', { name: words('backup.restore'), exact: true }).click()
  await expect(row('restore')).toHaveCount(1)
  await goTo(page, '/log')
  await expect(page.getByText(/に復元。置き換えた内容は/)).toBeVisible()
  await goTo(page, '/system')
  await expect(page.getByRole('row', { name: /需要予測/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /与信審査/ })).toHaveCount(0)

  const [file = ''] = readdirSync(home).filter((name) => name.endsWith('.daicho'))
  await page.getByRole('button', { name: file }).click()
  await page.getByRole('menuitem', { name: words('action.closeRegister') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('start.title'))
  const damaged = readFileSync(join(home, file)).fill(0xff, 4096, 40_960)
  writeFileSync(join(home, file), damaged)
  await page.getByRole('button', { name: words('action.openFile') }).click()
  await page.getByRole('dialog').getByRole('button', { name: file }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('台帳のファイルが壊れています')
  await page.getByRole('button', { name: /から復元$/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('overview.title'))
  const aside = readdirSync(home).filter((name) => name.includes('.damaged.'))
  expect(aside.map((name) => readFileSync(join(home, name)).equals(damaged))).toEqual([true])
})

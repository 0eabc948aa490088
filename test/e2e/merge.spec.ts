/** A subsidiary's register comes into the open one: looked at, told what is the same, what differs decided, merged. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { newRegister } from '#electron/register/new-register.ts'
import { idSource } from '#electron/register/store/new-ids.ts'
import { openRegister, realSurroundings } from '#electron/register/store/register-file.ts'
import { createSystem } from '#electron/register/systems.ts'
import { expect, goTo, openSample, test } from '#test/support/window.ts'

test.use({ language: 'ja' })

test('from the chosen file to records that say where they came from', async ({ page, words, home }) => {
  test.setTimeout(180_000)
  const file = join(home, 'subsidiary.daicho')
  const surroundings = realSurroundings(idSource(), 'subsidiary')
  newRegister(file, surroundings, { language: 'ja', name: { ja: '令和ロジ', en: 'Reiwa Logi' }, from: '2026-04-01' })
  const register = openRegister(file, { surroundings, mode: 'write' })
  createSystem(register, { name: { ja: '配送ルートの最適化', en: null }, notes: '子会社の注' })
  createSystem(register, { name: { ja: '倉庫の棚割り提案', en: null } })
  register.close()

  await openSample(page, words)
  await goTo(page, '/system/new')
  await page.getByRole('textbox', { name: words('field.system.name') }).fill('配送ルートの最適化')
  await page.getByRole('button', { name: words('action.register') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('配送ルートの最適化')

  await goTo(page, '/merge')
  await page.getByRole('button', { name: words('merge.choose') }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'subsidiary.daicho' }).click()
  await expect(page.getByRole('heading', { name: words('merge.matches') })).toBeVisible()
  await expect(page.getByText(words('value.mergeRelation.other'), { exact: true })).toBeVisible()
  const run = page.getByRole('button', { name: words('merge.run'), exact: true })
  await expect(run).toBeDisabled()
  const row = (name: RegExp) => page.getByRole('row', { name })
  await row(/配送ルートの最適化/)
    .getByRole('button', { name: /配送ルートの最適化 と同じ/ })
    .click()
  const isNew = row(/倉庫の棚割り提案/).getByRole('button', { name: words('merge.isNew'), exact: true })
  await expect(row(/配送ルートの最適化/).getByRole('button', { pressed: true })).toHaveCount(1)
  await isNew.click()
  await expect(run).toBeEnabled()
  await run.click()
  await expect(page.getByRole('heading', { name: words('merge.done') })).toBeVisible()
  await expect(page.getByText(/before-merge/)).toBeVisible()
  await expect(page.getByRole('row', { name: /令和ロジ/ })).toBeVisible()
  await page.getByRole('button', { name: words('merge.report') }).click()
  await page.getByRole('button', { name: words('action.useThisFolder') }).click()
  await expect(page.getByText(/台帳の統合-.*\.csv/)).toBeVisible()
  expect(readdirSync(home).filter((name) => name.endsWith('.csv'))).toHaveLength(1)

  // What came from where: the record is opened out of the report, and the way back leads to it.
  await page.getByRole('link', { name: '令和ロジ' }).click()
  const report = page.getByRole('region', { name: /統合の結果：令和ロジ/ })
  const matched = report.getByRole('row', { name: new RegExp(words('merge.entry.same')) })
  await expect(matched.getByRole('link', { name: /配送ルートの最適化/ })).toBeVisible()
  const added = report.getByRole('row', {
    name: new RegExp(`${words('noun.system.one')}.*${words('merge.entry.added')}`),
  })
  await added.getByRole('link', { name: /倉庫の棚割り提案/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('倉庫の棚割り提案')
  await page.goBack()
  await expect(report).toBeVisible()

  await goTo(page, '/system')
  await page.getByRole('searchbox').fill('倉庫の棚割り提案')
  await page
    .getByRole('row', { name: /倉庫の棚割り提案/ })
    .locator('.code')
    .click()
  await expect(page.getByRole('complementary')).toContainText('令和ロジ の台帳から統合')
})

test('every number of the group opens the records that it counts', async ({ page, words }) => {
  await openSample(page, words)
  const whole = page.locator('tr[data-whole="true"]')
  const counts = [words('entity.column.systems'), words('entity.column.openRisks'), words('kri.K05.title')]
  for (const title of counts) {
    await goTo(page, '/entity')
    const behind = words('entity.behind', { entity: words('entity.whole'), title })
    const number = whole.getByRole('button', { name: new RegExp(`^${behind}`) })
    const count = /\d+/.exec(await number.innerText())?.[0] ?? ''
    expect(Number(count)).toBeGreaterThan(0)
    await number.click()
    await expect(page.getByText(behind)).toBeVisible()
    await expect(page.getByText(new RegExp(`件のうち${count}件を表示`))).toBeVisible()
  }
})

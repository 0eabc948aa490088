import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, goTo, makeRegister, test } from '#test/support/window.ts'

test('a file comes in: preview, changed mapping, import, the same file again', async ({ page, words, home }) => {
  writeFileSync(
    join(home, 'systems.csv'),
    '名称,部門,段階,次回見直し,自由記述\n需要予測,物流部,本番,2027-01-31,メモ1\n書類選考,人事部,試行,2027-02-30,メモ2\n',
  )
  await makeRegister(page, words, '試験商事')
  await goTo(page, '/import')
  const choose = async () => {
    await page.getByRole('button', { name: words('import.choose'), exact: true }).click()
    await page.getByRole('button', { name: /systems\.csv/ }).click()
  }
  await choose()
  const counts = page.locator('.import-counts')
  await expect(counts).toHaveText('読んだ行2追加1更新0変更なし0取り込めない行1')
  await expect(page.getByText(words('import.reason.DAY_DOES_NOT_EXIST'))).toBeVisible()
  await page.getByRole('combobox', { name: '次回見直し' }).selectOption('')
  await expect(counts).toHaveText('読んだ行2追加2更新0変更なし0取り込めない行0')
  await page.getByRole('button', { name: words('import.run', { count: 2 }) }).click()
  await expect(page.getByText(words('import.done', { rows: 2, added: 2, updated: 0, unchanged: 0 }))).toBeVisible()

  await choose()
  await page.getByRole('combobox', { name: '次回見直し' }).selectOption('')
  await expect(counts).toHaveText('読んだ行2追加0更新0変更なし2取り込めない行0')
  await goTo(page, '/system')
  await expect(page.getByText(words('app.shownOf', { found: 2, total: 2 }))).toBeVisible()
})

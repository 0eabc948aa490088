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

test('a list of risks: words of its scale are settled, owners are added in the same step', async ({
  page,
  words,
  home,
}) => {
  writeFileSync(
    join(home, 'risks.csv'),
    '管理番号,リスク名,リスク分類,対策後 発生可能性,対策後 影響度,リスク責任者\nR-1,入力からの漏えい,セキュリティ,高い,大きい,山本 彩\nR-2,判定の偏り,公平性,ありえる,中程度,秋山 拓也\n',
  )
  await makeRegister(page, words, '試験商事')
  await goTo(page, '/risk')
  await page.getByRole('link', { name: words('action.importSystems') }).click()
  await page.getByRole('button', { name: words('import.choose'), exact: true }).click()
  await page.getByRole('button', { name: /risks\.csv/ }).click()
  const counts = page.locator('.import-counts')
  await expect(counts).toHaveText('読んだ行2追加2更新0変更なし0取り込めない行0')
  await page.getByRole('button', { name: words('import.takeSuggestions', { count: 3 }) }).click()
  const likely = page.getByRole('combobox', { name: `${words('import.axis.likelihood')} 高い` })
  await expect(likely).toHaveValue('4')
  await expect(page.getByRole('combobox', { name: `${words('import.axis.likelihood')} ありえる` })).toHaveValue('')
  await page.getByRole('combobox', { name: words('import.impactDimension') }).selectOption('operations')
  await page.getByRole('checkbox', { name: words('import.makeNames', { noun: words('noun.person.many') }) }).click()
  await expect(page.getByText(words('import.nameMade')).first()).toBeVisible()
  await page.getByRole('textbox', { name: words('import.mappingTitle') }).fill('部門のリスク一覧')
  await page.getByRole('button', { name: words('import.mappingKeep') }).click()
  await expect(page.getByRole('option', { name: '部門のリスク一覧' })).toBeAttached()
  await page.getByRole('button', { name: words('import.run', { count: 2 }) }).click()
  await expect(page.getByText(words('import.done', { rows: 2, added: 2, updated: 0, unchanged: 0 }))).toBeVisible()
  await page.getByRole('link', { name: words('import.openRecords', { noun: words('noun.risk.many') }) }).click()
  await expect(page.getByText(words('app.shownOf', { found: 2, total: 2 }))).toBeVisible()
  await expect(page.getByRole('row', { name: /入力からの漏えい/ })).toContainText('山本 彩')
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPerson } from '#electron/register/accountability.ts'
import { newRegister } from '#electron/register/new-register.ts'
import { idSource } from '#electron/register/store/new-ids.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { openRegister, realSurroundings } from '#electron/register/store/register-file.ts'
import { expect, goTo, makeRegister, pick, startApplication, test } from '#test/support/window.ts'

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

test('a list of systems: owners are settled or added, a column of which many words come again is chosen as key', async ({
  home,
  words,
}) => {
  const file = join(home, 'systems.daicho')
  const surroundings = realSurroundings(idSource(), 'system names')
  newRegister(file, surroundings, { language: 'ja', name: { ja: '試験商事', en: null }, from: '2026-04-01' })
  const register = openRegister(file, { surroundings, mode: 'write' })
  for (const name of ['髙橋 花', '田中 一郎']) createPerson(register, { name: { ja: name, en: null } })
  register.close()
  writeFileSync(
    join(home, 'systems.csv'),
    '管理番号,システム名,担当者\nA-1,議事録,高橋花\nA-1,議事録（営業）,高橋花\nA-2,翻訳,1204\nA-2,翻訳（海外）,秋山 拓也\n',
  )
  const application = await startApplication(home, { language: 'ja', open: file })
  const { page } = application
  await page.getByRole('heading', { level: 1 }).waitFor()
  await goTo(page, '/import')
  await page.getByRole('button', { name: words('import.choose'), exact: true }).click()
  await page.getByRole('button', { name: /systems\.csv/ }).click()
  const counts = page.locator('.import-counts')
  await expect(counts).toHaveText('読んだ行4追加4更新0変更なし0取り込めない行0')
  await page.getByRole('button', { name: words('import.keyLeftTake', { column: '管理番号' }) }).click()
  await expect(page.getByRole('combobox', { name: words('import.keyColumn') })).toHaveValue('1')
  await expect(counts).toHaveText('読んだ行4追加2更新0変更なし0取り込めない行2')
  await page.getByRole('button', { name: words('import.repeatsAll', { count: 2 }) }).click()
  await expect(counts).toHaveText('読んだ行4追加4更新0変更なし0取り込めない行0')
  // What was settled stays with its rows.
  await expect(page.getByRole('row', { name: /^A-2/ }).filter({ has: page.getByRole('checkbox') })).toContainText(
    '4、5',
  )
  const row = (name: RegExp) => page.locator('.import-part .import-names').getByRole('row', { name })
  await expect(row(/^秋山 拓也/)).toContainText(words('import.nameMade'))
  await page
    .getByRole('button', { name: words('import.nameIs', { word: '高橋花', record: 'PSN-0001 髙橋 花' }) })
    .click()
  await pick(page, words('import.nameMeansOf', { word: '1204' }), '田中')
  await expect(row(/^1204/)).toContainText('PSN-0002 田中 一郎')
  await page.getByRole('button', { name: words('import.run', { count: 4 }) }).click()
  await expect(page.getByText(words('import.done', { rows: 4, added: 4, updated: 0, unchanged: 0 }))).toBeVisible()
  await application.close()
  const written = openRegister(file, { surroundings, mode: 'read' })
  const people = [...recordTables.person.all(written.read)]
  const owners = [...recordTables.assignment.all(written.read)].map(({ subjectId, personId }) => [
    recordTables.system.get(written.read, subjectId)?.name.ja,
    people.find(({ id }) => id === personId)?.name.ja,
  ])
  written.close()
  expect(owners.sort()).toEqual([
    ['翻訳', '田中 一郎'],
    ['翻訳（海外）', '秋山 拓也'],
    ['議事録', '髙橋 花'],
    ['議事録（営業）', '髙橋 花'],
  ])
})

test('whom names mean, and that a key stands for two records, is said in the window as in the file of a mapping', async ({
  home,
  words,
}) => {
  const file = join(home, 'names.daicho')
  const surroundings = realSurroundings(idSource(), 'names')
  newRegister(file, surroundings, { language: 'ja', name: { ja: '試験商事', en: null }, from: '2026-04-01' })
  const register = openRegister(file, { surroundings, mode: 'write' })
  for (const name of ['佐藤 翔', '佐藤 翔', '田中 一郎']) createPerson(register, { name: { ja: name, en: null } })
  register.close()
  writeFileSync(
    join(home, 'risks.csv'),
    '管理番号,リスク名,リスク分類,リスク責任者\nR-1,入力からの漏えい,セキュリティ,佐藤 翔\nR-2,判定の偏り,公平性,1204\nR-3,停止,安全性,1204\nR-1,撤退,戦略,秋山 拓也\n',
  )
  const application = await startApplication(home, { language: 'ja', open: file })
  const { page } = application
  await page.getByRole('heading', { level: 1 }).waitFor()
  await goTo(page, '/import/risk')
  await page.getByRole('button', { name: words('import.choose'), exact: true }).click()
  await page.getByRole('button', { name: /risks\.csv/ }).click()
  // The last row has the key of the first: it comes in once somebody says that it is another risk.
  const left = page.getByText(words('import.reason.KEY_REPEATED', { row: 2 }))
  await expect(left).toBeVisible()
  const names = page.locator('.import-part .import-names')
  await expect(names.locator('tbody tr')).toHaveCount(2)
  await page.getByRole('checkbox', { name: words('import.repeatsApartOf', { word: 'R-1' }) }).check()
  await expect(left).toBeHidden()
  await expect(names.locator('tbody tr')).toHaveCount(3)
  await expect(names.getByRole('row', { name: /佐藤 翔/ })).toContainText(words('import.nameSeveral'))
  await names
    .getByRole('button', { name: words('import.nameIs', { word: '佐藤 翔', record: 'PSN-0002 佐藤 翔' }) })
    .click()
  await pick(page, words('import.nameMeansOf', { word: '1204' }), '田中')
  const row = (name: RegExp) => names.getByRole('row', { name })
  await expect(row(/^1204/)).toContainText('PSN-0003 田中 一郎')
  await expect(row(/^佐藤 翔/)).toContainText('PSN-0002 佐藤 翔')
  // Taken back, it is asked again; the other stays said.
  await row(/^佐藤 翔/)
    .getByRole('button', { name: words('import.nameUnsay') })
    .click()
  await names
    .getByRole('button', { name: words('import.nameIs', { word: '佐藤 翔', record: 'PSN-0001 佐藤 翔' }) })
    .click()
  await expect(row(/^佐藤 翔/)).toContainText('PSN-0001')
  await page.getByRole('checkbox', { name: words('import.makeNames', { noun: words('noun.person.many') }) }).click()
  await expect(row(/^秋山 拓也/)).toContainText(words('import.nameMade'))
  await page.getByRole('button', { name: words('import.run', { count: 4 }) }).click()
  await expect(page.getByText(words('import.done', { rows: 4, added: 4, updated: 0, unchanged: 0 }))).toBeVisible()
  await application.close()
  const written = openRegister(file, { surroundings, mode: 'read' })
  const people = new Map([...recordTables.person.all(written.read)].map(({ id, code }) => [id, code]))
  const owners = [...recordTables.assignment.all(written.read)].map(({ subjectId, personId }) => [
    recordTables.risk.get(written.read, subjectId)?.name.ja,
    people.get(personId ?? ''),
  ])
  written.close()
  expect(owners.sort()).toEqual([
    ['停止', 'PSN-0003'],
    ['入力からの漏えい', 'PSN-0001'],
    ['判定の偏り', 'PSN-0003'],
    ['撤退', 'PSN-0004'],
  ])
})

/** A vendor is asked: a questionnaire goes out, comes back with answers, and a person takes over what was ticked. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shownOf } from '#electron/register/workbook/cells.ts'
import { readWorkbook } from '#electron/register/workbook/read-workbook.ts'
import { writeWorkbook } from '#electron/register/workbook/write-workbook.ts'
import { expect, goTo, openSample, pick, test } from '#test/support/window.ts'

/** Fills the workbook in as a vendor does: answers by id, an answer that is none, and the day on the cover. */
async function fillIn(file: string, answers: Readonly<Record<string, string>>): Promise<void> {
  const sheets = await readWorkbook(readFileSync(file), { file })
  const filled = sheets.map(({ name, rows }) => ({
    name,
    columns: [],
    rows: rows.map((row) => {
      const cells = row.map(shownOf)
      const answer = answers[cells[0] ?? '']
      if (answer !== undefined) cells[3] = answer
      if (cells[0] === '記入日') cells[1] = '2026/11/20'
      return { cells }
    }),
  }))
  writeFileSync(file, await writeWorkbook({ title: 'x', at: '2026-11-20T00:00:00.000Z', sheets: filled }))
}

test.use({ language: 'ja' })

test('from the vendor’s page to a workbook and back, row by row', async ({ page, words, home }) => {
  test.setTimeout(180_000)
  await openSample(page, words)
  await goTo(page, '/vendor')
  await page
    .getByRole('row', { name: /VEN-0007/ })
    .locator('.code')
    .click()
  await page
    .getByRole('complementary')
    .getByRole('link', { name: words('action.open') })
    .click()
  const dueDiligence = page.getByRole('heading', { name: words('questionnaire.dueDiligence') })
  await expect(dueDiligence).toContainText(words('questionnaire.answered', { count: 0, of: 28 }))

  await page.getByRole('button', { name: words('questionnaire.write'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: words('questionnaire.cover.purpose') }).fill('年次の見直し')
  await dialog.getByRole('button', { name: words('questionnaire.chooseFolder') }).click()
  await page.getByRole('button', { name: words('action.useThisFolder') }).click()
  await expect(page.getByText(/AI質問票-VEN-0007-.*\.xlsx/)).toBeVisible()
  const [name = ''] = readdirSync(home).filter((each) => each.endsWith('.xlsx'))
  await fillIn(join(home, name), { 'DD-SEC-01': 'はい', 'DD-DAT-01': '△', 'DD-INC-01': 'x' })

  await page.getByRole('link', { name: words('questionnaire.readBack') }).click()
  await page.getByRole('button', { name: words('questionnaire.chooseFile') }).click()
  await dialog.getByRole('button', { name }).click()
  const row = (id: string) => page.getByRole('row').filter({ hasText: id })
  await expect(row('DD-DAT-01')).toContainText(words('questionnaire.state.new'))
  await expect(row('DD-INC-01')).toContainText(words('questionnaire.state.unreadable'))
  const take = (count: number) => page.getByRole('button', { name: words('questionnaire.takeCount', { count }) })
  await expect(take(2)).toBeEnabled()
  // A person says what the vendor's sign means.
  await row('DD-INC-01').getByRole('combobox').selectOption('no')
  await take(3).click()
  await pick(page, words('field.vendorAnswer.takenById'), '林 美咲')
  await expect(dialog.getByRole('textbox', { name: words('field.vendorAnswer.answeredOn') })).toHaveValue('2026-11-20')
  await dialog.getByRole('button', { name: words('questionnaire.takeVerb'), exact: true }).click()
  await expect(page.getByText(words('questionnaire.taken', { count: 3 }))).toBeVisible()
  await expect(take(0)).toBeDisabled()

  await page.getByRole('link', { name: words('questionnaire.back', { code: 'VEN-0007' }) }).click()
  await expect(dueDiligence).toContainText(words('questionnaire.answered', { count: 3, of: 28 }))
  await expect(row('DD-INC-01')).toContainText('林 美咲')
})

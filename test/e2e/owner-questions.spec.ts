/** A system owner is asked: the workbook goes out, comes back corrected, and a person takes over what was ticked. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shownOf } from '#electron/register/workbook/cells.ts'
import { readWorkbook } from '#electron/register/workbook/read-workbook.ts'
import { writeWorkbook } from '#electron/register/workbook/write-workbook.ts'
import { readKey } from '#shared/domain/owner-questions/owner-questionnaire.ts'
import { expect, goTo, openSample, test } from '#test/support/window.ts'

/** Fills in the rows of the first system as an owner does: what is to stand there, by the field. */
async function fillIn(file: string, answers: Readonly<Record<string, readonly [string, string]>>): Promise<string> {
  const sheets = await readWorkbook(readFileSync(file), { file })
  let code = ''
  const filled = sheets.map(({ name, rows }) => ({
    name,
    columns: [],
    rows: rows.map((row) => {
      const cells = row.map(shownOf)
      const key = readKey(cells[0] ?? '')
      if (key?.noun === 'system' && code === '') code = cells[2] ?? ''
      const answer = key?.noun === 'system' && cells[2] === code ? answers[key.field] : undefined
      if (answer === undefined) return { cells }
      for (let column = 0; column < 8; column += 1) cells[column] ??= ''
      ;[cells[6], cells[7]] = answer
      return { cells }
    }),
  }))
  writeFileSync(file, await writeWorkbook({ title: 'x', at: '2026-11-20T00:00:00.000Z', sheets: filled }))
  return code
}

test.use({ language: 'ja' })

test('out to an owner and back, field by field', async ({ page, words, home }) => {
  test.setTimeout(180_000)
  await openSample(page, words)
  await goTo(page, '/owner-questions')
  const table = page.getByRole('table', { name: words('ownerQuestions.heading') })
  const first = table.getByRole('row').nth(1)
  const owner = await first.getByRole('rowheader').innerText()
  await expect(first).toContainText(words('ownerQuestions.standing.never'))
  await first.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: words('ownerQuestions.write', { count: 1 }) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: words('ownerQuestions.chooseFolder') }).click()
  await page.getByRole('button', { name: words('action.useThisFolder') }).click()
  await expect(page.getByText(words('ownerQuestions.written', { count: 1 }))).toBeVisible()
  const row = table.getByRole('row').filter({ hasText: owner })
  await expect(row).toContainText(words('ownerQuestions.standing.waiting'))

  const [name = ''] = readdirSync(home).filter((each) => each.endsWith('.xlsx'))
  const code = await fillIn(join(home, name), {
    purpose: [words('ownerQuestions.answer.wrong'), '問い合わせへの一次回答'],
    name: [words('ownerQuestions.answer.right'), ''],
    nextReviewOn: [words('ownerQuestions.answer.clear'), ''],
    kind: ['', 'どれでもない'],
  })
  await page.getByRole('button', { name: words('ownerQuestions.readBack') }).click()
  await dialog.getByRole('button', { name }).click()
  await expect(page.getByRole('heading', { name: words('ownerQuestions.answersOf', { name: owner }) })).toBeVisible()
  const field = (of: string) => page.getByRole('row').filter({ hasText: words(`field.system.${of}`) })
  await expect(field('purpose')).toContainText('問い合わせへの一次回答')
  await expect(field('kind')).toContainText(words('ownerQuestions.state.unreadable'))
  const take = (count: number) => page.getByRole('button', { name: words('ownerQuestions.takeCount', { count }) })
  await expect(take(3)).toBeEnabled()
  await page
    .getByRole('checkbox', {
      name: words('ownerQuestions.takeRow', { code, field: words('field.system.nextReviewOn') }),
    })
    .uncheck()
  await take(2).click()
  await expect(page.getByText(words('ownerQuestions.taken', { changed: 1, confirmed: 1 }))).toBeVisible()
  await expect(page.getByRole('button', { name: words('ownerQuestions.takeNothing') })).toBeVisible()
  await page.getByRole('button', { name: words('ownerQuestions.back') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(table.getByRole('columnheader', { name: words('ownerQuestions.askHead'), exact: true })).toBeAttached()
  await expect(row).toContainText(words('ownerQuestions.standing.answered'))
})

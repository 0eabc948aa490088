/** The horizon on the day on which a rule begins, newer content from a file, and many changes of the rules assessed at once. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rowOf } from '#test/support/grid.ts'
import { shipped } from '#test/support/horizon.ts'
import { expect, goTo, openSample, pick, test } from '#test/support/window.ts'

test.use({ language: 'ja' })

test('what begins is said on its day, newer content comes from a file, many are assessed in one step', async ({
  page,
  words,
  home,
}) => {
  test.setTimeout(240_000)
  // Newer content says on which day the main part of the amendment begins.
  const day = '2028-04-01'
  const newer = {
    ...shipped,
    version: '2028-03-01',
    asOf: '2028-03-01',
    instruments: shipped.instruments.map((each) =>
      each.id !== 'REG-APPI26'
        ? each
        : {
            ...each,
            steps: each.steps.map((step) =>
              step.id === 'APPI26-MAIN' ? { ...step, date: { precision: 'day', day } } : step,
            ),
          },
    ),
    events: shipped.events.map((each) =>
      each.id === 'CAL-29' ? { ...each, kind: 'upcoming', date: { precision: 'day', day } } : each,
    ),
  }
  writeFileSync(join(home, 'horizon-2028.json'), JSON.stringify(newer))

  await openSample(page, words)
  await goTo(page, '/horizon')
  const asOf = page.getByRole('button', { name: new RegExp(`^${words('app.asOf')}`) })
  await asOf.waitFor()
  const dialog = page.getByRole('dialog')
  const look = async (on: string) => {
    await asOf.click()
    const field = page.getByRole('textbox', { name: words('app.asOf') })
    await field.fill(on)
    await field.press('Enter')
    await expect(asOf).toContainText(on)
  }
  const begins = page.getByRole('region', { name: words('horizon.begins.title') })
  await look('2027-01-16')
  await expect(begins).toHaveCount(0)
  await look('2027-01-17')
  await expect(begins).toContainText(words('requirement.status.in_force_partially'))

  await page.getByRole('button', { name: words('horizon.fromFile'), exact: true }).click()
  await dialog.getByRole('button', { name: 'horizon-2028.json' }).click()
  const taking = page.getByRole('dialog', { name: words('requirement.fileTitle') })
  await expect(taking).toContainText(words('horizon.asOf', { asOf: '2028-03-01' }))
  await taking.getByRole('button', { name: words('requirement.takeAll', { count: 1 }) }).click()
  await expect(taking).toBeHidden()
  await look(day)
  await expect(begins).toContainText(day)

  await goTo(page, '/rule-assessment')
  for (const code of ['RUL-0019', 'RUL-0020']) await rowOf(page, code).getByRole('checkbox').click()
  await page.getByRole('button', { name: new RegExp(`^${words('horizon.assess')}`) }).click()
  await dialog.locator('#rules-assess-outcome').selectOption('no_effect')
  await pick(page, words('field.ruleAssessment.assessorId'), '久保 遥')
  await dialog.locator('#rules-assess-meaning').fill('当社の事業には及ばない')
  await dialog.getByRole('button', { name: words('bulk.change', { count: 2 }) }).click()
  await expect(dialog).toBeHidden()
  for (const code of ['RUL-0019', 'RUL-0020'])
    await expect(rowOf(page, code)).toContainText(words('value.ruleOutcome.no_effect'))
  await page.keyboard.press('Control+z')
  for (const code of ['RUL-0019', 'RUL-0020'])
    await expect(rowOf(page, code)).not.toContainText(words('value.ruleOutcome.no_effect'))
})

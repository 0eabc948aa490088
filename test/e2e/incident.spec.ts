/** A leak from the moment in which the company learned of it to the printed sheet: judged, reported early, reported in full. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { japanZone } from '#shared/domain/breach-clock.ts'
import { addDays, dayAt } from '#shared/domain/calendar-date.ts'
import { reportItems } from '#shared/domain/incident/incident.ts'
import { pdfFacts } from '#test/support/pdf-facts.ts'
import { expect, goTo, openSample, pick, test } from '#test/support/window.ts'

test.use({ language: 'en' })

test('a leak is judged, reported in time with its nine items, and printed on one page', async ({
  page,
  words,
  home,
}) => {
  test.setTimeout(240_000)
  const learnedOn = addDays(dayAt(new Date().toISOString(), japanZone), -1)
  await openSample(page, words)
  await goTo(page, '/incident/new')
  await page.getByRole('heading', { level: 1, name: new RegExp(words('noun.incident.one'), 'i') }).waitFor()
  const name = 'Faces of visitors were shown'
  await page.getByLabel(words('field.incident.name'), { exact: false }).first().fill(name)
  await page.locator('#incident-kind').selectOption('incident')
  await pick(page, words('field.incident.systemIds'), 'Person detection')
  await page.getByRole('button', { name: words('action.register'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()

  const dialog = page.getByRole('dialog')
  const openVerb = async (verb: string) => {
    await page.getByRole('button', { name: words(`incident.verb.${verb}`), exact: true }).click()
    await dialog.getByRole('button', { name: words(`incident.verb.${verb}`), exact: true }).waitFor()
  }
  const carryOut = async (verb: string) => {
    await dialog.getByRole('button', { name: words(`incident.verb.${verb}`), exact: true }).click()
    await expect(dialog).toBeHidden()
  }
  const clock = page.locator('section').filter({ has: page.getByRole('heading', { name: words('incident.clock') }) })

  await openVerb('recordMoments')
  await dialog.getByLabel(words('field.incident.learnedAt'), { exact: false }).first().fill(`${learnedOn} 09:00`)
  await carryOut('recordMoments')
  await expect(clock).toContainText(words('value.reportability.possible'))

  /** Answers the leak itself with yes, and the four triggers. */
  const judge = async (answers: readonly [string, string, string, string]) => {
    await openVerb('judge')
    const fields = ['leakSensitive', 'leakFinancial', 'leakWrongful', 'leakMany'] as const
    await dialog.locator('#incident-judge-leak').selectOption('yes')
    for (const [index, field] of fields.entries())
      await dialog.locator(`#incident-judge-${field}`).selectOption(answers[index] ?? 'unknown')
    await pick(page, words('field.incident.judgeId'), 'Haruka Kubo')
    await dialog.locator('#incident-judge-judgedText').fill('Looked at the logs')
    await carryOut('judge')
  }
  await judge(['no', 'no', 'yes', 'no'])
  await expect(clock).toContainText(words('incident.dueOn', { day: addDays(learnedOn, 59) }))
  await judge(['no', 'no', 'yes', 'likely'])
  await expect(clock).toContainText(words('incident.dueOn', { day: addDays(learnedOn, 29) }))
  await expect(clock).toContainText(words('incident.dueOn', { day: addDays(learnedOn, 2) }))
  await expect(clock).toContainText(words('incident.daysLeft', { count: 1 }))

  const report = async (kind: 'early' | 'final', at: string) => {
    await openVerb('recordReport')
    await dialog.locator('#incident-recordReport-kind').selectOption(kind)
    await dialog.locator('#incident-recordReport-at').fill(at)
    await dialog.locator('#incident-recordReport-recipient').fill('PPC')
    await dialog.locator('#incident-recordReport-reference').fill('No. 7')
    await carryOut('recordReport')
    const row = page.getByRole('row').filter({ hasText: words(`value.reportKind.${kind}`) })
    await expect(row).toContainText(at)
  }
  await report('early', `${learnedOn} 10:00`)
  await expect(clock.getByText(words('incident.standing.on_time'))).toHaveCount(1)

  // Each field saves as it is left: the history counts one change more.
  const history = page.getByRole('link', { name: new RegExp(`^${words('app.history')}`) })
  const changes = Number(/\d+/.exec(await history.innerText())?.[0])
  for (const [index, item] of reportItems.entries()) {
    const field = page.locator(`#incident-${item}`)
    await field.fill(`Item ${item}`)
    await field.blur()
    await expect(history).toHaveText(new RegExp(` ${String(changes + index + 1)}$`))
  }
  await report('final', `${learnedOn} 11:00`)
  await expect(clock.getByText(words('incident.standing.on_time'))).toHaveCount(2)

  await page.getByRole('button', { name: words('sheet.print'), exact: true }).click()
  await page.getByRole('button', { name: words('action.useThisFolder') }).click()
  await expect(page.getByText(/INC-0007.*\.pdf/).first()).toBeVisible({ timeout: 60_000 })
  const [file = ''] = readdirSync(home).filter((each) => each.endsWith('.pdf'))
  const { pages, text } = await pdfFacts(readFileSync(join(home, file)))
  const squeezed = (said: string) => said.replace(/\s+/g, '')
  expect(pages).toEqual(['portrait 210 × 297'])
  const said = [name, words('incident.itemsFilled', { count: 9, of: 9 }), words('incident.standing.on_time'), 'No. 7']
  expect(said.filter((each) => !(text[0] ?? '').includes(squeezed(each)))).toEqual([])
})

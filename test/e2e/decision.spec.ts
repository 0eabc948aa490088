/** A matter of the board: asked from an acceptance, decided by an option, carried out; and the pack that its meeting takes up. */
import { cellOf } from '#test/support/grid.ts'
import { expect, goTo, openSample, test } from '#test/support/window.ts'

test.use({ language: 'en' })

test('a decision is asked of the board, answered by an option, carried out, and owed in between', async ({
  page,
  words,
}) => {
  test.setTimeout(90_000)
  await openSample(page, words)
  const heading = page.getByRole('heading', { level: 1 })
  const dialog = page.getByRole('dialog')
  const openVerb = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).click()
    await dialog.getByRole('button', { name, exact: true }).waitFor()
  }
  const carryOut = async (name: string) => {
    await dialog.getByRole('button', { name, exact: true }).click()
    await expect(dialog).toBeHidden()
  }

  await goTo(page, '/acceptance')
  const first = await cellOf(page, 'ACC-0001', words('app.code'))
  await first.focus()
  await page.keyboard.press('Enter')
  await page
    .getByRole('complementary')
    .getByRole('link', { name: words('action.open'), exact: true })
    .click()
  await expect(heading).toContainText('ACC-0001')
  await page.getByRole('link', { name: words('decision.request') }).click()
  await expect(heading).toHaveText(new RegExp(words('noun.decision.one'), 'i'))
  await expect(page.locator('.code', { hasText: 'ACC-0001' })).toBeVisible()
  await page.getByLabel(words('field.decision.name'), { exact: false }).first().fill('Renew the acceptance')
  await page.locator('#decision-kind').selectOption('resolution')
  await page.locator('#decision-body').selectOption('board')
  for (const option of ['Renew for a year', 'End it']) {
    await page.locator('#decision-options-add').click()
    await page.locator('[id^="decision-options-label"]').last().fill(option)
  }
  await page.getByRole('button', { name: words('action.register'), exact: true }).click()
  await expect(heading).toContainText('Renew the acceptance')
  await expect(page.getByText('ACC-0001').first()).toBeVisible()

  await openVerb(words('decision.verb.recordOutcome'))
  await dialog.locator('#decision-recordOutcome-outcome').selectOption('option')
  await dialog.locator('#decision-recordOutcome-chosenOption').selectOption('End it')
  await dialog.locator('#decision-recordOutcome-outcomeText').fill('The board chose the second option')
  await carryOut(words('decision.verb.recordOutcome'))
  const decided = /DEC-\d{4}/.exec((await heading.textContent()) ?? '')?.[0] ?? ''

  // Nobody set a day: somebody owes one.
  await goTo(page, '/work-queue')
  await page.getByRole('searchbox').fill(decided)
  await page.getByRole('row', { name: new RegExp(words('workQueue.owed.decision_undated')) }).dblclick()
  await expect(heading).toContainText('Renew the acceptance')

  await openVerb(words('decision.verb.reportFollowThrough'))
  await dialog.locator('#decision-reportFollowThrough-followThrough').selectOption('implemented')
  await dialog.locator('#decision-reportFollowThrough-followThroughText').fill('Ended on the day')
  await carryOut(words('decision.verb.reportFollowThrough'))
  await expect(page.getByText(words('value.decisionStanding.implemented')).first()).toBeVisible()

  await goTo(page, '/board-calendar')
  await page.locator('main a.link[href*="/meeting/"]').first().click()
  await openVerb(words('decision.meetingVerb.takeUpPack'))
  const choice = dialog.locator('#meeting-takeUpPack-packId')
  const pack = (await choice.locator('option').nth(1).textContent()) ?? ''
  await choice.selectOption({ index: 1 })
  await carryOut(words('decision.meetingVerb.takeUpPack'))
  await expect(page.getByText(pack.slice(0, 11)).first()).toBeVisible()
})

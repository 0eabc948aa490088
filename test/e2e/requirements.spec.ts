/** Requirements as a risk manager works with them: one system from nothing to complete, a version replaced, a control found. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, goTo, openSample, pick, test } from '#test/support/window.ts'

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('a system of a business user is answered from nothing to complete', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/system')
      await page.getByRole('searchbox').fill('SYS-0015')
      await page
        .getByRole('row', { name: /SYS-0015/ })
        .getByText('SYS-0015', { exact: true })
        .click()
      await page
        .getByRole('complementary')
        .getByRole('link', { name: words('action.open'), exact: true })
        .click()
      await page.getByRole('link', { name: words('requirement.openForSystem') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('SYS-0015')
      const table = page.getByRole('table')
      const unanswered = table.getByText(words('requirement.standing.unanswered'), { exact: true })
      await expect(unanswered.first()).toBeVisible()

      await page.getByRole('checkbox', { name: words('requirement.chooseAll') }).check()
      await page.getByRole('button', { name: words('requirement.answerVerb') }).click()
      const dialog = page.getByRole('dialog')
      await dialog
        .getByRole('combobox', { name: words('field.requirementAnswer.state') })
        .selectOption({ label: words('value.answerState.met') })
      await dialog.getByRole('textbox', { name: words('field.requirementAnswer.note') }).fill('2026-11')
      await dialog.getByRole('button', { name: words('requirement.answer'), exact: true }).click()
      await expect(dialog).toHaveCount(0)
      await expect(unanswered).toHaveCount(0)

      // One item has a control that is found by a few characters of its name.
      const item = table.locator('tr[data-item="AIGB-C-8-2"]')
      await item.getByRole('button').click()
      await expect(page.getByText(words('requirement.noControl'))).toBeVisible()
      await page.getByRole('combobox', { name: words('requirement.addControl') }).fill('CTL-0064')
      await page.getByRole('option', { name: /^CTL-0064/ }).click()
      await expect(page.getByRole('link', { name: /CTL-0064/ })).toBeVisible()
      await page.keyboard.press('Escape')
      await page.locator('h1').click()
      await page.keyboard.press('Control+z')
      await expect(page.getByText(words('requirement.noControl'))).toBeVisible()
    })

    test('what cannot apply needs its reason and its approver', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/requirement')
      await page.getByRole('link', { name: /3\.0/ }).click()
      await page.locator('tr[data-item="CMG-P3"]').getByRole('checkbox').check()
      await page.getByRole('button', { name: words('action.declareNotApplicable') }).click()
      const dialog = page.getByRole('dialog')
      const submit = dialog.getByRole('button', { name: words('action.declareNotApplicable') })
      await submit.click()
      await expect(dialog.getByText(words('issue.REQUIRED')).first()).toBeVisible()
      await pick(page, words('field.threshold.approverPersonId'), language === 'ja' ? '久保' : 'Kubo')
      await dialog.getByRole('textbox', { name: words('app.reason') }).fill('社外への提供がない')
      await submit.click()
      await expect(dialog).toHaveCount(0)
      await expect(page.locator('tr[data-item="CMG-P3"]')).toContainText(words('requirement.standing.not_applicable'))
    })
  })

test.describe('files', () => {
  test.use({ language: 'en' })

  test('a library from outside is looked at, taken in as unverified, and can be answered', async ({
    page,
    words,
    home,
  }) => {
    const nodes = ['Owner', 'Log', 'Stop'].map((name, index) => ({
      urn: `urn:x:${String(index)}`,
      assessable: true,
      ref_id: `H-${String(index + 1)}`,
      name,
    }))
    const lines = [
      'urn: urn:x:library',
      'locale: en',
      'version: 1',
      `objects: { framework: { urn: "urn:x:framework", name: House rules, requirement_nodes: ${JSON.stringify(nodes)} } }`,
    ]
    writeFileSync(join(home, 'house.yaml'), lines.join('\n'))
    await openSample(page, words)
    await goTo(page, '/requirement')
    await page.getByRole('button', { name: words('requirement.fromFile') }).click()
    await page.getByRole('button', { name: /house\.yaml/ }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(words('requirement.unverifiedHint'))
    await dialog.getByRole('button', { name: words('requirement.takeAll', { count: 1 }) }).click()
    await page.getByRole('link', { name: 'House rules 1' }).click()
    await expect(page.getByText(words('requirement.unverifiedHint'))).toBeVisible()
    await expect(page.getByRole('row', { name: /H-2 Log/ })).toContainText(words('requirement.standing.unanswered'))
  })
})

/** Requirements as a risk manager works with them: one system from nothing to complete, a version replaced, a control found. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'yaml'
import { openRow } from '#test/support/grid.ts'
import { expect, goTo, makeRegister, openSample, pick, test } from '#test/support/window.ts'

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('a system of a business user is answered from nothing to complete', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/system')
      await page.getByRole('searchbox').fill('SYS-0015')
      await openRow(page, 'SYS-0015')
      await page
        .getByRole('complementary')
        .getByRole('link', { name: words('action.open'), exact: true })
        .click()
      // Beside Japan's profile it stands a second time, as soon as that has come.
      await page
        .getByRole('link', { name: words('requirement.openForSystem') })
        .first()
        .click()
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

    test('a register answered under 1.1 is taken to 1.2 in one step, and back', async ({ page, words }) => {
      await makeRegister(page, words, language === 'ja' ? '青葉物産' : 'Aoba Trading')
      await goTo(page, '/requirement')
      const guidelines = language === 'ja' ? 'AI事業者ガイドライン' : 'AI Guidelines for Business'
      await page.getByRole('button', { name: words('requirement.takeNamed', { name: `${guidelines} 1.1` }) }).click()
      await page.getByRole('link', { name: `${guidelines} 1.1` }).click()
      for (const item of ['AIGB-H-01', 'AIGB-G-2-1'])
        await page.locator(`tr[data-item="${item}"]`).getByRole('checkbox').check()
      await page.getByRole('button', { name: words('requirement.answerVerb') }).click()
      const dialog = page.getByRole('dialog')
      await dialog
        .getByRole('combobox', { name: words('field.requirementAnswer.state') })
        .selectOption({ label: words('value.answerState.met') })
      await dialog.getByRole('textbox', { name: words('field.requirementAnswer.note') }).fill('2025-06')
      await dialog.getByRole('button', { name: words('requirement.answer'), exact: true }).click()
      await expect(dialog).toHaveCount(0)

      await goTo(page, '/requirement')
      const replace = page.getByRole('button', {
        name: words('requirement.takeNamed', { name: `${guidelines} 1.2` }),
      })
      await expect(replace).toHaveText(words('requirement.replace', { version: '1.1' }))
      await replace.click()
      await page.getByRole('link', { name: `${guidelines} 1.2` }).click()
      const carried = words('requirement.carriedFrom', { version: '1.1' })
      await expect(page.locator('tr[data-item="AIGB-G-2-1"]')).toContainText(carried)
      // What 1.2 changed is asked again.
      const reopened = page.locator('tr[data-item="AIGB-H-01"]')
      await expect(reopened).toContainText(words('requirement.standing.unanswered'))
      await expect(reopened).not.toContainText(carried)
      await goTo(page, '/requirement')
      await page.getByRole('link', { name: `${guidelines} 1.1` }).click()
      await expect(page.locator('tr[data-item="AIGB-H-01"]')).toContainText(words('requirement.standing.claimed'))
      await page.locator('h1').click()
      await page.keyboard.press('Control+z')
      await goTo(page, '/requirement')
      await expect(page.getByRole('link', { name: `${guidelines} 1.2` })).toHaveCount(0)
    })

    test('from coverage to a gap, to the control that the cross-walk proposes, to the file', async ({
      page,
      words,
      home,
    }) => {
      await openSample(page, words)
      await goTo(page, '/requirement')
      const tab = (name: string) => page.getByRole('link', { name: words(`requirement.tab.${name}`), exact: true })
      await tab('coverage').click()
      const fairness = page.getByRole('row', { name: new RegExp(`^${words('principle.AIGB-C-3')}`) })
      await expect(fairness).toContainText('6 / 135')
      await page.getByRole('combobox', { name: words('requirement.countBy') }).selectOption('system')
      await expect(page.getByRole('row', { name: /^SYS-0021/ })).toBeVisible()

      await tab('gaps').click()
      await page.getByRole('combobox', { name: words('requirement.for') }).selectOption('company')
      await page.getByRole('combobox', { name: words('requirement.standingHead') }).selectOption('not_met')
      const rows = page.getByRole('table').getByRole('row')
      await expect(rows.filter({ hasText: 'AIGB-G-3-2' })).toHaveCount(1)
      await page.getByRole('button', { name: words('list.toCsv') }).click()
      await page.getByRole('button', { name: words('action.useThisFolder') }).click()
      await expect(page.getByText(/requirement_gaps-.*\.csv/)).toBeVisible()
      const file = readdirSync(home).find((name) => name.startsWith('requirement_gaps'))
      const gaps = parse<Record<string, string>>(readFileSync(join(home, file ?? '')), { columns: true, bom: true })
      const shown = gaps.filter(
        ({ subject_code, standing_code }) => `${subject_code ?? ''} ${standing_code ?? ''}` === 'company not_met',
      )
      await expect(rows).toHaveCount(shown.length + 1)

      await tab('applicability').click()
      const setAside = page.getByRole('row', { name: /AIGB-H-07/ })
      await expect(setAside).toContainText(words('requirement.applies.no'))
      await expect(setAside).toContainText(language === 'ja' ? '久保 遥' : 'Haruka Kubo')

      await goTo(page, '/requirement')
      await page.getByRole('link', { name: / 1\.2$/ }).click()
      await page.getByRole('button', { name: words('requirement.suggest') }).click()
      const dialog = page.getByRole('dialog')
      const proposed = dialog.getByRole('listitem').filter({ hasText: 'AIGB-C-8-2' })
      await expect(proposed).toContainText('XW-03')
      await proposed.getByRole('checkbox', { name: /CTL-0009/ }).check()
      await dialog.getByRole('button', { name: words('requirement.linkChosen', { count: 1 }) }).click()
      await expect(dialog).toHaveCount(0)
      await page.locator('tr[data-item="AIGB-C-8-2"]').getByRole('button', { name: /8|②/ }).first().click()
      await expect(page.getByRole('link', { name: /CTL-0009/ })).toBeVisible()
    })

    test('the risk matrix of a library becomes the scale, once somebody has said which level is which band', async ({
      page,
      words,
      home,
    }) => {
      const named = (name: string) => ({ name })
      const matrix = {
        urn: 'urn:x:matrix',
        name: 'House matrix',
        probability: ['Rare', 'Unlikely', 'Possible', 'Likely', 'Certain'].map(named),
        impact: ['Slight', 'Minor', 'Serious', 'Major', 'Grave'].map(named),
        risk: ['Green', 'Amber', 'Red'].map(named),
        grid: [
          [0, 0, 0, 1, 1],
          [0, 0, 1, 1, 2],
          [0, 1, 1, 2, 2],
          [1, 1, 2, 2, 2],
          [1, 2, 2, 2, 2],
        ],
      }
      const library = { urn: 'urn:x:m', locale: language, version: 1, objects: { risk_matrix: [matrix] } }
      writeFileSync(join(home, 'matrix.yaml'), stringify(library))
      await openSample(page, words)
      await goTo(page, '/settings')
      await page.getByRole('button', { name: words('app.scaleFromMatrix') }).click()
      await page.getByRole('button', { name: /matrix\.yaml/ }).click()
      const dialog = page.getByRole('dialog', { name: words('app.scaleFromMatrix') })
      const on = dialog.getByRole('button', { name: words('app.toScale') })
      await expect(on).toBeDisabled()
      for (const [level, band] of [
        ['Green', 'low'],
        ['Amber', 'moderate'],
        ['Red', 'severe'],
      ] as const)
        await dialog.getByRole('combobox', { name: words('app.bandOfLevel', { level }) }).selectOption(band)
      await on.click()
      const form = page.getByRole('dialog', { name: words('app.changeScale') })
      await form.getByRole('button', { name: words('action.decide') }).click()
      await expect(form).toHaveCount(0)
      const sheet = page
        .locator('section')
        .filter({ has: page.getByRole('heading', { name: words('noun.scale.one') }) })
      await expect(sheet.getByText('Possible')).toBeVisible()
      await expect(sheet.getByText('Grave')).toBeVisible()
      await expect(sheet.getByText(words('value.band.high'), { exact: true })).toHaveCount(0)
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

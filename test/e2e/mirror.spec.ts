/** The mirror of cybersecurity and AI: from a cell that is wrong to proof, both sides by one form, by keys alone. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, goTo, makeRegister, openSample, test } from '#test/support/window.ts'

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('from a red cell to the control, its evidence and its owner in three steps', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/mirror/CMG-D01')
      const row = page.locator('tr[data-item="CMG-D07"]')
      await expect(row.getByText(words('mirror.gap', { count: 3 }))).toBeVisible()
      // One: the cell. The direction's details have the focus.
      await row.getByRole('link', { name: words('mirror.overdueShort', { count: 24 }) }).click()
      const heading = page.getByRole('heading', { name: new RegExp(words('mirror.direction', { number: 7 })) })
      await expect(heading).toBeFocused()
      const controls = page.getByRole('region', { name: words('mirror.controls') })
      await expect(controls.getByText(words('value.controlStatus.effective'))).toBeVisible()
      // Two: the control.
      await controls.getByRole('link', { name: /^CTL-0010/ }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('CTL-0010')
      // Three: its owner stands there, and its evidence opens.
      await expect(page.getByText(language === 'ja' ? '森田 千尋' : 'Chihiro Morita').first()).toBeVisible()
      await page.getByRole('link', { name: /EVD-0014/ }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('EVD-0014')
    })

    test('what is missing is recorded from its cell, and both sides show it', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/mirror')
      const row = page.locator('tr[data-item="CMG-D08"]')
      await expect(row.getByText(words('mirror.noInstruction'))).toBeVisible()
      await row.getByRole('link', { name: new RegExp(words('mirror.record')) }).focus()
      await page.keyboard.press('Enter')
      await expect(page.getByLabel(words('field.direction.side'))).toHaveValue('ai')
      await expect(page.getByLabel(words('field.direction.item'))).toHaveValue('CMG-D08')
      const name = language === 'ja' ? '代替手段を用意' : 'Prepare fall-backs'
      await page.getByLabel(words('field.direction.name')).first().fill(name)
      await page.getByLabel(words('field.direction.givenOn')).fill('2026-11-20')
      await page.getByLabel(words('field.direction.maturity'), { exact: true }).selectOption('directed')
      await page.getByRole('button', { name: words('action.register'), exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('DIR-0021')
      await expect(page.getByText(words('mirror.reason.no_grounds'))).toBeVisible()
      await page.getByRole('link', { name: words('mirror.showInMirror') }).click()
      await expect(row.getByText(name)).toBeVisible()
      // Said without grounds: not confirmed, which is no step at all.
      await expect(row.getByText(words('mirror.unconfirmed'))).toBeVisible()
      await expect(row.getByText(words('mirror.noInstruction'))).toHaveCount(0)
    })

    test("the security office's list comes in after a preview, and goes out again in one step", async ({
      page,
      words,
      home,
    }) => {
      const rows =
        language === 'ja'
          ? '番号,指示,指示日,成熟度,根拠\n7,訓練を実施,2026-06-22,4 検証済,外部の評価\n12,その他,2026-01-01,1,\n'
          : 'No.,Direction,Date,Maturity,Grounds\n7,Exercise held,2026-06-22,4 Verified,Outside review\n12,Other,2026-01-01,1,\n'
      writeFileSync(join(home, 'list.csv'), rows)
      await makeRegister(page, words, 'Test')
      await goTo(page, '/mirror')
      // Nothing is recorded: no step, no difference, and nothing that looks done.
      await expect(page.getByText(words('mirror.unconfirmed'))).toHaveCount(0)
      await expect(page.locator('.mirror-table').getByText(words('app.notRegistered'))).toHaveCount(20)
      await page
        .getByRole('link', { name: words('mirror.import') })
        .first()
        .click()
      await page.getByRole('button', { name: words('import.choose'), exact: true }).click()
      await page.getByRole('button', { name: /list\.csv/ }).click()
      await expect(page.getByText(words('import.reason.DIRECTION_UNKNOWN'))).toBeVisible()
      await page.getByRole('button', { name: words('import.run', { count: 1 }) }).click()
      await page.getByRole('link', { name: words('import.openDirections') }).click()
      const cell = page.locator('tr[data-item="CMG-D07"]')
      await expect(cell.getByText(words('value.maturity.verified'))).toBeVisible()
      await page.keyboard.press('Control+z')
      await expect(cell.getByText(words('value.maturity.verified'))).toHaveCount(0)
    })

    test('a past day is read as it was', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/mirror')
      const row = page.locator('tr[data-item="CMG-D06"]')
      await expect(row.getByText(words('value.maturity.organised'))).toBeVisible()
      await page.getByRole('button', { name: words('app.dayOfLastPack') }).click()
      await expect(row.getByText(words('mirror.noInstruction'))).toBeVisible()
      await expect(
        page.locator('tr[data-item="CMG-D07"]').getByText(words('mirror.overdueShort', { count: 24 })),
      ).toHaveCount(0)
    })
  })

/** A person moves: everything they hold is given to others on a day, and both can sign what was handed over. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, goTo, openSample, pick, test } from '#test/support/window.ts'
import { pdfFacts } from '#test/support/pdf-facts.ts'

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('from the page of a person, through the draft, to the sheet on paper', async ({ page, words, home }) => {
      test.setTimeout(180_000)
      const [okabe, tsuchiya, hayashi] =
        language === 'ja' ? ['岡部 大輔', '土屋 健', '林 美咲'] : ['Daisuke Okabe', 'Ken Tsuchiya', 'Misaki Hayashi']
      await openSample(page, words)
      await goTo(page, '/person')
      await page
        .getByRole('row', { name: new RegExp(okabe) })
        .locator('.code')
        .click()
      await page
        .getByRole('complementary')
        .getByRole('link', { name: words('action.open') })
        .click()
      await page.getByRole('link', { name: words('handover.ofPerson'), exact: true }).click()

      await expect(page.getByRole('combobox', { name: words('handover.predecessor') })).toHaveValue(okabe)
      const rows = page.getByRole('table').getByRole('row')
      await expect(page.getByText(words('handover.becomesVacant')).first()).toBeVisible()
      await pick(page, words('handover.everything'), tsuchiya)
      await expect(page.getByText(words('handover.becomesVacant'))).toHaveCount(0)
      // One of the actions goes to somebody else, another one stays.
      const actions = rows.filter({ hasText: words('handover.kind.action') })
      await actions.first().getByRole('combobox').fill(hayashi)
      await page.getByRole('option', { name: hayashi }).first().click()
      await actions.last().getByRole('checkbox').check()
      await page.getByRole('button', { name: words('handover.carryOut') }).click()
      await expect(page.locator('.refusal')).toBeVisible()
      await page
        .getByLabel(words('app.reason'))
        .fill(language === 'ja' ? '定期異動（本社物流企画部へ）' : 'Regular rotation to the head office')
      await page.getByRole('button', { name: words('handover.preview') }).click()
      const draft = page.getByRole('dialog')
      await expect(draft.getByRole('heading', { name: words('handoverSheet.title'), exact: true })).toBeVisible()
      await expect(draft.getByText(words('handoverSheet.draft'))).toBeVisible()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: words('handover.carryOut') }).click()

      await expect(page.getByText(words('handover.stillHolds', { name: okabe, count: 1 }))).toBeVisible()
      const sheet = page.locator('.handover-sheet')
      for (const text of [okabe, tsuchiya, hayashi, words('handoverSheet.confirmer')])
        await expect(sheet.getByText(text).first()).toBeVisible()
      await page.getByRole('button', { name: words('handover.print') }).click()
      await page.getByRole('button', { name: words('action.useThisFolder') }).click()
      await expect(page.getByText(/handover-PSN-.*\.pdf/)).toBeVisible({ timeout: 60_000 })
      const [file = ''] = readdirSync(home).filter((name) => name.endsWith('.pdf'))
      const pdf = await pdfFacts(readFileSync(join(home, file)))
      const squeezed = (text: string) => text.replace(/\s+/g, '')
      for (const text of [words('handoverSheet.title'), okabe, tsuchiya, hayashi, words('handoverSheet.signatures')])
        expect(squeezed(pdf.text.join(''))).toContain(squeezed(text))
      expect(new Set(pdf.pages)).toEqual(new Set(['portrait 210 × 297']))
      expect(pdf.fonts.filter((font) => !font.embedded || font.type === 'Type3')).toEqual([])
      expect([pdf.language, pdf.tagged]).toEqual([language, true])
    })
  })

/** Ctrl+P prints what is on the screen as a PDF: a list in its columns and order, a record with its history, other screens as drawn. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { pdfFacts } from '#test/support/pdf-facts.ts'
import { expect, goTo, openSample, test, type WindowFixtures } from '#test/support/window.ts'

type Words = WindowFixtures['words']

/** Prints the screen into the home folder and reads what came of it. */
async function printed(page: Page, words: Words, home: string) {
  const before = readdirSync(home)
  await page.keyboard.press('Control+p')
  await page.getByRole('button', { name: words('action.useThisFolder') }).click()
  const file = () => readdirSync(home).find((name) => name.endsWith('.pdf') && !before.includes(name))
  await expect.poll(file, { timeout: 60_000 }).toBeTruthy()
  const pdf = await pdfFacts(readFileSync(join(home, file() ?? '')))
  expect(pdf.fonts.filter((font) => !font.embedded || font.type === 'Type3')).toEqual([])
  expect(pdf.tagged).toBe(true)
  return { ...pdf, all: squeezed(pdf.text.join('')) }
}
const squeezed = (text: string) => text.replace(/\s+/g, '')

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('a list, a record, and a screen that is neither', async ({ page, words, home }) => {
      test.setTimeout(240_000)
      await openSample(page, words)
      await goTo(page, '/risk')
      const search = page.getByRole('searchbox')
      await search.fill('RSK-001')
      await expect(page.getByRole('gridcell', { name: 'RSK-0020', exact: true })).toBeHidden()
      await expect(page.getByRole('gridcell', { name: 'RSK-0019', exact: true })).toBeVisible()
      const list = await printed(page, words, home)
      expect(new Set(list.pages)).toEqual(new Set(['landscape 297 × 210']))
      for (const text of ['RSK-0010', 'RSK-0019', words('printed.search'), words('app.sample')])
        expect(list.all).toContain(squeezed(text))
      expect(list.all).not.toContain('RSK-0020')
      expect(list.language).toBe(language)

      await search.fill('')
      await search.blur()
      await page.keyboard.press('Control+k')
      await page.keyboard.type('act12')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('ACT-0012')
      const record = await printed(page, words, home)
      expect(new Set(record.pages)).toEqual(new Set(['portrait 210 × 297']))
      for (const text of ['ACT-0012', words('field.action.dueOn'), words('printed.when')])
        expect(record.all).toContain(squeezed(text))

      await goTo(page, '/settings')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('nav.settings'))
      const settings = await printed(page, words, home)
      for (const text of [words('nav.settings'), words('field.organisation.fiscalStartMonth')])
        expect(settings.all).toContain(squeezed(text))
    })

    test('the mirror, with its numbers and words and without its orders', async ({ page, words, home }) => {
      await openSample(page, words)
      await goTo(page, '/mirror/CMG-D07')
      await expect(page.locator('tr[data-item="CMG-D07"]')).toBeVisible()
      const mirror = await printed(page, words, home)
      for (const text of [
        words('value.directionItem.CMG-D10'),
        `4${words('value.maturity.verified')}`,
        words('mirror.unconfirmed'),
        words('mirror.noInstruction'),
        words('mirror.gap', { count: 3 }),
        words('mirror.hatchMeans'),
        'CTL-0010',
        'EVD-0014',
      ])
        expect(mirror.all).toContain(squeezed(text))
      expect(mirror.all).not.toContain(squeezed(words('mirror.mend.no_grounds')))
      expect(mirror.all).not.toContain(squeezed(words('mirror.import')))
    })
  })

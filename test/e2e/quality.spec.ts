/** Data quality in the window: from a rule to its finding, to the field of the record, and back to a register with one less. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, goTo, openSample, test } from '#test/support/window.ts'

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('a finding leads to its field; put right, it is gone from the screen and from the record', async ({
      page,
      words,
    }) => {
      await openSample(page, words)
      await page.getByRole('link', { name: words('kri.K28.title') }).click()
      await expect(page.getByRole('heading', { level: 1, name: words('quality.title') })).toBeVisible()
      const rule = page.getByRole('row', { name: /^DQ-05/ })
      await expect(rule).toContainText('1 / 34')
      await rule.getByRole('button').click()
      const findings = page.getByRole('table', { name: words('quality.rule.systemTierUnset'), exact: true })
      await findings.getByRole('link').click()
      const tier = page.getByLabel(words('field.system.tier'), { exact: true })
      await expect(tier).toBeFocused()
      const own = page.getByRole('region', { name: words('quality.ofRecord') })
      await expect(own.getByRole('link', { name: 'DQ-05' })).toBeVisible()
      await tier.selectOption({ label: words('value.tier.low') })
      await expect(own.getByRole('link', { name: 'DQ-05' })).toHaveCount(0)
      await goTo(page, '/quality')
      await expect(page.getByRole('row', { name: /^DQ-04/ })).toBeVisible()
      await expect(page.getByRole('row', { name: /^DQ-05/ })).toHaveCount(0)
    })

    test('filtered by severity and noun, and written as CSV', async ({ page, words, home }) => {
      await openSample(page, words)
      await goTo(page, '/quality')
      await page.getByLabel(words('quality.column.severity'), { exact: true }).selectOption('error')
      await page.getByLabel(words('quality.column.noun'), { exact: true }).selectOption('system')
      await expect(page.locator('.quality-rules tbody tr td:first-child')).toHaveText(['DQ-01', 'DQ-07', 'DQ-08'])
      await page.getByRole('button', { name: words('quality.toCsv') }).click()
      await page.getByRole('button', { name: words('action.useThisFolder') }).click()
      await expect(page.getByText(new RegExp(`${words('quality.title')}-.*\\.csv`))).toBeVisible()
      const [file = ''] = readdirSync(home).filter((name) => name.endsWith('.csv'))
      const rows = readFileSync(join(home, file), 'utf8').trim().split(/\r?\n/).slice(1)
      expect(rows.length).toBeGreaterThan(5)
      expect([...new Set(rows.map((row) => row.slice(0, 7)))]).toEqual(['"DQ-01"', '"DQ-07"', '"DQ-08"'])
      await page.getByRole('button', { name: words('quality.clearFilter') }).click()
      await expect(page.getByRole('row', { name: /^DQ-04/ })).toBeVisible()
    })
  })

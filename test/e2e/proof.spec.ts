/** From a claimed residual level to its proof: a control is tested on a sample, its evidence kept, accepted and saved out. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openRow } from '#test/support/grid.ts'
import { expect, goTo, openSample, pick, test, type WindowFixtures } from '#test/support/window.ts'

/** Opens the page of a record that is found by its code. */
async function openRecord(page: Page, words: WindowFixtures['words'], noun: string, code: string): Promise<void> {
  await goTo(page, `/${noun}`)
  await page.getByRole('searchbox').fill(code)
  await openRow(page, code)
  await page
    .getByRole('complementary')
    .getByRole('link', { name: words('action.open'), exact: true })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(code)
}

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('a tested control moves the evidenced level; its file comes back byte for byte', async ({
      page,
      words,
      home,
    }) => {
      test.setTimeout(120_000)
      await openSample(page, words)
      await openRecord(page, words, 'risk', 'RSK-0015')
      const levels = page.locator('.claimed-evidenced')
      const proof = page.locator('.proofs li', { hasText: 'CTL-0036' })
      await expect(levels).toContainText(`${words('value.band.high')} 3 × 4`)
      await expect(proof).toContainText(words('proofReason.untested'))
      await expect(page.getByText(words('app.evidenceGap'))).toBeVisible()

      await proof.getByRole('link').click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('CTL-0036')
      await page.getByRole('button', { name: words('action.recordTest') }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(words('field.controlTest.result')).selectOption('effective')
      await pick(page, words('field.controlTest.testerId'), language === 'ja' ? '久保' : 'Kubo')
      await dialog.getByLabel(words('field.controlTest.method')).fill('20件の再試験の記録を照合')
      await dialog.getByLabel(words('field.controlTest.population')).fill('35')
      await dialog.getByLabel(words('field.controlTest.sampleSize')).fill('20')
      await dialog.getByLabel(words('field.controlTest.passed')).fill('21')
      await dialog.getByLabel(words('field.controlTest.note')).fill('基準値を下回る変更はない')
      const record = dialog.getByRole('button', { name: words('action.recordTest') })
      await record.click()
      await expect(dialog.getByText(words('issue.MORE_THAN_SAMPLED')).first()).toBeVisible()
      await dialog.getByLabel(words('field.controlTest.passed')).fill('19')
      await record.click()
      await expect(dialog).toHaveCount(0)
      await expect(
        page.getByText(words('app.sampleOfPopulation', { population: 35, size: 20, passed: 19 })),
      ).toBeVisible()

      await openRecord(page, words, 'risk', 'RSK-0015')
      await expect(proof).toContainText(words('proofReason.proven'))
      await expect(levels).not.toContainText(words('value.band.high'))
      await expect(page.getByText(words('app.evidenceGap'))).toHaveCount(0)

      const bytes = Buffer.from([...Array(300).keys()].map((each) => each % 256))
      writeFileSync(join(home, 'retest.log'), bytes)
      await openRecord(page, words, 'evidence', 'EVD-0054')
      await page.getByRole('button', { name: words('action.attachFile') }).click()
      await page.getByRole('button', { name: /retest\.log/ }).click()
      await expect(page.getByText(createHash('sha256').update(bytes).digest('hex'))).toBeVisible()
      await page.getByRole('button', { name: words('action.acceptEvidence') }).click()
      await pick(page, words('field.evidence.accepterId'), language === 'ja' ? '久保' : 'Kubo')
      await dialog.getByLabel(words('field.evidence.acceptedNote')).fill('原本と照合した')
      await dialog.getByRole('button', { name: words('action.acceptEvidence') }).click()
      await expect(dialog).toHaveCount(0)
      await expect(page.getByText(words('value.evidenceStanding.accepted')).first()).toBeVisible()

      await page.getByRole('button', { name: words('action.saveFile') }).click()
      await page.getByRole('button', { name: words('action.useThisFolder') }).click()
      await expect(page.getByText(words('app.fileSaved', { name: 'retest-2.log' }))).toBeVisible()
      expect(readFileSync(join(home, 'retest-2.log'))).toEqual(bytes)
    })
  })

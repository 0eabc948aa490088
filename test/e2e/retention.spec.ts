/** A person's name leaves the register: under a hold it is refused; then where it stands is shown, replaced, and gone from the file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, goTo, makeRegister, test, type WindowFixtures } from '#test/support/window.ts'

type Words = WindowFixtures['words']

const names = {
  ja: { company: '試験商事', person: '髙橋 弘明', other: '與信 花子' },
  en: { company: 'Shiken Shoji', person: 'Hiroaki Quillfeather', other: 'Hana Yoshin' },
} as const

async function register(page: Page, words: Words, path: string, field: string, name: string): Promise<void> {
  await goTo(page, path)
  await page.getByRole('textbox', { name: words(field) }).fill(name)
  await page.getByRole('button', { name: words('action.register'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
}

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('a name is taken out, and a hold keeps it', async ({ page, words, home }) => {
      test.setTimeout(240_000)
      page.setDefaultTimeout(40_000)
      const { company, person, other } = names[language]
      await makeRegister(page, words, company)
      await register(page, words, '/person/new', 'field.person.name', person)
      await register(page, words, '/system/new', 'field.system.name', `${company} ${person}`)
      await register(page, words, '/person/new', 'field.person.name', other)

      await goTo(page, '/retention')
      await expect(page.getByText(words('retention.noRuleYet'))).toBeVisible()
      await page.getByRole('button', { name: words('retention.placeHold'), exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(words('field.legalHold.matter')).fill('2026-08')
      await dialog.getByLabel(words('field.legalHold.reason')).fill('訴訟')
      await dialog.getByLabel(words('field.legalHold.orderedBy')).fill(other)
      await dialog.getByLabel(words('field.legalHold.scope')).selectOption('everyone')
      await dialog.getByRole('button', { name: words('retention.placeHold'), exact: true }).click()
      await expect(page.getByText(words('retention.holdInForce'), { exact: true })).toBeVisible()
      await page.getByRole('button', { name: new RegExp(words('retention.view.everybody')) }).click()
      const row = page.getByRole('row', { name: new RegExp(person) })
      await row.getByRole('button').click()
      await expect(dialog.getByRole('alert')).toContainText('2026-08')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: words('retention.releaseOf', { matter: '2026-08' }) }).click()
      await dialog.getByLabel(words('field.legalHold.releasedBy')).fill(other)
      await dialog.getByLabel(words('field.legalHold.releaseReason')).fill('終結')
      await dialog.getByRole('button', { name: words('retention.release'), exact: true }).click()
      await expect(page.getByText(words('retention.holdOver'), { exact: true })).toBeVisible()

      await row.getByRole('link').click()
      await page.getByRole('link', { name: words('retention.redact'), exact: true }).click()
      const places = dialog.getByRole('row').filter({ has: page.getByRole('checkbox') })
      await expect(places.filter({ hasText: company }).locator('mark')).toHaveText(person)
      await dialog.getByLabel(words('field.redaction.decidedBy')).fill(other)
      await dialog.getByLabel(words('field.redaction.note')).fill(words('value.redactionGround.request'))
      await dialog.getByRole('button', { name: words('retention.redact'), exact: true }).click()
      await expect(dialog.getByText(words('retention.removeMeans'))).toBeVisible()
      await dialog.getByRole('button', { name: /1/ }).click()
      await expect(dialog).toHaveCount(0)
      await expect(page.getByRole('row', { name: new RegExp(person) })).toHaveCount(0)
      const placeholder = language === 'ja' ? /削除済み（[0-9A-F]{8}）/ : /Redacted-[0-9A-F]{8}/
      await goTo(page, '/system')
      await expect(page.getByRole('row', { name: placeholder })).toBeVisible()

      // No byte of it is left beside what the person keeps as drafts: neither in the file nor in a backup.
      const left = readdirSync(home, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.daicho/.test(entry.name))
        .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(person))
        .map(({ name }) => name)
      expect(left).toEqual([])
      await goTo(page, '/log')
      await page.getByRole('button', { name: words('action.verify'), exact: true }).click()
      await expect(page.getByText(words('app.verifyNothing'))).toBeVisible({ timeout: 30_000 })
    })
  })

/** A pack from its first line of commentary to a finished bundle: refused with the record to put right, put right, signed off. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { checkBundle } from '#electron/register/export/check-bundle.ts'
import { parseManifest } from '#electron/register/export/manifest.ts'
import { pdfFacts } from '#test/support/pdf-facts.ts'
import { expect, goTo, makeRegister, pick, test } from '#test/support/window.ts'

test.use({ language: 'en' })

test('commentary is written, the sign-off is refused until it is confirmed, and the bundle proves what was frozen', async ({
  page,
  words,
  home,
}) => {
  test.setTimeout(120_000)
  await makeRegister(page, words, 'Finishing')
  await goTo(page, '/person/new')
  await page.getByLabel(words('field.person.name'), { exact: false }).first().fill('Aya Yamamoto')
  await page.getByRole('button', { name: words('action.register'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /Aya Yamamoto/ }).waitFor()

  await goTo(page, '/pack/draft')
  const panel = page.getByRole('complementary', { name: words('finishing.title') })
  // Nobody has set a budget: said in words, not by a dash.
  await expect(panel.getByText(/^\d+ pages \(no budget\)$/)).toBeVisible()
  const dialog = page.getByRole('dialog')
  const pressIn = async (button: Locator) => {
    await button.click()
    await expect(dialog).toHaveCount(0)
  }
  const heatMap = words('pack.figure.heatMap')
  await panel.getByRole('button', { name: words('finishing.writeAt', { name: heatMap }) }).click()
  await dialog.getByLabel(words('field.packNote.text'), { exact: false }).first().fill('No risk has been judged yet')
  await pressIn(dialog.getByRole('button', { name: words('finishing.saveNote') }))
  await expect(page.locator('.pack-commentary')).toHaveText('No risk has been judged yet')

  await goTo(page, '/pack/lock')
  await pressIn(dialog.getByRole('button', { name: words('action.lock'), exact: true }))
  // Whoever locks a pack is led to it.
  await expect(panel).toContainText(words('finishing.older'))

  const signOff = async () => {
    await panel.getByRole('button', { name: words('finishing.signOff') }).click()
    for (const role of ['preparer', 'executive']) {
      const field = dialog.locator(`#sign-off-${role}Person`)
      await field.click()
      await field.fill('Aya Yamamoto')
      await page.getByRole('option', { name: 'Aya Yamamoto' }).first().click()
    }
    await dialog.getByLabel(words('app.reason'), { exact: false }).first().fill('For the board')
    await dialog.getByRole('button', { name: words('finishing.signOff') }).click()
  }
  await signOff()
  await expect(dialog).toContainText(words('packChecks.point.nothingSaid'))
  await pressIn(dialog.getByRole('button', { name: words('action.cancel') }))

  await page.getByRole('button', { name: words('packChecks.confirmNone') }).click()
  await pick(page, words('field.noDecision.personId'), 'Aya Yamamoto')
  await pressIn(dialog.getByRole('button', { name: words('packChecks.confirmNone') }))
  await panel.getByRole('button', { name: words('finishing.stillHolds') }).click()
  await expect(page.getByText(words('packChecks.nothingRefuses'))).toBeVisible()
  await signOff()
  await expect(dialog).toHaveCount(0)
  await expect(page.locator('.pack-furniture-foot').first()).toContainText(words('pack.final'))
  await expect(panel.getByRole('button')).toHaveCount(0)

  await page.getByRole('button', { name: words('action.writeBundle') }).click()
  await dialog.getByRole('radio', { name: words('value.language.en'), exact: true }).check()
  await dialog.getByRole('button', { name: words('action.chooseFolder') }).click()
  await dialog.getByRole('button', { name: words('action.useThisFolder') }).click()
  const folder = () => readdirSync(home).find((name) => name.startsWith('PACK-'))
  await expect.poll(folder, { timeout: 120_000 }).toBeDefined()
  const dir = join(home, folder() ?? '')
  const digest = parseManifest(readFileSync(join(dir, 'manifest.json'), 'utf8'))?.packDigest ?? ''
  expect((await checkBundle(dir, { noted: digest })).findings).toEqual([])
  const text = (await pdfFacts(readFileSync(join(dir, 'boardpack.en.pdf')))).text.join('')
  for (const printed of [digest, 'Noriskhasbeenjudgedyet', 'AyaYamamoto']) expect(text).toContain(printed)
})

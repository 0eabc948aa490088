/**
 * Text that is markup, where it is not simply shown: in the view of a director (of the register and of a bundle alone), in the
 * preview of an import, before a merge, and in answers of an owner that are looked at.
 */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { assign } from '#electron/register/accountability.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { createSystem } from '#electron/register/systems.ts'
import { shownOf } from '#electron/register/workbook/cells.ts'
import { readWorkbook } from '#electron/register/workbook/read-workbook.ts'
import { writeWorkbook } from '#electron/register/workbook/write-workbook.ts'
import { readKey } from '#shared/domain/owner-questions/owner-questionnaire.ts'
import { settled } from '#test/pictures/desk.ts'
import { acting, furtherSurroundings, hostileRegister, lockedPack } from '#test/support/hostile-window.ts'
import { mark, markup } from '#test/support/marked-register.ts'
import { expect, goTo, startApplication, test, type WindowFixtures } from '#test/support/window.ts'

type Words = WindowFixtures['words']

const text = (index: number): string => markup[index % markup.length] ?? ''

/** What was looked at, and what of it acted or showed nothing of the texts. */
class Looks {
  readonly found: Record<string, string[]> = {}
  readonly shown = new Set<string>()
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async at(where: string): Promise<void> {
    await settled(this.#page)
    const findings = await acting(this.#page)
    if (findings.length > 0) (this.found[where] ??= []).push(...findings)
    const typed = await this.#page
      .locator('input, textarea')
      .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))
    if (`${await this.#page.locator('body').innerText()} ${typed.join(' ')}`.includes(mark)) this.shown.add(where)
  }
}

async function openHostile(
  home: string,
  words: Words,
  prepare: (file: string) => Promise<void> | void = () => undefined,
) {
  const file = join(home, 'hostile.daicho')
  hostileRegister(file)
  await prepare(file)
  const application = await startApplication(home, { language: 'ja', open: file })
  const { page } = application
  await page.getByRole('heading', { level: 1, name: words('overview.title') }).waitFor({ timeout: 60_000 })
  return { application, page, looks: new Looks(page), file }
}

test('in the view of a director, of the register and of a bundle alone', async ({ home, words }) => {
  test.setTimeout(300_000)
  let pack = { id: '', code: '' }
  const { application, page, looks } = await openHostile(home, words, async (file) => {
    pack = await lockedPack(file, home)
  })
  await page.setViewportSize({ width: 1920, height: 1080 })
  await goTo(page, `/pack/${pack.id}`)
  await page.getByRole('link', { name: words('director.title') }).click()
  const sheet = page.locator('.pack-sheet')
  const through = async (where: string) => {
    await sheet.waitFor({ timeout: 60_000 })
    const seen = new Set<string>()
    for (;;) {
      const name = (await sheet.getAttribute('data-page')) ?? ''
      if (seen.has(name)) break
      seen.add(name)
      await looks.at(`${where}: ${name}`)
      const number = sheet.locator('a').first()
      // Once is enough: the panel is the same on every page.
      if (seen.size <= 2 && (await number.isVisible())) {
        await number.focus()
        await page.keyboard.press('Enter')
        const panel = page.getByRole('complementary')
        await panel.getByRole('row').nth(1).waitFor()
        await looks.at(`${where}: ${name}, the records`)
        await panel
          .getByRole('button', { name: /^[A-Z]{3}-\d{4}$/ })
          .first()
          .click()
        await panel.locator('.director-fields').first().waitFor()
        await looks.at(`${where}: ${name}, a record`)
        await panel.getByRole('button', { name: words('director.back') }).click()
        await panel.getByRole('row').nth(1).waitFor()
        await page.keyboard.press('Escape')
        await expect(panel).toHaveCount(0)
      }
      await page.keyboard.press('ArrowRight')
      await settled(page)
    }
    return seen.size
  }
  expect(await through('the register')).toBeGreaterThan(3)
  await goTo(page, `/pack/${pack.id}`)
  await page.getByRole('button', { name: /hostile\.daicho/ }).click()
  await page.getByRole('menuitem', { name: words('action.closeRegister') }).click()
  await page.getByRole('link', { name: words('director.openBundle') }).click()
  await page.getByRole('button', { name: words('action.chooseBundle') }).click()
  await page.getByRole('button', { name: pack.code }).click()
  await page.getByRole('button', { name: words('action.useThisFolder') }).click()
  expect(await through('the bundle')).toBeGreaterThan(3)
  expect(looks.found).toEqual({})
  for (const place of ['the register: summary', 'the bundle: summary']) expect(looks.shown).toContain(place)
  await application.close()
})

test('before an import, before a merge, and in the answers of an owner', async ({ home, words }) => {
  test.setTimeout(300_000)
  const other = join(home, `${mark}<img src=x class=${mark} onerror=1>.daicho`)
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
  const sheet = `${mark}<img src=x class=${mark} onerror=1>.csv`
  writeFileSync(
    join(home, sheet),
    [['名称', '部門', text(1)], ...markup.map((each) => [each, each, each])]
      .map((row) => row.map(quoted).join(','))
      .join('\n'),
  )
  const { application, page, looks } = await openHostile(home, words, (file) => {
    hostileRegister(other)
    const surroundings = furtherSurroundings()
    const register = openRegister(file, { surroundings, mode: 'write' })
    // Somebody who can be asked of a system whose words are all marks.
    const name = { ja: text(1), en: null }
    const system = createSystem(register, { name, purpose: name })
    const [person] = [...recordTables.person.all(register.read)]
    if (person === undefined) throw new Error('nobody can be asked')
    assign(register, {
      role: 'system_owner',
      subject: 'system',
      subjectId: system.id,
      postId: null,
      personId: person.id,
      from: register.today(),
    })
    register.close()
    copyFileSync(file, join(home, 'copy.daicho'))
    const copy = openRegister(join(home, 'copy.daicho'), { surroundings, mode: 'write' })
    createSystem(copy, { name: { ja: `${text(1)} 写し`, en: null }, notes: text(2) })
    copy.close()
  })
  await goTo(page, '/import')
  await page.getByRole('button', { name: words('import.choose'), exact: true }).click()
  await looks.at('the files to choose from')
  await page.getByRole('button', { name: /\.csv/ }).click()
  await page.locator('.import-counts').waitFor()
  await looks.at('the preview of an import')

  await goTo(page, '/merge')
  await page.getByRole('button', { name: words('merge.choose') }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'copy.daicho' }).click()
  await page.getByRole('button', { name: words('merge.run'), exact: true }).waitFor({ timeout: 60_000 })
  await looks.at('before a merge')

  await goTo(page, '/owner-questions')
  const table = page.getByRole('table', { name: words('ownerQuestions.heading') })
  await table.getByRole('row').nth(1).getByRole('checkbox').first().check()
  await looks.at('whom to ask')
  await page.getByRole('button', { name: words('ownerQuestions.write', { count: 1 }) }).click()
  const dialog = page.getByRole('dialog')
  await looks.at('the dialog of questions')
  await dialog.getByRole('button', { name: words('ownerQuestions.chooseFolder') }).click()
  await page.getByRole('button', { name: words('action.useThisFolder') }).click()
  await expect(page.getByText(words('ownerQuestions.written', { count: 1 }))).toBeVisible()
  const [book = ''] = readdirSync(home).filter((each) => each.endsWith('.xlsx'))
  await answerWithMarkup(join(home, book), words)
  await page.getByRole('button', { name: words('ownerQuestions.readBack') }).click()
  await dialog.getByRole('button', { name: book }).click()
  await page.getByRole('button', { name: words('ownerQuestions.back') }).waitFor()
  await looks.at('the answers of an owner')

  expect(looks.found).toEqual({})
  for (const place of ['the preview of an import', 'before a merge', 'the answers of an owner'])
    expect(looks.shown).toContain(place)
  await application.close()
})

/** Each question answered with markup, as "otherwise". */
async function answerWithMarkup(file: string, words: Words): Promise<void> {
  const sheets = await readWorkbook(readFileSync(file), { file })
  const filled = sheets.map(({ name, rows }) => ({
    name,
    columns: [],
    rows: rows.map((row, index) => {
      const cells = row.map(shownOf)
      if (readKey(cells[0] ?? '') === null) return { cells }
      for (let column = 0; column < 8; column += 1) cells[column] ??= ''
      ;[cells[6], cells[7]] = [words('ownerQuestions.answer.wrong'), text(index)]
      return { cells }
    }),
  }))
  writeFileSync(file, await writeWorkbook({ title: 'x', at: '2026-11-20T00:00:00.000Z', sheets: filled }))
}

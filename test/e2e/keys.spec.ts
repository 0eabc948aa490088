/** The keyboard map: what each key does, where it does nothing, and the sheet that tells of them, in both languages. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, goTo, makeRegister, test } from '#test/support/window.ts'

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('single letters create, find and tell of the keys; in a field they are letters', async ({ page, words }) => {
      await makeRegister(page, words, '試験商事')
      await page.keyboard.press('Alt+4')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('noun.risk.many'))
      await page.keyboard.press('/')
      const search = page.getByRole('searchbox')
      await expect(search).toBeFocused()
      await page.keyboard.type('c/?')
      await expect(search).toHaveValue('c/?')
      await expect(page).toHaveURL(/#\/risk$/)
      await page.getByRole('heading', { level: 1 }).click()
      await search.evaluate((field: HTMLElement) => field.blur())
      await page.keyboard.press('Control+f')
      await expect(search).toBeFocused()
      await search.fill('')
      await search.evaluate((field: HTMLElement) => field.blur())
      await page.keyboard.press('c')
      await expect(page).toHaveURL(/#\/risk\/new$/)
    })

    test('the sheet of keys names them as this system writes them, and finds one', async ({ page, words }) => {
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.keyboard.press('Shift+?')
      const sheet = page.getByRole('dialog', { name: words('command.keySheet') })
      await expect(sheet.getByRole('searchbox')).toBeFocused()
      const row = (text: string) => sheet.locator('dl > div').filter({ hasText: text })
      await expect(row(words('command.saveCopy')).locator('kbd')).toHaveText(['Ctrl+Shift+S'])
      await expect(row(words('command.findHere')).locator('kbd')).toHaveText(['Ctrl+F', '/'])
      await expect(row(words('gridKey.edit')).locator('kbd')).toHaveText(['Enter', 'F2'])
      await sheet.getByRole('searchbox').fill(words('gridKey.fillDown'))
      await expect(sheet.locator('dt')).toHaveText([words('gridKey.fillDown')])
      await sheet.getByRole('searchbox').fill('')
      await page.keyboard.press('Escape')
      await expect(sheet).toBeHidden()
    })

    test('single letters can be switched off', async ({ page, words }) => {
      await makeRegister(page, words, '試験商事')
      await goTo(page, '/settings')
      await page
        .getByRole('group', { name: words('display.letterKeys') })
        .getByRole('button', { name: words('display.letterKeysAre.off'), exact: true })
        .click()
      await goTo(page, '/risk')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('noun.risk.many'))
      await page.keyboard.press('c')
      await page.keyboard.press('Shift+?')
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('combobox', { name: words('app.find') })).toBeFocused()
      await expect(page).toHaveURL(/#\/risk$/)
      await expect(page.getByRole('dialog', { name: words('command.keySheet') })).toBeHidden()
    })

    test('Ctrl+Enter submits the form from any of its fields', async ({ page, words }) => {
      await makeRegister(page, words, '試験商事')
      await goTo(page, '/system/new')
      const name = page.getByRole('textbox', { name: words('field.system.name') })
      await name.fill('需要予測の検算')
      await page.keyboard.press('Control+Enter')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('需要予測の検算')
    })

    test('a copy of the register is saved beside it, and never over another file', async ({ page, words, home }) => {
      await makeRegister(page, words, '試験商事')
      const save = async () => {
        await page.keyboard.press('Control+Shift+s')
        const dialog = page.getByRole('dialog', { name: words('start.choose.copy-register') })
        await dialog.getByLabel(words('start.newName')).fill('写し')
        await dialog.getByRole('button', { name: words('action.saveHere') }).click()
      }
      await save()
      await expect(page.getByText(words('app.copySaved', { name: '写し.daicho' }))).toBeVisible()
      expect(existsSync(join(home, '写し.daicho'))).toBe(true)
      await save()
      await expect(page.getByRole('alert').filter({ hasText: '写し.daicho' })).toBeVisible()
      expect(readdirSync(home).filter((file) => file.endsWith('.partial'))).toEqual([])
    })
  })

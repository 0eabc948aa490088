/** A copy behind a passphrase, from the window: chosen, saved, opened with the wrong one and with the right one. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, makeRegister, test } from '#test/support/window.ts'

test.use({ language: 'ja' })

const passphrase = '羅針盤と六分儀と海図と錨'
/** Making the key takes about a second, and more on a computer that is busy. */
const keyed = { timeout: 60_000 }

test('a protected copy is saved, refuses a wrong passphrase, and becomes a register with the right one', async ({
  page,
  words,
  home,
}) => {
  test.setTimeout(240_000)
  await makeRegister(page, words, '試験商事')
  const files = () => readdirSync(home).filter((name) => name.includes('.daicho'))
  const [register = ''] = files()

  await page.getByRole('button', { name: register }).click()
  await page.getByRole('menuitem', { name: words('command.saveProtectedCopy') }).click()
  const asked = page.getByRole('dialog', { name: words('passphrase.newTitle') })
  await expect(asked).toContainText(words('passphrase.noWayBack'))
  const first = asked.getByLabel(words('passphrase.field'), { exact: true })
  const again = asked.getByLabel(words('passphrase.again'))
  const protect = asked.getByRole('button', { name: words('passphrase.protect') })
  // Typed into a field that shows nothing of it.
  await expect(first).toHaveAttribute('type', 'password')
  await expect(first).toBeFocused()
  await protect.click()
  await expect(asked.getByRole('alert')).toHaveText(words('passphrase.empty'))
  await first.fill('短い')
  await expect(asked.getByRole('status')).toHaveText(words('passphrase.strength.short'))
  await first.fill(passphrase)
  await expect(asked.getByRole('status')).not.toHaveText(words('passphrase.strength.short'))
  await again.fill(`${passphrase}？`)
  await protect.click()
  await expect(asked.getByRole('alert')).toHaveText(words('passphrase.differ'))
  expect(files()).toEqual([register])
  await again.fill(passphrase)
  await protect.click()

  const chooser = page.getByRole('dialog')
  const name = chooser.getByLabel(words('start.newName'))
  await expect(name).toHaveValue(/\.daicho\.age$/)
  await name.fill('写し.daicho.age')
  await name.press('Enter')
  await expect(page.getByText(words('app.protectedCopySaved', { name: '写し.daicho.age' }))).toBeVisible(keyed)
  expect(readFileSync(join(home, '写し.daicho.age')).toString('latin1', 0, 21)).toBe('age-encryption.org/v1')

  await page.getByRole('button', { name: register }).click()
  await page.getByRole('menuitem', { name: words('action.closeRegister') }).click()
  await page.getByRole('button', { name: words('action.openFile') }).click()
  await page.getByRole('dialog').getByRole('button', { name: '写し.daicho.age' }).click()
  await page.getByRole('button', { name: words('action.openProtected') }).click()
  // A register is lived in, so that a place for it is asked first.
  const place = page.getByRole('dialog').getByLabel(words('start.newName'))
  await place.fill('写しから.daicho')
  await place.press('Enter')
  const opening = page.getByRole('dialog', { name: words('passphrase.openTitle') })
  await expect(opening).toContainText('写し.daicho.age')
  await expect(opening).toContainText(words('passphrase.forgotten'))
  await opening.getByLabel(words('passphrase.field')).fill(`${passphrase}？`)
  await opening.getByRole('button', { name: words('passphrase.open'), exact: true }).click()
  await expect(opening.getByRole('alert')).toContainText('パスフレーズが違います', keyed)
  // Nothing of it was taken out.
  expect(files()).not.toContain('写しから.daicho')
  // The wrong one does not stand there any more.
  await expect(opening.getByLabel(words('passphrase.field'))).toHaveValue('')
  await opening.getByLabel(words('passphrase.field')).fill(passphrase)
  await opening.getByRole('button', { name: words('passphrase.open'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('overview.title'), keyed)
  await expect(page.getByRole('button', { name: '写しから.daicho' })).toBeVisible()
  expect(files()).toContain('写しから.daicho')
})

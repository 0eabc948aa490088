import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { newRegister } from '#electron/register/new-register.ts'
import { openRegister, realSurroundings } from '#electron/register/store/register-file.ts'
import { expect, goTo, test } from '#test/support/window.ts'

test('a file that is no register is refused with a sentence, and the three choices stay', async ({
  page,
  words,
  home,
}) => {
  writeFileSync(join(home, 'letter.daicho'), 'not a register at all')
  await page.getByRole('button', { name: words('action.openFile') }).click()
  await page.getByRole('button', { name: /letter\.daicho/ }).click()
  await expect(page.getByRole('alert')).toContainText('letter.daicho')
  await expect(page.getByRole('button', { name: words('action.openSample') })).toBeEnabled()
})

test('a register that another process edits opens read-only, says who holds it, and offers no change', async ({
  page,
  words,
  home,
}) => {
  const file = join(home, 'held.daicho')
  const surroundings = realSurroundings(v7, 'somebody')
  newRegister(file, surroundings, { language: 'ja', name: { ja: '試験商事', en: null }, from: '2026-04-01' })
  const holder = openRegister(file, { surroundings, mode: 'write' })
  try {
    await page.getByRole('button', { name: words('action.openFile') }).click()
    await page.getByRole('button', { name: /held\.daicho/ }).click()
    await expect(page.locator('.frame-notice')).toContainText('somebody')
    await goTo(page, '/system')
    await expect(page.getByText(words('app.noRecords', { noun: words('noun.system.many') }))).toBeVisible()
    await expect(
      page.getByRole('link', { name: words('action.addNoun', { noun: words('noun.system.one') }) }),
    ).toHaveCount(0)
  } finally {
    holder.close()
  }
})

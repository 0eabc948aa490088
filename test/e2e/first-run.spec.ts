import { openRow } from '#test/support/grid.ts'
import { expect, goTo, makeRegister, pick, test } from '#test/support/window.ts'

test('a new register: a system stays proposed until an executive who is there answers for it', async ({
  page,
  words,
}) => {
  await makeRegister(page, words, '試験商事')
  await expect(page.getByText('台帳.daicho')).toBeVisible()

  await goTo(page, '/system/new')
  await page.getByRole('button', { name: words('action.register') }).click()
  await expect(page.getByText(words('issue.REQUIRED')).first()).toBeVisible()
  await page.getByRole('textbox', { name: words('field.system.name') }).fill('需要予測')
  await page.getByRole('button', { name: words('action.register') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('SYS-0001 需要予測')
  await expect(page.getByText(words('app.noExecutiveRegistered'))).toBeVisible()

  const move = async (reason: string) => {
    await page.getByRole('button', { name: words('action.moveLifecycle') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words('field.system.lifecycle')).selectOption('pilot')
    await dialog.getByLabel(words('app.reason')).fill(reason)
    await dialog.getByRole('button', { name: words('action.moveLifecycle') }).click()
    return dialog
  }
  const refused = await move('試行を始める')
  await expect(refused.getByRole('alert')).toContainText('SYS-0001')
  await expect(refused.getByRole('alert')).toContainText('担当役員がいません')
  await refused.getByRole('button', { name: words('action.cancel') }).click()

  await goTo(page, '/person/new')
  await page.getByRole('textbox', { name: words('field.person.name') }).fill('髙橋 誠')
  await page.getByRole('button', { name: words('action.register') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('PSN-0001 髙橋 誠')

  await goTo(page, '/post/new')
  await page.getByRole('textbox', { name: words('field.post.name') }).fill('AI担当役員')
  await page.getByLabel(words('field.post.kind')).selectOption('executive')
  await page.getByRole('button', { name: words('action.register') }).click()
  await page.getByRole('button', { name: words('action.nameSuccessor') }).click()
  await pick(page, words('field.term.personId'), '髙橋')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('action.register') })
    .click()
  await expect(page.getByRole('dialog')).toBeHidden()

  await goTo(page, '/system')
  await openRow(page, 'SYS-0001')
  await page.getByRole('link', { name: words('action.open'), exact: true }).click()
  await page.getByRole('button', { name: words('action.assignExecutive') }).click()
  await pick(page, words('field.assignment.postId'), 'AI担当役員')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('action.assign') })
    .click()
  await expect(page.getByText(words('app.noExecutiveRegistered'))).toBeHidden()

  await move('試行を始める')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('.field-read').getByText(words('value.lifecycle.pilot'))).toBeVisible()
})

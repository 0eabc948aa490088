/** What a list offers around its rows, and what can be done with those that are chosen. */
import { pasteText } from '#test/support/grid.ts'
import type { Desk } from './desk.ts'
import { dialog, floating, openDialog, opens, pictureIn } from './picture.ts'

const system = pictureIn('list', 'sample')

const chosenTwo = async ({ page }: Desk): Promise<void> => {
  for (const code of ['SYS-0021', 'SYS-0012'])
    await page
      .getByRole('row', { name: new RegExp(code) })
      .getByRole('checkbox')
      .check()
}
const bulk =
  (key: string, end = '…') =>
  async (desk: Desk): Promise<void> => {
    await chosenTwo(desk)
    await desk.page.getByRole('button', { name: `${desk.words(key)}${end}`, exact: true }).click()
    await dialog(desk).waitFor()
  }
export const listPictures = [
  system('list-columns', '/system', opens('list.columns')),
  system('list-export', '/system', opens('list.export')),
  system('list-add-condition', '/system', opens('list.addCondition')),
  system('list-order', '/system', async (desk) => {
    await desk.page.locator('.order-button').last().click()
    await floating(desk).waitFor()
  }),
  system('list-groups', '/system', async (desk) => {
    await desk.page.locator('.order-button').first().click()
    await floating(desk).waitFor()
  }),
  system('list-column-menu', '/system', (desk) =>
    opens('list.columnMenu', { column: desk.words('field.system.name') })(desk),
  ),
  system('list-save-view', '/system', openDialog('list.saveView')),
  system('list-chosen', '/system', chosenTwo),
  system('list-bulk-field', '/system', bulk('bulk.setField', '')),
  system('list-bulk-stage', '/system', bulk('action.moveLifecycle')),
  system('list-bulk-executive', '/system', bulk('action.assignExecutive')),
  system('list-bulk-withdraw', '/system', bulk('action.withdraw')),
  system('list-paste', '/system', async (desk) => {
    await desk.page.locator('tbody [aria-colindex="3"]').first().click()
    await pasteText(desk.page, 'SYS-0021\tA\r\nSYS-0012\tB')
    await dialog(desk).waitFor()
  }),
  system('in-passing', '/action/new', async (desk) => {
    const { page, words, language } = desk
    const name = language === 'ja' ? '﨑山 𠮷子' : 'Yoshiko Sakiyama'
    await page.getByRole('combobox', { name: words('field.action.ownerId') }).fill(name)
    const noun = words('noun.person.one')
    await page
      .getByRole('option', {
        name: words('action.registerInPassing', { name, noun: language === 'en' ? noun.toLowerCase() : noun }),
      })
      .click()
    await dialog(desk).waitFor()
  }),
  system('day-calendar', '/action/ACT-0022', async (desk) => {
    await openDialog('action.moveDueDate')(desk)
    await dialog(desk).locator('.day-field-open').first().click()
    await desk.page.locator('.mantine-Popover-dropdown').waitFor()
  }),
]

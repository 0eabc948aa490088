/** In the window: 5,000 rows pasted over a list of 10,000 and of 100,000 systems: shown, written, and taken back. */
import type { Page } from 'playwright-core'
import { translate } from '#shared/locales/translate.ts'
import { fromAct, type Holds, inWindow } from './in-window.ts'
import { milliseconds, printRows, ratio } from './measure.ts'

const rows = 5_000
const t = translate('ja')

/** Lines of name, tier and day of review, as a spreadsheet copies them. */
const lines = [
  [t('field.system.name'), t('field.system.tier'), t('field.system.nextReviewOn')].join('\t'),
  ...Array.from({ length: rows }, (_none, index) =>
    [`貼り付けた名前 ${String(index)}`, ['高', '中', '低'][index % 3] ?? '', '2027-04-01'].join('\t'),
  ),
]

const paste = () => {
  const data = new DataTransfer()
  data.setData('text/plain', document.body.dataset.pasted ?? '')
  const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
  document.activeElement?.dispatchEvent(event)
}
const write = () => document.querySelector<HTMLElement>('.paste .button.primary')?.click()
const takeBack = () => document.querySelector<HTMLElement>('.undo-offer .text-button')?.click()

const isPreviewed: Holds = () => document.querySelector('.paste .paste-states') !== null
/** Whatever the list is sorted by, the rows in view are others, or hold what was pasted. */
const isWritten: Holds = (before) => {
  const [first] = document.querySelectorAll('tr[data-index="0"]')
  return (
    document.querySelector('.paste') === null &&
    document.querySelector('.undo-offer') !== null &&
    first !== undefined &&
    (first.querySelector('.code')?.textContent !== before || first.textContent.includes('貼り付けた名前'))
  )
}
const isTakenBack: Holds = (before) => {
  const [first] = document.querySelectorAll('tr[data-index="0"]')
  return first?.querySelector('.code')?.textContent === before && !first.textContent.includes('貼り付けた名前')
}

const pasted = (count: number) =>
  inWindow(count, async (page: Page) => {
    const first = page.locator('tr[data-index="0"]')
    const before = (await first.locator('.code').textContent()) ?? ''
    await first.locator('[data-column="2"]').click()
    await page.evaluate((text) => {
      document.body.dataset.pasted = text
    }, lines.join('\r\n'))
    const shown = await fromAct(page, paste, isPreviewed)
    const written = await fromAct(page, write, isWritten, before)
    const undone = await fromAct(page, takeBack, isTakenBack, before)
    return { shown, written, undone }
  })

export async function benchPaste(): Promise<void> {
  const few = await pasted(10_000)
  const many = await pasted(100_000)
  const figure = (of: (times: typeof many) => number) =>
    `${milliseconds(of(many))} (${milliseconds(of(few))}), ratio ${ratio(of(many), of(few))}`
  printRows('5,000 rows of 3 cells pasted in the window, over 100,000 records (over 10,000)', [
    { what: 'until what it would change is shown', figure: figure(({ shown }) => shown) },
    { what: 'until it is written and the list shows it', figure: figure(({ written }) => written) },
    { what: 'until it is taken back and the list shows it', figure: figure(({ undone }) => undone) },
  ])
}

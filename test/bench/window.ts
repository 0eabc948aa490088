/**
 * The window over a list of 1,000 and of 100,000 systems: how long a page takes to be on the screen after a jump, a sort and a
 * condition, and how much memory the page holds after the list was scrolled through from one end to the other.
 */
import { fromAct, type Holds, inWindow } from './in-window.ts'
import { median, milliseconds, printRows, ratio } from './measure.ts'

const megabytes = (value: number) => `${(value / 1e6).toFixed(1)} MB`

/** Other rows stand there than before, and none is on its way. */
const hasOtherRows: Holds = (before) => {
  const now = document.querySelector('.record-grid tbody')?.textContent ?? ''
  return now !== before && now !== '' && !now.includes('読み込み中')
}
const rowsNow = () => document.querySelector('.record-grid tbody')?.textContent ?? ''

const jump = () => {
  const grid = document.querySelector('.record-grid')
  const step = Number(document.body.dataset.step ?? '0') + 1
  document.body.dataset.step = String(step)
  grid?.scrollTo({ top: grid.scrollHeight * ((step % 20) / 20 + 0.01) })
}
const sort = () => document.querySelector<HTMLElement>('th[data-column="name"] .heading-button')?.click()
const firstView = () => document.querySelectorAll<HTMLElement>('.view-tab')[0]?.click()
const thirdView = () => document.querySelectorAll<HTMLElement>('.view-tab')[2]?.click()

const look = (count: number) =>
  inWindow(count, async (page) => {
    const session = await page.context().newCDPSession(page)
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage')
      const { usedSize } = await session.send('Runtime.getHeapUsage')
      return usedSize
    }
    const painted = async (act: () => void) => fromAct(page, act, hasOtherRows, await page.evaluate(rowsNow))
    const times = async (turns: number, act: (turn: number) => () => void) => {
      const taken: number[] = []
      for (let turn = 0; turn < turns; turn += 1) taken.push(await painted(act(turn)))
      return median(taken)
    }
    const heapBefore = await heap()
    const jumped = await times(20, () => jump)
    const heapAfter = await heap()
    const elements = await page.evaluate(() => document.querySelectorAll('*').length)
    return {
      jumped,
      sorted: await times(4, () => sort),
      narrowed: await times(4, (turn) => (turn % 2 === 0 ? thirdView : firstView)),
      heapBefore,
      heapAfter,
      elements,
    }
  })

export async function benchWindow(): Promise<void> {
  const small = await look(1_000)
  const large = await look(100_000)
  const both = (of: (seen: typeof small) => number, as: (value: number) => string) =>
    `${as(of(small))} / ${as(of(large))}`
  printRows('the window over 1,000 / 100,000 systems', [
    { what: 'a jump in the list, until its rows are painted', figure: both(({ jumped }) => jumped, milliseconds) },
    { what: 'another sort, until its rows are painted', figure: both(({ sorted }) => sorted, milliseconds) },
    { what: 'another view, until its rows are painted', figure: both(({ narrowed }) => narrowed, milliseconds) },
    { what: 'memory of the page with the list', figure: both(({ heapBefore }) => heapBefore, megabytes) },
    {
      what: 'memory after scrolling from end to end',
      figure: `${both(({ heapAfter }) => heapAfter, megabytes)} (${ratio(large.heapAfter, small.heapAfter)})`,
    },
    { what: 'elements in the page', figure: both(({ elements }) => elements, String) },
  ])
}

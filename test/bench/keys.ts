/**
 * In the window, at 100,000 records and at 1,000: from the press of a key to the frame in which the row it leads to is drawn,
 * and from the confirmation of a cell to the row that shows what was saved.
 */
import type { Page } from 'playwright-core'
import { fromKey, type Holds, inWindow } from './in-window.ts'
import { median, milliseconds, printRows, ratio } from './measure.ts'

const keys = ['ArrowDown', 'ArrowRight', 'Shift+ArrowDown', 'PageDown', 'Control+End', 'Control+Home'] as const
type Key = (typeof keys)[number]
const presses = 9

/** Where the cursor and the block are, as the page says it. */
const whereabouts = () =>
  [...document.querySelectorAll<HTMLElement>('tbody td[aria-selected="true"], tbody [data-active="true"]')]
    .map((cell) => `${cell.closest('tr')?.dataset.index ?? ''},${cell.dataset.column ?? ''}`)
    .join(' ')

/** It has moved, and the row of the cursor shows its record. */
const hasMoved: Holds = (before) => {
  const cells = [
    ...document.querySelectorAll<HTMLElement>('tbody td[aria-selected="true"], tbody [data-active="true"]'),
  ]
  const now = cells.map((cell) => `${cell.closest('tr')?.dataset.index ?? ''},${cell.dataset.column ?? ''}`).join(' ')
  const code = document.querySelector('tbody [data-active="true"]')?.closest('tr')?.querySelector('.code')?.textContent
  return now !== before && code !== undefined && code !== ''
}

async function pressed(page: Page, key: Key): Promise<number> {
  const times: number[] = []
  for (let count = 0; count < presses; count += 1) {
    // The way back, so that the key has somewhere to lead to: not counted.
    if (key === 'Control+End') await settled(page, 'Control+Home')
    if (key === 'Control+Home') await settled(page, 'Control+End')
    if (key === 'ArrowRight') await settled(page, 'Home')
    times.push(await fromKey(page, key, hasMoved, await page.evaluate(whereabouts)))
  }
  return median(times)
}

/** Presses a key and waits until the cursor has come to rest on a record that is shown. */
async function settled(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.evaluate(async () => {
    let still = 0
    let last: Element | null = null
    while (still < 5) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const active = document.querySelector('tbody [data-active="true"]')
      const isShown = (active?.closest('tr')?.querySelector('.code')?.textContent ?? '') !== ''
      still = active === last && isShown ? still + 1 : 0
      last = active
    }
  })
}

const isSaved: Holds = (text) =>
  document.querySelector('tr[data-index="0"]')?.textContent.includes(text) === true &&
  document.querySelector('tr[data-index="0"] [data-state]') === null

/** A name is typed into the first row's cell; from the Enter that saves it to the row with the saved name. */
async function edited(page: Page): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    await page.locator('tr[data-index="0"] [data-column="2"]').click()
    const text = `改称した名前 ${String(turn)}`
    await page.keyboard.insertText(text)
    times.push(await fromKey(page, 'Enter', isSaved, text))
  }
  return median(times)
}

interface Times {
  readonly moved: Readonly<Record<Key, number>>
  readonly edited: number
}

const timesAt = (count: number): Promise<Times> =>
  inWindow(count, async (page) => {
    const moved: Partial<Record<Key, number>> = {}
    for (const key of keys) {
      await page.locator('tr[data-index="0"] [data-column="2"]').click()
      moved[key] = await pressed(page, key)
      await settled(page, 'Control+Home')
    }
    return { moved: moved as Record<Key, number>, edited: await edited(page) }
  })

export async function benchKeys(): Promise<void> {
  const few = await timesAt(1_000)
  const many = await timesAt(100_000)
  const figure = (of: (times: Times) => number) =>
    `${milliseconds(of(many))} (${milliseconds(of(few))}), ratio ${ratio(of(many), of(few))}`
  printRows('From a key to the drawn row, at 100,000 records (at 1,000)', [
    ...keys.map((key) => ({ what: key, figure: figure(({ moved }) => moved[key]), aim: '≤ 1.5 ×, ≤ 50 ms' })),
    { what: 'a name saved with Enter, until its row shows it as saved', figure: figure((times) => times.edited) },
  ])
}

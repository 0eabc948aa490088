/**
 * The palette: from a text to the records that are offered for it, as the register process answers; and in the window, from the
 * press of a key in it to the frame that shows what the key leads to. The window waits until the typing rests (150 ms).
 */
import type { Page } from 'playwright-core'
import { lookUp } from '#electron/register/look-up.ts'
import { codedNouns } from '#shared/domain/nouns.ts'
import { fromKey, type Holds, inWindow } from './in-window.ts'
import { median, milliseconds, printRows, timeOf } from './measure.ts'
import { registerOf } from './registers.ts'

const counts = [5_000, 100_000]
/** A half code, a number, two letters of a word, a word that stands in one of five names, a name with its number, nothing. */
const texts = ['SYS12', '12', '在庫', '問い合わせ', '書類 4321', 'ぬるぽ']

function answered(count: number): void {
  const register = registerOf(count)
  try {
    const rows = texts.map((text) => ({
      what: `“${text}”`,
      figure: milliseconds(timeOf(() => lookUp(register.read, { nouns: codedNouns, text, limit: 12 }))),
      aim: '100 ms',
    }))
    printRows(`palette, ${count.toLocaleString('en')} records: the answer`, rows)
  } finally {
    register.close()
  }
}

const isOpen: Holds = () => document.querySelectorAll('.palette [role="option"]').length > 0
/** The record offered first is one of the number that has been typed; others may have it in their purpose. */
const isOffered: Holds = (number) =>
  document.querySelector('.palette [role="option"]:has(.code)')?.textContent.includes(number) === true

async function typed(page: Page): Promise<{ opened: number; keys: readonly number[] }> {
  const opened: number[] = []
  const keys: number[][] = []
  for (let turn = 0; turn < 5; turn += 1) {
    opened.push(await fromKey(page, 'Control+k', isOpen))
    const number = String(4321 + turn * 111)
    const times: number[] = []
    for (let length = 1; length <= number.length; length += 1)
      times.push(await fromKey(page, number.charAt(length - 1), isOffered, number.slice(0, length)))
    keys.push(times)
    await page.keyboard.press('Escape')
    await page.locator('.palette').waitFor({ state: 'detached' })
  }
  return { opened: median(opened), keys: [0, 1, 2, 3].map((place) => median(keys.map((times) => times[place] ?? 0))) }
}

export async function benchPalette(): Promise<void> {
  counts.forEach(answered)
  for (const count of counts) {
    const { opened, keys } = await inWindow(count, typed)
    printRows(`palette, ${count.toLocaleString('en')} records: from a key to the drawn rows`, [
      { what: 'Ctrl+K, until it offers something', figure: milliseconds(opened) },
      ...keys.map((time, place) => ({ what: `digit ${String(place + 1)} of a number`, figure: milliseconds(time) })),
    ])
  }
}

/** Types a word as an input method does: composed letter by letter, then taken by Enter. */
import type { Page } from '@playwright/test'

export async function compose(page: Page, steps: readonly string[], word: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const text of steps)
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  // The Enter that takes the conversion reaches the page as a key of the input method.
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 })
  await session.send('Input.insertText', { text: word })
  await session.detach()
}

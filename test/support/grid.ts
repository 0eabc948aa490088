/** Cells of a list's grid, as a person finds them: by the record's code and the heading of the column. */
import { expect, type Locator, type Page } from '@playwright/test'

/** The row of a record. */
export function rowOf(page: Page, code: string): Locator {
  return page.getByRole('row', { name: new RegExp(code) })
}

/** Opens a record in the panel. */
export async function openRow(page: Page, code: string): Promise<void> {
  // A list that is being narrowed at this moment may draw its rows anew under the pointer.
  await expect(async () => {
    await rowOf(page, code).getByText(code, { exact: true }).click()
    await page.getByRole('complementary', { name: new RegExp(code) }).waitFor({ timeout: 2_000 })
  }).toPass()
}

/** The cell of a record under a heading. */
export async function cellOf(page: Page, code: string, heading: string): Promise<Locator> {
  // Beside its words a heading may bear the rank of its column in the sort.
  const name = new RegExp(`^${heading.replace(/[()]/g, '\\$&')}( \\d)?$`)
  const column = await page.getByRole('columnheader', { name }).getAttribute('aria-colindex')
  return rowOf(page, code).locator(`[aria-colindex="${column ?? ''}"]`)
}

/** The cell in which the keys are. */
export function activeCell(page: Page): Locator {
  return page.locator('tbody [data-active="true"]')
}

/** Puts text on the clipboard and pastes it where the focus is, as the browser does for Ctrl+V. */
export async function pasteText(page: Page, text: string, html?: string): Promise<void> {
  await page.evaluate(
    ([plain, table]) => {
      const data = new DataTransfer()
      data.setData('text/plain', plain)
      if (table !== undefined) data.setData('text/html', table)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    [text, html] as const,
  )
}

/** What Ctrl+C puts on the clipboard, in both flavours. */
export async function copied(page: Page): Promise<{ text: string; html: string }> {
  // The page listens before the keys are pressed: the two go different ways to it.
  const heard = await page.evaluateHandle(() => {
    const copy = new Promise<{ text: string; html: string }>((resolve) => {
      document.addEventListener(
        'copy',
        (event) => {
          resolve({
            text: event.clipboardData?.getData('text/plain') ?? '',
            html: event.clipboardData?.getData('text/html') ?? '',
          })
        },
        { once: true },
      )
    })
    return { copy }
  })
  await page.keyboard.press('Control+c')
  return heard.evaluate(({ copy }) => copy)
}

/** A Japanese composition, key by key, through the browser's own input method events. */
export async function compose(page: Page) {
  const session = await page.context().newCDPSession(page)
  return {
    /** Shows unconverted or converted text that is not taken yet. */
    show: (text: string) =>
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
    /** A key that the input method keeps to itself. */
    key: async (code: string) => {
      const event = { key: 'Process', code, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event })
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
    },
    /** Takes the text: what Enter does to a conversion. */
    take: (text: string) => session.send('Input.insertText', { text }),
    end: () => session.detach(),
  }
}

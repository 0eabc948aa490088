/** Going through the screens, register by register: for pictures, and for what must hold on every one of them. */
import type { Browser } from '#electron/chromium/find-browser.ts'
import type { Language } from '#shared/domain/text.ts'
import { type Arrival, type Desk, openDesk, type Opened, showPath, walkTo } from './desk.ts'
import type { Picture } from './picture.ts'

const usual = { width: 1440, height: 900 }

/** Brings the window to the state of a picture. */
async function show(desk: Desk, picture: Picture, arrival: Arrival): Promise<void> {
  await desk.page.setViewportSize(picture.viewport ?? usual)
  if (picture.opened === 'nothing') await leaveRefusal(desk)
  if (picture.path !== null) await (arrival === 'loaded' ? showPath : walkTo)(desk, picture.path)
  else await desk.page.reload()
  await clearConditions(desk)
  await picture.steps?.(desk)
}

/** A file that was refused in the picture before is still told of. */
async function leaveRefusal({ page, words }: Desk): Promise<void> {
  const back = page.getByRole('button', { name: words('action.backToStart') })
  if (!(await back.isVisible())) return
  await back.click()
  await page.getByRole('button', { name: words('action.openFile'), exact: true }).waitFor()
}

/** A list is found as it was left, with the conditions of the picture before. */
async function clearConditions({ page, words }: Desk): Promise<void> {
  const clear = page.getByRole('button', { name: words('action.clearConditions') }).first()
  if (await clear.isVisible()) await clear.click()
}

/** Goes through pictures in one language, register by register; what cannot be shown is told at the end. */
export async function through<P extends Picture>(
  browser: Browser,
  language: Language,
  wanted: readonly P[],
  each: (desk: Desk, picture: P) => Promise<void>,
  arrival: Arrival = 'loaded',
): Promise<string[]> {
  const failures: string[] = []
  const fails = (name: string, error: unknown) => failures.push(`${name} (${language}): ${String(error)}`)
  for (const opened of ['nothing', 'sample', 'new', 'held', 'lost'] satisfies readonly Opened[]) {
    const here = wanted.filter((picture) => picture.opened === opened)
    if (here.length === 0) continue
    try {
      const desk = await openDesk(browser, language, opened)
      try {
        for (const picture of here) {
          try {
            if (opened !== 'lost') await show(desk, picture, arrival)
            else await picture.steps?.(desk)
            await each(desk, picture)
          } catch (error) {
            fails(picture.name, error)
          }
        }
      } finally {
        await desk.close()
      }
    } catch (error) {
      fails(opened, error)
    }
  }
  return failures
}

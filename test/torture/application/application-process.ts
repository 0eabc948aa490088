/**
 * The whole application in its browser, worked by a hand that comments on a record again and again: `application-process.ts FILE HOME
 * RECORD`. What the window shows as taken is told, and then only is the next one typed.
 */
import { join } from 'node:path'
import { builtFolder } from '#electron/build.ts'
import { openApplication } from '#electron/chromium/application.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { translate } from '#shared/locales/translate.ts'
import { tell } from '../kill/load.ts'

const [file = '', home = '', record = ''] = process.argv.slice(2)
const words = translate('ja')
const application = await openApplication({
  browser: await findBrowser(),
  assets: builtFolder('renderer'),
  profile: join(home, '.profile'),
  language: 'ja',
  headless: true,
  open: file,
})
// Without its window it has nothing to do.
void application.closed.then(() => process.exit(0))
const { page } = application
await page.getByRole('heading', { level: 1, name: words('overview.title') }).waitFor()
await page.evaluate((hash) => {
  location.hash = hash
}, `/system/${record}`)
const comments = page.getByRole('region', { name: words('app.comments') })
await comments.getByLabel(words('app.newComment')).waitFor()
tell({ kind: 'register', process: application.registerProcessId() ?? 0 })
for (let count = 0; ; count += 1) {
  const text = `注記 ${String(process.pid)}-${String(count)}`
  // Where the register process dies meanwhile, a person looks what was taken, and else types it again.
  while (!(await isTaken(text))) await page.reload()
  tell({ kind: 'comment', text })
}

async function isTaken(text: string): Promise<boolean> {
  const shown = comments.getByRole('listitem').filter({ hasText: text }).first()
  try {
    await comments.getByLabel(words('app.newComment')).waitFor({ timeout: 15_000 })
    if (await shown.isVisible()) return true
    await comments.getByLabel(words('app.newComment')).fill(text, { timeout: 15_000 })
    await comments.getByRole('button', { name: words('action.addComment') }).click({ timeout: 15_000 })
    await shown.waitFor({ timeout: 15_000 })
    return true
  } catch (error) {
    if (page.isClosed()) throw error
    return false
  }
}

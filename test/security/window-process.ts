/** The whole application in its browser: a screen is loaded, a comment saved, and the window closed. `window-process.ts FILE HOME RECORD TEXT`. */
import { join } from 'node:path'
import { builtFolder } from '#electron/build.ts'
import { openApplication } from '#electron/chromium/application.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { translate } from '#shared/locales/translate.ts'

const [file = '', home = '', record = '', text = ''] = process.argv.slice(2)
const words = translate('ja')
const application = await openApplication({
  browser: await findBrowser(),
  assets: builtFolder('renderer'),
  profile: join(home, '.profile'),
  language: 'ja',
  headless: true,
  open: file,
})
const { page } = application
await page.getByRole('heading', { level: 1, name: words('overview.title') }).waitFor({ timeout: 120_000 })
await page.evaluate((hash) => {
  location.hash = hash
}, `/system/${record}`)
const comments = page.getByRole('region', { name: words('app.comments') })
await comments.getByLabel(words('app.newComment')).fill(text, { timeout: 60_000 })
await comments.getByRole('button', { name: words('action.addComment') }).click()
await comments.getByRole('listitem').filter({ hasText: text }).first().waitFor({ timeout: 60_000 })
await application.close()

/** The pictures of a section side by side, in both languages and themes: a page to open, and one picture of it. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser } from '#electron/chromium/find-browser.ts'
import { launchOptions } from '#electron/chromium/launch-options.ts'
import type { Picture } from './picture.ts'

const variants = ['ja-light', 'en-light', 'ja-dark', 'en-dark'] as const

/** Writes `<section>.html` and `<section>.png` into the folder in which the pictures lie. */
export async function writeContactSheets(browser: Browser, folder: string, wanted: readonly Picture[]): Promise<void> {
  const started = await chromium.launch(launchOptions(browser))
  try {
    const page = await started.newPage({ viewport: { width: 2480, height: 800 } })
    for (const section of new Set(wanted.map((picture) => picture.section))) {
      const file = join(folder, `${section}.html`)
      const names = wanted.filter((picture) => picture.section === section).map(({ name }) => name)
      writeFileSync(file, contactSheet(section, folder, names))
      await page.goto(pathToFileURL(file).href)
      await page.screenshot({ path: join(folder, `${section}.png`), fullPage: true })
    }
  } finally {
    await started.close()
  }
}

function contactSheet(section: string, folder: string, names: readonly string[]): string {
  const rows = names.map((name) => {
    const shown = variants.map((variant) => {
      const source = `${variant}/${name}.png`
      return existsSync(join(folder, source))
        ? `<a href="${source}"><img src="${source}" alt="${name}, ${variant}"></a>`
        : `<b>${variant}: none</b>`
    })
    return `<h2>${name}</h2><div>${shown.join('')}</div>`
  })
  return `<!doctype html><meta charset="utf-8"><title>${section}</title><style>
body{font:14px sans-serif;margin:16px;background:#888}h2{margin:16px 0 4px;font-size:16px}
div{display:grid;grid-template-columns:repeat(4,600px);gap:8px;align-items:start}img{width:600px;display:block}
</style>${rows.join('\n')}\n`
}

import { writeFileSync } from 'node:fs'
import { ensureBuilt } from '#electron/build.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { fixSurroundings } from '#test/pictures/desk.ts'
import { pictures } from '#test/pictures/screens.ts'
import { through } from '#test/pictures/through.ts'
import { untranslated, wordsShown } from '#test/support/untranslated.ts'
await ensureBuilt({ what: ['main', 'renderer', 'notices'], report: process.stderr })
fixSurroundings()
const repeated = /^(?!system-).+-(list-nothing|list-empty|history|new-errors|panel)$|^pack-[2-9]-/
const language = process.argv[2] as 'ja' | 'en'
const found: Record<string, readonly string[]> = {}
const wanted = pictures.filter(({ name }) => !repeated.test(name))
const failures = await through(await findBrowser(), language, wanted, async ({ page }, picture) => {
  const words = untranslated(language, await wordsShown(page), [])
  if (words.length) found[picture.name] = words
})
writeFileSync(`/tmp/es-${language}.json`, JSON.stringify({ failures, found }, null, 1))

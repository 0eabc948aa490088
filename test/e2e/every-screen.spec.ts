/**
 * What must hold on every screen, dialog and state of the list of pictures, in both languages and themes: nothing keeps
 * somebody out, nothing breaks the policy of the page, and no word of the other language stands there.
 */
import { ensureBuilt } from '#electron/build.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { expect, test } from '@playwright/test'
import { type Desk, fixSurroundings } from '#test/pictures/desk.ts'
import { pictures } from '#test/pictures/screens.ts'
import { through } from '#test/pictures/through.ts'
import { heavyFindings } from '#test/support/heavy-findings.ts'
import { untranslated, wordsShown } from '#test/support/untranslated.ts'

/** Names of things, and what the sample's people wrote in one language only. */
const allowed = {
  ja: [
    /\S+\.(daicho|csv|pdf|json|xlsx|tsv|txt)\b/g,
    /[\w.+-]+@[\w.-]+/g,
    /\b(Daicho|English|Asia\/Tokyo|Excel|Windows|Shift|Ctrl|Alt|Enter|Esc|Space|Home|End|Page|Tab|Delete)\b/g,
  ],
  en: [/\S+\.(daicho|csv)/g],
} as const

/** The same parts of the same screen for another noun, and pages of a pack, which are paper: looked at with the first. */
const repeated = /^(?!system-).+-(list-nothing|list-empty|history|new-errors|panel)$|^pack-[2-9]-/

/** Each theme with one of the languages. */
const themes = { ja: 'light', en: 'dark' } as const

for (const language of ['ja', 'en'] as const)
  test(`every screen can be used and read (${language})`, async () => {
    test.setTimeout(900_000)
    await ensureBuilt({ what: ['main', 'renderer'], report: process.stderr })
    const release = fixSurroundings()
    try {
      const found: Record<string, readonly string[]> = {}
      const heard = new WeakSet<Desk['page']>()
      const refused: string[] = []
      const wanted = pictures.filter(({ name }) => !repeated.test(name))
      const failures = await through(await findBrowser(), language, wanted, async (desk, picture) => {
        const { page } = desk
        if (!heard.has(page)) {
          heard.add(page)
          page.on('console', (message) => {
            if (message.type() === 'error') refused.push(message.text())
          })
          page.on('pageerror', (error) => refused.push(error.message))
        }
        const findings = [...untranslated(language, await wordsShown(page), allowed[language])]
        await page.emulateMedia({ colorScheme: themes[language], reducedMotion: 'reduce' })
        findings.push(...(await heavyFindings(page)))
        if (findings.length > 0) found[picture.name] = findings
      })
      expect({ failures, found, refused }).toEqual({ failures: [], found: {}, refused: [] })
    } finally {
      release()
    }
  })

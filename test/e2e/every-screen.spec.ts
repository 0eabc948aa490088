/**
 * What must hold on every screen, dialog and state of the list of pictures, in both languages and themes: nothing keeps
 * somebody out, nothing breaks the policy of the page, and no word of the other language stands there.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '#electron/build.ts'
import { expect, test } from '@playwright/test'
import { type Desk, fixSurroundings } from '#test/pictures/desk.ts'
import { pictures } from '#test/pictures/screens.ts'
import { through } from '#test/pictures/through.ts'
import { heavyFindings } from '#test/support/heavy-findings.ts'
import { leftTheComputer, watched } from '#test/support/network.ts'
import { pinnedBrowser } from '#test/support/pinned-browser.ts'
import { untranslated, wordsShown } from '#test/support/untranslated.ts'

/** Names of things, and what the sample's people wrote in one language only. */
const allowed = {
  ja: [
    // The folder of an export; before the digits of its day are taken for those of a digest.
    /\bregister-\d{4}-\d{2}-\d{2}\b/g,
    // A folder of a bundle.
    /\bfigures\//g,
    /[^\s「（]*\.(daicho|backups|age|csv|pdf|json|xlsx|tsv|txt|html)(?![a-z])/g,
    // How the file is called that lies beside a register whose writing was cut off.
    /-journal\b/g,
    /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}\b|\b[0-9a-f]{4,64}\b/g,
    /\b(Daniel Weber|Mei Tan|aya\.yamamoto|ken\.tsuchiya|daicho-1|AUDIT-PC-\d+)/g,
    /\b(Daicho|English|Excel|Windows|SaaS|Electron|Chromium|LICENSES|SHA256SUMS|Board only)\b|Asia\/Tokyo|America\/New_York/g,
    /\b(Shift|Ctrl|Alt|Enter|Esc|Space|Home|End|Page(Up|Down)|Tab|Delete|Backspace)(?![a-z])/g,
    /\bsha256sum -c|\bverify\b|\bsnapshot\b/g,
    // A folder, its path, and where it stands.
    /\S*daicho-pictures-\S+|^home$/g,
    // Numbers and titles of the guidelines as their own text has them.
    /\b[DPU]-\d+\) i+\./g,
    /（(Dignity|Diversity and Inclusion|Sustainability)）/g,
    // An edition as its issuer writes it.
    /\bVer(\.| )\d\.0\b/g,
    // Where a source is found.
    /\bThatguywiththeshirt\/AI_RMF\b/g,
    /https:\/\/[!-~]+/g,
    // Formats of files, and who issues guidance of a sector.
    /\b(Markdown|JaDHA)(?![a-z])/g,
    // All the ways in which a person is named, where the name is taken out.
    /\bHiroshi Tanabe\b|\btanabe@[a-z.-]+/g,
    // Encodings and browsers by their names.
    /\b(utf-8|cp932|windows-1252|euc-jp|Chrome|Edge)/g,
  ],
  en: [
    /\S+\.(daicho|csv)/g,
    // Readings, by which Japanese names are sorted.
    /^[\p{Script=Hiragana}ー ]+$/gu,
    // All the ways in which a person is named, where the name is taken out.
    /田辺 宏|たなべ ひろし/g,
    // The classification stands on paper in both languages.
    '取締役会限',
    // A preview of a file read in the wrong encoding.
    'Insight痴',
  ],
} as const

/** Names and texts of licences, and a file of an English colleague, are English wherever they are read. */
const inEnglish = /^(licences|import-encoding)$/

/** The same parts of the same screen for another noun, and pages of a pack, which are paper: looked at with the first. */
const repeated = /^(?!system-).+-(list-nothing|list-empty|history|new-errors|panel)$|^pack-([2-9]|1\d)-/

/** Each theme with one of the languages. */
const themes = { ja: 'light', en: 'dark' } as const

/** Those of the sample last, so that no part but the first has to open anything else. */
const screens = pictures
  .filter(({ name }) => !repeated.test(name))
  .toSorted((one, other) => Number(one.opened === 'sample') - Number(other.opened === 'sample'))
/** The longest tests of all: in parts, so that both workers share them to the end. */
const parts = 2
const walks = (['ja', 'en'] as const).flatMap((language) =>
  Array.from({ length: parts }, (_, part) => ({ language, part })),
)

for (const { language, part } of walks)
  test(`every screen can be used and read (${language}, part ${String(part + 1)} of ${String(parts)})`, async () => {
    test.setTimeout(1_200_000)
    await ensureBuilt({ what: ['main', 'renderer'], report: process.stderr })
    const release = fixSurroundings()
    const folder = mkdtempSync(join(tmpdir(), 'daicho-net-'))
    try {
      const found: Record<string, readonly string[]> = {}
      const heard = new WeakSet<Desk['page']>()
      const refused: string[] = []
      const length = Math.ceil(screens.length / parts)
      const wanted = screens.slice(part * length, (part + 1) * length)
      expect(wanted.length).toBeGreaterThan(0)
      const { browser, log } = watched(await pinnedBrowser(), folder)
      const look = async (desk: Desk, picture: (typeof screens)[number]) => {
        const { page } = desk
        if (!heard.has(page)) {
          heard.add(page)
          page.on('console', (message) => {
            if (message.type() === 'error') refused.push(message.text())
          })
          page.on('pageerror', (error) => refused.push(error.message))
        }
        const findings =
          language === 'ja' && inEnglish.test(picture.name)
            ? []
            : [...untranslated(language, await wordsShown(page), allowed[language])]
        await page.emulateMedia({ colorScheme: themes[language], reducedMotion: 'reduce' })
        findings.push(...(await heavyFindings(page)))
        if (findings.length > 0) found[picture.name] = findings
      }
      const failures = await through(browser, language, wanted, look, 'within')
      const left = leftTheComputer(log)
      expect({ failures, found, refused, left }).toEqual({ failures: [], found: {}, refused: [], left: [] })
    } finally {
      release()
      rmSync(folder, { recursive: true, force: true })
    }
  })

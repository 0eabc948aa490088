/**
 * `npm run pictures -- manual` makes the pictures of the manual and the README anew; `npm run pictures -- sheets` makes
 * pictures of every screen in both languages and themes, with contact sheets, under out/pictures. Names after it make only the
 * pictures whose names begin so. `npm run pictures -- pack` makes those of the pages of the pack anew by which a test tells that
 * a page has changed its look: look at them before they are committed.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { ensureBuilt } from '#electron/build.ts'
import { type Browser, findBrowser } from '#electron/chromium/find-browser.ts'
import type { Language } from '#shared/domain/text.ts'
import { writeContactSheets } from './contact-sheet.ts'
import { type Desk, fixSurroundings, settled } from './desk.ts'
import { manualPictures } from './manual-pictures.ts'
import type { Picture } from './picture.ts'
import { pictures } from './screens.ts'
import { packPictures } from './pack-pictures.ts'
import { through } from './through.ts'

const root = join(import.meta.dirname, '../..')
const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]
const languages = ['ja', 'en'] as const satisfies readonly Language[]

async function take(desk: Desk, picture: Picture): Promise<Buffer> {
  const target = picture.part?.(desk)
  await target?.waitFor({ timeout: 30_000 })
  await settled(desk.page)
  return await (target ?? desk.page).screenshot({ animations: 'disabled' })
}

const beginsWithOne = (names: readonly string[]) => (picture: Picture) =>
  names.length === 0 || names.some((begin) => picture.name.startsWith(begin))

async function makeSheets(browser: Browser, names: readonly string[]): Promise<string[]> {
  const folder = join(root, 'out/pictures')
  const wanted = pictures.filter(beginsWithOne(names))
  const failures: string[] = []
  for (const language of languages)
    failures.push(
      ...(await through(browser, language, wanted, async (desk, picture) => {
        for (const theme of themes) {
          await desk.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
          const file = join(folder, `${language}-${theme}`, `${picture.name}.png`)
          mkdirSync(join(file, '..'), { recursive: true })
          writeFileSync(file, await take(desk, picture))
        }
        await desk.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      })),
    )
  await writeContactSheets(browser, folder, wanted)
  return failures
}

/** Few colours are enough for flat screens, and keep the repository small. */
function small(picture: Buffer): Promise<Buffer> {
  return sharp(picture).png({ palette: true, colours: 64, effort: 10, dither: 0 }).toBuffer()
}

async function makeManual(browser: Browser, names: readonly string[]): Promise<string[]> {
  const failures: string[] = []
  for (const language of languages) {
    const wanted = manualPictures.filter((each) => each.languages.includes(language)).filter(beginsWithOne(names))
    failures.push(
      ...(await through(browser, language, wanted, async (desk, picture) => {
        const file = join(root, picture.folder, `${picture.name}-${language}.png`)
        mkdirSync(join(file, '..'), { recursive: true })
        writeFileSync(file, await small(await take(desk, picture)))
      })),
    )
  }
  return failures
}

const [what, ...names] = process.argv.slice(2)
if (what !== 'manual' && what !== 'sheets' && what !== 'pack') {
  console.error('npm run pictures -- manual [NAME …], npm run pictures -- sheets [NAME …], or npm run pictures -- pack')
  process.exit(2)
}
if (what === 'pack') {
  await ensureBuilt({ what: ['renderer'], report: process.stderr })
  for (const { file, png } of await packPictures()) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, png)
  }
  process.exit(0)
}
await ensureBuilt({ what: ['main', 'renderer', 'notices'], report: process.stderr })
fixSurroundings()
const browser = await findBrowser()
const failures = what === 'manual' ? await makeManual(browser, names) : await makeSheets(browser, names)
for (const failure of failures) console.error(failure)
process.exitCode = failures.length > 0 ? 1 : 0

/** The sample's pack by stage, and opening the sample to the first list on the screen. */
import { join } from 'node:path'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { openApplication } from '#electron/chromium/application.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { ChromiumPrinter } from '#electron/chromium/print.ts'
import { writePackBundle } from '#electron/register/export/pack-bundle.ts'
import { packInput } from '#electron/register/pack-input.ts'
import { allPacks } from '#electron/register/packs.ts'
import { buildSample } from '#electron/register/sample/build-sample.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { dayAt } from '#shared/domain/calendar-date.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import { milliseconds, onceOf, printRows } from './measure.ts'
import { benchFolder, surroundings } from './registers.ts'

export async function benchPack(): Promise<void> {
  await ensureBuilt({ what: ['renderer'], report: process.stderr })
  const assets = builtFolder('renderer')
  const file = join(benchFolder, 'reiwa-shoji.daicho')
  const day = dayAt(surroundings.clock(), 'Asia/Tokyo')
  const built = await onceOf(() => buildSample(file, { day, language: 'ja' }))
  const opened = await onceOf(() => openRegister(file, { surroundings, mode: 'read' }))
  const register = opened.result
  const pack = allPacks(register).at(-1) ?? null
  const model = await onceOf(() => buildPackModel(packInput(register, pack, 'ja', 'bench')))
  const started = await onceOf(() => ChromiumPrinter.start({ assets }))
  const printer = started.result
  const prints: number[] = []
  const bundle = await onceOf(() =>
    writePackBundle({
      register,
      pack,
      out: benchFolder,
      language: 'ja',
      print: async (job) => {
        const printed = await onceOf(() => printer.print(job))
        prints.push(printed.ms)
        return printed.result
      },
    }),
  )
  await printer.close()
  register.close()
  const printing = prints.reduce((sum, each) => sum + each, 0)
  printRows('The sample’s pack in Japanese, by stage', [
    { what: 'build the sample register', figure: milliseconds(built.ms) },
    { what: 'open and check the file', figure: milliseconds(opened.ms) },
    { what: 'pages as data', figure: milliseconds(model.ms) },
    { what: 'start the browser', figure: milliseconds(started.ms) },
    { what: 'draw and print', figure: milliseconds(printing) },
    { what: 'finish, CSV, digests', figure: milliseconds(bundle.ms - printing) },
    { what: 'pack in all, from the file', figure: milliseconds(opened.ms + started.ms + bundle.ms), aim: '< 5,000 ms' },
  ])
}

export async function benchOpening(): Promise<void> {
  await ensureBuilt({ what: ['renderer'], report: process.stderr })
  const file = join(benchFolder, 'opening.daicho')
  const day = dayAt(surroundings.clock(), 'Asia/Tokyo')
  await buildSample(file, { day, language: 'ja' })
  const browser = await findBrowser()
  const started = await onceOf(() =>
    openApplication({
      browser,
      assets: builtFolder('renderer'),
      profile: join(benchFolder, 'profile'),
      language: 'ja',
      open: file,
      headless: true,
    }),
  )
  const application = started.result
  const { page } = application
  const shown = await onceOf(() => page.getByRole('navigation').first().waitFor())
  const listed = await onceOf(async () => {
    await page.evaluate(() => {
      location.hash = '#/system'
    })
    await page.getByText('SYS-0001').first().waitFor()
  })
  await application.close()
  printRows('Opening the sample, from nothing to the first list', [
    { what: 'browser, register process, page', figure: milliseconds(started.ms) },
    { what: 'until the frame stands', figure: milliseconds(shown.ms) },
    { what: 'until the list of systems stands', figure: milliseconds(listed.ms) },
    { what: 'in all', figure: milliseconds(started.ms + shown.ms + listed.ms) },
  ])
}

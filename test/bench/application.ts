/** The application as a person gets it: how large each part is, and how long its window takes from nothing to a list. */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, chromium } from 'playwright-core'
import { buildParts, builtFolder, ensureBuilt } from '#electron/build.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { launchOptions, sandboxed } from '#electron/chromium/launch-options.ts'
import { electronBinary } from '#electron/start/electron-binary.ts'
import { buildSample } from '#electron/register/sample/build-sample.ts'
import { filesIn } from '#test/support/packed-application.ts'
import { type ShellKind, shells } from '#test/support/shells.ts'
import { median, milliseconds, printRows } from './measure.ts'

const root = join(import.meta.dirname, '../..')
const runs = 3

/** What stands in app.asar, by part, and the addon beside it. */
export async function benchParts(): Promise<void> {
  await ensureBuilt({ what: buildParts, report: process.stderr })
  const size = (folder: string, holds: (file: string) => boolean) =>
    filesIn(folder)
      .filter(holds)
      .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000).toLocaleString('en')} kB`
  const ending = (end: RegExp) => (file: string) => end.test(file)
  const addon = join(root, 'node_modules/better-sqlite3/prebuilds', `${process.platform}-${process.arch}.node`)
  printRows('Size of the application by part', [
    { what: 'main, register process, command line', figure: kilobytes(size(builtFolder('main'), ending(/\.js$/))) },
    { what: 'preload', figure: kilobytes(size(builtFolder('preload'), ending(/\.cjs$/))) },
    { what: 'window: scripts', figure: kilobytes(size(builtFolder('renderer'), ending(/\.js$/))) },
    { what: 'window: style sheets', figure: kilobytes(size(builtFolder('renderer'), ending(/\.css$/))) },
    { what: 'window: fonts', figure: kilobytes(size(builtFolder('renderer'), ending(/\.woff2$/))) },
    { what: 'window: pictures', figure: kilobytes(size(builtFolder('renderer'), ending(/\.(png|svg|webp|jpg)$/))) },
    { what: 'licences', figure: kilobytes(size(builtFolder('notices'), ending(/^licences\.json$/))) },
    { what: 'addon (SQLite), beside app.asar', figure: kilobytes(statSync(addon).size) },
  ])
}

/** An empty window of a shell: what its own program costs without ours. */
const emptyWindow: Readonly<Record<ShellKind['name'], (folder: string) => Promise<void>>> = {
  async chromium() {
    const started = await chromium.launch(launchOptions(await findBrowser()))
    const page = await started.newPage()
    await page.setContent('<p>empty</p>')
    await started.close()
  },
  async electron(folder) {
    const binary = electronBinary()
    if (binary === null) throw new Error('no Electron binary')
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.cjs' }))
    writeFileSync(
      join(folder, 'main.cjs'),
      "const { app, BrowserWindow } = require('electron')\napp.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<p>empty</p>'))\n",
    )
    const started = await _electron.launch({
      executablePath: binary,
      args: [...(sandboxed() ? [] : ['--no-sandbox']), folder],
    })
    await (await started.firstWindow()).getByText('empty').waitFor()
    await started.close()
  },
}

/** From starting the program to a list of the sample, as a ratio to an empty window of the same shell. */
export async function benchColdStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'daicho-cold-'))
  const file = join(folder, 'sample.daicho')
  await buildSample(file, { day: new Date().toISOString().slice(0, 10), language: 'ja' })
  const times = async (work: (run: number) => Promise<void>) => {
    const taken: number[] = []
    for (let run = 0; run <= runs; run += 1) {
      const start = performance.now()
      await work(run)
      // The first one fills the system's caches and is not counted.
      if (run > 0) taken.push(performance.now() - start)
    }
    return median(taken)
  }
  const home = process.env.HOME
  try {
    for (const { name, missing, start } of shells) {
      if (missing !== null) {
        console.log(`Cold start in ${name}: ${missing}`)
        continue
      }
      const empty = await times(() => emptyWindow[name](folder))
      const list = await times(async (run) => {
        const own = join(folder, `${name}-${String(run)}`)
        mkdirSync(own)
        const shell = await start(own, [file])
        await shell.page.locator('h1').first().waitFor()
        await shell.page.evaluate(() => {
          location.hash = '/system'
        })
        await shell.page.getByText('SYS-0001').first().waitFor()
        await shell.end()
      })
      printRows(`Cold start in ${name}: start, show, close`, [
        { what: 'an empty window', figure: milliseconds(empty) },
        { what: 'the list of systems of the sample', figure: milliseconds(list) },
        { what: 'ratio', figure: `${(list / empty).toFixed(1)} ×` },
      ])
    }
  } finally {
    if (home !== undefined) process.env.HOME = home
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

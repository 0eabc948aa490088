/**
 * `npm start`: the application in Electron where its binary can be had, else in an installed browser as an app window, else,
 * or without a display, the sample register's board pack written into `out/`.
 */
import { spawn } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dayAt } from '#shared/domain/calendar-date.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Language } from '#shared/domain/text.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'
import { translate } from '#shared/locales/translate.ts'
import { builtFolder, ensureBuilt } from './build.ts'
import { openApplication } from './chromium/application.ts'
import { findVisibleBrowser } from './chromium/find-browser.ts'
import { writeSamplePack } from './cli/sample-pack.ts'
import { profileFolder } from './preferences.ts'
import { electronBinary, fetchElectron } from './start/electron-binary.ts'

const project = dirname(import.meta.dirname)

/** Japanese where the system speaks it. */
function systemLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  const named = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '')
  return (named ?? Intl.DateTimeFormat().resolvedOptions().locale).startsWith('ja') ? 'ja' : 'en'
}

const language = systemLanguage()
const words = translate(language)
const say = (line: string) => {
  console.log(line)
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some((value) => value !== undefined && value !== '')
}

/** Without a window: the sample's pack, and why. A pack of another day that is there already stays; ours goes beside it. */
async function withoutWindow(reason: string): Promise<void> {
  const out = resolve(project, 'out')
  say(words('start.withoutWindow', { reason, out }))
  const write = (folder: string) => writeSamplePack({ out: folder, language, report: say })
  const { dir } = await write(out).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'FOLDER_EXISTS') return write(join(out, today()))
    throw error
  })
  say(words('start.written', { dir }))
}

function today(): string {
  return dayAt(new Date().toISOString(), 'Asia/Tokyo')
}

async function inElectron(binary: string, files: readonly string[]): Promise<void> {
  await ensureBuilt({ what: ['main', 'preload', 'renderer'], report: process.stderr })
  const child = spawn(binary, [project, ...files], { stdio: 'inherit' })
  await new Promise<void>((ended, failed) => {
    child.once('error', failed)
    child.once('exit', (code) => {
      process.exitCode = code ?? 1
      ended()
    })
  })
}

/** False where the browser shows no window: a display that is set but dead. */
async function inBrowser(file: string | undefined): Promise<boolean> {
  const browser = findVisibleBrowser()
  if (browser === undefined) {
    await withoutWindow(words('start.noBrowser'))
    return true
  }
  await ensureBuilt({ what: ['renderer'], report: process.stderr })
  try {
    const application = await openApplication({
      browser,
      assets: builtFolder('renderer'),
      profile: profileFolder(),
      language,
      ...(file === undefined ? {} : { open: resolve(file) }),
    })
    say(words('start.inBrowser', { browser: browser.executable }))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        void application.close()
      })
    await application.closed
    return true
  } catch (error) {
    if (error instanceof Problem && error.code === 'BROWSER_FAILED') return false
    throw error
  }
}

async function start(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { 'no-download': { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  if (!hasDisplay()) {
    await withoutWindow(words('start.noDisplay'))
    return
  }
  const mayDownload = !values['no-download'] && (process.env.DAICHO_NO_DOWNLOAD ?? '') === ''
  let binary = electronBinary()
  if (binary === null && mayDownload) {
    say(words('start.download'))
    binary = await fetchElectron()
    if (binary === null) say(words('start.downloadFailed'))
  }
  if (binary !== null) await inElectron(binary, positionals)
  else if (!(await inBrowser(positionals[0]))) await withoutWindow(words('start.deadDisplay'))
}

try {
  await start()
} catch (error) {
  const problem = error instanceof Problem ? error : new Problem('INTERNAL', { detail: String(error) })
  console.error(sayProblem(language, problem))
  if ((process.env.DAICHO_DEBUG ?? '') !== '') console.error(error)
  process.exitCode = 2
}

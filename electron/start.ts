/**
 * `npm start`: the application in Electron where its binary can be had, else in an installed browser as an app window, else,
 * or without a display, the sample register's board pack written into `out/`.
 */
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dayAt } from '#shared/domain/calendar-date.ts'
import { Problem } from '#shared/domain/problem.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'
import { translate } from '#shared/locales/translate.ts'
import { builtFolder, ensureBuilt } from './build.ts'
import { openApplication } from './chromium/application.ts'
import { findVisibleBrowser } from './chromium/find-browser.ts'
import { onlyInstance } from './chromium/single-instance.ts'
import { usageProblem } from './cli/read-arguments.ts'
import { writeSamplePack } from './cli/sample-pack.ts'
import { languageOf } from './cli/surroundings.ts'
import { profileFolder } from './preferences.ts'
import { electronBinary, fetchElectron } from './start/electron-binary.ts'
import { runElectron } from './start/run-electron.ts'
import { untilSignal } from './start/until-signal.ts'

const project = dirname(import.meta.dirname)

const language = languageOf(process.env)
const words = translate(language)
const say = (line: string) => {
  console.log(line)
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some((value) => value !== undefined && value !== '')
}

/** Without a window: the sample's pack, and why. A pack of another day that is there already stays; ours goes beside it. */
async function withoutWindow(reason: string, out: string): Promise<void> {
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

/** False where Electron shows no window: libraries that it needs are missing, or the display is dead. */
async function inElectron(binary: string, files: readonly string[]): Promise<boolean> {
  await ensureBuilt({ what: ['main', 'preload', 'renderer', 'notices'], report: process.stderr })
  const { shown, exitCode } = await runElectron(binary, [project, ...files])
  if (shown) process.exitCode = exitCode
  return shown
}

/** Undefined once the window was closed; else why there was none. */
async function inBrowser(files: readonly string[]): Promise<string | undefined> {
  const browser = findVisibleBrowser()
  if (browser === undefined) return words('start.noBrowser')
  await ensureBuilt({ what: ['main', 'renderer', 'notices'], report: process.stderr })
  const only = await onlyInstance(profileFolder(), files)
  if (only === null) {
    say(words('start.handedOver'))
    return undefined
  }
  const [file] = files
  const signal = untilSignal()
  try {
    const application = await openApplication({
      browser,
      assets: builtFolder('renderer'),
      profile: profileFolder(),
      language,
      ...(file === undefined ? {} : { open: file }),
    })
    say(words('start.inBrowser', { browser: browser.executable }))
    // The first is opened already; the others are named, since one window shows one register.
    if (files.length > 1) application.openFiles(files)
    only.hear((handed) => {
      application.openFiles(handed)
    })
    const isClosed = await Promise.race([application.closed.then(() => true), signal.received.then(() => false)])
    // What is typed is saved first; whoever does not want to wait for it presses Ctrl+C once more.
    signal.ignore()
    if (!isClosed) application.askToClose()
    await application.closed
    return undefined
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'BROWSER_FAILED')) throw error
    return error.facts.display === false ? words('start.deadDisplay') : words('start.browserFailed', error.facts)
  } finally {
    signal.ignore()
    await only.release()
  }
}

/** USAGE for an option that there is not. */
function readWords() {
  try {
    return parseArgs({
      options: { 'no-download': { type: 'boolean', default: false }, out: { type: 'string', default: 'out' } },
      allowPositionals: true,
    })
  } catch (error) {
    // Node's own sentence is English; the word that it is about stands in its first quotes.
    const [, option = process.argv.slice(2).join(' ')] = /'(.+?)'/.exec(String(error)) ?? []
    throw usageProblem('npm start -- [--no-download] [--out DIR] [FILE]', 'UNKNOWN_OPTION', { option })
  }
}

async function start(): Promise<void> {
  const { values, positionals } = readWords()
  // npm starts scripts in the project's folder and says where the person stood.
  const here = process.env.INIT_CWD ?? process.cwd()
  const files = positionals.map((name) => resolve(here, name))
  const out = values.out === 'out' ? join(project, 'out') : resolve(here, values.out)
  if (!hasDisplay()) {
    await withoutWindow(words('start.noDisplay'), out)
    return
  }
  const mayDownload = !values['no-download'] && (process.env.DAICHO_NO_DOWNLOAD ?? '') === ''
  let binary = electronBinary()
  if (binary === null && mayDownload) {
    say(words('start.download'))
    binary = await fetchElectron()
    if (binary === null) say(words('start.downloadFailed'))
  }
  if (binary !== null && (await inElectron(binary, files))) return
  const reason = await inBrowser(files)
  if (reason !== undefined) await withoutWindow(reason, out)
}

try {
  await start()
} catch (error) {
  const problem = error instanceof Problem ? error : new Problem('INTERNAL', { detail: String(error) })
  console.error(sayProblem(language, problem))
  if ((process.env.DAICHO_DEBUG ?? '') !== '') console.error(error)
  process.exitCode = 2
}

/** `npm start` as the process that people start, on computers with and without what it would like to have. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { ensureBuilt } from '#electron/build.ts'
import { openApplication } from '#electron/chromium/application.ts'
import { findBrowser, findVisibleBrowser } from '#electron/chromium/find-browser.ts'
import { downloaded, electronBinary } from '#electron/start/electron-binary.ts'
import { runElectron } from '#electron/start/run-electron.ts'
import { translate } from '#shared/locales/translate.ts'
import { processTree } from '#test/support/network.ts'
import { temporaryFolder } from '#test/support/register.ts'
import { writeConnectionPage } from '#test/support/small-page.ts'

const words = translate('en')
const entry = join(import.meta.dirname, '../../electron/start.ts')

interface Started {
  readonly child: ChildProcess
  readonly lines: string[]
  readonly errors: string[]
  readonly folder: string
  /** Resolves when a line has been said that holds these words. */
  readonly said: (part: string) => Promise<void>
  readonly ended: Promise<number | string | null>
}

/** Starts it with a profile, an output folder and a folder for temporary files of its own. */
function start(environment: NodeJS.ProcessEnv, ...options: string[]): Started {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'tmp'))
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, DAICHO_BROWSER: _browser, ...rest } = process.env
  const child = spawn(process.execPath, [entry, '--out', join(folder, 'out'), ...options], {
    env: {
      ...rest,
      LC_ALL: 'C',
      TMPDIR: join(folder, 'tmp'),
      DAICHO_PROFILE: join(folder, 'profile'),
      // Nothing is fetched from anywhere: whatever would be, is refused at once.
      ELECTRON_MIRROR: 'http://127.0.0.1:9/',
      electron_config_cache: join(folder, 'electron'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, as a terminal gives one: Ctrl+C reaches all of it.
    detached: true,
  })
  onTestFinished(() => {
    if (child.exitCode === null) child.kill('SIGKILL')
  })
  const listeners = new Set<() => void>()
  const lines = linesOf(child.stdout, listeners)
  // Said where the sources have changed since the last build: no error.
  const errors = linesOf(child.stderr, listeners, (line) => !line.startsWith('Building '))
  const ended = new Promise<number | string | null>((resolve) => {
    child.once('close', (code, signal) => {
      resolve(code ?? signal)
    })
  })
  return {
    child,
    lines,
    errors,
    folder,
    ended,
    said: (part) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (lines.some((line) => line.includes(part))) resolve()
        }
        listeners.add(look)
        void ended.then(() => {
          reject(new Error(`ended without "${part}":\n${[...lines, ...errors].join('\n')}`))
        })
        look()
      }),
  }
}

function linesOf(
  stream: Readable | null,
  listeners: ReadonlySet<() => void>,
  counts: (line: string) => boolean = () => true,
): string[] {
  const lines: string[] = []
  let rest = ''
  stream?.setEncoding('utf8').on('data', (part: string) => {
    const parts = (rest + part).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts.filter(counts))
    for (const listener of listeners) listener()
  })
  return lines
}

/** The two lines that are said where there is no window. */
function withoutWindow({ folder }: Started, reason: string): string[] {
  const out = join(folder, 'out')
  const [pack = ''] = readdirSync(out)
  return [words('start.withoutWindow', { reason, out }), words('start.written', { dir: join(out, pack) })]
}

function expectPack({ folder }: Started): void {
  const [pack = ''] = readdirSync(join(folder, 'out'))
  expect(readdirSync(join(folder, 'out', pack))).toEqual(
    expect.arrayContaining(['SHA256SUMS', 'boardpack.en.pdf', 'boardpack.ja.pdf', 'manifest.json']),
  )
  expect(readdirSync(join(folder, 'tmp'))).toEqual([])
}

const installed = (() => {
  const { DAICHO_BROWSER: _named, ...environment } = process.env
  try {
    return findVisibleBrowser({ platform: process.platform, environment, isExecutable: (file) => isThere(file) })
  } catch {
    return undefined
  }
})()

function isThere(file: string): boolean {
  try {
    return readdirSync(join(file, '..')).includes(file.slice(file.lastIndexOf('/') + 1))
  } catch {
    return false
  }
}

beforeAll(async () => {
  await Promise.all([ensureBuilt({ what: ['main', 'renderer', 'notices'], report: process.stderr }), findBrowser()])
}, 180_000)

describe.skipIf(process.platform !== 'linux')('without a window', () => {
  test("no display: the sample's pack, and why", { timeout: 120_000 }, async () => {
    const started = start({})
    expect([await started.ended, started.errors]).toEqual([0, []])
    expect(started.lines).toEqual(withoutWindow(started, words('start.noDisplay')))
    expectPack(started)
  })

  test.skipIf(installed === undefined)(
    'a display that does not answer: the same, with that reason',
    { timeout: 120_000 },
    async () => {
      const started = start({ DISPLAY: ':987' }, '--no-download')
      expect([await started.ended, started.errors]).toEqual([0, []])
      expect(started.lines).toEqual(withoutWindow(started, words('start.deadDisplay')))
      expectPack(started)
    },
  )

  test.each([{}, { DISPLAY: ':987' }])('a browser named that cannot be run is refused by name: %j', async (display) => {
    const started = start({ ...display, DAICHO_BROWSER: '/nowhere/chrome' }, '--no-download')
    expect(await started.ended).toBe(2)
    expect(started.errors).toEqual([words('problem.NO_BROWSER_named', { named: '/nowhere/chrome' })])
    expect(readdirSync(join(started.folder, 'tmp'))).toEqual([])
  })

  test('an option that there is not is refused', async () => {
    const started = start({}, '--nodownload')
    expect(await started.ended).toBe(2)
    expect(started.errors.join('\n')).toContain('--nodownload')
    expect(started.errors.join('\n')).not.toContain('    at ')
  })
})

/** A display in memory; undefined where this machine has no Xvfb. */
async function virtualDisplay(): Promise<string | undefined> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x940x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => {
    server.kill()
  })
  return new Promise((resolve) => {
    server.once('error', () => {
      resolve(undefined)
    })
    const told = server.stdio[3] as Readable
    told.setEncoding('utf8').once('data', (number: string) => {
      resolve(`:${number.trim()}`)
    })
  })
}

const needs = 'skipped: no Xvfb, or no installed browser that shows a window'

describe.skipIf(process.platform !== 'linux' || installed === undefined)('in a window of the installed browser', () => {
  test('says so, and Ctrl+C ends everything and leaves nothing', { timeout: 90_000 }, async ({ skip }) => {
    const DISPLAY = await virtualDisplay()
    if (DISPLAY === undefined) return skip(needs)
    const started = start({ DISPLAY })
    const { child, lines, folder } = started
    await started.said(installed?.executable ?? '')
    expect(lines).toEqual([
      words('start.download'),
      words('start.downloadFailed'),
      words('start.inBrowser', { browser: installed?.executable }),
    ])
    const processes = processTree(child.pid ?? 0)
    expect(processes.length).toBeGreaterThan(3)
    process.kill(-(child.pid ?? 0), 'SIGINT')
    expect([await started.ended, started.errors]).toEqual([0, []])
    expect(processes.filter(isRunning)).toEqual([])
    expect(readdirSync(join(folder, 'tmp'))).toEqual([])
  })

  test('ends well when the window is closed', { timeout: 90_000 }, async ({ skip }) => {
    const DISPLAY = await virtualDisplay()
    if (DISPLAY === undefined) return skip(needs)
    const assets = temporaryFolder()
    await writeConnectionPage(assets)
    const before = process.env.DISPLAY
    process.env.DISPLAY = DISPLAY
    onTestFinished(() => {
      if (before === undefined) delete process.env.DISPLAY
      else process.env.DISPLAY = before
    })
    if (installed === undefined) return
    const application = await openApplication({
      browser: installed,
      assets,
      profile: join(temporaryFolder(), 'profile'),
      language: 'ja',
    })
    const status = await application.page.evaluate(() => window.connection.client.file.status())
    expect(status.shell).toBe('chromium')
    // The window of its own, without tabs and address.
    expect(await application.page.evaluate(() => matchMedia('(display-mode: standalone)').matches)).toBe(true)
    const registerProcess = application.registerProcessId() ?? 0
    await application.page.close()
    await application.closed
    expect(isRunning(registerProcess)).toBe(false)
  })

  test('ends with 0 when its browser goes away', { timeout: 90_000 }, async ({ skip }) => {
    const DISPLAY = await virtualDisplay()
    if (DISPLAY === undefined) return skip(needs)
    const started = start({ DISPLAY }, '--no-download')
    await started.said(installed?.executable ?? '')
    const [, ...children] = processTree(started.child.pid ?? 0)
    const [first = 0] = children
    process.kill(first, 'SIGTERM')
    expect([await started.ended, started.errors]).toEqual([0, []])
    expect(children.filter(isRunning)).toEqual([])
    expect(readdirSync(join(started.folder, 'tmp'))).toEqual([])
  })
})

/** A process that has ended but whose end nobody has asked for (a zombie) does not run. */
function isRunning(id: number): boolean {
  try {
    const facts = readFileSync(`/proc/${String(id)}/stat`, 'utf8')
    return facts.slice(facts.lastIndexOf(')') + 2, facts.lastIndexOf(')') + 3) !== 'Z'
  } catch {
    return false
  }
}

describe('the download of Electron', () => {
  // Of a busy computer's clock a test would learn nothing.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** A download that a test drives. */
  function driven() {
    let told: Parameters<Parameters<typeof downloaded>[0]['start']>[0] | undefined
    let stops = 0
    const done = downloaded({
      patience: 40,
      start: (listener) => {
        told = listener
        return { stop: () => (stops += 1) }
      },
    })
    if (told === undefined) throw new Error('not started')
    return { done, ...told, stops: () => stops }
  }

  test('that ends well or badly is over then', async () => {
    const well = driven()
    well.ended(true)
    const badly = driven()
    badly.ended(false)
    expect([await well.done, await badly.done, well.stops(), badly.stops()]).toEqual([true, false, 0, 0])
  })

  test('that stands still is stopped', async () => {
    const { done, stops } = driven()
    vi.advanceTimersByTime(39)
    expect(stops()).toBe(0)
    vi.advanceTimersByTime(1)
    expect([await done, stops()]).toEqual([false, 1])
  })

  test('that goes on may take as long as it likes', async () => {
    const { done, progress, ended, stops } = driven()
    for (let sign = 0; sign < 20; sign += 1) {
      vi.advanceTimersByTime(30)
      progress()
    }
    ended(true)
    // Signs that come after the end start no new waiting.
    progress()
    expect([await done, stops()]).toEqual([true, 0])
  })
})

describe('the binary of Electron', () => {
  function installation(parts: { version?: string; path?: string; binary?: boolean }): string {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '45.4.1' }))
    if (parts.version !== undefined) writeFileSync(join(folder, 'dist', 'version'), parts.version)
    if (parts.path !== undefined) writeFileSync(join(folder, 'path.txt'), parts.path)
    if (parts.binary === true) writeFileSync(join(folder, 'dist', 'electron'), '')
    return folder
  }

  test.each([
    [{ version: '45.4.1', path: 'electron', binary: true }, true],
    [{ version: 'v45.4.1', path: 'electron', binary: true }, true],
    [{ version: '45.4.0', path: 'electron', binary: true }, false],
    [{ version: '45.4.1', path: 'electron' }, false],
    [{ version: '45.4.1', binary: true }, false],
    [{ path: 'electron', binary: true }, false],
    [{}, false],
  ])('%j: %s', (parts, there) => {
    const folder = installation(parts)
    expect(electronBinary(folder)).toBe(there ? join(folder, 'dist', 'electron') : null)
  })

  function program(script: string): string {
    const file = join(temporaryFolder(), 'electron')
    writeFileSync(file, `#!${process.execPath}\n${script}`)
    chmodSync(file, 0o755)
    return file
  }

  test.each([
    ['showed its window and ended', `process.send('shown', () => process.exit(0))`, { shown: true, exitCode: 0 }],
    ['showed its window and failed', `process.send('shown', () => process.exit(3))`, { shown: true, exitCode: 3 }],
    ['was ended by its person before that', `process.exit(0)`, { shown: true, exitCode: 0 }],
    ['ended before it showed anything', `process.exit(1)`, { shown: false, exitCode: 1 }],
    ['was killed before it showed anything', `process.kill(process.pid, 'SIGKILL')`, { shown: false, exitCode: 1 }],
  ])('that %s', async (_name, script, outcome) => {
    expect(await runElectron(program(script), ['.'])).toEqual(outcome)
  })

  test('that is no program', async () => {
    expect(await runElectron('/nowhere/electron', ['.'])).toEqual({ shown: false, exitCode: 1 })
  })
})

/**
 * The application in a browser of the Chromium family: an app window (or, for tests, a page without one), the register
 * process beside it, and what a shell owes both. Nothing listens on a port: the browser is spoken to through a pipe.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { release, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Browser as Launched, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core'
import { chromiumOrigin } from '#electron/assets.ts'
import { Closing } from '#electron/closing.ts'
import { privateHere, reportOf, type ShownFailure } from '#electron/failure-report.ts'
import { chosenLanguage, preferencesIn } from '#electron/preferences.ts'
import { isRunning } from '#electron/running.ts'
import type { Preferences, Shell, Showing } from '#electron/shell.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { bridgeTo } from './bridge.ts'
import type { Browser } from './find-browser.ts'
import { browserFailed, launchOptions, quietArguments, sandboxed } from './launch-options.ts'
import { answer, printWithChromium } from './print.ts'
import { RegisterChild } from './register-child.ts'

export interface ApplicationOptions {
  readonly browser: Browser
  /** The folder of the built renderer. */
  readonly assets: string
  /** The app's profile folder: preferences, sample registers, the browser's own profile. */
  readonly profile: string
  /** The system's language: what counts until the person has chosen one in the window. */
  readonly language: Language
  /** A register to open at once. */
  readonly open?: string
  readonly headless?: boolean
  /** A headless browser that runs already: the window is a context of it, which is as good as new and starts sooner. For tests. */
  readonly running?: Launched
}

export interface Application {
  readonly page: Page
  readonly registerProcessId: () => number | undefined
  /** A second start's files come to the window, which comes to the front; without files it only comes. */
  openFiles(files: readonly string[]): void
  /** Closes the window as a person does: what is typed is saved first. Asked twice, it closes at once. */
  askToClose(): void
  /** Resolves when the window was closed and everything has ended. */
  readonly closed: Promise<void>
  /** At once, whatever is typed. */
  close(): Promise<void>
}

/** The message under which the page is handed its port; the same as Electron's preload uses. */
const portMessage = 'daicho:port'

/** Opens the application. BROWSER_FAILED where the browser does not start. */
export async function openApplication(options: ApplicationOptions): Promise<Application> {
  makeProfile(options.profile)
  const preferences = preferencesIn(options.profile)
  const language = await chosenLanguage(preferences, options.language)
  const begun = await begin({ ...options, language })
  try {
    return await serveIn(begun, { ...options, language, systemLanguage: options.language }, preferences)
  } catch (error) {
    await begun.context.close()
    await begun.forget()
    throw error
  }
}

/** Without it everything works, and the window says that nothing of the person's choices can be kept. */
function makeProfile(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    // Told where something is to be kept: PREFERENCES_NOT_WRITTEN.
  }
}

/** The page, the register process and the bridge between them, in a browser that was started. */
async function serveIn(
  { context, forget }: Begun,
  options: ApplicationOptions & { readonly systemLanguage: Language },
  preferences: Preferences,
): Promise<Application> {
  const page = context.pages()[0] ?? (await context.newPage())
  const language = () => chosenLanguage(preferences, options.systemLanguage)
  let shown: Showing | null = null
  /** The window was closed once; closed once more, it goes. */
  let asked = false
  const showTitle = async () => {
    const name = translate(await language())('app.name')
    const title = shown === null ? name : `${basename(shown.file)} · ${name}`
    await page
      .evaluate((text) => {
        document.title = text
      }, title)
      // The page is being left: the one that is loaded next is told its title then.
      .catch(() => undefined)
  }
  const shell: Shell = {
    kind: 'chromium',
    choose: () => Promise.resolve({ kind: 'in-window' }),
    reveal,
    print: (job) => printWithChromium(job, { assets: options.assets, browser: options.browser }),
    showing: (next) => {
      shown = next
      register.showing(next)
      return showTitle()
    },
    answerClosing: (given) => {
      if (given === 'stay') asked = false
      closing.answered(given)
      return Promise.resolve()
    },
    // The title follows the language at once.
    preferences: {
      read: () => preferences.read(),
      write: async (key, value) => {
        await preferences.write(key, value)
        if (key === 'language') await showTitle()
      },
    },
  }
  let failure: ShownFailure | undefined
  let port = 0
  /** The register process answers, the page listens: a port is handed over when both are so. */
  let ready = false
  let loaded = false
  const handOver = () => {
    if (port > 0) register.closePort(port)
    port += 1
    bridge.open(port)
  }
  const bridge = await bridgeTo(context, page, portMessage, {
    onMessage: (to, data) => {
      if (ready && to === port) register.post(port, data)
    },
    onLoad: () => {
      void showTitle()
      // The page of failures speaks with nobody.
      loaded = new URL(page.url()).pathname !== failurePath
      if (!loaded) return
      if (register.hasFailed) register.startAgain()
      if (ready) handOver()
    },
  })
  const register = new RegisterChild({
    shell,
    start: {
      language: options.language,
      systemLanguage: options.systemLanguage,
      sampleFolder: join(options.profile, 'samples'),
      open: options.open ?? null,
    },
    onPortMessage: (from, data) => {
      if (from === port) bridge.send(from, data)
    },
    onDeath: () => {
      ready = false
      bridge.close()
    },
    onFailure: () => {
      if (loaded) bridge.fail()
    },
    onStarted: () => {
      ready = true
      // After a death: the page is still there and gets a port to the new process.
      if (loaded) handOver()
    },
    onGivenUp: (lastWords) => {
      loaded = false
      void language().then((spoken) => {
        failure = { kind: 'register', language: spoken, report: reportOfDeaths(lastWords) }
        // The window may be closing meanwhile: then there is nobody to tell.
        return page.goto(`${chromiumOrigin}${failurePath}`).catch(() => undefined)
      })
    },
  })
  const closing = new Closing({
    askWindow: () => {
      if (loaded && register.isRunning) register.tell({ kind: 'closing' })
      else closing.answered('close')
    },
    // This shell has no box of its own: the window asks, and who closes it once more has answered.
    closeNow: () => Promise.resolve(false),
    close: () => {
      void context.close().catch(() => undefined)
    },
    patience: 15_000,
  })
  const askToClose = () => {
    if (!asked) {
      asked = true
      closing.mayClose()
    } else void context.close().catch(() => undefined)
  }
  await guard(context, page, { assets: options.assets, failure: () => failure, onClose: askToClose })
  const closed = new Promise<void>((resolve) => {
    context.once('close', () => {
      closing.gone()
      void register
        .stop()
        .then(forget)
        // What cannot be removed lies in the system's temporary folder and is no reason to stay.
        .catch(() => undefined)
        .then(resolve)
    })
  })
  await page.goto(`${chromiumOrigin}/index.html`)
  await forgetFirstPage(context, page)
  return {
    page,
    registerProcessId: () => register.processId,
    openFiles(files) {
      void page.bringToFront().catch(() => undefined)
      if (files.length > 0) register.tell({ kind: 'open', files })
    },
    askToClose,
    closed,
    async close() {
      await context.close()
      await closed
    },
  }
}

const profileName = 'daicho-browser-'

/** What applications that were killed have left of their browsers. */
export function removeLeftProfiles(): void {
  let names: string[] = []
  try {
    names = readdirSync(tmpdir())
  } catch {
    // A shared folder may be written and not listed: what lies there stays.
  }
  for (const name of names) {
    const [, process] = /^daicho-browser-(\d+)-\w{6}$/.exec(name) ?? []
    if (process !== undefined && !isRunning(Number(process)))
      void rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Removes a browser's profile. Helpers of a browser that has just ended still write for a moment, and make it anew. */
async function removeProfile(folder: string): Promise<void> {
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    await rm(folder, { recursive: true, force: true, maxRetries: 10 })
    await setTimeout(100)
    if (!existsSync(folder)) return
  }
}

interface Begun {
  readonly context: BrowserContext
  /** Removes what the browser has written for itself. */
  readonly forget: () => Promise<void>
}

/** The context that will be the window, in a browser of its own unless one is given. */
async function begin(options: ApplicationOptions): Promise<Begun> {
  const headless = options.headless ?? false
  const window: BrowserContextOptions = {
    viewport: headless ? { width: 1440, height: 900 } : null,
    acceptDownloads: false,
    serviceWorkers: 'block',
    // To write text to the clipboard when somebody presses a button for it; nothing else, and never to read it.
    permissions: ['clipboard-write'],
    locale: options.language === 'ja' ? 'ja-JP' : 'en-GB',
  }
  if (options.running !== undefined)
    return { context: await options.running.newContext(window), forget: () => Promise.resolve() }
  // A browser profile of its own for each run: nothing of it is needed again, and two windows do not fight over it.
  removeLeftProfiles()
  const profile = mkdtempSync(join(tmpdir(), `${profileName}${String(process.pid)}-`))
  const forget = () => removeProfile(profile)
  try {
    return { context: await launch(options.browser, profile, headless, window), forget }
  } catch (error) {
    await forget()
    throw browserFailed(error)
  }
}

async function launch(
  browser: Browser,
  profile: string,
  headless: boolean,
  window: BrowserContextOptions,
): Promise<BrowserContext> {
  const { chromium } = await import('playwright-core')
  const launching = launchOptions(browser)
  // A browser that is ended from outside leaves its temporary files: here they go with its profile. A short name: the browser
  // makes a socket below it, whose path may have no more than 107 bytes, or it does not start.
  const temporary = join(profile, 't')
  mkdirSync(temporary)
  return chromium.launchPersistentContext(profile, {
    ...launching,
    ...window,
    ...(process.platform === 'linux' ? { env: { ...launching.env, TMPDIR: temporary } } : {}),
    headless,
    args: [
      ...quietArguments,
      // An address that needs nothing and makes a window of its own; about:blank would open an ordinary tab.
      ...(headless ? [] : ['--app=data:text/html,', '--window-size=1440,940']),
      // Says "unsupported flag" in a yellow bar otherwise.
      ...(sandboxed() ? [] : ['--test-type']),
    ],
    // The automation bar would stand above the register.
    ignoreDefaultArgs: ['--enable-automation'],
  })
}

/** The screen of failures: a page that needs neither the window nor the register process. */
const failurePath = '/failure.html'

function reportOfDeaths(lastWords: string): string {
  const { platform, versions } = process
  const facts = { version: packageJson.version, shell: 'chromium', versions, platform, system: release() } as const
  return reportOf({ kind: 'register', details: [lastWords] }, facts, privateHere())
}

interface GuardOptions {
  readonly assets: string
  readonly failure: () => ShownFailure | undefined
  /** The person closes a window that holds something unsaved. */
  readonly onClose: () => void
}

/** Only our own files, in our own page: requests elsewhere, new windows and downloads are refused. */
async function guard(context: BrowserContext, page: Page, options: GuardOptions): Promise<void> {
  await context.route('**/*', (route) =>
    // "No content" leaves the page where it is; a refusal would put the browser's error page in the register's place.
    leadsAway(route.request(), page)
      ? route.fulfill({ status: 204 })
      : answer(route, options.assets, { failure: options.failure() }),
  )
  const isReloading = await watchNavigation(context, page)
  context.on('page', (opened) => {
    if (opened !== page) void opened.close().catch(() => undefined)
  })
  page.on('dialog', (dialog) => {
    // A page with something unsaved asks whether it may be left: drawn anew it may; closed, it is saved first.
    const closes = dialog.type() === 'beforeunload' && !isReloading()
    const accepts = dialog.type() === 'beforeunload' && !closes
    void (accepts ? dialog.accept() : dialog.dismiss()).catch(() => undefined)
    if (closes) options.onClose()
  })
  page.on('download', (download) => {
    void download.cancel()
  })
}

/** Tells whether the page is on its way to an address: where it is not and still asks to be left, its window is closed. */
async function watchNavigation(context: BrowserContext, page: Page): Promise<() => boolean> {
  const session = await context.newCDPSession(page)
  let under = false
  await session.send('Page.enable')
  const { frameTree } = await session.send('Page.getFrameTree')
  session.on('Page.frameStartedNavigating', ({ frameId, navigationType }) => {
    if (frameId === frameTree.frame.id && navigationType !== 'sameDocument') under = true
  })
  session.on('Page.frameRequestedNavigation', ({ frameId }) => {
    if (frameId === frameTree.frame.id) under = true
  })
  session.on('Page.frameStoppedLoading', () => {
    under = false
  })
  session.on('Page.loadEventFired', () => {
    under = false
  })
  return () => under
}

/** Would this request put something else into the window than the application? */
function leadsAway(request: Request, page: Page): boolean {
  if (!request.isNavigationRequest() || !isOfFrame(request, page)) return false
  const { origin, pathname } = new URL(request.url())
  return origin !== chromiumOrigin || !['/', '/index.html', '/print.html', failurePath].includes(pathname)
}

/** False also for the first request of a window that is only being opened: it has no frame yet. */
function isOfFrame(request: Request, page: Page): boolean {
  try {
    return request.frame() === page.mainFrame()
  } catch {
    return false
  }
}

/** Forgets the page that the window began with: Alt+Left would lead back to it, and from there nowhere. */
async function forgetFirstPage(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('Page.resetNavigationHistory')
  await session.detach()
}

/** Shows a file in the system's file manager. CANNOT_REVEAL where there is none. */
function reveal(path: string): Promise<void> {
  const [command, rest] = revealCommand(path)
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, { stdio: 'ignore', detached: true })
    child.once('error', () => {
      reject(new Problem('CANNOT_REVEAL', { path }))
    })
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}

function revealCommand(path: string): [command: string, rest: string[]] {
  if (process.platform === 'win32') return ['explorer', ['/select,', path]]
  // xdg-open shows a folder; of a file it would open the content.
  return process.platform === 'darwin' ? ['open', ['-R', path]] : ['xdg-open', [dirname(path)]]
}

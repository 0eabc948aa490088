/** The application in Electron, started as a list of named steps. Electron's parts come in; nothing here imports Electron. */
import type { BrowserWindow, MessagePortMain } from 'electron'
import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Closing } from '#electron/closing.ts'
import type { Failure } from '#electron/failure-report.ts'
import { stackOf } from '#electron/failure-report.ts'
import { hostResolverRules } from '#electron/host-resolver-rules.ts'
import { chosenLanguage, preferencesIn } from '#electron/preferences.ts'
import { readRecentFiles, recentFilesKey } from '#electron/recent-files.ts'
import type { Preferences, Shell, Showing } from '#electron/shell.ts'
import type { Language } from '#shared/domain/text.ts'
import { type Translate, translate } from '#shared/locales/translate.ts'
import { AppProtocol } from './app-protocol.ts'
import { chooseFile } from './choose-file.ts'
import { openExternalLink } from './external-link.ts'
import { FailureScreens } from './failure-screens.ts'
import { menuTemplate } from './menu.ts'
import type { ElectronParts, Surroundings } from './parts.ts'
import { printerOf } from './print-window.ts'
import { RegisterHost } from './register-host.ts'
import { appOrigin, guardContents, guardSession } from './security.ts'
import { isOnlyInstance } from './single-instance.ts'
import { bringToFront, openMainWindow, rememberPlace } from './window.ts'

/** How long a window, or the register process, may be silent before the person is asked. */
const patience = 15_000

/** Starts the application. Resolves when its window is open, or at once in a second start. */
export async function startDesktop(parts: ElectronParts, around: Surroundings): Promise<void> {
  await new Desktop(parts, around).start()
}

/** What must be set before Electron is ready, with a window or without. */
export function prepareElectron({ app, protocol }: Pick<ElectronParts, 'app' | 'protocol'>, profile: string): void {
  // The folder that the other shell uses too; `DAICHO_PROFILE` names another one.
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 })
  } catch {
    // Without it everything works, and the window says that nothing of the person's choices can be kept.
  }
  app.setPath('userData', profile)
  // The browser inside calls home by itself: no name resolves.
  app.commandLine.appendSwitch('host-resolver-rules', hostResolverRules)
  app.commandLine.appendSwitch('disable-background-networking')
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

class Desktop {
  readonly #parts: ElectronParts
  readonly #around: Surroundings
  readonly #assets: AppProtocol
  readonly #failures: FailureScreens
  readonly #preferences: Preferences
  /** Files that were named before there was a window: by this start, or by the file manager of macOS. */
  #files: readonly string[]
  /** The system's, known once Electron is ready; the person may have chosen another one. */
  #systemLanguage: Language = 'en'
  #language: Language = 'en'
  #showing: Showing | null = null
  #window: BrowserWindow | null = null
  #host: RegisterHost<MessagePortMain> | null = null
  #closing: Closing | null = null

  constructor(parts: ElectronParts, around: Surroundings) {
    this.#parts = parts
    this.#around = around
    this.#files = around.files
    this.#assets = new AppProtocol(around.built.renderer)
    this.#preferences = this.#watched(preferencesIn(around.profile))
    this.#failures = new FailureScreens(parts, around, this.#assets, () => this.#language)
  }

  async start(): Promise<void> {
    const { app } = this.#parts
    this.#step('watch for errors', () => this.#watchForErrors())
    // Before Electron is ready: what comes later is too late for it.
    const only = this.#step('prepare Electron', () => {
      prepareElectron(this.#parts, this.#around.profile)
      return isOnlyInstance(app, this.#files, (files) => this.#openFromOutside(files))
    })
    if (!only) {
      app.quit()
      return
    }
    this.#step('hear of files', () => this.#hearOfFiles())
    await app.whenReady()
    this.#step('close every door', () => {
      guardSession(this.#parts.session())
      guardContents(app, (address) => void openExternalLink(address, this.#parts.shell))
    })
    this.#step('serve the window', () => this.#parts.protocol.handle('app', ({ url }) => this.#assets.answer(url)))
    this.#systemLanguage = app.getLocale().startsWith('ja') ? 'ja' : 'en'
    this.#language = await chosenLanguage(this.#preferences, this.#systemLanguage)
    await this.#showMenu()
    this.#window = await openMainWindow(this.#parts, {
      preferences: this.#preferences,
      title: this.#title(),
      preload: this.#around.built.preload,
    })
    this.#step('start the register process', () => this.#startRegister())
    this.#step('watch the window', () => this.#watchWindow(this.#openWindow()))
    this.#step('end in order', () => this.#endInOrder())
    await this.#openWindow().loadURL(`${appOrigin}/index.html`)
  }

  /** Names the step in the report where it fails. */
  #step<Result>(name: string, work: () => Result): Result {
    this.#failures.step = name
    return work()
  }

  get #words(): Translate {
    return translate(this.#language)
  }

  #openWindow(): BrowserWindow {
    if (this.#window === null) throw new Error('there is no window yet')
    return this.#window
  }

  #watchForErrors(): void {
    this.#around.onUncaught((error) => {
      this.#failures.show(this.#window, { kind: 'main', details: [stackOf(error)] })
    })
  }

  #hearOfFiles(): void {
    // macOS names files so, before the application is ready and after.
    this.#parts.app.on('open-file', (event, path) => {
      event.preventDefault()
      if (this.#window === null) this.#files = [...this.#files, path]
      else this.#openFromOutside([path])
    })
  }

  #openFromOutside(files: readonly string[]): void {
    if (this.#window !== null) bringToFront(this.#window)
    if (files.length > 0) this.#host?.tell({ kind: 'open', files })
  }

  /** The preferences, with an eye on what the menu and the system must follow at once. */
  #watched(preferences: Preferences): Preferences {
    return {
      read: () => preferences.read(),
      write: async (key, value) => {
        await preferences.write(key, value)
        if (key === recentFilesKey) {
          const [latest] = Array.isArray(value) ? value : []
          if (typeof latest === 'string') this.#parts.app.addRecentDocument(latest)
          else this.#parts.app.clearRecentDocuments()
        }
        if (key === 'language') this.#language = await chosenLanguage(preferences, this.#systemLanguage)
        if (key === recentFilesKey || key === 'language') {
          await this.#showMenu()
          this.#showTitle()
        }
      },
    }
  }

  async #showMenu(): Promise<void> {
    const { app, setMenu } = this.#parts
    const recent = await readRecentFiles(this.#preferences)
    const { platform, version } = this.#around
    app.setAboutPanelOptions({ applicationName: this.#words('app.name'), applicationVersion: version })
    setMenu(
      menuTemplate(
        {
          language: this.#language,
          platform,
          open: this.#showing !== null,
          mayChange: this.#showing?.mayChange ?? false,
          recent,
        },
        {
          command: (id) => this.#host?.tell({ kind: 'command', id }),
          openRecent: (path) => this.#host?.tell({ kind: 'open', files: [path] }),
        },
      ),
    )
  }

  #title(): string {
    const name = this.#words('app.name')
    return this.#showing === null ? name : `${basename(this.#showing.file)} · ${name}`
  }

  #showTitle(): void {
    const window = this.#window
    if (window === null || window.isDestroyed()) return
    window.setTitle(this.#title())
    // Everything saves itself, so there is no mark of an edited document to set.
    if (this.#around.platform === 'darwin') window.setRepresentedFilename(this.#showing?.file ?? '')
  }

  #shell(window: BrowserWindow): Shell {
    const { dialog, makeWindow, shell } = this.#parts
    return {
      kind: 'electron',
      choose: (request) => chooseFile(dialog, window, this.#words, request),
      reveal: (path) => {
        shell.showItemInFolder(path)
        return Promise.resolve()
      },
      print: printerOf(makeWindow, this.#assets),
      showing: async (register) => {
        this.#showing = register
        this.#host?.showing(register)
        this.#showTitle()
        await this.#showMenu()
      },
      answerClosing: (answer) => {
        this.#closing?.answered(answer)
        return Promise.resolve()
      },
      preferences: this.#preferences,
    }
  }

  #startRegister(): void {
    const window = this.#openWindow()
    const { forkUtility, makeChannel } = this.#parts
    const { built, profile } = this.#around
    const [first = null, ...others] = this.#files
    this.#host = new RegisterHost<MessagePortMain>({
      fork: () =>
        forkUtility(join(built.main, 'register.js'), {
          serviceName: 'Daicho register',
          stdio: ['ignore', 'ignore', 'pipe'],
        }),
      channel: makeChannel,
      handOver: (port) => {
        if (!window.isDestroyed()) window.webContents.postMessage('daicho:port', null, [port])
      },
      shell: this.#shell(window),
      start: {
        language: this.#language,
        systemLanguage: this.#systemLanguage,
        sampleFolder: join(profile, 'samples'),
        open: first,
      },
      onGivenUp: (lastWords) => {
        this.#failures.show(window, { kind: 'register', details: [lastWords] })
      },
      clock: () => Date.now(),
    })
    // The first is opened already; the others are named, since one window shows one register.
    if (first !== null && others.length > 0) this.#host.tell({ kind: 'open', files: this.#files })
  }

  #watchWindow(window: BrowserWindow): void {
    const contents = window.webContents
    contents.on('did-finish-load', () => {
      if (contents.getURL().startsWith(`${appOrigin}/index.html`)) this.#host?.pageLoaded()
    })
    contents.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (reason === 'clean-exit') return
      this.#pageFailed(window, { kind: 'window', details: [`reason: ${reason}\nexit code: ${String(exitCode)}`] })
    })
    window.on('unresponsive', () => {
      void this.#failures.askAboutSilence(window)
    })
    window.once('ready-to-show', () => {
      this.#around.tellShown()
    })
  }

  #pageFailed(window: BrowserWindow, failure: Failure): void {
    this.#host?.pageGone()
    this.#failures.show(window, failure)
  }

  /** Closing the window saves first; the register is closed before the program ends, however it is ended. */
  #endInOrder(): void {
    const window = this.#openWindow()
    const { app } = this.#parts
    this.#closing = new Closing({
      askWindow: () => {
        // A page that failed, or one without a register process, has nothing to save.
        const shown = window.webContents.getURL().startsWith(`${appOrigin}/index.html`)
        if (shown && this.#host?.isRunning === true) this.#host.tell({ kind: 'closing' })
        else this.#closing?.answered('close')
      },
      closeNow: () => this.#failures.askToCloseNow(window),
      close: () => {
        void rememberPlace(window, this.#preferences).finally(() => {
          window.destroy()
        })
      },
      patience,
    })
    window.on('close', (event) => {
      if (this.#closing?.mayClose() !== true) event.preventDefault()
    })
    let ended = false
    app.on('will-quit', (event) => {
      if (ended) return
      event.preventDefault()
      void this.#stopRegister().finally(() => {
        ended = true
        app.quit()
      })
    })
    // On macOS, too: there is one window, and without it nothing is left to be done.
    app.on('window-all-closed', () => {
      app.quit()
    })
  }

  async #stopRegister(): Promise<void> {
    const host = this.#host
    if (host === null) return
    const stopped = host.stop().then(() => true)
    for (;;) {
      let timer: NodeJS.Timeout | undefined
      // Nothing is ended without an answer: a write that takes long is waited for, and the person asked now and then.
      const late = new Promise<false>((resolve) => (timer = setTimeout(resolve, patience, false)))
      const done = await Promise.race([stopped, late])
      clearTimeout(timer)
      if (done) return
      if (await Promise.race([stopped, this.#failures.askToCloseNow(null)])) {
        host.kill()
        return
      }
    }
  }
}

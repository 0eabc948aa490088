/** The application in Electron, started as a list of named steps. */
import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  MessageChannelMain,
  protocol,
  session,
  shell,
  utilityProcess,
} from 'electron'
import type { MenuItemConstructorOptions, MessagePortMain } from 'electron'
import { chosenLanguage, preferencesIn, profileFolder } from '#electron/preferences.ts'
import { assertFits, assertReady, pageReady, type PageState, printPatience, tooWide } from '#electron/print-page.ts'
import type { Choice, ChoiceRequest, Preferences, PrintJob, Shell } from '#electron/shell.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Language } from '#shared/domain/text.ts'
import { type Translate, translate } from '#shared/locales/translate.ts'
import { AppProtocol } from './app-protocol.ts'
import { openExternalLink } from './external-link.ts'
import { RegisterHost } from './register-host.ts'
import { appOrigin, guardContents, guardSession } from './security.ts'
import { hostResolverRules } from '#electron/host-resolver-rules.ts'

const renderer = join(import.meta.dirname, '..', 'renderer')
const preload = join(import.meta.dirname, '..', 'preload', 'index.cjs')
const assets = new AppProtocol(renderer)

/** The folder that the other shell uses too; `DAICHO_PROFILE` names another one. */
function useProfile(): void {
  const folder = profileFolder()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  app.setPath('userData', folder)
}

function closeNetwork(): void {
  // The browser inside calls home by itself: no name resolves.
  app.commandLine.appendSwitch('host-resolver-rules', hostResolverRules)
  app.commandLine.appendSwitch('disable-background-networking')
}

function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

function guard(): void {
  guardSession(session.defaultSession)
  guardContents(app, (address) => void openExternalLink(address, shell))
}

function serveScheme(): void {
  protocol.handle('app', (request) => assets.answer(request.url))
}

/** Electron's own menu leads to developer tools and out to web sites. On macOS the system needs one for copy and quit. */
const macMenu: MenuItemConstructorOptions[] = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]

function language(preferences: Preferences): Promise<Language> {
  return chosenLanguage(preferences, systemLanguage())
}

function systemLanguage(): Language {
  return app.getLocale().startsWith('ja') ? 'ja' : 'en'
}

async function makeWindow(preferences: Preferences): Promise<BrowserWindow> {
  return new BrowserWindow({
    width: 1440,
    height: 940,
    minWidth: 800,
    minHeight: 600,
    show: false,
    title: translate(await language(preferences))('app.name'),
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
}

function shellOf(window: BrowserWindow, preferences: Preferences): Shell {
  return {
    kind: 'electron',
    choose: async (request) => choose(window, translate(await language(preferences)), request),
    reveal: (path) => {
      shell.showItemInFolder(path)
      return Promise.resolve()
    },
    print: printOneAfterAnother(),
    showing: async (register) => {
      const name = translate(await language(preferences))('app.name')
      if (!window.isDestroyed()) window.setTitle(register === null ? name : `${basename(register.file)} · ${name}`)
    },
    answerClosing: () => Promise.resolve(),
    preferences,
  }
}

async function choose(
  window: BrowserWindow,
  words: Translate,
  { purpose, suggestedName }: ChoiceRequest,
): Promise<Choice> {
  const title = words(`shell.choose.${purpose}`)
  const registers = [{ name: words('shell.fileType.register'), extensions: ['daicho'] }]
  if (purpose === 'new-register') {
    const { filePath } = await dialog.showSaveDialog(window, {
      title,
      filters: registers,
      ...(suggestedName === undefined ? {} : { defaultPath: suggestedName }),
    })
    return filePath === '' ? { kind: 'cancelled' } : { kind: 'path', path: filePath }
  }
  const { filePaths } = await dialog.showOpenDialog(window, {
    title,
    ...(purpose === 'output-folder'
      ? { properties: ['openDirectory', 'createDirectory'] }
      : {
          properties: ['openFile'],
          filters:
            purpose === 'open-register'
              ? registers
              : [{ name: words('shell.fileType.source'), extensions: ['csv', 'tsv', 'txt'] }],
        }),
  })
  const [path] = filePaths
  return path === undefined ? { kind: 'cancelled' } : { kind: 'path', path }
}

/** One print at a time: the job is a file of the application that the one print window fetches. */
function printOneAfterAnother(): Shell['print'] {
  let last: Promise<unknown> = Promise.resolve()
  return (job) => {
    const printing = last.then(() => print(job))
    last = printing.catch(() => undefined)
    return printing
  }
}

async function print(job: PrintJob): Promise<Uint8Array> {
  assets.job = job
  const window = new BrowserWindow({
    show: false,
    // Narrower than any paper: what is wider than its page then shows (see `tooWide`).
    width: 400,
    height: 800,
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, backgroundThrottling: false },
  })
  const ask = (question: string): Promise<unknown> => window.webContents.executeJavaScript(question)
  try {
    await window.loadURL('about:blank')
    // The style sheets for print count while the page is drawn and measured, as they do in the other shell.
    window.webContents.debugger.attach()
    await window.webContents.debugger.sendCommand('Emulation.setEmulatedMedia', { media: 'print' })
    await window.loadURL(`${appOrigin}/print.html`)
    assertReady((await ask(`(${pageReady.toString()})(${String(printPatience)})`)) as PageState)
    assertFits((await ask(`(${tooWide.toString()})()`)) as string[])
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('PRINT_FAILED', { detail: error instanceof Error ? error.message : String(error) })
  } finally {
    assets.job = undefined
    window.destroy()
  }
}

/** Opened with a file: the first argument after the program's own that is a register. */
function fileToOpen(): string | null {
  return process.argv.slice(1).find((argument) => argument.endsWith('.daicho')) ?? null
}

async function openWindow(preferences: Preferences): Promise<void> {
  const window = await makeWindow(preferences)
  const host = new RegisterHost<MessagePortMain>({
    fork: () => utilityProcess.fork(join(import.meta.dirname, 'register.js'), [], { serviceName: 'Daicho register' }),
    channel: () => new MessageChannelMain(),
    handOver: (port) => {
      if (!window.isDestroyed()) window.webContents.postMessage('daicho:port', null, [port])
    },
    shell: shellOf(window, preferences),
    start: {
      language: await language(preferences),
      systemLanguage: systemLanguage(),
      sampleFolder: join(app.getPath('userData'), 'samples'),
      open: fileToOpen(),
    },
  })
  quitAfter(() => host.stop())
  window.webContents.on('did-finish-load', () => {
    host.pageLoaded()
  })
  window.once('ready-to-show', () => {
    window.show()
    // `npm start` falls back to a browser where Electron ends before it has shown anything.
    process.send?.('shown')
  })
  await window.loadURL(`${appOrigin}/index.html`)
}

/** The register is closed before the program ends, however it is ended: by its window, its menu or the system. */
function quitAfter(closed: () => Promise<void>): void {
  let done = false
  app.on('will-quit', (event) => {
    if (done) return
    event.preventDefault()
    void closed().finally(() => {
      done = true
      app.quit()
    })
  })
}

async function start(): Promise<void> {
  await app.whenReady()
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate(macMenu) : null)
  guard()
  serveScheme()
  await openWindow(preferencesIn(app.getPath('userData')))
}

useProfile()
closeNetwork()
registerScheme()
// Never awaited here: Electron is ready only after this module has run to its end.
start().catch((error: unknown) => {
  console.error(error)
  app.exit(1)
})

/** The application in Electron, started as a list of named steps. */
import { join } from 'node:path'
import { app, BrowserWindow, dialog, MessageChannelMain, protocol, session, shell, utilityProcess } from 'electron'
import type { MessagePortMain } from 'electron'
import { preferencesIn } from '#electron/preferences.ts'
import type { Choice, ChoiceRequest, PrintJob, Shell } from '#electron/shell.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { AppProtocol } from './app-protocol.ts'
import { openExternalLink } from './external-link.ts'
import { RegisterHost } from './register-host.ts'
import { appOrigin, guardContents, guardSession } from './security.ts'

const renderer = join(import.meta.dirname, '..', 'renderer')
const preload = join(import.meta.dirname, '..', 'preload', 'index.cjs')
const assets = new AppProtocol(renderer)

function closeNetwork(): void {
  // The browser inside calls home by itself: no name resolves.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
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

function language(): Language {
  return app.getLocale().startsWith('ja') ? 'ja' : 'en'
}

function makeWindow(): BrowserWindow {
  return new BrowserWindow({
    width: 1440,
    height: 940,
    minWidth: 800,
    minHeight: 600,
    show: false,
    title: translate(language())('app.name'),
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

function shellOf(window: BrowserWindow): Shell {
  return {
    kind: 'electron',
    choose: (request) => choose(window, request),
    reveal: (path) => {
      shell.showItemInFolder(path)
      return Promise.resolve()
    },
    print: printOneAfterAnother(),
    title: (text) => {
      window.setTitle(text === '' ? translate(language())('app.name') : text)
      return Promise.resolve()
    },
    preferences: preferencesIn(app.getPath('userData')),
  }
}

async function choose(window: BrowserWindow, { purpose, suggestedName }: ChoiceRequest): Promise<Choice> {
  const words = translate(language())
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
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, backgroundThrottling: false },
  })
  try {
    await window.loadURL(`${appOrigin}/print.html`)
    await packReady(window)
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } finally {
    assets.job = undefined
    window.destroy()
  }
}

/** Waits in the page until the print route says that paper may be made of it. PRINT_FAILED. */
async function packReady(window: BrowserWindow): Promise<void> {
  const said = (await window.webContents.executeJavaScript(`new Promise((resolve) => {
    const root = document.documentElement
    const look = () => root.dataset.packReady && resolve([root.dataset.packReady, root.dataset.packError ?? ''])
    new MutationObserver(look).observe(root, { attributes: true })
    look()
  })`)) as [state: string, error: string]
  if (said[0] !== 'true') throw new Problem('PRINT_FAILED', { detail: said[1] })
}

/** Opened with a file: the first argument that is a register. */
function fileToOpen(): string | null {
  return process.argv.find((argument) => argument.endsWith('.daicho')) ?? null
}

async function openWindow(): Promise<void> {
  const window = makeWindow()
  const host = new RegisterHost<MessagePortMain>({
    fork: () => utilityProcess.fork(join(import.meta.dirname, 'register.js'), [], { serviceName: 'Daicho register' }),
    channel: () => new MessageChannelMain(),
    handOver: (port) => {
      window.webContents.postMessage('daicho:port', null, [port])
    },
    shell: shellOf(window),
    start: {
      language: language(),
      sampleFolder: join(app.getPath('userData'), 'samples'),
      open: fileToOpen(),
    },
  })
  window.webContents.on('did-finish-load', () => {
    host.pageLoaded()
  })
  window.once('ready-to-show', () => {
    window.show()
  })
  window.once('closed', () => {
    void host.stop().then(() => {
      app.quit()
    })
  })
  await window.loadURL(`${appOrigin}/index.html`)
}

closeNetwork()
registerScheme()
await app.whenReady()
guard()
serveScheme()
await openWindow()

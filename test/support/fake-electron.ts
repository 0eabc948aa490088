/**
 * Stand-ins of Electron's parts, as far as the application uses them: they note what is asked of them, and a test makes them
 * say what Electron would. No page is drawn and no process started. `electron-stand-in.ts` puts them in the place of Electron
 * for the built main process; tests of the shell import them directly.
 */
import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'

/** Everything that was asked, in order. */
export const asked: string[] = []

class FakeApp extends EventEmitter {
  constructor() {
    super()
    this.setMaxListeners(0)
  }
  isReady = true
  isOnly = true
  locale = 'ja'
  readonly commandLine = { appendSwitch: (name: string, value?: string) => asked.push(`switch ${name}=${value ?? ''}`) }
  whenReady(): Promise<void> {
    asked.push('whenReady')
    // A display that there is not is waited for without an end.
    return this.isReady ? Promise.resolve() : new Promise(() => undefined)
  }
  getLocale(): string {
    return this.locale
  }
  setPath(name: string, path: string): void {
    asked.push(`path ${name} ${path}`)
  }
  requestSingleInstanceLock(data: unknown): boolean {
    asked.push(`lock ${JSON.stringify(data)}`)
    return this.isOnly
  }
  addRecentDocument(path: string): void {
    asked.push(`recent ${path}`)
  }
  clearRecentDocuments(): void {
    asked.push('recent cleared')
  }
  setAboutPanelOptions(): void {
    // Shown by the system alone.
  }
  quit(): void {
    asked.push('quit')
    if (canGo(this, 'will-quit')) asked.push('ended')
  }
  exit(code: number): void {
    asked.push(`exit ${String(code)}`)
    // In the place of Electron it ends the process, as the real one does.
    if (process.env.DAICHO_FAKE_ELECTRON === '1') {
      process.stderr.write(`${JSON.stringify(asked)}\n`)
      process.exit(code)
    }
  }
}

/** True where no listener has stopped it. */
export function canGo(emitter: EventEmitter, event: string, ...more: unknown[]): boolean {
  const state = { stopped: false }
  emitter.emit(event, { preventDefault: () => (state.stopped = true) }, ...more)
  return !state.stopped
}

class FakeContents extends EventEmitter {
  url = ''
  readonly ports: unknown[] = []
  getURL(): string {
    return this.url
  }
  postMessage(name: string, _message: unknown, ports: unknown[]): void {
    asked.push(`port ${name}`)
    this.ports.push(...ports)
  }
  forcefullyCrashRenderer(): void {
    asked.push('crash')
    this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 })
  }
}

export class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = []
  readonly webContents = new FakeContents()
  readonly options: Record<string, unknown>
  title: string
  bounds = { x: 0, y: 0, width: 1440, height: 940 }
  maximised = false
  destroyed = false
  constructor(options: Record<string, unknown>) {
    super()
    this.options = options
    this.title = String(options.title)
    FakeWindow.all.push(this)
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.url = url
    asked.push(`load ${url}`)
    await Promise.resolve()
    this.webContents.emit('did-finish-load')
    this.emit('ready-to-show')
  }
  /** A person closes it. */
  close(): void {
    if (canGo(this, 'close')) this.destroy()
  }
  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    asked.push('window destroyed')
    app.emit('window-all-closed')
  }
  isDestroyed = () => this.destroyed
  isVisible = () => true
  isMinimized = () => false
  isMaximized = () => this.maximised
  maximize = () => (this.maximised = true)
  restore = () => undefined
  show = () => undefined
  focus = () => asked.push('focus')
  getNormalBounds = () => this.bounds
  setTitle = (title: string) => (this.title = title)
  setRepresentedFilename = (file: string) => asked.push(`represents ${file}`)
}

export class FakeUtility extends EventEmitter {
  static readonly all: FakeUtility[] = []
  readonly stderr = new EventEmitter()
  readonly received: unknown[] = []
  killed = false
  constructor() {
    super()
    FakeUtility.all.push(this)
  }
  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    this.received.push(transfer.length === 0 ? message : [message, transfer.length])
    if ((message as { kind?: string }).kind === 'stop') queueMicrotask(() => this.emit('exit', 0))
  }
  kill(): boolean {
    this.killed = true
    return true
  }
  /** It runs and serves. */
  start(): void {
    this.emit('spawn')
    this.emit('message', { kind: 'started' })
  }
}

export const app = new FakeApp()
export const dialog = {
  /** What the person presses in the next boxes. */
  answers: [] as number[],
  showErrorBox: (title: string, content: string) => asked.push(`box ${title}\n${content}`),
  showMessageBox: (...given: unknown[]) => {
    const { message } = given.at(-1) as { message: string }
    asked.push(`question ${message}`)
    return Promise.resolve({ response: dialog.answers.shift() ?? 0, checkboxChecked: false })
  },
  showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] as string[] }),
  showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
}
export const protocol = {
  handler: null as ((request: { url: string }) => Response) | null,
  registerSchemesAsPrivileged: () => asked.push('scheme'),
  handle: (_scheme: string, handler: (request: { url: string }) => Response) => (protocol.handler = handler),
}
export const shell = {
  openExternal: () => Promise.resolve(),
  showItemInFolder: (path: string) => asked.push(`reveal ${path}`),
}
/** Keeps every handler that is set under its name. */
export class FakeSession extends EventEmitter {
  constructor() {
    super()
    this.setMaxListeners(0)
  }
  readonly handlers: Record<string, (...given: never[]) => unknown> = {}
  readonly #keep = (name: string) => (handler: (...given: never[]) => unknown) => (this.handlers[name] = handler)
  readonly setPermissionRequestHandler = this.#keep('permissionRequest')
  readonly setPermissionCheckHandler = this.#keep('permissionCheck')
  readonly setDevicePermissionHandler = this.#keep('device')
  readonly setDisplayMediaRequestHandler = this.#keep('displayMedia')
  readonly setBluetoothPairingHandler = this.#keep('bluetooth')
  readonly setUSBProtectedClassesHandler = this.#keep('usbClasses')
  readonly setCertificateVerifyProc = this.#keep('certificate')
}
export const session = { defaultSession: new FakeSession() }
const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }
export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }
export const BrowserWindow = FakeWindow
export const Menu = {
  current: [] as unknown[],
  buildFromTemplate: (template: unknown[]) => template,
  setApplicationMenu: (menu: unknown[]) => (Menu.current = menu),
}
export class MessageChannelMain extends MessageChannel {}
export const utilityProcess = { fork: () => new FakeUtility() }

/** The parts of Electron that the application is made with, as they come in: only `index.ts` takes them from Electron itself. */
import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Dialog,
  ForkOptions,
  MenuItemConstructorOptions,
  MessageChannelMain,
  Protocol,
  Screen,
  Session,
  Shell,
  UtilityProcess,
} from 'electron'

export interface ElectronParts {
  readonly app: Pick<
    App,
    | 'addRecentDocument'
    | 'clearRecentDocuments'
    | 'commandLine'
    | 'exit'
    | 'getLocale'
    | 'on'
    | 'quit'
    | 'requestSingleInstanceLock'
    | 'setAboutPanelOptions'
    | 'setPath'
    | 'whenReady'
  >
  readonly dialog: Pick<Dialog, 'showErrorBox' | 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'>
  readonly protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'>
  readonly shell: Pick<Shell, 'openExternal' | 'showItemInFolder'>
  /** There is none before the application is ready. */
  readonly session: () => Pick<
    Session,
    | 'on'
    | 'setBluetoothPairingHandler'
    | 'setCertificateVerifyProc'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setPermissionRequestHandler'
    | 'setUSBProtectedClassesHandler'
  >
  readonly screen: () => Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>
  readonly makeWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow
  readonly makeChannel: () => MessageChannelMain
  readonly setMenu: (template: MenuItemConstructorOptions[]) => void
  readonly forkUtility: (file: string, options: ForkOptions) => UtilityProcess
}

/** What the application finds around itself, beside Electron. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  /** The system's own version. */
  readonly system: string
  readonly versions: Readonly<Record<string, string | undefined>>
  /** The program's version. */
  readonly version: string
  readonly profile: string
  /** Folder of the built shell and register process, of the built window, and the built preload script. */
  readonly built: { readonly main: string; readonly renderer: string; readonly preload: string }
  /** Files that this start names. */
  readonly files: readonly string[]
  /** Errors that nobody caught. */
  readonly onUncaught: (listener: (error: unknown) => void) => void
  /** `npm start` falls back to a browser where Electron ends before it has shown anything. */
  readonly tellShown: () => void
}

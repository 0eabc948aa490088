/** The thin place that takes Electron's parts from Electron and hands them in: to the application, or to the command line. */
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  MessageChannelMain,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron'
import { release } from 'node:os'
import { join } from 'node:path'
import { commandLineIn, filesNamed, ownWords } from '#electron/launch-files.ts'
import { profileFolder } from '#electron/preferences.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { runCommandLine } from './command-line.ts'
import { startDesktop } from './desktop.ts'
import type { ElectronParts, Surroundings } from './parts.ts'

const parts: ElectronParts = {
  app,
  dialog,
  protocol,
  shell,
  session: () => session.defaultSession,
  screen: () => screen,
  makeWindow: (options) => new BrowserWindow(options),
  makeChannel: () => new MessageChannelMain(),
  setMenu: (template) => {
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  },
  forkUtility: (file, options) => utilityProcess.fork(file, [], options),
}

const words = ownWords(process.argv, { withFolder: process.defaultApp })
const around: Surroundings = {
  platform: process.platform,
  system: release(),
  versions: process.versions,
  version: packageJson.version,
  profile: profileFolder(),
  built: {
    main: import.meta.dirname,
    renderer: join(import.meta.dirname, '..', 'renderer'),
    preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
  },
  files: filesNamed(words, process.cwd()),
  onUncaught: (listener) => {
    process.on('uncaughtException', listener)
    process.on('unhandledRejection', listener)
  },
  tellShown: () => {
    process.send?.('shown')
  },
}

const commandLine = commandLineIn(words)
if (commandLine === null) {
  // Never awaited here: Electron is ready only after this module has run to its end. What fails is shown as any failure is.
  void startDesktop(parts, around)
} else {
  const interrupted = new AbortController()
  // The first Ctrl+C lets the command clean up; a second one ends the process at once.
  process.once('SIGINT', () => {
    interrupted.abort()
  })
  process.once('SIGTERM', () => {
    interrupted.abort()
  })
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  runCommandLine(parts, around, commandLine, {
    environment: process.env,
    workingFolder: process.cwd(),
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    signal: interrupted.signal,
  }).catch((error: unknown) => {
    console.error(error)
    app.exit(2)
  })
}

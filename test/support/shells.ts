/** Both shells, driven from outside as a person and a system drive them, for the tests that describe what a shell owes. */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { spawn } from 'node:child_process'
import { _electron, type Page } from '@playwright/test'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { openApplication } from '#electron/chromium/application.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { sandboxed } from '#electron/chromium/launch-options.ts'
import { onlyInstance } from '#electron/chromium/single-instance.ts'
import { electronBinary } from '#electron/start/electron-binary.ts'
import { type CommandId, commandOf } from '#shared/domain/commands.ts'

export interface ShellUnderTest {
  readonly page: Page
  /** Title of the window, as the system's window list shows it. */
  readonly title: () => Promise<string>
  /** Chooses a register in the dialog that the person has asked for. */
  readonly choose: (file: string, ask: () => Promise<void>) => Promise<void>
  /** Gives an order outside of the page's own buttons: by the application menu, or by keys where there is none. */
  readonly order: (id: CommandId) => Promise<void>
  /** Starts the application once more, with files; resolves when that start has ended. */
  readonly startAgain: (files: readonly string[]) => Promise<void>
  readonly killRegister: () => Promise<void>
  /** Closes the window as a person does. */
  readonly closeWindow: () => Promise<void>
  /** Resolves when everything has ended. */
  readonly ended: Promise<void>
  /** Ends what is left after a test. */
  readonly end: () => Promise<void>
}

export interface ShellKind {
  readonly name: 'chromium' | 'electron'
  /** Why it cannot be tested here. */
  readonly missing: string | null
  readonly start: (home: string, files?: readonly string[]) => Promise<ShellUnderTest>
}

const project = join(import.meta.dirname, '../..')

async function startChromium(home: string, files: readonly string[] = []): Promise<ShellUnderTest> {
  await ensureBuilt({ what: ['main', 'renderer'], report: process.stderr })
  const profile = join(home, '.profile')
  mkdirSync(profile, { recursive: true })
  process.env.HOME = home
  process.env.USERPROFILE = home
  const only = await onlyInstance(profile, files)
  if (only === null) throw new Error('it runs already')
  const [open] = files
  const application = await openApplication({
    browser: await findBrowser(),
    assets: builtFolder('renderer'),
    profile,
    language: 'ja',
    headless: true,
    ...(open === undefined ? {} : { open }),
  })
  only.hear((handed) => {
    application.openFiles(handed)
  })
  const { page } = application
  const ended = application.closed.then(() => only.release())
  return {
    page,
    title: () => page.title(),
    choose: async (file, ask) => {
      await ask()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: file.slice(dirname(file).length + 1) })
        .click()
    },
    order: async (id) => {
      const { keys } = commandOf(id)
      if (keys === null) throw new Error(`${id} has no keys`)
      await page.keyboard.press(keys.pc.replace('Ctrl', 'Control'))
    },
    startAgain: async (more) => {
      if ((await onlyInstance(profile, more)) !== null) throw new Error('it did not run')
    },
    killRegister: () => {
      process.kill(application.registerProcessId() ?? 0, 'SIGKILL')
      return Promise.resolve()
    },
    closeWindow: () => page.close({ runBeforeUnload: true }),
    ended,
    end: async () => {
      await application.close()
      await ended
    },
  }
}

async function startElectron(home: string, files: readonly string[] = []): Promise<ShellUnderTest> {
  await ensureBuilt({ what: ['main', 'preload', 'renderer'], report: process.stderr })
  const binary = electronBinary()
  if (binary === null) throw new Error('no Electron binary')
  const given = [...(sandboxed() ? [] : ['--no-sandbox']), '--lang=ja', project]
  const env = { ...process.env, HOME: home, USERPROFILE: home, DAICHO_PROFILE: join(home, '.profile') } as Record<
    string,
    string
  >
  const electron = await _electron.launch({ executablePath: binary, args: [...given, ...files], env })
  const page = await electron.firstWindow()
  const ended = new Promise<void>((resolve) => {
    electron.once('close', () => {
      resolve()
    })
  })
  return {
    page,
    title: () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? ''),
    choose: async (file, ask) => {
      await electron.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
      }, file)
      await ask()
    },
    order: async (id) => {
      await electron.evaluate(({ Menu }, item) => {
        Menu.getApplicationMenu()?.getMenuItemById(item)?.click()
      }, id)
    },
    startAgain: (more) =>
      new Promise((resolve) => {
        spawn(binary, [...given, ...more], { env, stdio: 'ignore' }).once('exit', () => {
          resolve()
        })
      }),
    killRegister: () =>
      electron.evaluate(({ app }) => {
        const found = app.getAppMetrics().find(({ name }) => name === 'Daicho register')
        if (found !== undefined) process.kill(found.pid, 'SIGKILL')
      }),
    closeWindow: () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    ended,
    end: () => electron.close(),
  }
}

export const shells: readonly ShellKind[] = [
  { name: 'chromium', missing: null, start: startChromium },
  {
    name: 'electron',
    missing: electronBinary() === null ? 'skipped: no Electron binary' : null,
    start: startElectron,
  },
]

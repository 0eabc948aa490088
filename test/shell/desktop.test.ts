/** The Electron shell from its start to its end, through stand-ins of Electron's parts: what it asks of them, and when. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { startDesktop } from '#electron/main/desktop.ts'
import type { ElectronParts, Surroundings } from '#electron/main/parts.ts'
import type { Shell } from '#electron/shell.ts'
import { shellOverChannel } from '#electron/control-channel.ts'
import { translate } from '#shared/locales/translate.ts'
import * as electron from '#test/support/fake-electron.ts'
import { temporaryFolder } from '#test/support/register.ts'

interface MenuItem {
  readonly label?: string
  readonly id?: string
  readonly enabled?: boolean
  readonly submenu?: readonly MenuItem[]
  readonly click?: () => void
}

/** The one thing that a cast cannot be spared for: Electron's classes are far larger than what is used of them. */
const parts = {
  app: electron.app,
  dialog: electron.dialog,
  protocol: electron.protocol,
  shell: electron.shell,
  session: () => electron.session.defaultSession,
  screen: () => electron.screen,
  makeWindow: (options: Record<string, unknown>) => new electron.FakeWindow(options),
  makeChannel: () => new electron.MessageChannelMain(),
  setMenu: (template: unknown[]) => {
    electron.Menu.setApplicationMenu(template)
  },
  forkUtility: () => new electron.FakeUtility(),
} as unknown as ElectronParts

const { asked, app, Menu } = electron

function surroundings(more: Partial<Surroundings> = {}) {
  const profile = temporaryFolder()
  const uncaught: ((error: unknown) => void)[] = []
  let shown = 0
  const renderer = join(profile, 'renderer')
  mkdirSync(renderer)
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><html><head></head></html>')
  const around: Surroundings = {
    platform: 'linux',
    system: '6.1',
    versions: { electron: '45.4.1' },
    version: '0.1.0',
    profile,
    built: { main: '/built/main', renderer, preload: '/built/preload/index.cjs' },
    files: [],
    onUncaught: (listener) => uncaught.push(listener),
    tellShown: () => (shown += 1),
    ...more,
  }
  return { around, profile, uncaught, shown: () => shown }
}

/** The application, started, with its window, its register process, and the process's end of the control channel. */
async function started(more: Partial<Surroundings> = {}) {
  const set = surroundings(more)
  await startDesktop(parts, set.around)
  const window = electron.FakeWindow.all.at(-1)
  const child = electron.FakeUtility.all.at(-1)
  if (window === undefined || child === undefined) throw new Error('no window')
  const { shell, receive } = shellOverChannel('electron', (message) => child.emit('message', message))
  const post = child.postMessage.bind(child)
  child.postMessage = (message: unknown, transfer?: readonly unknown[]) => {
    receive(message as Parameters<typeof receive>[0])
    post(message, transfer)
  }
  child.start()
  const told = () =>
    child.received.flatMap((message) => {
      const { kind, told: each } = message as { kind?: string; told?: unknown }
      return kind === 'told' ? [each] : []
    })
  return { ...set, window, child, shell, told }
}

const itemsOf = (menu: unknown): MenuItem[] =>
  (menu as readonly MenuItem[]).flatMap((item) => [item, ...(item.submenu === undefined ? [] : itemsOf(item.submenu))])
const item = (id: string) => {
  const found = itemsOf(Menu.current).find((each) => each.id === id)
  if (found === undefined) throw new Error(`no menu item ${id}`)
  return found
}

beforeEach(() => {
  asked.length = 0
  app.removeAllListeners()
  app.isOnly = true
  app.locale = 'ja'
  electron.dialog.answers = []
})

describe('the start', () => {
  test('does what must be done before Electron is ready first, then opens the window', async () => {
    const { profile, window, child, shown } = await started()
    const before = asked.slice(0, asked.indexOf('whenReady'))
    expect(before).toEqual([
      `path userData ${profile}`,
      expect.stringMatching(/^switch host-resolver-rules=MAP/),
      'switch disable-background-networking=',
      'scheme',
      'lock {"files":[]}',
    ])
    expect(window.options).toMatchObject({
      width: 1440,
      height: 940,
      minWidth: 1024,
      minHeight: 700,
      show: false,
      title: '台帳',
      webPreferences: {
        preload: '/built/preload/index.cjs',
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
      },
    })
    expect(child.received[0]).toEqual({
      kind: 'start',
      shell: 'electron',
      language: 'ja',
      systemLanguage: 'ja',
      sampleFolder: join(profile, 'samples'),
      open: null,
    })
    expect([shown(), window.webContents.ports.length]).toEqual([1, 1])
  })

  test('serves the window over its own scheme, with a policy', async () => {
    await started()
    const answer = electron.protocol.handler?.({ url: 'app://daicho/index.html' })
    expect([answer?.status, answer?.headers.get('content-security-policy')?.includes("default-src 'none'")]).toEqual([
      200,
      true,
    ])
  })

  test('a second one hands its files to the first, and opens nothing', async () => {
    app.isOnly = false
    const windows = electron.FakeWindow.all.length
    await startDesktop(parts, surroundings({ files: ['/a.daicho', '/b.daicho'] }).around)
    expect(asked).toContain('lock {"files":["/a.daicho","/b.daicho"]}')
    expect(asked.slice(-2)).toEqual(['quit', 'ended'])
    expect([asked.includes('whenReady'), electron.FakeWindow.all.length]).toEqual([false, windows])
  })

  test('that fails is told in a box with a report, and the program ends', async () => {
    const { around, uncaught } = surroundings()
    const broken = {
      ...parts,
      makeWindow: () => {
        throw new TypeError('no display')
      },
    } as unknown as ElectronParts
    const error: unknown = await startDesktop(broken, around).catch((failed: unknown) => failed)
    uncaught[0]?.(error)
    const [box = '', exit] = asked.slice(-2)
    expect(box.split('\n')[0]).toBe(`box ${translate('ja')('failed.main.title')}`)
    expect(box).toContain('TypeError: no display')
    expect(exit).toBe('exit 1')
  })
})

describe('files', () => {
  test('of the start: the first is opened, all are named to the window', async () => {
    const { child, told } = await started({ files: ['/a.daicho', '/b.daicho'] })
    expect(child.received[0]).toMatchObject({ open: '/a.daicho' })
    expect(told()).toEqual([{ kind: 'open', files: ['/a.daicho', '/b.daicho'] }])
  })

  test('of a second start come to the window, which comes to the front', async () => {
    const { told } = await started()
    app.emit('second-instance', {}, [], '/', { files: ['/second.daicho'] })
    app.emit('second-instance', {}, [], '/', { files: [] })
    app.emit('second-instance', {}, [], '/', { files: 'nonsense' })
    expect(told()).toEqual([{ kind: 'open', files: ['/second.daicho'] }])
    expect(asked.filter((each) => each === 'focus').length).toBe(3)
  })

  test('of the file manager of macOS, before the window is there and after', async () => {
    const { around } = surroundings({ platform: 'darwin' })
    const starting = startDesktop(parts, around)
    expect(electron.canGo(app, 'open-file', '/early.daicho')).toBe(false)
    await starting
    const child = electron.FakeUtility.all.at(-1)
    child?.start()
    expect(child?.received[0]).toMatchObject({ open: '/early.daicho' })
    electron.canGo(app, 'open-file', '/late.daicho')
    expect(child?.received.at(-1)).toEqual({ kind: 'told', told: { kind: 'open', files: ['/late.daicho'] } })
  })

  test('the title, the system and the menu follow the register that is shown', async () => {
    const { window, shell } = await started({ platform: 'darwin' })
    expect([item('export').enabled, item('importSystems').enabled]).toEqual([false, false])
    await shell.showing({ file: '/x/令和.daicho', mayChange: false })
    expect([window.title, item('export').enabled, item('importSystems').enabled]).toEqual([
      '令和.daicho · 台帳',
      true,
      false,
    ])
    expect(asked).toContain('represents /x/令和.daicho')
    await shell.showing(null)
    expect([window.title, item('export').enabled]).toEqual(['台帳', false])
  })

  test('that were opened last stand in the menu and with the system, and are forgotten', async () => {
    const { shell, told, profile } = await started()
    const file = join(profile, 'a & b.daicho')
    writeFileSync(file, '')
    await shell.preferences.write('recentFiles', [file, join(profile, 'gone.daicho')])
    const labels = () =>
      itemsOf(Menu.current).flatMap(({ label }) => (label?.includes('.daicho') === true ? [label] : []))
    expect([asked.at(-1), labels(), item('clearRecent').enabled]).toEqual([`recent ${file}`, ['a && b.daicho'], true])
    itemsOf(Menu.current)
      .find(({ label }) => label === 'a && b.daicho')
      ?.click?.()
    item('clearRecent').click?.()
    expect(told()).toEqual([
      { kind: 'open', files: [file] },
      { kind: 'command', id: 'clearRecent' },
    ])
    await shell.preferences.write('recentFiles', null)
    expect([asked.at(-1), labels(), item('clearRecent').enabled]).toEqual(['recent cleared', [], false])
  })
})

describe('the menu', () => {
  test('follows the language at once, and so does the title', async () => {
    const { shell, window } = await started()
    const first = () => (Menu.current as MenuItem[])[0]?.label
    expect(first()).toBe('ファイル')
    await shell.preferences.write('language', 'en')
    expect([first(), window.title]).toEqual(['File', 'Daicho'])
  })

  test.each(['linux', 'win32', 'darwin'] as const)(
    'on %s has words for every item, in both languages',
    async (platform) => {
      const { shell } = await started({ platform })
      for (const language of ['ja', 'en']) {
        await shell.preferences.write('language', language)
        const labels = itemsOf(Menu.current).flatMap(({ label }) => (label === undefined ? [] : [label]))
        expect(labels.filter((label) => /^(menu|command|action|nav|app|start)\./.test(label))).toEqual([])
        expect(labels.length).toBeGreaterThan(40)
      }
    },
  )

  test('a chosen item reaches the window as a command', async () => {
    const { told } = await started()
    item('find').click?.()
    expect(told()).toEqual([{ kind: 'command', id: 'find' }])
  })
})

describe('the end', () => {
  const closing = async (shell: Shell, answer: 'close' | 'stay') => {
    await shell.answerClosing(answer)
    await vi.waitFor(() => expect(asked.at(-1)).toBe(answer === 'close' ? 'ended' : asked.at(-1)))
  }

  test('waits for the window, remembers its place, closes the register, and then ends', async () => {
    const { window, shell, told, child, profile } = await started()
    window.bounds = { x: 10, y: 20, width: 1100, height: 800 }
    window.close()
    expect([window.destroyed, told()]).toEqual([false, [{ kind: 'closing' }]])
    await closing(shell, 'close')
    expect([window.destroyed, child.received.at(-1)]).toEqual([true, { kind: 'stop' }])
    expect(await shell.preferences.read()).toEqual({
      window: { x: 10, y: 20, width: 1100, height: 800, maximised: false },
    })
    const again = surroundings({ profile })
    await startDesktop(parts, {
      ...again.around,
      built: { ...again.around.built, renderer: join(profile, 'renderer') },
    })
    expect(electron.FakeWindow.all.at(-1)?.options).toMatchObject({ x: 10, y: 20, width: 1100, height: 800 })
  })

  test('does not come where the person stays', async () => {
    const { window, shell } = await started()
    window.close()
    await closing(shell, 'stay')
    expect([window.destroyed, asked.includes('ended')]).toEqual([false, false])
  })

  test('comes at once where no process could save anything', async () => {
    const { window, child } = await started()
    child.emit('exit', 1)
    window.close()
    await vi.waitFor(() => expect(window.destroyed).toBe(true))
  })
})

describe('failures', () => {
  test('a page that died is followed by the page of failures, whose report names nobody', async () => {
    const { window } = await started()
    window.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 })
    expect(asked.at(-1)).toBe('load app://daicho/failure.html')
    const answer = electron.protocol.handler?.({ url: 'app://daicho/failure.json' })
    const failure = (await answer?.json()) as { kind: string; language: string; report: string }
    expect([failure.kind, failure.language]).toEqual(['window', 'ja'])
    expect(failure.report.split('\n')).toEqual(
      expect.arrayContaining(['Daicho 0.1.0 (electron)', 'reason: oom', 'exit code: 5']),
    )
  })

  test('a register process that dies three times ends on the page of failures, and opening again starts one', async () => {
    const { window, child } = await started()
    child.stderr.emit('data', 'FATAL ERROR: Reached heap limit\n秘密の名前\n')
    for (let death = 0; death < 3; death += 1) {
      const last = electron.FakeUtility.all.at(-1)
      if (death > 0) last?.start()
      last?.emit('exit', 134)
    }
    expect(asked.at(-1)).toBe('load app://daicho/failure.html')
    const { report } = (await electron.protocol.handler?.({ url: 'app://daicho/failure.json' }).json()) as {
      report: string
    }
    expect(report).toContain('FATAL ERROR: Reached heap limit')
    expect(report).not.toContain('秘密')
    const processes = electron.FakeUtility.all.length
    await window.loadURL('app://daicho/index.html')
    expect(electron.FakeUtility.all.length).toBe(processes + 1)
  })

  test('a page that does not answer is waited for, or drawn anew, as the person says', async () => {
    const { window } = await started()
    electron.dialog.answers = [0, 1]
    window.emit('unresponsive')
    await vi.waitFor(() => expect(asked.at(-1)).toBe(`question ${translate('ja')('failed.silent.title')}`))
    window.emit('unresponsive')
    await vi.waitFor(() => expect(asked.slice(-2)).toEqual(['crash', 'load app://daicho/failure.html']))
  })

  test('an error that nobody caught is shown, and the window can go on', async () => {
    const { uncaught } = await started()
    uncaught[0]?.(new TypeError('x is not a function'))
    expect(asked.at(-1)).toBe('load app://daicho/failure.html')
  })
})

/** The one window: where it stands, what it may do, and how it is remembered. */
import type { BrowserWindow } from 'electron'
import type { Preferences } from '#electron/shell.ts'
import type { ElectronParts } from './parts.ts'
import { placeFor, smallest, windowPlaceKey } from './window-place.ts'

export async function openMainWindow(
  parts: Pick<ElectronParts, 'makeWindow' | 'screen'>,
  options: { readonly preferences: Preferences; readonly title: string; readonly preload: string },
): Promise<BrowserWindow> {
  const { preferences, title, preload } = options
  const remembered = (await preferences.read())[windowPlaceKey]
  const screen = parts.screen()
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id)
  const { area, maximised } = placeFor(
    remembered,
    [main, ...others].map((display) => display.workArea),
  )
  const window = parts.makeWindow({
    ...area,
    minWidth: Math.min(smallest.width, area.width),
    minHeight: Math.min(smallest.height, area.height),
    show: false,
    title,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  if (maximised) window.maximize()
  // The page has a title of its own; the window's says which file is open.
  window.on('page-title-updated', (event) => {
    event.preventDefault()
  })
  window.once('ready-to-show', () => {
    window.show()
  })
  return window
}

/** Told when the window is about to go: its place, as it is where it is not maximised. */
export async function rememberPlace(window: BrowserWindow, preferences: Preferences): Promise<void> {
  if (window.isDestroyed()) return
  const place = { ...window.getNormalBounds(), maximised: window.isMaximized() }
  // A place that cannot be kept is no reason to stay open.
  await preferences.write(windowPlaceKey, place).catch(() => undefined)
}

/** The window before all others, wherever it was. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

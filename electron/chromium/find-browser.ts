/**
 * Which browser serves as the second shell and as the printer of packs: what `DAICHO_BROWSER` names, else an installed
 * Chrome, Edge or Chromium, else on Linux the headless Chromium that npm brought along.
 */
import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'
import { Problem } from '#shared/domain/problem.ts'
import { bundledBrowser } from './bundled-browser.ts'

export interface Browser {
  /** `bundled` is a headless shell: it prints and runs tests, but shows no window on a screen. */
  readonly kind: 'named' | 'installed' | 'bundled'
  readonly executable: string
  /** Set for the bundled browser: its libraries and its font are in a folder of ours. */
  readonly environment: Readonly<Record<string, string>>
}

export interface SearchPlace {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly isExecutable: (file: string) => boolean
}

const thisComputer: SearchPlace = { platform: process.platform, environment: process.env, isExecutable }

/**
 * The browser for printing and for tests: any of the three.
 *
 * @throws Problem NO_BROWSER where there is none, with `named` when `DAICHO_BROWSER` names a file that cannot be run
 */
export async function findBrowser(place: SearchPlace = thisComputer): Promise<Browser> {
  const visible = findVisibleBrowser(place)
  if (visible !== undefined) return visible
  const bundled = place.platform === 'linux' ? await bundledBrowser() : undefined
  if (bundled !== undefined) return bundled
  throw new Problem('NO_BROWSER')
}

/** The browser that can show a window: named or installed, never the bundled one. Undefined where there is none. */
export function findVisibleBrowser(place: SearchPlace = thisComputer): Browser | undefined {
  const named = place.environment.DAICHO_BROWSER
  if (named !== undefined && named !== '') {
    // A name that cannot be run is refused: silently taking another browser would hide the mistake.
    if (!place.isExecutable(named)) throw new Problem('NO_BROWSER', { named })
    return { kind: 'named', executable: named, environment: {} }
  }
  const executable = installedPlaces(place).find(place.isExecutable)
  return executable === undefined ? undefined : { kind: 'installed', executable, environment: {} }
}

/** Every file an installed Chrome, Edge or Chromium could be, in the order in which they are preferred. */
export function installedPlaces({ platform, environment }: Omit<SearchPlace, 'isExecutable'>): string[] {
  if (platform === 'win32') return windowsPlaces(environment)
  if (platform === 'darwin') return macPlaces(environment)
  const folders = (environment.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'))
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'chromium',
    'chromium-browser',
  ]
  const fixed = [
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
  ]
  return [...names.flatMap((name) => folders.map((folder) => path.posix.join(folder, name))), ...fixed]
}

function windowsPlaces(environment: SearchPlace['environment']): string[] {
  const roots = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA].filter(
    (root): root is string => root !== undefined && root !== '',
  )
  const tails = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'Chromium\\Application\\chrome.exe',
  ]
  return tails.flatMap((tail) => roots.map((root) => path.win32.join(root, tail)))
}

function macPlaces(environment: SearchPlace['environment']): string[] {
  const roots = ['/Applications', ...(environment.HOME === undefined ? [] : [`${environment.HOME}/Applications`])]
  return ['Google Chrome', 'Microsoft Edge', 'Chromium'].flatMap((name) =>
    roots.map((root) => `${root}/${name}.app/Contents/MacOS/${name}`),
  )
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

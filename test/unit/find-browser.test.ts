/** Which browser is taken, on three systems, and what is refused. */
import { describe, expect, test } from 'vitest'
import { findBrowser, findVisibleBrowser, installedPlaces, type SearchPlace } from '#electron/chromium/find-browser.ts'
import { browserFailed, quietArguments } from '#electron/chromium/launch-options.ts'
import { Problem } from '#shared/domain/problem.ts'

function computer(
  platform: NodeJS.Platform,
  environment: SearchPlace['environment'],
  ...executables: string[]
): SearchPlace {
  return { platform, environment, isExecutable: (file) => executables.includes(file) }
}

const windows = {
  PROGRAMFILES: 'C:\\Program Files',
  'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
  LOCALAPPDATA: 'C:\\Users\\sato\\AppData\\Local',
}

describe('the places', () => {
  test('on Linux: what PATH names, Chrome before Edge before Chromium, then the usual folders', () => {
    const places = installedPlaces({ platform: 'linux', environment: { PATH: '/usr/local/bin:bin::/usr/bin' } })
    expect(places.slice(0, 5)).toEqual([
      '/usr/local/bin/google-chrome-stable',
      '/usr/bin/google-chrome-stable',
      '/usr/local/bin/google-chrome',
      '/usr/bin/google-chrome',
      '/usr/local/bin/microsoft-edge-stable',
    ])
    expect(places.every((place) => place.startsWith('/'))).toBe(true)
    expect(places.at(-1)).toBe('/snap/bin/chromium')
  })

  test('on Windows: for all, for all of the old kind, for the person', () => {
    expect(installedPlaces({ platform: 'win32', environment: windows })).toEqual([
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Users\\sato\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Users\\sato\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Program Files\\Chromium\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Chromium\\Application\\chrome.exe',
      'C:\\Users\\sato\\AppData\\Local\\Chromium\\Application\\chrome.exe',
    ])
    expect(installedPlaces({ platform: 'win32', environment: {} })).toEqual([])
  })

  test('on macOS: the applications of all and of the person', () => {
    expect(installedPlaces({ platform: 'darwin', environment: { HOME: '/Users/sato' } })).toEqual([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/sato/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Users/sato/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Users/sato/Applications/Chromium.app/Contents/MacOS/Chromium',
    ])
  })
})

describe('the choice', () => {
  test.each([
    [
      'Chrome before Chromium',
      computer('linux', { PATH: '/usr/bin' }, '/usr/bin/chromium', '/usr/bin/google-chrome'),
      '/usr/bin/google-chrome',
    ],
    ['outside PATH', computer('linux', { PATH: '' }, '/snap/bin/chromium'), '/snap/bin/chromium'],
    ['without PATH', computer('linux', {}, '/opt/microsoft/msedge/msedge'), '/opt/microsoft/msedge/msedge'],
    [
      'Windows with Edge alone',
      computer('win32', windows, 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'),
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  ])('%s', (_name, place, executable) => {
    expect(findVisibleBrowser(place)).toEqual({ kind: 'installed', executable, environment: {} })
  })

  test('what DAICHO_BROWSER names comes first, and is refused where it cannot be run', async () => {
    const named = computer('linux', { PATH: '/usr/bin', DAICHO_BROWSER: '/opt/mine' }, '/opt/mine', '/usr/bin/chromium')
    expect(findVisibleBrowser(named)).toEqual({ kind: 'named', executable: '/opt/mine', environment: {} })
    const missing = computer('linux', { DAICHO_BROWSER: '/opt/none' }, '/usr/bin/chromium')
    expect(() => findVisibleBrowser(missing)).toThrow(new Problem('NO_BROWSER', { named: '/opt/none' }))
    await expect(findBrowser(missing)).rejects.toThrow(new Problem('NO_BROWSER', { named: '/opt/none' }))
  })

  test('nothing is nothing; where npm ships none for the system either, printing is refused', async () => {
    expect(findVisibleBrowser(computer('darwin', { HOME: '/Users/sato', DAICHO_BROWSER: '' }))).toBeUndefined()
    await expect(findBrowser(computer('darwin', {}))).rejects.toThrow(new Problem('NO_BROWSER'))
    await expect(findBrowser(computer('win32', windows))).rejects.toThrow(new Problem('NO_BROWSER'))
  })
})

describe('a browser that does not start', () => {
  test.each([
    ['[1:1:0101/0.1:ERROR:ozone_platform_x11.cc(256)] Missing X server or $DISPLAY', false],
    ['Failed to connect to Wayland display: No such file or directory', false],
    ['error while loading shared libraries: libnss3.so', true],
  ])('%s', (said, display) => {
    const problem = browserFailed(
      new Error(`launch: Target page, context or browser has been closed\n  --flag\n${said}`),
    )
    expect({ code: problem.code, facts: problem.facts }).toEqual({
      code: 'BROWSER_FAILED',
      facts: { detail: 'launch: Target page, context or browser has been closed', display },
    })
  })
})

test('no host resolves, and only one list of features is switched off', () => {
  expect(quietArguments).toContain('--host-resolver-rules=MAP * ~NOTFOUND')
  expect(quietArguments.filter((each) => each.startsWith('--disable-features=')).length).toBe(1)
})

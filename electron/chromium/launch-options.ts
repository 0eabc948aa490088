/** How a browser of the Chromium family is started as our shell or printer: quiet, closed in, without a listening socket. */
import type { LaunchOptions } from 'playwright-core'
import { hostResolverRules } from '#electron/host-resolver-rules.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Browser } from './find-browser.ts'

/** Of this switch the last one counts: playwright-core's own list is not heard beside ours, so its quiet part stands here too. */
const quietFeatures = [
  'Translate',
  'OptimizationHints',
  'MediaRouter',
  'AutofillServerCommunication',
  'NetworkTimeServiceQuerying',
  'PreconnectToSearch',
  'LensOverlay',
  'AimEnabled',
  // The suggestions of an address bar that no window of ours has: a page of its own, loaded at every start.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
]

export const quietArguments = [
  `--host-resolver-rules=${hostResolverRules}`,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  `--disable-features=${quietFeatures.join(',')}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
]

/** The browser's own sandbox is on for everybody but root, whom Chromium refuses it. */
export function sandboxed(): boolean {
  return process.getuid?.() !== 0
}

export function launchOptions(browser: Browser): LaunchOptions {
  return {
    executablePath: browser.executable,
    chromiumSandbox: sandboxed(),
    args: quietArguments,
    env: { ...definedEnvironment(), ...browser.environment },
    // The shell decides when to end: playwright-core would end the process on its own signal handlers.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}

/**
 * A browser that did not start, without its thirty lines of flags. `display` is false where it says that it cannot show a
 * window on the display it was given.
 */
export function browserFailed(error: unknown): Problem {
  const said = error instanceof Error ? error.message : String(error)
  const display = /missing x server|unable to open x display|cannot open display|failed to connect to wayland/i.test(
    said,
  )
  return new Problem('BROWSER_FAILED', { detail: firstLine(error), display: !display }, { cause: error })
}

/** What a browser's error says, in its first line. */
export function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return line
}

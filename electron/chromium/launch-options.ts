/** How a browser of the Chromium family is started as our shell or printer: quiet, closed in, without a listening socket. */
import type { LaunchOptions } from 'playwright-core'
import type { Browser } from './find-browser.ts'

/**
 * The browser itself calls home, where request interception does not see it: every name but the application's resolves to
 * nothing (the application's pages are answered before a name is looked up). Shared with Electron.
 */
export const hostResolverRules = 'MAP * ~NOTFOUND'

export const quietArguments = [
  `--host-resolver-rules=${hostResolverRules}`,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication',
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

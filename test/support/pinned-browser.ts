/**
 * The browser of the end-to-end tests: on Linux the one that the lockfile pins, so that they say the same on every machine. It is a
 * headless shell besides, which opens a page in half the time of a whole browser. What installed browsers do, `test/shell` and the
 * tests of printing see.
 */
import { bundledBrowser } from '#electron/chromium/bundled-browser.ts'
import { type Browser, findBrowser } from '#electron/chromium/find-browser.ts'

let found: Promise<Browser> | null = null

/** One that `DAICHO_BROWSER` names goes before it. */
export function pinnedBrowser(): Promise<Browser> {
  found ??= find()
  return found
}

async function find(): Promise<Browser> {
  const isNamed = (process.env.DAICHO_BROWSER ?? '') !== ''
  const pinned = process.platform === 'linux' && !isNamed ? await bundledBrowser() : undefined
  return pinned ?? findBrowser()
}

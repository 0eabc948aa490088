/**
 * The registers opened last, in the preferences: at most ten, each once however it was named, the latest first. Those that
 * are gone are left out when they are read, so that one on a drive that comes back is there again.
 */
import { existsSync, realpathSync } from 'node:fs'
import type { JsonValue, Preferences } from './shell.ts'

export const recentFilesKey = 'recentFiles'
/** Bundles are folders of somebody else's: they are no registers that could be opened again. */
export const recentBundlesKey = 'recentBundles'
type RecentKey = typeof recentFilesKey | typeof recentBundlesKey
const longest = 10

/** Paths that were opened, gone or not; whatever else stands in the preferences is no path. */
function remembered(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/** The list with one more file at its head. `real` is how a path reads without links. */
export function withRecent(
  paths: readonly string[],
  path: string,
  real: (path: string) => string = realPath,
): readonly string[] {
  return [path, ...paths.filter((each) => real(each) !== real(path))].slice(0, longest)
}

/** Those of the preferences that are there now. */
export function recentFilesIn(
  preferences: { readonly [key: string]: JsonValue },
  isThere: (path: string) => boolean = existsSync,
  key: RecentKey = recentFilesKey,
): readonly string[] {
  return remembered(preferences[key]).filter(isThere)
}

export async function readRecentFiles(
  preferences: Preferences,
  key: RecentKey = recentFilesKey,
): Promise<readonly string[]> {
  return recentFilesIn(await preferences.read(), existsSync, key)
}

export async function rememberFile(
  preferences: Preferences,
  path: string,
  key: RecentKey = recentFilesKey,
): Promise<void> {
  const known = remembered((await preferences.read())[key])
  await preferences.write(key, [...withRecent(known, path)])
}

export async function forgetRecentFiles(preferences: Preferences, key: RecentKey = recentFilesKey): Promise<void> {
  await preferences.write(key, null)
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    // It is gone: its name is all there is to compare.
    return path
  }
}

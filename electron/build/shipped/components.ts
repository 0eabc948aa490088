/**
 * Everything of others that Daicho ships, with licence and text: what the bundles really contain, by the lists that the
 * build wrote; the addon that stands beside them; and the runtime that carries all.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BundledPackage, bundledList, copiedList } from './bundled-list.ts'
import { readPackage } from './list-copied-files.ts'

export interface Component {
  readonly name: string
  /** Null where only the version of what contains it is known. */
  readonly version: string | null
  /** SPDX expression; empty where a package states none. */
  readonly licence: string
  /** Empty where there is none. */
  readonly text: string
  readonly kind: 'library' | 'font' | 'addon' | 'runtime'
  /** A package of npm, by which the lockfile knows its digest. */
  readonly fromNpm: boolean
}

/** @param built the folder in which the parts of the application stand */
export function shippedComponents(root: string, built: string): Component[] {
  const components = new Map<string, Component>()
  const add = (component: Component) => {
    components.set(`${component.name} ${component.version ?? ''}`, component)
  }
  for (const part of ['main', 'preload', 'renderer']) {
    for (const each of readList(join(built, part, bundledList))) add(fromPackage(root, each, 'library'))
    for (const each of readList(join(built, part, copiedList))) add(fromPackage(root, each, 'font'))
  }
  for (const each of besideTheBundles(root)) add(each)
  return [...components.values()].sort(
    (one, other) => compare(one.name, other.name) || compare(one.version, other.version),
  )
}

function compare(one: string | null, other: string | null): number {
  const [left, right] = [one ?? '', other ?? '']
  return left < right ? -1 : left > right ? 1 : 0
}

function readList(file: string): BundledPackage[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BundledPackage[]) : []
}

/** Where a package brings no text, ours is taken: `resources/licences/<name>.txt`, copied from its repository. */
function fromPackage(root: string, found: BundledPackage, kind: Component['kind']): Component {
  return {
    name: found.name,
    version: found.version,
    licence: found.identifier ?? '',
    text: found.text ?? keptText(root, found.name.replace('/', '__')),
    kind,
    fromNpm: true,
  }
}

function keptText(root: string, name: string): string {
  const file = join(root, 'resources/licences', `${name}.txt`)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}

/** What no bundle lists: the addon with what was compiled into it, the runtime, and the build tool's helper in the bundles. */
function besideTheBundles(root: string): Component[] {
  const fromNpm = (name: string, kind: Component['kind']) =>
    fromPackage(root, readPackage(join(root, 'node_modules', name)), kind)
  const electron = fromNpm('electron', 'runtime')
  const within = (name: string, licence: string, file: string): Component => ({
    name,
    version: null,
    licence,
    text: keptText(root, file),
    kind: 'runtime',
    fromNpm: false,
  })
  return [
    fromNpm('better-sqlite3', 'addon'),
    fromNpm('node-addon-api', 'addon'),
    {
      name: 'SQLite',
      version: sqliteVersion(root),
      licence: 'blessing',
      text: keptText(root, 'sqlite'),
      kind: 'addon',
      fromNpm: false,
    },
    fromNpm('rolldown', 'library'),
    {
      name: 'MITRE ATLAS (names and shortened texts of techniques and mitigations)',
      version: atlasVersion(root),
      licence: 'Apache-2.0',
      text: keptText(root, 'mitre-atlas'),
      kind: 'library',
      fromNpm: false,
    },
    electron,
    within(`Chromium (in Electron ${electron.version ?? ''})`, 'BSD-3-Clause', 'chromium'),
    // As Node.js publishes it, but for npm, which Electron does not hold.
    within(`Node.js (in Electron ${electron.version ?? ''})`, 'MIT', 'nodejs'),
  ]
}

/** The addon's own source says which SQLite was compiled into it. */
function sqliteVersion(root: string): string {
  const header = readFileSync(join(root, 'node_modules/better-sqlite3/deps/sqlite3/sqlite3.h'), 'utf8')
  const version = /^#define SQLITE_VERSION\s+"([^"]+)"/m.exec(header)?.[1]
  if (version === undefined) throw new Error('better-sqlite3 no longer says which SQLite it contains')
  return version
}

/** The library's own data says which edition it was made from. */
function atlasVersion(root: string): string {
  const { source } = JSON.parse(readFileSync(join(root, 'resources/library/atlas.json'), 'utf8')) as {
    readonly source: { readonly version: string }
  }
  return source.version
}

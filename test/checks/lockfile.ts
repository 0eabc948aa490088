import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Versions = Record<string, string>

interface LockedPackage {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  optionalDependencies?: Versions
}

/** The parts of package-lock.json (version 3) that are read here. */
export interface Lockfile {
  packages: Record<string, LockedPackage>
}

/** The parts of package.json that are read here. */
export interface Manifest {
  dependencies?: Versions
  devDependencies?: Versions
  optionalDependencies?: Versions
  scripts?: Record<string, string>
}

/** Where Node would look for `name` when a package at `path` imports it, nearest first. */
function placesFor(path: string, name: string): string[] {
  const places: string[] = []
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    places.push(`${at === '' ? '' : `${at}/`}node_modules/${name}`)
    if (at === '') return places
  }
}

/**
 * What would make `npm ci` fail or differ on another machine.
 *
 * - An optional dependency that is left out of the lockfile (npm does so when a package for another platform is not yet
 *   published, or when node_modules was there before) makes `npm ci` refuse the file, or leaves that platform without
 *   its native part.
 * - A `resolved` address ties the lockfile to the registry of the one who wrote it.
 * - A range in package.json moves with the day of the install.
 * - pre and post scripts are silently skipped under ignore-scripts (.npmrc), and every script must first say in a
 *   sentence when Node is too old (electron/require-node.js).
 */
export function lockfileProblems(manifest: Manifest, lockfile: Lockfile): string[] {
  const problems: string[] = []
  for (const [path, locked] of Object.entries(lockfile.packages)) {
    const name = path === '' ? 'package.json' : path
    if (locked.resolved !== undefined && locked.link !== true) {
      problems.push(
        `package-lock.json: ${name} names the host it came from; install with omit-lockfile-registry-resolved`,
      )
    }
    if (path !== '' && locked.link !== true && locked.integrity === undefined) {
      problems.push(`package-lock.json: ${name} has no integrity, so its content is not checked`)
    }
    for (const optional of Object.keys(locked.optionalDependencies ?? {})) {
      if (!placesFor(path, optional).some((place) => place in lockfile.packages)) {
        problems.push(
          `package-lock.json: ${name} may need ${optional}, which is not locked; pin a version that is whole`,
        )
      }
    }
  }
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const) {
    for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
      if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) {
        problems.push(`package.json: ${name} is asked for as "${version}"; write one exact version`)
      } else if (lockfile.packages[`node_modules/${name}`]?.version !== version) {
        problems.push(`package-lock.json: ${name} is not locked at ${version}; run npm install`)
      }
    }
  }
  const scripts = manifest.scripts ?? {}
  for (const [name, command] of Object.entries(scripts)) {
    if (!command.startsWith('node electron/require-node.js && ')) {
      problems.push(`package.json: script "${name}" does not begin with "node electron/require-node.js && "`)
    }
    const wrapped = /^(pre|post)(.+)$/.exec(name)?.[2]
    if (
      wrapped !== undefined &&
      (wrapped in scripts || ['install', 'pare', 'publish', 'pack', 'version'].includes(wrapped))
    ) {
      problems.push(`package.json: script "${name}" never runs under ignore-scripts; put its work into "${wrapped}"`)
    }
  }
  return problems
}

/** The problems of the package.json and package-lock.json in `root`. */
export function findLockfileProblems(root: string): string[] {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))
  return lockfileProblems(read('package.json') as Manifest, read('package-lock.json') as Lockfile)
}

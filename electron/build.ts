/**
 * The built application under dist/app: `main/` (the Electron shell, the register process and the command line),
 * `preload/`, `renderer/` (the window and the printed pages) and `notices/` (whose work is in them, and the licences). `npm start`, the command line and the end-to-end tests
 * ask for the parts they need here, so nobody has to think of building, and nothing is built twice.
 *
 * This file loads no build tool: finding out that all is fresh costs some milliseconds.
 */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

export type BuildPart = 'main' | 'preload' | 'renderer' | 'notices'

const projectRoot = join(import.meta.dirname, '..')
/** What the notices are about, and made from. */
const bundledParts: readonly BuildPart[] = ['main', 'preload', 'renderer']
export const buildParts: readonly BuildPart[] = [...bundledParts, 'notices']

/** What each part is made from: folders and files of the project. */
const sources: Record<BuildPart, readonly string[]> = {
  main: ['electron', 'shared', 'resources'],
  preload: ['electron/preload', 'shared'],
  renderer: ['renderer', 'shared', 'resources', 'docs/manual'],
  notices: ['electron', 'renderer', 'shared', 'resources'],
}
const sourcesOfAll = ['electron/build', 'electron/build.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

const names: Record<BuildPart, string> = {
  main: 'the Electron shell and the register process',
  preload: 'the bridge to the window',
  renderer: 'the window and the printed pages',
  notices: 'the notices of what is shipped',
}

const stampName = 'sources.sha256'

/** The folder of a part: `index.html`, `print.html` and `failure.html` stand in `renderer`, `index.js` in `main`, `index.cjs` in `preload`. */
export function builtFolder(part: BuildPart, root = projectRoot): string {
  return join(root, 'dist/app', part)
}

/**
 * Digest of everything a part is made from. Contents rather than times: a fresh clone, a branch that was left and
 * entered again, and a file saved unchanged are all told apart from a change.
 */
export function sourceDigest(part: BuildPart, root = projectRoot): string {
  const files = [...sources[part], ...sourcesOfAll].flatMap((place) => filesUnder(join(root, place)))
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const content = readFileSync(file)
    hash.update(`${relative(root, file).split(sep).join('/')}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesUnder(place: string): string[] {
  const entry = statSync(place, { throwIfNoEntry: false })
  if (entry === undefined) return []
  if (!entry.isDirectory()) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
}

function readStamp(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, stampName), 'utf8')
  } catch {
    return undefined
  }
}

/** Builds one part from `root` into an empty folder; rejects with what the build tool said. */
export type BuildInto = (part: BuildPart, folder: string, root: string) => Promise<void>

/**
 * In a process of its own: the build tool sets NODE_ENV, keeps caches and prints, none of which belongs into the process
 * that asks, which may be a test or a command with a reader on its standard output.
 */
const buildInto: BuildInto = (part, folder, root) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, scriptOf(part, folder), {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => output.push(piece))
    child.stderr.on('data', (piece: Buffer) => output.push(piece))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`Building ${names[part]} failed (${signal ?? code}):\n${Buffer.concat(output).toString()}`))
    })
  })

function scriptOf(part: BuildPart, folder: string): string[] {
  const script = (name: string) => join(import.meta.dirname, 'build', name)
  return part === 'notices' ? [script('notices.ts'), folder] : [script('part.ts'), part, folder]
}

const running = new Map<string, Promise<void>>()

/** What takes lines for a person, such as standard error. */
export interface Lines {
  write(text: string): unknown
}

/**
 * Builds those of the parts whose sources changed since they were built, and nothing else. Safe to call from many
 * places and processes at once: each builds into a folder of its own and renames it into place, the first one wins, and
 * no one ever sees half a build.
 *
 * @param what the parts that will be used
 * @param report where one line says what is being built; the command line gives standard error
 * @param root the project's folder, and how a part is built: both only differ in tests
 * @throws Error with the output of the build tool
 */
export async function ensureBuilt({
  what,
  report,
  root = projectRoot,
  build = buildInto,
}: {
  what: readonly BuildPart[]
  report: Lines
  root?: string
  build?: BuildInto
}): Promise<void> {
  await Promise.all(
    what.map((part) => {
      const key = `${root}\0${part}`
      const job = running.get(key) ?? ensurePartBuilt(part, report, root, build).finally(() => running.delete(key))
      running.set(key, job)
      return job
    }),
  )
}

async function ensurePartBuilt(part: BuildPart, report: Lines, root: string, build: BuildInto): Promise<void> {
  const folder = builtFolder(part, root)
  const digest = sourceDigest(part, root)
  if (readStamp(folder) === digest) return
  if (part === 'notices') await ensureBuilt({ what: bundledParts, report, root, build })
  report.write(`Building ${names[part]} …\n`)

  const parent = join(root, 'dist/app')
  mkdirSync(parent, { recursive: true })
  removeLeftovers(parent)
  const fresh = join(parent, `.new-${part}-${process.pid}-${randomBytes(4).toString('hex')}`)
  try {
    await build(part, fresh, root)
    // Taken before the build began: a source saved meanwhile makes the build look old, never fresh.
    writeFileSync(join(fresh, stampName), digest)
    putInPlace(fresh, folder, digest)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/**
 * Swaps the finished folder in, unless somebody else has just put the same build there. A rename onto a folder with
 * files is refused, so an old build is first moved out of the way, and only when it is known to be old.
 */
function putInPlace(fresh: string, folder: string, digest: string): void {
  const old = `${fresh}-old`
  for (let attempt = 1; readStamp(folder) !== digest; attempt++) {
    try {
      renameSync(fresh, folder)
      return
    } catch (error) {
      if (attempt === 5 || !isCode(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) throw error
    }
    if (readStamp(folder) === digest) return
    try {
      renameSync(folder, old)
    } catch (error) {
      // Another process moved it away first.
      if (!isCode(error, 'ENOENT')) throw error
    } finally {
      rmSync(old, { recursive: true, force: true })
    }
  }
}

/** What a build that was killed left behind an hour ago or more. */
function removeLeftovers(parent: string): void {
  for (const name of readdirSync(parent).filter((each) => each.startsWith('.new-'))) {
    const path = join(parent, name)
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity
    if (Date.now() - changed > 3_600_000) rmSync(path, { recursive: true, force: true })
  }
}

function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

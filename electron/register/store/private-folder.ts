/**
 * A folder for what must not lie open: in the system's folder for temporary files on this computer, never beside the place that a
 * person chose, which may be a share or a stick. Only its owner can enter it, and it is wiped: each file written over, then removed.
 * Writing over takes the bytes from a magnetic disk; a solid-state disk may keep them in cells that nobody can address, and only
 * encrypting the whole disk covers those.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRunning } from '#electron/running.ts'
import { problemOf } from './sqlite-problems.ts'

const beginning = 'daicho-private-'
// Not there on Windows, where the folder for temporary files is the account's own.
const getuid = process.getuid?.bind(process)

/** Gives `work` a private folder and wipes it, whatever comes of the work. */
export async function inPrivateFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = privateFolder()
  try {
    return await work(folder)
  } finally {
    wipe(folder)
  }
}

/** For what outlives one call: whoever makes it calls `wipe`. FOLDER_NOT_WRITABLE, DISK_FULL. */
export function privateFolder(): string {
  wipeLeftovers()
  try {
    // Made with the owner's rights alone (0700).
    return mkdtempSync(join(tmpdir(), `${beginning}${String(process.pid)}-`))
  } catch (error) {
    throw problemOf(error, tmpdir())
  }
}

/** What a process that was killed has left: wiped at the next start, and before the next private folder is made. */
export function wipeLeftovers(): void {
  let names: readonly string[]
  try {
    names = readdirSync(tmpdir())
  } catch {
    return
  }
  for (const name of names) {
    const folder = join(tmpdir(), name)
    if (isLeft(name) && isOurs(folder)) wipe(folder)
  }
}

/**
 * Named by us with the number of a process that has ended. Names that do not say whose they are (such as "daicho-backup-…",
 * which was never in a release) are not looked at: a person could have chosen one.
 */
function isLeft(name: string): boolean {
  const processId = /^daicho-private-(\d+)-\w+$/.exec(name)?.[1]
  return processId !== undefined && !isRunning(Number(processId))
}

/** The folder for temporary files is everybody's: a folder or link that another account made is not touched. */
function isOurs(folder: string): boolean {
  try {
    const facts = lstatSync(folder, { throwIfNoEntry: false })
    return facts?.isDirectory() === true && (getuid === undefined || facts.uid === getuid())
  } catch {
    // What cannot even be looked at is somebody else's.
    return false
  }
}

/** Safe to call twice. */
export function wipe(folder: string): void {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) overwrite(join(entry.parentPath, entry.name))
  rmSync(folder, { recursive: true, force: true })
}

const zeros = Buffer.alloc(1024 * 1024)

function overwrite(file: string): void {
  try {
    const { size, nlink } = lstatSync(file)
    // A second name of a file that was put into its place: what is written here would stand there.
    if (nlink !== 1) return
    const descriptor = openSync(file, 'r+')
    try {
      for (let at = 0; at < size; at += zeros.length)
        writeSync(descriptor, zeros, 0, Math.min(zeros.length, size - at), at)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  } catch {
    // What cannot be written over is removed all the same.
  }
}

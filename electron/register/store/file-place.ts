/** Where files lie: whether one may be written there, and how a finished one gets its name so that it outlives a power cut. */
import { accessSync, constants, existsSync, linkSync, lstatSync, renameSync, statSync } from 'node:fs'
import { platform } from 'node:os'
import { basename, dirname } from 'node:path'
import { syncFile, syncFolder } from '#electron/durable-file.ts'
import { Problem } from '#shared/domain/problem.ts'
import { longestPath, problemOf } from './sqlite-problems.ts'

/** A register can be written there, and nothing is. PATH_TOO_LONG, FILE_EXISTS, FILE_NOT_FOUND, FOLDER_NOT_WRITABLE. */
export function assertPlaceFree(file: string): void {
  if (isTooLong(file)) throw new Problem('PATH_TOO_LONG', { file })
  if (isTaken(file)) throw new Problem('FILE_EXISTS', { file })
  if (!existsSync(dirname(file))) throw new Problem('FILE_NOT_FOUND', { file: dirname(file) })
  if (!isWritable(dirname(file))) throw new Problem('FOLDER_NOT_WRITABLE', { folder: dirname(file) })
}

/** A register could be made that could never be written: beside it there must be a name for its journal. */
function isTooLong(file: string): boolean {
  if (platform() === 'win32') return false
  const longestName = 255 - '-journal'.length
  return Buffer.byteLength(basename(file)) > longestName || Buffer.byteLength(file) > longestPath
}

/** Something bears the name: a link that leads nowhere does too. */
function isTaken(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    throw problemOf(error, file)
  }
}

/** Gives a finished file its name, never one that is taken. */
export function putInPlace(partial: string, file: string): void {
  syncFile(partial)
  try {
    linkSync(partial, file)
  } catch (error) {
    if (isTaken(file)) throw new Problem('FILE_EXISTS', { file }, { cause: error })
    // A memory stick (FAT, exFAT: on Windows it says EISDIR) and some shares know no second name for a file: there it is moved.
    if (!withoutLinks.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    renameSync(partial, file)
  }
  syncFolder(dirname(file))
}
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'EISDIR'])

/**
 * May this be written? A file or folder without any write bit is read-only for everybody: to an administrator the system
 * would still allow it, but whoever took the bits away meant it.
 */
export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return platform() === 'win32' || (statSync(path).mode & 0o222) !== 0
  } catch {
    return false
  }
}

export { replaceFile, syncFile, syncFolder } from '#electron/durable-file.ts'

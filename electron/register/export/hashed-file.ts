/** A file that is hashed as it is written, and what a folder refuses in our own codes. */
import { createHash } from 'node:crypto'
import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { Problem } from '#shared/domain/problem.ts'
import { isWritable } from '../store/file-place.ts'
import { failedDisk } from '../store/sqlite-problems.ts'

export class HashedFile {
  readonly #descriptor: number
  /** What a full disk is told of: the place that a person chose. */
  readonly #folder: string
  readonly #hash = createHash('sha256')
  bytes = 0

  constructor(file: string, folder: string) {
    this.#folder = folder
    this.#descriptor = openSync(file, 'wx')
  }

  write(content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    this.#hash.update(bytes)
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(this.#descriptor, bytes, at)
    } catch (error) {
      throw folderProblem(error, this.#folder)
    }
    this.bytes += bytes.length
  }

  close(): void {
    closeSync(this.#descriptor)
  }

  digest(): string {
    return this.#hash.digest('hex')
  }
}

/** FOLDER_NOT_WRITABLE where it is no folder, or none that may be written to. */
export function assertFolder(folder: string): void {
  if (!isWritable(folder) || !statSync(folder).isDirectory()) throw new Problem('FOLDER_NOT_WRITABLE', { folder })
}

export function folderProblem(error: unknown, folder: string): unknown {
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Problem('DISK_FULL', { file: folder }, { cause: error })
    case 'ENOTEMPTY':
      return new Problem('FOLDER_EXISTS', { folder }, { cause: error })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'ENOENT':
    case 'ELOOP':
    case 'ENXIO':
    case 'EEXIST':
    case 'ENAMETOOLONG':
      return new Problem('FOLDER_NOT_WRITABLE', { folder }, { cause: error })
    default:
      return failedDisk(error, folder) ?? error
  }
}

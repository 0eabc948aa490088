/** What SQLite and the file system report, as problems that a person can act on. */
import Database from 'better-sqlite3'
import { Problem, type ProblemCode } from '#shared/domain/problem.ts'

/** SQLite opens no path of 512 bytes or more, the name of the journal included; Japanese has three to a character. */
export const longestPath = 500

/** A problem as it is; a known error of SQLite or the file system as its problem; anything else unchanged. */
export function problemOf(error: unknown, file: string): unknown {
  if (error instanceof Problem) return error
  if (error instanceof Database.SqliteError) {
    const { code } = error
    const facts = { file, detail: error.message }
    if (code === 'SQLITE_FULL') return new Problem('DISK_FULL', facts, { cause: error })
    if (code.startsWith('SQLITE_BUSY'))
      return new Problem('HELD_BY_ANOTHER', { file, account: null, machine: null, since: null }, { cause: error })
    if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_IOERR_SHORT_READ'))
      return new Problem('FILE_DAMAGED', facts, { cause: error })
    // A disk that errs, a share that is gone, a file that may not grow further: SQLite does not tell them apart.
    if (code.startsWith('SQLITE_IOERR')) return new Problem('DISK_FAILED', facts, { cause: error })
    if (code === 'SQLITE_READONLY_DBMOVED') return new Problem('FILE_NOT_FOUND', facts, { cause: error })
    if (code.startsWith('SQLITE_READONLY')) return new Problem('FILE_READ_ONLY', facts, { cause: error })
    if (code.startsWith('SQLITE_CANTOPEN') && Buffer.byteLength(file) > longestPath)
      return new Problem('PATH_TOO_LONG', facts, { cause: error })
    if (code.startsWith('SQLITE_CANTOPEN')) return new Problem('FILE_NOT_READABLE', facts, { cause: error })
    if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return new Problem('NOT_FOUND', { noun: '', id: '' }, { cause: error })
    if (code === 'SQLITE_CONSTRAINT_UNIQUE') return new Problem('CODE_TAKEN', facts, { cause: error })
    return error
  }
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Problem('FILE_NOT_FOUND', { file }, { cause: error })
    case 'EACCES':
    case 'EPERM':
      return new Problem('FILE_NOT_READABLE', { file }, { cause: error })
    case 'EROFS':
      return new Problem('FOLDER_NOT_WRITABLE', { folder: file }, { cause: error })
    case 'ENAMETOOLONG':
      return new Problem('PATH_TOO_LONG', { file }, { cause: error })
    case 'ELOOP':
      return new Problem('FILE_NOT_FOUND', { file }, { cause: error })
    case 'EDQUOT':
    case 'ENOSPC':
      return new Problem('DISK_FULL', { file }, { cause: error })
    default:
      return failedDisk(error, file) ?? error
  }
}

const failures: ReadonlySet<string> = new Set(['EIO', 'EFBIG', 'ESTALE', 'ENODEV', 'EREMOTEIO'])

/** DISK_FAILED where the disk, its connection or a limit for the size of a file ended it; undefined for anything else. */
export function failedDisk(error: unknown, file: string): Problem | undefined {
  const { code = '', message = '' } = (error ?? {}) as Partial<NodeJS.ErrnoException>
  return failures.has(code) ? new Problem('DISK_FAILED', { file, detail: message }, { cause: error }) : undefined
}

/**
 * What reading or writing ran into, for whoever no longer knows in which file: DISK_FULL, DISK_FAILED, FILE_DAMAGED without the
 * file; undefined for anything else, which is a fault of the program.
 */
export function diskProblem(error: unknown): Problem | undefined {
  const known = problemOf(error, '')
  if (known === error || !(known instanceof Problem) || !atAnyRead.has(known.code)) return undefined
  return new Problem(known.code, { detail: known.facts.detail ?? '' }, { cause: error })
}
const atAnyRead: ReadonlySet<ProblemCode> = new Set(['DISK_FULL', 'DISK_FAILED', 'FILE_DAMAGED'])

/** The register does not take it as it is: other than a disk that is full or that fails. */
export function isRefusal(error: unknown): boolean {
  if (error instanceof Database.SqliteError) return error.code.startsWith('SQLITE_CONSTRAINT')
  return error instanceof Problem && !ofTheDisk.has(error.code)
}
const ofTheDisk: ReadonlySet<ProblemCode> = new Set([
  'DISK_FULL',
  'DISK_FAILED',
  'FILE_NOT_FOUND',
  'FILE_DAMAGED',
  'FILE_READ_ONLY',
])

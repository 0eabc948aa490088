/**
 * One backup as a file: written from an open register by SQLite itself (a copy by the file system would drop the locks of this
 * process, and could tear), checked, synced, and only then given its name. What bears such a name was whole when it was made.
 */
import { chmodSync, existsSync, readdirSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type SqliteDatabase from 'better-sqlite3'
import Database from 'better-sqlite3'
import { makeFolder } from '#electron/durable-file.ts'
import { backupName, type BackupPlace, backupPlaces, type BackupReason, readBackupName } from '#shared/domain/backup.ts'
import type { Instant } from '#shared/domain/calendar-date.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type LogHead, readHead } from './audit-log.ts'
import { sha256 } from './canonical.ts'
import { isWritable, putInPlace } from './file-place.ts'
import { applicationId } from './migrate.ts'
import { partialIn, removeLeftovers, removePartial } from './partial.ts'
import { ReadHandle } from './query.ts'
import { problemOf } from './sqlite-problems.ts'

/** Where the backups of a register lie: beside it; where that cannot be written, in the person's own folder. */
export function backupFolder(file: string, place: BackupPlace, profile: string | null): string | null {
  const path = resolve(file)
  const name = basename(path).replace(/\.daicho$/, '')
  if (place === 'beside') return join(dirname(path), `${name}.backups`)
  // Registers of one name in different folders are kept apart.
  return profile === null ? null : join(profile, 'backups', `${name.slice(0, 60)}-${sha256(path).slice(0, 12)}`)
}

export interface WrittenBackup {
  readonly path: string
  readonly place: BackupPlace
  readonly bytes: number
  readonly head: LogHead
}

export interface BackupRequest {
  readonly file: string
  readonly reason: BackupReason
  readonly at: Instant
  /** The person's own folder of the program; null where there is none. */
  readonly profile: string | null
}

/** BACKUP_FAILED, with what was refused beside the register: the person's own folder is the second choice. */
export function writeBackup(database: SqliteDatabase.Database, request: BackupRequest): WrittenBackup {
  let first: unknown
  for (const place of backupPlaces) {
    const folder = backupFolder(request.file, place, request.profile)
    if (folder === null) continue
    try {
      return writeInto(database, { ...request, folder, place })
    } catch (error) {
      first ??= problemOf(error, folder)
    }
  }
  throw failed(first, request)
}

/** What a process that was killed while it made a backup has left. */
export function removeBackupLeftovers(file: string, { profile = null }: { readonly profile?: string | null }): void {
  for (const place of backupPlaces) {
    const folder = backupFolder(file, place, profile)
    if (folder !== null) removeLeftovers(folder)
  }
}

function failed(cause: unknown, { reason }: BackupRequest): unknown {
  if (!(cause instanceof Problem)) return cause
  return new Problem('BACKUP_FAILED', { ...cause.facts, first: cause.code, reason }, { cause })
}

function writeInto(
  database: SqliteDatabase.Database,
  { file, at, reason, folder, place }: BackupRequest & { folder: string; place: BackupPlace },
): WrittenBackup {
  makeBackupFolder(folder, place)
  const partial = partialIn(folder)
  try {
    assertSpace(folder, database)
    // Whoever may not read the register may not read its backups; in the folder of one person nobody else may.
    emptyCopy(partial, place === 'profile' ? 0o600 : statSync(file).mode)
    database.prepare('VACUUM INTO ?').run(partial)
    const head = readHead(new ReadHandle(database))
    finishCopy(partial, (found) => found.sequence === head.sequence && found.hash === head.hash)
    const path = nextName(folder, at, reason)
    const { size: bytes } = statSync(partial)
    putInPlace(partial, path)
    return { path, place, bytes, head }
  } finally {
    removePartial(partial)
  }
}

/** FOLDER_NOT_WRITABLE. The folder of the program may not be there yet, nor those above it. */
function makeBackupFolder(folder: string, place: BackupPlace): void {
  let above = folder
  while (!existsSync(above) && dirname(above) !== above) above = dirname(above)
  if (!isWritable(above)) throw new Problem('FOLDER_NOT_WRITABLE', { folder })
  makeFolder(folder, place === 'profile' ? 0o700 : undefined)
}

/** What SQLite will fill: with its permissions before there is anything in it to read. */
export function emptyCopy(partial: string, mode = 0o600): void {
  writeFileSync(partial, '', { flag: 'wx', mode: 0o600 })
  chmodSync(partial, (mode & 0o777) | 0o600)
}

/** A disk that is too small is told at once, not after it has been filled. */
function assertSpace(folder: string, database: SqliteDatabase.Database): void {
  const { bavail, bsize } = statfsSync(folder)
  const needed =
    (database.pragma('page_count', { simple: true }) as number) *
    (database.pragma('page_size', { simple: true }) as number)
  if (bavail * bsize < needed) throw new Problem('DISK_FULL', { file: folder })
}

/** Who edits the register does not edit its copy; then the copy is held against what was copied. */
export function finishCopy(partial: string, isHead: (head: LogHead) => boolean): void {
  const copy = new Database(partial)
  try {
    copy.pragma('synchronous = FULL')
    copy.prepare('DELETE FROM lease').run()
    const found = copy.pragma('integrity_check(1)', { simple: true })
    if (found !== 'ok' || !isHead(readHead(new ReadHandle(copy))))
      throw new Problem('FILE_DAMAGED', { detail: `copy: ${String(found)}` })
  } finally {
    copy.close()
  }
}

/** After the last of the same second, never in a gap that thinning left: the count tells which is the newer. */
function nextName(folder: string, at: Instant, reason: BackupReason): string {
  const counts = readdirSync(folder)
    .map(readBackupName)
    .flatMap((named) =>
      named !== null && backupName(named.at, named.reason) === backupName(at, reason) ? named.count : [],
    )
  return join(folder, backupName(at, reason, Math.max(0, ...counts) + 1))
}

/** What a backup says of itself without being read whole. */
export interface BackupFacts {
  readonly registerId: string
  readonly name: string
  readonly head: LogHead
  readonly lastEventAt: Instant | null
}

/** A view under such a name could compute for ever: it is not asked. */
function hasOwnTables(database: SqliteDatabase.Database): boolean {
  const tables = database
    .prepare(
      "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name IN ('organisation', 'audit_event', 'audit_head')",
    )
    .pluck()
    .get()
  return tables === 3
}

/** Null where it cannot be read as a register: damaged since, or something else under such a name. */
export function readBackupFacts(path: string): BackupFacts | null {
  let database: SqliteDatabase.Database | undefined
  try {
    database = new Database(path, { readonly: true, fileMustExist: true })
    database.pragma('trusted_schema = OFF')
    database.pragma('cell_size_check = ON')
    if (database.pragma('application_id', { simple: true }) !== applicationId) return null
    if (!hasOwnTables(database)) return null
    const read = new ReadHandle(database)
    const row = read.prepare('SELECT register_id AS registerId, name_ja AS ja, name_en AS en FROM organisation').get()
    const { registerId, ja, en } = row as { registerId: string; ja: string | null; en: string | null }
    const last = read.prepare('SELECT at FROM audit_event ORDER BY sequence DESC LIMIT 1').get()
    return {
      registerId,
      name: ja ?? en ?? '',
      head: readHead(read),
      lastEventAt: (last as { at: Instant } | undefined)?.at ?? null,
    }
  } catch {
    return null
  } finally {
    database?.close()
  }
}

/**
 * The register file: created, opened, checked, written, closed. One file, rollback journal (whole at rest, can be copied,
 * readable from a read-only folder), one editor. Nothing here ever deletes, replaces or falls back to memory: what is read from
 * memory (an older register that is not to be written) is never written.
 */
import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { hostname, platform } from 'node:os'
import Database from 'better-sqlite3'
import type { BackupReason } from '#shared/domain/backup.ts'
import { dayAt, type Instant } from '#shared/domain/calendar-date.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { type Actor, LogWriter, readHead } from './audit-log.ts'
import { type BackupRequest, removeBackupLeftovers, writeBackup, type WrittenBackup } from './backup-file.ts'
import { Change } from './change.ts'
import {
  assertLease,
  beat,
  giveUpLease,
  heartbeatMilliseconds,
  isAlive,
  type LeaseHolder,
  readLease,
  takeLease,
} from './lease.ts'
import { applicationId, migrate, type MigrationStep, migrationSteps, schemaDifferences } from './migrate.ts'
import { assertPlaceFree, isWritable, putInPlace } from './file-place.ts'
import { problemOf } from './sqlite-problems.ts'
import { partialIn, removePartial } from './partial.ts'
import { ReadHandle, WriteHandle } from './query.ts'
import { recordTables } from './record-table.ts'
import { isRunning } from '#electron/running.ts'

/** Why a register is open for reading only. */
export type ReadOnlyReason =
  | { readonly code: 'FILE_READ_ONLY' }
  | { readonly code: 'HELD_BY_ANOTHER'; readonly account: string; readonly machine: string; readonly since: Instant }
  | { readonly code: 'ASKED' }

/** What use cases need of the outside: time, ids and who acts. All are arguments, so that tests and the sample decide. */
export interface Surroundings {
  readonly clock: () => Instant
  readonly newId: () => string
  readonly account: string
  readonly machine: string
  readonly processId: number
  readonly isRunning: (processId: number) => boolean
  /** The person's own folder of the program: where backups go that find no place beside the register. */
  readonly profile?: string | null
}

export interface OpenOptions {
  readonly surroundings: Surroundings
  /** `write` falls back to reading where the file cannot be written or is held; `inspect` also opens one whose schema was changed. */
  readonly mode: 'write' | 'read' | 'inspect'
  /**
   * When the register is held for writing. A window holds it from the start; a command that may be refused holds it with its
   * first change, so that a file in which nothing was changed has every byte that it had.
   */
  readonly hold?: 'at opening' | 'with the first change'
  /** A copy of the program's own, whose original is somewhere else: it is migrated without a backup. */
  readonly isCopy?: true
  /** The migrations that the program knows; others only in tests. */
  readonly steps?: readonly MigrationStep[]
}

export class Register {
  readonly file: string
  readonly read: ReadHandle
  readonly readOnly: ReadOnlyReason | null
  /** Differences of the schema; only a register opened to be inspected has any. */
  readonly schemaDifferences: readonly string[]
  /** It is of an earlier version and read from a copy in memory that is brought up to date. */
  readonly isOlder: boolean
  readonly surroundings: Surroundings
  /** The person who acts, by id; chosen at opening. */
  personId: string | null = null
  /** Asked before each change, outside its transaction: backups are made there. What it throws stops the change. */
  beforeChange: ((backup: BackupReason | null) => void) | null = null
  readonly #database: Database.Database
  readonly #write: WriteHandle | null
  readonly #lease: LeaseHolder | null
  #isHeld: boolean
  readonly #heartbeat: NodeJS.Timeout | null = null

  constructor(options: {
    file: string
    database: Database.Database
    readOnly: ReadOnlyReason | null
    /** Null where it is open for reading only; taken already, or to be taken with the first change. */
    lease: LeaseHolder | null
    isHeld: boolean
    surroundings: Surroundings
    schemaDifferences: readonly string[]
    isOlder?: boolean
  }) {
    this.file = options.file
    this.#database = options.database
    this.readOnly = options.readOnly
    this.schemaDifferences = options.schemaDifferences
    this.isOlder = options.isOlder ?? false
    this.surroundings = options.surroundings
    this.#lease = options.lease
    this.#isHeld = options.isHeld
    this.read = new ReadHandle(options.database)
    this.#write = options.readOnly === null ? new WriteHandle(options.database) : null
    if (this.#write !== null) this.#heartbeat = setInterval(() => this.#beat(), heartbeatMilliseconds).unref()
  }

  get actor(): Actor {
    return { account: this.surroundings.account, machine: this.surroundings.machine, personId: this.personId }
  }

  /** The organisation whose register this is. */
  organisation(): RecordOf<'organisation'> {
    const row = this.read.prepare('SELECT id FROM organisation').get() as { id: string } | undefined
    const organisation = row && recordTables.organisation.get(this.read, row.id)
    if (!organisation) throw new Problem('FILE_DAMAGED', { detail: 'no organisation' })
    return organisation
  }

  /** Today in the register's time zone. */
  today(): string {
    return dayAt(this.surroundings.clock(), this.organisation().timeZone)
  }

  /**
   * One transaction: all that `work` writes, with its events, or nothing. `work` is synchronous. FILE_READ_ONLY or
   * HELD_BY_ANOTHER where the register is open for reading only; LEASE_LOST where another has taken it over.
   */
  change<Result>(
    facts: {
      operation: string
      reason?: string | null
      reverses?: number
      backup?: BackupReason | null
      /** What is replaced must not stay: no backup is made of it, and its bytes are written over. */
      takesOut?: true
    },
    work: (change: Change) => Result,
  ): Result {
    const write = this.#write
    if (write === null) throw readOnlyProblem(this.readOnly, this.file)
    if (facts.takesOut !== true) this.beforeChange?.(facts.backup ?? null)
    try {
      if (facts.takesOut === true) this.#database.pragma('secure_delete = ON')
      const result = this.#database
        .transaction(() => {
          this.#hold(write)
          const log = new LogWriter(write, {
            actor: this.actor,
            operation: facts.operation,
            reason: facts.reason ?? null,
            reverses: facts.reverses ?? null,
            at: this.surroundings.clock(),
          })
          const timeZone = write.prepare('SELECT time_zone AS timeZone FROM organisation').get() as
            { timeZone: string } | undefined
          const change = new Change({
            write,
            log,
            today: dayAt(this.surroundings.clock(), timeZone?.timeZone ?? 'UTC'),
            newId: this.surroundings.newId,
          })
          const result = work(change)
          if (result instanceof Promise) throw new TypeError('a transaction never spans a tick')
          log.close()
          return result
        })
        .immediate()
      this.#isHeld = true
      return result
    } catch (error) {
      throw problemOf(error, this.file)
    } finally {
      if (facts.takesOut === true && this.#database.open) this.#database.pragma('secure_delete = OFF')
    }
  }

  /**
   * Writes the file anew without its unused parts, in which what was taken out can still lie: earlier versions of rows, and pages
   * that are free. CLEANING_FAILED: nothing is lost, and it can be done again.
   */
  clean(): void {
    try {
      this.assertHeld()
      this.#database.exec('VACUUM')
      this.changeUnlogged((write) => write.statement('DELETE FROM cleaning').run())
    } catch (error) {
      const cause = problemOf(error, this.file)
      if (!(cause instanceof Problem) || this.#write === null) throw cause
      throw new Problem('CLEANING_FAILED', { ...cause.facts, first: cause.code }, { cause })
    }
  }

  /** Since when the file waits to be cleaned; null where it does not. */
  cleaningDueSince(): Instant | null {
    const row = this.read.prepare('SELECT since FROM cleaning').get() as { since: Instant } | undefined
    return row?.since ?? null
  }

  /** Rows outside the log (saved views): written in a transaction of their own. */
  changeUnlogged<Result>(work: (write: WriteHandle) => Result): Result {
    const write = this.#write
    if (write === null) throw readOnlyProblem(this.readOnly, this.file)
    try {
      const result = this.#database
        .transaction(() => {
          this.#hold(write)
          return work(write)
        })
        .immediate()
      this.#isHeld = true
      return result
    } catch (error) {
      throw problemOf(error, this.file)
    }
  }

  /** Keeps a snapshot's bytes; to be called inside `change`. */
  keepSnapshot(change: Change, digest: string, content: Uint8Array): void {
    change.read.statement('INSERT OR IGNORE INTO snapshot (digest, content) VALUES (?, ?)').run(digest, content)
  }

  get isOpen(): boolean {
    return this.#database.open
  }

  head() {
    return readHead(this.read)
  }

  /** Gives the lease up and closes the file. Safe to call twice. */
  close(): void {
    if (this.#heartbeat !== null) clearInterval(this.#heartbeat)
    if (!this.#database.open) return
    try {
      if (this.#write !== null && this.#lease !== null && this.#isHeld) {
        const write = this.#write
        const { holder } = this.#lease
        this.#database.transaction(() => giveUpLease(write, holder)).immediate()
      }
    } catch {
      // A full disk or a vanished folder: the lease is then taken over by the check at the next opening.
    } finally {
      this.#database.close()
    }
  }

  /** Inside a transaction: the register is ours, or is from now on. LEASE_LOST, HELD_BY_ANOTHER. */
  #hold(write: WriteHandle): void {
    if (this.#lease === null) throw readOnlyProblem(this.readOnly, this.file)
    if (this.#isHeld) assertLease(write, this.#lease.holder)
    else {
      const now = this.surroundings.clock()
      const other = otherHolder(write, now, this.surroundings)
      if (other !== null) throw readOnlyProblem(heldBy(other), this.file)
      takeLease(write, { ...this.#lease, heartbeat: now })
    }
  }

  /**
   * The register is still ours to replace, and its file the one that was opened; others are told so once more. LEASE_LOST,
   * FILE_NOT_FOUND, FILE_READ_ONLY.
   */
  assertHeld(): void {
    this.changeUnlogged((write) => {
      if (this.#lease !== null) beat(write, this.#lease.holder, this.surroundings.clock())
    })
  }

  /** A checked backup of this moment in its place (backup-file.ts). BACKUP_FAILED. */
  keepBackup(reason: BackupReason): WrittenBackup {
    return writeBackup(this.#database, backupRequest(this.file, reason, this.surroundings))
  }

  /** Copies every page, as of one moment, into a new file. */
  async backUp(path: string): Promise<void> {
    await this.#database.backup(path)
  }

  #beat(): void {
    const write = this.#write
    if (write === null || this.#lease === null || !this.#isHeld) return
    if (!this.#database.open || this.#database.inTransaction) return
    try {
      beat(write, this.#lease.holder, this.surroundings.clock())
    } catch {
      // The next write tells: a heartbeat that cannot be written says nothing about the data.
    }
  }
}

function heldBy({ account, machine, since }: LeaseHolder): ReadOnlyReason {
  return { code: 'HELD_BY_ANOTHER', account, machine, since }
}

export function readOnlyProblem(reason: ReadOnlyReason | null, file: string): Problem {
  if (reason?.code === 'HELD_BY_ANOTHER')
    return new Problem('HELD_BY_ANOTHER', {
      file,
      account: reason.account,
      machine: reason.machine,
      since: reason.since,
    })
  return new Problem('FILE_READ_ONLY', { file })
}

/**
 * Makes a new register: built beside its place and linked into it whole, so that nothing half-made ever bears the name.
 * FILE_EXISTS, FOLDER_NOT_WRITABLE, DISK_FULL. `fill` writes the first records; `durable` false is for building samples.
 */
export function createRegister(
  path: string,
  options: { surroundings: Surroundings; fill: (register: Register) => void; durable?: boolean },
): void {
  const building = new Building(resolve(path), options.surroundings)
  try {
    options.fill(building.begin(options.durable ?? true))
    building.finish()
  } catch (error) {
    throw problemOf(error, building.file)
  } finally {
    building.abandon()
  }
}

/** The same for work that takes its time: `fill` may write in several transactions, and is whole or leaves nothing. */
export async function createRegisterSlowly(
  path: string,
  options: { surroundings: Surroundings; fill: (register: Register) => Promise<void> },
): Promise<void> {
  const building = new Building(resolve(path), options.surroundings)
  try {
    await options.fill(building.begin(true))
    building.finish()
  } catch (error) {
    throw problemOf(error, building.file)
  } finally {
    building.abandon()
  }
}

/** A register that is being made beside its place. */
class Building {
  readonly file: string
  readonly #partial: string
  readonly #surroundings: Surroundings
  #register: Register | null = null

  constructor(file: string, surroundings: Surroundings) {
    assertPlaceFree(file)
    this.file = file
    this.#surroundings = surroundings
    // Not made from the file's own name, which may be as long as a name can be.
    this.#partial = partialIn(dirname(file))
  }

  begin(durable: boolean): Register {
    const database = new Database(this.#partial)
    configure(database, durable)
    migrate(database)
    const write = new WriteHandle(database)
    const holder = lease(this.#surroundings)
    database.transaction(() => takeLease(write, holder)).immediate()
    this.#register = new Register({
      file: this.file,
      database,
      readOnly: null,
      lease: holder,
      isHeld: true,
      surroundings: this.#surroundings,
      schemaDifferences: [],
    })
    return this.#register
  }

  finish(): void {
    this.#register?.close()
    putInPlace(this.#partial, this.file)
  }

  abandon(): void {
    this.#register?.close()
    removePartial(this.#partial)
  }
}

/** Opens a register. See `OpenOptions` for what the modes allow and `problem.*` for what is refused. */
export function openRegister(path: string, options: OpenOptions): Register {
  const file = resolve(path)
  const steps = options.steps ?? migrationSteps
  checkHeader(file, steps)
  const canWrite = isPlaceWritable(file)
  const writable = options.mode === 'write' && canWrite
  let database: Database.Database | undefined
  try {
    database = writable ? connect(file, 'write') : connectForReading(file, canWrite)
    // Asked of SQLite and not read from the header: a migration that was cut off has been taken back by now.
    const version = database.pragma('user_version', { simple: true }) as number
    const differences = checkContent(database, file, options.mode, steps)
    const common = { file, surroundings: options.surroundings, schemaDifferences: differences }
    const isOlder = version < newest(steps)
    const own = lease(options.surroundings)
    const holder = otherHolder(new ReadHandle(database), own.since, options.surroundings)
    // To migrate is to write: what somebody else holds is only read, and not changed beneath them.
    if (!writable || (isOlder && holder !== null && !options.isCopy)) {
      const readOnly = whyReading(options.mode, writable, holder)
      if (isOlder) database = upToDateInMemory(database, file, differences, steps)
      return new Register({ ...common, database, readOnly, isOlder, lease: null, isHeld: false })
    }
    if (isOlder) {
      if (options.isCopy) migrate(database, steps)
      else migrateWithBackup(database, file, options.surroundings, steps)
    }
    if (!options.isCopy) removeBackupLeftovers(file, options.surroundings)
    const isHeld = options.hold !== 'with the first change'
    const other = isHeld
      ? takeLeaseOf(database, own, options.surroundings)
      : otherHolder(new WriteHandle(database), own.since, options.surroundings)
    if (other === null) return new Register({ ...common, database, readOnly: null, lease: own, isHeld })
    database.close()
    database = connectForReading(file, canWrite)
    return new Register({ ...common, database, readOnly: heldBy(other), lease: null, isHeld: false })
  } catch (error) {
    database?.close()
    throw problemOf(error, file)
  }
}

function connect(file: string, mode: 'read' | 'write'): Database.Database {
  const database = new Database(file, { readonly: mode === 'read', fileMustExist: true, timeout: 2000 })
  try {
    configure(database, true)
    // The first look into the file: here SQLite takes back what a write that was cut off has left.
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return database
  } catch (error) {
    database.close()
    // What SQLite cannot even begin to read ("unsupported file format") has no code of its own.
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR')
      throw new Problem('FILE_DAMAGED', { file, detail: error.message }, { cause: error })
    throw error
  }
}

/**
 * A write that was cut off (a crash, a lost disk) is taken back from its journal before anything is read, as the next editor
 * would do it. WRITE_CUT_OFF where file or folder cannot be written.
 */
function connectForReading(file: string, canWrite: boolean): Database.Database {
  try {
    return connect(file, 'read')
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_READONLY_ROLLBACK') throw error
    if (!canWrite) throw new Problem('WRITE_CUT_OFF', { file }, { cause: error })
    connect(file, 'write').close()
    return connect(file, 'read')
  }
}

function lease(surroundings: Surroundings): LeaseHolder {
  const now = surroundings.clock()
  const { account, machine, processId } = surroundings
  return { holder: surroundings.newId(), account, machine, processId, since: now, heartbeat: now }
}

function takeLeaseOf(database: Database.Database, own: LeaseHolder, surroundings: Surroundings): LeaseHolder | null {
  const write = new WriteHandle(database)
  return database
    .transaction(() => {
      const other = otherHolder(write, own.since, surroundings)
      if (other === null) takeLease(write, own)
      return other
    })
    .immediate()
}

/** A register that is only to be read still says who edits it meanwhile. */
function whyReading(mode: OpenOptions['mode'], writable: boolean, holder: LeaseHolder | null): ReadOnlyReason {
  if (mode === 'write' && !writable) return { code: 'FILE_READ_ONLY' }
  return holder === null ? { code: 'ASKED' } : heldBy(holder)
}

/**
 * An older register that is only read is read from a copy in memory that is brought up to date: whoever has the file on a disk that
 * cannot be written, or only wants to check it, reads all of it, and the file keeps every byte.
 */
function upToDateInMemory(
  database: Database.Database,
  file: string,
  differences: readonly string[],
  steps: readonly MigrationStep[],
): Database.Database {
  // Migrated is only what a version has made.
  if (differences.length > 0) throw new Problem('FILE_CRAFTED', { file, detail: differences.join(', ') })
  const copy = new Database(database.serialize())
  try {
    configure(copy, false)
    migrate(copy, steps)
    copy.pragma('query_only = ON')
  } catch (error) {
    copy.close()
    throw error
  }
  database.close()
  return copy
}

/** Who holds the register now; null where nobody does. */
function otherHolder(read: ReadHandle, now: Instant, surroundings: Surroundings): LeaseHolder | null {
  const other = readLease(read)
  return other !== null && isAlive(other, now, surroundings) ? other : null
}

function configure(database: Database.Database, durable: boolean): void {
  database.pragma('trusted_schema = OFF')
  database.pragma('cell_size_check = ON')
  database.pragma('foreign_keys = ON')
  database.pragma('temp_store = MEMORY')
  database.pragma('cache_size = -65536')
  if (!database.readonly) {
    database.pragma('journal_mode = DELETE')
    // Beyond FULL the folder is synced once the journal is gone: else a journal that comes back after a power cut takes back
    // what was acknowledged.
    database.pragma(`synchronous = ${durable ? 'EXTRA' : 'OFF'}`)
    if (platform() === 'darwin') database.pragma('fullfsync = ON')
  }
}

/** Without a backup of the register as it was nothing is migrated. BACKUP_FAILED, MIGRATION_FAILED. */
function migrateWithBackup(
  database: Database.Database,
  file: string,
  surroundings: Surroundings,
  steps: readonly MigrationStep[],
): void {
  const { path } = writeBackup(database, backupRequest(file, 'migration', surroundings))
  try {
    migrate(database, steps)
  } catch (error) {
    if (error instanceof Problem) throw new Problem(error.code, { ...error.facts, file, copy: path }, { cause: error })
    throw error
  }
}

function backupRequest(file: string, reason: BackupReason, surroundings: Surroundings): BackupRequest {
  const { clock, profile = null } = surroundings
  return { file, reason, at: clock(), profile }
}

function newest(steps: readonly MigrationStep[]): number {
  return Math.max(...steps.map((step) => step.version))
}

/** The first hundred bytes: is it SQLite, is it a register, is it of a version that this program knows. */
function checkHeader(file: string, steps: readonly MigrationStep[]): void {
  let header: Buffer
  try {
    if (!statSync(file).isFile()) throw new Problem('NOT_A_REGISTER', { file })
    const descriptor = openSync(file, 'r')
    try {
      header = Buffer.alloc(100)
      const length = readSync(descriptor, header, 0, 100, 0)
      header = header.subarray(0, length)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw problemOf(error, file)
  }
  if (
    header.length < 100 ||
    header.toString('latin1', 0, 16) !== 'SQLite format 3\0' ||
    header.readUInt32BE(68) !== applicationId
  )
    throw new Problem('NOT_A_REGISTER', { file })
  const version = header.readInt32BE(60)
  const known = newest(steps)
  if (version > known) throw new Problem('FILE_NEWER', { file, version, known })
}

/** Damage, then the schema: objects that do not belong there are refused before any of them could act. */
function checkContent(
  database: Database.Database,
  file: string,
  mode: OpenOptions['mode'],
  steps: readonly MigrationStep[],
): string[] {
  const check = quickCheck(database)
  if (check !== 'ok') throw new Problem('FILE_DAMAGED', { file, detail: check })
  const version = database.pragma('user_version', { simple: true }) as number
  let differences: string[]
  try {
    differences = schemaDifferences(database, version, steps)
  } catch (error) {
    throw new Problem('FILE_CRAFTED', { file, detail: 'schema_step' }, { cause: error })
  }
  const fatal =
    mode === 'inspect' ? differences.filter((each) => /^[-~] table (?!schema_step)/.test(each)) : differences
  if (fatal.length > 0) throw new Problem('FILE_CRAFTED', { file, detail: fatal.join(', ') })
  return differences
}

/** 'ok', or the first damage. The search index is checked by its module, which has errors of its own. */
function quickCheck(database: Database.Database): string {
  try {
    return database.pragma('quick_check(1)', { simple: true }) as string
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR') return error.message
    throw error
  }
}

/** The file and the folder that it lies in: where a link leads to, its own. */
function isPlaceWritable(file: string): boolean {
  const place = realpathSync(file)
  return isWritable(place) && isWritable(dirname(place))
}

/** This computer and this process, with the real clock. */
export function realSurroundings(newId: () => string, account: string, profile: string | null = null): Surroundings {
  return {
    profile,
    clock: () => new Date().toISOString(),
    newId,
    account,
    machine: hostname(),
    processId: process.pid,
    isRunning,
  }
}

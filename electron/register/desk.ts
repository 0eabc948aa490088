/**
 * What one register process holds: the open register, if any, and what the window's frame says of it. All operations of the
 * contract reach the register through here, so that "no register is open" is one refusal and not a case in each of them.
 */
import { realpathSync, type Stats, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { ShellTold } from '#electron/control-channel.ts'
import { profileFolder } from '#electron/preferences.ts'
import { rememberFile } from '#electron/recent-files.ts'
import type { Shell } from '#electron/shell.ts'
import type { BackupEntry } from '#shared/contract/backup.ts'
import type { Refused, RegisterWarning, Status } from '#shared/contract/file.ts'
import { bilingualFrom, type Language } from '#shared/domain/text.ts'
import { nouns, type Noun } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Finding } from '#shared/domain/verification.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { accountName } from './account-name.ts'
import { BackupKeeper } from './backups/backup-keeper.ts'
import { backupEntry } from './backups/backup-entry.ts'
import { conflictCopies } from './backups/conflict-copies.ts'
import { keepBackup } from './backups/keep-backup.ts'
import { recoverRegister, type Recovery } from './backups/recover-register.ts'
import { type FoundBackup, newestGoodBackup } from './backups/list-backups.ts'
import { mayBeRestored, registerToReplace, restoreBackup } from './backups/restore-backup.ts'
import { PersonDisplay } from './display.ts'
import { SheetCounter } from './finishing/sheet-count.ts'
import type { StagedWork } from './long-work.ts'
import { FileTokens } from './file-tokens.ts'
import { ShellEvents } from './shell-events.ts'
import { isProtected, type ProtectWork } from './protect/age-file.ts'
import { wipeLeftovers } from './store/private-folder.ts'
import { protectedEnding, registerFromProtected, writeProtectedCopy } from './protect/protected-copy.ts'
import { newRegister } from './new-register.ts'
import { allPacks } from './packs.ts'
import { registerFromExport, type TripWork } from './round-trip/register-from-export.ts'
import { SampleFolder } from './sample/sample-folder.ts'
import { lastEventAt } from './store/audit-log.ts'
import { idSource } from './store/new-ids.ts'
import {
  openRegister,
  readOnlyProblem,
  realSurroundings,
  type Register,
  type Surroundings,
} from './store/register-file.ts'
import { copyRegister } from './store/copy-register.ts'
import { recordTables } from './store/record-table.ts'
import { problemOf } from './store/sqlite-problems.ts'
import { dayAt } from '#shared/domain/calendar-date.ts'

export const appVersion: string = packageJson.version

/** What was asked of the desk, kept where it was refused. */
interface Attempt {
  readonly what: Refused['what']
  readonly path: string
  readonly again: (asked: Asked) => void | Promise<void>
}
interface Asked {
  readonly readOnly: boolean
  /** Another place than the first time. */
  readonly path?: string
}

export class Desk {
  readonly shell: Shell
  readonly tokens = new FileTokens()
  readonly events = new ShellEvents()
  readonly surroundings: Surroundings
  readonly display: PersonDisplay
  /** Counts the sheets of packs by printing them. */
  readonly sheets: SheetCounter
  language: Language
  readonly #samples: SampleFolder
  #register: Register | null = null
  #keeper: BackupKeeper | null = null
  #place: Stats | null = null
  #conflicts: readonly string[] = []
  #refused: (Attempt & { readonly problem: Problem; readonly backup: BackupEntry | null }) | null = null
  #verified: { readonly at: string; readonly findings: number } | null = null

  constructor(options: {
    shell: Shell
    language: Language
    systemLanguage?: Language
    sampleFolder: string
    surroundings?: Surroundings
  }) {
    this.shell = options.shell
    this.language = options.language
    this.display = new PersonDisplay(options.shell.preferences, options.systemLanguage ?? options.language)
    this.surroundings = options.surroundings ?? realSurroundings(idSource(), accountName(), profileFolder())
    this.sheets = new SheetCounter((job) => options.shell.print(job))
    this.#samples = new SampleFolder(options.sampleFolder, options.shell.preferences, this.surroundings)
    wipeLeftovers()
  }

  get openRegister(): Register | null {
    return this.#register
  }

  /** The open register. NO_REGISTER_OPEN. */
  get register(): Register {
    if (this.#register === null) throw new Problem('NO_REGISTER_OPEN')
    return this.#register
  }

  /**
   * Opens a register in place of the one that is open; where it is refused, the open one stays and the status tells of it.
   * A register that somebody else holds is refused too: whether to read it is the person's choice.
   */
  open(path: string, readOnly: boolean): void {
    const open = (asked: Asked) => {
      this.#open(asked.path ?? path, asked.readOnly)
    }
    try {
      open({ readOnly })
      this.#refused = null
    } catch (error) {
      throw this.#refuse({ what: 'open', path, again: open }, error)
    }
  }

  /** Makes a register and opens it; what it is refused for is told like that of opening. */
  create(path: string, language: Language, name: string): void {
    const make = (asked: Asked) => {
      const file = asFile(asked.path ?? path)
      const from = dayAt(this.surroundings.clock(), 'Asia/Tokyo')
      newRegister(file, this.surroundings, { language, name: bilingualFrom(name), from })
      this.#open(file, false)
    }
    try {
      make({ readOnly: false })
      this.#refused = null
    } catch (error) {
      throw this.#refuse({ what: 'create', path: asFile(path), again: make }, error)
    }
  }

  /** Makes a register from an export and opens it. What is refused is told to the caller: the folder, not a file, is what is wrong. */
  async createFrom(folder: string, path: string, work: TripWork): Promise<void> {
    const file = asFile(path)
    await registerFromExport(folder, file, this.surroundings, work)
    this.#open(file, false)
    this.#refused = null
  }

  /** Builds the sample of today once a day and opens it. Asked twice at once, it is built once. */
  async openSample(language: Language): Promise<void> {
    const day = dayAt(this.surroundings.clock(), 'Asia/Tokyo')
    const build = async () => {
      this.#open(await this.#samples.sampleOf(day, language), false)
    }
    try {
      await build()
      this.#refused = null
    } catch (error) {
      throw this.#refuse({ what: 'sample', path: `reiwa-shoji-${day}-${language}.daicho`, again: build }, error)
    }
  }

  /** What was refused, once more, and at another place where one is given. NO_REGISTER_OPEN where nothing was. */
  async tryAgain(asked: Asked): Promise<void> {
    const attempt = this.#refused
    if (attempt === null) throw new Problem('NO_REGISTER_OPEN')
    try {
      await attempt.again(asked)
      this.#refused = null
    } catch (error) {
      throw this.#refuse({ ...attempt, path: asked.path ?? attempt.path }, error)
    }
  }

  /** The path of what was refused. NO_REGISTER_OPEN where nothing was. */
  get refusedPath(): string {
    if (this.#refused === null) throw new Problem('NO_REGISTER_OPEN')
    return this.#refused.path
  }

  leaveRefused(): void {
    this.#refused = null
  }

  /** Puts the open register back to a backup of it. FILE_READ_ONLY, HELD_BY_ANOTHER and what `restoreBackup` refuses. */
  async restore(backup: FoundBackup, work: StagedWork): Promise<void> {
    const register = this.register
    const { file, surroundings, personId } = register
    if (register.readOnly !== null) throw readOnlyProblem(register.readOnly, file)
    try {
      await restoreBackup({ file, backup: backup.path, at: backup.at, surroundings, current: register }, work)
    } finally {
      // Put back or as it was: what bears the name is opened.
      if (!register.isOpen) {
        this.#register = null
        this.#open(file, false)
        this.#actAs(personId)
      }
    }
  }

  /** Whoever acted goes on, where the register that is open knows the person. */
  #actAs(personId: string | null): void {
    const { register } = this
    if (personId !== null && recordTables.person.get(register.read, personId) !== undefined)
      register.personId = personId
  }

  /** The same for the register that could not be opened: where it can be by now, it is kept like any other that is replaced. */
  async restoreRefused(backup: FoundBackup, work: StagedWork): Promise<void> {
    const file = this.refusedPath
    const { surroundings } = this
    const current = registerToReplace(file, surroundings)
    try {
      await restoreBackup({ file, backup: backup.path, at: backup.at, surroundings, current }, work)
    } finally {
      current?.close()
    }
    this.#open(file, false)
    this.#refused = null
  }

  /** A new register from what can be read of the one that could not be opened; it is then open. */
  async recoverRefused(path: string, work: StagedWork): Promise<Recovery> {
    const file = asFile(path)
    const recovery = await recoverRegister(this.refusedPath, file, this.surroundings, work)
    this.#open(file, false)
    this.#refused = null
    return recovery
  }

  /** A backup because a person wants one. BACKUP_FAILED. */
  keepBackup(): string {
    const { path } = keepBackup(this.register, 'asked')
    this.#keeper?.made()
    return path
  }

  /** Writes a checked copy of the open register and says where. FILE_EXISTS, FOLDER_NOT_WRITABLE, DISK_FULL, FILE_DAMAGED. */
  async saveCopy(path: string, passphrase: string | null): Promise<string> {
    if (passphrase === null) {
      const file = asFile(path)
      await copyRegister(this.register, file)
      return file
    }
    const file = `${asFile(path.endsWith(protectedEnding) ? path.slice(0, -protectedEnding.length) : path)}${protectedEnding}`
    await writeProtectedCopy(this.register, file, passphrase)
    return file
  }

  /**
   * Makes a register from the protected copy that was to be opened and opens it: a register is lived in, so that it is not kept
   * behind a passphrase, but at a place that the person names. A refusal is told to the caller: the copy can be tried again.
   */
  async openProtected(path: string, passphrase: string, work: ProtectWork): Promise<void> {
    const source = this.refusedPath
    const file = asFile(path)
    await registerFromProtected(source, passphrase, file, this.surroundings, work)
    this.#open(file, false)
    this.#refused = null
  }

  close(): void {
    this.#register?.close()
    this.#register = null
  }

  /** Closes the register for good: the process ends. */
  end(): void {
    this.close()
    this.#samples.end()
  }

  #open(path: string, readOnly: boolean): void {
    const open = this.#register
    // The same file again: beside ourselves it would look held by another.
    if (open !== null && isSameFile(open.file, path)) {
      if ((open.readOnly === null) === !readOnly) return
      this.close()
    }
    if (isProtected(path)) throw new Problem('PASSPHRASE_NEEDED', { file: basename(path) })
    const next = openRegister(path, { surroundings: this.surroundings, mode: readOnly ? 'read' : 'write' })
    if (!readOnly && next.readOnly?.code === 'HELD_BY_ANOTHER') {
      next.close()
      throw readOnlyProblem(next.readOnly, next.file)
    }
    this.close()
    this.#register = next
    // A sample is built anew each day: what is tried in it is not worth a backup each day.
    this.#keeper = new BackupKeeper(next, { daily: !this.#samples.holds(next.file) })
    this.#place = statSync(next.file)
    this.#conflicts = conflictCopies(next)
    this.#verified = null
  }

  #refuse(attempt: Attempt, error: unknown): Problem {
    const known = problemOf(error, attempt.path)
    const problem =
      known instanceof Problem ? known : new Problem('INTERNAL', { detail: String(error) }, { cause: error })
    const backup = attempt.what === 'open' && mayBeRestored.has(problem.code) ? this.#newestGood(attempt.path) : null
    this.#refused = { ...attempt, problem, backup }
    return problem
  }

  #newestGood(path: string): BackupEntry | null {
    const found = newestGoodBackup(path, this.surroundings)
    return found === null ? null : backupEntry(found, { registerId: found.facts.registerId, checked: null })
  }

  /** Tells the shell which register is shown, and remembers it among those opened last. */
  async show(): Promise<Status> {
    const register = this.#register
    await this.shell.showing(register && { file: register.file, mayChange: register.readOnly === null })
    // A sample is built anew each day: nobody looks for the one of last week. What cannot be remembered is no refusal.
    if (register !== null && !this.#samples.holds(register.file))
      await rememberFile(this.shell.preferences, register.file).catch(() => undefined)
    return this.status()
  }

  #warnings(): RegisterWarning[] {
    const failure = this.#keeper?.failure ?? null
    const lastAt = this.#register === null ? null : lastEventAt(this.#register.read)
    const isBehind = lastAt !== null && Date.parse(lastAt) - Date.parse(this.surroundings.clock()) > clockTolerance
    return [
      ...(failure === null
        ? []
        : [{ code: 'BACKUP_FAILED' as const, problem: { code: failure.code, facts: failure.facts } }]),
      ...(isBehind ? [{ code: 'CLOCK_BEHIND' as const, lastAt }] : []),
      ...(this.#conflicts.length > 0 ? [{ code: 'CONFLICT_COPY' as const, names: this.#conflicts }] : []),
    ]
  }

  /** What the shell tells unasked, for the window. */
  hear(told: ShellTold): void {
    if (told.kind === 'open') {
      const [file, ...others] = told.files
      if (file === undefined) return
      const names = others.map((other) => basename(other))
      this.events.publish({ kind: 'open', token: this.tokens.issue(file), name: basename(file), others: names })
    } else if (!this.events.publish(told) && told.kind === 'closing') {
      // No page listens, so nothing is typed anywhere.
      void this.shell.answerClosing('close')
    }
  }

  noteVerified(findings: readonly Finding[]): void {
    this.#verified = { at: this.surroundings.clock(), findings: findings.length }
  }

  status(): Status {
    const register = this.#register
    const refused = this.#refused
    return {
      language: this.language,
      shell: this.shell.kind,
      version: appVersion,
      refused: refused && {
        what: refused.what,
        fileName: basename(refused.path),
        problem: { code: refused.problem.code, facts: refused.problem.facts },
        backup: refused.backup,
      },
      register:
        register &&
        statusOf(register, {
          verified: this.#verified,
          isGone: isGone(register.file, this.#place),
          isTemporary: this.#samples.isTemporary(register.file),
          warnings: this.#warnings(),
        }),
    }
  }
}

/** Clocks of computers that share a folder differ by so much. */
const clockTolerance = 120_000

function asFile(path: string): string {
  return path.endsWith('.daicho') ? path : `${path}.daicho`
}

function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    // One of them is not there: opening says so.
    return false
  }
}

/** Something else, or nothing, bears the name under which the file was opened. */
function isGone(path: string, place: Stats | null): boolean {
  const now = statSync(path, { throwIfNoEntry: false })
  return now?.ino !== place?.ino || now?.dev !== place?.dev
}

type RegisterStatus = NonNullable<Status['register']>

function statusOf(
  register: Register,
  known: Pick<RegisterStatus, 'verified' | 'isGone' | 'isTemporary' | 'warnings'>,
): RegisterStatus {
  const { read } = register
  const person = register.personId === null ? undefined : recordTables.person.get(read, register.personId)
  const count = (noun: Noun) =>
    (
      read.prepare(`SELECT count(*) AS count FROM ${recordTables[noun].table} WHERE withdrawn_on IS NULL`).get() as {
        count: number
      }
    ).count
  return {
    fileName: basename(register.file),
    isGone: known.isGone,
    isTemporary: known.isTemporary,
    warnings: known.warnings,
    organisation: register.organisation(),
    readOnly: register.readOnly,
    isOlder: register.isOlder,
    today: register.today(),
    person: person === undefined ? null : { id: person.id, name: person.name },
    counts: Object.fromEntries(nouns.map((noun) => [noun, count(noun)])) as Record<Noun, number>,
    events: register.head().sequence,
    lastChangeAt: lastEventAt(read),
    verified: known.verified,
    lastPack: allPacks(register).at(-1) ?? null,
  }
}

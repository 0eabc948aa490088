/**
 * Backups that nobody has to ask for, made before a change is. Before an import nothing goes on without one. The backup of the
 * day, and the one before many records are changed at once, may fail: a full disk must not stop people from writing down what
 * they know, each such change is one transaction, and undo takes it back. The window shows that there is none.
 */
import type { BackupReason } from '#shared/domain/backup.ts'
import { type Day, dayAt } from '#shared/domain/calendar-date.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Register } from '../store/register-file.ts'
import { keepBackup } from './keep-backup.ts'
import { listBackups } from './list-backups.ts'

/** A disk that was full is not asked again at each change. */
const retryMilliseconds = 10 * 60_000

export class BackupKeeper {
  readonly #register: Register
  readonly #daily: boolean | 'required'
  #day: Day | null = null
  #failure: { readonly problem: Problem; readonly at: number } | null = null

  /**
   * @param options.daily also before the first change of each day; `required`: nobody looks at a warning, so that a change without
   * its backup is refused (the command line)
   */
  constructor(register: Register, options: { readonly daily: boolean | 'required' }) {
    this.#register = register
    this.#daily = options.daily
    register.beforeChange = (backup) => {
      this.#before(backup)
    }
  }

  /** Why the last backup that was due has not been made. */
  get failure(): Problem | null {
    return this.#failure?.problem ?? null
  }

  /** One was made: whatever failed before does not matter any more. */
  made(): void {
    this.#day = this.#register.today()
    this.#failure = null
  }

  #before(backup: BackupReason | null): void {
    if (backup === null) {
      if (this.#daily !== false) this.#beforeFirstChange()
      return
    }
    if (backup === 'bulk') this.#attempt('bulk')
    else {
      keepBackup(this.#register, backup)
      this.made()
    }
  }

  #beforeFirstChange(): void {
    const today = this.#register.today()
    if (this.#day === today) return
    const { file, surroundings } = this.#register
    const { registerId, timeZone } = this.#register.organisation()
    const isOfToday = listBackups(file, surroundings.profile ?? null).some(
      ({ at, facts }) => facts?.registerId === registerId && dayAt(at, timeZone) === today,
    )
    if (isOfToday) this.#day = today
    else this.#attempt('firstChange')
  }

  #attempt(reason: BackupReason): void {
    const now = Date.parse(this.#register.surroundings.clock())
    if (this.#failure !== null && Math.abs(now - this.#failure.at) < retryMilliseconds) return
    try {
      keepBackup(this.#register, reason)
      this.made()
    } catch (error) {
      if (!(error instanceof Problem) || this.#daily === 'required') throw error
      this.#failure = { problem: error, at: now }
    }
  }
}

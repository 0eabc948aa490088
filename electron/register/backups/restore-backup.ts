/**
 * A register put back to a backup. The backup is checked whole, copied beside the register, brought to today's schema and told
 * what happened to it; what it replaces is kept first; then one renaming puts it in place. Until that renaming the register is as
 * it was, after it the restored one is there.
 */
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { basename, dirname, join } from 'node:path'
import type { Instant } from '#shared/domain/calendar-date.ts'
import { localMoment } from '#shared/domain/incident/local-moment.ts'
import { Problem, type ProblemCode } from '#shared/domain/problem.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { translate } from '#shared/locales/translate.ts'
import type { StagedWork } from '../long-work.ts'
import { withCodes } from '../record-codes.ts'
import { emptyCopy, finishCopy } from '../store/backup-file.ts'
import { carryOver } from '../retention/redact-again.ts'
import { restoreOperation } from '../store/decided.ts'
import { putInPlace, replaceFile, syncFile, syncFolder } from '../store/file-place.ts'
import { partialIn, removePartial } from '../store/partial.ts'
import { inPrivateFolder } from '../store/private-folder.ts'
import { openRegister, readOnlyProblem, type Register, type Surroundings } from '../store/register-file.ts'
import { problemOf } from '../store/sqlite-problems.ts'
import { verifyRegister } from '../store/verify.ts'

export interface RestoreRequest {
  /** Where the register lies. */
  readonly file: string
  readonly backup: string
  /** When the backup was made, for the line in the log. */
  readonly at: Instant
  readonly surroundings: Surroundings
  /** The open register, which is then closed; null where it cannot be opened, or is not there. */
  readonly current: Register | null
}

export interface Restored {
  /** Where what was replaced is kept; null where there was nothing. */
  readonly kept: string | null
  /** The end of the log to which the register went back. */
  readonly sequence: number
}

/** A register of which nothing can be read any more, or that is not there: it can be replaced without being opened. */
export const mayBeRestored: ReadonlySet<ProblemCode> = new Set([
  'FILE_DAMAGED',
  'FILE_CRAFTED',
  'NOT_A_REGISTER',
  'FILE_NOT_FOUND',
])

/**
 * The register that lies in the place now, open for writing; null where there is none that could be opened. Whatever was refused
 * before, it is asked again: what was missing may be back, and what somebody edits is not theirs to lose. HELD_BY_ANOTHER,
 * FILE_READ_ONLY, and what opening refuses.
 */
export function registerToReplace(file: string, surroundings: Surroundings): Register | null {
  let register: Register
  try {
    register = openRegister(file, { surroundings, mode: 'write' })
  } catch (error) {
    if (error instanceof Problem && mayBeRestored.has(error.code)) return null
    throw error
  }
  if (register.readOnly === null) return register
  register.close()
  throw readOnlyProblem(register.readOnly, file)
}

/**
 * What opening refuses of the backup; BACKUP_OF_ANOTHER; FILE_TAMPERED where its log does not bear it out; BACKUP_FAILED where
 * what is there cannot be kept, LEASE_LOST where another has taken the register over: nothing is replaced then. CANCELLED.
 */
export async function restoreBackup(request: RestoreRequest, work: StagedWork): Promise<Restored> {
  const { backup, current, surroundings } = request
  // Where a link leads to: it stays one.
  const file = placeOf(request.file)
  const partial = partialIn(dirname(file))
  try {
    work.progress({ stage: 'reading', done: 0, total: 0 })
    emptyCopy(partial)
    const { registerId, findings } = await copyVerified(backup, partial, surroundings, work)
    const [first] = findings
    if (first !== undefined)
      throw new Problem('FILE_TAMPERED', { file: basename(backup), first: first.code, ...first.facts })
    if (current !== null && registerId !== current.organisation().registerId)
      throw new Problem('BACKUP_OF_ANOTHER', { file: basename(backup) })
    work.progress({ stage: 'writing', done: 0, total: 0 })
    await nextTurn()
    if (work.signal.aborted) throw new Problem('CANCELLED')
    // From here on in one piece: what is saved in the register meanwhile would not be in what is kept of it.
    const isThere = existsSync(file)
    current?.assertHeld()
    const aside = current === null ? asideFor(file, surroundings.clock()) : null
    const kept = current === null ? (isThere ? aside : null) : current.keepBackup('restore').path
    const sequence = tell(partial, request, kept)
    // Whoever may not read the register may not read the restored one.
    chmodSync(partial, (statSync(isThere ? file : backup).mode & 0o777) | 0o600)
    if (aside !== null) keepAside(file, aside)
    current?.close()
    if (isThere) replaceFile(partial, file)
    else putInPlace(partial, file)
    return { kept, sequence }
  } catch (error) {
    throw problemOf(error, file)
  } finally {
    removePartial(partial)
  }
}

/** What `verify` finds in a backup: in a copy of it, since one of an earlier version has to be brought to today's schema for that. */
export async function checkBackup(
  backup: string,
  surroundings: Surroundings,
  work: StagedWork,
): Promise<readonly Finding[]> {
  return inPrivateFolder(
    async (folder) => (await copyVerified(backup, join(folder, 'copy.daicho'), surroundings, work)).findings,
  )
}

/** A copy of the backup, held by nobody, of today's schema and verified. */
async function copyVerified(
  backup: string,
  copy: string,
  surroundings: Surroundings,
  work: StagedWork,
): Promise<{ readonly registerId: string; readonly findings: readonly Finding[] }> {
  const original = openRegister(backup, { surroundings, mode: 'read' })
  try {
    const { hash } = original.head()
    await original.backUp(copy)
    finishCopy(copy, (head) => head.hash === hash)
  } finally {
    original.close()
  }
  // Opened for writing once: an earlier schema is brought to today's.
  openRegister(copy, { surroundings, mode: 'write', hold: 'with the first change', isCopy: true }).close()
  const register = openRegister(copy, { surroundings, mode: 'read' })
  try {
    const findings = await verifyRegister(register, {
      signal: work.signal,
      progress: (done, total) => {
        work.progress({ stage: 'verify', done, total })
      },
    })
    return { registerId: register.organisation().registerId, findings: withCodes(register.read, findings) }
  } finally {
    register.close()
  }
}

/** The line in the log of the restored register: from which backup, and where what was replaced is kept. */
function tell(partial: string, { backup, at, surroundings, current }: RestoreRequest, kept: string | null): number {
  const register = openRegister(partial, { surroundings, mode: 'write', hold: 'with the first change', isCopy: true })
  try {
    register.personId = current?.personId ?? null
    const { sequence } = register.head()
    const { language, timeZone } = register.organisation()
    // What could not be opened says neither what was taken out of it nor what is on hold.
    const told = kept === null ? 'backup.logNothingKept' : current === null ? 'backup.logKeptUnread' : 'backup.logKept'
    const reason = translate(language)(told, {
      at: localMoment(at, timeZone),
      backup: basename(backup),
      kept: kept === null ? '' : basename(kept),
    })
    register.change({ operation: restoreOperation, reason }, (change) => {
      change.note()
      if (current !== null) carryOver(change, current)
    })
    return sequence
  } finally {
    register.close()
  }
}

function placeOf(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    // Nothing is there: it is put there.
    return file
  }
}

/**
 * What cannot be opened is never overwritten: it gets a second name that says what it is, with its journal, and is on the disk under
 * it before its first name goes to another file. The journal goes last, so that no step in between gives it to the wrong one.
 */
function keepAside(file: string, aside: string): void {
  const journal = `${file}-journal`
  if (!existsSync(file)) {
    // Whose it was is gone: beside another register it would be taken for its own.
    if (existsSync(journal)) renameSync(journal, `${aside}-journal`)
    return
  }
  nameAlso(file, aside)
  try {
    if (existsSync(journal)) copyDurably(journal, `${aside}-journal`)
    syncFolder(dirname(file))
  } catch (error) {
    rmSync(aside, { force: true })
    rmSync(`${aside}-journal`, { force: true })
    throw error
  }
  rmSync(journal, { force: true })
  syncFolder(dirname(file))
}

function nameAlso(file: string, aside: string): void {
  try {
    linkSync(file, aside)
  } catch {
    copyDurably(file, aside)
  }
}

function copyDurably(file: string, copy: string): void {
  try {
    copyFileSync(file, copy, constants.COPYFILE_EXCL)
    // A copy of what nobody may write could not be opened to be synced.
    chmodSync(copy, (statSync(file).mode & 0o777) | 0o600)
    syncFile(copy)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(copy, { force: true })
    throw error
  }
}

function asideFor(file: string, at: Instant): string {
  const stamp = `${at.slice(0, 19).replaceAll(':', '')}Z`
  const base = file.replace(/\.daicho$/, '')
  for (let count = 1; ; count += 1) {
    const name = `${base}.damaged.${stamp}${count === 1 ? '' : `-${String(count)}`}.daicho`
    if (!existsSync(name) && !existsSync(`${name}-journal`)) return name
  }
}

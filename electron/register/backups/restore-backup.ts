/**
 * A register put back to a backup. The backup is checked whole, copied beside the register, brought to today's schema and told
 * what happened to it; what it replaces is kept first; then one renaming puts it in place. Until that renaming the register is as
 * it was, after it the restored one is there.
 */
import { copyFileSync, existsSync, linkSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { basename, dirname, join } from 'node:path'
import type { Instant } from '#shared/domain/calendar-date.ts'
import { localMoment } from '#shared/domain/incident/local-moment.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { translate } from '#shared/locales/translate.ts'
import type { StagedWork } from '../long-work.ts'
import { withCodes } from '../record-codes.ts'
import { finishCopy } from '../store/backup-file.ts'
import { restoreOperation } from '../store/decided.ts'
import { putInPlace, removeLeftovers, replaceFile, syncFolder } from '../store/file-place.ts'
import { openRegister, type Register, type Surroundings } from '../store/register-file.ts'
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

/**
 * What opening refuses of the backup; BACKUP_OF_ANOTHER; FILE_TAMPERED where its log does not bear it out; BACKUP_FAILED where
 * what is there cannot be kept: nothing is replaced then. CANCELLED.
 */
export async function restoreBackup(request: RestoreRequest, work: StagedWork): Promise<Restored> {
  const { file, backup, current, surroundings } = request
  const partial = join(dirname(file), `.daicho-copy-${String(surroundings.processId)}.partial`)
  try {
    removeLeftovers(dirname(file), surroundings.isRunning)
    rmSync(partial, { force: true })
    work.progress({ stage: 'reading', done: 0, total: 0 })
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
    const kept = current === null ? keepAside(file, surroundings.clock()) : current.keepBackup('restore').path
    const sequence = tell(partial, request, kept)
    current?.close()
    if (existsSync(file)) replaceFile(partial, file)
    else putInPlace(partial, file)
    return { kept, sequence }
  } catch (error) {
    throw problemOf(error, file)
  } finally {
    rmSync(partial, { force: true })
    rmSync(`${partial}-journal`, { force: true })
  }
}

/** What `verify` finds in a backup: in a copy of it, since one of an earlier version has to be brought to today's schema for that. */
export async function checkBackup(
  backup: string,
  surroundings: Surroundings,
  work: StagedWork,
): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daicho-backup-'))
  try {
    return (await copyVerified(backup, join(folder, 'copy.daicho'), surroundings, work)).findings
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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
    const reason = translate(language)(kept === null ? 'backup.logNothingKept' : 'backup.logKept', {
      at: localMoment(at, timeZone),
      backup: basename(backup),
      kept: kept === null ? '' : basename(kept),
    })
    register.change({ operation: restoreOperation, reason }, (change) => {
      change.note()
    })
    return sequence
  } finally {
    register.close()
  }
}

/**
 * What cannot be opened is never overwritten: it gets a second name that says what it is, with its journal, before its first name
 * goes to another file. The journal goes last, so that no step in between gives it to the wrong one. Null where nothing was there.
 */
export function keepAside(file: string, at: Instant): string | null {
  const journal = `${file}-journal`
  if (!existsSync(file)) {
    // Whose it was is gone: beside another register it would be taken for its own.
    if (existsSync(journal)) renameSync(journal, freeName(file, at, '-journal'))
    return null
  }
  const aside = freeName(file, at, '')
  try {
    linkSync(file, aside)
  } catch {
    copyFileSync(file, aside)
  }
  if (existsSync(journal)) {
    copyFileSync(journal, `${aside}-journal`)
    syncFolder(dirname(file))
    rmSync(journal)
  }
  syncFolder(dirname(file))
  return aside
}

function freeName(file: string, at: Instant, ending: string): string {
  const stamp = `${at.slice(0, 19).replaceAll(':', '')}Z`
  const base = file.replace(/\.daicho$/, '')
  for (let count = 1; ; count += 1) {
    const name = `${base}.damaged.${stamp}${count === 1 ? '' : `-${String(count)}`}.daicho`
    if (!existsSync(name) && !existsSync(`${name}-journal`)) return `${name}${ending}`
  }
}

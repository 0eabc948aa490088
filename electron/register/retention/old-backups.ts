/**
 * Backups that were made before a name was taken out, and so still hold it. They are never removed unasked: they are also the way
 * back from a damaged disk. Under a legal hold none is removed by choice, whomever it covers: a backup holds everyone.
 */
import { rmSync } from 'node:fs'
import type { KeptElsewhere } from '#shared/contract/retention.ts'
import type { BackupPlace } from '#shared/domain/backup.ts'
import { Problem } from '#shared/domain/problem.ts'
import { isHoldInForce } from '#shared/domain/retention/retention-on.ts'
import { keepBackup } from '../backups/keep-backup.ts'
import { type FoundBackup, listBackups } from '../backups/list-backups.ts'
import { eventHashAt, type LogHead } from '../store/audit-log.ts'
import { recordTables } from '../store/record-table.ts'
import { lastRedaction } from '../store/redactions.ts'
import type { Register } from '../store/register-file.ts'
import { problemOf } from '../store/sqlite-problems.ts'

/**
 * Those of this register that do not hold the last redaction: their log ends before it, or went another way (the register was put
 * back to a backup since). With `all`, those that there are (one is about to be made).
 */
export function backupsBefore(register: Register, all = false): readonly FoundBackup[] {
  const last = lastRedaction(register.read)
  if (last === null && !all) return []
  const { registerId } = register.organisation()
  const holdsIt = ({ sequence, hash }: LogHead) =>
    last !== null && sequence >= last && eventHashAt(register.read, sequence) === hash
  return listBackups(register.file, register.surroundings.profile ?? null).filter(
    ({ facts }) => facts !== null && facts.registerId === registerId && (all || !holdsIt(facts.head)),
  )
}

export function shownBackups(found: readonly FoundBackup[]): KeptElsewhere['backups'] {
  return found.map(({ place, name, at, reason, bytes }) => ({ place, name, at, reason, bytes }))
}

/**
 * The register as it is now is backed up first: those that are removed may be all there are, and the backup of the day was made
 * before the name was taken out. LEGAL_HOLD, BACKUP_NOT_FOUND where one is not among them; BACKUP_FAILED, FILE_READ_ONLY and
 * what the disk refuses, with nothing removed where the new backup could not be made.
 */
export function removeBackups(
  register: Register,
  named: readonly { readonly place: BackupPlace; readonly name: string }[],
): number {
  const hold = [...recordTables.legalHold.all(register.read)].find((each) => isHoldInForce(each, register.today()))
  if (hold !== undefined) throw new Problem('LEGAL_HOLD', { matter: hold.matter, since: hold.from })
  const before = backupsBefore(register)
  const found = named.map((each) => {
    const backup = before.find(({ place, name }) => place === each.place && name === each.name)
    if (backup === undefined) throw new Problem('BACKUP_NOT_FOUND', { file: each.name })
    return backup
  })
  keepBackup(register, 'asked')
  for (const { path, name } of found) {
    try {
      rmSync(path)
    } catch (error) {
      throw problemOf(error, name)
    }
  }
  return found.length
}

/** A backup made, and those that are no longer needed taken away: never one that is not provably a backup of this register. */
import { rmSync } from 'node:fs'
import { type BackupReason, budgetFor, retention } from '#shared/domain/backup.ts'
import type { WrittenBackup } from '../store/backup-file.ts'
import type { Register } from '../store/register-file.ts'
import { listBackups } from './list-backups.ts'

/** BACKUP_FAILED: nothing was written, and nothing taken away. */
export function keepBackup(register: Register, reason: BackupReason): WrittenBackup {
  const written = register.keepBackup(reason)
  removeOld(register, written)
  return written
}

function removeOld(register: Register, { path, bytes }: WrittenBackup): void {
  // Not as a record: a register that is open for reading may be of an earlier schema.
  const { registerId, timeZone } = register.read
    .prepare('SELECT register_id AS registerId, time_zone AS timeZone FROM organisation')
    .get() as { readonly registerId: string; readonly timeZone: string }
  const { profile = null, clock } = register.surroundings
  const ours = listBackups(register.file, profile).filter(({ facts }) => facts?.registerId === registerId)
  const made = ours.find((each) => each.path === path)
  for (const { backup } of retention(ours, clock(), { budget: budgetFor(bytes), timeZone, made })) {
    try {
      rmSync(backup.path)
    } catch {
      // It stays, and is looked at again when the next one is made.
    }
  }
}

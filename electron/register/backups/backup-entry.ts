/** A backup as the window lists it. */
import type { BackupEntry } from '#shared/contract/backup.ts'
import type { FoundBackup } from './list-backups.ts'

export function backupEntry(
  { place, name, at, reason, bytes, facts }: FoundBackup,
  known: { readonly registerId: string; readonly checked: BackupEntry['checked'] },
): BackupEntry {
  return {
    place,
    name,
    at,
    reason,
    bytes,
    state: facts === null ? 'unreadable' : facts.registerId === known.registerId ? 'readable' : 'other',
    events: facts?.head.sequence ?? null,
    lastEventAt: facts?.lastEventAt ?? null,
    checked: known.checked,
  }
}

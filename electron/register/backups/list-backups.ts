/** The backups of a register, wherever they lie: what bears a name of ours, held against the register that it says it is of. */
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type BackupPlace, backupPlaces, type KeptBackup, readBackupName } from '#shared/domain/backup.ts'
import { backupFolder, type BackupFacts, readBackupFacts } from '../store/backup-file.ts'
import { openRegister, type Surroundings } from '../store/register-file.ts'

export interface FoundBackup extends KeptBackup {
  readonly place: BackupPlace
  readonly name: string
  readonly path: string
  /** Null where it can no longer be read. */
  readonly facts: BackupFacts | null
}

/** What a file said of itself, for as long as it is the same file: a list is looked at often. */
const known = new Map<string, { readonly mark: string; readonly facts: BackupFacts | null }>()

/** All that lie in the places of `file`, the newest first; those of another register too, which are never ours to remove. */
export function listBackups(file: string, profile: string | null): readonly FoundBackup[] {
  return backupPlaces
    .flatMap((place) => {
      const folder = backupFolder(file, place, profile)
      return folder === null ? [] : namesIn(folder).flatMap((name) => found(place, folder, name))
    })
    .sort(newestFirst)
    .map(({ found }) => found)
}

interface Dated {
  readonly found: FoundBackup
  readonly count: number
  readonly written: number
}

/** A name knows only the second: of those of one second the file's own time tells, and where that was lost, their count. */
function newestFirst(one: Dated, other: Dated): number {
  return Date.parse(other.found.at) - Date.parse(one.found.at) || other.written - one.written || other.count - one.count
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // There is none yet, or it cannot be read: then there is nothing to list.
    return []
  }
}

function found(place: BackupPlace, folder: string, name: string): Dated[] {
  const said = readBackupName(name)
  if (said === null) return []
  const path = join(folder, name)
  try {
    const state = statSync(path)
    if (!state.isFile()) return []
    const mark = `${String(state.ino)} ${String(state.size)} ${String(state.mtimeMs)}`
    let entry = known.get(path)
    if (entry?.mark !== mark) {
      entry = { mark, facts: readBackupFacts(path) }
      known.set(path, entry)
    }
    const { at, reason, count } = said
    const backup = { at, reason, place, name, path, bytes: state.size, facts: entry.facts }
    return [{ found: backup, count, written: state.mtimeMs }]
  } catch {
    // Gone meanwhile.
    return []
  }
}

/** The newest that opens and holds together now; null where there is none. What is damaged on a disk is often not alone. */
export function newestGoodBackup(
  file: string,
  surroundings: Surroundings,
): (FoundBackup & { readonly facts: BackupFacts }) | null {
  for (const { facts, ...found } of listBackups(resolve(file), surroundings.profile ?? null)) {
    if (facts === null) continue
    try {
      openRegister(found.path, { surroundings, mode: 'read' }).close()
      return { ...found, facts }
    } catch {
      // The next older one then.
    }
  }
  return null
}

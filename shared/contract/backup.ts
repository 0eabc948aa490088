/** The backups of the open register, and of one that could not be opened. */
import { z } from 'zod'
import { type BackupPlace, backupPlaces, type BackupReason, readBackupName } from '#shared/domain/backup.ts'
import type { Instant } from '#shared/domain/calendar-date.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { longWork, operation, type } from './base.ts'
import type { Status } from './file.ts'

export interface BackupEntry {
  readonly place: BackupPlace
  readonly name: string
  readonly at: Instant
  readonly reason: BackupReason
  readonly bytes: number
  /** `other`: of another register that lay here before. Unreadable ones were whole when they were made. */
  readonly state: 'readable' | 'unreadable' | 'other'
  /** How far its log goes; null where it cannot be read. */
  readonly events: number | null
  readonly lastEventAt: Instant | null
  /** What its last check in this window found. */
  readonly checked: { readonly at: Instant; readonly findings: number } | null
}

export interface BackupList {
  /** The newest first. */
  readonly entries: readonly BackupEntry[]
  /** The folder beside the register that holds them. */
  readonly folder: string
  readonly bytes: number
  readonly budget: number
}

export interface RecoveredNoun {
  readonly noun: Noun
  /** Records that are known of: by the log, or by their rows. */
  readonly known: number
  readonly byLog: number
  readonly byRows: number
  readonly taken: number
}

/** What could be read of a damaged register. */
export interface Recovery {
  readonly events: {
    /** From the first one on, each hanging on the one before it: they are the log of the new register. */
    readonly chained: number
    /** Read and proven, but beyond a gap: their records came in, their history did not. */
    readonly apart: number
    /** Numbers of which nothing was read, up to the last one that was. */
    readonly lost: number
  }
  readonly nouns: readonly RecoveredNoun[]
  readonly files: { readonly read: number; readonly lost: number }
  /** What `verify` finds in the new register: empty but for kept files that were lost. */
  readonly findings: readonly Finding[]
}

/** A backup as the list named it: never a path. */
const named = z.object({
  place: z.enum(backupPlaces),
  name: z
    .string()
    .max(200)
    .refine((name) => readBackupName(name) !== null, { error: 'FILE_NAME' }),
})

export const backup = {
  list: operation.output(type<BackupList>()),
  /** BACKUP_FAILED. */
  make: operation.output(type<{ readonly name: string }>()),
  /** Verifies a copy of it; BACKUP_NOT_FOUND and what opening refuses. */
  check: operation.input(named).output(longWork<{ readonly findings: readonly Finding[] }>()),
  /** Puts the register back to it; what it replaces is kept as a backup. FILE_READ_ONLY, BACKUP_OF_ANOTHER, BACKUP_FAILED. */
  restore: operation.input(named).output(longWork<Status>()),
  /** Writes it to a chosen file. */
  save: operation.input(named.extend({ token: z.string().min(1) })).output(type<{ readonly name: string }>()),
  /** Shows it in the system's file manager. */
  show: operation.input(named).output(type<null>()),
  /** A restore of a register that could not be opened: its file is kept under a name that says so. NO_REGISTER_OPEN. */
  restoreRefused: operation.input(named).output(longWork<Status>()),
  /** A new register, at a chosen place, from what can be read of one that could not be opened; it is then open. NOTHING_RECOVERED. */
  recoverRefused: operation.input(z.object({ token: z.string().min(1) })).output(longWork<Recovery>()),
}

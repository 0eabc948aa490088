/** Backups of a register: why each was made, how its file is named, and which of them stay. */
import { dayAt, type Instant } from './calendar-date.ts'

/** What was about to happen. `asked`: a person wanted one; `firstChange`: the first change of a day. */
export const backupReasons = ['firstChange', 'import', 'bulk', 'merge', 'migration', 'restore', 'asked'] as const
export type BackupReason = (typeof backupReasons)[number]

/** Beside the register; in the person's own folder of the program, where that cannot be written. */
export const backupPlaces = ['beside', 'profile'] as const
export type BackupPlace = (typeof backupPlaces)[number]

/** The words of file names: read by people in a file manager, and by us when backups are listed. */
const fileWords = {
  firstChange: 'first-change-of-day',
  import: 'before-import',
  bulk: 'before-bulk-change',
  merge: 'before-merge',
  migration: 'before-migration',
  restore: 'before-restore',
  asked: 'on-demand',
} as const satisfies Record<BackupReason, string>
const byFileWord = new Map<string, BackupReason>(backupReasons.map((reason) => [fileWords[reason], reason]))

/** `2026-10-11T143200Z.before-import.daicho`; a second one of the same second ends in `-2`. */
export function backupName(at: Instant, reason: BackupReason, count = 1): string {
  const stamp = `${at.slice(0, 19).replaceAll(':', '')}Z`
  return `${stamp}.${fileWords[reason]}${count === 1 ? '' : `-${String(count)}`}.daicho`
}

/** What a name of ours says; null for any other name. `count`: the how manieth it is for that reason in that second. */
export function readBackupName(
  name: string,
): { readonly at: Instant; readonly reason: BackupReason; readonly count: number } | null {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.([a-z-]+?)(?:-(\d+))?\.daicho$/.exec(name)
  if (parts === null) return null
  const [, day = '', hour = '', minute = '', second = '', word = '', count = '1'] = parts
  const at = `${day}T${hour}:${minute}:${second}.000Z`
  const reason = byFileWord.get(word)
  return reason === undefined || Number.isNaN(Date.parse(at)) ? null : { at, reason, count: Number(count) }
}

export interface KeptBackup {
  readonly at: Instant
  readonly reason: BackupReason
  readonly bytes: number
}

/** Why a backup goes: others stand for its time, or all together are larger than they may be. */
export type GoesFor = 'thinned' | 'budget'

/** So many of the newest stay, whatever they were made for. */
export const newestKept = 5
const dayMilliseconds = 86_400_000
/** Of each of these days the newest stays; then of each week, then of each month; what is older goes. */
const dailyFor = 14
const weeklyFor = 8 * 7
const monthlyFor = 366
/** The newest of these stay however old they are: they are the way back from what cannot be undone. */
const lasting: readonly BackupReason[] = ['migration', 'restore']

/** All backups of a register together may be as large as this, or as five of the newest where those are larger. */
export const leastBudget = 1_000_000_000
export function budgetFor(newestBytes: number): number {
  return Math.max(leastBudget, newestBytes * newestKept)
}

/**
 * Which backups go, and why. Whatever happens the newest stays, the one just made, and the newest before a migration and before a
 * restore. What lies in the future (a clock that was set back) counts as today's.
 */
export function retention<Kept extends KeptBackup>(
  backups: readonly Kept[],
  now: Instant,
  options: { readonly budget: number; readonly timeZone: string; readonly made?: Kept | undefined },
): readonly { readonly backup: Kept; readonly why: GoesFor }[] {
  const newestFirst = [...backups].sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
  const guarded = new Set<Kept>(
    [
      newestFirst[0],
      options.made,
      ...lasting.map((reason) => newestFirst.find((each) => each.reason === reason)),
    ].filter((each) => each !== undefined),
  )
  const periods = new Set<string>()
  const stay: Kept[] = []
  const go: { readonly backup: Kept; readonly why: GoesFor }[] = []
  for (const [index, backup] of newestFirst.entries()) {
    const period = periodOf(backup.at, now, options.timeZone)
    const isNewestOfPeriod = period !== null && !periods.has(period)
    if (period !== null) periods.add(period)
    if (index < newestKept || isNewestOfPeriod || guarded.has(backup)) stay.push(backup)
    else go.push({ backup, why: 'thinned' })
  }
  let bytes = stay.reduce((sum, each) => sum + each.bytes, 0)
  for (const backup of stay.reverse()) {
    if (bytes <= options.budget) break
    if (guarded.has(backup)) continue
    bytes -= backup.bytes
    go.push({ backup, why: 'budget' })
  }
  return go
}

/** The day, week or month that one backup is enough for; null where it is older than all of them. */
function periodOf(at: Instant, now: Instant, timeZone: string): string | null {
  const day = dayAt(at, timeZone)
  const age = (Date.parse(dayAt(now, timeZone)) - Date.parse(day)) / dayMilliseconds
  if (age < 0) return dayAt(now, timeZone)
  if (age < dailyFor) return day
  // Weeks are counted from a fixed Monday, so that a week is the same one whenever it is looked at.
  if (age < weeklyFor)
    return `week ${String(Math.floor((Date.parse(day) - Date.parse('1970-01-05')) / (7 * dayMilliseconds)))}`
  return age < monthlyFor ? day.slice(0, 7) : null
}

/** The backup before the first change of a day: what the person who makes that change waits for, against SQLite's own copying. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { keepBackup } from '#electron/register/backups/keep-backup.ts'
import { milliseconds, onceOf, printRows, ratio } from './measure.ts'
import { benchFolder, registerOf } from './registers.ts'

export async function benchBackup(): Promise<void> {
  for (const count of [1_000, 10_000, 100_000]) {
    const register = registerOf(count)
    const kept = await onceOf(() => keepBackup(register, 'firstChange'))
    const { file } = register
    register.close()
    const bare = await onceOf(() => copied(file, join(benchFolder, `bare-${String(count)}.daicho`)))
    const megabytes = Math.round(statSync(file).size / 2 ** 20)
    printRows(`Backup of ${count.toLocaleString('en')} systems (${String(megabytes)} MB)`, [
      { what: 'written, checked, synced, named, the old ones thinned', figure: milliseconds(kept.ms) },
      { what: 'VACUUM INTO alone', figure: milliseconds(bare.ms) },
      { what: 'ratio', figure: ratio(kept.ms, bare.ms) },
    ])
  }
}

function copied(file: string, to: string): void {
  const database = new Database(file, { readonly: true })
  database.prepare('VACUUM INTO ?').run(to)
  database.close()
}

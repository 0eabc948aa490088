/** The operations on backups. The window names a backup by its place and name; where that lies only this side knows. */
import { copyFileSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { BackupEntry } from '#shared/contract/backup.ts'
import { type BackupPlace, budgetFor } from '#shared/domain/backup.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Desk } from '../desk.ts'
import { os } from '../implementer.ts'
import { stagedProgressOf } from '../long-work.ts'
import { backupFolder } from '../store/backup-file.ts'
import { assertPlaceFree, putInPlace } from '../store/file-place.ts'
import { partialIn } from '../store/partial.ts'
import { problemOf } from '../store/sqlite-problems.ts'
import { backupEntry } from './backup-entry.ts'
import { type FoundBackup, listBackups } from './list-backups.ts'
import { checkBackup } from './restore-backup.ts'

interface Named {
  readonly place: BackupPlace
  readonly name: string
}

export function backupRoutes(desk: Desk) {
  /** What checks of this window have found, by path. */
  const checks = new Map<string, BackupEntry['checked']>()
  const profile = desk.surroundings.profile ?? null
  const foundOf = (file: string, named: Named): FoundBackup => {
    const found = listBackups(file, profile).find((each) => each.place === named.place && each.name === named.name)
    if (found === undefined) throw new Problem('BACKUP_NOT_FOUND', { file: named.name })
    return found
  }
  const named = (input: Named) => foundOf(desk.register.file, input)
  return {
    list: os.backup.list.handler(() => {
      const { file } = desk.register
      const { registerId } = desk.register.organisation()
      const found = listBackups(file, profile)
      const entries = found.map((each) => backupEntry(each, { registerId, checked: checks.get(each.path) ?? null }))
      const ours = entries.filter(({ state }) => state === 'readable')
      return {
        entries,
        folder: basename(backupFolder(file, 'beside', null) ?? ''),
        bytes: ours.reduce((sum, { bytes }) => sum + bytes, 0),
        budget: budgetFor(ours[0]?.bytes ?? 0),
      }
    }),
    make: os.backup.make.handler(() => ({ name: basename(desk.keepBackup()) })),
    check: os.backup.check.handler(({ input, signal }) =>
      stagedProgressOf('reading', signal, async (work) => {
        const { path } = named(input)
        const findings = await checkBackup(path, desk.surroundings, work)
        checks.set(path, { at: desk.surroundings.clock(), findings: findings.length })
        return { findings }
      }),
    ),
    restore: os.backup.restore.handler(({ input, signal }) =>
      stagedProgressOf('reading', signal, async (work) => {
        await desk.restore(named(input), work)
        return desk.show()
      }),
    ),
    save: os.backup.save.handler(({ input }) => {
      const { path } = named(input)
      return { name: basename(saveBackup(path, desk.tokens.redeem(input.token))) }
    }),
    show: os.backup.show.handler(async ({ input }) => {
      await desk.shell.reveal(named(input).path)
      return null
    }),
    recoverRefused: os.backup.recoverRefused.handler(({ input, signal }) =>
      stagedProgressOf('reading', signal, async (work) => {
        const recovery = await desk.recoverRefused(desk.tokens.redeem(input.token), work)
        await desk.show()
        return recovery
      }),
    ),
    restoreRefused: os.backup.restoreRefused.handler(({ input, signal }) =>
      stagedProgressOf('reading', signal, async (work) => {
        await desk.restoreRefused(foundOf(desk.refusedPath, input), work)
        return desk.show()
      }),
    ),
  }
}

/** FILE_EXISTS, FOLDER_NOT_WRITABLE, DISK_FULL. Nobody has a backup open, so that its bytes can be copied as they are. */
function saveBackup(path: string, wanted: string): string {
  const file = wanted.endsWith('.daicho') ? wanted : `${wanted}.daicho`
  const folder = dirname(file)
  assertPlaceFree(file)
  const partial = partialIn(folder)
  try {
    copyFileSync(path, partial)
    putInPlace(partial, file)
    return file
  } catch (error) {
    throw problemOf(error, file)
  } finally {
    rmSync(partial, { force: true })
  }
}

/** A restore over a disk that can be watched, and that refuses what a test wants refused: what is never lost, and never opened up. */
import type * as fileSystem from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { restoreBackup } from '#electron/register/backups/restore-backup.ts'
import { keepBackup } from '#electron/register/backups/keep-backup.ts'
import { listBackups } from '#electron/register/backups/list-backups.ts'
import { readBackupFacts } from '#electron/register/store/backup-file.ts'
import { applicationId, latestVersion, migrationSteps } from '#electron/register/store/migrate.ts'
import { putInPlace } from '#electron/register/store/file-place.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { createSystem } from '#electron/register/systems.ts'
import { company, refusal, resultOf, tokenFor } from '#test/support/serving.ts'
import { temporaryFolder, testRegister, testSurroundings } from '#test/support/register.ts'

const disk = vi.hoisted(() => ({ links: '', isFull: false, steps: [] as string[] }))

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fileSystem>()
  const names = new Map<number, string>()
  const told = (step: string, path: unknown) => disk.steps.push(`${step} ${basename(String(path))}`)
  const watched: Partial<typeof fileSystem> = {
    linkSync(from, to) {
      if (disk.links !== '') throw Object.assign(new Error('no links here'), { code: disk.links })
      real.linkSync(from, to)
    },
    openSync(path, ...rest) {
      const descriptor = real.openSync(path, ...rest)
      names.set(descriptor, String(path))
      return descriptor
    },
    fsyncSync(descriptor) {
      told('sync', names.get(descriptor))
      real.fsyncSync(descriptor)
    },
    renameSync(from, to) {
      told('rename to', to)
      real.renameSync(from, to)
    },
    rmSync(path, options) {
      if (real.existsSync(path)) told('remove', path)
      real.rmSync(path, options)
    },
    chmodSync(path, mode) {
      told(`permissions of ${String(real.statSync(path).size)} bytes`, path)
      real.chmodSync(path, mode)
    },
    statfsSync: ((path: string) => {
      const state = real.statfsSync(path)
      if (disk.isFull) state.bavail = 0
      return state
    }) as typeof real.statfsSync,
  }
  return { ...real, ...watched }
})

// After the disk was put between: what the tests themselves do goes past it.
const { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } =
  await vi.importActual<typeof fileSystem>('node:fs')

beforeEach(() => {
  Object.assign(disk, { links: '', isFull: false, steps: [] })
})

const modeOf = (path: string) => statSync(path).mode & 0o777
const work = { signal: new AbortController().signal, progress: () => undefined }
const at = '2026-04-01T00:00:00.000Z'

/** A register with a backup, and one system more. */
function prepared(mode = 0o644) {
  const made = testRegister()
  chmodSync(made.file, mode)
  createSystem(made.register, { name: { ja: '需要予測', en: null } })
  const { path: backup } = made.register.keepBackup('asked')
  createSystem(made.register, { name: { ja: '与信審査', en: null } })
  disk.steps.length = 0
  return { ...made, backup, folder: join(made.file, '..') }
}
const asideIn = (folder: string) => readdirSync(folder).filter((name) => name.includes('.damaged.'))

describe('a restore', () => {
  test('by somebody whose register another has taken over meanwhile is refused', async () => {
    const { register, file, backup, surroundings } = prepared()
    const second = { ...testSurroundings('2026-05-01T00:00:00.000Z'), newId: () => 'second', isRunning: () => false }
    const taker = openRegister(file, { surroundings: second, mode: 'write' })
    expect(taker.readOnly).toBeNull()
    const before = readFileSync(file)
    await expect(restoreBackup({ file, backup, at, surroundings, current: register }, work)).rejects.toMatchObject({
      code: 'LEASE_LOST',
    })
    expect(readFileSync(file).equals(before)).toBe(true)
    taker.close()
  })

  test.each(['open', 'gone'])('lets nobody read who could not read it before: a register that is %s', async (state) => {
    const { register, file, backup, surroundings, folder } = prepared(0o640)
    let current: Register | null = register
    if (state === 'gone') {
      register.close()
      rmSync(file)
      current = null
    }
    const seen = new Set<number>()
    const progress = () => {
      for (const name of readdirSync(folder)) if (name.endsWith('.partial')) seen.add(modeOf(join(folder, name)))
    }
    await restoreBackup({ file, backup, at, surroundings, current }, { ...work, progress })
    expect([...seen, modeOf(file)]).toEqual([0o600, 0o640])
  })

  test('that cannot be told in the log leaves the damaged file its journal and its name alone', async () => {
    const { register, file, backup, surroundings, folder } = prepared()
    register.close()
    writeFileSync(file, 'damaged')
    writeFileSync(`${file}-journal`, 'its journal')
    const request = { file, backup, at: 'at no time', surroundings, current: null }
    await expect(restoreBackup(request, work)).rejects.toThrow()
    expect([readFileSync(file, 'utf8'), readFileSync(`${file}-journal`, 'utf8')]).toEqual(['damaged', 'its journal'])
    expect(asideIn(folder)).toEqual([])
  })

  test('has what it replaces on the disk before its name goes to another file, the journal last', async () => {
    const { register, file, backup, surroundings, folder } = prepared()
    register.close()
    writeFileSync(file, 'damaged')
    writeFileSync(`${file}-journal`, 'its journal')
    disk.links = 'EPERM'
    await restoreBackup({ file, backup, at, surroundings, current: null }, work)
    const [aside = '', journal = ''] = asideIn(folder).sort()
    expect(readFileSync(join(folder, aside), 'utf8')).toBe('damaged')
    expect(readFileSync(join(folder, journal), 'utf8')).toBe('its journal')
    const own = [`sync ${aside}`, `sync ${journal}`, `sync ${basename(folder)}`, 'remove register.daicho-journal']
    const steps = disk.steps.filter((step) => own.includes(step) || step === 'rename to register.daicho')
    expect(steps.slice(0, 6)).toEqual([...own, `sync ${basename(folder)}`, 'rename to register.daicho'])
  })

  test('through a link goes where the link leads to, and the link stays one', async () => {
    const { register, file, backup, surroundings } = prepared()
    register.close()
    const link = join(temporaryFolder(), 'linked.daicho')
    symlinkSync(file, link)
    const current = openRegister(link, { surroundings, mode: 'write' })
    const { sequence } = await restoreBackup({ file: link, backup, at, surroundings, current }, work)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    const restored = openRegister(file, { surroundings, mode: 'read' })
    expect(restored.head().sequence).toBe(sequence + 1)
    restored.close()
  })
})

describe('a backup', () => {
  test('has its permissions before anything is in it', () => {
    const { register } = prepared(0o640)
    const { path } = register.keepBackup('asked')
    expect(modeOf(path)).toBe(0o640)
    const given = disk.steps.filter((step) => step.startsWith('permissions'))
    expect(given).toEqual([expect.stringContaining('permissions of 0 bytes')])
  })

  test('in the own folder of a person is for that person alone', () => {
    const { register, file, folder } = prepared(0o666)
    rmSync(join(folder, 'register.backups'), { recursive: true })
    writeFileSync(join(folder, 'register.backups'), 'in the way')
    Object.assign(register.surroundings, { profile: join(folder, 'profile') })
    const { path, place } = register.keepBackup('asked')
    expect([place, modeOf(path), modeOf(join(path, '..')), modeOf(file)]).toEqual(['profile', 0o600, 0o700, 0o666])
  })
})

test('the backup just made stays, however far ahead the clock was when the others were made', () => {
  const { register, surroundings, file } = testRegister()
  for (const month of ['01', '02', '03', '04', '05', '06', '07']) {
    surroundings.setTime(`2030-${month}-01T00:00:00.000Z`)
    keepBackup(register, 'asked')
  }
  surroundings.setTime('2026-04-02T00:00:00.000Z')
  const { path } = keepBackup(register, 'import')
  expect(existsSync(path)).toBe(true)
  expect(listBackups(file, null).map((each) => each.reason)).toEqual([...Array<string>(5).fill('asked'), 'import'])
})

test('a view in place of a table is not asked, whatever it would take to compute', () => {
  const file = join(temporaryFolder(), 'planted (1).daicho')
  const database = new Database(file)
  database.pragma(`application_id = ${String(applicationId)}`)
  // A real one would never end.
  database.exec(`
    CREATE VIEW organisation AS WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 9)
      SELECT 'id' || max(n) AS register_id, 'ja' AS name_ja, 'en' AS name_en FROM c;
    CREATE TABLE audit_event (sequence INTEGER PRIMARY KEY, at TEXT);
    CREATE TABLE audit_head (id INTEGER PRIMARY KEY, sequence INTEGER, hash TEXT)`)
  database.close()
  expect(readBackupFacts(file)).toBeNull()
  const { register } = testRegister()
  expect(readBackupFacts(register.keepBackup('asked').path)?.head).toEqual(register.head())
})

test('on a disk without second names for files a finished file is moved to its place', () => {
  for (const code of ['EISDIR', 'EPERM', 'ENOTSUP']) {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'partial'), code)
    disk.links = code
    putInPlace(join(folder, 'partial'), join(folder, 'register.daicho'))
    expect(readdirSync(folder)).toEqual(['register.daicho'])
  }
})

test('on a full disk no migration begins, and the file keeps every byte', () => {
  const { register, file, surroundings } = prepared()
  register.close()
  const before = readFileSync(file)
  disk.isFull = true
  const more = { version: latestVersion + 1, name: 'more', sql: 'CREATE TABLE more (id INTEGER PRIMARY KEY);' }
  const open = () => openRegister(file, { surroundings, mode: 'write', steps: [...migrationSteps, more] })
  expect(open).toThrow(expect.objectContaining({ code: 'BACKUP_FAILED' }))
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('on a full disk a change goes on without the backup of the day, and an import and a restore do not', async () => {
  const setting = await company()
  const { client, folder } = setting
  await client.backup.make()
  const [made] = (await client.backup.list()).entries
  if (made === undefined) throw new Error('there is none')
  setting.surroundings.setTime('2026-11-25T00:00:00.000Z')
  disk.isFull = true
  await client.system.create({ name: { ja: '需要予測', en: null } })
  const { register } = await client.file.status()
  expect(register?.warnings).toMatchObject([{ problem: { facts: { first: 'DISK_FULL', reason: 'firstChange' } } }])
  writeFileSync(join(folder, 'systems.csv'), 'システム名\n与信審査\n')
  const token = await tokenFor(setting, 'systems.csv')
  const full = (reason: string) => ({ code: 'BACKUP_FAILED', facts: { first: 'DISK_FULL', reason } })
  expect(await refusal(resultOf(client.importing.run({ token, noun: 'system' })))).toMatchObject(full('import'))
  const restore = client.backup.restore({ place: made.place, name: made.name })
  expect(await refusal(resultOf(restore))).toMatchObject(full('restore'))
  expect((await client.file.status()).register?.events).toBe(register?.events)
})

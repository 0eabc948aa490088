/** Opening: what is refused in the right words, what opens for reading only, who holds the file. */
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { Problem } from '#shared/domain/problem.ts'
import { newRegister } from '#electron/register/new-register.ts'
import { latestVersion, migrate, migrationSteps } from '#electron/register/store/migrate.ts'
import {
  openRegister,
  type OpenOptions,
  realSurroundings,
  type Register,
} from '#electron/register/store/register-file.ts'
import { leftIn } from '#test/support/left-behind.ts'
import { createSystem } from '#electron/register/systems.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { temporaryFolder, testRegister, testSurroundings } from '#test/support/register.ts'

const newSystem = { name: { ja: '需要予測', en: null } }

function open(file: string, options: Partial<OpenOptions> = {}): Register {
  const register = openRegister(file, {
    surroundings: testSurroundings('2026-05-01T00:00:00.000Z'),
    mode: 'write',
    ...options,
  })
  onTestFinished(() => {
    register.close()
  })
  return register
}

function problemOf(work: () => unknown): { code: string; facts: Readonly<Record<string, unknown>> } {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, facts: error.facts }
    throw error
  }
  throw new Error('nothing was refused')
}

function closedRegister(): string {
  const { register, file } = testRegister()
  fillOneOfEach(register)
  register.close()
  return file
}

describe('refused', () => {
  test('what is not there, and what is no register', () => {
    const folder = temporaryFolder()
    const text = join(folder, 'text.daicho')
    writeFileSync(text, 'name,purpose\n'.repeat(50))
    const empty = join(folder, 'empty.daicho')
    writeFileSync(empty, '')
    const other = join(folder, 'other.daicho')
    new Database(other).exec('CREATE TABLE a (b)').close()
    expect(problemOf(() => open(join(folder, 'absent.daicho'))).code).toBe('FILE_NOT_FOUND')
    for (const file of [text, empty, other, folder])
      expect(problemOf(() => open(file)).code, file).toBe('NOT_A_REGISTER')
    expect(readFileSync(text, 'utf8')).toBe('name,purpose\n'.repeat(50))
  })

  test('a file of a newer version, unchanged', () => {
    const file = closedRegister()
    const database = new Database(file)
    database.pragma('user_version = 9990')
    database.close()
    const before = readFileSync(file)
    expect(problemOf(() => open(file))).toMatchObject({ code: 'FILE_NEWER', facts: { version: 9990 } })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('a version below nothing, or between two that there are', () => {
    for (const version of [-1, 7]) {
      const file = closedRegister()
      const database = new Database(file)
      database.pragma(`user_version = ${String(version)}`)
      database.close()
      expect(problemOf(() => open(file))).toMatchObject({
        code: 'FILE_CRAFTED',
        facts: { detail: '~ user_version' },
      })
    }
  })

  test('a search index that FTS5 does not know', () => {
    const file = closedRegister()
    const database = new Database(file)
    database.unsafeMode(true)
    database.exec('UPDATE search_index_config SET v = 99')
    database.close()
    expect(problemOf(() => open(file)).code).toBe('FILE_DAMAGED')
  })

  test('a name or a place that is too long to be opened', () => {
    const folder = temporaryFolder()
    const options = { language: 'ja', name: { ja: '甲', en: null }, from: '2026-04-01' } as const
    const longest = join(folder, `${'x'.repeat(240)}.daicho`)
    newRegister(longest, testSurroundings(), options)
    expect(createSystem(open(longest), newSystem).code).toBe('SYS-0001')
    const tooLong = join(folder, `${'x'.repeat(241)}.daicho`)
    expect(problemOf(() => newRegister(tooLong, testSurroundings(), options)).code).toBe('PATH_TOO_LONG')
    expect(problemOf(() => open(join(folder, 'x'.repeat(300)))).code).toBe('PATH_TOO_LONG')
    const deep = join(folder, ...Array<string>(10).fill('管理部門の共有フォルダにある長い名前'))
    mkdirSync(deep, { recursive: true })
    copyFileSync(closedRegister(), join(deep, '台帳.daicho'))
    expect(problemOf(() => open(join(deep, '台帳.daicho'))).code).toBe('PATH_TOO_LONG')
  })

  test('a damaged file: cut short, or bytes overwritten', () => {
    const cut = closedRegister()
    truncateSync(cut, readFileSync(cut).length - 8192)
    expect(problemOf(() => open(cut)).code).toBe('FILE_DAMAGED')
    const overwritten = closedRegister()
    const bytes = readFileSync(overwritten)
    bytes.fill(0x5a, 4096, 4096 * 6)
    writeFileSync(overwritten, bytes)
    expect(problemOf(() => open(overwritten)).code).toBe('FILE_DAMAGED')
  })

  test.each([
    ['a trigger of somebody else’s', 'CREATE TRIGGER spy AFTER INSERT ON system BEGIN DELETE FROM risk; END'],
    ['a view', 'CREATE VIEW v AS SELECT 1'],
    ['a column more', 'ALTER TABLE system ADD COLUMN more TEXT'],
    ['a guard taken away', 'DROP TRIGGER audit_event_never_changes'],
    ['a migration step rewritten', "UPDATE schema_step SET sha256 = 'x'"],
  ])('a crafted file: %s', (_name, sql) => {
    const file = closedRegister()
    const database = new Database(file)
    database.exec(sql)
    database.close()
    expect(problemOf(() => open(file)).code).toBe('FILE_CRAFTED')
  })
})

describe('for reading only', () => {
  test.each(['file', 'folder'])('a %s without write permission, and writing is refused', (which) => {
    const file = closedRegister()
    const guarded = which === 'file' ? file : dirname(file)
    chmodSync(guarded, which === 'file' ? 0o444 : 0o555)
    onTestFinished(() => {
      chmodSync(guarded, 0o755)
    })
    const register = open(file)
    expect(register.readOnly).toEqual({ code: 'FILE_READ_ONLY' })
    expect(register.organisation().name.ja).toBe('試験商事')
    expect(problemOf(() => createSystem(register, newSystem)).code).toBe('FILE_READ_ONLY')
    expect(readdirSync(dirname(file))).toEqual(['register.daicho'])
  })

  test('through a link: by the place that it leads to', () => {
    const file = closedRegister()
    const link = join(temporaryFolder(), 'link.daicho')
    symlinkSync(file, link)
    chmodSync(dirname(file), 0o555)
    onTestFinished(() => {
      chmodSync(dirname(file), 0o755)
    })
    expect(open(link).readOnly).toEqual({ code: 'FILE_READ_ONLY' })
  })

  test('a register that another process holds: who, where, since when', () => {
    const { file } = testRegister()
    const other = {
      ...testSurroundings('2026-04-01T00:10:00.000Z'),
      account: 'second',
      processId: 1,
      newId: () => 'second',
    }
    const register = open(file, { surroundings: { ...other, isRunning: () => true } })
    expect(register.readOnly).toMatchObject({ code: 'HELD_BY_ANOTHER', account: 'tester', machine: 'desk-1' })
    expect(problemOf(() => createSystem(register, newSystem))).toMatchObject({
      code: 'HELD_BY_ANOTHER',
      facts: { account: 'tester', machine: 'desk-1' },
    })
  })
})

describe('the lease', () => {
  test('of a process that is gone is taken over, and the one who lost it cannot write', () => {
    const { file, register } = testRegister()
    const second = { ...testSurroundings('2026-05-01T00:00:00.000Z'), newId: () => 'second', isRunning: () => false }
    const taker = open(file, { surroundings: second })
    expect(taker.readOnly).toBeNull()
    expect(problemOf(() => createSystem(register, newSystem)).code).toBe('LEASE_LOST')
  })

  test('of a number that another program has by now is taken over once it has been silent for long', () => {
    const { file } = testRegister()
    const later = (instant: string) => ({ ...testSurroundings(instant), newId: () => 'later', isRunning: () => true })
    const early = open(file, { surroundings: later('2026-04-01T00:14:00.000Z') })
    expect(early.readOnly?.code).toBe('HELD_BY_ANOTHER')
    early.close()
    expect(open(file, { surroundings: later('2026-04-01T00:16:00.000Z') }).readOnly).toBeNull()
  })

  test('of a number that can be no process binds nobody', () => {
    const { isRunning } = realSurroundings(() => '', 'tester')
    expect([process.pid, 0, -1].map(isRunning)).toEqual([true, false, false])
  })

  test.skipIf(process.platform !== 'linux')(
    'of a process that has died and whose parent has not heard of it binds nobody',
    async () => {
      // A shell that has become another program never asks how its child ended.
      const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
      onTestFinished(() => {
        parent.kill('SIGKILL')
      })
      const child = Number(await new Promise<Buffer>((resolve) => parent.stdout.once('data', resolve)))
      const state = () => readFileSync(`/proc/${String(child)}/stat`, 'utf8').split(') ')[1]?.[0]
      await vi.waitUntil(() => state() === 'Z')
      expect(realSurroundings(() => '', 'tester').isRunning(child)).toBe(false)
    },
  )

  test('of another machine binds while its heartbeat is young', () => {
    const { file, surroundings } = testRegister()
    const now = Date.parse(surroundings.clock())
    const elsewhere = (later: number) => ({
      ...testSurroundings(new Date(now + later).toISOString()),
      machine: 'desk-2',
      newId: () => 'elsewhere',
    })
    const early = open(file, { surroundings: elsewhere(100_000) })
    expect(early.readOnly?.code).toBe('HELD_BY_ANOTHER')
    early.close()
    expect(open(file, { surroundings: elsewhere(200_000) }).readOnly).toBeNull()
  })

  test('is given up on closing, and the closed file is whole, alone and can be copied', async () => {
    const { file, register } = testRegister()
    fillOneOfEach(register)
    register.close()
    expect(readdirSync(dirname(file))).toEqual(['register.daicho'])
    const copy = join(temporaryFolder(), 'copy.daicho')
    copyFileSync(file, copy)
    const opened = open(copy)
    expect(opened.readOnly).toBeNull()
    expect(await verifyRegister(opened)).toEqual([])
    expect(createSystem(opened, newSystem).code).toBe('SYS-0003')
  })
})

describe('a write that was cut off', () => {
  /** A closed register beside the journal of a write that another process did not live to end. */
  function cutOff(): string {
    const file = closedRegister()
    const script = `
      const Database = require('better-sqlite3')
      const database = new Database(process.argv[1])
      database.pragma('cache_size = 2')
      database.exec('BEGIN IMMEDIATE')
      database.exec("UPDATE search_entry SET key = key || printf('%.5000c', 'x')")
      process.kill(process.pid, 'SIGKILL')`
    spawnSync(process.execPath, ['--eval', script, file])
    expect(statSync(`${file}-journal`).size).toBeGreaterThan(512)
    return file
  }

  test.each(['read', 'inspect', 'write'] as const)('is taken back when the file is opened to %s', async (mode) => {
    const file = cutOff()
    const register = open(file, { mode })
    expect(await verifyRegister(register)).toEqual([])
    expect(readdirSync(dirname(file))).toEqual(['register.daicho'])
  })

  test('of a migration: the file is migrated anew, whatever its header said meanwhile', async () => {
    const file = join(temporaryFolder(), 'register.daicho')
    copyFileSync(join(import.meta.dirname, '../fixtures/registers/0.1.0/register.daicho'), file)
    const kept = `${file}-kept`
    const database = new Database(file)
    database
      .transaction(() => {
        migrate(database)
        linkSync(`${file}-journal`, kept)
      })
      .immediate()
    database.close()
    // As a cut leaves it that comes before the journal goes: every page is written, and the journal takes them back.
    renameSync(kept, `${file}-journal`)
    const register = open(file, { surroundings: testSurroundings('2027-05-01T00:00:00.000Z') })
    expect(register.read.prepare('PRAGMA user_version').get()).toEqual({ user_version: latestVersion })
    expect(await verifyRegister(register)).toEqual([])
    const backups = readdirSync(dirname(file), { recursive: true, encoding: 'utf8' })
    expect(backups.filter((name) => name.endsWith('.before-migration.daicho'))).toHaveLength(1)
  })

  test('is named where it cannot be taken back', () => {
    const file = cutOff()
    chmodSync(dirname(file), 0o555)
    onTestFinished(() => {
      chmodSync(dirname(file), 0o755)
    })
    for (const mode of ['read', 'inspect', 'write'] as const)
      expect(problemOf(() => open(file, { mode }))).toEqual({ code: 'WRITE_CUT_OFF', facts: { file } })
  })
})

describe('a new register', () => {
  const options = { language: 'ja', name: { ja: '甲', en: null }, from: '2026-04-01' } as const

  test('never replaces a file and leaves nothing behind', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'a.daicho')
    writeFileSync(file, 'mine')
    expect(problemOf(() => newRegister(file, testSurroundings(), options)).code).toBe('FILE_EXISTS')
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect(problemOf(() => newRegister(join(folder, 'no', 'a.daicho'), testSurroundings(), options)).code).toBe(
      'FILE_NOT_FOUND',
    )
    const astray = join(folder, 'astray.daicho')
    symlinkSync(join(folder, 'nowhere'), astray)
    expect(problemOf(() => newRegister(astray, testSurroundings(), options)).code).toBe('FILE_EXISTS')
    rmSync(astray)
    for (const ending of ['', '-journal']) writeFileSync(`${leftIn(folder)}${ending}`, '')
    newRegister(join(folder, 'b.daicho'), testSurroundings(), options)
    expect(readdirSync(folder).sort()).toEqual(['a.daicho', 'b.daicho'])
    rmSync(join(folder, 'b.daicho'))
    const closed = join(folder, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o555)
    expect(problemOf(() => newRegister(join(closed, 'a.daicho'), testSurroundings(), options)).code).toBe(
      'FOLDER_NOT_WRITABLE',
    )
    chmodSync(closed, 0o755)
    expect(readdirSync(folder).sort()).toEqual(['a.daicho', 'closed'])
  })
})

test('a change that fails leaves neither row nor event', () => {
  const { register } = testRegister()
  const before = register.head()
  expect(() =>
    register.change({ operation: 'test' }, (change) => {
      change.add('person', { name: { ja: '甲', en: null }, reading: null, email: null, unitId: null })
      throw new Error('stop')
    }),
  ).toThrow('stop')
  expect(register.head()).toEqual(before)
  expect(register.read.prepare('SELECT count(*) AS count FROM person').get()).toEqual({ count: 0 })
})

test('a read handle refuses a statement that writes', () => {
  const { register } = testRegister()
  expect(() => register.read.prepare("INSERT INTO person (id) VALUES ('x') RETURNING id")).toThrow('writes')
})

describe('a migration', () => {
  const more = { version: 1000, name: 'more', sql: 'CREATE TABLE more (a TEXT) STRICT' }
  const broken = { version: 1000, name: 'broken', sql: `${more.sql}; CREATE TABLE unit (a)` }

  test('runs at opening, after a backup of the register as it was', async () => {
    const file = closedRegister()
    const before = open(file, { mode: 'read' })
    const head = before.head()
    before.close()
    const register = open(file, { steps: [...migrationSteps, more] })
    expect(register.readOnly).toBeNull()
    const folder = join(dirname(file), 'register.backups')
    const [name = ''] = readdirSync(folder)
    expect(name).toMatch(/^2026-05-01T00000\dZ\.before-migration\.daicho$/)
    const backup = open(join(folder, name), { mode: 'read' })
    expect([backup.head(), await verifyRegister(backup)]).toEqual([head, []])
    expect(await verifyRegister(register)).toEqual([])
    register.close()
    expect(problemOf(() => open(file))).toMatchObject({
      code: 'FILE_NEWER',
      facts: { version: 1000, known: latestVersion },
    })
  })

  test('that fails leaves the file as it was', () => {
    const file = closedRegister()
    const before = readFileSync(file)
    expect(problemOf(() => open(file, { steps: [...migrationSteps, broken] }))).toMatchObject({
      code: 'MIGRATION_FAILED',
    })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(open(file).readOnly).toBeNull()
  })
})

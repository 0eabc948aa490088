/**
 * Registers of earlier versions: one of every version of the schema, made by the steps that there were then, is migrated and holds
 * what it held; one that is only read is read whole, and keeps every byte.
 */
import { chmodSync, copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { canonicalJson } from '#electron/register/store/canonical.ts'
import { latestVersion, migrate, migrationSteps } from '#electron/register/store/migrate.ts'
import { openRegister, type OpenOptions, type Register } from '#electron/register/store/register-file.ts'
import { currentState, replay } from '#electron/register/store/replay.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { createSystem } from '#electron/register/systems.ts'
import { daicho } from '#test/support/command-line.ts'
import { codeOf } from '#test/support/code-of.ts'
import { temporaryFolder, testSurroundings } from '#test/support/register.ts'
import { lostRows, tablesOf } from '#test/support/released-register.ts'

const released = join(import.meta.dirname, '../fixtures/registers/0.1.0/register.daicho')

function olderFile(): string {
  const file = join(temporaryFolder(), 'register.daicho')
  copyFileSync(released, file)
  return file
}

function open(file: string, options: Partial<OpenOptions> = {}): Register {
  const surroundings = testSurroundings('2027-04-01T00:00:00.000Z')
  const register = openRegister(file, { surroundings, mode: 'write', ...options })
  onTestFinished(() => {
    register.close()
  })
  return register
}

/** Reads all of it, as a window and verify do. */
async function expectWhole(register: Register): Promise<void> {
  expect(await verifyRegister(register)).toEqual([])
  const state = currentState(register.read)
  expect(canonicalJson(replay(register.read).state())).toBe(canonicalJson(state))
  expect(state.systems.length).toBeGreaterThan(0)
}

describe('an older register that is only read', () => {
  test.each(['read', 'inspect'] as const)(
    'is read whole when it is opened to %s, and keeps every byte',
    async (mode) => {
      const file = olderFile()
      const register = open(file, { mode })
      expect([register.readOnly, register.isOlder]).toEqual([{ code: 'ASKED' }, true])
      await expectWhole(register)
      expect(codeOf(() => createSystem(register, { name: { ja: '追加', en: null } }))).toBe('FILE_READ_ONLY')
      expect(readFileSync(file).equals(readFileSync(released))).toBe(true)
      expect(readdirSync(dirname(file))).toEqual(['register.daicho'])
    },
  )

  test.each(['file', 'folder'])('is read whole from a %s that cannot be written', async (which) => {
    const file = olderFile()
    const guarded = which === 'file' ? file : dirname(file)
    chmodSync(guarded, which === 'file' ? 0o444 : 0o555)
    onTestFinished(() => {
      chmodSync(guarded, 0o755)
    })
    const register = open(file)
    expect(register.readOnly).toEqual({ code: 'FILE_READ_ONLY' })
    await expectWhole(register)
  })

  test('is verified on the command line, and keeps every byte', async () => {
    const file = olderFile()
    const { exitCode, errors } = await daicho(['verify', file])
    expect([exitCode, errors]).toEqual([0, ''])
    expect(readFileSync(file).equals(readFileSync(released))).toBe(true)
  })

  test('and is not what its version made is refused', () => {
    const file = olderFile()
    const database = new Database(file)
    database.exec('CREATE VIEW v AS SELECT 1')
    database.close()
    for (const mode of ['read', 'inspect'] as const) expect(codeOf(() => open(file, { mode }))).toBe('FILE_CRAFTED')
  })
})

const earlier = migrationSteps.map(({ version }) => version).filter((version) => version < latestVersion)

test.each(earlier)('a register of schema %i is migrated, and holds what it held', async (version) => {
  const file = olderFile()
  const database = new Database(file)
  migrate(
    database,
    migrationSteps.filter((step) => step.version <= version),
  )
  database.close()
  const before = tablesOf(file)
  expect(readFileSync(file).readInt32BE(60)).toBe(version)
  const read = open(file, { mode: 'read' })
  await expectWhole(read)
  const register = open(file)
  expect([register.readOnly, register.isOlder]).toEqual([null, false])
  await expectWhole(register)
  // What was read from memory is what the file holds now.
  expect(canonicalJson(currentState(register.read))).toBe(canonicalJson(currentState(read.read)))
  expect(lostRows(before, tablesOf(file))).toEqual([])
})

test('an older register that somebody holds is not migrated beneath them', async () => {
  const file = olderFile()
  const database = new Database(file)
  database
    .prepare(
      'INSERT OR REPLACE INTO lease (id, holder, account, machine, process_id, since, heartbeat) VALUES (1, ?, ?, ?, ?, ?, ?)',
    )
    .run('old', 'aya.yamamoto', 'RISK-PC-07', 4242, '2027-04-01T00:00:00.000Z', '2027-04-01T00:00:00.000Z')
  database.close()
  const before = readFileSync(file)
  for (const hold of ['at opening', 'with the first change'] as const) {
    const register = open(file, { hold })
    expect(register.readOnly).toMatchObject({ code: 'HELD_BY_ANOTHER', account: 'aya.yamamoto' })
    await expectWhole(register)
    expect(readFileSync(file).equals(before)).toBe(true)
  }
  expect(latestVersion).toBeGreaterThan(before.readInt32BE(60))
})

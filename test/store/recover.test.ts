/** Registers damaged in many ways, and what comes of them: a register that verifies, and a report that counts what was lost. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { v7 } from 'uuid'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { recoverRegister, type Recovery } from '#electron/register/backups/recover-register.ts'
import { eventHashAt } from '#electron/register/store/audit-log.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { currentState } from '#electron/register/store/replay.ts'
import { createSystem, updateSystem } from '#electron/register/systems.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { temporaryFolder, testRegister, testSurroundings } from '#test/support/register.ts'

const pageSize = 4096
let sound: Buffer
let state: RegisterState
let events = 0
/** The page where the log begins: without it nobody knows whose register it was. */
let beginning = 0
/** The hash of an entry in the middle of the changes of systems. */
let middle = ''

/** Made once, inside the test that comes first. */
function prepare(): void {
  if (events > 0) return
  const { register, file } = testRegister()
  fillOneOfEach(register)
  for (let index = 0; index < 80; index += 1) {
    const { id, version } = createSystem(register, { name: { ja: `システム${String(index)}`, en: null } })
    updateSystem(register, { id, version, patch: { notes: `備考${String(index)} `.repeat(60) } })
  }
  state = currentState(register.read)
  events = register.head().sequence
  middle = eventHashAt(register.read, events - 60) ?? ''
  register.close()
  sound = readFileSync(file)
  beginning = Math.floor(sound.indexOf('"originRegisterId":') / pageSize) + 1
}

interface Result {
  readonly report: Recovery
  readonly register: Register
}

async function recovered(damage: (bytes: Buffer) => Buffer | undefined): Promise<Result> {
  prepare()
  const folder = temporaryFolder()
  const file = join(folder, 'register.daicho')
  const bytes = Buffer.from(sound)
  const damaged = damage(bytes) ?? bytes
  writeFileSync(file, damaged)
  const out = join(folder, 'recovered.daicho')
  const surroundings = { ...testSurroundings('2026-12-01T00:00:00.000Z'), newId: v7 }
  const report = await recoverRegister(file, out, surroundings, {
    signal: new AbortController().signal,
    progress: () => undefined,
  })
  // The damaged one is only read.
  expect(readFileSync(file).equals(damaged)).toBe(true)
  return { report, register: openRegister(out, { surroundings, mode: 'read' }) }
}

/** All but the identity of the register, which is another one. */
function content({ organisation, ...rest }: RegisterState) {
  const { registerId: _id, parentRegisterId: _parent, version: _version, ...own } = organisation
  return { own, ...rest }
}

const lostRecords = ({ nouns }: Recovery) => nouns.reduce((sum, { known, taken }) => sum + known - taken, 0)

/** Whatever was lost, what there is holds together; and nothing came in that was never there. */
function expectSound({ report, register }: Result): void {
  expect(report.findings.filter(({ code }) => !code.startsWith('STORED_FILE_'))).toEqual([])
  expect(report.events.chained + report.events.apart + report.events.lost).toBeLessThanOrEqual(events)
  const names = new Set(state.systems.map(({ name }) => name.ja))
  for (const { name } of currentState(register.read).systems) expect(names.has(name.ja)).toBe(true)
  const { parentRegisterId, originRegisterId, registerId } = register.organisation()
  expect(parentRegisterId).toBe(state.organisation.registerId)
  expect(originRegisterId).toBe(state.organisation.originRegisterId)
  expect(registerId).not.toBe(state.organisation.registerId)
}

describe('a damaged register', () => {
  test('with nothing lost comes back whole, its log goes on, and its last entry says what it is', async () => {
    const result = await recovered(() => undefined)
    const { report, register } = result
    expectSound(result)
    expect(report.events).toEqual({ chained: events, apart: 0, lost: 0 })
    expect(lostRecords(report)).toBe(0)
    expect(content(currentState(register.read))).toEqual(content(state))
    const last = register.read.prepare('SELECT operation, reason FROM audit_event ORDER BY sequence DESC LIMIT 1').get()
    expect(last).toMatchObject({ operation: 'register.recover' })
    expect((last as { reason: string }).reason).toContain('register.daicho')
    register.close()
  })

  test.each([100, pageSize])('whose first %i bytes are zeros comes back whole', async (length) => {
    const result = await recovered((bytes) => bytes.fill(0, 0, length))
    expectSound(result)
    expect(result.report.events).toEqual({ chained: events, apart: 0, lost: 0 })
    expect(content(currentState(result.register.read))).toEqual(content(state))
    result.register.close()
  })

  test.each([2, 3, 5, 11])('of which every page of %i is overwritten gives what the others hold', async (nth) => {
    const result = await recovered((bytes) => {
      for (let page = nth; page * pageSize <= bytes.length; page += nth)
        if (page !== beginning) bytes.fill(0xa5, (page - 1) * pageSize, page * pageSize)
      return bytes
    })
    expectSound(result)
    expect(result.report.events.chained + result.report.events.apart).toBeGreaterThan(0)
    // Fewer damaged pages cost less.
    if (nth === 11) expect(result.report.events.lost).toBeLessThan(events / 2)
    result.register.close()
  })

  test.each([0.8, 0.9, 0.97])('cut short at %d of its length gives what was before', async (share) => {
    const result = await recovered((bytes) => bytes.subarray(0, Math.floor(bytes.length * share)))
    expectSound(result)
    result.register.close()
  })

  test('of which one page of the log is lost: its records come from later entries and from their rows', async () => {
    prepare()
    const page = Math.floor(sound.indexOf(middle) / pageSize)
    const result = await recovered((bytes) => bytes.fill(0, page * pageSize, (page + 1) * pageSize))
    expectSound(result)
    expect(result.report.events.lost + result.report.events.apart).toBeGreaterThan(0)
    const found = currentState(result.register.read).systems.length
    expect(found).toBeGreaterThanOrEqual(state.systems.length - 4)
    result.register.close()
  })

  test('of which nothing is left, or not even the list of its tables, is refused, and nothing is made', async () => {
    await expect(recovered((bytes) => bytes.subarray(0, bytes.length * 0.3))).rejects.toMatchObject({
      code: 'NOTHING_RECOVERED',
    })
    await expect(recovered((bytes) => bytes.fill(0))).rejects.toMatchObject({ code: 'NOTHING_RECOVERED' })
  })
})

const system = (name: string) => ({ ja: name, en: null })

/** Recovers a register after one byte was changed in each entry of the log whose payload names one of these. */
async function recoveredWithout(made: ReturnType<typeof testRegister>, lost: readonly string[]): Promise<Result> {
  made.register.close()
  const bytes = readFileSync(made.file)
  for (const name of lost) {
    // Its row and the key of its search have the name, but not as JSON.
    const json = Buffer.from(`"ja":"${name}"`)
    for (let at = bytes.indexOf(json); at >= 0; at = bytes.indexOf(json, at + 1)) bytes.write('!', at + json.length - 2)
  }
  writeFileSync(made.file, bytes)
  const out = join(temporaryFolder(), 'recovered.daicho')
  const surroundings = { ...testSurroundings('2026-12-01T00:00:00.000Z'), newId: v7 }
  const options = { signal: new AbortController().signal, progress: () => undefined }
  const report = await recoverRegister(made.file, out, surroundings, options)
  const register = openRegister(out, { surroundings, mode: 'read' })
  onTestFinished(() => {
    register.close()
  })
  return { report, register }
}

const systemsIn = ({ register }: Result) =>
  currentState(register.read)
    .systems.map(({ name, dependsOnIds }) => `${name.ja ?? ''} ${String(dependsOnIds.length)}`)
    .sort()

describe('a log that breaks inside one transaction', () => {
  /** Records of one transaction, of which the first names the second. */
  function withTransaction(names: readonly string[]) {
    const made = testRegister()
    const { register } = made
    const base = createSystem(register, { name: system('base') })
    const before = register.head().sequence
    register.change({ operation: 'system.create' }, (change) => {
      change.read.statement('PRAGMA defer_foreign_keys = ON').run()
      const ids = names.map(() => v7())
      for (const [index, name] of names.entries())
        change.insert('system', {
          ...base,
          id: ids[index] ?? '',
          code: `SYS-${String(900 + index)}`,
          name: system(name),
          dependsOnIds: index === 0 ? [ids[1] ?? ''] : [],
        })
    })
    return { made, before }
  }

  test.each([
    { names: ['first one', 'second one', 'third one'], apart: 2 },
    { names: ['first one', 'second one'], apart: 1 },
  ])(
    'ends with the transaction before, and the records come from elsewhere: $names.length',
    async ({ names, apart }) => {
      const { made, before } = withTransaction(names)
      const result = await recoveredWithout(made, ['second one'])
      expect(result.report.findings).toEqual([])
      expect(result.report.events).toMatchObject({ chained: before, apart })
      expect(systemsIn(result)).toEqual(['base 0', 'first one 1', ...names.slice(1).map((name) => `${name} 0`)].sort())
    },
  )
})

describe('a record that the new register does not take', () => {
  function withLink() {
    const made = testRegister()
    const one = createSystem(made.register, { name: system('the one') })
    const other = createSystem(made.register, { name: system('the other') })
    updateSystem(made.register, { ...one, patch: { dependsOnIds: [other.id] } })
    return made
  }
  function refusing(error: Error) {
    const table = recordTables.system
    const insert = table.insert.bind(table)
    const spy = vi.spyOn(table, 'insert').mockImplementation((write, record) => {
      if (record.name.ja === 'the other') throw error
      insert(write, record)
    })
    onTestFinished(() => {
      spy.mockRestore()
    })
  }

  test('stays away, and those that name it come without it', async () => {
    const made = withLink()
    refusing(new Problem('INVALID', { noun: 'system', field: '', issue: '' }))
    const result = await recoveredWithout(made, ['試験商事'])
    expect(result.report.findings).toEqual([])
    expect(systemsIn(result)).toEqual(['the one 0'])
  })

  test('because the disk is full ends the recovery: nothing is left out in silence', async () => {
    const made = withLink()
    refusing(new Database.SqliteError('database or disk is full', 'SQLITE_FULL'))
    await expect(recoveredWithout(made, ['試験商事'])).rejects.toMatchObject({ code: 'DISK_FULL' })
  })
})

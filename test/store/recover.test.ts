/** Registers damaged in many ways, and what comes of them: a register that verifies, and a report that counts what was lost. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { recoverRegister, type Recovery } from '#electron/register/backups/recover-register.ts'
import { eventHashAt } from '#electron/register/store/audit-log.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { currentState } from '#electron/register/store/replay.ts'
import { createSystem, updateSystem } from '#electron/register/systems.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { temporaryFolder, testRegister, testSurroundings } from '#test/support/register.ts'

const pageSize = 4096
let sound: Buffer
let state: RegisterState
let events = 0
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
        bytes.fill(0xa5, (page - 1) * pageSize, page * pageSize)
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

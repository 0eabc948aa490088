/** What Daicho wrote, made into a register again: the same register, whatever it held; and what was changed on the way is refused. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { addEvidence } from '#electron/register/controls.ts'
import { attachFile } from '#electron/register/evidence.ts'
import { exportRegister } from '#electron/register/export/export-register.ts'
import { readHistory } from '#electron/register/history.ts'
import { allPacks, lockPack, snapshotOf } from '#electron/register/packs.ts'
import { heldBy, readExport } from '#electron/register/round-trip/read-export.ts'
import { registerFromExport } from '#electron/register/round-trip/register-from-export.ts'
import { mergeRegisters } from '#electron/register/merge/merge-registers.ts'
import { buildSample } from '#electron/register/sample/build-sample.ts'
import { saveView, savedViews } from '#electron/register/saved-views.ts'
import { latestVersion } from '#electron/register/store/migrate.ts'
import { idSource } from '#electron/register/store/new-ids.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { currentState, replay } from '#electron/register/store/replay.ts'
import { keptDigests, storedFile } from '#electron/register/store/stored-file.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { undoStack } from '#electron/register/undo-stack.ts'
import { listViewSchema } from '#shared/contract/views.ts'
import { Problem, type ProblemFacts } from '#shared/domain/problem.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { bundleOf, edit, reseal } from '#test/support/bundle.ts'
import { anyRegister, applyTo } from '#test/support/generated-register.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { answered } from '#test/support/merge-answers.ts'
import { otherOf, registerOfSide } from '#test/support/two-registers.ts'
import { temporaryFolder, testRegister, testSurroundings } from '#test/support/register.ts'

const surroundings = () => ({ ...testSurroundings('2026-12-01T00:00:00.000Z'), newId: idSource() })

function opened(file: string): Register {
  const register = openRegister(file, { surroundings: surroundings(), mode: 'write' })
  onTestFinished(() => {
    register.close()
  })
  return register
}

/** All but what tells one register from another. */
function withoutIdentity(state: RegisterState) {
  const { registerId: _r, parentRegisterId: _p, version: _v, ...organisation } = state.organisation
  return { ...state, organisation }
}

const eventsOf = (register: Register) =>
  register.read.prepare('SELECT * FROM audit_event ORDER BY sequence').all() as Readonly<Record<string, unknown>>[]

/** Out as an export and back in: the register that was made. */
async function thereAndBack(register: Register, folder = temporaryFolder()): Promise<Register> {
  const { dir } = await exportRegister(register, join(folder, 'export'))
  const file = join(folder, 'again.daicho')
  await registerFromExport(dir, file, surroundings())
  return opened(file)
}

async function refusalOf(work: Promise<unknown>): Promise<{ code: string; facts: ProblemFacts }> {
  try {
    await work
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, facts: error.facts }
    throw error
  }
  throw new Error('nothing was refused')
}

function expectSame(again: Register, register: Register): void {
  expect(withoutIdentity(currentState(again.read))).toEqual(withoutIdentity(currentState(register.read)))
  expect(withoutIdentity(replay(again.read).state())).toEqual(withoutIdentity(currentState(register.read)))
  // The log begins with the log of origin, to the hash, and goes on with where it came from.
  expect(eventsOf(again).slice(0, -1)).toEqual(eventsOf(register))
  expect(eventsOf(again).at(-1)).toMatchObject({ operation: 'register.fromExport', noun: 'organisation' })
  const { registerId } = register.organisation()
  expect(again.organisation().parentRegisterId).toBe(registerId)
  expect(again.organisation().registerId).not.toBe(registerId)
  expect(keptDigests(again.read)).toEqual(keptDigests(register.read))
}

describe('from an export', () => {
  test('one of every noun comes back with log, packs, kept files and views', async () => {
    const { register } = testRegister()
    fillOneOfEach(register)
    const folder = temporaryFolder()
    const evidence = addEvidence(register, { name: { ja: '報告', en: null }, kind: 'test_report' })
    for (const [index, content] of ['first', 'second'].entries()) {
      const path = join(folder, `${content}.txt`)
      writeFileSync(path, content)
      attachFile(register, { id: evidence.id, version: evidence.version + index, path })
    }
    const view = saveView(register, {
      noun: 'system',
      name: '本番のみ',
      view: listViewSchema.parse({}),
    })
    const again = await thereAndBack(register, folder)
    expectSame(again, register)
    expect(await verifyRegister(again)).toEqual([])
    const [pack] = allPacks(register)
    if (pack === undefined) throw new Error('one of each holds a pack')
    expect(allPacks(again)).toEqual(allPacks(register))
    expect(snapshotOf(again, pack)).toEqual(snapshotOf(register, pack))
    expect(savedViews(again, 'system')).toEqual([view])
    // The replaced file is named by the log alone, and came along.
    expect(keptDigests(again.read)).toHaveLength(2)
    const history = { recordId: evidence.id, noun: null, before: null, limit: 50 }
    expect(readHistory(again, history).events.map(({ operation }) => operation)).toEqual(
      readHistory(register, history).events.map(({ operation }) => operation),
    )
    // What was done in the register of origin is not taken back in this one.
    expect(undoStack(again)).toMatchObject({ undo: [], barrier: { operation: 'register.fromExport' } })
    // And the next pack is locked over it as if nothing had happened.
    await expect(lockPack(again, { asOf: '2026-06-30', openReason: '試験' })).resolves.toMatchObject({
      previousPackId: pack.id,
    })
  })

  test('what was exported once more from the register that was made is the same data', async () => {
    const { register } = testRegister()
    fillOneOfEach(register)
    const again = await thereAndBack(await thereAndBack(register))
    expect(withoutIdentity(currentState(again.read))).toEqual(withoutIdentity(currentState(register.read)))
    expect(await verifyRegister(again)).toEqual([])
  })

  test('generated registers come back as they were', { timeout: 120_000 }, async () => {
    const { register, file } = testRegister()
    fillOneOfEach(register)
    register.close()
    let taken = 0
    await fc.assert(
      fc.asyncProperty(anyRegister, async (generated) => {
        const folder = temporaryFolder()
        const copy = join(folder, 'generated.daicho')
        copyFileSync(file, copy)
        const made = openRegister(copy, { surroundings: surroundings(), mode: 'write' })
        taken += applyTo(made, generated)
        const { dir } = await exportRegister(made, join(folder, 'export'))
        const place = join(folder, 'again.daicho')
        await registerFromExport(dir, place, surroundings())
        const again = openRegister(place, { surroundings: surroundings(), mode: 'read' })
        try {
          expectSame(again, made)
        } finally {
          made.close()
          again.close()
          rmSync(folder, { recursive: true })
        }
      }),
      { numRuns: 8, endOnFailure: true },
    )
    expect(taken).toBeGreaterThan(100)
  })

  test('a register into which another was merged comes back with its log and what was decided', async () => {
    const own = registerOfSide('a')
    const sub = registerOfSide('b')
    fillOneOfEach(sub.register)
    sub.register.close()
    const { sides } = await otherOf(own.register, sub.file)
    const { answers } = answered(own.register, sides, 'theirs')
    const headHash = sides.other.register.head().hash
    await mergeRegisters(own.register, sides, { answers, entityUnitId: null, headHash }, () => undefined)
    const again = await thereAndBack(own.register)
    expectSame(again, own.register)
    expect(await verifyRegister(again)).toEqual([])
    for (const table of ['merge_event', 'merge_entry']) {
      const rows = (register: Register) => register.read.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()
      expect(rows(again).length).toBeGreaterThan(0)
      expect(rows(again)).toEqual(rows(own.register))
    }
  })

  test('the sample comes back, a sample still', { timeout: 60_000 }, async () => {
    const file = join(temporaryFolder(), 'sample.daicho')
    await buildSample(file, { day: '2026-11-24', language: 'ja' })
    const register = opened(file)
    const again = await thereAndBack(register)
    expectSame(again, register)
    expect(again.organisation().sampleDay).toBe('2026-11-24')
    expect(await verifyRegister(again)).toEqual([])
  })

  test('an export of a register that an earlier version left comes back under the schema of today', async () => {
    const fixtures = join(import.meta.dirname, '../fixtures/registers')
    const released = readdirSync(fixtures, { recursive: true, withFileTypes: true }).filter(({ name }) =>
      name.endsWith('.daicho'),
    )
    expect(released.length).toBeGreaterThan(0)
    for (const { parentPath, name } of released) {
      const folder = temporaryFolder()
      copyFileSync(join(parentPath, name), join(folder, name))
      const register = opened(join(folder, name))
      const again = await thereAndBack(register)
      expectSame(again, register)
      expect(await verifyRegister(again)).toEqual([])
    }
  })
})

describe('from the bundle of a pack', () => {
  test('the frozen data comes back in one change that says where it is from', async () => {
    const { register } = testRegister()
    fillOneOfEach(register)
    const pack = await lockPack(register, { asOf: '2026-04-01', openReason: '試験' })
    const dir = await bundleOf(register, pack)
    const file = join(temporaryFolder(), 'again.daicho')
    const read = await registerFromExport(dir, file, surroundings())
    expect(heldBy(read)).toMatchObject({
      kind: 'pack',
      pack: pack.code,
      events: null,
      packsMissing: 1,
      dataDigest: pack.dataDigest,
      auditHead: pack.auditHead,
    })
    const again = opened(file)
    expect(withoutIdentity(currentState(again.read))).toEqual(withoutIdentity(snapshotOf(register, pack)))
    const events = eventsOf(again)
    expect(new Set(events.map(({ transaction_sequence: first }) => first))).toEqual(new Set([1]))
    expect(String(events[0]?.reason)).toContain(pack.auditHead)
    expect(String(events[0]?.reason)).toContain(pack.dataDigest)
    expect(String(events[0]?.reason)).toContain(register.organisation().registerId)
    expect(await verifyRegister(again)).toEqual([])
    // Packs whose frozen data stayed behind are kept as records, and nothing is made of them.
    expect(currentState(again.read).packs).toHaveLength(1)
    expect(allPacks(again)).toEqual([])
    expect(undoStack(again).undo).toEqual([])
    const next = await lockPack(again, { asOf: '2026-04-01', openReason: '試験' })
    expect(next.previousPackId).toBeNull()
    expect(
      currentState(again.read)
        .packs.slice(0, 1)
        .map(({ code }) => code),
    ).not.toContain(next.code)
    // It goes out and comes in again like any other.
    const third = await thereAndBack(again)
    expectSame(third, again)
    expect(await verifyRegister(third)).toEqual([])
  })

  test('a kept file that a bundle does not bring is named, and comes in again with the same bytes', async () => {
    const { register } = testRegister()
    const evidence = addEvidence(register, { name: { ja: '報告', en: null }, kind: 'test_report' })
    const path = join(temporaryFolder(), 'report.txt')
    writeFileSync(path, 'figures')
    const { fileSha256 } = attachFile(register, { id: evidence.id, version: evidence.version, path })
    const dir = await bundleOf(register, await lockPack(register, { asOf: '2026-04-01', openReason: '試験' }))
    const file = join(temporaryFolder(), 'again.daicho')
    expect(heldBy(await registerFromExport(dir, file, surroundings()))).toMatchObject({ files: 0, filesMissing: 1 })
    const again = opened(file)
    expect(currentState(again.read).evidence).toEqual(currentState(register.read).evidence)
    expect(await verifyRegister(again)).toEqual([])
    // What is not there is not written out either, and the way there and back stays open.
    expect(await verifyRegister(await thereAndBack(again))).toEqual([])
    attachFile(again, { id: evidence.id, version: 2, path })
    expect(Buffer.from(storedFile(again.read, fileSha256 ?? '', 'report.txt')).toString()).toBe('figures')
    expect(await verifyRegister(again)).toEqual([])
  })
})

describe('what is refused, and leaves nothing', () => {
  async function exported() {
    const { register } = testRegister()
    fillOneOfEach(register)
    const folder = temporaryFolder()
    const { dir } = await exportRegister(register, join(folder, 'export'))
    const place = join(folder, 'place')
    mkdirSync(place)
    const attempt = async () => {
      const refused = await refusalOf(registerFromExport(dir, join(place, 'again.daicho'), surroundings()))
      expect(readdirSync(place)).toEqual([])
      return refused
    }
    return { register, dir, place, attempt }
  }

  test.each([
    [
      'a table that was edited',
      (dir: string) => edit(dir, 'systems.csv', '北辰', '南辰'),
      'FILE_CHANGED',
      'systems.csv',
    ],
    ['a table that is missing', (dir: string) => rmSync(join(dir, 'risks.csv')), 'FILE_REMOVED', 'risks.csv'],
    [
      'a table that was edited and sealed anew',
      (dir: string) => {
        edit(dir, 'systems.csv', '北辰', '南辰')
        reseal(dir)
      },
      'NOT_FROM_DATA',
      'systems.csv',
    ],
    [
      'data that was edited',
      (dir: string) => edit(dir, 'snapshot.json', '北辰', '南辰'),
      'FILE_CHANGED',
      'snapshot.json',
    ],
    [
      'a manifest that was edited',
      (dir: string) => edit(dir, 'manifest.json', '"bytes": 1', '"bytes": 2'),
      'MANIFEST_CHANGED',
      'manifest.json',
    ],
  ])('%s', async (_what, change, first, file) => {
    const { dir, attempt } = await exported()
    change(dir)
    expect(await attempt()).toMatchObject({ code: 'EXPORT_CHANGED', facts: { folder: 'export', first, file } })
  })

  test('a log of which an entry was edited and everything else sealed anew', async () => {
    const { dir, attempt } = await exported()
    edit(dir, 'log.jsonl', '"operation":"system.create"', '"operation":"system.update"')
    reseal(dir)
    expect(await attempt()).toMatchObject({ code: 'EXPORT_UNREADABLE', facts: { file: 'log.jsonl' } })
  })

  test('a log that was cut off, with data that says more', async () => {
    const { dir, attempt } = await exported()
    const lines = readFileSync(join(dir, 'log.jsonl'), 'utf8').trimEnd().split('\n')
    writeFileSync(join(dir, 'log.jsonl'), `${lines.slice(0, -1).join('\n')}\n`)
    reseal(dir)
    expect(await attempt()).toMatchObject({ code: 'EXPORT_UNREADABLE', facts: { file: 'log.jsonl' } })
    const { hash } = JSON.parse(lines.at(-2) ?? '') as { hash: string }
    reseal(dir, () => ({ auditHead: hash, auditSequence: lines.length - 1 }))
    expect(await attempt()).toMatchObject({ code: 'EXPORT_UNREADABLE', facts: { file: 'snapshot.json' } })
  })

  test('what a later version wrote, what an earlier one wrote without data, and what is none of ours', async () => {
    const { dir, place, attempt } = await exported()
    reseal(dir, ({ versions }) => ({ versions: { ...versions, schema: latestVersion + 10, application: '9.0.0' } }))
    expect(await attempt()).toEqual({ code: 'EXPORT_NEWER', facts: { folder: 'export', application: '9.0.0' } })
    rmSync(join(dir, 'snapshot.json'))
    rmSync(join(dir, 'log.jsonl'))
    reseal(dir, ({ versions }) => ({ dataDigest: null, versions: { ...versions, schema: latestVersion } }))
    expect(await attempt()).toEqual({ code: 'EXPORT_WITHOUT_DATA', facts: { folder: 'export' } })
    expect(await refusalOf(readExport(place))).toMatchObject({ code: 'NOT_A_BUNDLE' })
  })

  test('a place that is taken; what lies there stays', async () => {
    const { register, dir, place } = await exported()
    const file = join(place, 'again.daicho')
    writeFileSync(file, 'somebody’s')
    expect(await refusalOf(registerFromExport(dir, file, surroundings()))).toEqual({
      code: 'EXPORT_INTO_REGISTER',
      facts: { file },
    })
    expect(readFileSync(file, 'utf8')).toBe('somebody’s')
    expect(await refusalOf(registerFromExport(dir, register.file, surroundings()))).toMatchObject({
      code: 'EXPORT_INTO_REGISTER',
    })
  })

  test.each(['checking', 'reading', 'writing', 'verify'])('a cancel while %s', async (stage) => {
    const { dir, place } = await exported()
    const abort = new AbortController()
    const seen: string[] = []
    const refused = await refusalOf(
      registerFromExport(dir, join(place, 'again.daicho'), surroundings(), {
        signal: abort.signal,
        progress: (report) => {
          seen.push(report.stage)
          if (report.stage === stage) abort.abort()
        },
      }),
    )
    expect(refused.code).toBe('CANCELLED')
    expect(seen.at(-1)).toBe(stage)
    expect(readdirSync(place)).toEqual([])
    expect(existsSync(dir)).toBe(true)
  })

  test('what was laid beside the files is not read and refuses nothing', async () => {
    const { register, dir, place } = await exported()
    writeFileSync(join(dir, '~$systems.csv'), 'lock')
    const file = join(place, 'again.daicho')
    await registerFromExport(dir, file, surroundings())
    expectSame(opened(file), register)
  })
})

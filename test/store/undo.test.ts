/** Undo and redo by transactions that name what they take back: against a model, and what they do not reach across. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign, createPerson, createPost, createUnit, endTerm, startTerm } from '#electron/register/accountability.ts'
import { updateMany } from '#electron/register/batch.ts'
import { addComment } from '#electron/register/comments.ts'
import { createControl, updateControl } from '#electron/register/controls.ts'
import { duplicateRecord } from '#electron/register/duplicate.ts'
import { lockVerified } from '#electron/register/packs.ts'
import { withdrawRecord } from '#electron/register/records.ts'
import { acceptRisk, assessRisk, closeRisk, createRisk, updateRisk } from '#electron/register/risks.ts'
import { canonicalJson } from '#electron/register/store/canonical.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { currentState, replay } from '#electron/register/store/replay.ts'
import { findRecords } from '#electron/register/store/search.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { createSystem, moveLifecycle, updateSystem } from '#electron/register/systems.ts'
import { redoLast, undoLast, undoState } from '#electron/register/undo.ts'
import { Problem } from '#shared/domain/problem.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { testRegister, testSurroundings } from '#test/support/register.ts'

const ja = (text: string) => ({ ja: text, en: null })
const undo = (register: Register) => undoLast(register, null)
const redo = (register: Register) => redoLast(register, null)

function problemOf(work: () => unknown): Problem {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing was refused')
}

/** What the register says, by id: without versions, and without what was made and unmade. */
function contentOf(register: Register): Readonly<Record<string, unknown>> {
  const { organisation, ...lists } = currentState(register.read)
  const records = [organisation, ...Object.values(lists).flat()] as {
    id: string
    version: number
    withdrawn: { reason: string } | null
  }[]
  return Object.fromEntries(
    records
      .filter((record) => record.withdrawn?.reason !== 'undo')
      .map(({ version: _version, ...record }) => [record.id, record]),
  )
}

describe('against a model', () => {
  type Deed = (register: Register, pick: number) => void
  const one = <Row>(rows: readonly Row[], pick: number): Row | undefined => rows[pick % Math.max(1, rows.length)]
  const standing = (register: Register, noun: 'system' | 'risk' | 'control' | 'post') =>
    [...recordTables[noun].all(register.read)].filter((record) => record.withdrawn === null)
  const systems = (register: Register) => standing(register, 'system')

  const deeds: Readonly<Record<string, Deed>> = {
    create: (register, pick) => createSystem(register, { name: ja(`配送${String(pick)}`), tier: 'low' }),
    update: (register, pick) => {
      const system = one(systems(register), pick)
      if (system)
        updateSystem(register, { ...system, patch: { vendor: `v${String(pick)}`, name: ja(`改称${String(pick)}`) } })
    },
    link: (register, pick) => {
      const [from, to] = [one(systems(register), pick), one(systems(register), pick * 7 + 1)]
      if (from && to) updateSystem(register, { ...from, patch: { dependsOnIds: from.id === to.id ? [] : [to.id] } })
    },
    many: (register, pick) => {
      const records = systems(register).map(({ id, version }) => ({ id, version }))
      updateMany(register, 'system', {
        patch: { notes: `n${String(pick)}` },
        records,
        create: [{ name: ja(`一括${String(pick)}`) }],
      })
    },
    withdraw: (register, pick) => {
      const system = one(systems(register), pick)
      if (system) withdrawRecord(register, 'system', { ...system, reason: '廃止' })
    },
    copy: (register, pick) => {
      const system = one(systems(register), pick)
      if (system) duplicateRecord(register, 'system', system.id)
    },
    risk: (register, pick) =>
      createRisk(register, {
        name: ja(`見落とし${String(pick)}`),
        category: 'AIGB-C-2',
        systemIds: systems(register)
          .slice(0, pick % 3)
          .map((system) => system.id),
      }),
    assess: (register, pick) => {
      const risk = one(standing(register, 'risk'), pick)
      if (risk)
        assessRisk(register, {
          riskId: risk.id,
          stage: 'residual',
          likelihood: 1 + (pick % 5),
          impacts: { rights: 3, legal: null, financial: null, operations: null, reputation: null, strategic: null },
          assessorId: null,
          on: '2026-04-01',
          confidence: null,
          rationale: '無作為の試験',
        })
    },
    close: (register, pick) => {
      const risk = one(standing(register, 'risk'), pick)
      if (risk && 'status' in risk && risk.status === 'open') closeRisk(register, { ...risk, reason: '解消' })
    },
    assign: (register, pick) => {
      const system = one(systems(register), pick)
      const post = one(standing(register, 'post'), pick)
      if (system && post)
        assign(register, {
          role: 'accountable_executive',
          subject: 'system',
          subjectId: system.id,
          postId: post.id,
          personId: null,
          from: `2026-0${String(1 + (pick % 9))}-01`,
        })
    },
    comment: (register, pick) => {
      const system = one(systems(register), pick)
      if (system) addComment(register, { subject: 'system', subjectId: system.id, text: `c${String(pick)}` })
    },
  }
  const step = fc.record({
    deed: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...Object.keys(deeds)) },
      { weight: 2, arbitrary: fc.constant('undo') },
      { weight: 1, arbitrary: fc.constant('redo') },
    ),
    pick: fc.nat({ max: 50 }),
  })

  test('any changes, undone and done again in any order, leave what the model says; the log rebuilds it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const { register } = testRegister()
        createPost(register, { name: ja('物流担当役員'), kind: 'executive' })
        register.personId = createPerson(register, { name: ja('髙橋 誠') }).id
        let past: Readonly<Record<string, unknown>>[] = []
        let future: Readonly<Record<string, unknown>>[] = []
        let present = contentOf(register)
        const codes = new Set<string>()
        for (const { deed, pick } of steps) {
          const before = register.head().sequence
          if (deed === 'undo' || deed === 'redo') {
            const [from, to] = deed === 'undo' ? [past, future] : [future, past]
            const wanted = from.pop()
            const move = deed === 'undo' ? undo : redo
            if (wanted === undefined) expect(problemOf(() => move(register)).code).toBe('UNDO_NOTHING')
            else {
              move(register)
              to.push(present)
              present = wanted
            }
          } else {
            deeds[deed]?.(register, pick)
            if (register.head().sequence > before) {
              past = [...past, present]
              future = []
              present = contentOf(register)
            }
          }
          expect(contentOf(register)).toEqual(present)
          expect(undoState(register)).toMatchObject({ undoable: past.length, redoable: future.length, barrier: null })
          for (const system of recordTables.system.all(register.read)) codes.add(`${system.id} ${system.code}`)
        }
        // No code was ever given to a second record.
        expect(new Set([...codes].map((each) => each.split(' ')[1])).size).toBe(codes.size)
        expect(canonicalJson(replay(register.read).state())).toBe(canonicalJson(currentState(register.read)))
        expect(await verifyRegister(register)).toEqual([])
      }),
      { numRuns: 15 },
    )
  }, 120_000)
})

test('the log names what is taken back, and search follows', () => {
  const { register } = testRegister()
  const system = createSystem(register, { name: ja('配送ルート最適化') })
  const created = register.head().sequence
  const { step, transaction } = undo(register)
  expect(step).toEqual({
    transaction: created,
    operation: 'system.create',
    noun: 'system',
    count: 1,
    codes: ['SYS-0001'],
    at: step.at,
  })
  updateSystemRefused(register, system.id)
  const event = register.read.prepare('SELECT operation, reverses FROM audit_event WHERE sequence = ?').get(transaction)
  expect(event).toEqual({ operation: 'undo', reverses: created })
  expect(createSystem(register, { name: ja('次') }).code).toBe('SYS-0002')
  expect(problemOf(() => redo(register)).code).toBe('UNDO_NOTHING')
  undo(register)
  redo(register)
  updateSystem(register, {
    id: currentState(register.read).systems[1]?.id ?? '',
    version: 3,
    patch: { name: ja('改めた名称') },
  })
  expect(findRecords(register.read, 'system', '改めた', 5).length).toBe(1)
  undo(register)
  expect(findRecords(register.read, 'system', '改めた', 5)).toEqual([])
})

function updateSystemRefused(register: Register, id: string): void {
  const refused = problemOf(() => updateSystem(register, { id, version: 2, patch: { vendor: 'x' } }))
  expect(refused.code).toBe('WITHDRAWN')
}

test('a reopened file has the steps of its log: the same person, machine and account', () => {
  const { register, file } = testRegister()
  createSystem(register, { name: ja('甲') })
  createSystem(register, { name: ja('乙') })
  undo(register)
  const before = undoState(register)
  register.close()
  const again = openRegister(file, { surroundings: testSurroundings('2026-05-01T00:00:00.000Z'), mode: 'write' })
  expect(undoState(again)).toEqual(before)
  redo(again)
  expect(currentState(again.read).systems.map((system) => system.withdrawn)).toEqual([null, null])
  again.close()
  const other = { ...testSurroundings('2026-06-01T00:00:00.000Z'), account: 'somebody' }
  const theirs = openRegister(file, { surroundings: other, mode: 'write' })
  expect(undoState(theirs)).toEqual({ undo: null, redo: null, undoable: 0, redoable: 0, barrier: null })
  theirs.close()
})

test('two hundred steps, and no more', () => {
  const { register } = testRegister()
  for (let count = 0; count < 203; count += 1) createPerson(register, { name: ja(`人${String(count)}`) })
  expect(undoState(register).undoable).toBe(200)
  for (let count = 0; count < 200; count += 1) undo(register)
  expect(problemOf(() => undo(register)).code).toBe('UNDO_NOTHING')
  expect(currentState(register.read).people.filter((person) => person.withdrawn === null).length).toBe(3)
  expect(undoState(register).redoable).toBe(200)
})

describe('what stands in the way is said', () => {
  test('a lock: nothing from before it is undone', () => {
    const { register } = testRegister()
    createSystem(register, { name: ja('甲') })
    const pack = lockVerified(register, { asOf: '2026-04-01' })
    expect(undoState(register)).toMatchObject({ undo: null, barrier: { kind: 'lock', code: pack.code } })
    expect(problemOf(() => undo(register))).toMatchObject({
      code: 'UNDO_LOCKED',
      facts: { code: pack.code, at: pack.lockedAt },
    })
    createSystem(register, { name: ja('乙') })
    undo(register)
    expect(problemOf(() => undo(register)).code).toBe('UNDO_LOCKED')
  })

  test('a signature: neither it nor what came before it', () => {
    const { register } = testRegister()
    const { risk, post } = fillOneOfEach(register)
    updateRisk(register, { id: risk.id, version: risk.version, patch: { notes: '追記' } })
    acceptRisk(register, {
      kind: 'acceptance',
      subject: 'risk',
      subjectId: risk.id,
      postId: post.id,
      from: '2026-04-01',
      to: '2026-06-30',
      reason: '夏まで',
      renewsId: null,
    })
    expect(undoState(register)).toMatchObject({ undo: null, barrier: { kind: 'signature', code: 'ACC-0002' } })
    expect(problemOf(() => undo(register))).toMatchObject({ code: 'UNDO_SIGNED', facts: { code: 'ACC-0002' } })
  })

  test('what another person signed since about the same record', () => {
    const { register } = testRegister()
    const { risk, post, person, tester } = fillOneOfEach(register)
    register.personId = person.id
    updateRisk(register, { id: risk.id, version: risk.version, patch: { notes: '追記' } })
    register.personId = tester.id
    acceptRisk(register, {
      kind: 'exception',
      subject: 'risk',
      subjectId: risk.id,
      postId: post.id,
      from: '2026-04-01',
      to: '2026-06-30',
      reason: '夏まで',
      renewsId: null,
    })
    register.personId = person.id
    expect(problemOf(() => undo(register))).toMatchObject({
      code: 'UNDO_SIGNED',
      facts: { code: 'ACC-0002', by: '和田 修' },
    })
  })

  test("another person's change of the same record; a change of another record is none", () => {
    const { register } = testRegister()
    const [one, other] = [createPerson(register, { name: ja('甲') }), createPerson(register, { name: ja('乙') })]
    const system = createSystem(register, { name: ja('配送') })
    register.personId = one.id
    updateSystem(register, { id: system.id, version: 1, patch: { vendor: 'a' } })
    register.personId = other.id
    createSystem(register, { name: ja('別') })
    updateSystem(register, { id: system.id, version: 2, patch: { model: 'b' } })
    register.personId = one.id
    expect(problemOf(() => undo(register))).toMatchObject({
      code: 'UNDO_CHANGED_SINCE',
      facts: { noun: 'system', code: 'SYS-0001', by: '乙' },
    })
    expect(recordTables.system.get(register.read, system.id)).toMatchObject({ vendor: 'a', model: 'b', version: 3 })
    register.personId = other.id
    undo(register)
    register.personId = one.id
    expect(undo(register).step.operation).toBe('system.update')
    expect(recordTables.system.get(register.read, system.id)).toMatchObject({ vendor: null, model: null, version: 5 })
  })

  test('a record that another person has come to use', () => {
    const { register } = testRegister()
    const other = createPerson(register, { name: ja('乙') })
    const risk = createRisk(register, { name: ja('見落とし'), category: 'AIGB-C-2' })
    const control = createControl(register, { name: ja('月次試験'), domain: 'model' })
    register.personId = other.id
    updateControl(register, { id: control.id, version: 1, patch: { riskIds: [risk.id] } })
    register.personId = null
    expect(problemOf(() => undo(register)).code).toBe('UNDO_CHANGED_SINCE')
    const unit = createUnit(register, { name: ja('本社'), kind: 'legal_entity' })
    register.personId = other.id
    createSystem(register, { name: ja('配送'), unitId: unit.id })
    register.personId = null
    expect(problemOf(() => undo(register))).toMatchObject({
      code: 'UNDO_REFERENCED',
      facts: { noun: 'unit', code: 'UNT-0001', other: 'SYS-0001' },
    })
  })

  test('a rule that does not hold any more: the post was filled again', () => {
    const { register } = testRegister()
    const [one, other] = [createPerson(register, { name: ja('甲') }), createPerson(register, { name: ja('乙') })]
    const post = createPost(register, { name: ja('担当役員'), kind: 'executive' })
    const term = startTerm(register, {
      postId: post.id,
      personId: one.id,
      capacity: 'holder',
      from: '2025-04-01',
      to: null,
    })
    endTerm(register, { id: term.id, version: 1, to: '2026-03-31', reason: '異動' })
    register.personId = other.id
    startTerm(register, { postId: post.id, personId: other.id, capacity: 'holder', from: '2026-04-01', to: null })
    register.personId = null
    const before = register.head()
    expect(problemOf(() => undo(register)).code).toBe('PERIOD_OVERLAPS')
    expect(register.head()).toEqual(before)
  })

  test('a stage that nobody answers for any more is not entered again', () => {
    const { register } = testRegister()
    const { base, post, tester } = fillOneOfEach(register)
    const assigned = assign(register, {
      role: 'accountable_executive',
      subject: 'system',
      subjectId: base.id,
      postId: post.id,
      personId: null,
      from: '2026-04-01',
    })
    moveLifecycle(register, { id: base.id, version: base.version, to: 'pilot', reason: '試行' })
    undo(register)
    register.personId = tester.id
    withdrawAssignment(register, assigned.id)
    register.personId = null
    expect(problemOf(() => redo(register)).code).toBe('EXECUTIVE_REQUIRED')
  })

  test('another step than the one that was shown', () => {
    const { register } = testRegister()
    createSystem(register, { name: ja('甲') })
    const shown = undoState(register).undo?.transaction ?? 0
    createSystem(register, { name: ja('乙') })
    expect(problemOf(() => undoLast(register, shown)).code).toBe('UNDO_OTHER_STEP')
  })
})

function withdrawAssignment(register: Register, id: string): void {
  const assignment = recordTables.assignment.get(register.read, id)
  withdrawRecord(register, 'assignment', { id, version: assignment?.version ?? 0, reason: '誤り' })
}

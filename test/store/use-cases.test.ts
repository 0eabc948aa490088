/** The rules of the verbs: who answers, when, and what is refused. */
import { describe, expect, test } from 'vitest'
import {
  assign,
  attestSystem,
  createPerson,
  createPost,
  endTerm,
  holdingOf,
  startTerm,
  updatePost,
} from '#electron/register/accountability.ts'
import { moveDueDate, verifyAction, completeAction, createAction } from '#electron/register/actions.ts'
import { lockPack, snapshotOf, allPacks } from '#electron/register/packs.ts'
import { withdrawRecord } from '#electron/register/records.ts'
import { setAppetite } from '#electron/register/organisation.ts'
import { acceptRisk, createRisk } from '#electron/register/risks.ts'
import { createSystem, moveLifecycle, updateSystem } from '#electron/register/systems.ts'
import { codeOf } from '#test/support/code-of.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { testRegister } from '#test/support/register.ts'

const ja = (text: string) => ({ ja: text, en: null })

describe('a system', () => {
  test('leaves proposed only with a post of kind executive that a person holds today; a deputy does not count', () => {
    const { register } = testRegister()
    const system = createSystem(register, { name: ja('需要予測') })
    const move = () => moveLifecycle(register, { id: system.id, version: 1, to: 'pilot', reason: '試行' })
    const answers = (postId: string) =>
      assign(register, {
        role: 'accountable_executive',
        subject: 'system',
        subjectId: system.id,
        postId,
        personId: null,
        from: '2026-04-01',
      })
    expect(codeOf(move)).toBe('EXECUTIVE_REQUIRED')
    const officer = createPost(register, { name: ja('部長'), kind: 'officer' })
    expect(codeOf(() => answers(officer.id))).toBe('NOT_AN_EXECUTIVE_POST')
    const post = createPost(register, { name: ja('営業本部長'), kind: 'executive' })
    answers(post.id)
    expect(codeOf(move)).toBe('EXECUTIVE_REQUIRED')
    const person = createPerson(register, { name: ja('吉岡 直樹') })
    startTerm(register, { postId: post.id, personId: person.id, capacity: 'deputy', from: '2026-04-01', to: null })
    expect(codeOf(move)).toBe('EXECUTIVE_REQUIRED')
    startTerm(register, { postId: post.id, personId: person.id, capacity: 'holder', from: '2026-04-01', to: null })
    expect(move().lifecycle).toBe('pilot')
  })

  test('is without an executive from the day after the term has ended, and who answered before can be told', () => {
    const { register } = testRegister()
    const { system, term, person } = fillOneOfEach(register)
    endTerm(register, { id: term.id, version: term.version, to: '2026-09-30', reason: '退任' })
    const on = (day: string) => holdingOf(register.read, 'accountable_executive', system.id, day)
    expect(on('2026-09-30')).toMatchObject({ state: 'held', personId: person.id })
    expect(on('2026-10-01')).toMatchObject({ state: 'vacant', vacantSince: '2026-10-01', formerPersonId: person.id })
  })

  test('is confirmed only by the person who holds the post that answers for it', () => {
    const { register } = testRegister()
    const { system, tester } = fillOneOfEach(register)
    expect(
      codeOf(() => attestSystem(register, { systemId: system.id, personId: tester.id, on: '2026-04-01', note: null })),
    ).toBe('NOT_ANSWERABLE')
  })

  test('is changed at the version it was read at, by plain fields only, and withdrawn with a reason', () => {
    const { register } = testRegister()
    const system = createSystem(register, { name: ja('需要予測') })
    updateSystem(register, { id: system.id, version: 1, patch: { tier: 'high' } })
    expect(codeOf(() => updateSystem(register, { id: system.id, version: 1, patch: { tier: 'low' } }))).toBe(
      'CHANGED_MEANWHILE',
    )
    expect(codeOf(() => updateSystem(register, { id: system.id, version: 2, patch: { lifecycle: 'retired' } }))).toBe(
      'INVALID',
    )
    expect(codeOf(() => updateSystem(register, { id: system.id, version: 2, patch: { goLiveOn: '2026-02-30' } }))).toBe(
      'INVALID',
    )
    expect(codeOf(() => withdrawRecord(register, 'system', { id: system.id, version: 2, reason: ' ' }))).toBe(
      'REASON_REQUIRED',
    )
    withdrawRecord(register, 'system', { id: system.id, version: 2, reason: '重複' })
    expect(codeOf(() => updateSystem(register, { id: system.id, version: 3, patch: { tier: 'low' } }))).toBe(
      'WITHDRAWN',
    )
    expect(createSystem(register, { name: ja('別') }).code).toBe('SYS-0002')
  })

  test('keeps text that JSON and SQLite can hold and refuses what has no UTF-8', () => {
    const { register } = testRegister()
    const name = { ja: "髙﨑𠮷\u0000 '; DROP TABLE system;-- \u202e", en: null }
    expect(createSystem(register, { name }).name).toEqual(name)
    expect(codeOf(() => createSystem(register, { name: ja('\ud800') }))).toBe('INVALID')
    expect(createSystem(register, { name: ja('\\ud800') }).name.ja).toBe('\\ud800')
  })
})

test('a post has one holder at a time', () => {
  const { register } = testRegister()
  const { post, tester } = fillOneOfEach(register)
  expect(
    codeOf(() =>
      startTerm(register, { postId: post.id, personId: tester.id, capacity: 'holder', from: '2026-05-01', to: null }),
    ),
  ).toBe('PERIOD_OVERLAPS')
})

test('a tree of posts has no loop', () => {
  const { register } = testRegister()
  const one = createPost(register, { name: ja('甲'), kind: 'officer' })
  const two = createPost(register, { name: ja('乙'), kind: 'officer', reportsToId: one.id })
  expect(codeOf(() => updatePost(register, { id: one.id, version: 1, patch: { reportsToId: two.id } }))).toBe(
    'TREE_LOOP',
  )
})

test('an acceptance needs an executive post that is held and a residual level, and keeps the risk as accepted', () => {
  const { register } = testRegister()
  const { post, risk, acceptance } = fillOneOfEach(register)
  const fresh = createRisk(register, { name: ja('新'), category: 'AIGB-C-4' })
  const input = {
    kind: 'acceptance',
    subject: 'risk',
    postId: post.id,
    from: '2026-04-01',
    to: '2026-06-30',
    reason: '可',
    renewsId: null,
  } as const
  expect(codeOf(() => acceptRisk(register, { ...input, subjectId: fresh.id }))).toBe('NOTHING_TO_ACCEPT')
  expect(
    codeOf(() => acceptRisk(register, { ...input, subjectId: risk.id, from: '2020-01-01', to: '2020-02-01' })),
  ).toBe('POST_VACANT')
  expect(acceptance).toMatchObject({ likelihood: 2, impact: 5 })
  expect(JSON.parse(acceptance.frozen)).toMatchObject({ subject: { code: risk.code }, residual: { likelihood: 2 } })
})

test('an action keeps every slip and is verified by somebody else', () => {
  const { register } = testRegister()
  const { person, tester } = fillOneOfEach(register)
  const action = createAction(register, { name: ja('更新'), ownerId: person.id, dueOn: '2026-04-10' })
  const moved = moveDueDate(register, { id: action.id, version: 1, to: '2026-04-20', reason: '遅れ' })
  expect(moved.slips).toEqual([{ from: '2026-04-10', to: '2026-04-20', on: '2026-04-01', reason: '遅れ' }])
  const done = completeAction(register, { id: action.id, version: 2, on: '2026-04-01' })
  expect(
    codeOf(() => verifyAction(register, { id: action.id, version: 3, on: '2026-04-01', verifierId: person.id })),
  ).toBe('INVALID')
  expect(
    verifyAction(register, { id: action.id, version: done.version, on: '2026-04-01', verifierId: tester.id }).state,
  ).toBe('verified')
})

test('a new appetite ends the one before it the day before', () => {
  const { register } = testRegister()
  setAppetite(register, {
    category: 'AIGB-C-4',
    appetite: 'low',
    tolerance: 'moderate',
    statement: ja('個人情報は慎重に扱う'),
    from: '2026-10-01',
    to: null,
    approverPersonId: null,
    approvedOn: null,
  })
  const rows = register.read
    .prepare(`SELECT appetite, "from", "to" FROM appetite WHERE category = 'AIGB-C-4' ORDER BY "from"`)
    .all()
  expect(rows).toEqual([
    { appetite: 'moderate', from: '2026-04-01', to: '2026-09-30' },
    { appetite: 'low', from: '2026-10-01', to: null },
  ])
})

describe('a lock', () => {
  test('of 30 September made on 20 October holds what was recorded up to the cut-off and nothing after it', async () => {
    const { register, surroundings } = testRegister()
    surroundings.setTime('2026-09-15T00:00:00.000Z')
    const system = createSystem(register, { name: ja('締め前') })
    surroundings.setTime('2026-10-05T00:00:00.000Z')
    const between = updateSystem(register, { id: system.id, version: 1, patch: { tier: 'high' } })
    createSystem(register, { name: ja('締め日の後、データ締切の前') })
    surroundings.setTime('2026-10-15T00:00:00.000Z')
    updateSystem(register, { id: system.id, version: between.version, patch: { tier: 'low' } })
    createSystem(register, { name: ja('データ締切の後') })
    surroundings.setTime('2026-10-20T00:00:00.000Z')
    const pack = await lockPack(register, {
      asOf: '2026-09-30',
      cutOff: '2026-10-10T00:00:00.000Z',
      title: '第2四半期',
    })
    expect(pack).toMatchObject({
      code: 'PACK-2026Q2',
      asOf: '2026-09-30',
      cutOff: '2026-10-10T00:00:00.000Z',
      previousPackId: null,
    })
    const head = register.read
      .prepare('SELECT hash FROM audit_event WHERE at <= ? ORDER BY sequence DESC LIMIT 1')
      .get('2026-10-10T00:00:00.000Z')
    expect(head).toEqual({ hash: pack.auditHead })
    const frozen = snapshotOf(register, pack)
    expect(frozen.systems.map((each) => [each.name.ja, each.tier])).toEqual([
      ['締め前', 'high'],
      ['締め日の後、データ締切の前', null],
    ])
    const second = await lockPack(register, { asOf: '2026-09-30' })
    expect(second).toMatchObject({ code: 'PACK-2026Q2-2', previousPackId: pack.id, previousDigest: pack.dataDigest })
    expect(allPacks(register).map((each) => each.code)).toEqual(['PACK-2026Q2', 'PACK-2026Q2-2'])
  })

  test('is refused in the future, before the previous cut-off, and for a register that does not verify', async () => {
    const { register, surroundings } = testRegister()
    surroundings.setTime('2026-10-20T00:00:00.000Z')
    await expect(lockPack(register, { asOf: '2026-10-21' })).rejects.toMatchObject({ code: 'AS_OF_IN_FUTURE' })
    await lockPack(register, { asOf: '2026-09-30', cutOff: '2026-10-10T00:00:00.000Z' })
    await expect(lockPack(register, { asOf: '2026-09-30', cutOff: '2026-10-09T00:00:00.000Z' })).rejects.toMatchObject({
      code: 'CUT_OFF_BEFORE_PREVIOUS',
    })
    await expect(lockPack(register, { asOf: '2026-09-30', cutOff: '2026-12-31T00:00:00.000Z' })).rejects.toMatchObject({
      code: 'CUT_OFF_IN_FUTURE',
    })
    register.changeUnlogged((write) => {
      write.statement("UPDATE organisation SET entity_code = 'x'").run()
    })
    await expect(lockPack(register, { asOf: '2026-09-30' })).rejects.toMatchObject({ code: 'VERIFY_FAILED' })
  })
})

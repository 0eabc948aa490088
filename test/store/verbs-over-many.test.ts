/** Verbs over chosen records: one transaction each, all or none of them, one undo. */
import { describe, expect, test } from 'vitest'
import { createPerson, createPost, holdingOf, startTerm } from '#electron/register/accountability.ts'
import { assignMany, moveLifecycleMany, withdrawMany } from '#electron/register/batch.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { createSystem } from '#electron/register/systems.ts'
import { undoLast } from '#electron/register/undo.ts'
import { Problem } from '#shared/domain/problem.ts'
import { testRegister } from '#test/support/register.ts'

const ja = (text: string) => ({ ja: text, en: null })

function refusalOf(work: () => unknown): Pick<Problem, 'code' | 'facts'> {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, facts: error.facts }
    throw error
  }
  throw new Error('nothing was refused')
}

function threeSystems(register: Register) {
  return ['配送', '在庫', '与信'].map((name) => createSystem(register, { name: ja(name) }))
}

function heldPost(register: Register): string {
  const person = createPerson(register, { name: ja('吉岡 直樹') })
  const post = createPost(register, { name: ja('営業本部長'), kind: 'executive' })
  startTerm(register, { postId: post.id, personId: person.id, capacity: 'holder', from: '2025-04-01', to: null })
  return post.id
}

const versions = (systems: readonly { readonly id: string; readonly version: number }[]) =>
  systems.map(({ id, version }) => ({ id, version }))
const stored = (register: Register, id: string) => recordTables.system.get(register.read, id)

function dutyOf(postId: string) {
  return { role: 'accountable_executive', subject: 'system', postId, personId: null, from: '2026-04-01' } as const
}

describe('the first day of a risk manager', () => {
  test('one executive answers for many systems, which then move on; each is taken back at once', async () => {
    const { register } = testRegister()
    const systems = threeSystems(register)
    const postId = heldPost(register)
    const duty = dutyOf(postId)
    const before = register.head().sequence
    expect(assignMany(register, { ...duty, records: versions(systems) })).toEqual({
      transaction: before + 1,
      changed: versions(systems),
      created: [],
      unchanged: 0,
    })
    const holders = () =>
      systems.map(({ id }) => holdingOf(register.read, 'accountable_executive', id, register.today()).state)
    expect(holders()).toEqual(['held', 'held', 'held'])
    const moved = moveLifecycleMany(register, { records: versions(systems), to: 'development', reason: '開発に入る' })
    expect(moved).toMatchObject({ changed: systems.map(({ id }) => ({ id, version: 2 })), unchanged: 0 })
    undoLast(register, moved.transaction)
    expect(systems.map(({ id }) => stored(register, id)?.lifecycle)).toEqual(['proposed', 'proposed', 'proposed'])
    undoLast(register, before + 1)
    expect(holders()).toEqual(['unregistered', 'unregistered', 'unregistered'])
    expect(await verifyRegister(register)).toEqual([])
  })
})

describe('all or none', () => {
  test('a system for which nobody answers keeps the others from moving', () => {
    const { register } = testRegister()
    const systems = threeSystems(register)
    const postId = heldPost(register)
    const duty = dutyOf(postId)
    assignMany(register, { ...duty, records: versions(systems.slice(0, 2)) })
    const { code, facts } = refusalOf(() =>
      moveLifecycleMany(register, { records: versions(systems), to: 'development', reason: '開発に入る' }),
    )
    expect({ code, first: facts.first, records: facts.records, count: facts.count }).toEqual({
      code: 'BATCH_REFUSED',
      first: 'EXECUTIVE_REQUIRED',
      records: ['SYS-0003'],
      count: 1,
    })
    expect(systems.map(({ id }) => stored(register, id)?.lifecycle)).toEqual(['proposed', 'proposed', 'proposed'])
  })

  test('those that are at the stage already stay as they are', () => {
    const { register } = testRegister()
    const systems = threeSystems(register)
    const before = register.head().sequence
    expect(moveLifecycleMany(register, { records: versions(systems), to: 'proposed', reason: 'x' })).toEqual({
      transaction: null,
      changed: [],
      created: [],
      unchanged: 3,
    })
    expect(register.head().sequence).toBe(before)
  })

  test('records are withdrawn for one reason, which is owed', () => {
    const { register } = testRegister()
    const systems = threeSystems(register)
    expect(refusalOf(() => withdrawMany(register, 'system', { records: versions(systems), reason: ' ' })).code).toBe(
      'REASON_REQUIRED',
    )
    const done = withdrawMany(register, 'system', { records: versions(systems.slice(1)), reason: '重複' })
    expect(done.changed).toHaveLength(2)
    expect(systems.map(({ id }) => stored(register, id)?.withdrawn?.reason ?? null)).toEqual([null, '重複', '重複'])
    const again = refusalOf(() => withdrawMany(register, 'system', { records: versions(systems), reason: '重複' }))
    expect(again).toMatchObject({ code: 'BATCH_REFUSED', facts: { first: 'WITHDRAWN', count: 2 } })
    expect(stored(register, systems[0]?.id ?? '')?.withdrawn).toBeNull()
    undoLast(register, done.transaction)
    expect(systems.map(({ id }) => stored(register, id)?.withdrawn)).toEqual([null, null, null])
  })
})

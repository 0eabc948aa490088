/** Changes that meet, blocks of many rows, copies, and what a restore is made with. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { assign, createPerson, createPost, createUnit, updatePost } from '#electron/register/accountability.ts'
import { updateMany } from '#electron/register/batch.ts'
import { duplicateRecord } from '#electron/register/duplicate.ts'
import { readHistory } from '#electron/register/history.ts'
import { paste } from '#electron/register/paste.ts'
import { withdrawRecord } from '#electron/register/records.ts'
import { closeRisk, createRisk } from '#electron/register/risks.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { createSystem, updateSystem } from '#electron/register/systems.ts'
import { undoLast, undoState } from '#electron/register/undo.ts'
import { pasteInput } from '#shared/contract/batch.ts'
import { Problem } from '#shared/domain/problem.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { testRegister, testSurroundings } from '#test/support/register.ts'

const ja = (text: string) => ({ ja: text, en: null })

function problemOf(work: () => unknown): Problem {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('a change meets another one', () => {
  test('of other fields: both stand', () => {
    const { register } = testRegister()
    const system = createSystem(register, { name: ja('配送') })
    updateSystem(register, { id: system.id, version: 1, patch: { vendor: 'a' } })
    const merged = updateSystem(register, { id: system.id, version: 1, patch: { model: 'b' } })
    expect(merged).toMatchObject({ vendor: 'a', model: 'b', version: 3 })
    expect(updateSystem(register, { id: system.id, version: 1, patch: { vendor: 'a' } })).toEqual(merged)
  })

  test('of the same field: refused, with both versions and who made the other one', () => {
    const { register, surroundings } = testRegister()
    const person = createPerson(register, { name: ja('髙橋 誠') })
    const system = createSystem(register, { name: ja('配送') })
    register.personId = person.id
    surroundings.setTime('2026-04-02T00:00:00.000Z')
    const theirs = updateSystem(register, { id: system.id, version: 1, patch: { vendor: 'a', tier: 'low' } })
    const refused = problemOf(() => updateSystem(register, { id: system.id, version: 1, patch: { vendor: 'b' } }))
    expect(refused.code).toBe('CHANGED_MEANWHILE')
    const { record, at, ...facts } = refused.facts
    expect(facts).toEqual({
      noun: 'system',
      id: system.id,
      code: 'SYS-0001',
      version: 2,
      fields: ['tier', 'vendor'],
      by: '髙橋 誠',
      operation: 'system.update',
    })
    expect(at).toMatch(/^2026-04-02T00:00:0/)
    expect(JSON.parse(String(record))).toEqual(theirs)
  })

  test('a field that came back to what it was is no conflict; a version that never was is one', () => {
    const { register } = testRegister()
    const system = createSystem(register, { name: ja('配送') })
    updateSystem(register, { id: system.id, version: 1, patch: { vendor: 'a' } })
    undoLast(register, null)
    expect(updateSystem(register, { id: system.id, version: 1, patch: { vendor: 'b' } })).toMatchObject({ version: 4 })
    expect(problemOf(() => updateSystem(register, { id: system.id, version: 9, patch: { vendor: 'c' } })).code).toBe(
      'CHANGED_MEANWHILE',
    )
  })

  test('what is decided is decided on what was seen', () => {
    const { register } = testRegister()
    const risk = createRisk(register, { name: ja('見落とし'), category: 'AIGB-C-2' })
    updateMany(register, 'risk', { patch: { notes: 'x' }, records: [{ id: risk.id, version: 1 }] })
    expect(problemOf(() => closeRisk(register, { id: risk.id, version: 1, reason: '解消' }))).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      facts: { code: 'RSK-0001', fields: ['notes'] },
    })
  })

  test('a second window reads only, until it has taken the register over', () => {
    const { register, file } = testRegister()
    const system = createSystem(register, { name: ja('配送') })
    const surroundings = { ...testSurroundings(), machine: 'desk-2' }
    const second = openRegister(file, { surroundings, mode: 'write' })
    expect(second.readOnly?.code).toBe('HELD_BY_ANOTHER')
    expect(problemOf(() => undoLast(second, null)).code).toBe('UNDO_NOTHING')
    expect(problemOf(() => updateSystem(second, { id: system.id, version: 1, patch: { vendor: 'b' } })).code).toBe(
      'HELD_BY_ANOTHER',
    )
    second.close()
    // An hour later the first one counts as crashed: it is told so at its next change, and its undo writes nothing.
    const later = openRegister(file, {
      surroundings: { ...testSurroundings('2026-04-01T01:00:00.000Z'), machine: 'desk-2' },
      mode: 'write',
    })
    updateSystem(later, { id: system.id, version: 1, patch: { vendor: 'b' } })
    expect(problemOf(() => undoLast(register, null)).code).toBe('LEASE_LOST')
    expect(undoState(later).undoable).toBe(1)
    later.close()
  })
})

describe('a block of five thousand rows', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  const count = 5000
  function filled() {
    const { register } = testRegister()
    const { created } = updateMany(register, 'system', {
      records: [],
      create: Array.from({ length: count }, (_, index) => ({ name: ja(`システム${String(index)}`) })),
    })
    const rows = created.map(({ id, version }, index) => ({ id, version, cells: [`改称${String(index)}`, '高'] }))
    return { register, rows }
  }
  const block = (rows: object[], commit: boolean) => pasteInput.parse({ columns: ['name', 'tier'], rows, commit })

  test('is shown and written giving up its turn, and undone as one', async () => {
    const { register, rows } = filled()
    let turns = 0
    const beating = setInterval(() => (turns += 1), 0)
    const stages: number[] = []
    const work = { signal: new AbortController().signal, progress: ({ done }: { done: number }) => stages.push(done) }
    const shown = await paste(register, 'system', block(rows, false), work)
    clearInterval(beating)
    expect(shown.counts).toEqual({ changed: count, unchanged: 0, new: 0, refused: 0 })
    expect(stages.length).toBe(50)
    expect(turns).toBeGreaterThan(5)
    const written = await paste(register, 'system', { ...block(rows, true), preview: shown.preview }, work)
    expect(written.written?.changed.length).toBe(count)
    expect(undoState(register).undo).toMatchObject({
      operation: 'system.paste',
      count,
      codes: ['SYS-0001', 'SYS-0002', 'SYS-0003', 'SYS-0004', 'SYS-0005'],
    })
    undoLast(register, null)
    const [first] = recordTables.system.all(register.read)
    expect(first).toMatchObject({ name: ja('システム0'), tier: null, version: 3 })
  }, 60_000)

  test('is given up where the person goes away, and nothing was written', async () => {
    const { register, rows } = filled()
    const abort = new AbortController()
    const head = register.head()
    const work = paste(register, 'system', block(rows, true), {
      signal: abort.signal,
      progress: ({ done }) => {
        if (done > 300) abort.abort()
      },
    })
    await expect(work).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(register.head()).toEqual(head)
  }, 60_000)
})

test('rules hold over all rows as they would be: two posts that would report to each other', async () => {
  const { register } = testRegister()
  const [one, other] = [1, 2].map((number) =>
    createPost(register, { name: ja(`役職${String(number)}`), kind: 'executive' }),
  ) as [ReturnType<typeof createPost>, ReturnType<typeof createPost>]
  const rows = [
    { id: one.id, version: 1, cells: [other.code] },
    { id: other.id, version: 1, cells: [one.code] },
  ]
  const quiet = { signal: new AbortController().signal, progress: () => undefined }
  const input = pasteInput.parse({ columns: ['reportsToId'], rows, commit: false })
  const shown = await paste(register, 'post', input, quiet)
  expect(shown.rows.map((row) => row.problem?.code)).toEqual(['TREE_LOOP', 'TREE_LOOP'])
  updatePost(register, { id: one.id, version: 1, patch: { reportsToId: other.id } })
  expect(await verifyRegister(register)).toEqual([])
})

test('a copy has the fields, the links and who answers, and nothing that was decided', () => {
  const { register } = testRegister()
  const { system, risk, control, action, person, post } = fillOneOfEach(register)
  const copy = duplicateRecord(register, 'system', system.id)
  expect(copy).toEqual({
    ...system,
    id: copy.id,
    code: 'SYS-0003',
    version: 1,
    name: ja('倉庫自動搬送車の人検知（写し）'),
    lifecycle: 'proposed',
  })
  expect(assignmentsOf(register, copy.id)).toEqual([
    { role: 'accountable_executive', postId: post.id, personId: null, from: '2026-04-01', to: null },
  ])
  expect(duplicateRecord(register, 'risk', risk.id)).toMatchObject({ systemIds: [system.id], status: 'open' })
  expect(duplicateRecord(register, 'control', control.id)).toMatchObject({ riskIds: [risk.id], notApplicable: null })
  expect(duplicateRecord(register, 'action', action.id)).toMatchObject({
    dueOn: '2026-06-15',
    slips: [],
    state: 'open',
  })
  expect(duplicateRecord(register, 'person', person.id)).toMatchObject({
    name: { ja: '髙橋 誠（写し）', en: 'Makoto Takahashi (copy)' },
    reading: 'たかはし まこと',
  })
  const standing = (table: string) => register.read.prepare(`SELECT count(*) AS count FROM ${table}`).get()
  expect([standing('assessment'), standing('acceptance'), standing('control_test')]).toEqual(
    Array(3).fill({ count: 1 }),
  )
  // One of the system alone, and one with the sheet of its executive.
  expect(standing('attestation')).toEqual({ count: 2 })
})

function assignmentsOf(register: Register, subjectId: string) {
  return [...recordTables.assignment.all(register.read)]
    .filter((row) => row.subjectId === subjectId)
    .map(({ role, postId, personId, from, to }) => ({ role, postId, personId, from, to }))
}

test('the history says what can be restored, with what, and what came and went', () => {
  const { register } = testRegister()
  const unit = createUnit(register, { name: ja('物流'), kind: 'division' })
  const [one, other] = [createSystem(register, { name: ja('甲') }), createSystem(register, { name: ja('乙') })]
  const system = createSystem(register, { name: ja('配送'), dependsOnIds: [one.id], unitId: unit.id })
  updateSystem(register, { id: system.id, version: 1, patch: { dependsOnIds: [other.id], vendor: 'a' } })
  const list = () => readHistory(register, { recordId: system.id, noun: null, before: null, limit: 10 })
  const [update, creation] = list().events
  expect(list().versions).toEqual({ [system.id]: 2 })
  expect(update?.changes).toEqual([
    {
      field: 'dependsOnIds',
      before: [one.id],
      after: [other.id],
      items: { added: [other.id], removed: [one.id] },
      restorable: 'yes',
    },
    { field: 'vendor', before: null, after: 'a', items: null, restorable: 'yes' },
  ])
  expect(creation?.changes.find((change) => change.field === 'lifecycle')?.restorable).toBe('by_verb')
  // A restore is an update like any other, and has its event.
  updateSystem(register, { id: system.id, version: 2, patch: { dependsOnIds: update?.changes[0]?.before as string[] } })
  expect(list().events[0]?.changes[0]?.items).toEqual({ added: [one.id], removed: [other.id] })
  assign(register, {
    role: 'system_owner',
    subject: 'system',
    subjectId: system.id,
    postId: null,
    personId: createPerson(register, { name: ja('髙橋') }).id,
    from: null,
  })
  const [assignment] = list().events
  expect(assignment?.noun).toBe('assignment')
  expect(new Set(assignment?.changes.map((change) => change.restorable))).toEqual(new Set(['by_verb']))
  withdrawRecord(register, 'system', { id: system.id, version: 3, reason: '廃止' })
  const vendor = list().events.find((event) => event.operation === 'system.update')?.changes
  expect(vendor?.map((change) => change.restorable)).toEqual(['withdrawn'])
})

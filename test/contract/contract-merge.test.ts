/** Merging as the window does it: looked at, answered, merged, told of; and the group by its entities. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { shownOfGroup } from '#shared/contract/merge.ts'
import { noAnswers } from '#shared/domain/merge/merge-plan.ts'
import { assign, assignmentsOf, createPerson, endAssignment } from '#electron/register/accountability.ts'
import { createSystem, updateSystem } from '#electron/register/systems.ts'
import { called, company, folderToken, operations, refusal, resultOf, type Serving } from '#test/support/serving.ts'
import { registerOfSide } from '#test/support/two-registers.ts'

const ja = (text: string) => ({ ja: text, en: null })

async function chosen(setting: Serving, path: string): Promise<string> {
  setting.choice = { kind: 'path', path }
  const choice = await setting.client.file.choose({ purpose: 'merge-register' })
  if (choice.kind !== 'chosen') throw new Error(choice.kind)
  return choice.token
}

test('a register is looked at, what it asks is answered, and each record says where it came from', async () => {
  const setting = await company()
  const { client } = setting
  const unit = await client.unit.create({ name: ja('子会社'), kind: 'legal_entity' })
  const own = await client.system.create({ name: ja('需要の予測'), notes: '当社の注', unitId: unit.id })
  const sub = registerOfSide('b')
  const theirs = createSystem(sub.register, { name: ja('需要の予測'), notes: '子会社の注' })
  const other = createSystem(sub.register, { name: ja('契約書の要約') })
  updateSystem(sub.register, { id: other.id, version: 1, patch: { tier: 'high' } })
  sub.register.close()
  const token = await chosen(setting, sub.file)

  const first = await resultOf(client.merging.look({ token, answers: noAnswers }))
  expect(first.matches.map(({ theirId, answer, suggestions }) => [theirId, answer, suggestions])).toEqual([
    [theirs.id, null, [{ id: own.id, reason: 'code_and_name' }]],
  ])
  expect(first.counts).toMatchObject({ added: 2, undecided: 1 })
  const run = (answers: typeof noAnswers) =>
    resultOf(client.merging.run({ token, answers, headHash: first.headHash, entityUnitId: unit.id }))
  expect(await refusal(run(noAnswers))).toEqual({ code: 'MERGE_UNDECIDED', facts: { count: 1 } })
  const same = { matches: { [theirs.id]: { same: own.id } }, choices: {} }
  const second = await resultOf(client.merging.look({ token, answers: same }))
  expect(
    second.conflicts.map(({ key, ours, theirs: said, setHere, setThere }) => [
      key,
      ours,
      said,
      setHere?.account,
      setThere?.account,
    ]),
  ).toEqual([[`system:${theirs.id}:notes`, '当社の注', '子会社の注', expect.any(String), 'tester']])
  const done = await run({ ...same, choices: { [`system:${theirs.id}:notes`]: 'theirs' } })
  expect([done.counts.added, done.counts.changed, done.run.entityUnitId]).toEqual([1, 1, unit.id])
  expect((await client.undo.state()).barrier).toMatchObject({ kind: 'merge', operation: 'register.merge' })

  const [made] = await client.merging.list()
  expect([made?.run.id, made?.unit]).toEqual([done.run.id, '子会社'])
  expect(await client.merging.origin({ id: other.id })).toMatchObject({
    name: { ja: '試験商事', en: 'Test Trading' },
    theirCode: 'SYS-0002',
  })
  expect(await client.merging.origin({ id: own.id })).toBeNull()
  const history = await client.merging.history({ id: other.id })
  expect(history.registers.map(({ events }) => events.map(({ operation }) => operation))).toEqual([
    ['system.update', 'system.create'],
  ])
  const listed = await client.system.list({ filters: { origin: { kind: 'values', values: [done.run.id] } } })
  expect(listed.rows.map(({ record }) => record.id)).toEqual([other.id])

  const { name, rows } = await client.merging.writeReport({ runId: done.run.id, folder: await folderToken(setting) })
  const [, ...lines] = readFileSync(join(setting.folder, name), 'utf8').trimEnd().split('\r\n')
  expect([rows, lines.length]).toEqual([4, 4])
  const report = await client.merging.report({ id: done.run.id })
  expect(report.run.id).toBe(done.run.id)
  const none = { about: [], field: null, choice: null }
  expect(report.groups).toEqual([
    {
      noun: 'system',
      kind: 'added',
      reason: null,
      count: 1,
      entries: [{ ...none, theirCode: 'SYS-0002', ourId: other.id }],
    },
    {
      noun: 'system',
      kind: 'changed',
      reason: null,
      count: 1,
      entries: [{ ...none, theirCode: 'SYS-0001', ourId: own.id }],
    },
    {
      noun: 'system',
      kind: 'same',
      reason: null,
      count: 1,
      entries: [{ ...none, theirCode: 'SYS-0001', ourId: own.id }],
    },
    {
      noun: 'system',
      kind: 'choice',
      reason: null,
      count: 1,
      entries: [{ ...none, theirCode: 'SYS-0001', ourId: own.id, field: 'notes', choice: 'theirs' }],
    },
  ])
  expect(report.labels[other.id]).toMatchObject({ noun: 'system', name: ja('契約書の要約') })
  expect(await refusal(client.merging.report({ id: own.id }))).toEqual({
    code: 'NOT_FOUND',
    facts: { noun: 'mergeRun', id: own.id },
  })
  expect(await client.merging.close()).toBeNull()
})

test('a report names the first of many records, what rows without a name are about, and why others stayed', async () => {
  const setting = await company()
  const { client } = setting
  const own = await client.system.create({ name: ja('需要の予測') })
  const sub = registerOfSide('b')
  const first = createSystem(sub.register, { name: ja('需要の予測') })
  const others = Array.from({ length: shownOfGroup + 3 }, (_, index) =>
    createSystem(sub.register, {
      name: ja(`子会社のシステム ${'甲乙丙丁戊己庚辛壬癸'[index % 10] ?? ''}${String(index)}`),
    }),
  )
  const owner = createPerson(sub.register, { name: ja('子会社の担当') })
  const [held] = others
  if (held === undefined) throw new Error('no system')
  const row = assign(sub.register, {
    role: 'system_owner',
    subject: 'system',
    subjectId: held.id,
    postId: null,
    personId: owner.id,
    from: null,
  })
  sub.register.close()
  const token = await chosen(setting, sub.file)
  const leftOut = { matches: { [first.id]: 'leave_out' as const }, choices: {} }
  const looked = await resultOf(client.merging.look({ token, answers: leftOut }))
  const answers = {
    ...leftOut,
    matches: {
      ...Object.fromEntries(looked.matches.map(({ theirId }) => [theirId, 'new' as const])),
      ...leftOut.matches,
    },
  }
  const done = await resultOf(client.merging.run({ token, answers, headHash: looked.headHash, entityUnitId: null }))
  const { groups, labels } = await client.merging.report({ id: done.run.id })
  const group = (noun: string, kind: string) => groups.find((each) => each.noun === noun && each.kind === kind)
  expect(group('system', 'added')?.count).toBe(others.length)
  expect(group('system', 'added')?.entries).toHaveLength(shownOfGroup)
  expect(group('system', 'left_out')).toMatchObject({
    reason: 'left_out',
    count: 1,
    entries: [{ theirCode: 'SYS-0001', ourId: null }],
  })
  expect(group('assignment', 'added')?.entries).toEqual([
    { theirCode: null, ourId: row.id, about: [held.id, owner.id], field: null, choice: null },
  ])
  expect([labels[held.id]?.noun, labels[owner.id]?.noun, labels[own.id]]).toEqual(['system', 'person', undefined])
})

test('an open assignment here and an ended one there: the end is asked, and the question says of what', async () => {
  const setting = await company()
  const { client } = setting
  const system = await client.system.create({ name: ja('需要の予測') })
  const owner = await client.person.create({ name: ja('和田 修') })
  const sub = registerOfSide('b')
  const theirSystem = createSystem(sub.register, { name: ja('需要の予測') })
  const theirOwner = createPerson(sub.register, { name: ja('和田 修') })
  const holding = { role: 'system_owner', subject: 'system', postId: null } as const
  const here = await client.accountability.assign({
    ...holding,
    ...{ subjectId: system.id, personId: owner.id, from: '2026-01-01' },
  })
  const there = assign(sub.register, {
    ...holding,
    ...{ subjectId: theirSystem.id, personId: theirOwner.id, from: '2026-01-01' },
  })
  endAssignment(sub.register, { id: there.id, version: 1, to: '2026-03-31', reason: '異動' })
  sub.register.close()
  const token = await chosen(setting, sub.file)
  const key = `assignment:${there.id}:to`
  const same = { [theirSystem.id]: { same: system.id }, [theirOwner.id]: { same: owner.id } }
  const looked = await resultOf(client.merging.look({ token, answers: { matches: same, choices: {} } }))
  expect(looked.conflicts).toMatchObject([
    {
      ...{ key, kind: 'field', noun: 'assignment', id: here.id, field: 'to', ours: null, theirs: '2026-03-31' },
      ...{ choice: null, about: [system.id, owner.id] },
    },
  ])
  expect(looked.ours[system.id]?.name).toEqual(ja('需要の予測'))
  const merge = (choices: Readonly<Record<string, 'ours' | 'theirs'>>) =>
    resultOf(
      client.merging.run({ token, answers: { matches: same, choices }, headHash: looked.headHash, entityUnitId: null }),
    )
  expect(await refusal(merge({}))).toEqual({ code: 'MERGE_UNDECIDED', facts: { count: 1 } })
  await merge({ [key]: 'theirs' })
  const rows = assignmentsOf(setting.server.desk.register.read, system.id)
  expect(rows.map(({ id, to }) => [id, to])).toEqual([[here.id, '2026-03-31']])
})

test('the group is told by entity, on the screen and in a file', async () => {
  const setting = await company()
  const { client } = setting
  const unit = await client.unit.create({ name: ja('子会社'), kind: 'legal_entity' })
  await client.system.create({ name: ja('需要の予測'), unitId: unit.id })
  const table = await client.merging.entities({ day: null })
  expect(table.rows.map(({ unitId, cutOff, isStale }) => [unitId, cutOff, isStale])).toEqual([
    [null, null, false],
    [unit.id, null, false],
  ])
  const { rows } = await client.merging.writeEntities({ day: null, folder: await folderToken(setting) })
  expect(rows).toBe(2)
})

test('every operation was called above', () => {
  const own = (path: string) => path.startsWith('merging.')
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})

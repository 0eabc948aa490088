/** A second import: what the source changed, what people changed, what is the same, what is gone. */
import { describe, expect, test } from 'vitest'
import { updateSystem, createSystem } from '#electron/register/systems.ts'
import { updateUnit } from '#electron/register/accountability.ts'
import { withdrawRecord } from '#electron/register/records.ts'
import { importSystems } from '#electron/register/import/import-systems.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { undoLast } from '#electron/register/undo.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { importText, peopleOf, pathOf, refusalOf, sourceOf, systemsOf, unitsOf } from '#test/support/import-files.ts'
import { testRegister } from '#test/support/register.ts'

const counts = ({ added, updated, unchanged, rejected }: Awaited<ReturnType<typeof importText>>) => ({
  added,
  updated,
  unchanged,
  rejected: rejected.length,
})
const system = (register: Register, name: string) => {
  const found = systemsOf(register).filter((each) => (each.name.ja ?? each.name.en) === name)
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} systems are called ${name}`)
  return found[0]
}

describe('with an identifier', () => {
  const first =
    '管理番号,システム名,目的,部署,状態\nA-1,議事録,要約,総務部,試行\nA-2,需要予測,予測,営業部,開発中\nA-3,審査,判定,営業部,本番\n'

  test('adds, changes and keeps, and says what is missing', async () => {
    const { register } = testRegister()
    const before = await importText(register, first)
    expect(before.key).toBe('管理番号')
    const second =
      '管理番号,システム名,目的,部署,状態\nA-1,議事録AI,要約,総務部,本番\nA-2,需要予測,予測,営業部,開発中\nA-4,翻訳,翻訳,総務部,検討中\n'
    const report = await importText(register, second)
    expect(counts(report)).toEqual({ added: 1, updated: 1, unchanged: 1, rejected: 0 })
    expect(report.missing).toEqual([system(register, '審査').code])
    expect(system(register, '議事録AI')).toMatchObject({
      lifecycle: 'production',
      sourceKey: '管理番号: A-1',
      version: 2,
    })
    expect(system(register, '需要予測').version).toBe(1)
    expect(system(register, '審査').withdrawn).toBeNull()
    expect(await verifyRegister(register)).toEqual([])
  })

  test('what people changed stays where the source says the same as before', async () => {
    const { register } = testRegister()
    await importText(register, first)
    const own = system(register, '議事録')
    updateSystem(register, {
      id: own.id,
      version: own.version,
      patch: { purpose: { ja: '会議の要約', en: null }, vendor: 'A社', unitId: system(register, '審査').unitId },
    })
    expect(counts(await importText(register, first))).toEqual({ added: 0, updated: 0, unchanged: 3, rejected: 0 })
    expect(system(register, '議事録')).toMatchObject({ purpose: { ja: '会議の要約', en: null }, vendor: 'A社' })

    const report = await importText(register, first.replace('議事録,要約,総務部,試行', '議事録,要約,総務部,本番'))
    expect(counts(report)).toEqual({ added: 0, updated: 1, unchanged: 2, rejected: 0 })
    expect(system(register, '議事録')).toMatchObject({
      purpose: { ja: '会議の要約', en: null },
      lifecycle: 'production',
      unitId: system(register, '審査').unitId,
    })

    // Later imports still know what the source said at the first one.
    expect(counts(await importText(register, first.replace('議事録,要約', '議事録,要旨')))).toMatchObject({
      updated: 1,
    })
    expect(system(register, '議事録').purpose).toEqual({ ja: '要旨', en: null })
  })

  test('an empty cell erases nothing', async () => {
    const { register } = testRegister()
    await importText(register, first)
    const report = await importText(register, first.replace('議事録,要約,総務部,試行', '議事録,,,'))
    expect(counts(report)).toEqual({ added: 0, updated: 0, unchanged: 3, rejected: 0 })
    expect(system(register, '議事録')).toMatchObject({ purpose: { ja: '要約', en: null }, lifecycle: 'pilot' })
  })

  test('words that have lost their meaning make the field unknown', async () => {
    const { register } = testRegister()
    await importText(register, first)
    const report = await importText(register, first.replace('試行', '転生中'))
    expect(report.unknownValues).toEqual([{ column: '状態', value: '転生中', rows: 1 }])
    expect(system(register, '議事録').lifecycle).toBe('unknown')
    expect(new Map(system(register, '議事録').sourceNotes).get('状態')).toBe('転生中')
  })

  test('a mapping that words them later is met by the next import', async () => {
    const { register } = testRegister()
    const file = first.replace('試行', '転生中')
    await importText(register, file)
    const mapping = { version: 1, values: { lifecycle: { 転生中: 'suspended' } } }
    expect(counts(await importText(register, file, { mapping }))).toMatchObject({ updated: 1, unchanged: 2 })
    expect(system(register, '議事録').lifecycle).toBe('suspended')
  })

  test('a unit that was renamed in the register is the same unit', async () => {
    const { register } = testRegister()
    await importText(register, first)
    const [unit] = unitsOf(register)
    if (!unit) throw new Error('no unit')
    updateUnit(register, { id: unit.id, version: unit.version, patch: { name: { ja: 'コーポレート部', en: null } } })
    const report = await importText(register, first)
    expect({ ...counts(report), ...report.created }).toEqual({
      added: 0,
      updated: 0,
      unchanged: 3,
      rejected: 0,
      units: 0,
      people: 0,
    })
    expect(pathOf(register, system(register, '議事録').unitId)).toEqual(['コーポレート部'])
  })

  test('a system that was withdrawn in the register is told and stays withdrawn', async () => {
    const { register } = testRegister()
    await importText(register, first)
    const { id, version, code } = system(register, '審査')
    withdrawRecord(register, 'system', { id, version, reason: '重複' })
    const report = await importText(register, first)
    expect(report.rejected).toEqual([{ row: 4, column: 'システム名', reason: 'SYSTEM_WITHDRAWN', value: code }])
    expect(counts(report)).toMatchObject({ unchanged: 2 })
    expect(report.rows).toBe(3)
  })

  test('columns that are new in the file are added to the notes, and those that are gone stay', async () => {
    const { register } = testRegister()
    await importText(register, '管理番号,システム名,色\nA-1,議事録,赤\n')
    const report = await importText(register, '管理番号,システム名,形\nA-1,議事録,丸\n')
    expect(counts(report)).toMatchObject({ updated: 1 })
    expect(system(register, '議事録').sourceNotes).toEqual([
      ['管理番号', 'A-1'],
      ['色', '赤'],
      ['形', '丸'],
    ])
  })
})

describe('with name and unit', () => {
  const file = 'Title,Office\nBot,A\nBot,B\nBot,B\n'

  test('equal rows are told apart by their order, so that the same file changes nothing', async () => {
    const { register } = testRegister()
    const report = await importText(register, file)
    expect(report).toMatchObject({ key: 'name+unit', duplicates: [[3, 4]] })
    expect(systemsOf(register).map((each) => each.sourceKey)).toEqual([
      'name+unit: Bot / A',
      'name+unit: Bot / B',
      'name+unit: Bot / B #2',
    ])
    expect(counts(await importText(register, file))).toEqual({ added: 0, updated: 0, unchanged: 3, rejected: 0 })
  })

  test('a system that somebody entered by hand is the same one', async () => {
    const { register } = testRegister()
    createSystem(register, { name: { ja: null, en: 'bot ' } })
    const report = await importText(register, 'Title,Summary\nBot,helps\n')
    expect(counts(report)).toEqual({ added: 0, updated: 1, unchanged: 0, rejected: 0 })
    expect(systemsOf(register)).toHaveLength(1)
    expect(systemsOf(register)[0]).toMatchObject({ purpose: { ja: null, en: 'helps' }, sourceKey: 'name+unit: Bot' })
  })
})

describe('whole numbers as identifiers', () => {
  const numbered = (names: readonly string[]) =>
    `ID,Use Case Name\n${names.map((name, index) => `${index + 1},${name}`).join('\n')}\n`

  test('are trusted within one list', async () => {
    const { register } = testRegister()
    await importText(register, numbered(['A', 'B', 'C', 'D']))
    const report = await importText(register, numbered(['A', 'B2', 'C', 'D']))
    expect({ key: report.key, ...counts(report) }).toEqual({
      key: 'ID',
      added: 0,
      updated: 1,
      unchanged: 3,
      rejected: 0,
    })
  })

  test('are not taken for the same systems in another list', async () => {
    const { register } = testRegister()
    await importText(register, numbered(['A', 'B', 'C', 'D']))
    const other = numbered(['Q', 'R', 'S', 'T'])
    const report = await importText(register, other)
    expect({ key: report.key, ...counts(report) }).toEqual({
      key: 'name+unit',
      added: 4,
      updated: 0,
      unchanged: 0,
      rejected: 0,
    })
    expect(counts(await importText(register, other))).toMatchObject({ unchanged: 4 })
    expect(counts(await importText(register, numbered(['A', 'B', 'C', 'D'])))).toMatchObject({ unchanged: 4 })
  })

  test('are taken at their word where the mapping names them', async () => {
    const { register } = testRegister()
    await importText(register, numbered(['A', 'B', 'C', 'D']))
    const report = await importText(register, numbered(['Q', 'R', 'S', 'T']), { mapping: { version: 1, key: 'ID' } })
    expect({ key: report.key, ...counts(report) }).toEqual({
      key: 'ID',
      added: 0,
      updated: 4,
      unchanged: 0,
      rejected: 0,
    })
  })
})

test('an identifier that comes again and again is told and is no key; where the mapping names an empty one, the file is refused', async () => {
  const { register } = testRegister()
  const twice = 'Use Case ID,Use Case Name\nX-1,A\nX-1,B\nX-1,E\n'
  expect(await importText(register, twice)).toMatchObject({
    key: 'name+unit',
    added: 3,
    found: { keyLeft: { column: 'Use Case ID', rows: 2 }, repeats: [] },
  })
  const empty = 'Use Case ID,Use Case Name\nX-1,C\n,D\n'
  expect(await importText(register, empty)).toMatchObject({
    key: 'name+unit',
    added: 2,
    found: { keyLeft: null },
  })
  const mapping = { version: 1, key: 'Use Case ID' }
  expect(await refusalOf(importText(register, empty, { mapping }))).toEqual({
    code: 'KEY_NOT_UNIQUE',
    facts: { file: 'source.csv', column: 'Use Case ID', rows: '3' },
  })
})

describe('owners and executives', () => {
  const file = (owner: string, executive: string) =>
    `管理番号,システム名,担当者,担当役員\nA-1,議事録,${owner},${executive}\n`
  const assignments = (register: Register) =>
    [...recordTables.assignment.all(register.read)]
      .filter((each) => each.withdrawn === null)
      .map(({ role, from, to, personId }) => ({ role, from, to, person: personId }))

  test('a person of the register is found by name and reading; others are made; a change of owner keeps the past', async () => {
    const { register } = testRegister()
    const known = register.change({ operation: 'person.create' }, (change) =>
      change.add('person', {
        name: { ja: '山田　太郎', en: null },
        reading: 'やまだ たろう',
        email: null,
        unitId: null,
      }),
    )
    const report = await importText(register, file('山田太郎（ヤマダ タロウ）', ''))
    expect(report.created).toEqual({ units: 0, people: 0 })
    expect(assignments(register)).toEqual([{ role: 'system_owner', from: null, to: null, person: known.id }])

    const next = await importText(register, file('高橋 花子', ''))
    expect(next).toMatchObject({ updated: 1, created: { units: 0, people: 1 } })
    const [, made] = peopleOf(register)
    const today = register.today()
    expect(assignments(register)).toEqual([
      { role: 'system_owner', from: null, to: '2026-03-31', person: known.id },
      { role: 'system_owner', from: today, to: null, person: made?.id },
    ])
    expect(counts(await importText(register, file('高橋 花子', '')))).toMatchObject({ unchanged: 1 })
    expect(await verifyRegister(register)).toEqual([])
  })

  test('an executive is a post that a person holds; until there is one, the words are kept and listed', async () => {
    const { register } = testRegister()
    const report = await importText(register, file('', '佐藤 一郎'))
    expect(report).toMatchObject({
      added: 1,
      created: { units: 0, people: 0 },
      unknownValues: [],
      found: { names: [{ noun: 'post', word: '佐藤 一郎', rows: 1, several: false, made: false, makeable: false }] },
    })
    expect(systemsOf(register)[0]?.sourceNotes).toContainEqual(['担当役員', '佐藤 一郎'])

    register.change({ operation: 'setUp' }, (change) => {
      const person = change.add('person', {
        name: { ja: '佐藤一郎', en: null },
        reading: null,
        email: null,
        unitId: null,
      })
      const post = change.add('post', {
        name: { ja: '最高AI責任者', en: null },
        kind: 'executive',
        unitId: null,
        reportsToId: null,
        overseenById: null,
        from: null,
        to: null,
      })
      change.add('term', { postId: post.id, personId: person.id, capacity: 'holder', from: '2026-04-01', to: null })
    })
    expect(counts(await importText(register, file('', '佐藤 一郎')))).toMatchObject({ updated: 1 })
    expect(assignments(register)).toMatchObject([{ role: 'accountable_executive', from: null, to: null }])
    expect(counts(await importText(register, file('', '佐藤 一郎')))).toMatchObject({ unchanged: 1 })
  })

  test('of two people of one name none is taken', async () => {
    const { register } = testRegister()
    register.change({ operation: 'setUp' }, (change) => {
      for (const reading of ['すずき いちろう', 'すずき かずお'])
        change.add('person', { name: { ja: '鈴木 一', en: null }, reading, email: null, unitId: null })
    })
    const report = await importText(register, file('鈴木 一', ''))
    expect(report).toMatchObject({
      created: { people: 0 },
      unknownValues: [],
      found: { names: [{ noun: 'person', word: '鈴木 一', rows: 1, several: true, made: false, makeable: false }] },
    })
    expect(await importText(register, 'システム名,担当者\n別,鈴木 一（すずき かずお）\n')).toMatchObject({
      unknownValues: [],
      found: { names: [] },
    })
  })

  const listed = '管理番号,システム名,会社名,部署,担当者,担当役員\n'
  const rows =
    'A-1,議事録,令和商事,総務課,高橋花,社長\nA-2,翻訳,令和商事,総務課,高橋花,社長\nA-3,審査,令和物流,総務課,1204,\n'
  const prepared = () => {
    const { register } = testRegister()
    register.change({ operation: 'setUp' }, (change) => {
      for (const name of ['髙橋 花', '田中 一郎'])
        change.add('person', { name: { ja: name, en: null }, reading: null, email: null, unitId: null })
      for (const name of ['最高AI責任者', '最高情報責任者'])
        change.add('post', {
          name: { ja: name, en: null },
          kind: 'executive',
          unitId: null,
          reportsToId: null,
          overseenById: null,
          from: null,
          to: null,
        })
      change.add('unit', {
        name: { ja: '総務部', en: null },
        reading: null,
        kind: 'division',
        parentId: null,
        from: null,
        to: null,
        successorId: null,
        sectors: [],
      })
    })
    return register
  }
  const answered = (register: Register) =>
    [...recordTables.assignment.all(register.read)].map(({ role, subjectId, personId, postId }) => [
      recordTables.system.get(register.read, subjectId)?.name.ja,
      role,
      recordTables.person.get(register.read, personId ?? '')?.code ??
        recordTables.post.get(register.read, postId ?? '')?.code,
    ])

  test('names are listed with their rows; what a person says of them goes before making records of them', async () => {
    const register = prepared()
    const trial = await importSystems(register, sourceOf(listed + rows), {}, { dryRun: true })
    const name = { several: false, made: true, makeable: true }
    expect(trial.found.names).toEqual([
      { noun: 'unit', word: '令和商事', rows: 2, ...name },
      { noun: 'unit', word: '令和商事 / 総務課', rows: 2, ...name },
      {
        noun: 'person',
        word: '高橋花',
        rows: 2,
        similar: [{ code: 'PSN-0001', name: { ja: '髙橋 花', en: null } }],
        ...name,
      },
      { noun: 'unit', word: '令和物流', rows: 1, ...name },
      { noun: 'unit', word: '令和物流 / 総務課', rows: 1, ...name },
      { noun: 'person', word: '1204', rows: 1, ...name },
      { noun: 'post', word: '社長', rows: 2, several: false, made: false, makeable: false },
    ])
    const names = {
      person: { 高橋花: 'PSN-0001', 1204: 'PSN-0002' },
      post: { 社長: 'PST-0002' },
      unit: { '令和商事 / 総務課': 'UNT-0001' },
    }
    const report = await importText(register, listed + rows, { mapping: { version: 1, names } })
    expect(report).toMatchObject({ added: 3, created: { units: 3, people: 0 } })
    expect(report.found.names.map(({ word }) => word)).toEqual(['令和商事', '令和物流', '令和物流 / 総務課'])
    expect(answered(register)).toEqual([
      ['議事録', 'system_owner', 'PSN-0001'],
      ['議事録', 'accountable_executive', 'PST-0002'],
      ['翻訳', 'system_owner', 'PSN-0001'],
      ['翻訳', 'accountable_executive', 'PST-0002'],
      ['審査', 'system_owner', 'PSN-0002'],
    ])
    const unit = (of: string) => pathOf(register, system(register, of).unitId)
    expect([unit('議事録'), unit('翻訳'), unit('審査')]).toEqual([['総務部'], ['総務部'], ['令和物流', '総務課']])
    // The same list again: what was said stays, and nothing is made.
    const again = await importText(register, listed + rows, { mapping: { version: 1, names } })
    expect(counts(again)).toEqual({ added: 0, updated: 0, unchanged: 3, rejected: 0 })
    expect(await verifyRegister(register)).toEqual([])
  })

  test('where a person wants no records made, the names stay with the rows; nor is one made of a name whose record has gone', async () => {
    const register = prepared()
    const mapping = { version: 1, make: {}, names: { person: { 1204: 'PSN-0099' } } }
    const report = await importText(register, listed + rows, { mapping })
    expect(report).toMatchObject({ added: 3, created: { units: 0, people: 0 } })
    expect(report.found.names.map(({ word, rows: count, made }) => [word, count, made])).toEqual([
      ['令和商事', 2, false],
      ['高橋花', 2, false],
      ['社長', 2, false],
      ['令和物流', 1, false],
      ['1204', 1, false],
    ])
    expect([unitsOf(register).length, peopleOf(register).length, answered(register)]).toEqual([1, 2, []])
    expect(system(register, '議事録').sourceNotes).toContainEqual(['担当者', '高橋花'])
    const gone = await importText(prepared(), listed + rows, { mapping: { ...mapping, make: { person: {} } } })
    expect(gone.created).toEqual({ units: 0, people: 1 })
  })
})

test('the run of an import is kept: file, digest, encoding, mapping and counts', async () => {
  const { register } = testRegister()
  const path = sourceOf('管理番号,システム名\nA-1,議事録\nA-2,\n', 'inventory.csv')
  await importSystems(register, path, {})
  expect([...recordTables.importRun.all(register.read)]).toMatchObject([
    {
      version: 1,
      fileName: 'inventory.csv',
      encoding: 'utf-8',
      headerRow: 1,
      mapping: { システム名: 'name', 管理番号: 'sourceKey' },
      counts: { rows: 2, added: 1, updated: 0, unchanged: 0, rejected: 1 },
    },
  ])
})

test('what is written to the register between trial and transaction is seen by the transaction', async () => {
  const { register } = testRegister()
  let entered = false
  const report = await importSystems(
    register,
    sourceOf('Title,Summary\nBot,helps\nBat,flies\n'),
    {},
    {
      progress: ({ stage }) => {
        if (stage !== 'writing' || entered) return
        entered = true
        createSystem(register, { name: { ja: null, en: 'Bot' } })
      },
    },
  )
  expect(counts(report)).toEqual({ added: 1, updated: 1, unchanged: 0, rejected: 0 })
  expect(systemsOf(register)).toHaveLength(2)
  expect([...recordTables.importRun.all(register.read)]).toMatchObject([
    { counts: { rows: 2, added: 1, updated: 1, unchanged: 0, rejected: 0 } },
  ])
  expect(await verifyRegister(register)).toEqual([])
})

test('what changes is told field by field, and a person leaves a change out or withdraws what is gone', async () => {
  const { register } = testRegister()
  await importText(register, '管理番号,システム名,目的,状態\nA-1,議事録,要約,試行\nA-2,審査,判定,本番\n')
  const next = '管理番号,システム名,目的,状態\nA-1,議事録AI,要約,本番\n'
  const trial = await importSystems(register, sourceOf(next), {}, { dryRun: true })
  const { id } = system(register, '議事録')
  expect(trial.missing).toEqual(['SYS-0002'])
  expect(trial.found.changes).toEqual([
    {
      row: 2,
      id,
      code: 'SYS-0001',
      field: 'name',
      before: { ja: '議事録', en: null },
      after: { ja: '議事録AI', en: null },
    },
    { row: 2, id, code: 'SYS-0001', field: 'lifecycle', before: 'pilot', after: 'production' },
  ])
  const report = await importSystems(register, sourceOf(next), {
    leave: ['2 lifecycle'],
    withdraw: { codes: ['SYS-0002'], reason: '棚卸しで廃止を確認した' },
  })
  expect(counts(report)).toEqual({ added: 0, updated: 1, unchanged: 0, rejected: 0 })
  expect(system(register, '議事録AI').lifecycle).toBe('pilot')
  expect(system(register, '審査').withdrawn).toMatchObject({ reason: '棚卸しで廃止を確認した' })
  undoLast(register, null)
  expect(system(register, '議事録').lifecycle).toBe('pilot')
  expect(system(register, '審査').withdrawn).toBeNull()
  expect(await verifyRegister(register)).toEqual([])
})

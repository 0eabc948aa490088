/** Lists of what a board has directed, as security offices keep them: read, previewed, written, undone, and read again. */
import { describe, expect, test } from 'vitest'
import { createPerson, createPost } from '#electron/register/accountability.ts'
import { createDirection, updateDirection } from '#electron/register/directions.ts'
import type { ImportOptions } from '#electron/register/import/import-options.ts'
import { importRecords, inspectRecords } from '#electron/register/import/import-records.ts'
import { withdrawRecord } from '#electron/register/records.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { undoLast, undoState } from '#electron/register/undo.ts'
import { readDirectionItem, readMaturity } from '#shared/domain/import-record/direction-row.ts'
import { refusalOf, sourceOf } from '#test/support/import-files.ts'
import { testRegister } from '#test/support/register.ts'

const ja = (text: string) => ({ ja: text, en: null })
const directionsOf = (register: Register) =>
  [...recordTables.direction.all(register.read)].filter(({ withdrawn }) => withdrawn === null)
const importText = (register: Register, text: string, options: ImportOptions = {}) =>
  importRecords(register, 'direction', sourceOf(text), options)

function withPeople() {
  const { register } = testRegister()
  const person = createPerson(register, { name: ja('森田 千尋') })
  const board = createPost(register, { name: ja('取締役会議長（社外取締役）'), kind: 'board' })
  const ciso = createPost(register, { name: ja('CISO（最高情報セキュリティ責任者）'), kind: 'executive' })
  return { register, person, board, ciso }
}

const list = `サイバーセキュリティ 取締役会指示一覧（社外秘）,,,,,,,,
No.,指示項目,取締役会の指示,指示者,指示先,指示日,報告日,報告内容,成熟度,根拠,所見
1,リスクの認識,情報セキュリティ方針の改定,取締役会,CISO 森田 千尋,2023/6/29,R5.12.14,全社に周知,4 検証済,内部監査で確認,良好
指示７,緊急対応体制,訓練の実施,取締役会,森田\u3000千尋,2026年1月22日,,,レベル３,訓練の評価報告,
(９),供給網,委託先の調査,経営会議,購買部長,2026-01-30,,,3.5,,41社
11,存在しない,なにか,取締役会,,2026-01-01,,,1,議事録,
8,復旧,,,,,,,未着手,議事録に指示なし,
10,共有,共有会に参加,取締役会,CISO,2026-02-30,,,2,,
7,緊急対応体制,訓練の実施（再掲）,取締役会,,2026-01-22,,,1,,
`

test('a list with a title over it, mixed days, digits and words ends in records and sentences', async () => {
  const { register, person, board, ciso } = withPeople()
  const report = await importText(register, list)
  expect(report).toMatchObject({
    rows: 7,
    added: 4,
    updated: 0,
    unchanged: 0,
    headerRow: 2,
    key: 'side+item+day',
    unmapped: ['指示項目', '所見'],
    mapping: {
      'No.': 'item',
      取締役会の指示: 'instruction',
      指示者: 'givenBy',
      指示先: 'to',
      指示日: 'givenOn',
      報告日: 'reportedOn',
      報告内容: 'report',
      成熟度: 'maturity',
      根拠: 'grounds',
    },
    rejected: [
      { row: 6, column: 'No.', reason: 'DIRECTION_UNKNOWN', value: '11' },
      { row: 8, column: '指示日', reason: 'DAY_DOES_NOT_EXIST', value: '2026-02-30' },
      { row: 9, column: 'No.', reason: 'ROW_REPEATED', value: '7' },
    ],
    unknownValues: [{ column: '成熟度', value: '3.5', rows: 1 }],
    found: {
      names: [
        { noun: 'post', word: '経営会議', rows: 1, several: false, made: false, makeable: false },
        { noun: 'post', word: '購買部長', rows: 1, several: false, made: false, makeable: false },
      ],
    },
  })
  const [policy, exercise, suppliers, recovery] = directionsOf(register)
  expect(policy).toMatchObject({
    code: 'DIR-0001',
    side: 'cyber',
    item: 'CMG-D01',
    name: ja('情報セキュリティ方針の改定'),
    instruction: ja('情報セキュリティ方針の改定'),
    givenOn: '2023-06-29',
    givenByPostId: board.id,
    toPostId: ciso.id,
    toPersonId: person.id,
    reportedOn: '2023-12-14',
    report: ja('全社に周知'),
    maturity: 'verified',
    grounds: ja('内部監査で確認'),
    notes: null,
  })
  expect(exercise).toMatchObject({
    item: 'CMG-D07',
    givenOn: '2026-01-22',
    toPersonId: person.id,
    maturity: 'operating',
  })
  // What has no meaning is kept as the source's own words; a maturity between two steps is none.
  expect(suppliers).toMatchObject({
    item: 'CMG-D09',
    maturity: null,
    toPostId: null,
    notes: null,
  })
  const said = [...recordTables.sourceRow.all(register.read)].find(({ subjectId }) => subjectId === suppliers?.id)
  expect(said).toMatchObject({
    subject: 'direction',
    key: 'side+item+day: cyber CMG-D09 2026-01-30',
    row: 5,
    cells: [
      ['No.', '(９)'],
      ['指示項目', '供給網'],
      ['取締役会の指示', '委託先の調査'],
      ['指示者', '経営会議'],
      ['指示先', '購買部長'],
      ['指示日', '2026-01-30'],
      ['成熟度', '3.5'],
      ['所見', '41社'],
    ],
  })
  // Nobody has directed anything: the title of the direction is its name.
  expect(recovery).toMatchObject({
    item: 'CMG-D08',
    givenOn: null,
    maturity: 'not_started',
    name: { ja: '事業継続・復旧体制の整備', en: 'Continuity and recovery' },
  })
})

test('is shown before anything is written, is one step to take back, and changes nothing a second time', async () => {
  const { register } = withPeople()
  const path = sourceOf(list)
  const head = register.head()
  const preview = await inspectRecords(register, 'direction', path, {})
  expect(preview.sheet?.report).toMatchObject({ rows: 7, added: 4, dryRun: true })
  expect(preview.sheet?.columns[0]).toMatchObject({ label: 'No.', target: 'item', samples: ['1', '指示７', '(９)'] })
  expect(await importRecords(register, 'direction', path, {}, { dryRun: true })).toMatchObject({
    added: 4,
    dryRun: true,
  })
  expect(register.head()).toEqual(head)

  await importRecords(register, 'direction', path, {})
  expect(directionsOf(register)).toHaveLength(4)
  expect(await importRecords(register, 'direction', path, {})).toMatchObject({ added: 0, updated: 0, unchanged: 4 })
  const { undo } = undoState(register)
  undoLast(register, undo?.transaction ?? 0)
  const { undo: first } = undoState(register)
  expect(first).toMatchObject({ operation: 'direction.import' })
  undoLast(register, first?.transaction ?? 0)
  expect(directionsOf(register)).toEqual([])
})

test('a newer list changes what it says otherwise, and empty cells erase nothing', async () => {
  const { register } = withPeople()
  await importText(register, list)
  const report = await importText(
    register,
    'Number,Direction,Date,Report,Maturity,Grounds\n7,,2026-01-22,Two faults mended,Verified,\n7,Exercise again,2026-03-12,,Directed,Minutes\n',
  )
  expect(report).toMatchObject({ added: 1, updated: 1, unchanged: 0, rejected: [], unknownValues: [] })
  const [, exercise] = directionsOf(register)
  expect(exercise).toMatchObject({
    maturity: 'verified',
    grounds: ja('訓練の評価報告'),
    report: { ja: null, en: 'Two faults mended' },
    name: ja('訓練の実施'),
  })
})

test('the other side is chosen, or said by the rows', async () => {
  const { register } = withPeople()
  await importText(register, '番号,指示,側\n1,方針を決議,\n2,CISOを任命,サイバーセキュリティ\n', {
    mapping: { version: 1, defaults: { side: 'ai' } },
  })
  expect(directionsOf(register).map(({ side, item }) => [side, item])).toEqual([
    ['ai', 'CMG-D01'],
    ['cyber', 'CMG-D02'],
  ])
})

test('a key is refused: side, number and day tell directions apart', async () => {
  const { register } = testRegister()
  const path = sourceOf('番号,指示,日\n1,方針を決議,2026-04-01\n')
  const mapping = { version: 1, key: '番号' }
  expect(await refusalOf(importRecords(register, 'direction', path, { mapping }))).toEqual({
    code: 'MAPPING_INVALID',
    facts: { at: 'key', detail: 'side+item+day tells directions apart' },
  })
})

test('a row of an export is the record of its code; one that was withdrawn is left alone', async () => {
  const { register } = withPeople()
  const one = createDirection(register, { name: ja('方針'), side: 'ai', item: 'CMG-D01', givenOn: '2026-01-01' })
  const other = createDirection(register, { name: ja('体制'), side: 'ai', item: 'CMG-D02' })
  updateDirection(register, { id: one.id, version: 1, patch: { grounds: ja('議事録') } })
  withdrawRecord(register, 'direction', { id: other.id, version: 1, reason: '二重登録' })
  const report = await importText(
    register,
    'code,name_ja,id,version,side_code,side_ja,item_code,item_ja,given_on,maturity_code,maturity_ja,grounds_ja\n' +
      `DIR-0001,方針,${one.id},2,ai,AI,CMG-D01,リスクの認識,2026-02-01,directed,指示済,議事録\n` +
      `DIR-0002,体制,${other.id},1,ai,AI,CMG-D02,体制,,,,\n`,
  )
  expect(report).toMatchObject({
    updated: 1,
    // Which record a row is, what keeps it, and labels beside codes are columns of ours.
    unmapped: [],
    rejected: [{ row: 3, reason: 'RECORD_WITHDRAWN', value: 'DIR-0002' }],
  })
  expect(directionsOf(register)).toMatchObject([
    { id: one.id, givenOn: '2026-02-01', maturity: 'directed', notes: null },
  ])
})

test('a sheet that names none of the ten is refused with its headings, and can be mapped', async () => {
  const { register } = withPeople()
  const path = sourceOf('甲,乙\n3,予算の確保\n')
  expect(await refusalOf(importRecords(register, 'direction', path, {}))).toEqual({
    code: 'NO_DIRECTION_COLUMN',
    facts: { file: 'source.csv', columns: ['甲', '乙'] },
  })
  expect((await inspectRecords(register, 'direction', path, {})).sheet?.problem?.code).toBe('NO_DIRECTION_COLUMN')
  const mapping = { version: 1, columns: { 甲: 'item', 乙: 'name' } }
  expect(await importRecords(register, 'direction', path, { mapping })).toMatchObject({ added: 1 })
  expect(
    await refusalOf(importRecords(register, 'direction', path, { mapping: { version: 1, columns: { 甲: 'tier' } } })),
  ).toMatchObject({
    code: 'MAPPING_INVALID',
  })
})

describe('words', () => {
  const titles = new Map([['緊急対応体制の整備', 'CMG-D07' as const]])
  test.each([
    ['7', 'CMG-D07'],
    ['07', 'CMG-D07'],
    ['⑦', 'CMG-D07'],
    ['指示７：緊急対応', 'CMG-D07'],
    ['(7) 緊急対応', 'CMG-D07'],
    ['CMG-D07', 'CMG-D07'],
    ['D7', 'CMG-D07'],
    ['Direction 10', 'CMG-D10'],
    ['緊急対応体制の整備', 'CMG-D07'],
    ['0', null],
    ['11', null],
    ['2026', null],
    ['7.5', null],
    ['2026-07-01', null],
    ['訓練', null],
  ])('%s is the direction %s', (cell, item) => {
    expect(readDirectionItem(cell, titles)).toBe(item)
  })

  test.each([
    ['0', 'not_started'],
    ['４', 'verified'],
    ['3 運用中', 'operating'],
    ['レベル2', 'organised'],
    ['Level 1', 'directed'],
    ['3/4', 'operating'],
    ['検証済み', 'verified'],
    ['In operation', 'operating'],
    ['3 指示済', null],
    ['3.5', null],
    ['5', null],
    ['良好', null],
  ])('%s is the step %s', (cell, maturity) => {
    expect(readMaturity(cell)).toBe(maturity)
  })
})

describe('whom a list names', () => {
  const toNobody = '番号,指示,指示先,指示日\n9,委託先の調査,購買部長,2026-01-30\n'

  test('who is registered later answers when the same list comes again', async () => {
    const { register } = withPeople()
    await importText(register, toNobody)
    expect(await importText(register, toNobody)).toMatchObject({
      unchanged: 1,
      found: { names: [{ word: '購買部長' }] },
    })
    const post = createPost(register, { name: ja('購買部長'), kind: 'executive' })
    expect(await importText(register, toNobody)).toMatchObject({ updated: 1, found: { names: [] } })
    const [direction] = directionsOf(register)
    expect(direction?.toPostId).toBe(post.id)
    // Whom people have put there since stays.
    const other = createPost(register, { name: ja('調達統括'), kind: 'executive' })
    updateDirection(register, {
      id: direction?.id ?? '',
      version: direction?.version ?? 0,
      patch: { toPostId: other.id },
    })
    expect(await importText(register, toNobody)).toMatchObject({ unchanged: 1 })
    expect(directionsOf(register)[0]?.toPostId).toBe(other.id)
  })

  test('words that mean several posts are listed as such, make no person, and are settled by the mapping', async () => {
    const { register } = withPeople()
    const chair = createPost(register, { name: ja('経営会議 議長'), kind: 'executive' })
    createPost(register, { name: ja('経営会議 事務局'), kind: 'executive' })
    const text = '番号,指示,指示者,指示日\n9,委託先の調査,経営会議,2026-01-30\n'
    const make = { person: {} }
    const report = await importText(register, text, { mapping: { version: 1, make } })
    expect(report.created.people).toBe(0)
    expect(report.found.names).toEqual([
      { noun: 'post', word: '経営会議', rows: 1, several: true, made: false, makeable: false },
    ])
    const names = { post: { 経営会議: chair.code } }
    expect(await importText(register, text, { mapping: { version: 1, make, names } })).toMatchObject({ updated: 1 })
    expect(directionsOf(register)[0]?.givenByPostId).toBe(chair.id)
  })

  test('people are made only of a column of people, and never of a bare code of another register', async () => {
    const { register } = withPeople()
    const head =
      'id,code,name_ja,name_en,side_code,item_code,given_on,given_by_post_code,to_person_code,to_person_name\n'
    const row = (item: string, person: string) =>
      `0198b6a0-0000-7000-8000-0000000000${item},DIR-0009,訓練,,ai,CMG-D${item},2026-01-22,PST-0001,${person}\n`
    const mapping = { version: 1, make: { person: {} } }
    const report = await importText(register, head + row('07', 'PSN-0001,') + row('08', 'PSN-0001,大野 光'), {
      mapping,
    })
    expect(report.found.names).toEqual([
      { noun: 'person', word: '大野 光', rows: 1, several: false, made: true, makeable: true },
      { noun: 'post', word: 'PST-0001', rows: 2, several: false, made: false, makeable: false },
      { noun: 'person', word: 'PSN-0001', rows: 1, several: false, made: false, makeable: false },
    ])
    expect(report.created.people).toBe(1)
    expect(directionsOf(register).map(({ toPersonId }) => toPersonId !== null)).toEqual([false, true])
  })
})

/** Lists of every noun as companies keep them in sheets, brought in, brought in again a year later, and taken back. */
import { expect, test } from 'vitest'
import { updateRisk } from '#electron/register/risks.ts'
import { createPerson } from '#electron/register/accountability.ts'
import { importRecords, inspectRecords } from '#electron/register/import/import-records.ts'
import type { ImportOptions } from '#electron/register/import/import-options.ts'
import { keepMapping, keptMappings } from '#electron/register/import/kept-mappings.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { undoLast } from '#electron/register/undo.ts'
import type { RecordNoun } from '#shared/domain/import-record/record-targets.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { fixture, refusalOf, sourceOf } from '#test/support/import-files.ts'
import { testRegister } from '#test/support/register.ts'

/** The space of full width that people put between names. */
const wide = '\u3000'
const ja = (text: string) => ({ ja: text, en: null })
const standing = <N extends RecordNoun>(register: Register, noun: N): RecordOf<N>[] =>
  ([...recordTables[noun].all(register.read)] as RecordOf<N>[]).filter(({ withdrawn }) => withdrawn === null)
const bring = (register: Register, noun: RecordNoun, text: string, options: ImportOptions = {}) =>
  importRecords(register, noun, sourceOf(text), options)
const nameOf = (register: Register, noun: RecordNoun, id: string | null) =>
  standing(register, noun).find((record) => record.id === id)?.name.ja ?? null

test('units below units that stand further down in the list', async () => {
  const { register } = testRegister()
  const report = await bring(
    register,
    'unit',
    '部門名,上位部門,種類\n与信企画課,審査部,部門\n審査部,試験銀行,\n試験銀行,,会社\n',
  )
  expect(report).toMatchObject({ rows: 3, added: 3, rejected: [], key: 'name', unknownValues: [] })
  const units = standing(register, 'unit')
  expect(units.map(({ name, kind, parentId }) => [name.ja, kind, nameOf(register, 'unit', parentId)])).toEqual([
    ['与信企画課', 'division', '審査部'],
    ['審査部', 'division', '試験銀行'],
    ['試験銀行', 'legal_entity', null],
  ])
})

test('units above the list that nobody has are made in the same step, and the list stands below them', async () => {
  const { register } = testRegister()
  const options = { mapping: { version: 1, make: { unit: {} } } } as const
  const report = await bring(register, 'unit', '部門名,上位部門\n札幌支店,北海道\n函館支店,北海道\n', options)
  expect(report).toMatchObject({ added: 2, created: { units: 1 }, unknownValues: [] })
  expect(standing(register, 'unit').map(({ name, parentId }) => [name.ja, nameOf(register, 'unit', parentId)])).toEqual(
    [
      ['北海道', null],
      ['札幌支店', '北海道'],
      ['函館支店', '北海道'],
    ],
  )
})

test('a unit that would stand below itself stands at the top, and its words are listed', async () => {
  const { register } = testRegister()
  const report = await bring(register, 'unit', '部門名,上位部門\n甲,乙\n乙,甲\n')
  expect(report).toMatchObject({
    added: 2,
    rejected: [],
    unknownValues: [{ column: '上位部門', value: '乙', rows: 1 }],
  })
  expect(standing(register, 'unit').map(({ name, parentId }) => [name.ja, parentId === null])).toEqual([
    ['甲', true],
    ['乙', false],
  ])
})

test('people with readings and addresses, the same name twice, and posts with those who hold them', async () => {
  const { register } = testRegister()
  await bring(register, 'unit', '部門名\n総務部\n')
  const people = `氏名,フリガナ,メールアドレス,部署\r
髙橋${wide}恵,タカハシ${wide}メグミ,takahashi@example.com,総務部\r
佐藤 翔,サトウ ショウ,sho1@example.com,情報部\r
佐藤 翔,サトウ ショウ,sho2@example.com,総務部\r
`
  const report = await bring(register, 'person', people)
  expect(report).toMatchObject({ rows: 3, added: 3, rejected: [] })
  expect(report.found.names).toEqual([
    { noun: 'unit', word: '情報部', rows: 1, several: false, made: false, makeable: true },
  ])
  expect(standing(register, 'person').map(({ name, reading, email }) => [name.ja, reading, email])).toEqual([
    [`髙橋${wide}恵`, `タカハシ${wide}メグミ`, 'takahashi@example.com'],
    ['佐藤 翔', 'サトウ ショウ', 'sho1@example.com'],
    ['佐藤 翔', 'サトウ ショウ', 'sho2@example.com'],
  ])
  // The next list of the same people adds nobody: who bears one name is told apart by the address.
  expect(await bring(register, 'person', people)).toMatchObject({ added: 0, updated: 0, unchanged: 3 })
  const posts = `職位,種別,部署,報告先,在任者,就任日
CAIO,執行役員,総務部,取締役会,髙橋 恵,R8.4.1
取締役会,取締役会,,,,
システム担当,担当,総務部,CAIO,佐藤 翔,2026-05-01
`
  const held = await bring(register, 'post', posts)
  expect(held).toMatchObject({ rows: 3, added: 3, rejected: [] })
  // Two people bear the name: nobody is taken for the holder.
  expect(held.found.names).toMatchObject([{ noun: 'person', word: '佐藤 翔', several: true, makeable: false }])
  const [caio, board] = standing(register, 'post')
  expect(caio).toMatchObject({ name: { en: 'CAIO' }, kind: 'executive', reportsToId: board?.id })
  expect([...recordTables.term.all(register.read)]).toMatchObject([{ postId: caio?.id, from: '2026-04-01', to: null }])
})

test('contracts need their vendors: made in the same step where a person says so', async () => {
  const { register } = testRegister()
  const contracts = `契約名,契約先,締結日,契約期間 開始,契約期間 終了,自動更新,準拠法
生成AI利用契約,サンプルAI株式会社,2026-04-01,2026-04-01,2027-03-31,あり,日本法
期間の逆な契約,サンプルAI株式会社,2026-04-01,2027-04-01,2026-03-31,なし,
`
  const refused = await bring(register, 'contract', contracts)
  expect(refused).toMatchObject({ added: 0, rejected: [{ reason: 'RECORD_NEEDED' }, { reason: 'RECORD_NEEDED' }] })
  const made = await bring(register, 'contract', contracts, { mapping: { version: 1, make: { vendor: {} } } })
  expect(made).toMatchObject({ added: 1, rejected: [{ row: 3, reason: 'RULE_BROKEN' }] })
  const [vendor] = standing(register, 'vendor')
  expect(vendor).toMatchObject({ code: 'VEN-0001', name: ja('サンプルAI株式会社') })
  expect(standing(register, 'contract')).toMatchObject([
    { vendorId: vendor?.id, signedOn: '2026-04-01', to: '2027-03-31', renews: 'yes', governingLaw: '日本法' },
  ])
})

test('actions done elsewhere keep their day; what is done without a day stays open and is listed', async () => {
  const { register } = testRegister()
  createPerson(register, { name: ja('林 美咲') })
  const report = await bring(
    register,
    'action',
    '件名,担当者,期限,状態,完了日\n規程の改定,林\u3000美咲,2026/9/30,完了,2026-09-12\n点検,林 美咲,2026-10-31,検証済,2026-10-20\n教育,,2026-12-01,完了,\n',
  )
  expect(report).toMatchObject({ added: 3, unknownValues: [{ column: '状態', value: '完了', rows: 1 }] })
  expect(
    standing(register, 'action').map(({ state, doneOn, dueOn, verifiedOn }) => [state, doneOn, dueOn, verifiedOn]),
  ).toEqual([
    ['done', '2026-09-12', '2026-09-30', null],
    ['done', '2026-10-20', '2026-10-31', null],
    ['open', null, '2026-12-01', null],
  ])
})

test('incidents with moments in the zone of the register, and the kind that every one owes', async () => {
  const { register } = testRegister()
  const text = '件名,発生日時,検知日,内容,影響人数\n誤送信,2026-05-01 09:30,2026-05-02,宛先の取り違え,"1,204"\n'
  expect(await bring(register, 'incident', text)).toMatchObject({
    added: 0,
    rejected: [{ row: 2, reason: 'CHOICE_NEEDED', value: 'kind' }],
    found: { needed: ['kind'] },
  })
  const report = await bring(register, 'incident', text, { mapping: { version: 1, defaults: { kind: 'incident' } } })
  expect(report).toMatchObject({ added: 1 })
  expect(standing(register, 'incident')).toMatchObject([
    {
      kind: 'incident',
      state: 'open',
      occurredAt: '2026-05-01T00:30:00.000Z',
      detectedAt: '2026-05-01T15:00:00.000Z',
      affectedCount: 1204,
    },
  ])
})

test('the open checklist of generative AI, row by row', async () => {
  const { register } = testRegister()
  const report = await importRecords(
    register,
    'control',
    fixture('ja-genai-checklist/genai-governance-checklist.xlsx'),
    {},
  )
  expect(report).toMatchObject({
    rows: 120,
    added: 120,
    rejected: [],
    headerRow: 3,
    sheet: 'チェックリスト',
    key: '項目番号',
    found: { tool: 'genai_checklist', needed: [], names: [] },
  })
  const controls = standing(register, 'control')
  expect(controls[0]).toMatchObject({
    name: ja('生成AI利用に関する最終責任者（経営層）が明確に定められている'),
    domain: 'organisation',
    weight: 'key',
    design: 'unknown',
  })
  const count = (field: 'domain' | 'weight') =>
    Object.fromEntries(
      [...Map.groupBy(controls, (control) => control[field])].map(([code, each]) => [code, each.length]),
    )
  expect(count('domain')).toEqual({ organisation: 54, data: 16, model: 46, security: 4 })
  expect(count('weight')).toEqual({ key: 74, supporting: 25, minor: 21 })
  const [first] = [...recordTables.sourceRow.all(register.read)]
  expect(first).toMatchObject({ key: '項目番号: 1.1.A', row: 4, subject: 'control' })
  expect(first?.cells).toContainEqual(['NIST', '○'])
})

const thisYear = `ID,リスク名,リスク内容,リスク分類,リスク対応
R-1,情報漏えい,顧客情報を入力する,セキュリティ,低減
R-2,偏り,地域で偏る,公平性,低減
R-3,撤退,提供が終わる,戦略,受容
`
const nextYear = `ID,リスク名,リスク内容,リスク分類,リスク対応
R-1,情報漏えい,顧客情報と設計図を入力する,セキュリティ,回避
R-2,偏り,地域で偏る,公平性,低減
R-4,停止,基盤が止まる,安全性,低減
`

test('the list of the next year over that of this one: changed field by field, missing listed, one undo', async () => {
  const { register } = testRegister()
  await bring(register, 'risk', thisYear)
  const [leak, bias] = standing(register, 'risk')
  if (leak === undefined || bias === undefined) throw new Error('no risks')
  // What people have written since stays, as long as the source says what it said.
  updateRisk(register, { id: bias.id, version: bias.version, patch: { event: ja('都道府県で偏る') } })
  const seen = await inspectRecords(register, 'risk', sourceOf(nextYear), {})
  expect(seen.sheet?.report).toMatchObject({ added: 1, updated: 1, unchanged: 1, missing: ['RSK-0003'] })
  expect(seen.sheet?.report?.found.changes).toEqual([
    {
      row: 2,
      id: leak.id,
      code: 'RSK-0001',
      field: 'event',
      before: leak.event,
      after: ja('顧客情報と設計図を入力する'),
    },
    { row: 2, id: leak.id, code: 'RSK-0001', field: 'treatment', before: 'mitigate', after: 'avoid' },
  ])
  const report = await bring(register, 'risk', nextYear, {
    leave: ['2 treatment'],
    withdraw: { codes: ['RSK-0003'], reason: '台帳から外れた' },
  })
  expect(report).toMatchObject({ added: 1, updated: 1, unchanged: 1 })
  expect(standing(register, 'risk').map(({ code, event, treatment }) => [code, event.ja, treatment])).toEqual([
    ['RSK-0001', '顧客情報と設計図を入力する', 'mitigate'],
    ['RSK-0002', '都道府県で偏る', 'mitigate'],
    ['RSK-0004', '基盤が止まる', 'mitigate'],
  ])
  undoLast(register, null)
  expect(standing(register, 'risk').map(({ code, event }) => [code, event.ja])).toEqual([
    ['RSK-0001', '顧客情報を入力する'],
    ['RSK-0002', '都道府県で偏る'],
    ['RSK-0003', '提供が終わる'],
  ])
  expect(await verifyRegister(register)).toEqual([])
})

test('a list without a name column, and a key that is none, are refused with what is there', async () => {
  const { register } = testRegister()
  expect(await refusalOf(bring(register, 'vendor', '国,重要度\n日本,高\n'))).toMatchObject({
    code: 'NO_NAME_COLUMN',
    facts: { columns: ['国', '重要度'] },
  })
  expect(
    await refusalOf(bring(register, 'risk', 'ID,リスク名\nA,甲\n,乙\n,丙\n', { mapping: { version: 1, key: 'ID' } })),
  ).toEqual({ code: 'KEY_NOT_UNIQUE', facts: { file: 'source.csv', column: 'ID', rows: '3, 4' } })
  expect(
    await refusalOf(
      bring(register, 'risk', 'リスク名\n甲\n', { mapping: { version: 1, defaults: { category: 'x' } } }),
    ),
  ).toMatchObject({
    code: 'MAPPING_INVALID',
    facts: { at: 'defaults.category' },
  })
})

test('mappings are kept under a name, and the next of that name takes its place', () => {
  const { register } = testRegister()
  keepMapping(register, { noun: 'risk', title: '総務の一覧', mapping: { version: 1, columns: { 件名: 'name' } } })
  keepMapping(register, { noun: 'risk', title: '総務の一覧', mapping: { version: 1, columns: { 題名: 'name' } } })
  expect(keptMappings(register, 'risk').map(({ title, mapping }) => [title, mapping])).toEqual([
    ['総務の一覧', { version: 1, noun: 'risk', columns: { 題名: 'name' } }],
  ])
  expect(keptMappings(register, 'control')).toEqual([])
})

test.each([
  [
    'risk',
    'コード,リスク名\nRSK-0001,誤った回答\nRSK-0001,誤った回答の放置\nRSK-0009,権利の侵害\nRSK-0009,権利の侵害（再掲）\n',
  ],
  [
    'person',
    'コード,氏名\nPSN-0001,森田 千尋\nPSN-0001,森田 千尋（兼務）\nPSN-0009,中島 涼\nPSN-0009,中島 涼（再掲）\n',
  ],
] as const)('a %s that two rows mean by one code is taken of the first, and told of the second', async (noun, list) => {
  const { register } = testRegister()
  const [, first = ''] = list.split('\n')
  const mapping = { version: 1, ...(noun === 'risk' ? { defaults: { category: 'enterprise' } } : {}) }
  await bring(register, noun, `${noun === 'risk' ? 'リスク名' : '氏名'}\n${first.split(',')[1] ?? ''}\n`, { mapping })
  const report = await bring(register, noun, list, { mapping })
  // The first code is of a record here, the second of none.
  const [one, other] = noun === 'risk' ? ['RSK-0001', 'RSK-0009'] : ['PSN-0001', 'PSN-0009']
  expect(report).toMatchObject({
    rows: 4,
    added: 1,
    rejected: [
      { row: 3, column: 'コード', reason: 'ROW_REPEATED', value: one },
      { row: 5, column: 'コード', reason: 'ROW_REPEATED', value: other },
    ],
  })
  expect(standing(register, noun)).toHaveLength(2)
  // The same list again doubles nothing either.
  expect(await bring(register, noun, list, { mapping })).toMatchObject({ added: 0, rejected: [{ row: 3 }, { row: 5 }] })
  expect(standing(register, noun)).toHaveLength(2)
})

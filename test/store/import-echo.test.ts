/** Lists of ours that come back: what the register wrote is no source; every word that somebody has added to it stays. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, test } from 'vitest'
import { createPerson, createPost, createUnit } from '#electron/register/accountability.ts'
import { createDirection } from '#electron/register/directions.ts'
import { exportRegister } from '#electron/register/export/export-register.ts'
import type { ImportOptions } from '#electron/register/import/import-options.ts'
import { importRecords } from '#electron/register/import/import-records.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import type { RecordNoun } from '#shared/domain/import-record/record-targets.ts'
import { sourceOf } from '#test/support/import-files.ts'
import { temporaryFolder, testRegister } from '#test/support/register.ts'

const ja = (text: string) => ({ ja: text, en: null })
type Row = Record<string, string>

async function written() {
  const { register } = testRegister()
  const unit = createUnit(register, { name: ja('監査部'), kind: 'division' })
  createPerson(register, { name: ja('森田 千尋'), unitId: unit.id })
  const post = createPost(register, { name: ja('取締役会'), kind: 'board' })
  createDirection(register, {
    name: ja('方針'),
    side: 'ai',
    item: 'CMG-D01',
    givenOn: '2026-01-01',
    givenByPostId: post.id,
    notes: '-1 から',
  })
  const folder = join(temporaryFolder(), 'EXPORT')
  await exportRegister(register, folder)
  return { register, folder }
}

/** The list as somebody saves it again after an edit; its cells stand as they were. */
function edited(folder: string, name: string, edit: (row: Row) => Row): string {
  const rows = parse<Row>(readFileSync(join(folder, name)), { columns: true, bom: true })
  return sourceOf(stringify(rows.map(edit), { header: true, bom: true }), name)
}

const bring = (register: Register, noun: RecordNoun, path: string, options: ImportOptions = {}) =>
  importRecords(register, noun, path, options)
const kept = (register: Register) =>
  [...recordTables.sourceRow.all(register.read)].flatMap(({ cells }) => cells.map((cell) => cell.join(': ')))

describe.each([
  ['people.csv', 'person'],
  ['directions.csv', 'direction'],
  ['units.csv', 'unit'],
] as const)('%s', (name, noun) => {
  test('says nothing new as it was written, and lists no column of ours', async () => {
    const { register, folder } = await written()
    expect(await bring(register, noun, join(folder, name))).toMatchObject({ unchanged: 1, updated: 0, unmapped: [] })
    expect(kept(register)).toEqual([])
  })

  test('keeps a column that somebody has added', async () => {
    const { register, folder } = await written()
    const path = edited(folder, name, (row) => ({ ...row, 監査所見: '良好' }))
    expect(await bring(register, noun, path)).toMatchObject({ updated: 1, unmapped: ['監査所見'] })
    expect(kept(register)).toContain('監査所見: 良好')
    expect(await bring(register, noun, path)).toMatchObject({ unchanged: 1 })
  })
})

test('keeps what is written into a cell that no field takes', async () => {
  const { register, folder } = await written()
  await bring(
    register,
    'person',
    edited(folder, 'people.csv', (row) => ({ ...row, unit_name: '監査部（4月から内部監査室）' })),
  )
  expect(kept(register)).toContain('unit_name: 監査部（4月から内部監査室）')
})

test('keeps what has no meaning or names nobody', async () => {
  const { register } = await written()
  const report = await bring(register, 'direction', sourceOf('コード,番号,成熟度,指示先\nDIR-0001,1,3.5,購買部長\n'))
  expect(report).toMatchObject({
    updated: 1,
    unknownValues: [{ value: '3.5' }],
    found: { names: [{ word: '購買部長' }] },
  })
  expect(kept(register)).toEqual(['コード: DIR-0001', '番号: 1', '成熟度: 3.5', '指示先: 購買部長'])
})

test('keeps a change that a person leaves out', async () => {
  const { register, folder } = await written()
  const path = edited(folder, 'directions.csv', (row) => ({ ...row, notes: '別の言葉' }))
  await bring(register, 'direction', path, { leave: ['2 notes'] })
  expect(kept(register)).toContain('notes: 別の言葉')
  expect([...recordTables.direction.all(register.read)][0]?.notes).toBe('-1 から')
})

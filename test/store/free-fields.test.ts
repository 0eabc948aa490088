/** Free fields of a system: kept in their order, undone as one value, written to CSV and read back, brought by an import. */
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { exportRegister } from '#electron/register/export/export-register.ts'
import { importSystems } from '#electron/register/import/import-systems.ts'
import { listRecords } from '#electron/register/list.ts'
import { readHistory } from '#electron/register/history.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { createSystem, updateSystem } from '#electron/register/systems.ts'
import { undoLast } from '#electron/register/undo.ts'
import { mappingFileSchema } from '#shared/domain/import-mapping.ts'
import { listInput } from '#shared/contract/list.ts'
import { importText, systemsOf } from '#test/support/import-files.ts'
import { temporaryFolder, testRegister, testSurroundings } from '#test/support/register.ts'

const ja = (text: string) => ({ ja: text, en: null })
const own = () => testRegister({ surroundings: { ...testSurroundings(), newId: v7 } }).register
const entries = [
  { name: '契約番号', value: '=A-1: 2026' },
  { name: '備考：社内', value: '一行目\n二行目 \\ 終わり' },
  { name: '契約番号', value: '' },
]

test('are one value with its history and its undo, and what a verb or a rule is not asked for stays refused', async () => {
  const register = own()
  const system = createSystem(register, { name: ja('配送計画'), freeFields: entries })
  const turned = updateSystem(register, { id: system.id, version: 1, patch: { freeFields: [...entries].reverse() } })
  expect(turned.freeFields).toEqual([...entries].reverse())
  const query = { recordId: system.id, noun: null, before: null, limit: 1 }
  expect(
    readHistory(register, query).events[0]?.changes.map(({ field, items, restorable }) => ({
      field,
      items,
      restorable,
    })),
  ).toEqual([{ field: 'freeFields', items: { added: [], removed: [] }, restorable: 'yes' }])
  undoLast(register, null)
  expect(systemsOf(register).map(({ freeFields }) => freeFields)).toEqual([entries])
  expect(() =>
    updateSystem(register, { id: system.id, version: 3, patch: { freeFields: [{ name: ' ', value: '値' }] } }),
  ).toThrow('REQUIRED')
  expect(await verifyRegister(register)).toEqual([])
})

test('go out in one column and come back into an empty register, and a second time unchanged', async () => {
  const register = own()
  createSystem(register, { name: ja('配送計画'), freeFields: entries })
  createSystem(register, { name: ja('在庫予測') })
  const folder = join(temporaryFolder(), 'EXPORT')
  await exportRegister(register, folder)
  const file = join(folder, 'systems.csv')
  expect(await importSystems(register, file, {})).toMatchObject({ unchanged: 2, updated: 0, rejected: [] })
  const other = own()
  expect(await importSystems(other, file, {})).toMatchObject({ added: 2, unmapped: [], rejected: [] })
  expect(systemsOf(other).map(({ freeFields }) => freeFields)).toEqual([entries, []])
  expect(await importSystems(other, file, {})).toMatchObject({ unchanged: 2, updated: 0 })
})

test('an edited export changes them as they stand in it; a line that cannot be read is listed and kept as a note', async () => {
  const register = own()
  const [system] = [createSystem(register, { name: ja('配送計画'), freeFields: entries })]
  const sheet = (cell: string) =>
    stringify([
      ['id', 'code', 'version', 'name_ja', 'name_en', 'lifecycle_code', 'source_key', 'free_fields'],
      [system.id, system.code, '1', '配送計画', '', 'proposed', '', cell],
    ])
  expect(await importText(register, sheet('契約番号: B-7'))).toMatchObject({ updated: 1 })
  expect(systemsOf(register)[0]?.freeFields).toEqual([{ name: '契約番号', value: 'B-7' }])
  const report = await importText(register, sheet('ただの文'))
  expect(report.unknownValues).toEqual([expect.objectContaining({ column: 'free_fields' })])
  expect(systemsOf(register)[0]).toMatchObject({
    freeFields: [{ name: '契約番号', value: 'B-7' }],
    sourceNotes: [['free_fields', 'ただの文']],
  })
})

test('columns of a sheet become free fields by their headings, and a second import leaves what people added', async () => {
  const register = own()
  const mapping = mappingFileSchema.parse({ version: 1, columns: { 契約番号: 'freeFields', 所管課: 'freeFields' } })
  const sheet = (number: string) => `名称,契約番号,所管課,色\n配送計画,${number},輸送課,青\n`
  expect(await importText(register, sheet('A-1'), { mapping })).toMatchObject({ added: 1, rejected: [] })
  const [system] = systemsOf(register)
  if (system === undefined) throw new Error('nothing was imported')
  expect(system).toMatchObject({
    freeFields: [
      { name: '契約番号', value: 'A-1' },
      { name: '所管課', value: '輸送課' },
    ],
    sourceNotes: [['色', '青']],
  })
  const mine = { name: '連絡先', value: '内線 204' }
  updateSystem(register, { id: system.id, version: 1, patch: { freeFields: [mine, ...system.freeFields] } })
  expect(await importText(register, sheet('A-1'), { mapping })).toMatchObject({ unchanged: 1 })
  expect(await importText(register, sheet('A-2'), { mapping })).toMatchObject({ updated: 1 })
  expect(systemsOf(register)[0]?.freeFields).toEqual([
    mine,
    { name: '契約番号', value: 'A-2' },
    { name: '所管課', value: '輸送課' },
  ])
})

test('are found in a list by what stands in them', () => {
  const register = own()
  createSystem(register, { name: ja('配送計画'), freeFields: entries })
  createSystem(register, { name: ja('在庫予測') })
  const found = (condition: object) =>
    listRecords(register, 'system', listInput.parse({ filters: { freeFields: condition } })).rows.map(
      ({ record }) => record.name.ja,
    )
  expect(found({ kind: 'contains', text: 'a-1' })).toEqual(['配送計画'])
  expect(found({ kind: 'blank' })).toEqual(['在庫予測'])
})

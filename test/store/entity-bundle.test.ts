/** A pack for one legal entity: its pages and tables hold its records alone, its data are the whole, and it is checked like any other. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkBundle } from '#electron/register/export/check-bundle.ts'
import { sha256 } from '#electron/register/store/canonical.ts'
import { packInput } from '#electron/register/pack-input.ts'
import { packByCode } from '#electron/register/packs.ts'
import { buildSample } from '#electron/register/sample/build-sample.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { sectionsOfWhole } from '#shared/domain/finishing.ts'
import { Problem } from '#shared/domain/problem.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import { bundleOf, edit, reseal } from '#test/support/bundle.ts'
import { folderOfFile } from '#test/support/file-folder.ts'
import { testSurroundings } from '#test/support/register.ts'

const folder = folderOfFile()
let register: Register
let dir: string
let entity: { readonly id: string; readonly code: string }

beforeAll(async () => {
  const surroundings = testSurroundings('2026-11-24T09:00:00.000Z')
  const file = join(folder, 'sample.daicho')
  await buildSample(file, { day: '2026-11-24', language: 'ja' })
  register = openRegister(file, { mode: 'read', surroundings })
  const asia = [...recordTables.unit.all(register.read)].find(({ code }) => code === 'UNT-0016')
  if (asia === undefined) throw new Error('the sample has no second entity')
  entity = asia
  dir = await bundleOf(register, packByCode(register, 'PACK-2026Q2'), folder, asia.id)
})
afterAll(() => register.close())

const rows = (file: string): readonly Record<string, string>[] =>
  parse(readFileSync(join(dir, 'csv', file)), { columns: true, bom: true })

test('its tables hold its records, its data are the whole register', () => {
  expect(dir.endsWith('PACK-2026Q2-UNT-0016')).toBe(true)
  const own = rows('systems.csv').map(({ code }) => code)
  expect(own).toEqual(['SYS-0037'])
  expect(new Set(rows('risk_systems.csv').map(({ risk_code }) => risk_code))).toEqual(
    new Set(rows('risks.csv').map(({ code }) => code)),
  )
  const snapshot = readFileSync(join(dir, 'snapshot.json'), 'utf8')
  expect(sha256(snapshot)).toBe(packByCode(register, 'PACK-2026Q2').dataDigest)
  expect((JSON.parse(snapshot) as { systems: unknown[] }).systems.length).toBeGreaterThan(30)
  expect(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'))).toMatchObject({
    entity: { id: entity.id, code: 'UNT-0016' },
    counts: { systems: 1 },
  })
  expect(readFileSync(join(dir, 'README.txt'), 'utf8')).toContain('UNT-0016')
})

test('every page says whose it is, and those of the whole are left out', () => {
  const pack = packByCode(register, 'PACK-2026Q2')
  const model = buildPackModel(packInput(register, pack, 'ja', '0', entity.id))
  const keys: readonly string[] = model.pages.map(({ key }) => key)
  expect(keys.filter((key) => (sectionsOfWhole as readonly string[]).includes(key))).toEqual([])
  expect(keys).toContain('topRisks')
  expect(model.heading.key).toBe('pack.headingEntity')
  expect(model.commentary).toEqual([])
  const [summary] = model.pages
  expect(summary?.lead.map(({ key }) => key)).toEqual(['pack.lead.entity', 'pack.lead.entityKeptHere'])
})

test('it is checked by itself and beside its register; a table of the whole put in is named', async () => {
  expect((await checkBundle(dir)).findings).toEqual([])
  const beside = await checkBundle(dir, { register })
  expect([beside.register, beside.data, beside.findings]).toEqual(['compared', 'remade', []])
  edit(dir, 'csv/systems.csv', 'SYS-0037', 'SYS-0036')
  reseal(dir)
  expect((await checkBundle(dir)).findings).toEqual([{ code: 'NOT_FROM_DATA', facts: { file: 'csv/systems.csv' } }])
})

test('an entity that the state does not have is refused', () => {
  const pack = packByCode(register, 'PACK-2026Q2')
  expect(() => packInput(register, pack, 'ja', '0', pack.id)).toThrow(
    new Problem('NOT_FOUND', { noun: 'unit', id: pack.id }),
  )
})

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { kriIds } from '#shared/domain/metrics/kri-result.ts'
import { manifestSchema } from '#electron/register/export/manifest.ts'
import { writePackBundle } from '#electron/register/export/pack-bundle.ts'
import { verifyBundle } from '#electron/register/export/verify-bundle.ts'
import { packInput } from '#electron/register/pack-input.ts'
import { lockVerified } from '#electron/register/packs.ts'
import { sha256 } from '#electron/register/store/canonical.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { createSystem, updateSystem } from '#electron/register/systems.ts'
import type { PrintJob } from '#electron/shell.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { temporaryFolder, testRegister } from '#test/support/register.ts'

/** Stands for the browser, which the tests of the command line start: one page that holds the model's heading. */
async function print(job: PrintJob): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage().drawText(job.language)
  return document.save()
}

function write(register: Register, pack: RecordOf<'pack'> | null, out = temporaryFolder()) {
  return writePackBundle({ register, pack, out, language: 'both', print })
}

/** Two packs: everything once in the first, then changes, then the second. */
function twoPacks() {
  const { register, surroundings } = testRegister()
  const made = fillOneOfEach(register)
  surroundings.setTime('2026-07-10T00:00:00.000Z')
  updateSystem(register, { id: made.system.id, version: made.system.version, patch: { vendor: '=cmd', tier: 'high' } })
  createSystem(register, { name: { ja: '需要予測', en: null } })
  const second = lockVerified(register, { asOf: '2026-06-30' })
  return { register, surroundings, made, first: made.pack, second }
}

function bytesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length + 1), sha256(readFileSync(file))]),
  )
}

function rowsOf(folder: string, file: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, file)), { columns: true, bom: true })
}

test('the bundle holds what the audit committee is promised', async () => {
  const { register, second } = twoPacks()
  const out = temporaryFolder()
  const { dir, files, pack } = await write(register, second, out)
  expect([dir, pack]).toEqual([join(out, 'PACK-2026Q1-2'), 'PACK-2026Q1-2'])
  expect(files).toEqual(Object.keys(bytesOf(dir)).sort())
  expect(files.filter((file) => !file.startsWith('csv/'))).toEqual([
    'README.txt',
    'SHA256SUMS',
    'boardpack.en.pdf',
    'boardpack.ja.pdf',
    'data-dictionary.csv',
    'datapackage.json',
    'manifest.json',
    'screen/pages.en.json',
    'screen/pages.ja.json',
    'screen/records.json',
    'snapshot.json',
  ])
  expect(files).toEqual(expect.arrayContaining(['csv/systems.csv', 'csv/kri_results.csv', 'csv/changes.csv']))
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')))
  expect(manifest).toMatchObject({
    kind: 'pack',
    pack: 'PACK-2026Q1-2',
    asOf: '2026-06-30',
    lockedAt: second.lockedAt,
    dataDigest: second.dataDigest,
    auditHead: second.auditHead,
    auditSequence: second.auditSequence,
    previousPack: 'PACK-2026Q1',
    previousDigest: second.previousDigest,
    counts: { systems: 3, packs: 1 },
    guardedCells: 2,
  })
  expect(sha256(readFileSync(join(dir, 'snapshot.json')))).toBe(second.dataDigest)
  expect(await verifyBundle(dir)).toEqual([])
})

test('counts of the manifest are those of the printed page and of the tables', async () => {
  const { register, second } = twoPacks()
  const { dir } = await write(register, second)
  const { counts, withdrawn, files } = manifestSchema.parse(
    JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')),
  )
  const page = buildPackModel(packInput(register, second, 'ja', 'test')).pages.find(
    (each) => each.key === 'dataQuality',
  )
  const printed = page?.populations.data.map((row) => [row.noun, row.recorded - row.withdrawn, row.withdrawn])
  expect(printed).toEqual([
    ['system', counts.systems, withdrawn.systems],
    ['risk', counts.risks, withdrawn.risks],
    ['control', counts.controls, withdrawn.controls],
    ['action', counts.actions, withdrawn.actions],
  ])
  expect(files.find((file) => file.path === 'csv/systems.csv')?.rows).toBe(rowsOf(dir, 'csv/systems.csv').length)
})

test('the tables are of the frozen state, not of the register as it is now', async () => {
  const { register, made, second } = twoPacks()
  updateSystem(register, { id: made.base.id, version: 1, patch: { vendor: 'later' } })
  const { dir } = await write(register, second)
  expect(rowsOf(dir, 'csv/systems.csv').map((row) => [row.code, row.vendor])).toEqual([
    ['SYS-0001', ''],
    ['SYS-0002', "'=cmd"],
    ['SYS-0003', ''],
  ])
})

test('changes.csv names what differs from the pack before, with the counts of the printed page', async () => {
  const { register, second } = twoPacks()
  const { dir } = await write(register, second)
  const changes = rowsOf(dir, 'csv/changes.csv')
  expect(
    changes.map((row) => [row.noun_code, row.record_code, row.change_code, row.column, row.before, row.after]),
  ).toEqual([
    ['system', 'SYS-0002', 'changed', 'tier_code', '', 'high'],
    ['system', 'SYS-0002', 'changed', 'vendor', '北辰ロボティクス（架空）', "'=cmd"],
    ['system', 'SYS-0003', 'added', '', '', ''],
    // What was brought in from another register after the first pack.
    ['mergeRun', '', 'added', '', '', ''],
    // And the rules of retention, a hold and a name that was taken out.
    ['retentionRule', '', 'added', '', '', ''],
    ['legalHold', '', 'added', '', '', ''],
    ['redaction', '', 'added', '', '', ''],
  ])
  const model = buildPackModel(packInput(register, second, 'ja', 'test'))
  const page = model.pages.find((each) => each.key === 'dataQuality')
  const printed = page?.changes?.data.filter((row) => row.added + row.changed + row.withdrawn > 0)
  expect(printed).toEqual([
    { noun: 'system', added: 1, changed: 1, withdrawn: 0, total: 3 },
    ...(['mergeRun', 'retentionRule', 'legalHold', 'redaction'] as const).map((noun) => ({
      noun,
      added: 1,
      changed: 0,
      withdrawn: 0,
      total: 1,
    })),
  ])
})

test('a first pack has nothing to compare with, and says so', async () => {
  const { register, first } = twoPacks()
  const { dir } = await write(register, first)
  expect(rowsOf(dir, 'csv/changes.csv')).toEqual([])
  expect(rowsOf(dir, 'csv/kri_results.csv').map((row) => row.previous_pack)).toEqual(kriIds.map(() => ''))
  expect(readFileSync(join(dir, 'README.txt'), 'utf8')).toContain('前回パック: なし')
})

test('the figures of the table are those of the pack', async () => {
  const { register, second } = twoPacks()
  const { dir } = await write(register, second)
  const k01 = rowsOf(dir, 'csv/kri_results.csv').find((row) => row.kri === 'K01')
  expect(k01).toMatchObject({
    title_ja: '担当役員の任命',
    as_of: '2026-06-30',
    numerator: '1',
    denominator: '1',
    value: '1',
    unit_code: 'share',
    status_code: 'within',
    appetite: '1',
    tolerance: '0.95',
    provisional_code: 'yes',
    formula_edition: '1',
    limits_from: '2026-04-01',
    approver: '',
    owner_post: '',
    previous_pack: 'PACK-2026Q1',
    previous_value: '1',
  })
})

describe('a locked pack is the same whenever it is written', () => {
  test('elsewhere, later, after changes: every byte', async () => {
    const { register, surroundings, made, second } = twoPacks()
    const one = await write(register, second)
    surroundings.setTime('2027-01-01T00:00:00.000Z')
    updateSystem(register, { id: made.base.id, version: 1, patch: { vendor: 'later' } })
    lockVerified(register, { asOf: '2026-12-31' })
    const other = await write(register, second)
    expect(bytesOf(other.dir)).toEqual(bytesOf(one.dir))
  })

  test('into the same place: it stays; over one that was changed: refused', async () => {
    const { register, second } = twoPacks()
    const out = temporaryFolder()
    const one = await write(register, second, out)
    const before = bytesOf(one.dir)
    expect(await write(register, second, out)).toEqual(one)
    expect(bytesOf(one.dir)).toEqual(before)
    writeFileSync(join(one.dir, 'README.txt'), 'changed')
    await expect(write(register, second, out)).rejects.toMatchObject({ code: 'FOLDER_EXISTS' })
    expect(readFileSync(join(one.dir, 'README.txt'), 'utf8')).toBe('changed')
    expect(readdirSync(out)).toEqual(['PACK-2026Q1-2'])
  })
})

test('a draft is of today and says that it is one', async () => {
  const { register } = twoPacks()
  const out = temporaryFolder()
  const { dir, pack } = await write(register, null, out)
  expect([dir, pack]).toEqual([join(out, 'DRAFT-2026-07-10'), null])
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')))
  expect(manifest).toMatchObject({
    kind: 'draft',
    pack: null,
    lockedAt: null,
    previousPack: 'PACK-2026Q1-2',
    dataDigest: sha256(readFileSync(join(dir, 'snapshot.json'))),
    auditHead: register.head().hash,
  })
  expect(readFileSync(join(dir, 'README.txt'), 'utf8')).toContain('草案')
  expect(await verifyBundle(dir)).toEqual([])
})

test('a print that fails leaves nothing behind', async () => {
  const { register, second } = twoPacks()
  const out = temporaryFolder()
  const failing = () => Promise.reject(new Error('no paper'))
  await expect(writePackBundle({ register, pack: second, out, language: 'ja', print: failing })).rejects.toThrow(
    'no paper',
  )
  expect(readdirSync(out)).toEqual([])
})

test('a snapshot put in place of the locked one is named by its digest', async () => {
  const { register, second } = twoPacks()
  const { dir } = await write(register, second)
  const path = join(dir, 'snapshot.json')
  writeFileSync(path, readFileSync(path, 'utf8').replace('=cmd', '=cmx'))
  expect((await verifyBundle(dir)).map((finding) => finding.code)).toEqual(['FILE_CHANGED', 'DIGEST_MISMATCH'])
})

import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { exportRegister } from '#electron/register/export/export-register.ts'
import { unguard } from '#shared/domain/formula-guard.ts'
import { manifestSchema } from '#electron/register/export/manifest.ts'
import { writeNewFile } from '#electron/register/export/new-file.ts'
import { partialIn } from '#electron/register/store/partial.ts'
import { registerFiles } from '#electron/register/export/register-files.ts'
import { verifyBundle } from '#electron/register/export/verify-bundle.ts'
import { withdrawRecord } from '#electron/register/records.ts'
import { canonicalJson, sha256 } from '#electron/register/store/canonical.ts'
import { currentState } from '#electron/register/store/replay.ts'
import { createSystem, emptySystem } from '#electron/register/systems.ts'
import { Problem } from '#shared/domain/problem.ts'
import columnsOfVersion from '../fixtures/export-columns.json' with { type: 'json' }
import blns from '../fixtures/sources/blns/blns.json' with { type: 'json' }
import { leftIn } from '#test/support/left-behind.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { temporaryFolder, testRegister } from '#test/support/register.ts'

function rowsOf(folder: string, file: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, file)), { columns: true, bom: true })
}

function manifestOf(folder: string) {
  return manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
}

async function exportedOneOfEach() {
  const { register } = testRegister()
  const made = fillOneOfEach(register)
  const dir = join(temporaryFolder(), 'out')
  const exported = await exportRegister(register, dir)
  return { register, made, dir, exported }
}

test('columns are only ever added, at the end of a file', () => {
  const { register } = testRegister()
  const columns = Object.fromEntries(
    registerFiles(currentState(register.read)).map((file) => [file.name, file.columns.map((column) => column.name)]),
  )
  // A column that was added belongs at the end of its list in the fixture, with the next schema version.
  expect(columns).toEqual(columnsOfVersion)
  for (const names of Object.values(columns)) expect(new Set(names).size).toBe(names.length)
})

test('every column has a label in both languages', () => {
  const { register } = testRegister()
  const unlabelled = registerFiles(currentState(register.read)).flatMap((file) =>
    [file.title, ...file.columns.map((column) => column.label)]
      .filter(({ ja, en }) => [ja, en].some((label) => !label || /\b(bundle|field|value|noun)\./.test(label)))
      .map((label) => `${file.name}: ${JSON.stringify(label)}`),
  )
  expect(unlabelled).toEqual([])
})

test('a record stands with codes, labels in both languages, and references by code and name', async () => {
  const { made, dir } = await exportedOneOfEach()
  const [, system] = rowsOf(dir, 'systems.csv')
  expect(system).toMatchObject({
    code: 'SYS-0002',
    name_ja: '倉庫自動搬送車の人検知',
    name_en: '',
    id: made.system.id,
    version: '3',
    withdrawn_on: '',
    sample: '',
    unit_code: 'UNT-0001',
    unit_name: '物流事業部',
    lifecycle_code: 'production',
    lifecycle_ja: '本番',
    lifecycle_en: 'Production',
    depends_on_codes: 'SYS-0001',
    vendor: '北辰ロボティクス（架空）',
  })
  expect(rowsOf(dir, 'system_depends_on.csv')).toEqual([
    { system_code: 'SYS-0002', sample: '', depends_on_code: 'SYS-0001', depends_on_name: '配送ルート最適化' },
  ])
  expect(rowsOf(dir, 'assessments.csv')).toEqual([
    expect.objectContaining({
      risk_code: 'RSK-0001',
      impact_rights: '5',
      impact_legal: '',
      impact: '5',
      stage_ja: '残存',
    }),
  ])
  expect(rowsOf(dir, 'acceptances.csv')).toEqual([
    expect.objectContaining({ subject_code: 'risk', subject_record_code: 'RSK-0001', person_name: '髙橋 誠' }),
  ])
  expect(rowsOf(dir, 'action_slips.csv')).toEqual([
    {
      action_code: 'ACT-0001',
      sample: '',
      position: '1',
      from: '2026-05-31',
      to: '2026-06-15',
      on: '2026-04-01',
      reason: '納期の遅れ',
    },
  ])
})

test('the file is UTF-8 with its mark, CRLF, every text quoted, numbers bare', async () => {
  const { register } = testRegister()
  createSystem(register, { name: { ja: 'a', en: 'b"c' }, notes: 'one\r\ntwo\rthree', roles: ['developer', 'provider'] })
  const dir = join(temporaryFolder(), 'out')
  await exportRegister(register, dir)
  const bytes = readFileSync(join(dir, 'systems.csv'))
  const text = bytes.toString('utf8')
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const id = currentState(register.read).systems[0]?.id ?? ''
  expect(text.split('\r\n').slice(1)).toEqual([
    `"SYS-0001","a","b""c","${id}",1,,,,,,,,,"proposed","提案","Proposed",,,,"developer | provider",` +
      `"AI開発者 | AI提供者","AI developer | AI provider",,,,,,,,,,,,,,"unknown","未確認","Unknown",,,,,"one\ntwo\nthree",,,,"unknown","未確認","Unknown",,,,,`,
    '',
  ])
})

test('naughty strings are exported inert and come back unchanged', async () => {
  const { register } = testRegister()
  const texts = blns.filter((text) => text.trim() !== '' && text.isWellFormed())
  register.change({ operation: 'test' }, (change) => {
    for (const text of texts) change.add('system', { ...emptySystem, name: { ja: text, en: null }, notes: text })
  })
  const dir = join(temporaryFolder(), 'out')
  const { guardedCells } = await exportRegister(register, dir)
  const rows = rowsOf(dir, 'systems.csv')
  expect(rows.map((row) => unguard(row.name_ja ?? ''))).toEqual(texts.map((text) => text.replace(/\r\n?/g, '\n')))
  expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([])
  const marked = rows.flatMap((row) => [row.name_ja ?? '', row.notes ?? '']).filter((cell) => unguard(cell) !== cell)
  expect(marked.length).toBeGreaterThan(10)
  expect(guardedCells).toBe(marked.length)
  expect(manifestOf(dir).files.find((file) => file.path === 'systems.csv')).toMatchObject({
    rows: texts.length,
    guardedCells: marked.length,
  })
})

test('manifest, package and dictionary say what is there', async () => {
  const { register, dir, exported } = await exportedOneOfEach()
  const onDisk = readdirSync(dir).sort()
  const manifest = manifestOf(dir)
  expect(exported).toEqual({ dir, files: onDisk, guardedCells: manifest.guardedCells })
  expect(manifest.files.map((file) => file.path)).toEqual(
    onDisk.filter((name) => name !== 'manifest.json' && name !== 'SHA256SUMS'),
  )
  expect(manifest).toMatchObject({
    kind: 'export',
    sample: false,
    pack: null,
    // The tables follow from it, to the byte.
    dataDigest: sha256(canonicalJson(currentState(register.read))),
    auditHead: register.head().hash,
    auditSequence: register.head().sequence,
    counts: { systems: 2, risks: 1, controls: 1, actions: 1, people: 2, units: 1, packs: 1 },
  })
  const tables = onDisk.filter((name) => name.endsWith('.csv'))
  const { resources } = JSON.parse(readFileSync(join(dir, 'datapackage.json'), 'utf8')) as {
    resources: { path: string; bytes: number; schema: { fields: { name: string }[]; primaryKey: string[] } }[]
  }
  expect(resources.map((resource) => resource.path).sort()).toEqual(tables)
  for (const { path, bytes, schema } of resources) {
    const [header = [], ...rows]: string[][] = parse(readFileSync(join(dir, path)), { bom: true })
    expect(bytes).toBe(readFileSync(join(dir, path)).length)
    expect(schema.fields.map((field) => field.name)).toEqual(header)
    const keys = rows.map((row) => schema.primaryKey.map((name) => row[header.indexOf(name)]).join('\0'))
    expect(new Set(keys).size).toBe(rows.length)
  }
  const described = rowsOf(dir, 'data-dictionary.csv').map((row) => `${row.file ?? ''} ${row.column ?? ''}`)
  expect(described.sort()).toEqual(
    resources.flatMap(({ path, schema }) => schema.fields.map((field) => `${path} ${field.name}`)).sort(),
  )
})

test('references of the schema are met by the rows', async () => {
  const { dir } = await exportedOneOfEach()
  const { resources } = JSON.parse(readFileSync(join(dir, 'datapackage.json'), 'utf8')) as {
    resources: {
      name: string
      path: string
      schema: { foreignKeys: { fields: string; reference: { resource: string; fields: string } }[] }
    }[]
  }
  const broken = resources.flatMap(({ path, schema }) =>
    schema.foreignKeys.flatMap(({ fields, reference }) => {
      const there = new Set(rowsOf(dir, `${reference.resource}.csv`).map((row) => row[reference.fields]))
      return rowsOf(dir, path)
        .map((row) => row[fields] ?? '')
        .filter((code) => code !== '' && !there.has(code))
        .map((code) => `${path} ${fields} ${code}`)
    }),
  )
  expect(broken).toEqual([])
})

test('withdrawn records are there and are not counted', async () => {
  const { register } = testRegister()
  const system = createSystem(register, { name: { ja: 'x', en: null } })
  withdrawRecord(register, 'system', { id: system.id, version: 1, reason: '重複' })
  const dir = join(temporaryFolder(), 'out')
  await exportRegister(register, dir)
  expect(rowsOf(dir, 'systems.csv')).toEqual([
    expect.objectContaining({ code: 'SYS-0001', withdrawn_on: '2026-04-01', withdrawn_reason: '重複' }),
  ])
  const { counts, withdrawn } = manifestOf(dir)
  expect([counts.systems, withdrawn.systems]).toEqual([0, 1])
})

describe('the folder is made whole or not at all', () => {
  const refused = async (work: Promise<unknown>) => {
    const error: unknown = await work.catch((thrown: unknown) => thrown)
    return error instanceof Problem ? error.code : error
  }

  test('the same register again leaves it as it is', async () => {
    const { register, dir, exported } = await exportedOneOfEach()
    expect(await exportRegister(register, dir)).toEqual(exported)
    expect(readdirSync(join(dir, '..'))).toEqual(['out'])
  })

  test('an empty folder is taken over, one with other contents is refused', async () => {
    const { register } = testRegister()
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'empty'))
    await exportRegister(register, join(folder, 'empty'))
    expect(await verifyBundle(join(folder, 'empty'))).toEqual([])
    mkdirSync(join(folder, 'full'))
    writeFileSync(join(folder, 'full', 'mine.txt'), 'x')
    expect(await refused(exportRegister(register, join(folder, 'full')))).toBe('FOLDER_EXISTS')
    createSystem(register, { name: { ja: 'later', en: null } })
    expect(await refused(exportRegister(register, join(folder, 'empty')))).toBe('FOLDER_EXISTS')
    expect(readdirSync(folder).sort()).toEqual(['empty', 'full'])
  })

  test('a folder that cannot be written to is named', async () => {
    const { register } = testRegister()
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'closed'))
    chmodSync(join(folder, 'closed'), 0o555)
    expect(await refused(exportRegister(register, join(folder, 'closed', 'out')))).toBe('FOLDER_NOT_WRITABLE')
    writeFileSync(join(folder, 'file'), '')
    expect(await refused(exportRegister(register, join(folder, 'file')))).toBe('FOLDER_EXISTS')
    expect(await refused(exportRegister(register, join(folder, 'file', 'out')))).toBe('FOLDER_NOT_WRITABLE')
    chmodSync(join(folder, 'closed'), 0o755)
  })

  test('a cancelled export leaves nothing, and what a killed one left is cleared away', async () => {
    const { register } = testRegister()
    fillOneOfEach(register)
    const folder = temporaryFolder()
    mkdirSync(leftIn(folder))
    const cancelled = (place: string) => {
      const stop = new AbortController()
      return exportRegister(register, place, {
        signal: stop.signal,
        progress: () => {
          stop.abort()
        },
      })
    }
    expect(await refused(cancelled(join(folder, 'out')))).toBe('CANCELLED')
    expect(readdirSync(folder)).toEqual([])
    // Nor the folders above it that were made for it.
    expect(await refused(cancelled(join(folder, 'reports', '2026', 'out')))).toBe('CANCELLED')
    expect(readdirSync(folder)).toEqual([])
    mkdirSync(join(folder, 'reports'))
    expect(await refused(cancelled(join(folder, 'reports', '2026', 'out')))).toBe('CANCELLED')
    expect(readdirSync(join(folder, 'reports'))).toEqual([])
  })

  test('a file that a killed process left half written goes with the next one, another process’s stays', () => {
    const folder = temporaryFolder()
    const left = leftIn(folder)
    const [own, elsewhere] = [partialIn(folder), left.replace(/-[0-9a-f]{8}-/, '-00000000-')]
    for (const file of [left, own, elsewhere]) writeFileSync(file, 'half')
    expect(writeNewFile(folder, 'letter.txt', 'whole')).toBe('letter.txt')
    expect(readdirSync(folder).sort()).toEqual([basename(own), basename(elsewhere), 'letter.txt'].sort())
  })
})

describe('verify of a folder', () => {
  test('finds nothing in what was written, nor in what a file manager left there', async () => {
    const { dir } = await exportedOneOfEach()
    writeFileSync(join(dir, '.DS_Store'), 'x')
    expect(await verifyBundle(dir)).toEqual([])
  })

  test('names every file in which one byte was changed', async () => {
    const { dir } = await exportedOneOfEach()
    for (const [index, name] of readdirSync(dir).entries()) {
      const file = join(dir, name)
      const original = readFileSync(file)
      // At the beginning, in the middle, at the end, one after the other: each file is read whole every time.
      const position = [0, Math.floor(original.length / 2), original.length - 1][index % 3] ?? 0
      const changed = Buffer.from(original)
      changed[position] = (changed[position] ?? 0) ^ 1
      writeFileSync(file, changed)
      const findings = await verifyBundle(dir)
      const code =
        name === 'SHA256SUMS' ? 'SUMS_CHANGED' : name === 'manifest.json' ? 'MANIFEST_CHANGED' : 'FILE_CHANGED'
      // The manifest names the digest of the data twice: as a file, and as the data.
      const codes = name === 'snapshot.json' ? [code, 'DIGEST_MISMATCH'] : [code]
      expect(findings.map((finding) => [finding.facts.file, finding.code])).toEqual(codes.map((each) => [name, each]))
      writeFileSync(file, original)
    }
    // Every file is read as often as there are files.
  }, 120_000)

  test('names what was removed and what was added', async () => {
    const { dir } = await exportedOneOfEach()
    copyFileSync(join(dir, 'systems.csv'), join(dir, 'Systems (copy).csv'))
    mkdirSync(join(dir, 'sub'))
    symlinkSync('/etc/hostname', join(dir, 'sub', 'link'))
    expect(await verifyBundle(dir)).toEqual([
      { code: 'FILE_ADDED', facts: { file: 'Systems (copy).csv' } },
      { code: 'FILE_ADDED', facts: { file: 'sub/link' } },
    ])
  })

  test.each(['systems.csv', 'manifest.json', 'SHA256SUMS'])('%s gone', async (name) => {
    const { dir } = await exportedOneOfEach()
    rmSync(join(dir, name))
    expect(await verifyBundle(dir)).toEqual([{ code: 'FILE_REMOVED', facts: { file: name } }])
  })

  test('a file changed together with its line in the sums is still named, and so is the line', async () => {
    const { dir } = await exportedOneOfEach()
    const before = sha256(readFileSync(join(dir, 'risks.csv')))
    writeFileSync(join(dir, 'risks.csv'), 'x')
    const sums = readFileSync(join(dir, 'SHA256SUMS'), 'utf8').replace(before, sha256('x'))
    writeFileSync(join(dir, 'SHA256SUMS'), sums)
    expect(await verifyBundle(dir)).toEqual([
      { code: 'SUMS_CHANGED', facts: { file: 'SHA256SUMS', entry: 'risks.csv' } },
      { code: 'FILE_CHANGED', facts: { file: 'risks.csv', kind: 'export' } },
    ])
  })

  test.each([
    [
      'a number beyond all numbers',
      (text: string) => text.replace('"guardedCells": ', '"more": 1e999,\n  "guardedCells": '),
    ],
    ['half a character', (text: string) => text.replace('"title": null', '"title": "\\ud800"')],
  ])('a manifest with %s was edited', async (_what, edit) => {
    const { dir } = await exportedOneOfEach()
    const manifest = join(dir, 'manifest.json')
    writeFileSync(manifest, edit(readFileSync(manifest, 'utf8')))
    expect(await verifyBundle(dir)).toContainEqual({ code: 'MANIFEST_CHANGED', facts: { file: 'manifest.json' } })
  })

  test('a folder is reached through a link', async () => {
    const { dir } = await exportedOneOfEach()
    const link = join(temporaryFolder(), 'link')
    symlinkSync(dir, link)
    expect(await verifyBundle(link)).toEqual([])
  })

  test('a manifest that leads out of the folder is no witness', async () => {
    const { dir } = await exportedOneOfEach()
    const path = join(dir, 'manifest.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"risks.csv"', '"../risks.csv"'))
    expect(await verifyBundle(dir)).toEqual([{ code: 'MANIFEST_CHANGED', facts: { file: 'manifest.json' } }])
  })

  test.each(['nothing', 'other files', 'a manifest of something else'])('%s is no bundle', async (what) => {
    const folder = temporaryFolder()
    if (what === 'other files') writeFileSync(join(folder, 'a.csv'), 'a')
    if (what === 'a manifest of something else') writeFileSync(join(folder, 'manifest.json'), '{"name":"app"}')
    await expect(verifyBundle(folder)).rejects.toMatchObject({ code: 'NOT_A_BUNDLE' })
    expect(existsSync(folder)).toBe(true)
  })
})

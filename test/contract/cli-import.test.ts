/** `import` as a script meets it: an account of every row, the same file twice, files that leave something open. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { daicho, onlyJson, refusalShape } from '#test/support/command-line.ts'
import { fixture } from '#test/support/import-files.ts'
import { temporaryFolder } from '#test/support/register.ts'

const shape = z.strictObject({
  rows: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.array(z.strictObject({ row: z.int(), column: z.string(), reason: z.string(), code: z.string() })),
  created: z.strictObject({ units: z.int(), people: z.int() }),
  unmapped: z.array(z.string()),
  encoding: z.string(),
  sheet: z.string().nullable(),
  unread: z.strictObject({
    count: z.int(),
    first: z.array(z.strictObject({ cell: z.string(), shown: z.string() })),
  }),
  headerRow: z.int(),
  duplicates: z.array(z.tuple([z.int(), z.int()])),
  key: z.string(),
  mapping: z.record(z.string(), z.string()),
  unknownValues: z.array(z.strictObject({ column: z.string(), value: z.string().nullable(), rows: z.int() })),
  alike: z.array(z.strictObject({ row: z.int(), code: z.string() })),
  missing: z.array(z.string()),
  found: z
    .strictObject({
      tool: z.string().nullable(),
      changes: z.array(
        z.strictObject({
          row: z.int(),
          id: z.uuid(),
          code: z.string(),
          field: z.string(),
          before: z.json(),
          after: z.json(),
        }),
      ),
      names: z.array(
        z.strictObject({
          noun: z.string(),
          word: z.string(),
          rows: z.int(),
          several: z.boolean(),
          made: z.boolean(),
          makeable: z.boolean(),
          similar: z.array(z.strictObject({ code: z.string(), name: z.json() })).optional(),
        }),
      ),
      levels: z.array(
        z.strictObject({
          axis: z.string(),
          word: z.string(),
          rows: z.int(),
          suggestion: z.int().nullable(),
          grade: z.int().nullable(),
          settled: z.boolean(),
        }),
      ),
      needed: z.array(z.string()),
      repeats: z.array(z.strictObject({ word: z.string(), rows: z.array(z.int()) })),
      keyLeft: z.strictObject({ column: z.string(), rows: z.int() }).nullable(),
      labels: z.record(z.string(), z.json()),
    })
    .nullable(),
  dryRun: z.boolean(),
})

async function newRegister(): Promise<string> {
  const file = join(temporaryFolder(), 'register.daicho')
  await daicho(['new', file])
  return file
}

function source(content: string | Uint8Array): string {
  const file = join(temporaryFolder(), 'source.csv')
  writeFileSync(file, content)
  return file
}

function systemsIn(file: string): unknown[] {
  const database = new Database(file, { readonly: true })
  const rows = database.prepare('SELECT code, name_ja, name_en, lifecycle, notes FROM system ORDER BY code').all()
  database.close()
  return rows
}

/** The last event of the log: the same as long as nothing was written. */
function headOf(file: string): unknown {
  const database = new Database(file, { readonly: true })
  const head = database.prepare('SELECT hash FROM audit_head').pluck().get()
  database.close()
  return head
}

const inventory = [
  '管理番号,システム名,部署,状態,次回見直し日,備考',
  'A-1,議事録,総務部,試行,2026-12-01,会議室',
  'A-2,需要予測,営業部,開発中,2026-02-30,',
  'A-3,,営業部,本番,,',
  'A-4,審査,営業部,たぶん本番,,',
  '',
].join('\n')

describe('an inventory', () => {
  test('is accounted for row by row; rows left out end with exit code 1', async () => {
    const file = await newRegister()
    const ended = await daicho(['import', file, source(inventory), '--as', 'systems', '--json'])
    expect(ended).toMatchObject({ exitCode: 1, errors: '' })
    expect(onlyJson(ended, shape)).toEqual({
      rows: 4,
      added: 2,
      updated: 0,
      unchanged: 0,
      rejected: [
        { row: 3, column: '次回見直し日', code: 'DAY_DOES_NOT_EXIST', reason: expect.any(String) as string },
        { row: 4, column: 'システム名', code: 'NAME_MISSING', reason: expect.any(String) as string },
      ],
      created: { units: 2, people: 0 },
      unmapped: [],
      encoding: 'utf-8',
      sheet: null,
      unread: { count: 0, first: [] },
      headerRow: 1,
      duplicates: [],
      key: '管理番号',
      mapping: {
        管理番号: 'sourceKey',
        システム名: 'name',
        部署: 'unit',
        状態: 'lifecycle',
        次回見直し日: 'nextReviewOn',
        備考: 'notes',
      },
      unknownValues: [{ column: '状態', value: 'たぶん本番', rows: 1 }],
      alike: [],
      missing: [],
      found: {
        tool: null,
        changes: [],
        names: ['総務部', '営業部'].map((word) => ({
          noun: 'unit',
          word,
          rows: 1,
          several: false,
          made: true,
          makeable: true,
        })),
        levels: [],
        needed: [],
        repeats: [],
        keyLeft: null,
        labels: {},
      },
      dryRun: false,
    })
    expect(systemsIn(file)).toEqual([
      { code: 'SYS-0001', name_ja: '議事録', name_en: null, lifecycle: 'pilot', notes: '会議室' },
      { code: 'SYS-0002', name_ja: '審査', name_en: null, lifecycle: 'unknown', notes: null },
    ])
  })

  test('twice is unchanged', async () => {
    const file = await newRegister()
    const csv = source(inventory)
    await daicho(['import', file, csv, '--as', 'systems'])
    const again = onlyJson(await daicho(['import', file, csv, '--as', 'systems', '--json']), shape)
    expect(again).toMatchObject({ rows: 4, added: 0, updated: 0, unchanged: 2, created: { units: 0, people: 0 } })
  })

  test('as a dry run changes nothing and says what it would do', async () => {
    const file = await newRegister()
    const before = readFileSync(file)
    const ended = await daicho(['import', file, source(inventory), '--as', 'systems', '--dry-run', '--json'])
    expect([ended.exitCode, onlyJson(ended, shape)]).toMatchObject([1, { rows: 4, added: 2, dryRun: true }])
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('is told in words', async () => {
    const file = await newRegister()
    const words = (language: string) => ({ environment: { LC_ALL: language } })
    const dry = await daicho(['import', file, source(inventory), '--as', 'systems', '--dry-run'], words('C'))
    expect(dry.output.split('\n')[0]).toBe(
      '4 rows read. An import would add 2, update 0, leave 0 unchanged and 2 out, with reasons. The register was not changed',
    )
    const done = await daicho(['import', file, source(inventory), '--as', 'systems'], words('ja_JP.UTF-8'))
    expect(done.output.split('\n').slice(0, 4)).toEqual([
      '4行を読み、2件を追加しました。2行は理由つきで残しています',
      '  3行目「次回見直し日」：暦にない日付です',
      '  4行目「システム名」：名称が空です',
      'あわせて部門2件、人0件を追加',
    ])
    const csv = source('name\nx\n')
    const complete = await daicho(['import', file, csv, '--as', 'systems'])
    expect([complete.exitCode, complete.output.split('\n')[0]]).toEqual([0, '1 rows read, 1 added'])
  })

  test('is read as its mapping file says, from the row that is named', async () => {
    const file = await newRegister()
    const csv = source('Title row,\nWhat,Where\nChat,Head office\n')
    const mapping = join(temporaryFolder(), 'mapping.json')
    writeFileSync(mapping, JSON.stringify({ version: 1, columns: { What: 'name', Where: 'unit' }, key: 'What' }))
    const words = ['import', file, csv, '--as', 'systems', '--header-row', '2', '--mapping', mapping, '--json']
    expect(onlyJson(await daicho(words), shape)).toMatchObject({
      rows: 1,
      added: 1,
      headerRow: 2,
      key: 'What',
      created: { units: 1, people: 0 },
    })
  })
})

test('a workbook: its first visible sheet, or the one that --sheet names, with what could not be read of it', async () => {
  const file = await newRegister()
  const doi = fixture('us-federal-2023/raw-agency/2023-agency-inventory-of-ai-use-cases-for-doigovdata.xlsx')
  const read = onlyJson(await daicho(['import', file, doi, '--as', 'systems', '--json']), shape)
  expect(read).toMatchObject({ rows: 38, added: 38, sheet: 'AI Use Case Inventory', unread: { count: 0, first: [] } })
  const missing = await daicho(['import', file, doi, '--as', 'systems', '--sheet', 'Sheet2', '--json'])
  expect(missing.exitCode).toBe(2)
  expect(onlyJson(missing, refusalShape).error).toMatchObject({ code: 'SHEET_MISSING' })
  const checklist = fixture('ja-genai-checklist/genai-governance-checklist.xlsx')
  const mapping = source(JSON.stringify({ version: 1, headerRow: 2, columns: { ステータス: 'name' } }))
  const told = await daicho(
    ['import', file, checklist, '--as', 'systems', '--sheet', 'サマリー', '--mapping', mapping, '--dry-run'],
    { environment: { LC_ALL: 'ja_JP.UTF-8' } },
  )
  expect(told.output).toContain('シート「サマリー」、見出し 2行目')
  expect(told.output).toContain('読めなかったセル 87個')
})

test('the federal inventory: 710 systems, each title whole', async () => {
  const file = await newRegister()
  const csv = fixture('us-federal-2023/2023_consolidated_ai_inventory_raw.csv')
  const ended = await daicho(['import', file, csv, '--as', 'systems', '--json'])
  expect([ended.exitCode, onlyJson(ended, shape)]).toMatchObject([0, { rows: 710, added: 710, rejected: [] }])
  expect(systemsIn(file).length).toBe(710)
})

describe('an encoding that several fit', () => {
  const ambiguous = fixture('us-federal-2023/raw-agency/SSA-AI-Inv.csv')

  test('is refused with the candidates and how each reads', async () => {
    const file = await newRegister()
    const before = headOf(file)
    const ended = await daicho(['import', file, ambiguous, '--as', 'systems', '--json'])
    const { error } = onlyJson(ended, refusalShape)
    expect([ended.exitCode, error.code]).toEqual([2, 'ENCODING_AMBIGUOUS'])
    expect(error.message).toContain('windows-1252: ')
    expect(error.message).toContain('cp932: ')
    expect(error.message).toContain('--encoding')
    expect(headOf(file)).toBe(before)
  })

  test('is read as --encoding says', async () => {
    const file = await newRegister()
    const words = ['import', file, ambiguous, '--as', 'systems', '--encoding', 'windows-1252', '--json']
    const report = onlyJson(await daicho(words), shape)
    expect([report.encoding, report.added, report.added + report.rejected.length]).toEqual([
      'windows-1252',
      report.rows,
      report.rows,
    ])
  })
})

describe('refused whole', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'SOURCE_EMPTY'],
    ['the header alone', 'name,purpose\n', 'SOURCE_HEADER_ONLY'],
    ['an unclosed quote', 'name,purpose\na,b\n"never closed,c\nd,e\n', 'SOURCE_UNCLOSED_QUOTE'],
  ])('%s', async (_what, content, code) => {
    const file = await newRegister()
    const before = headOf(file)
    const ended = await daicho(['import', file, source(content), '--as', 'systems', '--json'])
    expect([ended.exitCode, onlyJson(ended, refusalShape).error.code]).toEqual([2, code])
    expect(headOf(file)).toBe(before)
  })

  test('a source or mapping that is not there, and a mapping that is none', async () => {
    const file = await newRegister()
    const codeOf = async (words: string[]) =>
      onlyJson(await daicho(['import', file, ...words, '--as', 'systems', '--json']), refusalShape).error.code
    const csv = source('name\nx\n')
    const folder = temporaryFolder()
    expect(await codeOf([join(folder, 'absent.csv')])).toBe('SOURCE_NOT_FOUND')
    expect(await codeOf([csv, '--mapping', join(folder, 'absent.json')])).toBe('FILE_NOT_FOUND')
    expect(await codeOf([csv, '--mapping', csv])).toBe('MAPPING_INVALID')
    writeFileSync(join(folder, 'mapping.json'), '{"version":2}')
    expect(await codeOf([csv, '--mapping', join(folder, 'mapping.json')])).toBe('MAPPING_INVALID')
  })
})

test('an export comes in as it went out: texts whole, guards taken off, the same again unchanged', async () => {
  const texts = ['=1+1', "'=1", ' ＝全角', '@SUM(A1)', '-1', "it's", '"quoted", comma', 'two\nlines']
  const first = await newRegister()
  const rows = texts.map(
    (text, index) => `S-${String(index)},"${text.replaceAll('"', '""')}","${text.replaceAll('"', '""')}"`,
  )
  await daicho(['import', first, source(`id,name,notes\n${rows.join('\n')}\n`), '--as', 'systems'])
  const out = join(temporaryFolder(), 'out')
  await daicho(['export', first, '--out', out])
  const second = await newRegister()
  const words = ['import', second, join(out, 'systems.csv'), '--as', 'systems', '--json']
  expect(onlyJson(await daicho(words), shape)).toMatchObject({ rows: 8, added: 8, rejected: [] })
  expect(systemsIn(second)).toEqual(systemsIn(first))
  expect(onlyJson(await daicho(words), shape)).toMatchObject({ rows: 8, added: 0, updated: 0, unchanged: 8 })
})

test('a list of risks: its levels as suggested, and the mapping that it was read with as a file', async () => {
  const file = await newRegister()
  const folder = temporaryFolder()
  const list = join(folder, 'risks.csv')
  writeFileSync(
    list,
    'ID,Risk,Category,Residual likelihood,Residual impact,Owner\nR-1,Leak,Security,High,Major,Ada Park\n',
  )
  const mapping = join(folder, 'mapping.json')
  const call = ['import', file, list, '--as', 'risks', '--json']
  const trial = await daicho([...call, '--dry-run', '--write-mapping', mapping])
  expect(onlyJson(trial, shape)).toMatchObject({
    added: 1,
    found: {
      needed: [],
      names: [{ noun: 'person', word: 'Ada Park', makeable: true }],
      levels: [
        { axis: 'likelihood', word: 'High', suggestion: 4, settled: false },
        { axis: 'impact', word: 'Major', suggestion: 4, settled: false },
      ],
    },
  })
  const written = JSON.parse(readFileSync(mapping, 'utf8')) as Record<string, unknown>
  expect(written).toEqual({
    version: 1,
    noun: 'risk',
    columns: {
      Risk: 'name',
      Category: 'category',
      'Residual likelihood': 'residualLikelihood',
      'Residual impact': 'residualImpact',
      Owner: 'owner',
    },
    levels: { likelihood: { High: null }, impact: { Major: null } },
  })
  writeFileSync(
    mapping,
    JSON.stringify({ ...written, levels: undefined, impactDimension: 'operations', make: { person: {} } }),
  )
  const report = await daicho([...call, '--mapping', mapping, '--levels', 'suggested'])
  expect(onlyJson(report, shape)).toMatchObject({ added: 1, created: { units: 0, people: 1 } })
  const stats = await daicho(['export', file, '--out', join(folder, 'out')])
  expect(stats.exitCode).toBe(0)
  const assessments = readFileSync(join(folder, 'out', 'assessments.csv'), 'utf8')
  expect(assessments).toContain('"residual"')
  expect(assessments.trim().split('\r\n')).toHaveLength(2)
})

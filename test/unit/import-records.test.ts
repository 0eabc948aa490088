import { readdirSync, readFileSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstRecords, readRecords, type SheetRecord } from '#electron/register/import/records.ts'
import { type Delimiter, delimiters } from '#shared/domain/import-mapping.ts'
import { fixture, refusalOf } from '#test/support/import-files.ts'

async function* inPieces(text: string, lengths: readonly number[]): AsyncGenerator<string, void, void> {
  for (let at = 0, index = 0; at < text.length; index += 1) {
    const length = lengths[index % lengths.length] ?? 1
    yield text.slice(at, at + length)
    at += length
  }
}

async function recordsOf(text: string, delimiter: Delimiter = ',', lengths = [1000]): Promise<SheetRecord[]> {
  const records: SheetRecord[] = []
  for await (const batch of readRecords(inPieces(text, lengths), delimiter, 'source.csv')) records.push(...batch)
  return records
}
const cellsOf = async (...given: Parameters<typeof recordsOf>) => (await recordsOf(...given)).map(({ cells }) => cells)

describe('csv-spectrum', () => {
  const names = readdirSync(fixture('csv-spectrum/csvs')).map((name) => name.replace('.csv', ''))
  test.each(names)('%s', async (name) => {
    const [header, ...rows] = await cellsOf(readFileSync(fixture(`csv-spectrum/csvs/${name}.csv`), 'utf8'))
    const read = rows.map((cells) =>
      Object.fromEntries((header ?? []).map((heading, index) => [heading, cells[index]])),
    )
    const answer = readFileSync(fixture(`csv-spectrum/json/${name}.json`), 'utf8')
    // The CRLF of the two files that are named for it has become LF on its way through somebody's checkout.
    expect(read).toEqual(JSON.parse(name === 'newlines_crlf' ? answer.replaceAll('\\r\\n', '\\n') : answer))
  })
})

describe('rows are counted as a spreadsheet counts them', () => {
  test('blank ones count, and a cell of several lines is one row', async () => {
    expect(await recordsOf('a,b\r\n\r\n"1\n2\n3",x\r\n,,\r\nlast')).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: [''] },
      { row: 3, cells: ['1\n2\n3', 'x'] },
      { row: 4, cells: ['', '', ''] },
      { row: 5, cells: ['last'] },
    ])
  })

  test.each([
    ['CR', 'a,b\r1,2\r'],
    ['LF', 'a,b\n1,2\n'],
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['all of them', 'a,b\r1,2\n'],
  ])('lines end in %s', async (_, text) => {
    for (const length of [1, 2, 3, 100])
      expect(await cellsOf(text, ',', [length])).toEqual([
        ['a', 'b'],
        ['1', '2'],
      ])
  })
})

describe('quotes', () => {
  test.each([
    ['within an unquoted cell', '5" disk,x', ['5" disk', 'x']],
    ['not doubled within a quoted cell', '"say "hello" there",x', ['say "hello" there', 'x']],
    ['doubled, with a line end', '"""Quoted"" text\nmore",x', ['"Quoted" text\nmore', 'x']],
    ['around CRLF', '"a\r\nb",x', ['a\r\nb', 'x']],
    ['a cell that is one quote', '"""",x', ['"', 'x']],
  ])('%s', async (_, line, cells) => {
    expect(await cellsOf(`a,b\n${line}\nc,d\n`)).toEqual([['a', 'b'], cells, ['c', 'd']])
  })

  test.each([
    ['to the end of the file', 'a,b\n1,"x\n2,y\n', 2],
    ['up to the next quoted cell', 'a,b\n1,"x\n2,"y",z\n3,w\n', 2],
    ['up to a quoted cell many rows on', 'a,b\n1,x\n2,"x\n3,y\n4,"z, z",w\n', 3],
    ['in the first cell of a row', 'a,b\n"1,x\n2,"y"\n', 2],
  ])('one that is never closed, %s, refuses the file', async (_, text, row) => {
    expect(await refusalOf(recordsOf(text))).toEqual({
      code: 'SOURCE_UNCLOSED_QUOTE',
      facts: { file: 'source.csv', row },
    })
  })
})

test('every table that is written properly is read back, in whatever pieces it comes', async () => {
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.stringMatching(/^[",;\t\r\n ='a]{0,6}$/), fc.constant(''))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...delimiters),
      fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      async (table, delimiter, recordDelimiter, lengths) => {
        const text = stringify(table, { delimiter, record_delimiter: recordDelimiter, quoted: true })
        expect(await cellsOf(text, delimiter, lengths)).toEqual(table)
      },
    ),
  )
})

test('the first records of a text that is cut off', () => {
  expect(firstRecords('a,b\n1,2\n3,"4\n', ',', 10)).toEqual({
    records: [
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['1', '2'] },
    ],
    unclosed: 3,
  })
  expect(firstRecords('a\nb\nc\nd\n', ',', 2)).toMatchObject({ records: { length: 2 }, unclosed: null })
})

describe('a record of more than 16 MB', () => {
  const long = 'x'.repeat(17 * 1024 * 1024)
  test.each([
    ['without quotes', `a,b\nc,${long}\n`, 'SOURCE_RECORD_TOO_LONG'],
    ['behind a cell whose quotes are closed', `a,b\n"c, c",${long}\n`, 'SOURCE_RECORD_TOO_LONG'],
    ['with a quote inside a cell', `a,b\n5" disk,${long}\n`, 'SOURCE_RECORD_TOO_LONG'],
    ['within quotes', `a,b\nc,"${long}\n`, 'SOURCE_UNCLOSED_QUOTE'],
  ])('%s', async (_, text, code) => {
    expect(await refusalOf(recordsOf(text, ',', [65_536]))).toEqual({ code, facts: { file: 'source.csv', row: 2 } })
  })
})

test('a cell of a million letters is read whole', async () => {
  const long = 'あ'.repeat(1_000_000)
  expect(await cellsOf(`a,b\n"${long}",x\n`)).toEqual([
    ['a', 'b'],
    [long, 'x'],
  ])
})

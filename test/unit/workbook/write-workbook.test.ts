import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readWorkbook } from '#electron/register/workbook/read-workbook.ts'
import { sheetName, writeWorkbook, type WrittenSheet } from '#electron/register/workbook/write-workbook.ts'

const at = '2026-11-28T09:00:00.000Z'
const sheet: WrittenSheet = {
  name: '質問',
  columns: [{ width: 12 }, { width: 60 }, { width: 14 }, { width: 8 }],
  rows: [
    { as: 'title', cells: ['質問票'] },
    { as: 'heading', cells: ['ID', '質問', '回答', '日'] },
    { cells: ['DD-01', '=HYPERLINK("x")', null, { day: '2026-11-28' }] },
    { cells: ['0012', '-2', 3.5, true] },
  ],
  frozenRows: 2,
  choices: [{ column: 2, fromRow: 2, toRow: 3, words: ['はい', 'いいえ'] }],
}

test('text stays text, days are days, figures are figures, and nothing is a formula', async () => {
  const bytes = await writeWorkbook({ title: '質問票', at, sheets: [sheet, { name: 'B', columns: [], rows: [] }] })
  const [first, second] = await readWorkbook(bytes, { file: 'a.xlsx' })
  expect(first?.rows.map((row) => row.map((cell) => (cell === null ? null : [cell.kind, cell.value])))).toEqual([
    [['text', '質問票']],
    [
      ['text', 'ID'],
      ['text', '質問'],
      ['text', '回答'],
      ['text', '日'],
    ],
    [['text', 'DD-01'], ['text', '=HYPERLINK("x")'], null, ['day', '2026-11-28']],
    [
      ['text', '0012'],
      ['text', '-2'],
      ['number', 3.5],
      ['boolean', true],
    ],
  ])
  expect([second?.name, second?.rows]).toEqual(['B', []])
  const raw = await readXlsx(bytes, { readStyles: true })
  expect([...(raw.sheets[0]?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([])
  // In the format of text, what begins like a formula does not become one when somebody edits the cell.
  expect(raw.sheets[0]?.cells?.get('2,1')?.style?.numFmt).toBe('@')
  expect(raw.sheets[0]?.dataValidations).toMatchObject([{ type: 'list', range: 'C3:C4', values: ['はい', 'いいえ'] }])
  expect(raw.sheets[0]?.freezePane).toMatchObject({ rows: 2 })
})

test('the same content gives the same bytes', async () => {
  const [one, other] = [
    await writeWorkbook({ title: 'x', at, sheets: [sheet] }),
    await writeWorkbook({ title: 'x', at, sheets: [sheet] }),
  ]
  expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(0)
})

test('whatever is written as text is read as that text', async () => {
  const texts = fc.array(
    fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          '=',
          '+',
          '@',
          '\t',
          '\n',
          '<',
          '&',
          '"',
          "'",
          '_x000D_',
          '\u0000',
          '\u001b',
          '\uffff',
          '　',
          '髙',
          '𠮷',
        ),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
      maxLength: 30,
    }),
    { minLength: 1, maxLength: 6 },
  )
  await fc.assert(
    fc.asyncProperty(texts, async (cells) => {
      const bytes = await writeWorkbook({ title: 'x', at, sheets: [{ name: 'A', columns: [], rows: [{ cells }] }] })
      const [read] = await readWorkbook(bytes, { file: 'a.xlsx' })
      expect(cells.map((_, index) => read?.rows[0]?.[index]?.value)).toEqual(
        cells.map((cell) => cell.replace(/\r\n?/g, '\n')),
      )
    }),
    { numRuns: 100 },
  )
})

test('names of sheets are ones that Excel takes', () => {
  expect(sheetName("'a/b:c?[d]*'")).toBe('a b c  d')
  expect(sheetName('あ'.repeat(40))).toHaveLength(31)
})

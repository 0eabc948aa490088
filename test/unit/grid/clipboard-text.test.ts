import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTabbed, writeTable, writeTabbed } from '#renderer/records/grid/clipboard-text.ts'

describe('reading', () => {
  test.each([
    ['nothing', '', []],
    ['one cell', '在庫', [['在庫']]],
    [
      'a block as Excel leaves it',
      'SYS-0001\t在庫\r\nSYS-0002\t与信\r\n',
      [
        ['SYS-0001', '在庫'],
        ['SYS-0002', '与信'],
      ],
    ],
    [
      'line feeds alone',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['carriage returns alone', 'a\rb\r', [['a'], ['b']]],
    ['a mark of byte order', '\ufeffa', [['a']]],
    ['a line break inside a cell', '"一行目\n二行目"\tb\r\n', [['一行目\n二行目', 'b']]],
    ['a TAB inside a cell', '"a\tb"\r\n', [['a\tb']]],
    ['doubled quotes', '"彼は""はい""と\n言った"\r\n', [['彼は"はい"と\n言った']]],
    ['quotes in the middle of a cell', '5" disk\t12"\r\n', [['5" disk', '12"']]],
    [
      'a quote that is never closed',
      '"six\tx\r\ny\tz\r\n',
      [
        ['"six', 'x'],
        ['y', 'z'],
      ],
    ],
    ['a quoted word that goes on', '"hello" world\tx', [['"hello" world', 'x']]],
    ['a lone quote', '"', [['"']]],
    [
      'empty cells',
      '\t\r\n\t\r\n',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    ['an empty cell at the end of a column', 'a\r\n\r\n', [['a'], ['']]],
    [
      'lines of different length',
      'a\r\nb\tc\r\n',
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ],
    ['a TAB at the very end', 'a\t', [['a', '']]],
    ['an apostrophe that guards a formula', "'=1+1\t'quoted'", [['=1+1', "'quoted'"]]],
  ])('%s', (_what, text, block) => {
    expect(readTabbed(text)).toEqual(block)
  })
})

describe('writing', () => {
  test('is read by a spreadsheet cell by cell', () => {
    expect(
      writeTabbed([
        ['在庫', '"引用"', 'a\r\nb', '5" disk'],
        ['', '=1+1', '-5', 'a\tb'],
      ]),
    ).toBe('在庫\t"""引用"""\t"a\nb"\t5" disk\r\n\t\'=1+1\t\'-5\t"a\tb"\r\n')
  })

  test('as a table keeps line breaks, takes no markup from the cells and makes text of every cell', () => {
    expect(writeTable([['<b>&"', 'a\nb']])).toBe(
      '<meta charset="utf-8"><table><tr>' +
        `<td style="mso-number-format:'\\@'">&lt;b&gt;&amp;&quot;</td>` +
        `<td style="mso-number-format:'\\@'">a<br style="mso-data-placement:same-cell">b</td>` +
        '</tr></table>',
    )
  })
})

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', 'あ', "'", '=', ' ') }),
)
const blockOf = (cells: fc.Arbitrary<string>) =>
  fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))

test('every block comes back as it was copied', () => {
  fc.assert(
    fc.property(blockOf(cell), (block) => {
      const oneBreak = block.map((row) => row.map((each) => each.replace(/\r\n?/g, '\n')))
      expect(readTabbed(writeTabbed(block))).toEqual(oneBreak)
    }),
  )
})

test('what another program writes with every cell quoted is read', () => {
  const harmless = cell.filter((each) => !/^'/.test(each))
  fc.assert(
    fc.property(blockOf(harmless), (block) => {
      const text = stringify(block, { delimiter: '\t', record_delimiter: 'windows', quoted: true, quoted_empty: true })
      expect(readTabbed(text)).toEqual(block.map((row) => row.map((each) => each.replace(/\r\n?/g, '\n'))))
    }),
  )
})

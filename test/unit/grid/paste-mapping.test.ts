import { describe, expect, test } from 'vitest'
import { mapPaste, type PasteTarget, repeated } from '#renderer/records/grid/paste-mapping.ts'

const code: PasteTarget = { id: 'code', heading: '番号', takes: null }
const name: PasteTarget = { id: 'name', heading: '名称', takes: 'name.ja' }
const tier: PasteTarget = { id: 'tier', heading: '区分', takes: 'tier' }
const executive: PasteTarget = { id: 'executive', heading: '担当役員', takes: null }
const columns = [code, name, tier, executive]

describe('columns of a pasted block', () => {
  test('are counted from the active cell', () => {
    expect(mapPaste([['在庫', '高']], columns, 1, 4)).toEqual({
      targets: [name, tier],
      lines: [['在庫', '高']],
      headed: false,
      codes: -1,
    })
  })

  test('beyond the last column meet none', () => {
    expect(mapPaste([['高', 'x', 'y']], columns, 2, 4).targets).toEqual([tier, executive, null])
    expect(mapPaste([['高', 'x', 'y']], columns, 2, 3).targets).toEqual([tier, null, null])
  })

  test('are named by a line of headings, in any order and width', () => {
    const lines = [['高', 'SYS-0001', '…']]
    expect(mapPaste([['区分', '番号', '備考'], ...lines], columns, 3, 4)).toEqual({
      targets: [tier, code, null],
      lines,
      headed: true,
      codes: 1,
    })
    expect(mapPaste([['ＮＡＭＥ'], ['Demand']], [{ ...name, heading: 'Name' }], 0, 1).headed).toBe(true)
    expect(
      mapPaste(
        [
          ['nextReviewOn', 'name'],
          ['2026-12-01', 'x'],
        ],
        columns,
        0,
        4,
      ).targets,
    ).toEqual([null, name])
  })

  test.each([
    ['one line alone, though it reads like headings', [['名称', '区分']]],
    [
      'a first line of which most is no heading',
      [
        ['名称', '高', '中'],
        ['a', 'b', 'c'],
      ],
    ],
    [
      'the same heading twice',
      [
        ['名称', '名称'],
        ['a', 'b'],
      ],
    ],
    [
      'empty cells',
      [
        ['', ''],
        ['a', 'b'],
      ],
    ],
  ])('are not taken from %s', (_what, block) => {
    expect(mapPaste(block, columns, 1, 4)).toMatchObject({ headed: false, lines: block, codes: -1 })
  })
})

describe('a small block in a larger one', () => {
  test.each([
    [
      'one cell fills it',
      [['x']],
      2,
      2,
      [
        ['x', 'x'],
        ['x', 'x'],
      ],
    ],
    [
      'a line is repeated downwards',
      [['a', 'b']],
      3,
      2,
      [
        ['a', 'b'],
        ['a', 'b'],
        ['a', 'b'],
      ],
    ],
    [
      'a column is repeated to the right',
      [['a'], ['b']],
      2,
      2,
      [
        ['a', 'a'],
        ['b', 'b'],
      ],
    ],
    ['a line of another width stays as it is', [['a', 'b', 'c']], 3, 2, [['a', 'b', 'c']]],
    ['one cell on one cell stays one', [['a']], 1, 1, [['a']]],
  ])('%s', (_what, block, rows, width, filled) => {
    expect(repeated(block, rows, width)).toEqual(filled)
  })
})

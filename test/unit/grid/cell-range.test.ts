import { describe, expect, test } from 'vitest'
import {
  edgesOf,
  isInside,
  isOneCell,
  type Move,
  movedBlock,
  movedPlace,
  nextPlace,
  oneCell,
  placeWithin,
} from '#renderer/records/grid/cell-range.ts'

const bounds = { rows: 100_000, columns: 7, page: 20 }

describe('moves of the active cell', () => {
  test.each<[Move, number, number]>([
    ['up', 49, 3],
    ['down', 51, 3],
    ['left', 50, 2],
    ['right', 50, 4],
    ['rowStart', 50, 0],
    ['rowEnd', 50, 6],
    ['columnStart', 0, 3],
    ['columnEnd', 99_999, 3],
    ['first', 0, 0],
    ['last', 99_999, 6],
    ['pageUp', 30, 3],
    ['pageDown', 70, 3],
  ])('%s from row 50, column 3 leads to row %i, column %i', (move, row, column) => {
    expect(movedPlace({ row: 50, column: 3 }, move, bounds)).toEqual({ row, column })
  })

  test.each<[Move, number, number]>([
    ['up', 0, 0],
    ['left', 0, 0],
    ['pageUp', 0, 0],
  ])('%s stays at the first cell', (move, row, column) => {
    expect(movedPlace({ row: 0, column: 0 }, move, bounds)).toEqual({ row, column })
  })

  test('down, right and page down stay at the last cell', () => {
    const last = { row: 99_999, column: 6 }
    expect((['down', 'right', 'pageDown'] as const).map((move) => movedPlace(last, move, bounds))).toEqual([
      last,
      last,
      last,
    ])
  })

  test('an empty grid has one place to be at', () => {
    expect(placeWithin({ row: 5, column: 5 }, { rows: 0, columns: 3, page: 10 })).toEqual({ row: 0, column: 2 })
  })
})

describe('Tab', () => {
  const small = { rows: 2, columns: 3, page: 1 }
  test.each([
    [{ row: 0, column: 0 }, 1, { row: 0, column: 1 }],
    [{ row: 0, column: 2 }, 1, { row: 1, column: 0 }],
    [{ row: 1, column: 2 }, 1, null],
    [{ row: 1, column: 0 }, -1, { row: 0, column: 2 }],
    [{ row: 0, column: 0 }, -1, null],
  ] as const)('from %o by %i leads to %o', (place, step, target) => {
    expect(nextPlace(place, step, small)).toEqual(target)
  })
})

describe('a block', () => {
  test('is extended from its active cell, which stays', () => {
    let block = oneCell({ row: 4, column: 2 })
    for (const move of ['down', 'down', 'left'] as const) block = movedBlock(block, move, true, bounds)
    expect(block).toEqual({ active: { row: 4, column: 2 }, far: { row: 6, column: 1 } })
    expect(edgesOf(block)).toEqual({ top: 4, bottom: 6, left: 1, right: 2 })
  })

  test('turns over when it is extended back beyond its active cell', () => {
    const block = { active: { row: 4, column: 2 }, far: { row: 5, column: 3 } }
    const turned = movedBlock(movedBlock(block, 'pageUp', true, bounds), 'rowStart', true, bounds)
    expect(edgesOf(turned)).toEqual({ top: 0, bottom: 4, left: 0, right: 2 })
  })

  test('ends with a move that does not extend, counted from the active cell', () => {
    const block = { active: { row: 4, column: 2 }, far: { row: 9, column: 3 } }
    const moved = movedBlock(block, 'down', false, bounds)
    expect(moved).toEqual(oneCell({ row: 5, column: 2 }))
    expect(isOneCell(moved)).toBe(true)
  })

  test('holds its edges and nothing beyond', () => {
    const edges = { top: 1, bottom: 2, left: 1, right: 1 }
    const inside = [0, 1, 2, 3].flatMap((row) =>
      [0, 1, 2].filter((column) => isInside(edges, { row, column })).map((column) => [row, column]),
    )
    expect(inside).toEqual([
      [1, 1],
      [2, 1],
    ])
  })
})

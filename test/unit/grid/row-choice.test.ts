import { expect, test } from 'vitest'
import {
  allRows,
  chosenCount,
  headingState,
  isChosen,
  noRows,
  toggledAll,
  toggledRow,
  withRows,
} from '#renderer/records/grid/row-choice.ts'

test('records are chosen one by one and let go again', () => {
  const one = toggledRow(toggledRow(noRows, 'a'), 'b')
  expect(['a', 'b', 'c'].map((id) => isChosen(one, id))).toEqual([true, true, false])
  expect(chosenCount(one, 312)).toBe(2)
  expect(toggledRow(one, 'a')).toEqual({ kind: 'some', codes: new Set(['b']) })
})

test('all of a list are chosen, also those whose page was never read, and single ones are left out', () => {
  const most = toggledRow(allRows, 'b')
  expect(['a', 'b', 'never seen'].map((id) => isChosen(most, id))).toEqual([true, false, true])
  expect(chosenCount(most, 312)).toBe(311)
  expect(toggledRow(most, 'b')).toEqual(allRows)
})

test('a run of rows is chosen and let go at once', () => {
  expect(withRows(withRows(noRows, ['a', 'b', 'c'], true), ['b', 'c'], false)).toEqual({
    kind: 'some',
    codes: new Set(['a']),
  })
  expect(withRows(allRows, ['a'], false)).toEqual({ kind: 'all', except: new Set(['a']) })
  expect(withRows({ kind: 'all', except: new Set(['a', 'b']) }, ['a'], true)).toEqual({
    kind: 'all',
    except: new Set(['b']),
  })
})

test.each([
  [noRows, 3, 'none', allRows],
  [toggledRow(noRows, 'a'), 3, 'some', allRows],
  [allRows, 3, 'all', noRows],
  [toggledRow(allRows, 'a'), 3, 'some', allRows],
  [withRows(noRows, ['a', 'b', 'c'], true), 3, 'all', noRows],
  [allRows, 0, 'none', allRows],
] as const)('the box of the heading for %o of %i shows %s', (choice, found, state, next) => {
  expect(headingState(choice, found)).toBe(state)
  expect(toggledAll(choice, found)).toEqual(next)
})

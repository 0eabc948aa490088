import fastCheck from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guard, isRisky, oneKindOfLineBreak, unguard } from '#shared/domain/formula-guard.ts'

describe('a text that a spreadsheet would run is guarded', () => {
  test.each([
    '=1+1',
    '+81 3 1234 5678',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\rx',
    '\nx',
    '\0x',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '  =1',
    '　＝1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
    '\u2003=1',
    '\v=1',
    "'=1",
    "''=1",
    "'  =1",
  ])('%j', (text) => {
    expect([guard(text), unguard(guard(text))]).toEqual([`'${text}`, text])
  })
})

test.each([
  '',
  'plain',
  '令和商事',
  'a=1',
  '1+1',
  "'quoted'",
  "it's",
  '’=1',
  'ー長音',
  '−1',
  ' plain',
  '　全角',
  '“=1”',
  '1-2',
])('%j is left as it is', (text) => {
  expect([guard(text), unguard(text), isRisky(text)]).toEqual([text, text, false])
})

/** Letters that matter to the guard, among others. */
const tricky = fastCheck.string({
  unit: fastCheck.oneof(
    fastCheck.constantFrom(
      "'",
      '=',
      '+',
      '-',
      '@',
      '＝',
      '＋',
      '－',
      '＠',
      ' ',
      '　',
      '\t',
      '\n',
      '\r',
      '\0',
      '\u200b',
      '\ufeff',
      'a',
      '人',
    ),
    fastCheck.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
})

test('every text comes back, and nothing that was guarded starts a formula', () => {
  fastCheck.assert(
    fastCheck.property(tricky, (text) => {
      const cell = guard(text)
      expect(unguard(cell)).toBe(text)
      expect(/^[\s\u200b\u2060\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n\0]/.test(cell)).toBe(false)
    }),
    { numRuns: 5000 },
  )
})

test('line breaks inside a cell become one kind', () => {
  expect(['a\r\nb', 'a\rb', 'a\nb', '\r\r\n', 'ab'].map(oneKindOfLineBreak)).toEqual([
    'a\nb',
    'a\nb',
    'a\nb',
    '\n\n',
    'ab',
  ])
})

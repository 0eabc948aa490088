/** What people type and paste, as values: every kind of field, in both languages and all widths. */
import { describe, expect, test } from 'vitest'
import { fields } from '#shared/domain/fields.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { type CellReading, readCell, resolveWords, valueAfter } from '#shared/domain/read-cell.ts'

function fieldOf(noun: Noun, name: string) {
  const field = fields[noun].find((each) => each.name === name)
  if (field === undefined) throw new Error(`${noun}.${name}`)
  return field
}
const read = (noun: Noun, name: string, text: string, dayOrder: 'day_first' | 'month_first' | null = null) =>
  readCell(noun, fieldOf(noun, name), text, { language: 'ja', dayOrder })
const value = (reading: CellReading) => (reading.kind === 'value' ? reading.value : reading)
const refused = (issue: string, word?: string): CellReading => ({
  kind: 'refused',
  issue,
  facts: word === undefined ? {} : { word },
  candidates: [],
})

describe('days', () => {
  test.each([
    ['2026-09-30', '2026-09-30'],
    ['2026/9/30', '2026-09-30'],
    ['２０２６／９／３０', '2026-09-30'],
    ['2026年9月30日', '2026-09-30'],
    ['2026年9月30日(水)', '2026-09-30'],
    ['2026 年 9 月 30 日', '2026-09-30'],
    ['20260930', '2026-09-30'],
    ['令和8年9月30日', '2026-09-30'],
    ['令和８年９月３０日', '2026-09-30'],
    ['R8.9.30', '2026-09-30'],
    ['r08/09/30', '2026-09-30'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['30 Sep 2026', '2026-09-30'],
    ['2026/9/30 0:00', '2026-09-30'],
    ['46295', '2026-09-30'],
    ['４６２９５', '2026-09-30'],
    ['', null],
    ['未定', null],
    ['-', null],
  ])('%s', (text, day) => {
    expect(value(read('system', 'nextReviewOn', text))).toBe(day)
  })

  test.each([
    ['2026', 'BAD_DAY'],
    ['202609', 'BAD_DAY'],
    ['99999', 'BAD_DAY'],
    ['12345', 'BAD_DAY'],
    ['来週', 'BAD_DAY'],
    ['2026/2/30', 'DAY_NOT_IN_CALENDAR'],
    ['令和8年2月30日', 'DAY_NOT_IN_CALENDAR'],
    ['5/1/2026', 'DAY_AMBIGUOUS'],
  ])('%s is refused: %s', (text, issue) => {
    expect(read('system', 'nextReviewOn', text)).toEqual(refused(issue, text))
  })

  test('day and month are told apart where somebody has said how', () => {
    expect(value(read('system', 'nextReviewOn', '5/1/2026', 'day_first'))).toBe('2026-01-05')
    expect(value(read('system', 'nextReviewOn', '5/1/2026', 'month_first'))).toBe('2026-05-01')
  })
})

test('enumerations by code, by the labels of both languages, and by the words of imports', () => {
  for (const text of ['high', 'High', '高', 'ＨＩＧＨ', '高リスク'])
    expect(value(read('system', 'tier', text))).toBe('high')
  expect(value(read('risk', 'category', 'AIGB-C-2'))).toBe('AIGB-C-2')
  expect(value(read('system', 'tier', ''))).toBeNull()
  expect(value(read('system', 'personalData', ''))).toBe('unknown')
  expect(value(read('system', 'roles', '開発者、利用者'))).toEqual(['developer', 'business_user'])
  expect(read('system', 'tier', '最高')).toEqual(refused('UNKNOWN_WORD', '最高'))
  expect(read('system', 'roles', '開発者、監査人')).toEqual(refused('UNKNOWN_WORD', '監査人'))
  expect(read('control', 'domain', '')).toEqual(refused('REQUIRED'))
})

test('numbers, also full-width and with separators', () => {
  const number = (text: string) => value(read('threshold', 'appetite', text))
  expect(['１２３', '1,234.5', '−５', '0.95'].map(number)).toEqual([123, 1234.5, -5, 0.95])
  expect(read('threshold', 'appetite', '1,23')).toEqual(refused('BAD_NUMBER', '1,23'))
})

test('lists of jurisdictions by code and by name', () => {
  expect(value(read('system', 'jurisdictions', '日本, EU；us'))).toEqual(['JP', 'EU', 'US'])
  expect(value(read('system', 'jurisdictions', ''))).toEqual([])
  expect(read('system', 'jurisdictions', '日本、火星')).toEqual(refused('UNKNOWN_WORD', '火星'))
})

test("a text in two languages goes into the register's language, and the other one stays", () => {
  const reading = read('system', 'name', ' 配送計画\r\n ')
  expect(reading).toEqual({ kind: 'part', language: 'ja', text: '配送計画' })
  if (reading.kind !== 'part') throw new Error(reading.kind)
  expect(valueAfter(reading, { ja: '旧', en: 'Routing' })).toEqual({ ja: '配送計画', en: 'Routing' })
  expect(valueAfter(reading, null)).toEqual({ ja: '配送計画', en: null })
})

test('records by what they are called; several are named, none is guessed', () => {
  const records: Readonly<Record<string, readonly string[]>> = {
    'PSN-0001': ['a'],
    '髙橋 誠': ['a'],
    田中: ['b', 'c'],
    'A/B': ['d'],
  }
  const find = (_noun: Noun, word: string) => records[word] ?? []
  const resolve = (noun: Noun, name: string, text: string) => {
    const reading = read(noun, name, text)
    return value(reading.kind === 'words' ? resolveWords(fieldOf(noun, name), reading, find) : reading)
  }
  expect(resolve('action', 'ownerId', '髙橋 誠')).toBe('a')
  expect(resolve('action', 'ownerId', 'PSN-0001 髙橋 誠')).toBe('a')
  expect(resolve('action', 'ownerId', '')).toBeNull()
  expect(resolve('action', 'ownerId', '田中')).toEqual({
    kind: 'refused',
    issue: 'AMBIGUOUS_RECORD',
    facts: { word: '田中' },
    candidates: ['b', 'c'],
  })
  expect(resolve('action', 'ownerId', '佐藤')).toEqual(refused('NO_SUCH_RECORD', '佐藤'))
  expect(resolve('risk', 'systemIds', 'A/B、PSN-0001')).toEqual(['a', 'd'])
  expect(resolve('risk', 'systemIds', 'A/B')).toEqual(['d'])
  expect(resolve('risk', 'systemIds', '')).toEqual([])
})

test('what only verbs change and no cell can hold', () => {
  expect(read('control', 'notApplicable', 'x')).toEqual(refused('BY_VERB'))
})

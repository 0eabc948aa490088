import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { readDay } from '#shared/domain/import-day.ts'
import {
  codeOfWord,
  isEmptyWord,
  isWithheld,
  jsonList,
  jurisdictionOf,
  partsOfCell,
} from '#shared/domain/import-values.ts'
import { fixtureText } from '#test/support/import-files.ts'

describe('stages', () => {
  test.each([
    ['Initiation', 'proposed'],
    ['Development and Acquisition', 'development'],
    ['Implementation', 'pilot'],
    ['Operation and Maintenance', 'production'],
    ['OPERATION AND MANAGEMENT ', 'production'],
    ['In production: more than 1 year', 'production'],
    ['In production: less than six months', 'production'],
    ['Planned (not in production)', 'proposed'],
    ['Development (not in production)', 'development'],
    ['In-use', 'production'],
    ['In mission', 'production'],
    ['Retired', 'retired'],
    ['Acquisition and/or Development', 'development'],
    ['Implementation and Assessment', 'pilot'],
    ['This is a pilot initiative', 'pilot'],
    ['Currently under development', 'development'],
    ['本番稼働中', 'production'],
    ['稼働中', 'production'],
    ['試行', 'pilot'],
    ['開発中', 'development'],
    ['検討中', 'proposed'],
    ['停止中', 'suspended'],
    ['廃止', 'retired'],
    ['ＰｏＣ', 'pilot'],
    ['本番', 'production'],
    ['production', 'production'],
    ['未確認', 'unknown'],
    ['Completed', null],
    ['Successfully tested but not in production.', null],
    ['In production soon', null],
    ['REDACTED', null],
  ])('%s is %s', (word, code) => {
    expect(codeOfWord('lifecycle', word)).toBe(code)
  })

  test('the 26 spellings of the federal inventory of 2023', () => {
    const [header = [], ...rows] = parse(fixtureText('us-federal-2023/2023_consolidated_ai_inventory_raw.csv'))
    const column = header.indexOf('Development_Stage')
    const words = [...new Set(rows.map((cells) => cells[column] ?? ''))].filter((word) => word !== '')
    const codes = Object.fromEntries(words.map((word) => [word, codeOfWord('lifecycle', word)]))
    expect(codes).toEqual({
      Initiation: 'proposed',
      'Development and Acquisition': 'development',
      'Operation and Maintenance': 'production',
      Deployment: 'pilot',
      Implementation: 'pilot',
      'In-use': 'production',
      'In mission': 'production',
      'Planned (not in production)': 'proposed',
      'Development (not in production)': 'development',
      'In production: more than 1 year': 'production',
      'In production: less than six months': 'production',
      'In production: less than 6 months': 'production',
      'In production: less than one year': 'production',
      'Operation and Management': 'production',
      'Initial development': 'development',
      'Currently under development': 'development',
      'This is a pilot initiative': 'pilot',
      'Proof-of-concept completed': null,
      Completed: null,
      'Investigating/Proof of concept': null,
      'Technical transfer of capability to industry planned this summer.': null,
      'Successfully tested but not in production.': null,
      'Refinments planned for future release': null,
      "User Acceptance Testing to begin early spring '22": null,
      'Proof of Concept completed and published': null,
      'OPC runs in a pseudo-operational capacity via a webpage maintained by the Massachusetts Institute of Technology - Lincoln Lab, as well as in a test and evaluation capacity in a research mode.':
        null,
    })
  })
})

test.each([
  ['answer', 'Y', 'yes'],
  ['answer', '有', 'yes'],
  ['answer', '○', 'yes'],
  ['answer', 'FALSE', 'no'],
  ['answer', '無し', 'no'],
  ['answer', '該当なし', 'no'],
  ['answer', '確認中', 'unknown'],
  ['answer', 'perhaps', null],
  ['tier', '高リスク', 'high'],
  ['tier', 'Medium', 'medium'],
  ['tier', 'rights-impacting', null],
  ['systemKind', '生成ＡＩ', 'generative'],
  ['systemKind', 'Machine Learning', 'predictive'],
  ['systemKind', '組込み', 'embedded'],
  ['systemRole', 'DEPLOYER', 'business_user'],
  ['systemRole', 'AI提供者', 'provider'],
  ['autonomy', '承認制', 'acts_on_approval'],
] as const)('%s: %s is %s', (options, word, code) => {
  expect(codeOfWord(options, word)).toBe(code)
})

test("the words of a file's own mapping come first", () => {
  const own = new Map([['implementation', 'production']])
  expect(codeOfWord('lifecycle', 'Implementation', own)).toBe('production')
  expect(codeOfWord('lifecycle', 'Initiation', own)).toBe('proposed')
})

test('words that say that there is nothing, and words that withhold', () => {
  expect(['N/A', 'なし', '－', ' tbd ', ''].map(isEmptyWord)).toEqual([true, true, true, true, true])
  expect(['0', 'None of them', 'REDACTED'].map(isEmptyWord)).toEqual([false, false, false])
  expect(['REDACTED', '非公開', 'Redacted system'].map(isWithheld)).toEqual([true, true, false])
})

test('several words in a cell', () => {
  expect(partsOfCell('["Machine Learning","Other"]')).toEqual(['Machine Learning', 'Other'])
  expect(partsOfCell('開発者、提供者／利用者')).toEqual(['開発者', '提供者', '利用者'])
  expect(partsOfCell('a; b,\nc')).toEqual(['a', 'b', 'c'])
  expect(jsonList('[not json')).toBeNull()
  expect(jsonList('["a", 1]')).toBeNull()
  expect(['日本', 'EU', 'usa', 'xx', 'Japan and others'].map(jurisdictionOf)).toEqual(['JP', 'EU', 'US', 'XX', null])
})

describe('days', () => {
  test.each([
    ['2026-09-30', null, '2026-09-30'],
    ['2026/9/3', null, '2026-09-03'],
    ['令和8年9月30日', null, '2026-09-30'],
    ['R8.9.30', null, '2026-09-30'],
    ['２０２６年９月３０日', null, '2026-09-30'],
    ['30 Sep 2026', null, '2026-09-30'],
    ['2025-06-26T07:39:09Z', null, '2025-06-26'],
    ['13/4/2026', null, '2026-04-13'],
    ['4/13/2026', null, '2026-04-13'],
    ['5/1/2022', 'month_first', '2022-05-01'],
    ['5/1/2022', 'day_first', '2022-01-05'],
    ['5-1-2022', 'day_first', '2022-01-05'],
    ['13/4/2026', 'month_first', '2026-04-13'],
    ['5/5/2022', null, '2022-05-05'],
  ] as const)('%s (%s) is %s', (written, order, day) => {
    expect(readDay(written, order)).toEqual({ kind: 'day', day })
  })

  test.each([
    ['2023-02-30', 'not_in_calendar'],
    ['2023/13/01', 'not_in_calendar'],
    ['20230231', 'not_in_calendar'],
    ['31/31/2023', 'not_in_calendar'],
    ['30/2/2023', 'not_in_calendar'],
    ['令和6年2月30日', 'not_in_calendar'],
    ['R7.13.1', 'not_in_calendar'],
    ['平成元年1月1日', 'not_in_calendar'],
    ['Feb 30, 2023', 'not_in_calendar'],
    ['0000-00-00', 'not_in_calendar'],
    ['5/1/2022', 'ambiguous'],
    ['2025', 'no_day'],
    ['2025年4月', 'no_day'],
    ['early 2024', 'no_day'],
    ['未定', 'no_day'],
    ['44927', 'no_day'],
  ] as const)('%s is %s', (written, kind) => {
    expect(readDay(written, null)).toEqual({ kind })
  })
})

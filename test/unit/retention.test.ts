/** Whose name is due on a day: periods to the day, what keeps somebody, holds before rules, and ten thousand people at once. */
import { describe, expect, test } from 'vitest'
import { NameMarks, placeholderFor, waysToWrite } from '#shared/domain/retention/name-marks.ts'
import { dueOn, isHoldInForce, type PersonTie, retentionOn } from '#shared/domain/retention/retention-on.ts'
import type { LegalHold, RetentionRule } from '#shared/domain/retention/retention-records.ts'

describe('the first day after a period of years', () => {
  test.each([
    // Ended on the last day of a month, or of a year.
    ['2021-03-31', 5, '2026-04-01'],
    ['2021-12-31', 10, '2032-01-01'],
    // The period begins on 29 February: in a common year it ends with February.
    ['2024-02-28', 1, '2025-03-01'],
    ['2024-02-28', 4, '2028-02-29'],
    // It begins on 1 March, whatever February was.
    ['2024-02-29', 1, '2025-03-01'],
    ['2023-02-28', 1, '2024-03-01'],
    ['2096-02-28', 4, '2100-03-01'],
    ['2026-06-15', 0, '2026-06-16'],
  ])('%s and %i years: %s', (last, years, due) => {
    expect(dueOn(last, years)).toBe(due)
  })
})

const person = (number: number, withdrawnOn: string | null = null) => ({
  id: `person-${String(number)}`,
  code: `PSN-${String(number).padStart(4, '0')}`,
  name: { ja: `人 ${String(number)}`, en: null },
  withdrawnOn,
})
const tie = (number: number, until: string | null, noun: PersonTie['noun'] = 'term'): PersonTie => ({
  personId: `person-${String(number)}`,
  noun,
  id: `tie-${String(number)}`,
  until,
})
const rule = (given: Partial<RetentionRule> = {}): RetentionRule => ({
  id: 'rule',
  version: 1,
  withdrawn: null,
  scope: 'everyone',
  years: 5,
  basis: '文書管理規程',
  approverPersonId: null,
  approvedOn: null,
  from: '2020-01-01',
  to: null,
  ...given,
})
const hold = (given: Partial<LegalHold> = {}): LegalHold => ({
  id: 'hold',
  version: 1,
  withdrawn: null,
  matter: '訴訟',
  reason: '保全',
  orderedBy: '法務部長',
  scope: 'everyone',
  personIds: [],
  from: '2026-01-01',
  releasedOn: null,
  releasedBy: null,
  releaseReason: null,
  ...given,
})
const day = '2026-11-29'
const nothing = { ties: [], rules: [], holds: [], redactions: [] }
const standingsOf = (input: Partial<Parameters<typeof retentionOn>[0]>, on = day) =>
  Object.fromEntries(
    retentionOn({ people: [person(1)], ...nothing, ...input }, on).map((each) => [each.person.code, each.standing]),
  )

describe('how somebody stands', () => {
  test('without a rule nobody is ever due', () => {
    expect(standingsOf({ ties: [tie(1, '1999-01-01')] })).toEqual({ 'PSN-0001': 'noRule' })
  })
  test('from the day after the period on, and not a day before', () => {
    const input = { ties: [tie(1, '2021-11-28')], rules: [rule()] }
    expect(standingsOf(input, '2026-11-28')).toEqual({ 'PSN-0001': 'running' })
    expect(standingsOf(input, '2026-11-29')).toEqual({ 'PSN-0001': 'due' })
  })
  test('whoever is named on the day is kept, on its last day too', () => {
    expect(standingsOf({ ties: [tie(1, '1999-01-01'), tie(1, null, 'action')], rules: [rule()] })).toEqual({
      'PSN-0001': 'named',
    })
    expect(standingsOf({ ties: [tie(1, day)], rules: [rule({ years: 0 })] })).toEqual({ 'PSN-0001': 'named' })
    expect(standingsOf({ ties: [tie(1, day)], rules: [rule({ years: 0 })] }, '2026-11-30')).toEqual({
      'PSN-0001': 'due',
    })
  })
  test('nothing has ever named them: no period begins, but with the withdrawal of their record', () => {
    expect(standingsOf({ rules: [rule()] })).toEqual({ 'PSN-0001': 'noEnd' })
    expect(standingsOf({ people: [person(1, '2020-01-01')], rules: [rule()] })).toEqual({ 'PSN-0001': 'due' })
  })
  test('a hold wins over a rule, of everyone and of those it names, from its first day to the day before its release', () => {
    const due = { ties: [tie(1, '2010-01-01')], rules: [rule()] }
    expect(standingsOf({ ...due, holds: [hold()] })).toEqual({ 'PSN-0001': 'held' })
    expect(standingsOf({ ...due, holds: [hold({ scope: 'named', personIds: ['person-1'] })] })).toEqual({
      'PSN-0001': 'held',
    })
    expect(standingsOf({ ...due, holds: [hold({ scope: 'named', personIds: ['person-2'] })] })).toEqual({
      'PSN-0001': 'due',
    })
    expect(
      ['2025-12-31', '2026-01-01', '2026-03-30', '2026-03-31'].map((on) =>
        isHoldInForce(hold({ releasedOn: '2026-03-31' }), on),
      ),
    ).toEqual([false, true, true, false])
  })
  test('of several rules the longest period decides, and each is about whom it says', () => {
    const rules = [rule({ id: 'short', years: 1 }), rule({ id: 'long', years: 10, scope: 'post_holders' })]
    const people = [person(1), person(2)]
    const ties = [tie(1, '2020-01-01'), tie(2, '2020-01-01', 'assignment')]
    const found = retentionOn({ people, ...nothing, ties, rules }, day)
    expect(found.map(({ person: { code }, standing, ruleId, dueOn: due }) => [code, standing, ruleId, due])).toEqual([
      ['PSN-0002', 'due', 'short', '2021-01-02'],
      ['PSN-0001', 'running', 'long', '2030-01-02'],
    ])
    expect(standingsOf({ ties: [tie(1, '2010-01-01')], rules: [rule({ to: '2025-12-31' })] })).toEqual({
      'PSN-0001': 'noRule',
    })
  })
  test('taken out, and there again', () => {
    const placeholder = { ja: '人 1', en: null }
    const redactions = [{ personId: 'person-1', placeholder, withdrawn: null }]
    expect(standingsOf({ redactions })).toEqual({ 'PSN-0001': 'redacted' })
    expect(
      standingsOf({
        redactions: [{ ...redactions[0], personId: 'person-1', placeholder: { ja: 'x', en: null }, withdrawn: null }],
      }),
    ).toEqual({
      'PSN-0001': 'back',
    })
  })
  test('ten thousand people with a hundred thousand ties', () => {
    const people = Array.from({ length: 10_000 }, (_none, index) => person(index))
    const ties = people.flatMap((_person, index) =>
      Array.from({ length: 10 }, () => tie(index, '2015-01-01', 'assignment')),
    )
    const began = performance.now()
    const found = retentionOn(
      {
        people,
        ...nothing,
        ties,
        rules: [rule()],
        holds: [hold({ scope: 'named', personIds: people.slice(0, 5000).map(({ id }) => id) })],
      },
      day,
    )
    expect(found.filter(({ standing }) => standing === 'held')).toHaveLength(5000)
    // A tenth of a second on a computer that is at rest.
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

describe('where a name stands', () => {
  const placeholder = placeholderFor('01900000-0000-7000-8000-0000a91c2f77')
  const taken = (terms: readonly string[], text: string) => new NameMarks(terms).replaced(text, placeholder)
  test.each([
    ['田中 太郎', '田中太郎', '削除済み（A91C2F77）'],
    ['田中 太郎', '田中　太郎さん', '削除済み（A91C2F77）さん'],
    // What follows a line break is another line, but of a Latin name.
    ['田中 一', '担当：田中\n一次受け', '担当：田中\n一次受け'],
    ['Taro Tanaka', 'Taro\nTanaka', 'Redacted-A91C2F77'],
    // Marks that nobody sees, and every apostrophe.
    ['葛西 誠', '葛\u{e0100}西誠\u{e0100}です', '削除済み（A91C2F77）です'],
    ['山田 太郎', '山田\u200b太郎', '削除済み（A91C2F77）'],
    ["Pat O'Brien", 'O’BRIEN, PAT; Pat OBrien', 'Redacted-A91C2F77; Redacted-A91C2F77'],
    ['Jean-Luc Picard', 'Jean Luc Picard', 'Redacted-A91C2F77'],
    ['Taro Tanaka', 'ＴＡＮＡＫＡ, ｔａｒｏ said', 'Redacted-A91C2F77 said'],
    ['Ann Lee', 'Bann Leeds', 'Bann Leeds'],
    ['たなか たろう', 'ﾀﾅｶ ﾀﾛｳです', '削除済み（A91C2F77）です'],
    ['ガガ ゴゴ', 'ｶﾞｶﾞ･ｺﾞｺﾞ', '削除済み（A91C2F77）'],
    ['ガガ ゴゴ', 'カ\u3099カ\u3099コ\u3099コ\u3099', '削除済み（A91C2F77）'],
    ['tanaka@example.co.jp', 'x.tanaka@example.co.jp', 'x.tanaka@example.co.jp'],
    ['tanaka@example.co.jp', '<TANAKA@EXAMPLE.CO.JP>', '<Redacted-A91C2F77>'],
    ['tanaka@example.co', 'tanaka@example.co.jp', 'tanaka@example.co.jp'],
    ['tanaka@example.co', 'tanaka@example.co-op.jp', 'tanaka@example.co-op.jp'],
    ['tanaka@example.co', 'See tanaka@example.co.', 'See Redacted-A91C2F77.'],
    // Of one letter, or of three kana: only where it is all there is.
    ['林', '森林の管理', '森林の管理'],
    ['林', '林', '削除済み（A91C2F77）'],
    ['あい', 'あいだに', 'あいだに'],
    ['A+B (c) [d]', 'a+b (C) [D]!', 'Redacted-A91C2F77!'],
  ])('%s in %s', (term, text, wanted) => {
    expect(taken([term], text)).toBe(wanted)
    // What the quick look over JSON passes over never holds the name.
    if (wanted !== text) expect(new NameMarks([term]).mayStandIn(JSON.stringify({ text }))).toBe(true)
  })
  const doubts = (term: string, text: string, others: readonly string[] = []) =>
    new NameMarks([term], others).marks(text).map(({ from, to, doubt }) => [text.slice(from, to), doubt])
  test.each([
    ['林 一', '森林一帯の監視', '林一'],
    ['佐々木 希', '佐々木希望退職', '佐々木希'],
    ['もり けい', 'やもりけいかく', 'もりけい'],
    ['佐藤 健', '佐藤健一', '佐藤健'],
    ['佐藤 健', '伊佐藤健', '佐藤健'],
  ])('%s in %s may be a part of another word', (term, text, found) => {
    expect(doubts(term, text)).toEqual([[found, 'insideWord']])
  })
  test.each(['佐藤健部長に聞く', '佐藤健様', '担当佐藤健', '佐藤健が', '（佐藤健）', '佐藤健さん'])(
    'but not in %s',
    (text) => {
      expect(doubts('佐藤 健', text)).toEqual([['佐藤健', null]])
    },
  )
  test.each([
    ['Ken Sato', 'Ken Satō', 'Ken Satō'],
    ['Ken Satō', 'by Ken Sato', 'Ken Sato'],
    ['Ken Satō', 'Ken Sato\u0304 x', null],
    ['髙橋 恵', '高橋恵', '高橋恵'],
    ['山崎 誠', '山﨑誠です', '山﨑誠'],
    ['吉田 一', '𠮷田一', '𠮷田一'],
    ['山田 花子', '山田-花子 x', '山田-花子'],
    ['山田 花子', 'x 山田／花子', '山田／花子'],
    ['Ken Sato', 'ken.sato@example.com', 'ken.sato'],
  ])('%s written with other letters: %s', (term, text, found) => {
    expect(doubts(term, text)).toEqual([found === null ? ['Ken Sato\u0304', null] : [found, 'otherSpelling']])
    expect(new NameMarks([term]).mayStandIn(JSON.stringify({ text }))).toBe(true)
  })
  test('a longer name of somebody else is not it, and the same name is for a person to decide', () => {
    expect(doubts('佐藤 健', '佐藤健一と佐藤健さん', ['佐藤 健一'])).toEqual([['佐藤健', null]])
    expect(doubts('佐藤 健', '佐藤健さん', ['佐藤 健'])).toEqual([['佐藤健', 'otherPerson']])
    // The longer one is the one that is looked for.
    expect(doubts('佐藤 健一', '佐藤健一さん', ['佐藤 健'])).toEqual([['佐藤健一', null]])
    expect(doubts('a.sato@x.co', 'a.sato@x.co', ['b.a.sato@x.co'])).toEqual([['a.sato@x.co', null]])
  })
  test('a name of any length is no way to make it fail', () => {
    const long = 'あ'.repeat(20_000)
    expect(new NameMarks([long]).marks(long)).toEqual([{ from: 0, to: 20_000, doubt: null }])
    expect(new NameMarks([long]).mayStandIn(JSON.stringify(long))).toBe(true)
  })
  test('a Latin name is looked for the other way round too', () => {
    expect(waysToWrite(['Jan van Dijk'])).toEqual(['Jan van Dijk', 'van Dijk Jan', 'Dijk Jan van'])
    expect(waysToWrite(['田中 太郎'])).toEqual(['田中 太郎'])
  })
})

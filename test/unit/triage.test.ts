import { describe, expect, test } from 'vitest'
import { isFoundUnregistered, triageOf, triageReasons } from '#shared/domain/intake.ts'
import en from '#shared/locales/en.json' with { type: 'json' }
import ja from '#shared/locales/ja.json' with { type: 'json' }

const harmless = { data: ['none'], affected: ['employees'], autonomy: 'advises', effect: 'none' } as const
type Answers = Parameters<typeof triageOf>[0]
const of = (given: Partial<Answers>) => {
  const { tier, reasons } = triageOf({ ...harmless, data: ['none'], affected: ['employees'], ...given })
  return [tier, ...reasons]
}

describe('the tier of an intake', () => {
  test.each<readonly [string, Partial<Answers>, readonly string[]]>([
    ['nothing heavier', {}, ['low', 'TRI-NOTHING']],
    ['a wrong answer injures', { effect: 'safety' }, ['high', 'TRI-EFFECT-SAFETY']],
    ['a wrong answer touches rights', { effect: 'rights' }, ['high', 'TRI-EFFECT-RIGHTS']],
    ['inconvenience', { effect: 'inconvenience' }, ['medium', 'TRI-EFFECT-INCONVENIENCE']],
    ['acts alone', { autonomy: 'acts_alone' }, ['high', 'TRI-DECIDES-ALONE']],
    ['acts on approval', { autonomy: 'acts_on_approval' }, ['medium', 'TRI-DECIDES-WITH-PERSON']],
    [
      'sensitive data beside personal',
      { data: ['personal', 'sensitive'] },
      ['high', 'TRI-DATA-SENSITIVE', 'TRI-DATA-PERSONAL'],
    ],
    ['secrets', { data: ['secret'] }, ['medium', 'TRI-DATA-SECRET']],
    ['applicants', { affected: ['applicants'] }, ['medium', 'TRI-AFFECTS-OUTSIDE']],
  ])('%s', (_what, given, expected) => {
    expect(of(given)).toEqual(expected)
  })

  test('what is not known counts as the heaviest answer', () => {
    expect(of({ effect: 'unknown' })).toEqual(['high', 'TRI-EFFECT-UNKNOWN'])
    expect(of({ autonomy: null })).toEqual(['high', 'TRI-DECISION-UNKNOWN'])
    expect(of({ data: [] })).toEqual(['high', 'TRI-DATA-UNKNOWN'])
    expect(of({ data: ['personal', 'unknown'] })).toEqual(['high', 'TRI-DATA-UNKNOWN', 'TRI-DATA-PERSONAL'])
    expect(of({ affected: [] })).toEqual(['medium', 'TRI-AFFECTED-UNKNOWN'])
  })

  test('each reason has a sentence in both languages', () => {
    expect([Object.keys(ja.triage).sort(), Object.keys(en.triage).sort()]).toEqual([
      [...triageReasons].sort(),
      [...triageReasons].sort(),
    ])
  })
})

test('found and not registered: until it is approved or rejected', () => {
  const counted = (['open', 'returned', 'approved', 'rejected'] as const).filter((state) =>
    isFoundUnregistered({ withdrawn: null, origin: 'found', state }),
  )
  expect(counted).toEqual(['open', 'returned'])
  expect(isFoundUnregistered({ withdrawn: null, origin: 'applied', state: 'open' })).toBe(false)
})

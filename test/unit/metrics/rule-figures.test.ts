/** KRI-18, and how one change of the rules stands: no data, within, warning, breach, and what is not counted. */
import { describe, expect, test } from 'vitest'
import { assessmentStandingOn, isToBeChecked, type RuleAssessment } from '#shared/domain/horizon/rule-assessment.ts'
import { figuresUnder } from '#shared/domain/metrics/kri-result.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import { register } from '#test/support/hand-made-register.ts'

let count = 0
function rule(given: Partial<RuleAssessment>): RuleAssessment {
  count += 1
  return {
    id: `0190a000-0000-7000-8000-${String(count).padStart(12, '0')}`,
    version: 1,
    withdrawn: null,
    code: `RUL-${String(count).padStart(4, '0')}`,
    name: { ja: '改正', en: 'Amendment' },
    eventId: null,
    eventDay: '2026-10-01',
    dayKind: 'fixed',
    ownerPostId: null,
    ownerId: null,
    dueOn: null,
    outcome: null,
    meaning: { ja: null, en: null },
    assessedOn: null,
    assessorId: null,
    packVersion: null,
    changedOn: null,
    movedFrom: null,
    systemIds: [],
    actionIds: [],
    notes: null,
    ...given,
  }
}
const done = { assessedOn: '2026-10-05', outcome: 'to_prepare' } as const
const late = () => rule({})

function figure(rules: readonly RuleAssessment[], asOf = '2026-11-24') {
  const found = computeKris(register({ ruleAssessments: rules }), asOf).find(({ id }) => id === 'KRI-18')
  return [found?.status, found?.value, found?.denominator]
}

describe('KRI-18', () => {
  test.each([
    ['nothing taken in', [], ['no_data', null, null]],
    ['nothing ever assessed', [late(), late()], ['no_data', null, null]],
    ['everything assessed', [rule(done)], ['within', 0, 1]],
    ['one late', [rule(done), late()], ['warning', 1, 2]],
    ['two late', [rule(done), late(), late()], ['warning', 2, 3]],
    ['three late', [rule(done), late(), late(), late()], ['breach', 3, 4]],
    ['withdrawn ones', [rule(done), rule({ withdrawn: { on: '2026-10-02', reason: 'x' } })], ['within', 0, 1]],
    [
      'announced or only a latest day',
      [rule(done), rule({ dayKind: 'planned' }), rule({ dayKind: 'latest' })],
      ['within', 0, 1],
    ],
    ['a fixed day ahead', [rule(done), rule({ eventDay: '2027-01-17' })], ['within', 0, 1]],
  ])('%s', (_what, rules, expected) => {
    expect(figure(rules)).toEqual(expected)
  })

  test('older than 30 days: not on the thirtieth, on the day after it', () => {
    const rules = [rule(done), rule({ eventDay: '2026-10-25' })]
    expect([figure(rules, '2026-11-24'), figure(rules, '2026-11-25')]).toEqual([
      ['within', 0, 1],
      ['warning', 1, 2],
    ])
  })

  test('what a newer content changed counts again, from the day of the change', () => {
    const changed = rule({ ...done, changedOn: '2026-10-20' })
    expect([figure([changed, rule(done)], '2026-11-19'), figure([changed, rule(done)], '2026-11-20')]).toEqual([
      ['within', 0, 1],
      ['warning', 1, 2],
    ])
    expect(assessmentStandingOn({ ...changed, assessedOn: '2026-10-20' }, '2026-12-31')).toBe('assessed')
  })

  test('is not said of packs that were locked before it could be recorded', () => {
    const all = computeKris(register(), '2026-11-24')
    expect([100, 110].map((schema) => figuresUnder(schema, all).some(({ id }) => id === 'KRI-18'))).toEqual([
      false,
      true,
    ])
  })
})

test('what is to be looked up: a latest day from the day itself, what was announced after it', () => {
  const days = ['2026-09-30', '2026-10-01', '2026-10-02']
  expect(
    (['latest', 'planned', 'fixed'] as const).map((dayKind) =>
      days.map((day) => isToBeChecked(rule({ dayKind }), day)),
    ),
  ).toEqual([
    [false, true, true],
    [false, false, true],
    [false, false, false],
  ])
})

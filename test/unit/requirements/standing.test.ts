/** What is claimed and what is proved: the lower of an answer and its controls. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ControlStatus, controlStatuses } from '#shared/domain/control.ts'
import { answerStates } from '#shared/domain/requirements/requirement-records.ts'
import { coverageOf, evidencedShare, standingOf, standings } from '#shared/domain/requirements/standing.ts'

const said = (state: (typeof answerStates)[number] | null) => (state === null ? null : { state, notApplicable: null })

describe('an item stands', () => {
  test.each<[string, (typeof answerStates)[number] | null, ControlStatus[], (typeof standings)[number]]>([
    ['unanswered where nobody said and nothing answers it', null, [], 'unanswered'],
    ['claimed by a word alone', 'met', [], 'claimed'],
    ['evidenced by effective controls, without a word', null, ['effective', 'effective'], 'evidenced'],
    ['claimed where one of them is not tested', null, ['effective', 'untested'], 'claimed'],
    ['partly where one of them does not work', null, ['effective', 'ineffective'], 'partly'],
    ['partly where one of them is only partly in place', 'met', ['partial'], 'partly'],
    ['not met where none is in place, whatever is said', 'met', ['not_started', 'unknown'], 'not_met'],
    ['as low as the answer, whatever is proved', 'not_met', ['effective'], 'not_met'],
    ['partly where somebody judges so beside a proof', 'partly', ['effective'], 'partly'],
    ['by the word where its only control does not apply', 'partly', ['not_applicable'], 'partly'],
  ])('%s', (_name, state, controls, standing) => {
    expect(standingOf(said(state), controls)).toBe(standing)
  })

  test('as not applicable once that is declared, and by nothing else', () => {
    const declared = { state: null, notApplicable: { reason: '対象外', approverPersonId: 'PSN', on: '2026-01-01' } }
    expect(standingOf(declared, ['ineffective'])).toBe('not_applicable')
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom(...answerStates)),
        fc.array(fc.constantFrom(...controlStatuses)),
        (state, controls) => standingOf(said(state), controls) !== 'not_applicable',
      ),
    )
  })

  test('never better by a worse control, nor by a lower word', () => {
    const order: readonly ControlStatus[] = ['effective', 'untested', 'ineffective', 'not_started']
    const rank = (state: (typeof answerStates)[number] | null, controls: readonly ControlStatus[]) =>
      standings.indexOf(standingOf(said(state), controls))
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom(...answerStates)),
        fc.array(fc.constantFrom(...order), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...order),
        (state, controls, worse) => {
          const lower = controls.map((each) => (order.indexOf(worse) > order.indexOf(each) ? worse : each))
          return rank(state, lower) >= rank(state, controls)
        },
      ),
    )
  })
})

test('the share counts what applies, the unanswered too', () => {
  const coverage = coverageOf(['evidenced', 'claimed', 'unanswered', 'not_applicable', 'evidenced'])
  expect(evidencedShare(coverage)).toBe(0.5)
  expect(evidencedShare(coverageOf(['not_applicable']))).toBeNull()
})

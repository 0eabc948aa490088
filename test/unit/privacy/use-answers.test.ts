import { describe, expect, test } from 'vitest'
import { consentCoverOn, unansweredOf } from '#shared/domain/privacy/use-answers.ts'
import { consent, dataUse } from '#test/support/privacy-records.ts'

const use = (given: Parameters<typeof dataUse>[2] = {}) => dataUse('PDU-1', 'SYS-1', given)

describe('what nobody has answered', () => {
  test('nothing of a use that is answered', () => {
    expect(unansweredOf(use())).toEqual([])
  })

  test('unknown is an answer and counts against, and questions are asked only where they matter', () => {
    expect(unansweredOf(use({ under16: 'unknown', handling: null, countries: [], retention: ' ' }))).toEqual([
      'under16',
      'handling',
      'countries',
      'retention',
    ])
    expect(unansweredOf(use({ countries: ['JP', 'US'], crossBorderRoute: null }))).toEqual(['crossBorderRoute'])
    // "Japan only" is no way abroad.
    expect(unansweredOf(use({ countries: ['JP', 'US'] }))).toEqual(['crossBorderRoute'])
    expect(unansweredOf(use({ countries: ['JP', 'US'], crossBorderRoute: 'equivalent_system' }))).toEqual([])
    expect(unansweredOf(use({ handling: 'entrustment' }))).toEqual(['agreementFits'])
    expect(unansweredOf(use({ basis: 'sensitive_consent' }))).toEqual(['consentCovers'])
  })
})

describe('whether consents cover a use', () => {
  const day = '2026-11-24'
  const relying = { consentIds: ['CNS-1'], consentCovers: 'yes' } as const
  test.each([
    ['a use that does not rest on consent', {}, [], 'not_relied_on'],
    ['covered by a consent in force', relying, [consent('CNS-1')], 'covers'],
    ['the last day of the consent', relying, [consent('CNS-1', { to: day })], 'covers'],
    ['the day after it', relying, [consent('CNS-1', { to: '2026-11-23' })], 'not_covering'],
    ['a consent that begins later', relying, [consent('CNS-1', { from: '2026-11-25' })], 'not_covering'],
    [
      'a consent that was withdrawn',
      relying,
      [consent('CNS-1', { withdrawn: { on: day, reason: '誤り' } })],
      'not_covering',
    ],
    ['found not to cover', { ...relying, consentCovers: 'no' }, [consent('CNS-1')], 'not_covering'],
    ['not looked at', { ...relying, consentCovers: 'unknown' }, [consent('CNS-1')], 'unknown'],
    ['resting on consent, with none on record', { basis: 'consent', consentCovers: 'yes' }, [], 'unknown'],
    ['abroad by consent, with none on record', { crossBorderRoute: 'consent' }, [], 'unknown'],
  ] as const)('%s', (_words, given, consents, expected) => {
    const { consentIds = [], ...rest } = given as Parameters<typeof dataUse>[2] & object
    expect(consentCoverOn(use({ ...rest, consentIds: [...consentIds] }), consents, day)).toBe(expected)
  })
})

/** When a contract counts, whether it was read, and when its term ends, by worked examples. */
import { describe, expect, it } from 'vitest'
import {
  contractCounts,
  isReadOn,
  lastCompletedOn,
  termEndOn,
  type TermFacts,
} from '#shared/domain/third-party/contract-term.ts'

const day = '2026-09-30'
const term = (given: Partial<TermFacts> = {}): TermFacts => ({
  withdrawn: null,
  stage: 'concluded',
  signedOn: null,
  from: null,
  to: null,
  renews: 'no',
  renewalMonths: null,
  noticeMonths: null,
  terminatedOn: null,
  ...given,
})

describe('a contract counts', () => {
  it.each<[string, Partial<TermFacts>, boolean]>([
    ['concluded, without days', {}, true],
    ['negotiated only', { stage: 'negotiating' }, false],
    ['signed on the day', { signedOn: day }, true],
    ['signed the day after', { signedOn: '2026-10-01' }, false],
    ['begins on the day', { from: day }, true],
    ['begins the day after', { from: '2026-10-01' }, false],
    ['its last day is today', { to: day }, true],
    ['its last day was yesterday', { to: '2026-09-29' }, false],
    ['past its last day, goes on by itself', { to: '2026-09-29', renews: 'yes' }, true],
    ['past its last day, nobody knows', { to: '2026-09-29', renews: 'unknown' }, true],
    ['terminated on the day', { terminatedOn: day }, false],
    ['terminated the day after', { terminatedOn: '2026-10-01' }, true],
    ['goes on by itself, but terminated', { to: '2026-06-30', renews: 'yes', terminatedOn: '2026-09-29' }, false],
    ['withdrawn', { withdrawn: { on: '2026-09-01', reason: 'duplicate' } }, false],
  ])('%s', (_name, given, expected) => {
    expect(contractCounts(term(given), day)).toBe(expected)
  })
})

const reading = (completedOn: string | null, withdrawn = false) => ({
  completedOn,
  withdrawn: withdrawn ? { on: day, reason: 'mistake' } : null,
})

describe('readings', () => {
  it.each<[string, string | null, string, boolean]>([
    ['on the day', day, day, true],
    ['365 days before', '2025-09-30', day, true],
    ['366 days before', '2025-09-29', day, false],
    ['a leap day between: 365 days back from 1 March is the second of March', '2027-03-02', '2028-03-01', true],
    ['a leap day between: the first is too old', '2027-03-01', '2028-03-01', false],
    ['completed after the day', '2026-10-01', day, false],
    ['never completed', null, day, false],
  ])('read through: %s', (_name, completedOn, on, expected) => {
    expect(isReadOn([reading(completedOn)], on)).toBe(expected)
  })

  it('an older reading that is complete holds while a newer one is under way; a withdrawn one does not', () => {
    const rows = [reading('2026-01-20'), reading(null), reading('2026-06-30', true)]
    expect({ last: lastCompletedOn(rows, day), read: isReadOn(rows, day) }).toEqual({ last: '2026-01-20', read: true })
  })
})

describe('the end of the term', () => {
  it.each<[string, Partial<TermFacts>, ReturnType<typeof termEndOn>]>([
    ['open', {}, null],
    ['not counted', { to: '2026-09-01' }, null],
    [
      'without a period of notice',
      { to: '2026-12-31' },
      { endsOn: '2026-12-31', noticeBy: null, renews: 'no', past: false },
    ],
    [
      'notice three months before, at the end of a shorter month',
      { to: '2027-05-31', noticeMonths: 3, renews: 'yes', renewalMonths: 12 },
      { endsOn: '2027-05-31', noticeBy: '2027-02-28', renews: 'yes', past: false },
    ],
    [
      'renewed by months until it lies ahead, from the first end',
      { to: '2026-01-31', renews: 'yes', renewalMonths: 3, noticeMonths: 1 },
      { endsOn: '2026-10-31', noticeBy: '2026-09-30', renews: 'yes', past: false },
    ],
    [
      'from a leap day',
      { to: '2024-02-29', renews: 'yes', renewalMonths: 12 },
      { endsOn: '2027-02-28', noticeBy: null, renews: 'yes', past: false },
    ],
    [
      'goes on by itself, nobody said by how long',
      { to: '2026-03-31', renews: 'yes' },
      { endsOn: '2026-03-31', noticeBy: null, renews: 'yes', past: true },
    ],
    [
      'nobody knows whether it goes on',
      { to: '2026-03-31', renews: 'unknown', renewalMonths: 12 },
      { endsOn: '2026-03-31', noticeBy: null, renews: 'unknown', past: true },
    ],
  ])('%s', (_name, given, expected) => {
    expect(termEndOn(term(given), day)).toEqual(expected)
  })
})

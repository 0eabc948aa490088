import { describe, expect, test } from 'vitest'
import {
  contractStandingOn,
  readingStateOn,
  type ContractStanding,
  termDutyOf,
} from '#shared/domain/third-party/contract-standing.ts'
import { termEndOn, type TermFacts } from '#shared/domain/third-party/contract-term.ts'

const concluded: TermFacts = {
  withdrawn: null,
  stage: 'concluded',
  signedOn: null,
  from: null,
  to: null,
  renews: 'no',
  renewalMonths: null,
  noticeMonths: null,
  terminatedOn: null,
}

describe('how a contract stands', () => {
  const table: readonly [string, Partial<TermFacts>, string, ContractStanding][] = [
    ['nothing but that it was concluded', {}, '2026-10-20', 'in_force'],
    ['being negotiated, whatever its dates', { stage: 'negotiating', from: '2026-01-01' }, '2026-10-20', 'negotiating'],
    ['negotiations that were ended', { stage: 'negotiating', terminatedOn: '2026-10-01' }, '2026-10-20', 'ended'],
    ['signed tomorrow', { signedOn: '2026-10-21' }, '2026-10-20', 'not_begun'],
    ['begins tomorrow', { from: '2026-10-21' }, '2026-10-20', 'not_begun'],
    ['begins today', { from: '2026-10-20' }, '2026-10-20', 'in_force'],
    ['its last day', { to: '2026-10-20' }, '2026-10-20', 'in_force'],
    ['the day after', { to: '2026-10-20' }, '2026-10-21', 'ended'],
    ['goes on by itself', { to: '2026-03-31', renews: 'yes', renewalMonths: 12 }, '2026-04-01', 'in_force'],
    ['goes on, nobody says by how long', { to: '2026-03-31', renews: 'yes' }, '2026-04-01', 'past_term'],
    ['nobody knows whether it goes on', { to: '2026-03-31', renews: 'unknown' }, '2026-04-01', 'past_term'],
    ['terminated today', { to: '2027-03-31', terminatedOn: '2026-10-20' }, '2026-10-20', 'ended'],
    ['terminated tomorrow', { to: '2027-03-31', terminatedOn: '2026-10-21' }, '2026-10-20', 'in_force'],
  ]
  test.each(table)('%s', (_what, given, day, standing) => {
    expect(contractStandingOn({ ...concluded, ...given }, day)).toBe(standing)
  })
})

describe('what has to be done about the end of its term', () => {
  const table: readonly [string, Partial<TermFacts>, string, ReturnType<typeof termDutyOf>][] = [
    ['open', {}, '2026-10-20', null],
    ['ends by itself', { to: '2027-03-31' }, '2026-10-20', { kind: 'renew', on: '2027-03-31' }],
    [
      'goes on unless notice is given',
      { to: '2027-03-31', renews: 'yes', renewalMonths: 12, noticeMonths: 3 },
      '2026-10-20',
      { kind: 'notice', on: '2026-12-31' },
    ],
    [
      'the last day for notice',
      { to: '2027-02-28', renews: 'yes', renewalMonths: 12, noticeMonths: 1 },
      '2027-01-28',
      { kind: 'notice', on: '2027-01-28' },
    ],
    ['the day after it', { to: '2027-02-28', renews: 'yes', renewalMonths: 12, noticeMonths: 1 }, '2027-01-29', null],
    [
      'the end of a month that has fewer days',
      { to: '2026-08-31', renews: 'yes', renewalMonths: 12, noticeMonths: 6 },
      '2026-02-01',
      { kind: 'notice', on: '2026-02-28' },
    ],
    [
      'no period of notice is known: its end',
      { to: '2027-03-31', renews: 'unknown' },
      '2026-10-20',
      { kind: 'notice', on: '2027-03-31' },
    ],
    [
      'over, and nobody said',
      { to: '2026-03-31', renews: 'unknown' },
      '2026-10-20',
      { kind: 'settle', on: '2026-03-31' },
    ],
    ['ended', { to: '2026-03-31' }, '2026-10-20', null],
  ]
  test.each(table)('%s', (_what, given, day, duty) => {
    expect(termDutyOf(termEndOn({ ...concluded, ...given }, day), day)).toEqual(duty)
  })
})

test('how it was read', () => {
  const reading = (startedOn: string, completedOn: string | null) => ({
    withdrawn: null,
    contractId: 'c',
    startedOn,
    completedOn,
  })
  const day = '2026-10-20'
  expect(readingStateOn([], day)).toBe('unread')
  expect(readingStateOn([reading('2026-10-21', null)], day)).toBe('unread')
  expect(readingStateOn([reading('2026-10-01', null)], day)).toBe('reading')
  expect(readingStateOn([reading('2025-10-01', '2025-10-20')], day)).toBe('read')
  expect(readingStateOn([reading('2025-10-01', '2025-10-19')], day)).toBe('stale')
  expect(readingStateOn([reading('2025-10-01', '2025-10-19'), reading('2026-10-01', null)], day)).toBe('stale')
  expect(readingStateOn([{ ...reading('2026-10-01', '2026-10-02'), withdrawn: { on: day, reason: 'x' } }], day)).toBe(
    'unread',
  )
})

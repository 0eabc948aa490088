/** How a decision stands on a day, and which requests the next pack takes along. */
import { describe, expect, test } from 'vitest'
import {
  daysLate,
  decisionStandingOn,
  inOrderOfAsking,
  requestsForNextPack,
} from '#shared/domain/decision/decision-standing.ts'
import { outcomesOf } from '#shared/domain/decision/decision.ts'
import { approved, decision, meeting } from '#test/support/decision-records.ts'

const day = '2026-09-30'

test.each([
  ['without a meeting', decision('DEC-1'), null, 'asked'],
  ['on the day of the meeting', decision('DEC-1'), meeting('MTG-1', day), 'asked'],
  ['the day after it', decision('DEC-1'), meeting('MTG-1', '2026-09-29'), 'unrecorded'],
  ['put off', decision('DEC-1', { state: 'deferred', outcome: 'deferred', decidedOn: day }), null, 'deferred'],
  ['decided tomorrow', approved('DEC-1', '2026-10-01', null), null, 'asked'],
  ['due today', approved('DEC-1', '2026-06-01', day), null, 'under_way'],
  ['due yesterday', approved('DEC-1', '2026-06-01', '2026-09-29'), null, 'late'],
  ['without a day', approved('DEC-1', '2026-06-01', null), null, 'under_way'],
  ['carried out today', approved('DEC-1', '2026-06-01', '2026-07-01', { implementedOn: day }), null, 'implemented'],
  [
    'carried out tomorrow',
    approved('DEC-1', '2026-06-01', '2026-07-01', { implementedOn: '2026-10-01' }),
    null,
    'late',
  ],
  ['rejected', approved('DEC-1', '2026-06-01', '2026-07-01', { outcome: 'rejected' }), null, 'closed'],
] as const)('%s', (_what, given, at, standing) => {
  expect(decisionStandingOn(given, at, day)).toBe(standing)
})

test('days late are counted from the day as it stood', () => {
  expect(daysLate(approved('DEC-1', '2026-06-01', '2026-09-01'), day)).toBe(29)
  const moved = { slips: [{ from: '2026-09-20', to: '2026-12-31', on: '2026-10-01', reason: '納期' }] }
  expect(daysLate(approved('DEC-1', '2026-06-01', '2026-12-31', moved), day)).toBe(10)
  expect(daysLate(approved('DEC-1', '2026-06-01', '2026-09-01', { implementedOn: day }), day)).toBeNull()
  expect(daysLate(decision('DEC-1', { dueOn: '2026-01-01' }), day)).toBeNull()
})

describe('the next pack', () => {
  const meetings = [
    meeting('MTG-1', '2026-09-01'),
    meeting('MTG-2', '2026-10-15'),
    meeting('MTG-3', '2026-12-21'),
    meeting('MTG-4', '2026-11-01', { body: 'audit_committee' }),
    meeting('MTG-5', '2026-10-01', { withdrawn: { on: '2026-09-01', reason: '中止' } }),
  ]
  const taken = (...decisions: ReturnType<typeof decision>[]) =>
    requestsForNextPack(decisions, meetings, day).map(({ code }) => code)

  test('takes what is asked of no pack yet, up to the next meeting of its body', () => {
    expect(
      taken(
        decision('DEC-1'),
        decision('DEC-2', { meetingId: 'MTG-2' }),
        // Of a meeting that has passed without an outcome: it is asked again.
        decision('DEC-3', { meetingId: 'MTG-1' }),
        // After the next one.
        decision('DEC-4', { meetingId: 'MTG-3' }),
        // The next of the other body.
        decision('DEC-5', { meetingId: 'MTG-4', body: 'audit_committee' }),
        // A meeting that does not take place says nothing.
        decision('DEC-6', { meetingId: 'MTG-5' }),
        decision('DEC-7', { packId: 'PACK-1' }),
        approved('DEC-8', '2026-06-01', null),
        decision('DEC-9', { withdrawn: { on: day, reason: '誤り' } }),
      ),
    ).toEqual(['DEC-1', 'DEC-2', 'DEC-3', 'DEC-5', 'DEC-6'])
  })

  test('asks resolutions first, of one kind what is due first', () => {
    const rows = [
      decision('DEC-1', { kind: 'report' }),
      decision('DEC-2', { kind: 'discussion', dueOn: '2026-10-01' }),
      decision('DEC-3'),
      decision('DEC-4', { dueOn: '2026-12-31' }),
      decision('DEC-5', { dueOn: '2026-10-31' }),
    ]
    expect(inOrderOfAsking(rows).map(({ code }) => code)).toEqual(['DEC-5', 'DEC-4', 'DEC-3', 'DEC-2', 'DEC-1'])
  })
})

test('a resolution is never noted, a report never resolved', () => {
  expect(outcomesOf('resolution')).not.toContain('noted')
  expect(outcomesOf('report')).toEqual(['noted', 'deferred'])
})

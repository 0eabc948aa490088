/** Whether a leak must be reported, by when, and how its reports stand: in tables made by hand. */
import { describe, expect, test } from 'vitest'
import { breachOn, inTime, reportabilityOf, triggersOf } from '#shared/domain/incident/breach-standing.ts'
import type { BreachAnswer } from '#shared/domain/incident/incident.ts'
import { instantOfLocal, localMoment } from '#shared/domain/incident/local-moment.ts'
import { vendorNoticeOf } from '#shared/domain/incident/vendor-notice.ts'
import { incident, report } from '#test/support/incident-records.ts'

/** Of the leak, then BR-1 to BR-4: y, l(ikely), n, u(nknown). */
function answered(letters: string) {
  const word: Readonly<Record<string, BreachAnswer>> = { y: 'yes', l: 'likely', n: 'no', u: 'unknown' }
  const [leak, leakSensitive, leakFinancial, leakWrongful, leakMany] = [...letters].map(
    (letter) => word[letter] ?? 'unknown',
  )
  return { leak, leakSensitive, leakFinancial, leakWrongful, leakMany } as Parameters<typeof reportabilityOf>[0]
}

describe('reportability', () => {
  test.each([
    ['yynnn', 'reportable', ['BR-1']],
    ['llnnn', 'reportable', ['BR-1']],
    ['ynnyn', 'reportable', ['BR-3']],
    ['yynyu', 'reportable', ['BR-1', 'BR-3']],
    ['nyyyy', 'not_reportable', []],
    ['nuuuu', 'not_reportable', []],
    ['ynnnn', 'not_reportable', []],
    ['unnnn', 'not_reportable', []],
    // An answer that could change it is unknown.
    ['uuuuu', 'possible', ['BR-1', 'BR-2', 'BR-3', 'BR-4']],
    ['uynnn', 'possible', ['BR-1']],
    ['ynnnu', 'possible', ['BR-4']],
    ['ynnun', 'possible', ['BR-3']],
    ['unnln', 'possible', ['BR-3']],
  ] as const)('%s: %s', (letters, expected, triggers) => {
    expect(reportabilityOf(answered(letters))).toBe(expected)
    expect(triggersOf(answered(letters))).toEqual(triggers)
  })

  test('nothing but a denial makes it not reportable', () => {
    const letters = ['y', 'l', 'n', 'u']
    for (const leak of letters)
      for (const [one, two, three, four] of letters.flatMap((a) =>
        letters.flatMap((b) => letters.flatMap((c) => letters.map((d) => [a, b, c, d] as const))),
      )) {
        const all = [one, two, three, four]
        expect(reportabilityOf(answered(leak + all.join(''))) === 'not_reportable').toBe(
          leak === 'n' || all.every((each) => each === 'n'),
        )
      }
  })
})

const learnedAt = '2026-10-01T00:00:00.000Z'
const standing = (
  letters: string,
  day: string,
  reports: ReturnType<typeof report>[] = [],
  at: string | null = learnedAt,
) => breachOn({ ...answered(letters), learnedAt: at }, reports, day)

describe('reports on a day', () => {
  test('by several triggers the earliest deadline is meant; wrongful purpose alone has 60 days', () => {
    expect(standing('yynyn', '2026-10-01')?.clock).toMatchObject({ early: '2026-10-03', final: '2026-10-30' })
    expect(standing('ynnyn', '2026-10-01')?.clock).toMatchObject({ early: '2026-10-03', final: '2026-11-29' })
    // Denied ones do not count, unknown ones do.
    expect(standing('unnun', '2026-10-01')?.clock).toMatchObject({ final: '2026-11-29', triggers: ['BR-3'] })
    expect(standing('ununu', '2026-10-01')?.clock).toMatchObject({ final: '2026-10-30', triggers: ['BR-2', 'BR-4'] })
    expect(standing('nyyyy', '2026-10-01')).toBeNull()
  })

  test.each([
    ['2026-10-03', 'running', 0, false, 'running', 27, 'open'],
    ['2026-10-04', 'overdue', -1, true, 'running', 26, 'no'],
    ['2026-10-05', 'overdue', -2, true, 'running', 25, 'no'],
    ['2026-10-06', 'overdue', -3, false, 'running', 24, 'no'],
    ['2026-10-30', 'overdue', -27, false, 'running', 0, 'no'],
    ['2026-10-31', 'overdue', -28, false, 'overdue', -1, 'no'],
  ] as const)('none is made: %s', (day, early, left, within, final, finalLeft, answer) => {
    const on = standing('yynnn', day)
    expect([on?.early.standing, on?.early.days, on?.early.withinLater, on?.final.standing, on?.final.days]).toEqual([
      early,
      left,
      within,
      final,
      finalLeft,
    ])
    expect(on === null ? null : inTime(on)).toBe(answer)
  })

  test.each([
    [
      'both in time',
      ['early', '2026-10-03T14:59:59.000Z'],
      ['final', '2026-10-30T14:59:59.000Z'],
      'on_time',
      'on_time',
      'yes',
    ],
    // Midnight in Japan is 15:00 of the day before in UTC.
    [
      'a second later each',
      ['early', '2026-10-03T15:00:00.000Z'],
      ['final', '2026-10-30T15:00:00.000Z'],
      'late',
      'late',
      'no',
    ],
    ['the final one alone, in time for both', null, ['final', '2026-10-02T00:00:00.000Z'], 'on_time', 'on_time', 'yes'],
    ['the final one alone, late for the early', null, ['final', '2026-10-20T00:00:00.000Z'], 'late', 'on_time', 'no'],
    ['the early one alone', ['early', '2026-10-02T00:00:00.000Z'], null, 'on_time', 'overdue', 'no'],
    [
      'the entrusting party told',
      ['entrusting_party', '2026-10-02T00:00:00.000Z'],
      null,
      'replaced',
      'replaced',
      'yes',
    ],
    [
      'the entrusting party told late',
      ['entrusting_party', '2026-10-09T00:00:00.000Z'],
      null,
      'late',
      'replaced',
      'no',
    ],
    ['the persons told alone', ['persons', '2026-10-02T00:00:00.000Z'], null, 'overdue', 'overdue', 'no'],
  ] as const)('%s', (_what, one, other, early, final, answer) => {
    const reports = [one, other].flatMap((each) => (each === null ? [] : [report('INC-1', each[0], each[1])]))
    const on = standing('yynnn', '2026-12-01', reports)
    expect([on?.early.standing, on?.final.standing, on && inTime(on)]).toEqual([early, final, answer])
  })

  test('a report that was withdrawn, or made after the day, is none', () => {
    const made = report('INC-1', 'final', '2026-10-20T00:00:00.000Z')
    expect(standing('yynnn', '2026-10-19', [made])?.final.standing).toBe('running')
    const taken = { ...made, withdrawn: { on: '2026-10-21', reason: '誤り' } }
    expect(standing('yynnn', '2026-10-25', [taken])?.final.standing).toBe('running')
  })

  test('without the moment of learning no day is said, and nothing is in time', () => {
    const on = standing('yynnn', '2026-10-02', [report('INC-1', 'early', '2026-10-01T03:00:00.000Z')], null)
    expect(on).toMatchObject({
      clock: null,
      early: { standing: 'unknown', dueOn: null, madeOn: '2026-10-01' },
      final: { standing: 'unknown', dueOn: null, madeOn: null },
    })
    expect(on && inTime(on)).toBe('no')
  })

  test('an extension is said beside the deadline and does not move it', () => {
    // Learned on 2026-11-06: the 30th day is 5 December, a Saturday.
    const on = standing('yynnn', '2026-12-07', [], '2026-11-06T03:00:00.000Z')
    expect(on?.clock).toMatchObject({ final: '2026-12-05', finalExtended: '2026-12-07' })
    expect(on?.final).toMatchObject({ standing: 'overdue', days: -2, withinLater: true })
  })
})

describe('moments as they are typed', () => {
  test.each([
    ['2026-10-05 18:00', 'Asia/Tokyo', '2026-10-05T09:00:00.000Z'],
    ['2026/10/5 8:05', 'Asia/Tokyo', '2026-10-04T23:05:00.000Z'],
    ['２０２６年１０月５日 １８時００分', 'Asia/Tokyo', '2026-10-05T09:00:00.000Z'],
    ['2028-02-29 00:00', 'Asia/Tokyo', '2028-02-28T15:00:00.000Z'],
    ['2026-11-30 10:30', 'America/New_York', '2026-11-30T15:30:00.000Z'],
    // Twice that night: the first is meant. Left out that night: read as the hour after.
    ['2026-11-01 01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-03-08 02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-02-29 10:00', 'Asia/Tokyo', null],
    ['2026-10-05 24:00', 'Asia/Tokyo', null],
    ['2026-10-05', 'Asia/Tokyo', null],
    ['昨夜', 'Asia/Tokyo', null],
  ] as const)('%s in %s', (text, zone, expected) => {
    expect(instantOfLocal(text, zone)).toBe(expected)
  })
  test('and back', () => {
    expect(localMoment('2026-10-05T09:00:00.000Z', 'Asia/Tokyo')).toBe('2026-10-05 18:00')
    expect(localMoment('2026-11-01T05:30:00.000Z', 'America/New_York')).toBe('2026-11-01 01:30')
  })
})

describe('whether the vendor told us in time', () => {
  const reading = (incidentNoticeHours: number | null, startedOn = '2026-04-01') => ({
    id: startedOn,
    version: 1,
    withdrawn: null,
    code: 'RDG-0001',
    contractId: 'CON-1',
    edition: null,
    startedOn,
    completedOn: null,
    readerId: null,
    previousId: null,
    pointsVersion: '1.0',
    trainingUse: 'never' as const,
    liabilityCap: 'none' as const,
    liabilityCapValue: null,
    incidentNoticeHours,
    notes: null,
  })
  const learned = '2026-09-30T16:00:00.000Z'
  test.each([
    ['at the last minute', [reading(24)], learned, '2026-10-01T16:00:00.000Z', 'in_time'],
    ['a minute later', [reading(24)], learned, '2026-10-01T16:01:00.000Z', 'late'],
    // Due at 01:00 on 2 October in Tokyo: overdue from the 3rd.
    ['not yet', [reading(24)], learned, null, 'overdue'],
    ['not yet, three days', [reading(72)], learned, null, 'running'],
    ['nobody knows when the vendor learned', [reading(24)], null, '2026-10-01T16:00:00.000Z', 'unknown'],
    ['no hours agreed', [reading(null)], learned, null, 'not_agreed'],
    ['read only afterwards', [reading(24, '2026-10-02')], learned, null, 'unread'],
    [
      'by the text of the day, not of today',
      [reading(72), reading(1, '2026-10-02')],
      learned,
      '2026-10-02T16:00:00.000Z',
      'in_time',
    ],
  ] as const)('%s', (_what, readings, vendorLearnedAt, vendorToldAt, expected) => {
    const notice = vendorNoticeOf(
      incident('INC-1', { occurredAt: '2026-09-30T10:00:00.000Z', vendorLearnedAt, vendorToldAt }),
      { id: 'CON-1' },
      readings,
      { day: '2026-10-03', timeZone: 'Asia/Tokyo' },
    )
    expect(notice.result).toBe(expected)
  })
})

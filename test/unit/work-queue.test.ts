import { describe, expect, it } from 'vitest'
import { workCalendar } from '#electron/register/export/work-calendar.ts'
import { acceptancesOn } from '#shared/domain/metrics/acceptance-standing.ts'
import type { FigureInput } from '#shared/domain/metrics/figure-input.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { positionsOn } from '#shared/domain/metrics/risk-positions.ts'
import { languages } from '#shared/domain/text.ts'
import { daysStatement, owedStatement, type WorkItem, workKey, workVerb } from '#shared/domain/work-item.ts'
import { workByWeight } from '#shared/domain/work-following.ts'
import { say } from '#shared/locales/say.ts'
import { action, control, controlTest, post, register, system, term } from '../support/hand-made-register.ts'
import { officeRegister } from '../support/office-register.ts'
import { wordingProblems } from '../support/statements.ts'

function workOf(input: FigureInput, asOf: string): readonly WorkItem[] {
  const on = new RegisterOn(input, asOf)
  const acceptances = acceptancesOn(on)
  return workByWeight({ on, positions: positionsOn(on, acceptances), acceptances })
}
const shown = (items: readonly WorkItem[]) =>
  items.map(({ severity, standing, kind, variant, code, day, days, answering }) =>
    [
      severity ?? '-',
      standing,
      variant === null ? kind : `${kind} ${variant}`,
      code,
      day === null ? 'no day' : `${day} ${String(days)}`,
      answering.personId ?? (answering.deputyId === null ? 'nobody' : `deputy ${answering.deputyId}`),
    ].join(' | '),
  )

describe('what is owed', () => {
  const items = workOf(officeRegister(), '2026-10-20')

  it('is everything that is due, late, stale, vacant or missing, the heaviest first', () => {
    // The hand-made records are reviewed in 2099 unless said: eight reviews lie that far ahead.
    const near = items.filter((item) => item.day !== '2099-12-31')
    expect(items.length - near.length).toBe(8)
    expect(shown(near)).toEqual([
      'breach | late | action | ACT-0001 | 2026-08-03 -78 | PSN-3',
      'breach | late | acceptanceEnds | ACC-0001 | 2026-08-31 -50 | PSN-3',
      'breach | late | vacantPost | PST-4 | 2026-09-01 -49 | PSN-2',
      'breach | late | action | ACT-0002 | 2026-09-20 -30 | PSN-4',
      'breach | gap | systemNoExecutive | SYS-0006 | no day | nobody',
      'breach | gap | riskUncovered | RSK-0004 | no day | PSN-2',
      'warning | late | evidenceExpires | EVD-0002 | 2026-07-31 -81 | nobody',
      'warning | late | confirmation | SYS-0003 | 2026-08-28 -53 | deputy PSN-5',
      'warning | late | controlTest | CTL-0003 | 2026-08-31 -50 | nobody',
      'warning | late | systemReview | SYS-0003 | 2026-09-15 -35 | deputy PSN-5',
      'warning | gap | action undated | ACT-0005 | no day | nobody',
      'warning | gap | acceptanceStale | ACC-0002 | no day | PSN-3',
      'warning | gap | controlTest ineffective | CTL-0002 | no day | nobody',
      'warning | gap | confirmation missing | SYS-0004 | no day | PSN-2',
      'warning | gap | systemNoOwner | SYS-0001 | no day | PSN-3',
      'warning | gap | systemNoOwner | SYS-0002 | no day | PSN-3',
      'warning | gap | systemNoOwner | SYS-0003 | no day | deputy PSN-5',
      'warning | gap | systemNoOwner | SYS-0004 | no day | PSN-2',
      'warning | gap | systemNoOwner | SYS-0006 | no day | nobody',
      'warning | gap | tierUnset | SYS-0004 | no day | PSN-2',
      'warning | gap | personalDataUnknown | SYS-0004 | no day | PSN-2',
      '- | later | action | ACT-0003 | 2026-12-01 42 | PSN-5',
      '- | later | acceptanceEnds | ACC-0002 | 2026-12-15 56 | PSN-3',
      '- | later | confirmation | SYS-0001 | 2026-12-17 58 | PSN-3',
      '- | later | evidenceExpires | EVD-0001 | 2026-12-31 72 | nobody',
      '- | later | termEnds | PST-3 | 2026-12-31 72 | PSN-2',
      '- | later | controlTest | CTL-0001 | 2027-04-30 192 | nobody',
      '- | later | confirmation | SYS-0002 | 2027-05-20 212 | PSN-3',
    ])
  })

  it('keeps its identity while its day moves and passes', () => {
    const keys = (asOf: string) =>
      workOf(officeRegister(), asOf)
        .filter((item) => item.kind === 'action')
        .map(workKey)
        .sort()
    expect(keys('2026-07-20')).toEqual(keys('2026-10-20'))
    const all = items.map(workKey)
    expect(new Set(all).size).toBe(all.length)
  })

  it('says in both languages what is owed, how far the day is and what to do', () => {
    for (const language of languages)
      expect(
        items
          .flatMap((item) => [
            owedStatement(item),
            workVerb(item),
            ...[daysStatement(item.days)].filter((each) => each !== null),
          ])
          .flatMap((each) => wordingProblems(language, each)),
      ).toEqual([])
    expect(
      [-2, -1, 0, 1, 12].map((days) =>
        say('en', daysStatement(days) ?? owedStatement({ kind: 'action', variant: null })),
      ),
    ).toEqual(['2 days over', '1 day over', 'today', 'in 1 day', 'in 12 days'])
  })

  it('asks for a vacant post that nothing hangs on only where it is an executive one', () => {
    const input = register({
      posts: [post('PST-1', { kind: 'executive' }), post('PST-2', { kind: 'owner' })],
      terms: [term('PST-1', 'PSN-1', '2025-04-01', '2026-06-30')],
      systems: [system('SYS-0001', { tier: 'low' })],
    })
    expect(shown(workOf(input, '2026-07-10')).filter((line) => line.includes('vacantPost'))).toEqual([
      'warning | late | vacantPost | PST-1 | 2026-07-01 -9 | nobody',
    ])
  })

  it('asks for the confirmation of an action that is done, and no more for its completion', () => {
    const input = register({ actions: [action('ACT-1', '2026-08-01', { state: 'done', doneOn: '2026-07-01' })] })
    const ofDay = (asOf: string) => shown(workOf(input, asOf))
    expect([ofDay('2026-07-10'), ofDay('2026-08-03')]).toEqual([
      ['warning | gap | actionUnverified | ACT-1 | 2026-08-01 22 | nobody'],
      ['breach | late | actionUnverified | ACT-1 | 2026-08-01 -2 | nobody'],
    ])
  })

  it('asks for the next test by the interval of the control where that comes before the end of the last result', () => {
    const input = register({
      controls: [control('CTL-1', { testMonths: 3 }), control('CTL-2')],
      controlTests: ['CTL-1', 'CTL-2'].map((code) => controlTest(code, '2026-04-30', 'effective', '2026-12-31')),
    })
    expect(shown(workOf(input, '2026-08-01'))).toEqual([
      'warning | late | controlTest | CTL-1 | 2026-07-30 -2 | nobody',
      '- | later | controlTest | CTL-2 | 2026-12-31 152 | nobody',
    ])
  })
})

describe('the calendar file', () => {
  const items = workOf(officeRegister(), '2026-10-20')
  const made = workCalendar(items, {
    registerId: '0190-register',
    name: '令和商事',
    language: 'ja',
    day: '2026-10-20',
    at: '2026-10-20T01:02:03.000Z',
    sequence: 812,
    nameOf: (id) => id,
  })

  it('has an all-day entry with a reminder for each item that has a day, late ones on the day of the file', () => {
    const dated = items.filter((item) => item.day !== null)
    expect(made.events).toBe(dated.length)
    const unfolded = made.text.replaceAll('\r\n ', '')
    const values = (name: string) =>
      [...unfolded.matchAll(new RegExp(`^${name}[:;](.*)$`, 'gm'))].map((match) => match[1]?.trim())
    expect(values('UID')).toEqual(dated.map((item) => `${workKey(item)}@0190-register`))
    expect(values('DTSTART')).toEqual(
      dated.map(
        (item) => `VALUE=DATE:${(item.standing === 'late' ? '2026-10-20' : (item.day ?? '')).replaceAll('-', '')}`,
      ),
    )
    expect(new Set(values('SEQUENCE'))).toEqual(new Set(['812']))
    expect(new Set(values('TRIGGER'))).toEqual(new Set(['RELATED=START:-PT15H', 'RELATED=START:PT9H']))
    expect(values('TRIGGER')).toHaveLength(dated.length)
  })

  it('is folded at 75 octets, in whole letters, with line ends as the format asks', () => {
    const lines = made.text.split('\r\n')
    expect(made.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(0)
    expect(made.text).not.toContain('\ufffd')
  })

  it('escapes what the format reads as its own', () => {
    const [item] = items.filter((each) => each.day !== null)
    const { text } = workCalendar(item === undefined ? [] : [{ ...item, name: { ja: 'A;B,C\\D', en: null } }], {
      registerId: 'r',
      name: 'x',
      language: 'ja',
      day: '2026-10-20',
      at: '2026-10-20T01:02:03.000Z',
      sequence: 1,
      nameOf: () => null,
    })
    expect(text.replaceAll('\r\n ', '')).toContain('A\\;B\\,C\\\\D\\n')
  })
})

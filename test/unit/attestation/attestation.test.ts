/** What a post confirms, what differs from last time, and how campaigns stand, by tables made by hand. */
import { describe, expect, test } from 'vitest'
import { attestationContent, changesOfContent } from '#shared/domain/attestation/attestation-content.ts'
import { campaignOn, latestOf } from '#shared/domain/attestation/attestation-records.ts'
import { acceptancesOn } from '#shared/domain/metrics/acceptance-standing.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { positionsOn } from '#shared/domain/metrics/risk-positions.ts'
import { findingsOn } from '#shared/domain/quality/findings.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import * as made from '#test/support/hand-made-register.ts'

const day = '2026-09-30'

function contentOf(state: RegisterState, postId: string, asOf = day) {
  const on = new RegisterOn(state, asOf)
  const acceptances = acceptancesOn(on)
  const findings = findingsOn(on, []).flatMap((result) => result.findings)
  return attestationContent({ on, positions: positionsOn(on, acceptances), acceptances, findings }, postId)
}

describe('a campaign', () => {
  const campaign = { from: '2026-09-01', dueOn: '2026-09-30', postIds: ['PST-1', 'PST-2', 'PST-3', 'PST-4'] }
  const sheet = (id: string, postId: string, on: string) => ({ id, postId, on, withdrawn: null })
  const sheets = [
    // Before the campaign began: it counts for nothing in it.
    sheet('1', 'PST-1', '2026-08-31'),
    sheet('2', 'PST-2', '2026-09-01'),
    sheet('3', 'PST-2', '2026-09-10'),
    sheet('4', 'PST-3', '2026-09-30'),
    // After the day.
    sheet('5', 'PST-4', '2026-10-01'),
  ]
  const standings = (asOf: string) =>
    campaignOn(campaign, sheets, asOf, (id) => id === '3').map(({ standing, sheetId }) => [standing, sheetId])

  test('says who is missing until its last day and overdue from the day after, and whose confirmation no longer fits', () => {
    expect(standings('2026-09-30')).toEqual([
      ['missing', null],
      ['stale', '3'],
      ['fresh', '4'],
      ['missing', null],
    ])
    expect(standings('2026-10-01')).toEqual([
      ['overdue', null],
      ['stale', '3'],
      ['fresh', '4'],
      ['fresh', '5'],
    ])
  })

  test('the latest of one day is the one recorded last, and one that was withdrawn is none', () => {
    const withdrawn = { ...sheet('6', 'PST-2', '2026-09-20'), withdrawn: { on: '2026-09-21', reason: '誤り' } }
    expect(latestOf([...sheets, sheet('7', 'PST-2', '2026-09-10'), withdrawn], 'PST-2', day)?.id).toBe('7')
    expect(latestOf(sheets, 'PST-9', day)).toBeNull()
  })
})

describe('the content', () => {
  test('holds what the post answers for and nothing else, and stays the same while nothing of it changes', () => {
    const state = accountable()
    const content = contentOf(state, 'PST-1')
    expect(content.systems.map(({ code }) => code)).toEqual(['SYS-1'])
    expect(content.risks.map(({ code, residual, outsideAppetite }) => [code, residual?.band, outsideAppetite])).toEqual(
      [['RSK-1', 'severe', true]],
    )
    expect(content.gaps.every(({ code }) => ['SYS-1', 'RSK-1', 'PST-1'].includes(code))).toBe(true)
    expect(contentOf(state, 'PST-2')).toMatchObject({ systems: [{ code: 'SYS-2' }], risks: [{ code: 'RSK-2' }] })
    expect(changesOfContent(content, contentOf(state, 'PST-1', '2026-10-01'))).toEqual([])
  })

  test('what is new, gone or changed since is named line by line and field by field', () => {
    const before = contentOf(accountable(), 'PST-1')
    const changed = accountable()
    const now = contentOf(
      {
        ...changed,
        systems: changed.systems.map((each) => (each.code === 'SYS-1' ? { ...each, tier: 'low' } : each)),
        risks: [...changed.risks, made.risk('RSK-3', { systemIds: ['SYS-1'] })],
      },
      'PST-1',
    )
    const changes = changesOfContent(before, now).filter(({ part }) => part !== 'gaps')
    expect(changes.map(({ part, kind, code, fields }) => [part, kind, code, fields])).toEqual([
      ['systems', 'changed', 'SYS-1', ['tier']],
      ['risks', 'added', 'RSK-3', []],
    ])
    expect(changesOfContent(now, before).filter(({ part }) => part === 'risks')).toMatchObject([
      { kind: 'gone', code: 'RSK-3' },
    ])
  })
})

/** Two executives, each with a system and a risk of its own. */
function accountable(): RegisterState {
  return made.register({
    posts: [made.post('PST-1'), made.post('PST-2')],
    people: [made.person('PSN-1'), made.person('PSN-2')],
    terms: [made.term('PST-1', 'PSN-1', '2026-04-01'), made.term('PST-2', 'PSN-2', '2026-04-01')],
    systems: [made.system('SYS-1', { tier: 'high' }), made.system('SYS-2')],
    assignments: [made.executive('SYS-1', 'PST-1'), made.executive('SYS-2', 'PST-2')],
    risks: [made.risk('RSK-1', { systemIds: ['SYS-1'] }), made.risk('RSK-2', { systemIds: ['SYS-2'] })],
    assessments: [made.assessment('RSK-1', 'residual', 5, 5, '2026-09-01')],
  })
}

/** What hangs on the posts of the map, and who was accountable when: never anything else than K01 of that day says. */
import { describe, expect, test } from 'vitest'
import { holdsOn } from '#shared/domain/calendar-date.ts'
import { accountabilityFigures } from '#shared/domain/metrics/accountability-figures.ts'
import { accountabilityPath } from '#shared/domain/metrics/accountability-path.ts'
import { spansOn } from '#shared/domain/metrics/accountability-spans.ts'
import { accountablePeriods } from '#shared/domain/metrics/accountable-periods.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { executive, person, post, register, system, systemOwner, term } from '#test/support/hand-made-register.ts'
import { june, officeRegister, september } from '#test/support/office-register.ts'

const firm = (
  terms: readonly ReturnType<typeof term>[],
  assignments: readonly ReturnType<typeof executive>[],
  posts = [post('PST-1')],
) =>
  register({
    people: [person('PSN-1'), person('PSN-2')],
    posts,
    systems: [system('SYS-1')],
    terms: [...terms],
    assignments: [...assignments],
  })
const told = (state: ReturnType<typeof register>) =>
  accountablePeriods('SYS-1', state).map(({ from, to, state: how, personId }) => [from, to, how, personId])

describe('who was accountable for a system from when to when', () => {
  test('an assignment is cut into the terms of its post, with the gaps between them and after the last', () => {
    const terms = [
      term('PST-1', 'PSN-2', '2025-03-01', '2026-09-30'),
      term('PST-1', 'PSN-1', '2023-01-01', '2025-01-31'),
    ]
    expect(told(firm(terms, [executive('SYS-1', 'PST-1', '2024-04-01')]))).toEqual([
      ['2024-04-01', '2025-01-31', 'held', 'PSN-1'],
      ['2025-02-01', '2025-02-28', 'vacant', null],
      ['2025-03-01', '2026-09-30', 'held', 'PSN-2'],
      ['2026-10-01', null, 'vacant', null],
    ])
  })

  test('a term that never ends is the last period, and terms outside the assignment are left out', () => {
    const terms = [term('PST-1', 'PSN-1', '2020-01-01', '2024-03-31'), term('PST-1', 'PSN-2', '2024-04-01')]
    expect(told(firm(terms, [executive('SYS-1', 'PST-1', '2024-04-01')]))).toEqual([
      ['2024-04-01', null, 'held', 'PSN-2'],
    ])
  })

  test('what was before the first known holder of an assignment without a beginning is no vacancy', () => {
    const terms = [term('PST-1', 'PSN-1', '2022-06-28', '2025-02-28')]
    expect(told(firm(terms, [executive('SYS-1', 'PST-1', null)]))).toEqual([
      ['2022-06-28', '2025-02-28', 'held', 'PSN-1'],
      ['2025-03-01', null, 'vacant', null],
    ])
  })

  test('a post that nobody ever held is one vacancy; a post that is abolished, and no post at all, say so', () => {
    const abolished = [post('PST-1', { to: '2026-06-30' })]
    const ended = executive('SYS-1', 'PST-1', '2026-01-01', '2026-09-30')
    expect(told(firm([], [ended], abolished))).toEqual([
      ['2026-01-01', '2026-06-30', 'vacant', null],
      ['2026-07-01', '2026-09-30', 'post_ended', null],
      ['2026-10-01', null, 'unregistered', null],
    ])
    expect(told(firm([], []))).toEqual([])
  })

  test('a deputy is named and does not fill the vacancy', () => {
    const terms = [
      term('PST-1', 'PSN-1', '2024-04-01', '2024-12-31'),
      term('PST-1', 'PSN-2', '2025-01-01', null, 'deputy'),
    ]
    const periods = accountablePeriods('SYS-1', firm(terms, [executive('SYS-1', 'PST-1', '2024-04-01')]))
    expect(periods.map(({ state, personId, deputyId }) => [state, personId, deputyId])).toEqual([
      ['held', 'PSN-1', null],
      ['vacant', null, 'PSN-2'],
    ])
  })

  test.each([june, '2026-08-31', '2026-09-01', september, '2027-01-01'])('is what K01 says on %s', (day) => {
    const state = officeRegister()
    const on = new RegisterOn(state, day)
    for (const { system: each, executive: answers } of on.systemsOn) {
      const period = accountablePeriods(each.id, state).find((one) => holdsOn(one, day))
      expect([each.code, period?.state ?? 'unregistered', period?.personId ?? null]).toEqual([
        each.code,
        answers.state,
        answers.holding.personId,
      ])
    }
  })
})

describe('what hangs on the posts', () => {
  const state = register({
    people: [person('PSN-1'), person('PSN-2'), person('PSN-3')],
    posts: [
      post('PST-1', { kind: 'board' }),
      post('PST-2', { reportsToId: 'PST-1' }),
      post('PST-3', { kind: 'owner', reportsToId: 'PST-2' }),
      post('PST-4', { kind: 'owner', reportsToId: 'PST-2' }),
      post('PST-5', { kind: 'owner', reportsToId: 'PST-2', to: '2026-03-31' }),
    ],
    terms: [term('PST-2', 'PSN-1', '2025-04-01'), term('PST-3', 'PSN-2', '2025-04-01')],
    systems: ['SYS-1', 'SYS-2', 'SYS-3', 'SYS-4', 'SYS-5', 'SYS-6'].map((code) => system(code)),
    assignments: [
      ...['SYS-1', 'SYS-2', 'SYS-3', 'SYS-4', 'SYS-5'].map((code) => executive(code, 'PST-2')),
      systemOwner('SYS-1', { postId: 'PST-3' }),
      systemOwner('SYS-2', { postId: 'PST-3' }),
      systemOwner('SYS-3', { postId: 'PST-4' }),
      systemOwner('SYS-4', { personId: 'PSN-3' }),
    ],
  })
  const on = new RegisterOn(state, september)
  const path = accountabilityPath(on)

  test('its owners with their systems: held first, then vacant, then none', () => {
    expect(
      spansOn(on, path).map(({ postId, reports, owners }) => [
        postId,
        reports,
        owners.map(({ holding, systems }) => [holding.state, holding.postId ?? holding.personId, systems]),
      ]),
    ).toEqual([
      ['PST-1', 1, []],
      [
        'PST-2',
        2,
        [
          ['held', 'PST-3', 2],
          ['held', 'PSN-3', 1],
          ['vacant', 'PST-4', 1],
          ['unregistered', null, 1],
        ],
      ],
    ])
  })

  test.each([june, september])('owners add up to the systems of their post, and held posts to K01, on %s', (day) => {
    for (const each of [state, officeRegister()]) {
      const then = new RegisterOn(each, day)
      const posts = accountabilityPath(then)
      for (const span of spansOn(then, posts))
        expect(span.owners.reduce((sum, owner) => sum + owner.systems, 0)).toBe(
          posts.find(({ postId }) => postId === span.postId)?.systems,
        )
      const held = posts
        .filter(({ holding }) => holding.state === 'held')
        .reduce((sum, { systems }) => sum + systems, 0)
      expect(accountabilityFigures(then).find(({ id }) => id === 'K01')?.numerator).toBe(held)
    }
  })
})

import { expect, test } from 'vitest'
import { holderPeriods } from '#renderer/features/accountability/answerers.ts'

const assignment = { from: '2024-04-01', to: null }

test('an assignment is cut into the terms of its post, with the gaps between them and after the last', () => {
  const terms = [
    { from: '2025-03-01', to: '2026-09-30', personId: 'second' },
    { from: '2023-01-01', to: '2025-01-31', personId: 'first' },
  ]
  expect(holderPeriods(assignment, terms)).toEqual([
    { from: '2024-04-01', to: '2025-01-31', personId: 'first' },
    { from: '2025-02-01', to: '2025-02-28', personId: null },
    { from: '2025-03-01', to: '2026-09-30', personId: 'second' },
    { from: '2026-10-01', to: null, personId: null },
  ])
})

test('a term that never ends is the last period, and terms outside the assignment are left out', () => {
  const terms = [
    { from: '2020-01-01', to: '2024-03-31', personId: 'before' },
    { from: '2024-04-01', to: null, personId: 'holder' },
  ]
  expect(holderPeriods(assignment, terms)).toEqual([{ from: '2024-04-01', to: null, personId: 'holder' }])
})

test('a post that nobody ever held is one gap', () => {
  expect(holderPeriods({ from: '2026-01-01', to: '2026-06-30' }, [])).toEqual([
    { from: '2026-01-01', to: '2026-06-30', personId: null },
  ])
})

test('an assignment that holds since before the register knew begins with the first term that is known', () => {
  const terms = [{ from: '2022-06-28', to: '2025-02-28', personId: 'first' }]
  expect(holderPeriods({ from: null, to: null }, terms)).toEqual([
    { from: '2022-06-28', to: '2025-02-28', personId: 'first' },
    { from: '2025-03-01', to: null, personId: null },
  ])
})

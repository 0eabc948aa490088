/** The group by its entities, counted by hand over the office register: three entities, one merged long ago. */
import { expect, test } from 'vitest'
import { entityOf } from '#shared/domain/entity-scope.ts'
import { entityFigures, entityFiguresOn } from '#shared/domain/metrics/entity-figures.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import { officeRegister, september } from '#test/support/office-register.ts'

/** The office with its logistics division as a company of its own, and a third company without systems. */
function group() {
  const office = officeRegister()
  const units = office.units.map((unit) => (unit.id === 'UNT-3' ? { ...unit, kind: 'legal_entity' as const } : unit))
  const [first] = units
  if (first === undefined) throw new Error('no unit')
  return {
    ...office,
    units: [...units, { ...first, id: 'UNT-9', code: 'UNT-9', kind: 'legal_entity' as const, parentId: 'UNT-1' }],
  }
}

const run = (entityUnitId: string, headAt: string) => ({ entityUnitId, headAt, withdrawn: null })

test('each system is counted at the nearest legal entity above it, and in the whole', () => {
  const state = group()
  const rows = entityFiguresOn(
    state,
    state.units,
    [
      run('UNT-3', '2026-03-31T09:00:00.000Z'),
      run('UNT-3', '2026-05-20T09:00:00.000Z'),
      run('UNT-9', '2026-09-01T00:00:00.000Z'),
    ],
    september,
  )
  const k01 = (row: (typeof rows)[number]) => {
    const figure = row.figures.find(({ id }) => id === 'K01')
    return [figure?.numerator ?? null, figure?.denominator ?? null]
  }
  // SYS-0001 and SYS-0002 belong to UNT-1, SYS-0003 and SYS-0004 to UNT-3; SYS-0005 is retired, SYS-0006 has no unit.
  expect(rows.map((row) => [row.unitId, row.systems, row.highTier, row.cutOff, row.isStale])).toEqual([
    [null, 5, 2, null, false],
    ['UNT-1', 2, 1, null, false],
    ['UNT-3', 2, 1, '2026-05-20', true],
    ['UNT-9', 0, 0, '2026-09-01', false],
    ['none', 1, 0, null, false],
  ])
  expect(rows.map(({ behind }) => behind.systems)).toEqual([
    ['SYS-0001', 'SYS-0002', 'SYS-0003', 'SYS-0004', 'SYS-0006'],
    ['SYS-0001', 'SYS-0002'],
    ['SYS-0003', 'SYS-0004'],
    [],
    ['SYS-0006'],
  ])
  for (const { systems, highTier, openRisks, behind } of rows)
    expect([systems, highTier, openRisks]).toEqual(
      [behind.systems, behind.highTier, behind.openRisks].map(({ length }) => length),
    )
  expect(rows.map(k01)).toEqual([
    [3, 5],
    [2, 2],
    [1, 2],
    [null, null],
    [0, 1],
  ])
  const whole = computeKris(state, september).filter(({ id }) => (entityFigures as readonly string[]).includes(id))
  expect(rows[0]?.figures).toEqual(whole)
})

test('a unit whose units above loop belongs to no entity, and a withdrawn entity is none', () => {
  const unit = (id: string, parentId: string | null, kind: 'legal_entity' | 'division', withdrawn = false) =>
    [id, { id, parentId, kind, withdrawn: withdrawn ? { on: '2026-01-01', reason: 'x' } : null }] as const
  const units = new Map([
    unit('a', 'b', 'division'),
    unit('b', 'a', 'division'),
    unit('c', 'd', 'legal_entity', true),
    unit('d', null, 'legal_entity'),
  ])
  expect(['a', 'c', 'd', null].map((id) => entityOf(units, id))).toEqual([null, 'd', 'd', null])
})

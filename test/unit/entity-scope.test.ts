/** Which records are a legal entity's: counted by hand over the office register, and never twice or lost over a crowded one. */
import { expect, test } from 'vitest'
import { entitiesOf, entityByUnit, partOf, stateOfEntity } from '#shared/domain/entity-scope.ts'
import { stateKeys } from '#shared/domain/register-state.ts'
import { crowdedRegister } from '#test/support/crowded-register.ts'

const state = crowdedRegister(40)
const byUnit = entityByUnit(state.units)
const ids = [...entitiesOf(state.units).map(({ id }) => id), 'none']

test('each system belongs to one entity, and what names systems to that of each', () => {
  const parts = ids.map((entity) => partOf(state, (unitId) => byUnit(unitId) === entity))
  expect(parts.flatMap(({ systems }) => systems.map(({ id }) => id)).sort()).toEqual(
    state.systems.map(({ id }) => id).sort(),
  )
  for (const part of parts) {
    const own = new Set(part.systems.map(({ id }) => id))
    expect(part.risks).toEqual(state.risks.filter(({ systemIds }) => systemIds.some((id) => own.has(id))))
    const risks = new Set(part.risks.map(({ id }) => id))
    expect(part.assessments).toEqual(state.assessments.filter(({ riskId }) => risks.has(riskId)))
    expect(part.incidents).toEqual(state.incidents.filter(({ systemIds }) => systemIds.some((id) => own.has(id))))
  }
})

test('a narrowed state names no system, risk or control of another entity as the subject of a record', () => {
  const [entity = ''] = ids
  const part = stateOfEntity(state, entity)
  const elsewhere = (['systems', 'risks', 'controls', 'contracts', 'dataUses', 'incidents'] as const).flatMap((key) => {
    const kept = new Set(part[key].map(({ id }) => id))
    return state[key].flatMap(({ id }) => (kept.has(id) ? [] : [id]))
  })
  expect(elsewhere.length).toBeGreaterThan(100)
  const others = new Set(elsewhere)
  const subjects = ['systemId', 'riskId', 'controlId', 'contractId', 'useId', 'incidentId', 'subjectId']
  const lost = Object.values(stateKeys).flatMap((key) =>
    (part[key] as readonly object[]).filter((record) =>
      subjects.some((name) => others.has(String(Reflect.get(record, name)))),
    ),
  )
  expect(lost).toEqual([])
  // By what is judged and who answers stays.
  for (const key of ['scales', 'appetites', 'thresholds', 'units', 'people', 'posts', 'terms'] as const)
    expect(part[key]).toBe(state[key])
})

/** How does each legal entity of the group stand beside the whole, and up to when is known what happened in it? */
import type { Unit } from '../domain/accountability.ts'
import type { Day } from '../domain/calendar-date.ts'
import { entitiesOf } from '../domain/entity-scope.ts'
import {
  cutOffOf,
  type EntityFigures,
  entityFiguresOn,
  isStale,
  lastDayOf,
  staleDays,
} from '../domain/metrics/entity-figures.ts'
import { figuresUnder } from '../domain/metrics/kri-result.ts'
import { statement } from '../domain/statement.ts'
import { capped, type PackContext } from './pack-context.ts'
import type { EntitiesPage, EntityOriginRow, EntityRow, PackEntity } from './pages.ts'

/** Two languages take more room. */
const onPage = { one: { rows: 7, origins: 5 }, two: { rows: 5, origins: 4 } }

/** Null where the register has one legal entity, and in a pack for one of several. */
export function entitiesPage(context: PackContext, number: number): EntitiesPage | null {
  const { state, input } = context
  const entities = entitiesOf(state.units)
  if (entities.length < 2 || (input.entity ?? null) !== null) return null
  const rows = entityRows(context)
  const most = onPage[input.bilingual === true ? 'two' : 'one']
  const outside = rows.filter(
    ({ which, figures }) => which === 'entity' && figures.some(({ result: { id, value } }) => id === 'K05' && value),
  )
  const origins = originRows(context)
  const stale = staleEntities(context)
  return {
    number,
    key: 'entities',
    orientation: 'landscape',
    name: statement('pack.page.entities'),
    title: statement('pack.entities.title', { count: outside.length, of: entities.length }),
    lead: [
      statement('pack.lead.entities'),
      ...(stale.length === 0 ? [] : [statement('pack.lead.entitiesStale', { count: stale.length, days: staleDays })]),
    ],
    figures: context.figure('entities', capped(rows, most.rows, 'entities'), {
      meaning: statement('pack.meaning.entities'),
    }),
    origins: context.figure('entityOrigins', capped(origins, most.origins, 'entities'), {
      meaning: statement('pack.meaning.entityOrigins'),
    }),
  }
}

export function packEntity({ id, code, name }: Pick<Unit, 'id' | 'code' | 'name'>): PackEntity {
  return { id, code, name }
}

function entityRows({ state, asOf, previous, input }: PackContext): readonly EntityRow[] {
  const units = new Map(state.units.map((unit) => [unit.id, unit]))
  const before = new Map(
    previous === null || input.previous === null
      ? []
      : entityFiguresOn(previous.state, previous.state.units, [], previous.asOf).map((row) => [
          row.unitId,
          { ...row, figures: figuresUnder(input.previous?.schemaVersion ?? 0, row.figures) },
        ]),
  )
  const rows = entityFiguresOn(state, state.units, [], asOf)
  const rank = (row: EntityFigures) => ['whole', 'entity', 'none'].indexOf(whichOf(row))
  // The largest first: those that the page has no room for are in the table.
  const largestFirst = rows.toSorted((one, other) => rank(one) - rank(other) || other.systems - one.systems)
  return largestFirst.map((row) => {
    const unit = units.get(row.unitId ?? '')
    return {
      entity: unit === undefined ? null : packEntity(unit),
      which: whichOf(row),
      systems: row.systems,
      highTier: row.highTier,
      openRisks: row.openRisks,
      figures: figuresUnder(input.schemaVersion, row.figures).map((result) => {
        const earlier = before.get(row.unitId)?.figures.find(({ id }) => id === result.id)
        return { result, previous: earlier === undefined ? null : { value: earlier.value, status: earlier.status } }
      }),
    }
  })
}

export function whichOf({ unitId }: Pick<EntityFigures, 'unitId'>): EntityRow['which'] {
  return unitId === null ? 'whole' : unitId === 'none' ? 'none' : 'entity'
}

/** The legal entities of which too long nothing is known, as the screen of the figures says it: by the newest of their merges. */
export function staleEntities({ state, asOf }: Pick<PackContext, 'state' | 'asOf'>): readonly Pick<Unit, 'id'>[] {
  const runs = runsUpTo(state, asOf)
  return entitiesOf(state.units).filter(({ id }) => isStale(cutOffOf(runs, id), asOf))
}

function runsUpTo({ mergeRuns }: PackContext['state'], asOf: Day) {
  return mergeRuns.filter(({ withdrawn, on }) => withdrawn === null && on <= asOf)
}

/** Of each entity the registers that were merged into it; those that never were; and what came in without a unit. */
export function originRows({ state, asOf }: Pick<PackContext, 'state' | 'asOf'>): readonly EntityOriginRow[] {
  const runs = runsUpTo(state, asOf)
  const units = new Map(state.units.map((unit) => [unit.id, unit]))
  const entities = entitiesOf(state.units)
  const named = [...new Set(runs.map(({ entityUnitId }) => entityUnitId))]
  const others = named.filter((id) => !entities.some((entity) => entity.id === id))
  return [...entities.map(({ id }) => id), ...others].flatMap((unitId): readonly EntityOriginRow[] => {
    const unit = unitId === null ? undefined : units.get(unitId)
    const of = unit === undefined ? null : packEntity(unit)
    const own = Map.groupBy(
      runs.filter(({ entityUnitId }) => entityUnitId === unitId),
      ({ registerId }) => registerId,
    )
    if (own.size === 0) return [{ unit: of, origin: null, mergedOn: null, runs: 0, cutOff: null, stale: false }]
    return [...own.values()].map((ofRegister) => {
      const last = ofRegister.reduce((newest, run) => (run.on >= newest.on ? run : newest))
      const cutOff = lastDayOf(ofRegister)
      return {
        unit: of,
        origin: last.name,
        mergedOn: last.on,
        runs: ofRegister.length,
        cutOff,
        stale: isStale(cutOff, asOf),
      }
    })
  })
}

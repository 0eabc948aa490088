/** The group by its legal entities: the same formulas over the records of each, as `entity-scope.ts` says which they are. */
import { type Day, daysBetween } from '../calendar-date.ts'
import type { Unit } from '../accountability.ts'
import { entitiesOf, entityByUnit, partOf } from '../entity-scope.ts'
import type { MergeRun } from '../merge/merge-run.ts'
import { isCounted } from '../system.ts'
import type { FigureInput } from './figure-input.ts'
import type { KriId, KriResult } from './kri-result.ts'
import { computeKris } from './kris.ts'

/** Which figures the table of entities shows: those that count systems, risks, controls, actions and incidents. */
export const entityFigures = ['K01', 'K04', 'K05', 'K07', 'K09', 'K12', 'K21'] as const satisfies readonly KriId[]

/** Older than this an entity's figures are shown as stale. Ours: a quarter and the time to hand over. */
export const staleDays = 120

export interface EntityFigures {
  /** The legal entity; null: the whole; `none`: systems that belong to no legal entity. */
  readonly unitId: string | null
  readonly systems: number
  readonly highTier: number
  readonly openRisks: number
  readonly figures: readonly KriResult[]
  /** Codes of the records behind the counts; those behind a figure stand with it. */
  readonly behind: Readonly<Record<keyof ReturnType<typeof countedOf>, readonly string[]>>
  /** The day up to which the entity's own register was merged; null where it is kept here. */
  readonly cutOff: Day | null
  readonly isStale: boolean
}

type EntityUnit = Pick<Unit, 'id' | 'kind' | 'parentId' | 'withdrawn'>
export type EntityRun = Pick<MergeRun, 'entityUnitId' | 'headAt' | 'withdrawn'>

export interface EntityPart {
  readonly unitId: string | null
  readonly part: FigureInput
}

/** The whole first, then each legal entity in the order of the units, then what belongs to none, where there is any. */
export function entityParts(input: FigureInput, units: readonly EntityUnit[]): readonly EntityPart[] {
  const byUnit = entityByUnit(units)
  const hasOthers = input.systems.some(({ withdrawn, unitId }) => withdrawn === null && byUnit(unitId) === 'none')
  const ids = [...entitiesOf(units).map(({ id }) => id), ...(hasOthers ? ['none'] : [])]
  return [
    { unitId: null, part: input },
    ...ids.map((id) => ({ unitId: id, part: partOf(input, (unitId) => byUnit(unitId) === id) })),
  ]
}

/** Systems that are counted, of them those of high tier (an unset one counts as high), and open risks. */
export function countedOf({ systems, risks }: FigureInput) {
  const counted = systems.filter((system) => isCounted(system))
  return {
    systems: counted,
    highTier: counted.filter(({ tier }) => tier === 'high' || tier === null),
    openRisks: risks.filter(({ withdrawn, status }) => withdrawn === null && status === 'open'),
  }
}

export function entityFiguresOn(
  input: FigureInput,
  units: readonly EntityUnit[],
  runs: readonly EntityRun[],
  asOf: Day,
): readonly EntityFigures[] {
  const wanted: readonly string[] = entityFigures
  return entityParts(input, units).map(({ unitId, part }) => {
    const counted = countedOf(part)
    const cutOff = unitId === null ? null : cutOffOf(runs, unitId)
    return {
      unitId,
      systems: counted.systems.length,
      highTier: counted.highTier.length,
      openRisks: counted.openRisks.length,
      figures: computeKris(part, asOf).filter(({ id }) => wanted.includes(id)),
      behind: {
        systems: counted.systems.map(({ code }) => code),
        highTier: counted.highTier.map(({ code }) => code),
        openRisks: counted.openRisks.map(({ code }) => code),
      },
      cutOff,
      isStale: isStale(cutOff, asOf),
    }
  })
}

export function isStale(cutOff: Day | null, asOf: Day): boolean {
  return cutOff !== null && daysBetween(cutOff, asOf) > staleDays
}

/** The last day that the newest merge of the entity's register knows of. */
export function cutOffOf(runs: readonly EntityRun[], unitId: string): Day | null {
  return lastDayOf(runs.filter(({ entityUnitId }) => entityUnitId === unitId))
}

export function lastDayOf(runs: readonly EntityRun[]): Day | null {
  const days = runs.flatMap(({ headAt, withdrawn }) =>
    headAt !== null && withdrawn === null ? [headAt.slice(0, 10)] : [],
  )
  return days.sort().at(-1) ?? null
}

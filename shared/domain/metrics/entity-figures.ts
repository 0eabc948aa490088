/**
 * The group by its legal entities: the same formulas over the records of each. A system belongs to the nearest legal entity
 * above its unit, so that none is counted twice; risks, controls, actions and incidents belong to the systems that they name,
 * and so to each entity of which they name one. What names no system of an entity stands with the whole alone.
 */
import { type Day, daysBetween } from '../calendar-date.ts'
import type { Unit } from '../accountability.ts'
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
  /** The day up to which the entity's own register was merged; null where it is kept here. */
  readonly cutOff: Day | null
  readonly isStale: boolean
}

type EntityUnit = Pick<Unit, 'id' | 'kind' | 'parentId' | 'withdrawn'>
export type EntityRun = Pick<MergeRun, 'entityUnitId' | 'headAt' | 'withdrawn'>

/** The nearest legal entity at or above a unit; null where there is none. */
export function entityOf(units: ReadonlyMap<string, EntityUnit>, unitId: string | null): string | null {
  const seen = new Set<string>()
  for (let id = unitId; id !== null && !seen.has(id);) {
    seen.add(id)
    const unit = units.get(id)
    if (unit === undefined) return null
    if (unit.kind === 'legal_entity' && unit.withdrawn === null) return unit.id
    id = unit.parentId
  }
  return null
}

/** The whole first, then each legal entity in the order of the units, then what belongs to none, where there is any. */
export function entityFiguresOn(
  input: FigureInput,
  units: readonly EntityUnit[],
  runs: readonly EntityRun[],
  asOf: Day,
): readonly EntityFigures[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const ofSystem = new Map(input.systems.map(({ id, unitId }) => [id, entityOf(byId, unitId) ?? 'none']))
  const entities = units.filter(({ kind, withdrawn }) => kind === 'legal_entity' && withdrawn === null)
  const row = (unitId: string | null): EntityFigures => {
    const part = unitId === null ? input : partOf(input, (systemId) => ofSystem.get(systemId) === unitId)
    const counted = part.systems.filter((system) => isCounted(system))
    const cutOff = unitId === null ? null : cutOffOf(runs, unitId)
    const wanted: readonly string[] = entityFigures
    return {
      unitId,
      systems: counted.length,
      // An unset tier counts as high.
      highTier: counted.filter(({ tier }) => tier === 'high' || tier === null).length,
      openRisks: part.risks.filter(({ withdrawn, status }) => withdrawn === null && status === 'open').length,
      figures: computeKris(part, asOf).filter(({ id }) => wanted.includes(id)),
      cutOff,
      isStale: cutOff !== null && daysBetween(cutOff, asOf) > staleDays,
    }
  }
  const hasOthers = input.systems.some(({ id, withdrawn }) => withdrawn === null && ofSystem.get(id) === 'none')
  return [row(null), ...entities.map(({ id }) => row(id)), ...(hasOthers ? [row('none')] : [])]
}

/** The last day that the newest merge of the entity's register knows of. */
function cutOffOf(runs: readonly EntityRun[], unitId: string): Day | null {
  const days = runs.flatMap(({ entityUnitId, headAt, withdrawn }) =>
    entityUnitId === unitId && headAt !== null && withdrawn === null ? [headAt.slice(0, 10)] : [],
  )
  return days.sort().at(-1) ?? null
}

/** The records of the systems that are meant; settings, posts and people stay, since they say who answers and by what is judged. */
function partOf(input: FigureInput, isMeant: (systemId: string) => boolean): FigureInput {
  const names = (ids: readonly string[]) => ids.some(isMeant)
  const risks = input.risks.filter(({ systemIds }) => names(systemIds))
  const riskIds = new Set(risks.map(({ id }) => id))
  const controls = input.controls.filter(
    (control) => names(control.systemIds) || control.riskIds.some((id) => riskIds.has(id)),
  )
  const controlIds = new Set(controls.map(({ id }) => id))
  const isHere = (id: string) => isMeant(id) || riskIds.has(id) || controlIds.has(id)
  return {
    ...input,
    systems: input.systems.filter(({ id }) => isMeant(id)),
    risks,
    controls,
    assessments: input.assessments.filter(({ riskId }) => riskIds.has(riskId)),
    controlTests: input.controlTests.filter(({ controlId }) => controlIds.has(controlId)),
    acceptances: input.acceptances.filter(({ subjectId }) => isHere(subjectId)),
    assignments: input.assignments.filter(({ subjectId }) => isHere(subjectId)),
    attestations: input.attestations.filter(({ systemId }) => isMeant(systemId)),
    evidence: input.evidence.filter((each) => each.controlIds.some((id) => controlIds.has(id))),
    actions: input.actions.filter(
      (action) => names(action.systemIds) || [...action.riskIds, ...action.controlIds].some(isHere),
    ),
    incidents: input.incidents.filter(({ systemIds }) => names(systemIds)),
  }
}

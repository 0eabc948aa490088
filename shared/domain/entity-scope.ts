/**
 * The records of one legal entity. A system belongs to the nearest legal entity above its unit, so that none is counted twice;
 * every other record belongs to the entity of each system that it names, itself or by a risk, a control or another record.
 * What names no system of an entity stands with the whole alone. Scales, appetite, limits, requirement packs and the company's
 * answers to them, the horizon, units, posts and people stay whatever is asked for: they say by what is judged and who answers.
 */
import type { Unit } from './accountability.ts'
import type { FigureInput } from './metrics/figure-input.ts'
import type { RegisterState } from './register-state.ts'

type EntityUnit = Pick<Unit, 'id' | 'kind' | 'parentId' | 'withdrawn'>

/** The legal entities that stand, in the order of the units. */
export function entitiesOf<One extends Pick<Unit, 'kind' | 'withdrawn'>>(units: readonly One[]): readonly One[] {
  return units.filter(({ kind, withdrawn }) => kind === 'legal_entity' && withdrawn === null)
}

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

/** For each unit the entity that it belongs to; `none` where it belongs to none. */
export function entityByUnit(units: readonly EntityUnit[]): (unitId: string | null) => string {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return (unitId) => entityOf(byId, unitId) ?? 'none'
}

/** The legal entities of a record by its id, none where it is under none or is not recorded. */
export type Holders = (id: string) => ReadonlySet<string>

/** Of a whole state. Looks at it only when it is first asked. */
export function holdersIn({
  units,
  systems,
  risks,
}: Pick<RegisterState, 'units' | 'systems' | 'risks'>): Readonly<Record<'system' | 'risk', Holders>> {
  const ofSystems = once(() => {
    const byId = new Map(units.map((unit) => [unit.id, unit]))
    return new Map(
      systems.map(({ id, unitId }) => [id, new Set([entityOf(byId, unitId)].filter((each) => each !== null))]),
    )
  })
  const ofRisks = once(() => new Map(risks.map(({ id, systemIds }) => [id, systemIds])))
  const system: Holders = (id) => ofSystems().get(id) ?? new Set()
  const risk: Holders = (id) => new Set((ofRisks().get(id) ?? []).flatMap((each) => [...system(each)]))
  return { system, risk }
}

function once<Result>(make: () => Result): () => Result {
  let made: Result | undefined
  return () => (made ??= make())
}

/** What the figures are computed from, of the units that are meant; with the ids of all that is kept and has a code. */
export function partOf<Input extends FigureInput>(input: Input, isMeant: (unitId: string | null) => boolean): Input {
  const kept = new Set<string>()
  const named = (...ids: readonly (string | null)[]) => ids.some((id) => id !== null && kept.has(id))
  const take = <One extends { readonly id: string }>(records: readonly One[], belongs: (record: One) => boolean) => {
    const found = records.filter((record) => belongs(record))
    for (const { id } of found) kept.add(id)
    return found
  }
  // Each list after those by which its records belong.
  const systems = take(input.systems, ({ unitId }) => isMeant(unitId))
  const risks = take(input.risks, ({ systemIds }) => named(...systemIds))
  const controls = take(input.controls, ({ systemIds, riskIds }) => named(...systemIds, ...riskIds))
  const actions = take(input.actions, (each) => named(...each.systemIds, ...each.riskIds, ...each.controlIds))
  const supplies = take(input.supplies, ({ systemId }) => named(systemId))
  const contracts = take(input.contracts, ({ systemIds }) => named(...systemIds))
  const vendorIds = new Set([...supplies, ...contracts].map(({ vendorId }) => vendorId))
  const vendors = take(input.vendors, ({ id }) => vendorIds.has(id))
  const contractReadings = take(input.contractReadings, ({ contractId }) => named(contractId))
  const incidents = take(input.incidents, ({ systemIds }) => named(...systemIds))
  const dataUses = take(input.dataUses, ({ systemId }) => named(systemId))
  const consentIds = new Set(dataUses.flatMap((use) => use.consentIds))
  const consents = take(input.consents, ({ id }) => consentIds.has(id))
  const dataChecks = take(input.dataChecks, ({ useId }) => named(useId))
  const deidentifications = take(input.deidentifications, ({ systemId }) => named(systemId))
  const proofs = new Set(
    [...contracts, ...incidents, ...consents, ...dataChecks, ...deidentifications].flatMap((each) => each.evidenceIds),
  )
  const acceptances = take(input.acceptances, ({ subjectId }) => named(subjectId))
  const findings = take(input.findings, ({ systemIds, riskIds = [], controlIds = [] }) =>
    named(...systemIds, ...riskIds, ...controlIds),
  )
  return {
    ...input,
    systems,
    risks,
    controls,
    actions,
    supplies,
    contracts,
    vendors,
    contractReadings,
    incidents,
    dataUses,
    consents,
    dataChecks,
    deidentifications,
    acceptances,
    findings,
    vendorAnswers: input.vendorAnswers.filter(({ vendorId }) => named(vendorId)),
    pointAnswers: take(input.pointAnswers, ({ readingId }) => named(readingId)),
    evidence: take(input.evidence, ({ id, controlIds }) => named(...controlIds) || proofs.has(id)),
    assessments: input.assessments.filter(({ riskId }) => named(riskId)),
    controlTests: input.controlTests.filter(({ controlId }) => named(controlId)),
    assignments: input.assignments.filter(({ subjectId }) => named(subjectId)),
    attestations: input.attestations.filter(({ systemId }) => named(systemId)),
    intakes: take(input.intakes, ({ unitId }) => isMeant(unitId)),
    observations: take(input.observations, ({ systemId }) => named(systemId)),
    ruleAssessments: input.ruleAssessments.filter(({ systemIds }) => named(...systemIds)),
    incidentReports: input.incidentReports.filter(({ incidentId }) => named(incidentId)),
    enforcements: take(input.enforcements, ({ systemIds, incidentId }) => named(...systemIds, incidentId)),
    dpias: take(input.dpias, ({ systemId }) => named(systemId)),
    decisions: take(input.decisions, (each) =>
      named(
        ...each.systemIds,
        ...each.riskIds,
        ...each.controlIds,
        ...each.acceptanceIds,
        ...each.contractIds,
        ...each.findingIds,
        ...each.incidentIds,
      ),
    ),
    jurisdictionProfiles: input.jurisdictionProfiles.filter(({ systemId }) => named(systemId)),
    // Of the company: what the board directs, rules of its own, who is trained, what it says to others.
    directions: [],
    policies: [],
    trainings: [],
    trainingCompletions: [],
    outwardAccounts: [],
    readinessItems: [],
  }
}

/** A whole state with the records of one legal entity. */
export function stateOfEntity(state: RegisterState, entityId: string): RegisterState {
  const byUnit = entityByUnit(state.units)
  const part = partOf(state, (unitId) => byUnit(unitId) === entityId)
  const kept = new Set(keptKeys.flatMap((key) => part[key].map(({ id }) => id)))
  return {
    ...part,
    requirementAnswers: state.requirementAnswers.filter(({ systemId }) => systemId === null || kept.has(systemId)),
    comments: state.comments.filter(({ subjectId }) => kept.has(subjectId)),
    sourceRows: state.sourceRows.filter(({ subjectId }) => kept.has(subjectId)),
    mergeRuns: state.mergeRuns.filter(({ entityUnitId }) => entityUnitId === entityId),
    // What was said of the whole pack, and sheets of posts that answer for other entities too.
    noDecisions: [],
    packNotes: [],
    packSetups: [],
    packSignOffs: [],
    attestationSheets: [],
    attestationCampaigns: [],
  }
}

/** Records that others name as their subject. */
const keptKeys = [
  'systems',
  'risks',
  'controls',
  'actions',
  'evidence',
  'acceptances',
  'findings',
  'incidents',
  'vendors',
  'contracts',
  'contractReadings',
  'intakes',
  'observations',
  'dataUses',
  'dpias',
  'deidentifications',
  'consents',
  'decisions',
  'enforcements',
] as const satisfies readonly (keyof RegisterState)[]

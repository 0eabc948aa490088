/**
 * The records behind the numbers of the pages on requirements, third parties, personal data and readiness: what a bar, a cell, a
 * step or a row counts, each by the rule that counted it.
 */
import { profilesOfCounted } from '../domain/jurisdiction/counted-profiles.ts'
import { entitiesOf } from '../domain/entity-scope.ts'
import { countedOf, entityFigures, entityParts } from '../domain/metrics/entity-figures.ts'
import type { KriId } from '../domain/metrics/kri-result.ts'
import { computeKris } from '../domain/metrics/kris.ts'
import { contractsOn, vendorRowsOn } from '../domain/metrics/third-party-on.ts'
import { funnelOn } from '../domain/privacy/privacy-on.ts'
import { readinessOn } from '../domain/readiness/japan-readiness.ts'
import { Answering, requirementFactsOf } from '../domain/requirements/answering.ts'
import { principleOf } from '../domain/requirements/requirement-coverage.ts'
import { type MatrixColumn, matrixColumns } from '../domain/third-party/gap-matrix.ts'
import { behindKey } from './behind-keys.ts'
import { whichOf } from './entities-page.ts'
import type { PackContext } from './pack-context.ts'
import type { Add } from './records-behind.ts'

export function mattersBehind(context: PackContext, add: Add): void {
  requirementNumbers(context, add)
  vendorNumbers(context, add)
  if (context.kris.has('K16')) funnelNumbers(context, add)
  readinessNumbers(context, add)
  jurisdictionNumbers(context, add)
  entityNumbers(context, add)
}

/** Of the systems those that are asked, and what answers for them; of the company the controls that answer. */
function requirementNumbers({ state, whole, asOf }: PackContext, add: Add): void {
  const answering = new Answering(requirementFactsOf(state, asOf, whole))
  for (const pack of answering.facts.packs)
    for (const { item, system } of answering.standings(pack)) {
      if (system === null) {
        add(behindKey.requirement(pack.packId, 'company'), ...answering.controlsOf(item.id, null))
        continue
      }
      add(behindKey.requirement(pack.packId, 'systems'), system)
      const principle = principleOf(item.id)
      if (principle !== null) add(behindKey.principle(principle), system)
    }
}

/** The contracts with a gap in the cell; where it has none, those that were asked. */
function vendorNumbers({ on, state }: PackContext, add: Add): void {
  const codes = new Map(state.vendors.map(({ id, code }) => [id, code]))
  const inForce = Map.groupBy(contractsOn(on), ({ contract }) => contract.vendorId)
  for (const { vendorId } of vendorRowsOn(on)) {
    const vendor = codes.get(vendorId) ?? vendorId
    const own = inForce.get(vendorId) ?? []
    add(behindKey.contracts(vendor), ...own.map(({ contract }) => contract))
    for (const column of [...matrixColumns, 'all'] as const)
      for (const whose of [vendor, 'all']) add(behindKey.contractGaps(whose, column), ...countedIn(own, column))
  }
}

function countedIn(contracts: ReturnType<typeof contractsOn>, column: MatrixColumn | 'all') {
  const asked = contracts.filter((each) => countOf(each, column).applicable > 0)
  const lacking = asked.filter((each) => countOf(each, column).gaps > 0)
  return (lacking.length > 0 ? lacking : asked).map(({ contract }) => contract)
}

function countOf({ count, cells }: ReturnType<typeof contractsOn>[number], column: MatrixColumn | 'all') {
  return column === 'all' ? count : cells[column]
}

function funnelNumbers({ on }: PackContext, add: Add): void {
  const { systems, personal, required, approved } = funnelOn(on)
  for (const [step, found] of Object.entries({ systems, personal, required, approved } as const))
    add(behindKey.funnel(step as 'systems'), ...found)
}

/** Of the outward account, whose parts are no records of their own, nothing. */
function readinessNumbers({ on, state }: PackContext, add: Add): void {
  const lists = { system: state.systems, contract: state.contracts, dataUse: state.dataUses, outwardAccount: [] }
  for (const { id, noun, done, open } of readinessOn(on)) {
    const codes = new Map(lists[noun].map((record) => [record.id, record.code]))
    const coded = (ids: readonly string[]) => ids.flatMap((each) => codes.get(each) ?? [])
    add(behindKey.readiness(id, 'open'), ...coded(open))
    add(behindKey.readiness(id, 'all'), ...coded(done), ...coded(open))
  }
}

function jurisdictionNumbers({ on, state }: PackContext, add: Add): void {
  const { jurisdictions, answerOf } = profilesOfCounted(on, state.jurisdictionProfiles)
  for (const jurisdiction of jurisdictions)
    for (const system of on.systems)
      add(behindKey.jurisdiction(jurisdiction, answerOf(jurisdiction, system.id)), system)
}

function entityNumbers({ state, asOf, input }: PackContext, add: Add): void {
  if (entitiesOf(state.units).length < 2 || input.entity != null) return
  const codes = new Map(state.units.map(({ id, code }) => [id, code]))
  const wanted: readonly KriId[] = entityFigures
  for (const { unitId, part } of entityParts(state, state.units)) {
    const which = codes.get(unitId ?? '') ?? whichOf({ unitId })
    const { systems, highTier, openRisks } = countedOf(part)
    add(behindKey.entity(which, 'systems'), ...systems)
    add(behindKey.entity(which, 'highTier'), ...highTier)
    add(behindKey.entity(which, 'openRisks'), ...openRisks)
    for (const { id, contributing } of computeKris(part, asOf))
      if (wanted.includes(id)) add(behindKey.entity(which, id), ...contributing)
  }
}

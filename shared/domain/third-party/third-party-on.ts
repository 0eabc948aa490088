/**
 * Vendors and contracts seen on a day: how each stands, what is open of it, and which systems are supplied without a contract.
 * Made once for all of them, and again only where something has changed of what they are made from.
 */
import { type Day, holdsOn } from '../calendar-date.ts'
import type { FigureInput, SystemFacts } from '../metrics/figure-input.ts'
import type { RegisterOn } from '../metrics/register-on.ts'
import type { AiContract } from './ai-contract.ts'
import { type AppiGap, appiGaps } from './appi-answers.ts'
import {
  type ContractCover,
  type ContractStanding,
  contractStandingOn,
  type ReadingState,
  readingStateOn,
  type TermDuty,
  termDutyOf,
} from './contract-standing.ts'
import { contractCounts, type TermEnd, termEndOn } from './contract-term.ts'
import { readingOn } from './reading-standing.ts'
import type { Vendor } from './vendor.ts'

export interface ContractOn {
  readonly contract: Readonly<AiContract>
  /** In population V. */
  readonly counts: boolean
  readonly standing: ContractStanding
  readonly end: TermEnd | null
  readonly duty: TermDuty | null
  readonly reading: ReadingState
  /** Asked while it is negotiated too: that is when it can still be settled. Nothing is asked of one that has ended. */
  readonly appi: readonly AppiGap[]
}

/** The contracts that are not withdrawn, by id. */
export function contractsOn(on: RegisterOn): ReadonlyMap<string, ContractOn> {
  const { contracts, contractReadings, systems } = on.input
  // Without a contract no change of a system bears on one.
  const from = [contracts, contractReadings, contracts.length === 0 ? null : systems, on.asOf]
  return on.kept.get('contracts on the day', from, () => {
    const covered = systemsAmong(
      systems,
      contracts.flatMap(({ systemIds }) => systemIds),
    )
    const readings = Map.groupBy(contractReadings, ({ contractId }) => contractId)
    return new Map(
      contracts
        .filter(({ withdrawn }) => withdrawn === null)
        .map((contract) => [contract.id, contractOn(contract, readings.get(contract.id) ?? [], covered, on.asOf)]),
    )
  })
}

function contractOn(
  contract: Readonly<AiContract>,
  readings: FigureInput['contractReadings'],
  covered: ReadonlyMap<string, SystemFacts>,
  day: Day,
): ContractOn {
  const standing = contractStandingOn(contract, day)
  const end = termEndOn(contract, day)
  const systems = contract.systemIds.map((id) => covered.get(id)).filter((system) => system !== undefined)
  const use = readingOn(readings, contract, day)?.trainingUse ?? null
  return {
    contract,
    counts: contractCounts(contract, day),
    standing,
    end,
    duty: termDutyOf(end, day),
    reading: readingStateOn(readings, day),
    appi: standing === 'ended' ? [] : appiGaps(contract, systems, use),
  }
}

function systemsAmong(systems: readonly SystemFacts[], ids: readonly string[]): ReadonlyMap<string, SystemFacts> {
  const wanted = new Set(ids)
  return new Map(systems.filter(({ id }) => wanted.has(id)).map((system) => [system.id, system]))
}

export interface SystemSupply {
  /** Who supplies it on the day. */
  readonly vendorIds: readonly string[]
  /** The contracts over it that have not ended. */
  readonly contracts: readonly ContractOn[]
  readonly cover: ContractCover
}
const unsupplied: SystemSupply = { vendorIds: [], contracts: [], cover: 'none' }

/** Of the systems that somebody supplies, or that a contract covers. */
function suppliesOn(on: RegisterOn): ReadonlyMap<string, SystemSupply> {
  const { supplies, vendors } = on.input
  const contracts = contractsOn(on)
  return on.kept.get('supplies on the day', [supplies, vendors, contracts, on.asOf], () => {
    const standing = new Set(vendors.filter(({ withdrawn }) => withdrawn === null).map(({ id }) => id))
    const bySystem = new Map<string, Set<string>>()
    for (const supply of supplies)
      if (supply.withdrawn === null && standing.has(supply.vendorId) && holdsOn(supply, on.asOf))
        bySystem.set(supply.systemId, (bySystem.get(supply.systemId) ?? new Set()).add(supply.vendorId))
    const covering = new Map<string, ContractOn[]>()
    for (const each of contracts.values())
      if (each.standing !== 'ended')
        for (const id of each.contract.systemIds) covering.set(id, [...(covering.get(id) ?? []), each])
    return new Map(
      [...new Set([...bySystem.keys(), ...covering.keys()])].map((id): [string, SystemSupply] => {
        const vendorIds = [...(bySystem.get(id) ?? [])]
        const own = covering.get(id) ?? []
        const by = new Set(own.filter(({ counts }) => counts).map(({ contract }) => contract.vendorId))
        const isCovered = vendorIds.length === 0 ? by.size > 0 : vendorIds.every((vendorId) => by.has(vendorId))
        const cover = isCovered ? 'covered' : vendorIds.length === 0 ? 'none' : 'missing'
        return [id, { vendorIds, contracts: own, cover }]
      }),
    )
  })
}

export function supplyOn(on: RegisterOn, systemId: string): SystemSupply {
  return suppliesOn(on).get(systemId) ?? unsupplied
}

/** The systems that each vendor supplies on the day. */
export function systemsByVendorOn(on: RegisterOn): ReadonlyMap<string, readonly string[]> {
  const supplies = suppliesOn(on)
  return on.kept.get('systems by vendor', [supplies], () => {
    const byVendor = new Map<string, string[]>()
    for (const [systemId, { vendorIds }] of supplies)
      for (const id of vendorIds) byVendor.set(id, [...(byVendor.get(id) ?? []), systemId])
    return byVendor
  })
}

/** The contracts of each vendor that are not withdrawn. */
export function contractsByVendorOn(on: RegisterOn): ReadonlyMap<string, readonly ContractOn[]> {
  const contracts = contractsOn(on)
  return on.kept.get('contracts by vendor', [contracts], () =>
    Map.groupBy(contracts.values(), ({ contract }) => contract.vendorId),
  )
}

/** Points whose risk is borne, of the reading that counts for a contract in population V: until when, and by whom. */
export function acceptedRisksOn(on: RegisterOn): readonly AcceptedRisk[] {
  const { pointAnswers, contractReadings } = on.input
  const contracts = contractsOn(on)
  return on.kept.get('accepted risks of contracts', [pointAnswers, contractReadings, contracts, on.asOf], () => {
    const read = readingsThatCount(on)
    return pointAnswers.flatMap((answer): readonly AcceptedRisk[] => {
      const contract = read.get(answer.readingId)
      if (contract === undefined || answer.withdrawn !== null || answer.carriedOver) return []
      if (answer.finding !== 'risk_accepted' || answer.acceptedUntil === null) return []
      return [{ contract, until: answer.acceptedUntil, accepterId: answer.accepterId, pointId: answer.pointId }]
    })
  })
}
export interface AcceptedRisk {
  readonly contract: ContractOn
  readonly pointId: string
  readonly until: Day
  readonly accepterId: string | null
}

/** Points that need change and have a day by which they are to be settled, of the same readings. */
export function dueGapsOn(on: RegisterOn): readonly DueGap[] {
  const { pointAnswers, contractReadings } = on.input
  const contracts = contractsOn(on)
  return on.kept.get('dated gaps of contracts', [pointAnswers, contractReadings, contracts, on.asOf], () => {
    const read = readingsThatCount(on)
    return pointAnswers.flatMap((answer): readonly DueGap[] => {
      const contract = read.get(answer.readingId)
      if (contract === undefined || answer.withdrawn !== null) return []
      if (answer.finding !== 'needs_change' || answer.dueOn === null) return []
      const { pointId, dueOn, ownerId, ownerPostId } = answer
      return [{ contract, pointId, dueOn, ownerId, ownerPostId }]
    })
  })
}
export interface DueGap {
  readonly contract: ContractOn
  readonly pointId: string
  readonly dueOn: Day
  readonly ownerId: string | null
  readonly ownerPostId: string | null
}

/** The readings that count, of contracts that have not ended, by their ids. */
function readingsThatCount(on: RegisterOn): ReadonlyMap<string, ContractOn> {
  const readings = Map.groupBy(on.input.contractReadings, ({ contractId }) => contractId)
  const found = new Map<string, ContractOn>()
  for (const [id, contract] of contractsOn(on)) {
    const reading = readingOn(readings.get(id) ?? [], contract.contract, on.asOf)
    if (reading !== null && contract.standing !== 'ended') found.set(reading.id, contract)
  }
  return found
}

/** A vendor that supplies something on the day, or with which a contract has not ended: only of those a review is owed. */
export function isUsedOn(on: RegisterOn, vendor: Pick<Vendor, 'id'>): boolean {
  return (
    (systemsByVendorOn(on).get(vendor.id) ?? []).length > 0 ||
    (contractsByVendorOn(on).get(vendor.id) ?? []).some(({ standing }) => standing !== 'ended')
  )
}

/** The contracts that count on a day, with the reading that does and what it came to, and how systems depend on vendors. */
import { type Day, holdsOn } from '../calendar-date.ts'
import { countedTier } from '../system.ts'
import type { AiContract } from '../third-party/ai-contract.ts'
import { pointSurroundings } from '../third-party/applicable-points.ts'
import { type Concentration, concentrationOn } from '../third-party/concentration.ts'
import { contractCounts, isReadOn, lastCompletedOn } from '../third-party/contract-term.ts'
import { type ContractReading, type PointAnswer, trainingPossible } from '../third-party/contract-reading.ts'
import { type GapCells, type GapCount, gapCellsOf, gapCountOf } from '../third-party/gap-matrix.ts'
import { type ReadPoint, readingOn, standingOf } from '../third-party/reading-standing.ts'
import { type VendorRow, vendorRowsOf } from '../third-party/vendor-rows.ts'
import type { RegisterOn } from './register-on.ts'

export interface ContractOn {
  readonly contract: Readonly<AiContract>
  /** The reading that counts; null: nobody has begun one. */
  readonly reading: Readonly<ContractReading> | null
  /** Every point that is asked, and what it came to. */
  readonly points: readonly ReadPoint<Readonly<PointAnswer>>[]
  readonly count: GapCount
  readonly cells: GapCells
  /** The last day on which a text of it was read through. */
  readonly lastReadOn: Day | null
  /** Within the 365 days up to the day, under a type that is known. */
  readonly read: boolean
  /** Personal or secret data go to the vendor, or nobody knows, and nothing rules out that it trains on them. */
  readonly trainable: boolean
}

/** Population V, in the order of the register. */
export function contractsOn(on: RegisterOn): readonly ContractOn[] {
  const { contracts, contractReadings, pointAnswers, checkPoints, units } = on.input
  const systems = systemsOfContracts(on)
  const from = [contracts, contractReadings, pointAnswers, checkPoints, units, systems, on.asOf]
  return on.kept.get('counted contracts', from, () => {
    const counted = contracts.filter((contract) => contractCounts(contract, on.asOf))
    return counted.map((contract) => contractOn(on, contract))
  })
}

/** One contract as it stands on the day, whether or not it counts. */
export function contractOn(on: RegisterOn, contract: Readonly<AiContract>): ContractOn {
  const { asOf } = on
  const readings = readingsOf(on).get(contract.id) ?? []
  const reading = readingOn(readings, contract, asOf)
  const answers = reading === null ? [] : (answersOf(on).get(reading.id) ?? [])
  const { points } = standingOf(contract, reading, answers, surroundings(on), on.input.checkPoints, asOf)
  const asked = points.filter(({ applies }) => applies)
  return {
    contract,
    reading,
    points: asked,
    count: gapCountOf(asked),
    cells: gapCellsOf(asked),
    lastReadOn: lastCompletedOn(readings, asOf),
    read: contract.type !== null && isReadOn(readings, asOf),
    trainable:
      (contract.personalData !== 'no' || contract.secretData !== 'no') &&
      (reading === null || trainingPossible.includes(reading.trainingUse)),
  }
}

function readingsOf(on: RegisterOn): ReadonlyMap<string, readonly Readonly<ContractReading>[]> {
  return on.kept.groups('readings that count, by contract', on.input.contractReadings, ({ contractId }) => [contractId])
}

function answersOf(on: RegisterOn): ReadonlyMap<string, readonly Readonly<PointAnswer>[]> {
  return on.kept.groups('answers of readings', on.input.pointAnswers, ({ withdrawn, readingId }) =>
    withdrawn === null ? [readingId] : [],
  )
}

/** Only these bear on contracts: another system of a hundred thousand changes nothing. */
function systemsOfContracts(on: RegisterOn) {
  const { contracts, systems } = on.input
  return on.kept.get<RegisterOn['input']['systems']>('systems that contracts name', [contracts, systems], (earlier) => {
    const named = new Set(contracts.flatMap(({ systemIds }) => systemIds))
    const found = systems.filter(({ id }) => named.has(id))
    const same = earlier?.value.length === found.length && found.every((each, place) => each === earlier.value[place])
    return same ? earlier.value : found
  })
}

function surroundings(on: RegisterOn) {
  const systems = systemsOfContracts(on)
  const { units } = on.input
  return on.kept.get('surroundings of counted contracts', [systems, units, on.asOf], () =>
    pointSurroundings(
      systems.map(({ id, withdrawn, unitId, personalData, kind, jurisdictions }) => ({
        id,
        withdrawn,
        unitId,
        personalData,
        kind: kind ?? null,
        jurisdictions: [...jurisdictions],
      })),
      units,
      on.asOf,
    ),
  )
}

/** Over the systems of the high tier, those without a tier among them. */
export function vendorConcentrationOn(on: RegisterOn): Concentration {
  const { vendors, supplies } = on.input
  return on.kept.get('concentration of vendors', [on.systems, vendors, supplies, on.asOf], () => {
    const systems = on.systems.filter((system) => countedTier(system) === 'high')
    return concentrationOn(
      systems.map(({ id }) => id),
      vendors,
      supplies,
      on.asOf,
    )
  })
}

/** The rows of the gap matrix: vendors with a contract in force, and those that supply a counted system without one. */
export function vendorRowsOn(on: RegisterOn): readonly VendorRow[] {
  const { vendors, supplies } = on.input
  const contracts = contractsOn(on)
  return on.kept.get('rows of the gap matrix', [contracts, vendors, supplies, on.systems, on.asOf], () => {
    const counted = new Set(on.systems.map(({ id }) => id))
    const supplying = new Set(
      supplies
        .filter((supply) => supply.withdrawn === null && counted.has(supply.systemId) && holdsOn(supply, on.asOf))
        .map(({ vendorId }) => vendorId),
    )
    const known = vendors.filter(({ id, withdrawn }) => withdrawn === null && supplying.has(id))
    return vendorRowsOf(
      contracts,
      known.map(({ id }) => id),
    )
  })
}

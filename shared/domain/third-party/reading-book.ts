/**
 * The contracts of a register with what was read of them, looked up by id: made once of the arrays of a state and asked for any
 * contract and day, so that figures over all of them cost one pass.
 */
import type { Day } from '../calendar-date.ts'
import type { AiContract } from './ai-contract.ts'
import { type OwnPoint, pointSurroundings, type SystemFacts, type UnitFacts } from './applicable-points.ts'
import type { ContractReading, PointAnswer } from './contract-reading.ts'
import { readingOn, type ReadingStanding, standingOf } from './reading-standing.ts'

/** Records as the state of a register holds them; withdrawn ones are passed over where they no longer count. */
export interface ReadingRecords {
  readonly contractReadings: readonly ContractReading[]
  readonly pointAnswers: readonly PointAnswer[]
  readonly checkPoints: readonly OwnPoint[]
  readonly systems: readonly SystemFacts[]
  readonly units: readonly UnitFacts[]
}

export class ReadingBook {
  readonly #records: ReadingRecords
  readonly #day: Day
  readonly #around: ReturnType<typeof pointSurroundings>
  readonly #readings: ReadonlyMap<string, readonly ContractReading[]>
  readonly #answers: ReadonlyMap<string, readonly PointAnswer[]>
  readonly #standings = new Map<string, ReadingStanding>()

  constructor(records: ReadingRecords, day: Day) {
    this.#records = records
    this.#day = day
    this.#around = pointSurroundings(records.systems, records.units, day)
    this.#readings = Map.groupBy(records.contractReadings, ({ contractId }) => contractId)
    const given = records.pointAnswers.filter(({ withdrawn }) => withdrawn === null)
    this.#answers = Map.groupBy(given, ({ readingId }) => readingId)
  }

  /** Those of a contract that are not withdrawn, newest first. */
  readingsOf(contract: Pick<AiContract, 'id'>): readonly ContractReading[] {
    const readings = this.#readings.get(contract.id) ?? []
    return readings
      .filter(({ withdrawn }) => withdrawn === null)
      .toSorted((one, other) =>
        one.startedOn === other.startedOn ? order(other.code, one.code) : order(other.startedOn, one.startedOn),
      )
  }

  /** The reading that counts on the day. */
  readingOf(contract: Pick<AiContract, 'id'>): ContractReading | null {
    return readingOn(this.#readings.get(contract.id) ?? [], contract, this.#day)
  }

  answersOf(reading: Pick<ContractReading, 'id'>): readonly PointAnswer[] {
    return this.#answers.get(reading.id) ?? []
  }

  /** How a contract stands by the reading that counts on the day; unread, all that is asked of it is unanswered. */
  standingOf(contract: AiContract): ReadingStanding {
    const known = this.#standings.get(contract.id)
    if (known !== undefined) return known
    const standing = this.standingBy(contract, this.readingOf(contract))
    this.#standings.set(contract.id, standing)
    return standing
  }

  /** How it stands by one of its readings, whichever counts. */
  standingBy(contract: AiContract, reading: ContractReading | null): ReadingStanding {
    const answers = reading === null ? [] : this.answersOf(reading)
    return standingOf(contract, reading, answers, this.#around, this.#records.checkPoints, this.#day)
  }
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

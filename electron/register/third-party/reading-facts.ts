/** What the rules of a reading look at, from the tables: of one contract, its systems and the units above them. */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { type PointSurroundings, pointSurroundings } from '#shared/domain/third-party/applicable-points.ts'
import { type ReadingStanding, standingOf } from '#shared/domain/third-party/reading-standing.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'

export interface ContractSurroundings {
  readonly around: PointSurroundings
  /** All of the company's points, ended and withdrawn ones too: a complete reading keeps those that it was read by. */
  readonly own: readonly RecordOf<'checkPoint'>[]
}

export function surroundingsOf(read: ReadHandle, contract: RecordOf<'contract'>, day: Day): ContractSurroundings {
  const systems = contract.systemIds
    .map((id) => recordTables.system.get(read, id))
    .filter((system) => system !== undefined)
  return {
    around: pointSurroundings(systems, [...recordTables.unit.all(read)], day),
    own: [...recordTables.checkPoint.all(read)],
  }
}

/** The answers of a reading that stand. */
export function answersOf(read: ReadHandle, readingId: string): readonly RecordOf<'pointAnswer'>[] {
  return ids(read, 'SELECT id FROM point_answer WHERE reading_id = ? AND withdrawn_on IS NULL ORDER BY id', readingId)
    .map((id) => recordTables.pointAnswer.get(read, id))
    .filter((answer) => answer !== undefined)
}

/** The readings of a contract that stand, newest first. */
export function readingsOf(read: ReadHandle, contractId: string): readonly RecordOf<'contractReading'>[] {
  return ids(
    read,
    `SELECT id FROM contract_reading WHERE contract_id = ? AND withdrawn_on IS NULL
     ORDER BY started_on DESC, length(code) DESC, code DESC`,
    contractId,
  )
    .map((id) => recordTables.contractReading.get(read, id))
    .filter((reading) => reading !== undefined)
}

function ids(read: ReadHandle, sql: string, of: string): readonly string[] {
  return (read.prepare(sql).all(of) as { id: string }[]).map(({ id }) => id)
}

export function standingIn(
  read: ReadHandle,
  contract: RecordOf<'contract'>,
  reading: RecordOf<'contractReading'> | null,
  day: Day,
  { around, own }: ContractSurroundings = surroundingsOf(read, contract, day),
): ReadingStanding {
  return standingOf(contract, reading, reading === null ? [] : answersOf(read, reading.id), around, own, day)
}

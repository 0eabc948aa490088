/** One reading as a person reads on in it, and the readings of a contract beside each other. */
import type { ReadingPicture, ReadingsOfContract } from '#shared/contract/contract-readings.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Noun, RecordOf } from '#shared/domain/nouns.ts'
import { pointCatalogueOf } from '#shared/domain/third-party/point-catalogue.ts'
import { LabelCollector } from '../labels.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { readingsOf, standingIn, surroundingsOf } from './reading-facts.ts'

function recordOf<N extends Noun>(register: Register, noun: N, id: string): RecordOf<N> {
  const record = recordTables[noun].get(register.read, id)
  if (record === undefined) throw new Problem('NOT_FOUND', { noun, id })
  return record
}

export function readingPicture(register: Register, id: string): ReadingPicture {
  const reading = recordOf(register, 'contractReading', id)
  const contract = recordOf(register, 'contract', reading.contractId)
  const standing = standingIn(register.read, contract, reading, register.today())
  const labels = new LabelCollector()
  labels.addReferences('contract', contract)
  labels.addReferences('contractReading', reading)
  for (const { answer, own } of standing.points) {
    if (answer !== null) labels.addReferences('pointAnswer', answer)
    labels.add(own?.id)
  }
  return {
    ...standing,
    missing: standing.missing.map((point) => point.id),
    reading,
    contract,
    previous: reading.previousId === null ? null : recordOf(register, 'contractReading', reading.previousId),
    shownBy: pointCatalogueOf(reading.pointsVersion).version,
    labels: labels.labels(register.read),
  }
}

export function readingsOfContract(register: Register, contractId: string): ReadingsOfContract {
  const contract = recordOf(register, 'contract', contractId)
  const day = register.today()
  const surroundings = surroundingsOf(register.read, contract, day)
  const labels = new LabelCollector()
  return {
    readings: readingsOf(register.read, contractId).map((reading) => {
      labels.addReferences('contractReading', reading)
      const { asked, answered, gaps, keyGaps, worst, complete } = standingIn(
        register.read,
        contract,
        reading,
        day,
        surroundings,
      )
      return { reading, asked, answered, gaps, keyGaps, worst, complete }
    }),
    asked: standingIn(register.read, contract, null, day, surroundings).asked,
    labels: labels.labels(register.read),
  }
}

/** What follows from contracts with vendors, for screens: the matrix and what lies behind a cell, positions, concentration. */
import type {
  CellInput,
  ContractMatrix,
  ContractPositions,
  MatrixCell,
  VendorConcentration,
} from '#shared/contract/third-party-figures.ts'
import { thirdPartyResults } from '#shared/domain/metrics/kris.ts'
import { contractsOn, vendorConcentrationOn, vendorRowsOn } from '#shared/domain/metrics/third-party-on.ts'
import { attentionOn, positionOf } from '#shared/domain/third-party/contract-positions.ts'
import { columnOf, isCountedPoint, sumOfCells, sumOfGaps } from '#shared/domain/third-party/gap-matrix.ts'
import { derivedOn } from '../derived.ts'
import { LabelCollector } from '../labels.ts'
import type { Register } from '../store/register-file.ts'

const today = (register: Register) => derivedOn(register, register.today()).on

export function contractMatrix(register: Register): ContractMatrix {
  const on = today(register)
  const contracts = contractsOn(on)
  const collector = new LabelCollector()
  const rows = vendorRowsOn(on).map(({ vendorId, count, cells, contracts: own }) => {
    collector.add(vendorId, ...own.map(({ contract }) => contract.id))
    return {
      vendorId,
      count,
      cells,
      contracts: own.map((each) => ({
        contractId: each.contract.id,
        readingId: each.reading?.id ?? null,
        count: each.count,
        cells: each.cells,
        read: each.read,
      })),
    }
  })
  return {
    rows,
    all: sumOfCells(contracts.map(({ cells }) => cells)),
    count: sumOfGaps(contracts.map(({ count }) => count)),
    attention: attentionOn(contracts, on.asOf),
    figures: thirdPartyResults(on),
    labels: collector.labels(register.read),
  }
}

/** The points behind a cell: gaps first, those at key points before others. */
export function matrixCell(register: Register, { vendorId, contractId, column }: CellInput): MatrixCell {
  const collector = new LabelCollector()
  const rank = { key: 0, supporting: 1, minor: 2 }
  const points = contractsOn(today(register))
    .filter(({ contract }) => contract.vendorId === vendorId && (contractId === null || contract.id === contractId))
    .flatMap(({ contract, reading, points: asked }) =>
      asked
        .filter((point) => isCountedPoint(point) && columnOf(point) === column)
        .map((point) => ({ contractId: contract.id, readingId: reading?.id ?? null, point })),
    )
    .sort(
      (one, other) =>
        Number(other.point.gap) - Number(one.point.gap) || rank[one.point.weight] - rank[other.point.weight],
    )
    .map(({ point, ...place }) => {
      const { id, question, weight, state, gap, own, answer } = point
      collector.add(place.contractId, answer?.ownerId, ...(answer?.riskIds ?? []), ...(answer?.actionIds ?? []))
      const shown = answer && {
        clause: answer.clause,
        ownerId: answer.ownerId,
        dueOn: answer.dueOn,
        riskIds: answer.riskIds,
        actionIds: answer.actionIds,
      }
      return { ...place, point: { id, question, weight, state, gap, ours: own === null, answer: shown } }
    })
  return { points, labels: collector.labels(register.read) }
}

export function contractPositions(register: Register): ContractPositions {
  const collector = new LabelCollector()
  const rows = contractsOn(today(register)).map(positionOf)
  for (const { vendorId, contractId } of rows) collector.add(vendorId, contractId)
  return { rows, labels: collector.labels(register.read) }
}

export function vendorConcentration(register: Register): VendorConcentration {
  const concentration = vendorConcentrationOn(today(register))
  const collector = new LabelCollector()
  collector.add(...concentration.unknownIds)
  for (const { vendorIds, systemIds } of concentration.groups) collector.add(...vendorIds, ...systemIds)
  return { ...concentration, labels: collector.labels(register.read) }
}

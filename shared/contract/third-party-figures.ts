/** What follows from contracts with vendors: the gap matrix, positions by clause, concentration, and the sheet of one contract. */
import { z } from 'zod'
import type { KriResult } from '#shared/domain/metrics/kri-result.ts'
import type { PointAnswer } from '#shared/domain/third-party/contract-reading.ts'
import type { Concentration } from '#shared/domain/third-party/concentration.ts'
import type { ContractAttention, ContractPosition } from '#shared/domain/third-party/contract-positions.ts'
import type { ContractSheet } from '#shared/domain/third-party/contract-sheet.ts'
import { type GapCells, type GapCount, matrixColumns } from '#shared/domain/third-party/gap-matrix.ts'
import type { ReadPoint } from '#shared/domain/third-party/reading-standing.ts'
import { languageSchema } from '#shared/domain/text.ts'
import { idInput, type Labels, operation, type } from './base.ts'

/** One contract of the matrix, or all of a vendor together. */
export interface MatrixContract {
  readonly contractId: string
  readonly readingId: string | null
  readonly count: GapCount
  readonly cells: GapCells
  /** Read through within 365 days. */
  readonly read: boolean
}

export interface ContractMatrix {
  readonly rows: readonly {
    readonly vendorId: string
    readonly count: GapCount
    /** Null where it supplies a counted system and no contract with it is in force. */
    readonly cells: GapCells | null
    readonly contracts: readonly MatrixContract[]
  }[]
  readonly all: GapCells
  readonly count: GapCount
  readonly attention: readonly ContractAttention[]
  readonly figures: readonly KriResult[]
  readonly labels: Labels
}

const cellInput = z.object({
  vendorId: z.uuid(),
  /** Null: all contracts of the vendor that are in force. */
  contractId: z.uuid().nullable(),
  column: z.enum(matrixColumns),
})
export type CellInput = z.output<typeof cellInput>

/** The points behind a cell, gaps first. */
export interface MatrixCell {
  readonly points: readonly {
    readonly contractId: string
    readonly readingId: string | null
    readonly point: Pick<ReadPoint, 'id' | 'question' | 'weight' | 'state' | 'gap'> & {
      readonly ours: boolean
      readonly answer: Pick<PointAnswer, 'clause' | 'ownerId' | 'dueOn' | 'riskIds' | 'actionIds'> | null
    }
  }[]
  readonly labels: Labels
}

export interface ContractPositions {
  readonly rows: readonly ContractPosition[]
  readonly labels: Labels
}

export interface VendorConcentration extends Concentration {
  readonly labels: Labels
}

/** Tables that follow from contracts and supplies, each a CSV file. */
export const thirdPartyTables = ['gaps', 'matrix', 'concentration'] as const

export const thirdParty = {
  matrix: operation.output(type<ContractMatrix>()),
  cell: operation.input(cellInput).output(type<MatrixCell>()),
  positions: operation.output(type<ContractPositions>()),
  concentration: operation.output(type<VendorConcentration>()),
  /** One of the tables as it stands today, whole, as the bundle of a pack has it. */
  writeTable: operation
    .input(z.object({ table: z.enum(thirdPartyTables), folder: z.string().min(1) }))
    .output(type<{ readonly name: string; readonly token: string }>()),
  /** One contract for whoever negotiates it. */
  sheet: operation.input(idInput).output(type<ContractSheet>()),
  /** Prints that sheet into a chosen folder. */
  printSheet: operation
    .input(idInput.extend({ language: languageSchema, folder: z.string().min(1) }))
    .output(type<{ readonly name: string; readonly token: string }>()),
}

/** The operations on what follows from contracts with vendors. */
import { join } from 'node:path'
import type { Desk } from '../desk.ts'
import { writeCsvFile } from '../export/csv-file.ts'
import { writeNewFile } from '../export/new-file.ts'
import { thirdPartyFiles } from '../export/third-party-files.ts'
import { os } from '../implementer.ts'
import { currentState } from '../store/replay.ts'
import { contractSheet, printContractSheet } from './contract-sheet.ts'
import { contractMatrix, contractPositions, matrixCell, vendorConcentration } from './figures.ts'

export function thirdPartyFigureRoutes(desk: Desk) {
  return {
    matrix: os.thirdParty.matrix.handler(() => contractMatrix(desk.register)),
    cell: os.thirdParty.cell.handler(({ input }) => matrixCell(desk.register, input)),
    positions: os.thirdParty.positions.handler(() => contractPositions(desk.register)),
    concentration: os.thirdParty.concentration.handler(() => vendorConcentration(desk.register)),
    writeTable: os.thirdParty.writeTable.handler(async ({ input }) => {
      const { register, tokens } = desk
      const folder = tokens.peek(input.folder)
      const file = thirdPartyFiles(currentState(register.read), register.today())[input.table]
      const { name } = await writeCsvFile(folder, file.name.replace('.csv', `-${register.today()}.csv`), file)
      return { name, token: tokens.issue(join(folder, name)) }
    }),
    sheet: os.thirdParty.sheet.handler(({ input }) => contractSheet(desk.register, input.id)),
    printSheet: os.thirdParty.printSheet.handler(async ({ input }) => {
      const { register, tokens } = desk
      const folder = tokens.peek(input.folder)
      const { name, pdf } = await printContractSheet(register, input, (job) => desk.shell.print(job))
      const written = writeNewFile(folder, name, pdf)
      return { name: written, token: tokens.issue(join(folder, written)) }
    }),
  }
}

/** The operations on what follows from uses of personal data and impact assessments. */
import { join } from 'node:path'
import type { Desk } from '../desk.ts'
import { writeCsvFile } from '../export/csv-file.ts'
import { privacyFiles } from '../export/privacy-files.ts'
import { os } from '../implementer.ts'
import { currentState } from '../store/replay.ts'
import { privacyOverview, statisticsReadiness } from './figures.ts'

export function privacyFigureRoutes(desk: Desk) {
  return {
    overview: os.privacy.overview.handler(() => privacyOverview(desk.register)),
    readiness: os.privacy.readiness.handler(() => statisticsReadiness(desk.register)),
    writeTable: os.privacy.writeTable.handler(async ({ input }) => {
      const { register, tokens } = desk
      const folder = tokens.peek(input.folder)
      const file = privacyFiles(currentState(register.read), register.today())[input.table]
      const { name } = await writeCsvFile(folder, file.name.replace('.csv', `-${register.today()}.csv`), file)
      return { name, token: tokens.issue(join(folder, name)) }
    }),
  }
}

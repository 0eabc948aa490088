/** The operations on hand-overs. */
import type { Desk } from './desk.ts'
import { writeNewFile } from './export/new-file.ts'
import { carryOutHandover, holdingsOf } from './handover.ts'
import { allHandovers } from './handover-log.ts'
import { draftSheet, loggedSheet, printSheet } from './handover-sheet.ts'
import { os } from './implementer.ts'
import { LabelCollector } from './labels.ts'

export function handoverRoutes(desk: Desk) {
  return {
    holdings: os.handover.holdings.handler(({ input }) => {
      const lines = holdingsOf(desk.register, input.personId, input.day)
      const collector = new LabelCollector()
      collector.add(input.personId)
      return { lines, labels: collector.labels(desk.register.read) }
    }),
    carryOut: os.handover.carryOut.handler(({ input }) => carryOutHandover(desk.register, input)),
    list: os.handover.list.handler(() => {
      const handovers = allHandovers(desk.register)
      const collector = new LabelCollector()
      for (const { personId, successorIds } of handovers) collector.add(personId, ...successorIds)
      return { handovers, labels: collector.labels(desk.register.read) }
    }),
    sheet: os.handover.sheet.handler(({ input }) => loggedSheet(desk.register, input.transaction)),
    draft: os.handover.draft.handler(({ input }) => draftSheet(desk.register, input)),
    print: os.handover.print.handler(async ({ input }) => {
      const folder = desk.tokens.peek(input.folder)
      const { name, pdf } = await printSheet(desk.register, input, (job) => desk.shell.print(job))
      return { name: writeNewFile(folder, name, pdf) }
    }),
  }
}

/** The operations of the horizon and of what the company makes of it. */
import { join } from 'node:path'
import type { Desk } from './desk.ts'
import { assessRulesMany, updateMany, withdrawMany } from './batch.ts'
import { duplicateRecord } from './duplicate.ts'
import { horizonFile } from './export/horizon-file.ts'
import { writeCsvFile } from './export/csv-file.ts'
import { horizonPicture } from './horizon/horizon-picture.ts'
import { horizonInUse } from './horizon/held-horizon.ts'
import { assessRule, createRuleAssessment, updateRuleAssessment } from './horizon/rule-assessments.ts'
import { takeInShipped } from './horizon/take-in.ts'
import { touchedSystems } from './horizon/touched-systems.ts'
import { os } from './implementer.ts'
import { listRecords } from './list.ts'
import { stagedProgressOf } from './long-work.ts'
import { paste } from './paste.ts'
import { recordDetail } from './record-detail.ts'
import { withdrawRecord } from './records.ts'
import { currentState } from './store/replay.ts'

export function horizonRoutes(desk: Desk) {
  return {
    horizon: {
      picture: os.horizon.picture.handler(() => horizonPicture(desk.register)),
      touched: os.horizon.touched.handler(({ input }) => touchedSystems(desk.register, input.id)),
      takeIn: os.horizon.takeIn.handler(() => {
        const { added, changed } = takeInShipped(desk.register)
        return { added, changed }
      }),
      writeTable: os.horizon.writeTable.handler(async ({ input }) => {
        const { register, tokens } = desk
        const folder = tokens.peek(input.folder)
        const day = input.day ?? register.today()
        const file = horizonFile(currentState(register.read), day, horizonInUse(register.read))
        const { name } = await writeCsvFile(folder, file.name.replace('.csv', `-${day}.csv`), file)
        return { name, token: tokens.issue(join(folder, name)) }
      }),
    },
    ruleAssessment: {
      list: os.ruleAssessment.list.handler(({ input }) => listRecords(desk.register, 'ruleAssessment', input)),
      get: os.ruleAssessment.get.handler(({ input }) => recordDetail(desk.register, 'ruleAssessment', input.id)),
      withdraw: os.ruleAssessment.withdraw.handler(({ input }) =>
        withdrawRecord(desk.register, 'ruleAssessment', input),
      ),
      withdrawMany: os.ruleAssessment.withdrawMany.handler(({ input }) =>
        withdrawMany(desk.register, 'ruleAssessment', input),
      ),
      updateMany: os.ruleAssessment.updateMany.handler(({ input }) =>
        updateMany(desk.register, 'ruleAssessment', input),
      ),
      paste: os.ruleAssessment.paste.handler(({ input, signal }) =>
        stagedProgressOf('reading', signal, (work) => paste(desk.register, 'ruleAssessment', input, work)),
      ),
      duplicate: os.ruleAssessment.duplicate.handler(({ input }) =>
        duplicateRecord(desk.register, 'ruleAssessment', input.id),
      ),
      create: os.ruleAssessment.create.handler(({ input }) => createRuleAssessment(desk.register, input)),
      update: os.ruleAssessment.update.handler(({ input }) => updateRuleAssessment(desk.register, input)),
      assess: os.ruleAssessment.assess.handler(({ input }) => assessRule(desk.register, input)),
      assessMany: os.ruleAssessment.assessMany.handler(({ input }) => assessRulesMany(desk.register, input)),
    },
  }
}

/** The operations of the immediate priorities and of the outward account over a desk. */
import { join } from 'node:path'
import { writeCsvFile } from '../export/csv-file.ts'
import { readinessFile } from '../export/readiness-file.ts'
import { currentState } from '../store/replay.ts'
import { updateMany, withdrawMany } from '../batch.ts'
import type { Desk } from '../desk.ts'
import { duplicateRecord } from '../duplicate.ts'
import { os } from '../implementer.ts'
import { listRecords } from '../list.ts'
import { stagedProgressOf } from '../long-work.ts'
import { paste } from '../paste.ts'
import { recordDetail } from '../record-detail.ts'
import { withdrawRecord } from '../records.ts'
import { writeAccount } from './account-files.ts'
import { accountMaterial } from './account-material.ts'
import { approveAccount, createAccount, reviewAccount, updateAccount } from './outward-accounts.ts'
import { readinessPicture, setReadiness } from './priorities.ts'

export function readinessRoutes(desk: Desk) {
  return {
    readiness: {
      writeTable: os.readiness.writeTable.handler(async ({ input }) => {
        const { register, tokens } = desk
        const folder = tokens.peek(input.folder)
        const file = readinessFile(currentState(register.read), register.today())
        const { name } = await writeCsvFile(folder, file.name.replace('.csv', `-${register.today()}.csv`), file)
        return { name, token: tokens.issue(join(folder, name)) }
      }),
      picture: os.readiness.picture.handler(() => readinessPicture(desk.register)),
      set: os.readiness.set.handler(({ input }) => setReadiness(desk.register, input)),
    },
    outwardAccount: {
      list: os.outwardAccount.list.handler(({ input }) => listRecords(desk.register, 'outwardAccount', input)),
      get: os.outwardAccount.get.handler(({ input }) => recordDetail(desk.register, 'outwardAccount', input.id)),
      withdraw: os.outwardAccount.withdraw.handler(({ input }) =>
        withdrawRecord(desk.register, 'outwardAccount', input),
      ),
      withdrawMany: os.outwardAccount.withdrawMany.handler(({ input }) =>
        withdrawMany(desk.register, 'outwardAccount', input),
      ),
      updateMany: os.outwardAccount.updateMany.handler(({ input }) =>
        updateMany(desk.register, 'outwardAccount', input),
      ),
      paste: os.outwardAccount.paste.handler(({ input, signal }) =>
        stagedProgressOf('reading', signal, (work) => paste(desk.register, 'outwardAccount', input, work)),
      ),
      duplicate: os.outwardAccount.duplicate.handler(({ input }) =>
        duplicateRecord(desk.register, 'outwardAccount', input.id),
      ),
      create: os.outwardAccount.create.handler(({ input }) => createAccount(desk.register, input)),
      update: os.outwardAccount.update.handler(({ input }) => updateAccount(desk.register, input)),
      material: os.outwardAccount.material.handler(() => accountMaterial(desk.register)),
      write: os.outwardAccount.write.handler(async ({ input }) => {
        const { register, tokens } = desk
        const folder = tokens.peek(input.folder)
        const name = await writeAccount(register, { ...input, folder }, (job) => desk.shell.print(job))
        return { name, token: tokens.issue(join(folder, name)) }
      }),
      review: os.outwardAccount.review.handler(({ input }) => reviewAccount(desk.register, input)),
      approve: os.outwardAccount.approve.handler(({ input }) => approveAccount(desk.register, input)),
    },
  }
}

/** The operations of jurisdiction profiles over a desk. */
import { updateMany, withdrawMany } from '../batch.ts'
import type { Desk } from '../desk.ts'
import { os } from '../implementer.ts'
import { listRecords } from '../list.ts'
import { stagedProgressOf } from '../long-work.ts'
import { paste } from '../paste.ts'
import { recordDetail } from '../record-detail.ts'
import { withdrawRecord } from '../records.ts'
import { sectorGuidance } from './sector-guidance.ts'
import { createProfile, updateProfile } from './profiles.ts'

export function jurisdictionRoutes(desk: Desk) {
  return {
    jurisdictionProfile: {
      list: os.jurisdictionProfile.list.handler(({ input }) =>
        listRecords(desk.register, 'jurisdictionProfile', input),
      ),
      get: os.jurisdictionProfile.get.handler(({ input }) =>
        recordDetail(desk.register, 'jurisdictionProfile', input.id),
      ),
      withdraw: os.jurisdictionProfile.withdraw.handler(({ input }) =>
        withdrawRecord(desk.register, 'jurisdictionProfile', input),
      ),
      withdrawMany: os.jurisdictionProfile.withdrawMany.handler(({ input }) =>
        withdrawMany(desk.register, 'jurisdictionProfile', input),
      ),
      updateMany: os.jurisdictionProfile.updateMany.handler(({ input }) =>
        updateMany(desk.register, 'jurisdictionProfile', input),
      ),
      paste: os.jurisdictionProfile.paste.handler(({ input, signal }) =>
        stagedProgressOf('reading', signal, (work) => paste(desk.register, 'jurisdictionProfile', input, work)),
      ),
      create: os.jurisdictionProfile.create.handler(({ input }) => createProfile(desk.register, input)),
      guidance: os.jurisdictionProfile.guidance.handler(({ input }) => sectorGuidance(desk.register, input)),
      update: os.jurisdictionProfile.update.handler(({ input }) => updateProfile(desk.register, input)),
    },
  }
}

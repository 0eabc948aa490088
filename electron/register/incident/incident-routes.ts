/** The operations of incidents and of what authorities do, over a desk. */
import type { PasteInput } from '#shared/contract/batch.ts'
import { updateMany, withdrawMany } from '../batch.ts'
import type { Desk } from '../desk.ts'
import { duplicateRecord } from '../duplicate.ts'
import { os } from '../implementer.ts'
import { listRecords } from '../list.ts'
import { stagedProgressOf } from '../long-work.ts'
import type { PlainNoun } from '../new-records.ts'
import { paste } from '../paste.ts'
import { recordDetail } from '../record-detail.ts'
import { withdrawRecord } from '../records.ts'
import * as enforcements from './enforcements.ts'
import * as incidents from './incidents.ts'

export function incidentRoutes(desk: Desk) {
  const pasting = (noun: PlainNoun, input: PasteInput, signal: AbortSignal | undefined) =>
    stagedProgressOf('reading', signal, (work) => paste(desk.register, noun, input, work))
  return {
    incident: {
      list: os.incident.list.handler(({ input }) => listRecords(desk.register, 'incident', input)),
      get: os.incident.get.handler(({ input }) => recordDetail(desk.register, 'incident', input.id)),
      withdraw: os.incident.withdraw.handler(({ input }) => withdrawRecord(desk.register, 'incident', input)),
      withdrawMany: os.incident.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'incident', input)),
      updateMany: os.incident.updateMany.handler(({ input }) => updateMany(desk.register, 'incident', input)),
      paste: os.incident.paste.handler(({ input, signal }) => pasting('incident', input, signal)),
      duplicate: os.incident.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'incident', input.id)),
      create: os.incident.create.handler(({ input }) => incidents.createIncident(desk.register, input)),
      update: os.incident.update.handler(({ input }) => incidents.updateIncident(desk.register, input)),
      recordMoments: os.incident.recordMoments.handler(({ input }) => incidents.recordMoments(desk.register, input)),
      judge: os.incident.judge.handler(({ input }) => incidents.judgeIncident(desk.register, input)),
      recordReport: os.incident.recordReport.handler(({ input }) => incidents.recordReport(desk.register, input)),
      withdrawReport: os.incident.withdrawReport.handler(({ input }) => incidents.withdrawReport(desk.register, input)),
      contain: os.incident.contain.handler(({ input }) => incidents.containIncident(desk.register, input)),
      resolve: os.incident.resolve.handler(({ input }) => incidents.resolveIncident(desk.register, input)),
      close: os.incident.close.handler(({ input }) => incidents.closeIncident(desk.register, input)),
      reopen: os.incident.reopen.handler(({ input }) => incidents.reopenIncident(desk.register, input)),
      createAction: os.incident.createAction.handler(({ input }) =>
        incidents.createActionOfIncident(desk.register, input),
      ),
    },
    enforcement: {
      list: os.enforcement.list.handler(({ input }) => listRecords(desk.register, 'enforcement', input)),
      get: os.enforcement.get.handler(({ input }) => recordDetail(desk.register, 'enforcement', input.id)),
      withdraw: os.enforcement.withdraw.handler(({ input }) => withdrawRecord(desk.register, 'enforcement', input)),
      withdrawMany: os.enforcement.withdrawMany.handler(({ input }) =>
        withdrawMany(desk.register, 'enforcement', input),
      ),
      updateMany: os.enforcement.updateMany.handler(({ input }) => updateMany(desk.register, 'enforcement', input)),
      paste: os.enforcement.paste.handler(({ input, signal }) => pasting('enforcement', input, signal)),
      duplicate: os.enforcement.duplicate.handler(({ input }) =>
        duplicateRecord(desk.register, 'enforcement', input.id),
      ),
      create: os.enforcement.create.handler(({ input }) => enforcements.createEnforcement(desk.register, input)),
      update: os.enforcement.update.handler(({ input }) => enforcements.updateEnforcement(desk.register, input)),
      complete: os.enforcement.complete.handler(({ input }) => enforcements.completeEnforcement(desk.register, input)),
      reopen: os.enforcement.reopen.handler(({ input }) => enforcements.reopenEnforcement(desk.register, input)),
    },
  }
}

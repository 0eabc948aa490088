/** The operations of decisions and of the board calendar, over a desk. */
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
import { boardCalendar } from './board-calendar.ts'
import * as decisions from './decisions.ts'
import * as meetings from './meetings.ts'

export function decisionRoutes(desk: Desk) {
  const pasting = (noun: PlainNoun, input: PasteInput, signal: AbortSignal | undefined) =>
    stagedProgressOf('reading', signal, (work) => paste(desk.register, noun, input, work))
  const { decision, meeting } = os
  return {
    decision: {
      list: decision.list.handler(({ input }) => listRecords(desk.register, 'decision', input)),
      get: decision.get.handler(({ input }) => recordDetail(desk.register, 'decision', input.id)),
      withdraw: decision.withdraw.handler(({ input }) => withdrawRecord(desk.register, 'decision', input)),
      withdrawMany: decision.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'decision', input)),
      updateMany: decision.updateMany.handler(({ input }) => updateMany(desk.register, 'decision', input)),
      paste: decision.paste.handler(({ input, signal }) => pasting('decision', input, signal)),
      duplicate: decision.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'decision', input.id)),
      create: decision.create.handler(({ input }) => decisions.createDecision(desk.register, input)),
      update: decision.update.handler(({ input }) => decisions.updateDecision(desk.register, input)),
      place: decision.place.handler(({ input }) => decisions.placeDecision(desk.register, input)),
      moveDueDate: decision.moveDueDate.handler(({ input }) => decisions.moveDecisionDueDate(desk.register, input)),
      recordOutcome: decision.recordOutcome.handler(({ input }) => decisions.recordOutcome(desk.register, input)),
      withdrawOutcome: decision.withdrawOutcome.handler(({ input }) => decisions.withdrawOutcome(desk.register, input)),
      defer: decision.defer.handler(({ input }) => decisions.deferDecision(desk.register, input)),
      reportFollowThrough: decision.reportFollowThrough.handler(({ input }) =>
        decisions.reportFollowThrough(desk.register, input),
      ),
      createAction: decision.createAction.handler(({ input }) =>
        decisions.createActionOfDecision(desk.register, input),
      ),
      confirmNone: decision.confirmNone.handler(({ input }) => decisions.confirmNone(desk.register, input)),
      withdrawNone: decision.withdrawNone.handler(({ input }) => decisions.withdrawNone(desk.register, input)),
    },
    meeting: {
      list: meeting.list.handler(({ input }) => listRecords(desk.register, 'meeting', input)),
      get: meeting.get.handler(({ input }) => recordDetail(desk.register, 'meeting', input.id)),
      withdraw: meeting.withdraw.handler(({ input }) => withdrawRecord(desk.register, 'meeting', input)),
      withdrawMany: meeting.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'meeting', input)),
      updateMany: meeting.updateMany.handler(({ input }) => updateMany(desk.register, 'meeting', input)),
      paste: meeting.paste.handler(({ input, signal }) => pasting('meeting', input, signal)),
      duplicate: meeting.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'meeting', input.id)),
      create: meeting.create.handler(({ input }) => meetings.createMeeting(desk.register, input)),
      update: meeting.update.handler(({ input }) => meetings.updateMeeting(desk.register, input)),
      calendar: meeting.calendar.handler(({ input }) => boardCalendar(desk.register, input)),
      takeUpPack: meeting.takeUpPack.handler(({ input }) => meetings.takeUpPack(desk.register, input)),
      addPreparation: meeting.addPreparation.handler(({ input }) => meetings.addPreparation(desk.register, input)),
      changePreparation: meeting.changePreparation.handler(({ input }) =>
        meetings.changePreparation(desk.register, input),
      ),
      copyPreparations: meeting.copyPreparations.handler(({ input }) =>
        meetings.copyPreparations(desk.register, input),
      ),
      completePreparation: meeting.completePreparation.handler(({ input }) =>
        meetings.completePreparation(desk.register, input),
      ),
      withdrawPreparation: meeting.withdrawPreparation.handler(({ input }) =>
        meetings.withdrawPreparation(desk.register, input),
      ),
    },
  }
}

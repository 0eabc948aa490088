/** The operations of findings, observations, policies and training over a desk. */
import type { PasteInput } from '#shared/contract/batch.ts'
import { updateMany, withdrawMany } from './batch.ts'
import type { Desk } from './desk.ts'
import { duplicateRecord } from './duplicate.ts'
import * as findings from './findings.ts'
import { os } from './implementer.ts'
import { listRecords } from './list.ts'
import { stagedProgressOf } from './long-work.ts'
import type { PlainNoun } from './new-records.ts'
import * as observations from './observations.ts'
import { paste } from './paste.ts'
import * as policies from './policies.ts'
import { recordDetail } from './record-detail.ts'
import { withdrawRecord } from './records.ts'
import { readPeople, trainingPicture } from './training-picture.ts'
import * as trainings from './trainings.ts'

export function oversightRoutes(desk: Desk) {
  const pasting = (noun: PlainNoun, input: PasteInput, signal: AbortSignal | undefined) =>
    stagedProgressOf('reading', signal, (work) => paste(desk.register, noun, input, work))
  return {
    finding: {
      list: os.finding.list.handler(({ input }) => listRecords(desk.register, 'finding', input)),
      get: os.finding.get.handler(({ input }) => recordDetail(desk.register, 'finding', input.id)),
      withdraw: os.finding.withdraw.handler(({ input }) => withdrawRecord(desk.register, 'finding', input)),
      withdrawMany: os.finding.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'finding', input)),
      updateMany: os.finding.updateMany.handler(({ input }) => updateMany(desk.register, 'finding', input)),
      paste: os.finding.paste.handler(({ input, signal }) => pasting('finding', input, signal)),
      duplicate: os.finding.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'finding', input.id)),
      create: os.finding.create.handler(({ input }) => findings.createFinding(desk.register, input)),
      update: os.finding.update.handler(({ input }) => findings.updateFinding(desk.register, input)),
      respond: os.finding.respond.handler(({ input }) => findings.respondToFinding(desk.register, input)),
      moveDueDate: os.finding.moveDueDate.handler(({ input }) => findings.moveFindingDueDate(desk.register, input)),
      implement: os.finding.implement.handler(({ input }) => findings.implementFinding(desk.register, input)),
      verify: os.finding.verify.handler(({ input }) => findings.verifyFinding(desk.register, input)),
      reopen: os.finding.reopen.handler(({ input }) => findings.reopenFinding(desk.register, input)),
      createAction: os.finding.createAction.handler(({ input }) =>
        findings.createActionOfFinding(desk.register, input),
      ),
    },
    observation: {
      list: os.observation.list.handler(({ input }) => listRecords(desk.register, 'observation', input)),
      get: os.observation.get.handler(({ input }) => recordDetail(desk.register, 'observation', input.id)),
      withdraw: os.observation.withdraw.handler(({ input }) => withdrawRecord(desk.register, 'observation', input)),
      withdrawMany: os.observation.withdrawMany.handler(({ input }) =>
        withdrawMany(desk.register, 'observation', input),
      ),
      updateMany: os.observation.updateMany.handler(({ input }) => updateMany(desk.register, 'observation', input)),
      paste: os.observation.paste.handler(({ input, signal }) => pasting('observation', input, signal)),
      duplicate: os.observation.duplicate.handler(({ input }) =>
        duplicateRecord(desk.register, 'observation', input.id),
      ),
      create: os.observation.create.handler(({ input }) => observations.createObservation(desk.register, input)),
      update: os.observation.update.handler(({ input }) => observations.updateObservation(desk.register, input)),
      judge: os.observation.judge.handler(({ input }) => observations.judgeObservation(desk.register, input)),
      waive: os.observation.waive.handler(({ input }) => observations.waiveReassessment(desk.register, input)),
    },
    policy: {
      list: os.policy.list.handler(({ input }) => listRecords(desk.register, 'policy', input)),
      get: os.policy.get.handler(({ input }) => recordDetail(desk.register, 'policy', input.id)),
      withdraw: os.policy.withdraw.handler(({ input }) => withdrawRecord(desk.register, 'policy', input)),
      withdrawMany: os.policy.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'policy', input)),
      updateMany: os.policy.updateMany.handler(({ input }) => updateMany(desk.register, 'policy', input)),
      paste: os.policy.paste.handler(({ input, signal }) => pasting('policy', input, signal)),
      duplicate: os.policy.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'policy', input.id)),
      create: os.policy.create.handler(({ input }) => policies.createPolicy(desk.register, input)),
      update: os.policy.update.handler(({ input }) => policies.updatePolicy(desk.register, input)),
      approve: os.policy.approve.handler(({ input }) => policies.approvePolicy(desk.register, input)),
    },
    training: {
      list: os.training.list.handler(({ input }) => listRecords(desk.register, 'training', input)),
      get: os.training.get.handler(({ input }) => recordDetail(desk.register, 'training', input.id)),
      withdraw: os.training.withdraw.handler(({ input }) => withdrawRecord(desk.register, 'training', input)),
      withdrawMany: os.training.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'training', input)),
      updateMany: os.training.updateMany.handler(({ input }) => updateMany(desk.register, 'training', input)),
      paste: os.training.paste.handler(({ input, signal }) => pasting('training', input, signal)),
      duplicate: os.training.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'training', input.id)),
      create: os.training.create.handler(({ input }) => trainings.createTraining(desk.register, input)),
      update: os.training.update.handler(({ input }) => trainings.updateTraining(desk.register, input)),
      picture: os.training.picture.handler(({ input }) => trainingPicture(desk.register, input)),
      readPeople: os.training.readPeople.handler(({ input }) => readPeople(desk.register, input.text)),
      recordCompletions: os.training.recordCompletions.handler(({ input }) => ({
        recorded: trainings.recordCompletions(desk.register, input).length,
      })),
      withdrawCompletion: os.training.withdrawCompletion.handler(({ input }) =>
        trainings.withdrawCompletion(desk.register, input),
      ),
    },
  }
}

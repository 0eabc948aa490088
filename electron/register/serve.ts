/** The contract served: each operation answered by the use case of its noun, refusals turned into the one typed error. */
import { join } from 'node:path'
import { RPCHandler } from '@orpc/server/message-port'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { Shell } from '#electron/shell.ts'
import type { Language } from '#shared/domain/text.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import type { ListWindow } from '#shared/contract/list.ts'
import type { PasteInput } from '#shared/contract/batch.ts'
import * as accountability from './accountability.ts'
import * as actions from './actions.ts'
import { assignMany, moveLifecycleMany, updateMany, withdrawMany } from './batch.ts'
import * as comments from './comments.ts'
import * as controls from './controls.ts'
import * as evidence from './evidence.ts'
import { Desk } from './desk.ts'
import { applicationRoutes } from './application-routes.ts'
import * as directions from './directions.ts'
import { draftRoutes } from './draft-routes.ts'
import { accountabilityPicture } from './accountability-picture.ts'
import { accountableForSystem } from './accountable-for-system.ts'
import { finishingRoutes } from './finishing/finishing-routes.ts'
import { attestationRoutes } from './attestation/attestation-routes.ts'
import { handoverRoutes } from './handover-routes.ts'
import { readHistory } from './history.ts'
import { decisionRoutes } from './decision/decision-routes.ts'
import { incidentRoutes } from './incident/incident-routes.ts'
import { listRecords } from './list.ts'
import { listRoutes, viewRoutes } from './list-routes.ts'
import { lookUp } from './look-up.ts'
import { recordDetail } from './record-detail.ts'
import { duplicateRecord } from './duplicate.ts'
import { stagedProgressOf } from './long-work.ts'
import type { PlainNoun } from './new-records.ts'
import { mirrorOn } from './mirror.ts'
import * as organisation from './organisation.ts'
import { figureBook } from './figure-book.ts'
import { overviewOf } from './overview.ts'
import { fileRoutes } from './file-routes.ts'
import { os } from './implementer.ts'
import * as intakes from './intakes.ts'
import { importRoutes } from './import-routes.ts'
import { horizonRoutes } from './horizon-routes.ts'
import { oversightRoutes } from './oversight-routes.ts'
import { paste } from './paste.ts'
import { directorRoutes } from './director/director-routes.ts'
import { exportRoute, exportUnheldRoute, packRoutes } from './pack-routes.ts'
import { printingRoutes } from './printing-routes.ts'
import { qualityRoutes } from './quality-routes.ts'
import { requirementRoutes } from './requirement-routes.ts'
import { withdrawRecord, type Withdrawal } from './records.ts'
import * as risks from './risks.ts'
import { settingsOf } from './settings.ts'
import { similarRecords } from './similar.ts'
import type { Surroundings } from './store/register-file.ts'
import * as systems from './systems.ts'
import { ownerQuestionRoutes } from './owner-questions/owner-question-routes.ts'
import { questionnaireRoutes } from './third-party/questionnaire-routes.ts'
import { thirdPartyFigureRoutes } from './third-party/figure-routes.ts'
import { jurisdictionRoutes } from './jurisdiction/jurisdiction-routes.ts'
import { libraryRoutes } from './library/library-routes.ts'
import { backupRoutes } from './backups/backup-routes.ts'
import { retentionRoutes } from './retention/retention-routes.ts'
import { mergeRoutes } from './merge/merge-routes.ts'
import { readinessRoutes } from './readiness/readiness-routes.ts'
import { privacyFigureRoutes } from './privacy/figure-routes.ts'
import { privacyRoutes } from './privacy/privacy-routes.ts'
import { thirdPartyRoutes } from './third-party/third-party-routes.ts'
import { redoLast, undoLast, undoState } from './undo.ts'
import { gated } from './wire-gate.ts'
import { workQueueRoutes } from './work-queue-routes.ts'

export interface ServeOptions {
  readonly shell: Shell
  readonly language: Language
  /** The system's, where the person has chosen another one. */
  readonly systemLanguage?: Language
  /** Where sample registers are built: a folder of the person's own. */
  readonly sampleFolder: string
  readonly surroundings?: Surroundings
}

export interface RegisterServer {
  readonly desk: Desk
  /** Serves the contract on one more port (a reload of the page brings a fresh one). */
  upgrade(port: SupportedMessagePort): void
  close(): void
}

export function serveRegister(options: ServeOptions): RegisterServer {
  const desk = new Desk(options)
  const handler = new RPCHandler(routerOf(desk))
  return {
    desk,
    upgrade(port) {
      handler.upgrade(gated(port))
    },
    close() {
      desk.end()
    },
  }
}

/** The router over a desk. Exported for tests, which call it without a port. */
export function routerOf(desk: Desk) {
  const list = <N extends CodedNoun>(noun: N, input: ListWindow) => listRecords(desk.register, noun, input)
  const get = <N extends CodedNoun>(noun: N, input: { readonly id: string }) =>
    recordDetail(desk.register, noun, input.id)
  const withdraw = <N extends CodedNoun>(noun: N, input: Withdrawal) => withdrawRecord(desk.register, noun, input)
  const pasting = (noun: PlainNoun, input: PasteInput, signal: AbortSignal | undefined) =>
    stagedProgressOf('reading', signal, (work) => paste(desk.register, noun, input, work))

  return os.router({
    application: applicationRoutes(desk),
    file: fileRoutes(desk),
    display: {
      get: os.display.get.handler(() => desk.display.shown()),
      set: os.display.set.handler(({ input }) => desk.display.change(input)),
    },
    drafts: draftRoutes(desk),
    organisation: {
      settings: os.organisation.settings.handler(() => settingsOf(desk.register)),
      update: os.organisation.update.handler(({ input }) => organisation.updateOrganisation(desk.register, input)),
      setScale: os.organisation.setScale.handler(({ input }) => organisation.setScale(desk.register, input)),
      setAppetite: os.organisation.setAppetite.handler(({ input }) => organisation.setAppetite(desk.register, input)),
      setThreshold: os.organisation.setThreshold.handler(({ input }) =>
        organisation.setThreshold(desk.register, input),
      ),
    },
    accountability: {
      picture: os.accountability.picture.handler(({ input }) => accountabilityPicture(desk.register, input.day)),
      ofSystem: os.accountability.ofSystem.handler(({ input }) => accountableForSystem(desk.register, input)),
      startTerm: os.accountability.startTerm.handler(({ input }) => accountability.startTerm(desk.register, input)),
      endTerm: os.accountability.endTerm.handler(({ input }) => accountability.endTerm(desk.register, input)),
      assign: os.accountability.assign.handler(({ input }) => accountability.assign(desk.register, input)),
      assignMany: os.accountability.assignMany.handler(({ input }) => assignMany(desk.register, input)),
      endAssignment: os.accountability.endAssignment.handler(({ input }) =>
        accountability.endAssignment(desk.register, input),
      ),
      attestSystem: os.accountability.attestSystem.handler(({ input }) =>
        accountability.attestSystem(desk.register, input),
      ),
    },
    unit: {
      list: os.unit.list.handler(({ input }) => list('unit', input)),
      get: os.unit.get.handler(({ input }) => get('unit', input)),
      withdraw: os.unit.withdraw.handler(({ input }) => withdraw('unit', input)),
      updateMany: os.unit.updateMany.handler(({ input }) => updateMany(desk.register, 'unit', input)),
      withdrawMany: os.unit.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'unit', input)),
      paste: os.unit.paste.handler(({ input, signal }) => pasting('unit', input, signal)),
      duplicate: os.unit.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'unit', input.id)),
      create: os.unit.create.handler(({ input }) => accountability.createUnit(desk.register, input)),
      update: os.unit.update.handler(({ input }) => accountability.updateUnit(desk.register, input)),
    },
    person: {
      list: os.person.list.handler(({ input }) => list('person', input)),
      get: os.person.get.handler(({ input }) => get('person', input)),
      withdraw: os.person.withdraw.handler(({ input }) => withdraw('person', input)),
      updateMany: os.person.updateMany.handler(({ input }) => updateMany(desk.register, 'person', input)),
      withdrawMany: os.person.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'person', input)),
      paste: os.person.paste.handler(({ input, signal }) => pasting('person', input, signal)),
      duplicate: os.person.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'person', input.id)),
      create: os.person.create.handler(({ input }) => accountability.createPerson(desk.register, input)),
      update: os.person.update.handler(({ input }) => accountability.updatePerson(desk.register, input)),
    },
    post: {
      list: os.post.list.handler(({ input }) => list('post', input)),
      get: os.post.get.handler(({ input }) => get('post', input)),
      withdraw: os.post.withdraw.handler(({ input }) => withdraw('post', input)),
      updateMany: os.post.updateMany.handler(({ input }) => updateMany(desk.register, 'post', input)),
      withdrawMany: os.post.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'post', input)),
      paste: os.post.paste.handler(({ input, signal }) => pasting('post', input, signal)),
      duplicate: os.post.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'post', input.id)),
      create: os.post.create.handler(({ input }) => accountability.createPost(desk.register, input)),
      update: os.post.update.handler(({ input }) => accountability.updatePost(desk.register, input)),
    },
    system: {
      list: os.system.list.handler(({ input }) => list('system', input)),
      get: os.system.get.handler(({ input }) => get('system', input)),
      withdraw: os.system.withdraw.handler(({ input }) => withdraw('system', input)),
      updateMany: os.system.updateMany.handler(({ input }) => updateMany(desk.register, 'system', input)),
      withdrawMany: os.system.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'system', input)),
      paste: os.system.paste.handler(({ input, signal }) => pasting('system', input, signal)),
      duplicate: os.system.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'system', input.id)),
      create: os.system.create.handler(({ input }) => systems.createSystem(desk.register, input)),
      update: os.system.update.handler(({ input }) => systems.updateSystem(desk.register, input)),
      moveLifecycle: os.system.moveLifecycle.handler(({ input }) => systems.moveLifecycle(desk.register, input)),
      moveLifecycleMany: os.system.moveLifecycleMany.handler(({ input }) => moveLifecycleMany(desk.register, input)),
    },
    risk: {
      list: os.risk.list.handler(({ input }) => list('risk', input)),
      get: os.risk.get.handler(({ input }) => get('risk', input)),
      withdraw: os.risk.withdraw.handler(({ input }) => withdraw('risk', input)),
      updateMany: os.risk.updateMany.handler(({ input }) => updateMany(desk.register, 'risk', input)),
      withdrawMany: os.risk.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'risk', input)),
      paste: os.risk.paste.handler(({ input, signal }) => pasting('risk', input, signal)),
      duplicate: os.risk.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'risk', input.id)),
      create: os.risk.create.handler(({ input }) => risks.createRisk(desk.register, input)),
      update: os.risk.update.handler(({ input }) => risks.updateRisk(desk.register, input)),
      assess: os.risk.assess.handler(({ input }) => risks.assessRisk(desk.register, input)),
      close: os.risk.close.handler(({ input }) => risks.closeRisk(desk.register, input)),
      reopen: os.risk.reopen.handler(({ input }) => risks.reopenRisk(desk.register, input)),
    },
    acceptance: {
      list: os.acceptance.list.handler(({ input }) => list('acceptance', input)),
      get: os.acceptance.get.handler(({ input }) => get('acceptance', input)),
      accept: os.acceptance.accept.handler(({ input }) => risks.acceptRisk(desk.register, input)),
      end: os.acceptance.end.handler(({ input }) => risks.endAcceptance(desk.register, input)),
    },
    control: {
      list: os.control.list.handler(({ input }) => list('control', input)),
      get: os.control.get.handler(({ input }) => get('control', input)),
      withdraw: os.control.withdraw.handler(({ input }) => withdraw('control', input)),
      updateMany: os.control.updateMany.handler(({ input }) => updateMany(desk.register, 'control', input)),
      withdrawMany: os.control.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'control', input)),
      paste: os.control.paste.handler(({ input, signal }) => pasting('control', input, signal)),
      duplicate: os.control.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'control', input.id)),
      create: os.control.create.handler(({ input }) => controls.createControl(desk.register, input)),
      update: os.control.update.handler(({ input }) => controls.updateControl(desk.register, input)),
      test: os.control.test.handler(({ input }) => controls.recordControlTest(desk.register, input)),
      declareNotApplicable: os.control.declareNotApplicable.handler(({ input }) =>
        controls.declareNotApplicable(desk.register, input),
      ),
      declareApplicable: os.control.declareApplicable.handler(({ input }) =>
        controls.declareApplicable(desk.register, input),
      ),
    },
    evidence: {
      list: os.evidence.list.handler(({ input }) => list('evidence', input)),
      get: os.evidence.get.handler(({ input }) => get('evidence', input)),
      withdraw: os.evidence.withdraw.handler(({ input }) => withdraw('evidence', input)),
      updateMany: os.evidence.updateMany.handler(({ input }) => updateMany(desk.register, 'evidence', input)),
      withdrawMany: os.evidence.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'evidence', input)),
      paste: os.evidence.paste.handler(({ input, signal }) => pasting('evidence', input, signal)),
      duplicate: os.evidence.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'evidence', input.id)),
      create: os.evidence.create.handler(({ input }) => controls.addEvidence(desk.register, input)),
      update: os.evidence.update.handler(({ input }) => controls.updateEvidence(desk.register, input)),
      attachFile: os.evidence.attachFile.handler(({ input: { token, ...input } }) =>
        evidence.attachFile(desk.register, { ...input, path: desk.tokens.redeem(token) }),
      ),
      removeFile: os.evidence.removeFile.handler(({ input }) => evidence.removeFile(desk.register, input)),
      saveFile: os.evidence.saveFile.handler(({ input }) => {
        const folder = desk.tokens.redeem(input.folder)
        const saved = evidence.saveFile(desk.register, input.id, folder)
        return { ...saved, token: desk.tokens.issue(join(folder, saved.name)) }
      }),
      accept: os.evidence.accept.handler(({ input }) => evidence.acceptEvidence(desk.register, input)),
      withdrawAcceptance: os.evidence.withdrawAcceptance.handler(({ input }) =>
        evidence.withdrawAcceptance(desk.register, input),
      ),
    },
    action: {
      list: os.action.list.handler(({ input }) => list('action', input)),
      get: os.action.get.handler(({ input }) => get('action', input)),
      withdraw: os.action.withdraw.handler(({ input }) => withdraw('action', input)),
      updateMany: os.action.updateMany.handler(({ input }) => updateMany(desk.register, 'action', input)),
      withdrawMany: os.action.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'action', input)),
      paste: os.action.paste.handler(({ input, signal }) => pasting('action', input, signal)),
      duplicate: os.action.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'action', input.id)),
      create: os.action.create.handler(({ input }) => actions.createAction(desk.register, input)),
      update: os.action.update.handler(({ input }) => actions.updateAction(desk.register, input)),
      moveDueDate: os.action.moveDueDate.handler(({ input }) => actions.moveDueDate(desk.register, input)),
      complete: os.action.complete.handler(({ input }) => actions.completeAction(desk.register, input)),
      verify: os.action.verify.handler(({ input }) => actions.verifyAction(desk.register, input)),
      reopen: os.action.reopen.handler(({ input }) => actions.reopenAction(desk.register, input)),
    },
    intake: {
      list: os.intake.list.handler(({ input }) => list('intake', input)),
      get: os.intake.get.handler(({ input }) => get('intake', input)),
      withdraw: os.intake.withdraw.handler(({ input }) => withdraw('intake', input)),
      withdrawMany: os.intake.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'intake', input)),
      updateMany: os.intake.updateMany.handler(({ input }) => updateMany(desk.register, 'intake', input)),
      paste: os.intake.paste.handler(({ input, signal }) => pasting('intake', input, signal)),
      duplicate: os.intake.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'intake', input.id)),
      create: os.intake.create.handler(({ input }) => intakes.createIntake(desk.register, input)),
      update: os.intake.update.handler(({ input }) => intakes.updateIntake(desk.register, input)),
      approve: os.intake.approve.handler(({ input }) => intakes.approveIntake(desk.register, input)),
      sendBack: os.intake.sendBack.handler(({ input }) => intakes.sendIntakeBack(desk.register, input)),
      resubmit: os.intake.resubmit.handler(({ input }) => intakes.resubmitIntake(desk.register, input)),
      reject: os.intake.reject.handler(({ input }) => intakes.rejectIntake(desk.register, input)),
    },
    direction: {
      list: os.direction.list.handler(({ input }) => list('direction', input)),
      get: os.direction.get.handler(({ input }) => get('direction', input)),
      withdraw: os.direction.withdraw.handler(({ input }) => withdraw('direction', input)),
      withdrawMany: os.direction.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'direction', input)),
      updateMany: os.direction.updateMany.handler(({ input }) => updateMany(desk.register, 'direction', input)),
      paste: os.direction.paste.handler(({ input, signal }) => pasting('direction', input, signal)),
      duplicate: os.direction.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'direction', input.id)),
      create: os.direction.create.handler(({ input }) => directions.createDirection(desk.register, input)),
      update: os.direction.update.handler(({ input }) => directions.updateDirection(desk.register, input)),
    },
    mirror: { get: os.mirror.get.handler(({ input }) => mirrorOn(desk.register, input.day)) },
    ...oversightRoutes(desk),
    ...horizonRoutes(desk),
    ...thirdPartyRoutes(desk),
    questionnaire: questionnaireRoutes(desk),
    ownerQuestions: ownerQuestionRoutes(desk),
    thirdParty: thirdPartyFigureRoutes(desk),
    privacy: privacyFigureRoutes(desk),
    ...incidentRoutes(desk),
    ...decisionRoutes(desk),
    ...privacyRoutes(desk),
    ...jurisdictionRoutes(desk),
    ...readinessRoutes(desk),
    ...libraryRoutes(desk),
    merging: mergeRoutes(desk),
    backup: backupRoutes(desk),
    retention: retentionRoutes(desk),
    undo: {
      state: os.undo.state.handler(() => undoState(desk.register)),
      undo: os.undo.undo.handler(({ input }) => undoLast(desk.register, input.transaction)),
      redo: os.undo.redo.handler(({ input }) => redoLast(desk.register, input.transaction)),
    },
    comment: {
      list: os.comment.list.handler(({ input }) => comments.commentsOn(desk.register, input.id)),
      add: os.comment.add.handler(({ input }) => comments.addComment(desk.register, input)),
      edit: os.comment.edit.handler(({ input }) => comments.editComment(desk.register, input)),
      withdraw: os.comment.withdraw.handler(({ input }) => comments.withdrawComment(desk.register, input)),
    },
    history: { list: os.history.list.handler(({ input }) => readHistory(desk.register, input)) },
    importing: importRoutes(desk),
    lists: listRoutes(desk),
    lookUp: os.lookUp.handler(({ input }) => lookUp(desk.register.read, input)),
    similar: os.similar.handler(({ input }) => similarRecords(desk.register.read, input)),
    overview: {
      get: os.overview.get.handler(({ input }) => overviewOf(desk.register, input.asOf)),
      figures: os.overview.figures.handler(() => figureBook(desk.register)),
    },
    workQueue: workQueueRoutes(desk),
    handover: handoverRoutes(desk),
    ...attestationRoutes(desk),
    finishing: finishingRoutes(desk),
    quality: qualityRoutes(desk),
    requirement: requirementRoutes(desk),
    pack: packRoutes(desk),
    director: directorRoutes(desk),
    printing: printingRoutes(desk),
    exportRegister: exportRoute(desk),
    exportUnheld: exportUnheldRoute(desk),
    views: viewRoutes(desk),
  })
}

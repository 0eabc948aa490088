/** The operations of uses of personal data, consents, impact assessments and de-identifications over a desk. */
import type { PasteInput } from '#shared/contract/batch.ts'
import { systemPrivacyOn } from '#shared/domain/privacy/system-privacy.ts'
import { updateMany, withdrawMany } from '../batch.ts'
import { derivedToday } from '../derived.ts'
import type { Desk } from '../desk.ts'
import { duplicateRecord } from '../duplicate.ts'
import { os } from '../implementer.ts'
import { listRecords } from '../list.ts'
import { stagedProgressOf } from '../long-work.ts'
import type { PlainNoun } from '../new-records.ts'
import { paste } from '../paste.ts'
import { recordDetail } from '../record-detail.ts'
import { withdrawRecord } from '../records.ts'
import { createConsent, updateConsent } from './consents.ts'
import { answerCheck, basesToday, createDataUse, setBasis, updateDataUse } from './data-uses.ts'
import { createDeidentification, updateDeidentification } from './deidentifications.ts'
import { approveDpia, createDpia, recordStep, redoDpia, screenDpia, updateDpia } from './dpias.ts'

export function privacyRoutes(desk: Desk) {
  const pasting = (noun: PlainNoun, input: PasteInput, signal: AbortSignal | undefined) =>
    stagedProgressOf('reading', signal, (work) => paste(desk.register, noun, input, work))
  return {
    dataUse: {
      list: os.dataUse.list.handler(({ input }) => listRecords(desk.register, 'dataUse', input)),
      get: os.dataUse.get.handler(({ input }) => recordDetail(desk.register, 'dataUse', input.id)),
      withdraw: os.dataUse.withdraw.handler(({ input }) => withdrawRecord(desk.register, 'dataUse', input)),
      withdrawMany: os.dataUse.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'dataUse', input)),
      updateMany: os.dataUse.updateMany.handler(({ input }) => updateMany(desk.register, 'dataUse', input)),
      paste: os.dataUse.paste.handler(({ input, signal }) => pasting('dataUse', input, signal)),
      duplicate: os.dataUse.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'dataUse', input.id)),
      create: os.dataUse.create.handler(({ input }) => createDataUse(desk.register, input)),
      update: os.dataUse.update.handler(({ input }) => updateDataUse(desk.register, input)),
      ofSystem: os.dataUse.ofSystem.handler(({ input }) =>
        systemPrivacyOn(derivedToday(desk.register).on, input.systemId),
      ),
      bases: os.dataUse.bases.handler(() => basesToday(desk.register)),
      setBasis: os.dataUse.setBasis.handler(({ input }) => setBasis(desk.register, input)),
      answer: os.dataUse.answer.handler(({ input }) => answerCheck(desk.register, input)),
    },
    consent: {
      list: os.consent.list.handler(({ input }) => listRecords(desk.register, 'consent', input)),
      get: os.consent.get.handler(({ input }) => recordDetail(desk.register, 'consent', input.id)),
      withdraw: os.consent.withdraw.handler(({ input }) => withdrawRecord(desk.register, 'consent', input)),
      withdrawMany: os.consent.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'consent', input)),
      updateMany: os.consent.updateMany.handler(({ input }) => updateMany(desk.register, 'consent', input)),
      paste: os.consent.paste.handler(({ input, signal }) => pasting('consent', input, signal)),
      duplicate: os.consent.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'consent', input.id)),
      create: os.consent.create.handler(({ input }) => createConsent(desk.register, input)),
      update: os.consent.update.handler(({ input }) => updateConsent(desk.register, input)),
    },
    dpia: {
      list: os.dpia.list.handler(({ input }) => listRecords(desk.register, 'dpia', input)),
      get: os.dpia.get.handler(({ input }) => recordDetail(desk.register, 'dpia', input.id)),
      withdraw: os.dpia.withdraw.handler(({ input }) => withdrawRecord(desk.register, 'dpia', input)),
      withdrawMany: os.dpia.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'dpia', input)),
      updateMany: os.dpia.updateMany.handler(({ input }) => updateMany(desk.register, 'dpia', input)),
      paste: os.dpia.paste.handler(({ input, signal }) => pasting('dpia', input, signal)),
      duplicate: os.dpia.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'dpia', input.id)),
      create: os.dpia.create.handler(({ input }) => createDpia(desk.register, input)),
      update: os.dpia.update.handler(({ input }) => updateDpia(desk.register, input)),
      screen: os.dpia.screen.handler(({ input }) => screenDpia(desk.register, input)),
      recordStep: os.dpia.recordStep.handler(({ input }) => recordStep(desk.register, input)),
      approve: os.dpia.approve.handler(({ input }) => approveDpia(desk.register, input)),
      redo: os.dpia.redo.handler(({ input }) => redoDpia(desk.register, input)),
    },
    deidentification: {
      list: os.deidentification.list.handler(({ input }) => listRecords(desk.register, 'deidentification', input)),
      get: os.deidentification.get.handler(({ input }) => recordDetail(desk.register, 'deidentification', input.id)),
      withdraw: os.deidentification.withdraw.handler(({ input }) =>
        withdrawRecord(desk.register, 'deidentification', input),
      ),
      withdrawMany: os.deidentification.withdrawMany.handler(({ input }) =>
        withdrawMany(desk.register, 'deidentification', input),
      ),
      updateMany: os.deidentification.updateMany.handler(({ input }) =>
        updateMany(desk.register, 'deidentification', input),
      ),
      paste: os.deidentification.paste.handler(({ input, signal }) => pasting('deidentification', input, signal)),
      duplicate: os.deidentification.duplicate.handler(({ input }) =>
        duplicateRecord(desk.register, 'deidentification', input.id),
      ),
      create: os.deidentification.create.handler(({ input }) => createDeidentification(desk.register, input)),
      update: os.deidentification.update.handler(({ input }) => updateDeidentification(desk.register, input)),
    },
  }
}

/** The operations of vendors, AI contracts, their readings and the company's own points over a desk. */
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
import { updateRecord, withdrawRecord } from '../records.ts'
import { checkPointsInForce, createCheckPoint, updateCheckPoint } from './check-points.ts'
import { createContract, updateContract } from './contracts.ts'
import { createActionOfGap, createRiskOfGap } from './reading-gaps.ts'
import { readingPicture, readingsOfContract } from './reading-picture.ts'
import * as readings from './readings.ts'
import { adoptVendorTexts, vendorTexts } from './vendor-texts.ts'
import { addSupply, changeSupply, createVendor, reviewVendor, updateVendor, withdrawSupply } from './vendors.ts'

export function thirdPartyRoutes(desk: Desk) {
  const pasting = (noun: PlainNoun, input: PasteInput, signal: AbortSignal | undefined) =>
    stagedProgressOf('reading', signal, (work) => paste(desk.register, noun, input, work))
  return {
    vendor: {
      list: os.vendor.list.handler(({ input }) => listRecords(desk.register, 'vendor', input)),
      get: os.vendor.get.handler(({ input }) => recordDetail(desk.register, 'vendor', input.id)),
      withdraw: os.vendor.withdraw.handler(({ input }) => withdrawRecord(desk.register, 'vendor', input)),
      withdrawMany: os.vendor.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'vendor', input)),
      updateMany: os.vendor.updateMany.handler(({ input }) => updateMany(desk.register, 'vendor', input)),
      paste: os.vendor.paste.handler(({ input, signal }) => pasting('vendor', input, signal)),
      duplicate: os.vendor.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'vendor', input.id)),
      create: os.vendor.create.handler(({ input }) => createVendor(desk.register, input)),
      update: os.vendor.update.handler(({ input }) => updateVendor(desk.register, input)),
      addSupply: os.vendor.addSupply.handler(({ input }) => addSupply(desk.register, input)),
      changeSupply: os.vendor.changeSupply.handler(({ input }) => changeSupply(desk.register, input)),
      withdrawSupply: os.vendor.withdrawSupply.handler(({ input }) => withdrawSupply(desk.register, input)),
      review: os.vendor.review.handler(({ input }) => reviewVendor(desk.register, input)),
      texts: os.vendor.texts.handler(() => vendorTexts(desk.register)),
      adoptTexts: os.vendor.adoptTexts.handler(({ input }) => adoptVendorTexts(desk.register, input)),
    },
    contract: {
      list: os.contract.list.handler(({ input }) => listRecords(desk.register, 'contract', input)),
      get: os.contract.get.handler(({ input }) => recordDetail(desk.register, 'contract', input.id)),
      withdraw: os.contract.withdraw.handler(({ input }) => withdrawRecord(desk.register, 'contract', input)),
      withdrawMany: os.contract.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'contract', input)),
      updateMany: os.contract.updateMany.handler(({ input }) => updateMany(desk.register, 'contract', input)),
      paste: os.contract.paste.handler(({ input, signal }) => pasting('contract', input, signal)),
      duplicate: os.contract.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'contract', input.id)),
      create: os.contract.create.handler(({ input }) => createContract(desk.register, input)),
      update: os.contract.update.handler(({ input }) => updateContract(desk.register, input)),
    },
    contractReading: {
      list: os.contractReading.list.handler(({ input }) => listRecords(desk.register, 'contractReading', input)),
      get: os.contractReading.get.handler(({ input }) => recordDetail(desk.register, 'contractReading', input.id)),
      update: os.contractReading.update.handler(({ input }) => updateRecord(desk.register, 'contractReading', input)),
      withdraw: os.contractReading.withdraw.handler(({ input }) =>
        withdrawRecord(desk.register, 'contractReading', input),
      ),
      ofContract: os.contractReading.ofContract.handler(({ input }) => readingsOfContract(desk.register, input.id)),
      picture: os.contractReading.picture.handler(({ input }) => readingPicture(desk.register, input.id)),
      start: os.contractReading.start.handler(({ input }) => readings.startReading(desk.register, input)),
      setFinding: os.contractReading.setFinding.handler(({ input }) => readings.setFinding(desk.register, input)),
      editAnswer: os.contractReading.editAnswer.handler(({ input }) => readings.editAnswer(desk.register, input)),
      confirmCarriedOver: os.contractReading.confirmCarriedOver.handler(({ input }) =>
        readings.confirmCarriedOver(desk.register, input),
      ),
      complete: os.contractReading.complete.handler(({ input }) => readings.completeReading(desk.register, input)),
      reopen: os.contractReading.reopen.handler(({ input }) => readings.reopenReading(desk.register, input)),
      createAction: os.contractReading.createAction.handler(({ input }) => createActionOfGap(desk.register, input)),
      createRisk: os.contractReading.createRisk.handler(({ input }) => createRiskOfGap(desk.register, input)),
    },
    checkPoint: {
      list: os.checkPoint.list.handler(({ input }) => listRecords(desk.register, 'checkPoint', input)),
      get: os.checkPoint.get.handler(({ input }) => recordDetail(desk.register, 'checkPoint', input.id)),
      withdraw: os.checkPoint.withdraw.handler(({ input }) => withdrawRecord(desk.register, 'checkPoint', input)),
      withdrawMany: os.checkPoint.withdrawMany.handler(({ input }) => withdrawMany(desk.register, 'checkPoint', input)),
      updateMany: os.checkPoint.updateMany.handler(({ input }) => updateMany(desk.register, 'checkPoint', input)),
      paste: os.checkPoint.paste.handler(({ input, signal }) => pasting('checkPoint', input, signal)),
      duplicate: os.checkPoint.duplicate.handler(({ input }) => duplicateRecord(desk.register, 'checkPoint', input.id)),
      create: os.checkPoint.create.handler(({ input }) => createCheckPoint(desk.register, input)),
      update: os.checkPoint.update.handler(({ input }) => updateCheckPoint(desk.register, input)),
      inForce: os.checkPoint.inForce.handler(({ input }) => checkPointsInForce(desk.register, input.day)),
    },
  }
}

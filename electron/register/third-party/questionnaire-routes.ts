/** The operations of due diligence: what a vendor answered, and the questionnaire out and back. */
import { basename } from 'node:path'
import type { Desk } from '../desk.ts'
import { os } from '../implementer.ts'
import { dueDiligence } from './due-diligence.ts'
import { lookIntoQuestionnaire, takeQuestionnaire, writeQuestionnaire } from './questionnaires.ts'
import { saveVendorAnswer } from './vendor-answers.ts'

export function questionnaireRoutes(desk: Desk) {
  return {
    dueDiligence: os.questionnaire.dueDiligence.handler(({ input }) => dueDiligence(desk.register, input.id)),
    saveAnswer: os.questionnaire.saveAnswer.handler(({ input }) => saveVendorAnswer(desk.register, input)),
    write: os.questionnaire.write.handler(async ({ input: { folder, ...input } }) => {
      const { register, tokens } = desk
      const { file, ...written } = await writeQuestionnaire(register, input, tokens.peek(folder))
      return { ...written, token: tokens.issue(file) }
    }),
    lookInto: os.questionnaire.lookInto.handler(({ input }) => {
      const path = desk.tokens.peek(input.token)
      return lookIntoQuestionnaire(desk.register, input.vendorId, path, basename(path))
    }),
    take: os.questionnaire.take.handler(({ input }) => {
      const path = desk.tokens.peek(input.token)
      return takeQuestionnaire(desk.register, input, path, basename(path))
    }),
  }
}

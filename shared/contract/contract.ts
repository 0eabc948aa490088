/** The whole contract between the window and the register process. */
import { accountability, person, post, unit } from './accountability.ts'
import { action } from './action.ts'
import { application } from './application.ts'
import { comment } from './comment.ts'
import { control, evidence } from './control.ts'
import { decision, meeting } from './decision.ts'
import { direction, mirror } from './direction.ts'
import { display } from './display.ts'
import { drafts } from './draft.ts'
import { file } from './file.ts'
import { finishing } from './finishing.ts'
import { attestationCampaign, attestationSheet } from './attestation.ts'
import { handover } from './handover.ts'
import { history } from './history.ts'
import { horizon, ruleAssessment } from './horizon.ts'
import { intake } from './intake.ts'
import { importing } from './import.ts'
import { lists } from './list.ts'
import { lookUp, similar } from './look-up.ts'
import { organisation } from './organisation.ts'
import { overview } from './overview.ts'
import { enforcement, incident } from './incident.ts'
import { finding, observation, policy, training } from './oversight.ts'
import { director } from './director.ts'
import { exportRegister, exportUnheld, pack } from './pack.ts'
import { printing } from './printing.ts'
import { acceptance, risk } from './risk.ts'
import { quality } from './quality.ts'
import { ownerQuestions } from './owner-questions.ts'
import { questionnaire } from './questionnaire.ts'
import { requirement } from './requirement.ts'
import { system } from './system.ts'
import { undo } from './undo.ts'
import { workQueue } from './work-queue.ts'
import { jurisdictionProfile } from './jurisdiction.ts'
import { library } from './library.ts'
import { merging } from './merge.ts'
import { backup } from './backup.ts'
import { retention } from './retention.ts'
import { outwardAccount, readiness } from './readiness.ts'
import { consent, dataUse, deidentification, dpia } from './privacy.ts'
import { privacy } from './privacy-figures.ts'
import { aiContract, checkPoint, contractReading, vendor } from './third-party.ts'
import { thirdParty } from './third-party-figures.ts'
import { views } from './views.ts'

export const contract = {
  application,
  file,
  display,
  drafts,
  organisation,
  accountability,
  unit,
  person,
  post,
  system,
  risk,
  acceptance,
  control,
  evidence,
  action,
  intake,
  direction,
  mirror,
  finding,
  observation,
  policy,
  training,
  horizon,
  ruleAssessment,
  vendor,
  contract: aiContract,
  contractReading,
  checkPoint,
  thirdParty,
  privacy,
  incident,
  enforcement,
  dataUse,
  consent,
  dpia,
  deidentification,
  decision,
  meeting,
  jurisdictionProfile,
  readiness,
  library,
  merging,
  backup,
  retention,
  outwardAccount,
  comment,
  history,
  undo,
  importing,
  lists,
  lookUp,
  similar,
  overview,
  workQueue,
  handover,
  attestationSheet,
  finishing,
  attestationCampaign,
  quality,
  questionnaire,
  ownerQuestions,
  requirement,
  pack,
  director,
  printing,
  exportRegister,
  exportUnheld,
  views,
}
export type Contract = typeof contract

/** The nouns of the register: one list from which the store, the contract, exports and tests know what there is. */
import { type CodedNoun, codedNouns } from './coded-nouns.ts'
import type { z } from 'zod'
import {
  assignmentSchema,
  attestationSchema,
  personSchema,
  postSchema,
  termSchema,
  unitSchema,
} from './accountability.ts'
import { attestationCampaignSchema, attestationSheetSchema } from './attestation/attestation-records.ts'
import { actionSchema } from './action.ts'
import { commentSchema } from './comment.ts'
import { decisionSchema, noDecisionSchema } from './decision/decision.ts'
import { meetingSchema, preparationSchema } from './decision/meeting.ts'
import { directionSchema } from './direction.ts'
import { findingSchema } from './finding.ts'
import { horizonPackRecordSchema, ruleAssessmentSchema } from './horizon/rule-assessment.ts'
import { enforcementSchema, incidentReportSchema, incidentSchema } from './incident/incident.ts'
import { intakeSchema } from './intake.ts'
import { mergeRunSchema } from './merge/merge-run.ts'
import { observationSchema } from './observation.ts'
import { controlSchema, controlTestSchema, evidenceSchema } from './control.ts'
import { appetiteSchema, organisationSchema, scaleSchema, thresholdSchema } from './organisation.ts'
import { importRunSchema, packSchema } from './pack.ts'
import { packNoteSchema, packSetupSchema, packSignOffSchema } from './finishing.ts'
import { policySchema } from './policy.ts'
import { acceptanceSchema, assessmentSchema, riskSchema } from './risk.ts'
import { systemSchema } from './system.ts'
import { trainingCompletionSchema, trainingSchema } from './training.ts'
import { contractSchema } from './third-party/ai-contract.ts'
import { consentSchema, dataCheckSchema, dataUseSchema } from './privacy/data-use.ts'
import { deidentificationSchema } from './privacy/deidentification.ts'
import { dpiaSchema } from './privacy/dpia.ts'
import { checkPointSchema } from './third-party/check-point.ts'
import { contractReadingSchema, pointAnswerSchema } from './third-party/contract-reading.ts'
import { supplySchema, vendorAnswerSchema, vendorSchema } from './third-party/vendor.ts'
import { requirementAnswerSchema, requirementPackRecordSchema } from './requirements/requirement-records.ts'
import { jurisdictionProfileSchema } from './jurisdiction/jurisdiction-profile.ts'
import { outwardAccountSchema } from './readiness/outward-account.ts'
import { readinessItemSchema } from './readiness/readiness-item.ts'
import { importMappingSchema, sourceRowSchema } from './import-record/source-row.ts'
import { ownerRequestSchema } from './owner-questions/owner-request.ts'
import { legalHoldSchema, redactionSchema, retentionRuleSchema } from './retention/retention-records.ts'

export const nounSchemas = {
  organisation: organisationSchema,
  scale: scaleSchema,
  appetite: appetiteSchema,
  threshold: thresholdSchema,
  unit: unitSchema,
  person: personSchema,
  post: postSchema,
  term: termSchema,
  importRun: importRunSchema,
  system: systemSchema,
  assignment: assignmentSchema,
  attestation: attestationSchema,
  risk: riskSchema,
  assessment: assessmentSchema,
  acceptance: acceptanceSchema,
  control: controlSchema,
  controlTest: controlTestSchema,
  evidence: evidenceSchema,
  action: actionSchema,
  intake: intakeSchema,
  comment: commentSchema,
  requirementPack: requirementPackRecordSchema,
  requirementAnswer: requirementAnswerSchema,
  direction: directionSchema,
  finding: findingSchema,
  observation: observationSchema,
  policy: policySchema,
  training: trainingSchema,
  trainingCompletion: trainingCompletionSchema,
  vendor: vendorSchema,
  supply: supplySchema,
  vendorAnswer: vendorAnswerSchema,
  contract: contractSchema,
  contractReading: contractReadingSchema,
  pointAnswer: pointAnswerSchema,
  horizonPack: horizonPackRecordSchema,
  ruleAssessment: ruleAssessmentSchema,
  checkPoint: checkPointSchema,
  incident: incidentSchema,
  incidentReport: incidentReportSchema,
  enforcement: enforcementSchema,
  dataUse: dataUseSchema,
  consent: consentSchema,
  dataCheck: dataCheckSchema,
  dpia: dpiaSchema,
  deidentification: deidentificationSchema,
  decision: decisionSchema,
  noDecision: noDecisionSchema,
  meeting: meetingSchema,
  preparation: preparationSchema,
  jurisdictionProfile: jurisdictionProfileSchema,
  outwardAccount: outwardAccountSchema,
  readinessItem: readinessItemSchema,
  attestationCampaign: attestationCampaignSchema,
  attestationSheet: attestationSheetSchema,
  pack: packSchema,
  packNote: packNoteSchema,
  packSetup: packSetupSchema,
  packSignOff: packSignOffSchema,
  mergeRun: mergeRunSchema,
  sourceRow: sourceRowSchema,
  importMapping: importMappingSchema,
  ownerRequest: ownerRequestSchema,
  retentionRule: retentionRuleSchema,
  legalHold: legalHoldSchema,
  redaction: redactionSchema,
} as const

export type Noun = keyof typeof nounSchemas
export type RecordOf<N extends Noun> = z.infer<(typeof nounSchemas)[N]>
export const nouns = Object.keys(nounSchemas) as readonly Noun[]

/** Prefixes of the codes that people see. */
export const codePrefixes = {
  unit: 'UNT',
  person: 'PSN',
  post: 'PST',
  system: 'SYS',
  risk: 'RSK',
  acceptance: 'ACC',
  control: 'CTL',
  evidence: 'EVD',
  action: 'ACT',
  intake: 'INT',
  direction: 'DIR',
  finding: 'FND',
  observation: 'OBS',
  policy: 'POL',
  training: 'TRN',
  ruleAssessment: 'RUL',
  vendor: 'VEN',
  contract: 'CON',
  contractReading: 'RDG',
  checkPoint: 'CKP',
  incident: 'INC',
  enforcement: 'ENF',
  dataUse: 'PDU',
  consent: 'CNS',
  dpia: 'DPIA',
  deidentification: 'DEI',
  decision: 'DEC',
  meeting: 'MTG',
  jurisdictionProfile: 'JUR',
  outwardAccount: 'OAC',
} as const satisfies Record<CodedNoun & Noun, string>
export { type CodedNoun, codedNouns }

/** The codes by the noun that their prefix names, in the order of `codedNouns`; nouns without codes are left out. */
export function codesByNoun(codes: readonly string[]): readonly (readonly [CodedNoun, readonly string[]])[] {
  return codedNouns
    .map((noun) => [noun, codes.filter((code) => code.startsWith(`${codePrefixes[noun]}-`))] as const)
    .filter(([, own]) => own.length > 0)
}

/** How a record of each noun begins, inside a transaction: what batches, pasted rows and copies are made with. */
import type { CreateInput } from '#shared/contract/records.ts'
import type { CodedNoun, RecordOf } from '#shared/domain/nouns.ts'
import { createPersonIn, createPostIn, createUnitIn } from './accountability.ts'
import { createActionIn } from './actions.ts'
import { addEvidenceIn, createControlIn } from './controls.ts'
import { createDecisionIn } from './decision/decisions.ts'
import { createMeetingIn } from './decision/meetings.ts'
import { createDirectionIn } from './directions.ts'
import { createFindingIn } from './findings.ts'
import { createEnforcementIn } from './incident/enforcements.ts'
import { createIncidentIn } from './incident/incidents.ts'
import { createIntakeIn } from './intakes.ts'
import { createObservationIn } from './observations.ts'
import { createPolicyIn } from './policies.ts'
import { createRuleAssessmentIn } from './horizon/rule-assessments.ts'
import { createConsentIn } from './privacy/consents.ts'
import { createDataUseIn } from './privacy/data-uses.ts'
import { createDeidentificationIn } from './privacy/deidentifications.ts'
import { createDpiaIn } from './privacy/dpias.ts'
import { createProfileIn } from './jurisdiction/profiles.ts'
import { createAccountIn } from './readiness/outward-accounts.ts'
import { createRiskIn } from './risks.ts'
import type { Change } from './store/change.ts'
import { createSystemIn } from './systems.ts'
import { createCheckPointIn } from './third-party/check-points.ts'
import { createContractIn } from './third-party/contracts.ts'
import { createVendorIn } from './third-party/vendors.ts'
import { createTrainingIn } from './trainings.ts'

/** The nouns whose records people make by filling in fields. */
export type PlainNoun = Exclude<CodedNoun, 'acceptance' | 'contractReading'>

const creators: { readonly [N in PlainNoun]: (change: Change, input: CreateInput<N>) => RecordOf<N> } = {
  unit: createUnitIn,
  person: createPersonIn,
  post: createPostIn,
  system: createSystemIn,
  risk: createRiskIn,
  control: createControlIn,
  evidence: addEvidenceIn,
  action: createActionIn,
  intake: createIntakeIn,
  direction: createDirectionIn,
  finding: createFindingIn,
  observation: createObservationIn,
  policy: createPolicyIn,
  training: createTrainingIn,
  ruleAssessment: createRuleAssessmentIn,
  vendor: createVendorIn,
  contract: createContractIn,
  checkPoint: createCheckPointIn,
  incident: createIncidentIn,
  enforcement: createEnforcementIn,
  dataUse: createDataUseIn,
  consent: createConsentIn,
  dpia: createDpiaIn,
  deidentification: createDeidentificationIn,
  decision: createDecisionIn,
  meeting: createMeetingIn,
  jurisdictionProfile: createProfileIn,
  outwardAccount: createAccountIn,
}

export function createIn<N extends PlainNoun>(change: Change, noun: N, input: CreateInput<N>): RecordOf<N> {
  return (creators[noun] as (change: Change, input: CreateInput<N>) => RecordOf<N>)(change, input)
}

/**
 * The fields of each noun, described once: forms, lists, CSV columns, the data dictionary, import targets and completeness
 * (K28) are all made from this list. Words are in the catalogue: `field.<noun>.<name>` and `value.<options>.<code>`.
 */
import type { Noun } from './nouns.ts'
import { assignmentRoles, assignmentSubjects, postKinds, termCapacities, unitKinds } from './accountability.ts'
import { actionStates } from './action.ts'
import { codedNouns } from './coded-nouns.ts'
import {
  controlDomains,
  controlPurposes,
  controlStatuses,
  designs,
  evidenceForms,
  evidenceKinds,
  evidenceStandings,
  testResults,
  weights,
} from './control.ts'
import { directionItems, directionSides, maturities } from './direction.ts'
import { freeFieldParts } from './free-field.ts'
import { intakeAffected, intakeData, intakeEffects, intakeOrigins, intakeStates } from './intake.ts'
import { classifications, dayCalendars } from './organisation.ts'
import { riskCategories } from './principles.ts'
import type { RepeatedPart } from './repeated.ts'
import { acceptanceKinds, confidences, riskStatuses, stages, treatments } from './risk.ts'
import { answerStates, answerSubjects, packOrigins } from './requirements/requirement-records.ts'
import { bands } from './scoring.ts'
import { answers, autonomies, lifecycles, systemKinds, systemRoles, tiers, writeAccesses } from './system.ts'
import { languages } from './text.ts'

/** Enumerations by the name under which the catalogue words them: `value.<name>.<code>`. */
export const options = {
  acceptanceKind: acceptanceKinds,
  acceptanceState: ['relied_on', 'stale', 'active', 'future', 'expired', 'ended'],
  acceptanceSubject: ['risk', 'control'],
  actionState: actionStates,
  answer: answers,
  answerState: answerStates,
  answerSubject: answerSubjects,
  appetiteStanding: ['beyond', 'within'],
  assignmentRole: assignmentRoles,
  assignmentSubject: assignmentSubjects,
  autonomy: autonomies,
  band: bands,
  commentSubject: codedNouns,
  classification: classifications,
  dayCalendar: dayCalendars,
  confidence: confidences,
  controlDomain: controlDomains,
  controlPurpose: controlPurposes,
  controlStatus: controlStatuses,
  design: designs,
  directionItem: directionItems,
  directionSide: directionSides,
  evidenceForm: evidenceForms,
  evidenceKind: evidenceKinds,
  evidenceStanding: evidenceStandings,
  intakeAffected,
  intakeData,
  intakeEffect: intakeEffects,
  intakeOrigin: intakeOrigins,
  intakeState: intakeStates,
  language: languages,
  lifecycle: lifecycles,
  maturity: maturities,
  packOrigin: packOrigins,
  postKind: postKinds,
  riskCategory: riskCategories,
  riskStatus: riskStatuses,
  stage: stages,
  systemKind: systemKinds,
  systemRole: systemRoles,
  termCapacity: termCapacities,
  testResult: testResults,
  tier: tiers,
  treatment: treatments,
  unitKind: unitKinds,
  weight: weights,
  writeAccess: writeAccesses,
  yesNo: ['yes', 'no'],
} as const satisfies Record<string, readonly string[]>
export type OptionsName = keyof typeof options

export type FieldKind =
  | { readonly kind: 'code' }
  /** {ja, en}; `long` asks for several lines. */
  | { readonly kind: 'bilingual'; readonly long?: true }
  | { readonly kind: 'text'; readonly long?: true }
  | { readonly kind: 'choice'; readonly options: OptionsName }
  | { readonly kind: 'choices'; readonly options: OptionsName }
  | { readonly kind: 'codes' }
  | { readonly kind: 'day' }
  | { readonly kind: 'instant' }
  | { readonly kind: 'number' }
  /** `postKind` narrows what is offered where a rule allows one kind of post only. */
  | { readonly kind: 'reference'; readonly noun: Noun; readonly postKind?: (typeof postKinds)[number] }
  | { readonly kind: 'references'; readonly noun: Noun }
  /** Several entries of the same parts, in the order in which people put them: `part.<field>.<part>` in the catalogue. */
  | { readonly kind: 'repeated'; readonly parts: readonly RepeatedPart[] }
  /** Kept and exported as JSON, edited by verbs only. */
  | { readonly kind: 'structure' }

export type FieldDescription = FieldKind & {
  readonly name: string
  /** Filled for a complete record: counts in K28. */
  readonly counted?: true
  /** Only verbs change it; forms show it and do not edit it. */
  readonly byVerb?: true
  /** Changed by a verb, yet said when the record is made: the first due date owes no reason. */
  readonly atCreation?: true
  /** The record cannot be stored without it. */
  readonly required?: true
  /** Empty says that there is none (an open end, the top of a tree), not that nobody has registered it. */
  readonly maybeNone?: true
}

const code = { name: 'code', kind: 'code', byVerb: true } as const
const name = { name: 'name', kind: 'bilingual', required: true, counted: true } as const
const notes = { name: 'notes', kind: 'text', long: true } as const
const nextReviewOn = { name: 'nextReviewOn', kind: 'day', counted: true } as const
const from = { name: 'from', kind: 'day' } as const
const to = { name: 'to', kind: 'day', maybeNone: true } as const
const approval = [
  { name: 'approverPersonId', kind: 'reference', noun: 'person' },
  { name: 'approvedOn', kind: 'day' },
] as const

export const fields: { readonly [N in Noun]: readonly FieldDescription[] } = {
  organisation: [
    name,
    { name: 'entityCode', kind: 'text' },
    { name: 'fiscalStartMonth', kind: 'number', required: true },
    { name: 'language', kind: 'choice', options: 'language', required: true },
    { name: 'timeZone', kind: 'text', required: true },
    { name: 'classification', kind: 'choice', options: 'classification', required: true },
    { name: 'registerId', kind: 'text', byVerb: true },
    { name: 'originRegisterId', kind: 'text', byVerb: true },
    { name: 'parentRegisterId', kind: 'text', byVerb: true },
    { name: 'sampleDay', kind: 'day', byVerb: true },
    { name: 'dayCalendar', kind: 'choice', options: 'dayCalendar', required: true },
  ],
  scale: [
    from,
    to,
    { name: 'likelihoodLabels', kind: 'structure', byVerb: true },
    { name: 'likelihoodRanges', kind: 'structure', byVerb: true },
    { name: 'impactLabels', kind: 'structure', byVerb: true },
    { name: 'dimensionNotes', kind: 'structure', byVerb: true },
    { name: 'bandTable', kind: 'text', byVerb: true },
    ...approval,
  ],
  appetite: [
    { name: 'category', kind: 'choice', options: 'riskCategory', required: true },
    { name: 'appetite', kind: 'choice', options: 'band', required: true },
    { name: 'tolerance', kind: 'choice', options: 'band', required: true },
    { name: 'statement', kind: 'bilingual', long: true },
    from,
    to,
    ...approval,
  ],
  threshold: [
    { name: 'kri', kind: 'text', required: true },
    { name: 'appetite', kind: 'number', required: true },
    { name: 'tolerance', kind: 'number', required: true },
    from,
    to,
    ...approval,
  ],
  unit: [
    code,
    name,
    { name: 'reading', kind: 'text' },
    { name: 'kind', kind: 'choice', options: 'unitKind', required: true },
    { name: 'parentId', kind: 'reference', noun: 'unit', maybeNone: true },
    from,
    to,
    { name: 'successorId', kind: 'reference', noun: 'unit', maybeNone: true },
  ],
  person: [
    code,
    name,
    { name: 'reading', kind: 'text' },
    { name: 'email', kind: 'text' },
    { name: 'unitId', kind: 'reference', noun: 'unit' },
  ],
  post: [
    code,
    name,
    { name: 'kind', kind: 'choice', options: 'postKind', required: true },
    { name: 'unitId', kind: 'reference', noun: 'unit' },
    { name: 'reportsToId', kind: 'reference', noun: 'post', maybeNone: true },
    { name: 'overseenById', kind: 'reference', noun: 'post', maybeNone: true },
    from,
    to,
  ],
  term: [
    { name: 'postId', kind: 'reference', noun: 'post', required: true },
    { name: 'personId', kind: 'reference', noun: 'person', required: true },
    { name: 'capacity', kind: 'choice', options: 'termCapacity', required: true },
    { ...from, required: true },
    to,
  ],
  importRun: [
    { name: 'fileName', kind: 'text', byVerb: true },
    { name: 'sha256', kind: 'text', byVerb: true },
    { name: 'encoding', kind: 'text', byVerb: true },
    { name: 'headerRow', kind: 'number', byVerb: true },
    { name: 'mapping', kind: 'structure', byVerb: true },
    { name: 'counts', kind: 'structure', byVerb: true },
  ],
  system: [
    code,
    name,
    { name: 'reading', kind: 'text' },
    { name: 'purpose', kind: 'bilingual', long: true, counted: true },
    { name: 'unitId', kind: 'reference', noun: 'unit', counted: true },
    { name: 'lifecycle', kind: 'choice', options: 'lifecycle', counted: true, byVerb: true },
    { name: 'kind', kind: 'choice', options: 'systemKind', counted: true },
    { name: 'roles', kind: 'choices', options: 'systemRole', counted: true },
    { name: 'tier', kind: 'choice', options: 'tier', counted: true },
    { name: 'model', kind: 'text' },
    { name: 'vendor', kind: 'text' },
    { name: 'contract', kind: 'text' },
    { name: 'autonomy', kind: 'choice', options: 'autonomy' },
    { name: 'humanOversight', kind: 'bilingual', long: true, counted: true },
    { name: 'affected', kind: 'bilingual', long: true },
    { name: 'personalData', kind: 'choice', options: 'answer', counted: true },
    { name: 'jurisdictions', kind: 'codes' },
    { name: 'goLiveOn', kind: 'day' },
    nextReviewOn,
    { name: 'dependsOnIds', kind: 'references', noun: 'system' },
    notes,
    { name: 'sourceKey', kind: 'text', byVerb: true },
    { name: 'sourceNotes', kind: 'structure', byVerb: true },
    { name: 'importId', kind: 'reference', noun: 'importRun', byVerb: true },
    { name: 'freeFields', kind: 'repeated', parts: freeFieldParts, maybeNone: true },
    { name: 'writeAccess', kind: 'choice', options: 'writeAccess' },
  ],
  assignment: [
    { name: 'role', kind: 'choice', options: 'assignmentRole', required: true },
    { name: 'subject', kind: 'choice', options: 'assignmentSubject', required: true },
    { name: 'subjectId', kind: 'text', required: true, byVerb: true },
    { name: 'postId', kind: 'reference', noun: 'post' },
    { name: 'personId', kind: 'reference', noun: 'person' },
    from,
    to,
  ],
  attestation: [
    { name: 'systemId', kind: 'reference', noun: 'system', required: true },
    { name: 'postId', kind: 'reference', noun: 'post', required: true },
    { name: 'personId', kind: 'reference', noun: 'person', required: true },
    { name: 'on', kind: 'day', required: true },
    { name: 'note', kind: 'text', long: true },
  ],
  risk: [
    code,
    name,
    { name: 'cause', kind: 'bilingual', long: true, counted: true },
    { name: 'event', kind: 'bilingual', long: true, counted: true },
    { name: 'consequence', kind: 'bilingual', long: true, counted: true },
    { name: 'systemIds', kind: 'references', noun: 'system' },
    { name: 'category', kind: 'choice', options: 'riskCategory', required: true, counted: true },
    { name: 'status', kind: 'choice', options: 'riskStatus', byVerb: true },
    { name: 'closedOn', kind: 'day', byVerb: true },
    { name: 'closedReason', kind: 'text', byVerb: true },
    { name: 'treatment', kind: 'choice', options: 'treatment', counted: true },
    { name: 'identifiedOn', kind: 'day' },
    nextReviewOn,
    { name: 'targetOn', kind: 'day' },
    notes,
  ],
  assessment: [
    { name: 'riskId', kind: 'reference', noun: 'risk', required: true },
    { name: 'stage', kind: 'choice', options: 'stage', required: true },
    { name: 'likelihood', kind: 'number', required: true },
    { name: 'impacts', kind: 'structure', required: true },
    { name: 'impact', kind: 'number', byVerb: true },
    { name: 'scaleId', kind: 'reference', noun: 'scale', byVerb: true },
    { name: 'assessorId', kind: 'reference', noun: 'person' },
    { name: 'on', kind: 'day', required: true },
    { name: 'confidence', kind: 'choice', options: 'confidence' },
    { name: 'rationale', kind: 'text', long: true },
  ],
  // Given, renewed and ended by an executive's verb, each with its reason; never typed over.
  acceptance: [
    code,
    { name: 'kind', kind: 'choice', options: 'acceptanceKind', required: true, byVerb: true },
    { name: 'subject', kind: 'choice', options: 'acceptanceSubject', required: true, byVerb: true },
    { name: 'subjectId', kind: 'text', required: true, byVerb: true },
    { name: 'postId', kind: 'reference', noun: 'post', postKind: 'executive', required: true, byVerb: true },
    { name: 'personId', kind: 'reference', noun: 'person', required: true, byVerb: true },
    { ...from, required: true, byVerb: true },
    { ...to, required: true, byVerb: true },
    { name: 'reason', kind: 'text', long: true, required: true, byVerb: true },
    { name: 'renewsId', kind: 'reference', noun: 'acceptance', byVerb: true },
    { name: 'likelihood', kind: 'number', byVerb: true },
    { name: 'impact', kind: 'number', byVerb: true },
    { name: 'endedOn', kind: 'day', byVerb: true },
    { name: 'endedReason', kind: 'text', byVerb: true },
    { name: 'frozen', kind: 'text', byVerb: true },
  ],
  control: [
    code,
    name,
    { name: 'description', kind: 'bilingual', long: true },
    { name: 'domain', kind: 'choice', options: 'controlDomain', required: true, counted: true },
    { name: 'weight', kind: 'choice', options: 'weight', required: true, counted: true },
    { name: 'design', kind: 'choice', options: 'design', required: true, counted: true },
    { name: 'notApplicable', kind: 'structure', byVerb: true },
    { name: 'nextReviewOn', kind: 'day' },
    { name: 'riskIds', kind: 'references', noun: 'risk' },
    { name: 'systemIds', kind: 'references', noun: 'system' },
    notes,
    { name: 'requirementIds', kind: 'codes' },
    { name: 'purposes', kind: 'choices', options: 'controlPurpose', maybeNone: true },
    { name: 'testMonths', kind: 'number', maybeNone: true },
  ],
  controlTest: [
    { name: 'controlId', kind: 'reference', noun: 'control', required: true },
    { name: 'on', kind: 'day', required: true },
    { name: 'result', kind: 'choice', options: 'testResult', required: true },
    { name: 'validUntil', kind: 'day', required: true },
    { name: 'testerId', kind: 'reference', noun: 'person' },
    { name: 'note', kind: 'text', long: true },
    { name: 'method', kind: 'text', long: true },
    { name: 'population', kind: 'number' },
    { name: 'sampleSize', kind: 'number' },
    { name: 'passed', kind: 'number' },
  ],
  evidence: [
    code,
    name,
    { name: 'kind', kind: 'choice', options: 'evidenceKind', required: true },
    { name: 'location', kind: 'text' },
    { name: 'obtainedOn', kind: 'day' },
    { name: 'validUntil', kind: 'day' },
    { name: 'controlIds', kind: 'references', noun: 'control' },
    notes,
    { name: 'link', kind: 'text', maybeNone: true },
    { name: 'fileName', kind: 'text', byVerb: true },
    { name: 'fileBytes', kind: 'number', byVerb: true },
    { name: 'fileSha256', kind: 'text', byVerb: true },
    { name: 'acceptedOn', kind: 'day', byVerb: true },
    { name: 'accepterId', kind: 'reference', noun: 'person', byVerb: true },
    { name: 'acceptedNote', kind: 'text', long: true, byVerb: true },
    { name: 'acceptedContent', kind: 'text', byVerb: true },
  ],
  action: [
    code,
    name,
    { name: 'description', kind: 'bilingual', long: true },
    { name: 'ownerId', kind: 'reference', noun: 'person', counted: true },
    { name: 'dueOn', kind: 'day', counted: true, byVerb: true, atCreation: true },
    { name: 'state', kind: 'choice', options: 'actionState', byVerb: true },
    { name: 'doneOn', kind: 'day', byVerb: true },
    { name: 'verifiedOn', kind: 'day', byVerb: true },
    { name: 'verifierId', kind: 'reference', noun: 'person', byVerb: true },
    { name: 'slips', kind: 'structure', byVerb: true },
    { name: 'systemIds', kind: 'references', noun: 'system' },
    { name: 'riskIds', kind: 'references', noun: 'risk' },
    { name: 'controlIds', kind: 'references', noun: 'control' },
    notes,
  ],
  intake: [
    code,
    { name: 'name', kind: 'bilingual', required: true },
    { name: 'origin', kind: 'choice', options: 'intakeOrigin', required: true },
    { name: 'purpose', kind: 'bilingual', long: true },
    { name: 'requesterId', kind: 'reference', noun: 'person' },
    { name: 'unitId', kind: 'reference', noun: 'unit' },
    { name: 'receivedOn', kind: 'day' },
    { name: 'foundById', kind: 'reference', noun: 'person', maybeNone: true },
    { name: 'kind', kind: 'choice', options: 'systemKind' },
    { name: 'service', kind: 'text' },
    { name: 'model', kind: 'text' },
    { name: 'data', kind: 'choices', options: 'intakeData' },
    { name: 'affected', kind: 'choices', options: 'intakeAffected' },
    { name: 'autonomy', kind: 'choice', options: 'autonomy' },
    { name: 'effect', kind: 'choice', options: 'intakeEffect' },
    { name: 'inUse', kind: 'choice', options: 'answer' },
    { name: 'inUseSince', kind: 'day', maybeNone: true },
    { name: 'jurisdictions', kind: 'codes' },
    notes,
    { name: 'state', kind: 'choice', options: 'intakeState', byVerb: true },
    { name: 'decidedOn', kind: 'day', byVerb: true },
    { name: 'deciderId', kind: 'reference', noun: 'person', byVerb: true },
    { name: 'decidedReason', kind: 'text', byVerb: true },
    { name: 'triage', kind: 'structure', byVerb: true },
    { name: 'systemId', kind: 'reference', noun: 'system', byVerb: true },
  ],
  comment: [
    { name: 'subject', kind: 'choice', options: 'commentSubject', required: true, byVerb: true },
    { name: 'subjectId', kind: 'text', required: true, byVerb: true },
    { name: 'text', kind: 'text', long: true, required: true },
    { name: 'personId', kind: 'reference', noun: 'person', byVerb: true },
    { name: 'recordedAt', kind: 'instant', required: true, byVerb: true },
  ],
  requirementPack: [
    { ...name, byVerb: true },
    { name: 'packId', kind: 'text', byVerb: true },
    { name: 'packVersion', kind: 'text', byVerb: true },
    { name: 'origin', kind: 'choice', options: 'packOrigin', byVerb: true },
    { name: 'fileName', kind: 'text', byVerb: true },
    { name: 'sha256', kind: 'text', byVerb: true },
    { name: 'content', kind: 'structure', byVerb: true },
    from,
    to,
  ],
  requirementAnswer: [
    { name: 'packId', kind: 'text', byVerb: true },
    { name: 'packVersion', kind: 'text', byVerb: true },
    { name: 'itemId', kind: 'text', byVerb: true },
    { name: 'subject', kind: 'choice', options: 'answerSubject', byVerb: true },
    { name: 'systemId', kind: 'reference', noun: 'system', byVerb: true, maybeNone: true },
    { name: 'state', kind: 'choice', options: 'answerState', byVerb: true },
    { name: 'note', kind: 'text', long: true },
    { name: 'on', kind: 'day' },
    { name: 'answererId', kind: 'reference', noun: 'person' },
    { name: 'notApplicable', kind: 'structure', byVerb: true },
    { name: 'carriedFrom', kind: 'text', byVerb: true },
  ],
  // What the board has directed. Not counted in K28: a field left blank may say that nobody directed anything.
  direction: [
    code,
    { name: 'name', kind: 'bilingual', required: true },
    { name: 'side', kind: 'choice', options: 'directionSide', required: true },
    { name: 'item', kind: 'choice', options: 'directionItem', required: true },
    { name: 'instruction', kind: 'bilingual', long: true },
    { name: 'givenOn', kind: 'day' },
    { name: 'givenByPostId', kind: 'reference', noun: 'post' },
    { name: 'givenByPersonId', kind: 'reference', noun: 'person', maybeNone: true },
    { name: 'reference', kind: 'text' },
    { name: 'toPostId', kind: 'reference', noun: 'post' },
    { name: 'toPersonId', kind: 'reference', noun: 'person', maybeNone: true },
    { name: 'reportDueOn', kind: 'day' },
    { name: 'reportedOn', kind: 'day' },
    { name: 'report', kind: 'bilingual', long: true },
    { name: 'maturity', kind: 'choice', options: 'maturity' },
    { name: 'maturityOn', kind: 'day' },
    { name: 'grounds', kind: 'bilingual', long: true },
    { name: 'nextReviewOn', kind: 'day' },
    notes,
  ],
  pack: [
    code,
    { name: 'title', kind: 'text', byVerb: true },
    { name: 'asOf', kind: 'day', byVerb: true },
    { name: 'cutOff', kind: 'instant', byVerb: true },
    { name: 'lockedAt', kind: 'instant', byVerb: true },
    { name: 'dataDigest', kind: 'text', byVerb: true },
    { name: 'auditHead', kind: 'text', byVerb: true },
    { name: 'auditSequence', kind: 'number', byVerb: true },
    { name: 'previousPackId', kind: 'reference', noun: 'pack', byVerb: true },
    { name: 'previousDigest', kind: 'text', byVerb: true },
    { name: 'schemaVersion', kind: 'number', byVerb: true },
  ],
}

/**
 * All records of a register at one moment: what replay yields, what a snapshot freezes, what the figures are computed from.
 * Arrays are ordered by code, else by id, so that the canonical JSON of one state is always the same.
 */
import type { Noun, RecordOf } from './nouns.ts'

export type RegisterState = {
  readonly [N in Exclude<Noun, 'organisation'> as Plural<N>]: readonly RecordOf<N>[]
} & { readonly organisation: RecordOf<'organisation'> }

interface Irregular {
  person: 'people'
  evidence: 'evidence'
  importRun: 'importRuns'
  policy: 'policies'
  supply: 'supplies'
}
type Plural<N extends string> = N extends keyof Irregular ? Irregular[N] : `${N}s`

/** The key of a noun's records in the state. */
export const stateKeys = {
  scale: 'scales',
  appetite: 'appetites',
  threshold: 'thresholds',
  unit: 'units',
  person: 'people',
  post: 'posts',
  term: 'terms',
  importRun: 'importRuns',
  system: 'systems',
  assignment: 'assignments',
  attestation: 'attestations',
  risk: 'risks',
  assessment: 'assessments',
  acceptance: 'acceptances',
  control: 'controls',
  controlTest: 'controlTests',
  evidence: 'evidence',
  action: 'actions',
  intake: 'intakes',
  comment: 'comments',
  requirementPack: 'requirementPacks',
  requirementAnswer: 'requirementAnswers',
  direction: 'directions',
  finding: 'findings',
  observation: 'observations',
  policy: 'policies',
  training: 'trainings',
  trainingCompletion: 'trainingCompletions',
  vendor: 'vendors',
  supply: 'supplies',
  vendorAnswer: 'vendorAnswers',
  contract: 'contracts',
  contractReading: 'contractReadings',
  pointAnswer: 'pointAnswers',
  checkPoint: 'checkPoints',
  horizonPack: 'horizonPacks',
  ruleAssessment: 'ruleAssessments',
  incident: 'incidents',
  incidentReport: 'incidentReports',
  enforcement: 'enforcements',
  dataUse: 'dataUses',
  consent: 'consents',
  dataCheck: 'dataChecks',
  dpia: 'dpias',
  deidentification: 'deidentifications',
  decision: 'decisions',
  noDecision: 'noDecisions',
  meeting: 'meetings',
  preparation: 'preparations',
  jurisdictionProfile: 'jurisdictionProfiles',
  outwardAccount: 'outwardAccounts',
  readinessItem: 'readinessItems',
  attestationCampaign: 'attestationCampaigns',
  attestationSheet: 'attestationSheets',
  pack: 'packs',
  packNote: 'packNotes',
  packSetup: 'packSetups',
  packSignOff: 'packSignOffs',
  mergeRun: 'mergeRuns',
  sourceRow: 'sourceRows',
  importMapping: 'importMappings',
  ownerRequest: 'ownerRequests',
  retentionRule: 'retentionRules',
  legalHold: 'legalHolds',
  redaction: 'redactions',
} as const satisfies { readonly [N in Exclude<Noun, 'organisation'>]: Plural<N> }

/** The version of the schema from which on the register has a noun; all others were there from the first. */
const nounsSince: { readonly [N in keyof typeof stateKeys]?: number } = {
  comment: 20,
  intake: 30,
  requirementPack: 60,
  requirementAnswer: 60,
  direction: 70,
  finding: 80,
  observation: 80,
  policy: 80,
  training: 80,
  trainingCompletion: 80,
  horizonPack: 110,
  ruleAssessment: 110,
  vendor: 100,
  supply: 100,
  vendorAnswer: 100,
  contract: 100,
  contractReading: 100,
  pointAnswer: 100,
  checkPoint: 100,
  incident: 130,
  incidentReport: 130,
  enforcement: 130,
  dataUse: 120,
  consent: 120,
  dataCheck: 120,
  dpia: 120,
  deidentification: 120,
  decision: 150,
  noDecision: 150,
  meeting: 150,
  preparation: 150,
  jurisdictionProfile: 140,
  outwardAccount: 140,
  readinessItem: 140,
  attestationCampaign: 160,
  attestationSheet: 160,
  packNote: 170,
  packSetup: 170,
  packSignOff: 170,
  mergeRun: 210,
  sourceRow: 200,
  importMapping: 200,
  ownerRequest: 270,
  retentionRule: 280,
  legalHold: 280,
  redaction: 280,
}

/**
 * Fields that came with a later version of the schema, and what they hold in a record that was written before: what the
 * migration gives them.
 */
const laterFields: {
  readonly [N in Noun]?: Readonly<Record<string, { readonly since: number; readonly before: unknown }>>
} = {
  organisation: {
    dayCalendar: { since: 40, before: 'gregorian' },
    dpiaDays: { since: 120, before: 90 },
    deidentificationDays: { since: 120, before: 60 },
  },
  appetite: { level: { since: 180, before: null }, reviewOn: { since: 180, before: null } },
  threshold: {
    ownerPostId: { since: 180, before: null },
    escalation: { since: 180, before: { en: null, ja: null } },
  },
  importRun: { sheet: { since: 230, before: null } },
  unit: { sectors: { since: 100, before: [] } },
  system: {
    freeFields: { since: 50, before: [] },
    writeAccess: { since: 90, before: 'unknown' },
    // In the order in which the log writes it: forms are compared as text.
    surchargeNote: { since: 130, before: { en: null, ja: null } },
    surchargeOwnerId: { since: 130, before: null },
    surchargeOn: { since: 130, before: null },
  },
  risk: {
    onset: { since: 180, before: null },
    timing: { since: 180, before: null },
    sourceKey: { since: 190, before: null },
  },
  requirementAnswer: { ownerId: { since: 180, before: null }, dueOn: { since: 180, before: null } },
  control: {
    requirementIds: { since: 60, before: [] },
    purposes: { since: 90, before: [] },
    sourceKey: { since: 190, before: null },
    testMonths: { since: 90, before: null },
  },
  controlTest: {
    method: { since: 90, before: null },
    population: { since: 90, before: null },
    sampleSize: { since: 90, before: null },
    passed: { since: 90, before: null },
  },
  evidence: {
    link: { since: 90, before: null },
    fileName: { since: 90, before: null },
    fileBytes: { since: 90, before: null },
    fileSha256: { since: 90, before: null },
    acceptedOn: { since: 90, before: null },
    accepterId: { since: 90, before: null },
    acceptedNote: { since: 90, before: null },
    acceptedContent: { since: 90, before: null },
  },
}

/** A record as it was written, with the fields that have come since. */
export function completeRecord<Stored extends object>(noun: Noun, record: Stored): Stored {
  const fields = Object.entries(laterFields[noun] ?? {}).filter(([name]) => !(name in record))
  // As it is where nothing is missing: its fields stand in their canonical order.
  if (fields.length === 0) return record
  return { ...Object.fromEntries(fields.map(([name, { before }]) => [name, before])), ...record }
}

/** The forms in which a record may have been written: as it is, and before there were fields that hold what those begin with. */
export function* writtenForms<Stored extends object>(noun: Noun, record: Stored): Generator<Stored, void, void> {
  // Nearly every record was written as it is: the others are made only for one that was not.
  yield record
  const later = Object.entries(laterFields[noun] ?? {})
  const versions = [...new Set(later.map(([, { since }]) => since))].sort((one, other) => other - one)
  const earlier = versions.map((version) => recordUnder(noun, record, version - 1))
  const text = JSON.stringify(sorted(record))
  yield* earlier.filter((form) => JSON.stringify(sorted(completeRecord(noun, form))) === text)
}

function sorted(record: object): unknown[] {
  return Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1))
}

/** A record without the fields that a version of the schema did not have. */
export function recordUnder<Stored extends object>(noun: Noun, record: Stored, schemaVersion: number): Stored {
  const later = laterFields[noun]
  if (later === undefined) return record
  const known = Object.entries(record).filter(([name]) => (later[name]?.since ?? 0) <= schemaVersion)
  return Object.fromEntries(known) as Stored
}

/** The nouns of a state that was frozen under a version of the schema. */
export function stateNounsOf(schemaVersion: number): readonly (keyof typeof stateKeys)[] {
  return (Object.keys(stateKeys) as (keyof typeof stateKeys)[]).filter(
    (noun) => (nounsSince[noun] ?? 0) <= schemaVersion,
  )
}

/** A state that was frozen earlier, without records of the nouns that came later, and with the fields that did. */
export function completeState(state: Partial<RegisterState> & Pick<RegisterState, 'organisation'>): RegisterState {
  const none = Object.fromEntries(Object.values(stateKeys).map((key) => [key, []]))
  const records = Object.entries(stateKeys).flatMap(([noun, key]): (readonly [string, readonly object[]])[] => {
    const frozen: readonly object[] | undefined = state[key]
    return laterFields[noun as Noun] === undefined || frozen === undefined
      ? []
      : [[key, frozen.map((record) => completeRecord(noun as Noun, record))]]
  })
  const organisation = completeRecord('organisation', state.organisation)
  return { ...none, ...state, ...Object.fromEntries(records), organisation } as unknown as RegisterState
}

/**
 * Small registers made by hand for tests of the figures and the pack: whole records from the few facts that a test is about.
 * Ids are the codes, so that a test reads.
 */
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import type { Stage } from '#shared/domain/risk.ts'
import { defaultBandTable } from '#shared/domain/scoring.ts'
import { noText } from '#shared/domain/text.ts'

type Given<Row> = Partial<Row>
const record = (id: string) => ({ id, version: 1, withdrawn: null })
const coded = (code: string) => ({ ...record(code), code })
const named = (code: string) => ({ ja: `${code}の名称`, en: `Name of ${code}` })
let rows = 0
const next = (noun: string) => `${noun}-${String((rows += 1))}`

export function system(code: string, given: Given<RecordOf<'system'>> = {}): RecordOf<'system'> {
  return {
    ...coded(code),
    name: named(code),
    reading: null,
    purpose: { ja: '目的', en: null },
    unitId: null,
    lifecycle: 'production',
    kind: 'generative',
    roles: ['business_user'],
    model: null,
    vendor: null,
    contract: null,
    autonomy: null,
    humanOversight: { ja: '人が確認する', en: null },
    affected: noText,
    tier: 'medium',
    personalData: 'no',
    jurisdictions: [],
    goLiveOn: null,
    nextReviewOn: '2099-12-31',
    dependsOnIds: [],
    notes: null,
    sourceKey: null,
    sourceNotes: [],
    freeFields: [],
    importId: null,
    writeAccess: 'unknown',
    surchargeNote: noText,
    surchargeOwnerId: null,
    surchargeOn: null,
    ...given,
  }
}

export function risk(code: string, given: Given<RecordOf<'risk'>> = {}): RecordOf<'risk'> {
  return {
    ...coded(code),
    name: named(code),
    cause: { ja: '原因', en: null },
    event: { ja: '事象', en: null },
    consequence: { ja: '結果', en: null },
    category: 'enterprise',
    status: 'open',
    closedOn: null,
    closedReason: null,
    treatment: 'mitigate',
    identifiedOn: null,
    nextReviewOn: '2099-12-31',
    targetOn: null,
    systemIds: [],
    notes: null,
    onset: null,
    timing: null,
    sourceKey: null,
    ...given,
  }
}

/** A judgement `likelihood × impact` of a stage on a day, under the scale `SCALE-1`. */
export function assessment(
  riskId: string,
  stage: Stage,
  likelihood: number,
  impact: number,
  on: string,
  given: Given<RecordOf<'assessment'>> = {},
): RecordOf<'assessment'> {
  return {
    ...record(next('assessment')),
    riskId,
    stage,
    likelihood,
    impacts: { rights: impact, legal: null, financial: null, operations: null, reputation: null, strategic: null },
    impact,
    scaleId: 'SCALE-1',
    assessorId: null,
    on,
    confidence: null,
    rationale: null,
    ...given,
  }
}

export function acceptance(
  code: string,
  riskId: string,
  from: string,
  to: string,
  given: Given<RecordOf<'acceptance'>> = {},
): RecordOf<'acceptance'> {
  return {
    ...coded(code),
    kind: 'acceptance',
    subject: 'risk',
    subjectId: riskId,
    postId: 'PST-1',
    personId: 'PSN-1',
    from,
    to,
    endedOn: null,
    endedReason: null,
    reason: '次の四半期に改修する',
    renewsId: null,
    likelihood: null,
    impact: null,
    frozen: '{}',
    ...given,
  }
}

export function control(code: string, given: Given<RecordOf<'control'>> = {}): RecordOf<'control'> {
  return {
    ...coded(code),
    name: named(code),
    description: noText,
    domain: 'organisation',
    weight: 'key',
    design: 'in_place',
    requirementIds: [],
    notApplicable: null,
    nextReviewOn: null,
    riskIds: [],
    systemIds: [],
    notes: null,
    purposes: [],
    testMonths: null,
    sourceKey: null,
    ...given,
  }
}

export function controlTest(
  controlId: string,
  on: string,
  result: 'effective' | 'ineffective',
  validUntil: string,
  given: Given<RecordOf<'controlTest'>> = {},
): RecordOf<'controlTest'> {
  return {
    ...record(next('test')),
    controlId,
    on,
    result,
    validUntil,
    testerId: null,
    note: null,
    method: null,
    population: null,
    sampleSize: null,
    passed: null,
    ...given,
  }
}

export function evidence(
  code: string,
  controlIds: string[],
  validUntil: string | null,
  given: Given<RecordOf<'evidence'>> = {},
): RecordOf<'evidence'> {
  return {
    ...coded(code),
    name: named(code),
    kind: 'document',
    location: null,
    obtainedOn: null,
    validUntil,
    controlIds,
    notes: null,
    link: null,
    fileName: null,
    fileBytes: null,
    fileSha256: null,
    acceptedOn: null,
    accepterId: null,
    acceptedNote: null,
    acceptedContent: null,
    ...given,
  }
}

export function action(code: string, dueOn: string | null, given: Given<RecordOf<'action'>> = {}): RecordOf<'action'> {
  return {
    ...coded(code),
    name: named(code),
    description: noText,
    ownerId: null,
    dueOn,
    state: 'open',
    doneOn: null,
    verifiedOn: null,
    verifierId: null,
    slips: [],
    systemIds: [],
    riskIds: [],
    controlIds: [],
    notes: null,
    ...given,
  }
}

export function person(code: string, given: Given<RecordOf<'person'>> = {}): RecordOf<'person'> {
  return { ...coded(code), name: named(code), reading: null, email: null, unitId: null, ...given }
}

export function post(code: string, given: Given<RecordOf<'post'>> = {}): RecordOf<'post'> {
  return {
    ...coded(code),
    name: named(code),
    kind: 'executive',
    unitId: null,
    reportsToId: null,
    overseenById: null,
    from: null,
    to: null,
    ...given,
  }
}

export function mergeRun(id: string, given: Given<RecordOf<'mergeRun'>> = {}): RecordOf<'mergeRun'> {
  return {
    ...record(id),
    name: named(id),
    registerId: '0190a000-0000-7000-8000-000000000099',
    relation: 'other',
    fileName: `${id}.daicho`,
    on: '2026-09-25',
    entityUnitId: null,
    headSequence: 1,
    headHash: 'ab'.repeat(32),
    headAt: null,
    baseRunId: null,
    baseSequence: 0,
    added: 0,
    changed: 0,
    apart: 0,
    entriesDigest: 'cd'.repeat(32),
    ...given,
  }
}

export function unit(code: string, given: Given<RecordOf<'unit'>> = {}): RecordOf<'unit'> {
  return {
    ...coded(code),
    name: named(code),
    reading: null,
    kind: 'division',
    parentId: null,
    from: null,
    to: null,
    successorId: null,
    sectors: [],
    ...given,
  }
}

export function term(
  postId: string,
  personId: string,
  from: string,
  to: string | null = null,
  capacity: 'holder' | 'deputy' = 'holder',
): RecordOf<'term'> {
  return { ...record(next('term')), postId, personId, capacity, from, to }
}

/** The accountable executive of a system. */
export function executive(
  systemId: string,
  postId: string,
  from: string | null = null,
  to: string | null = null,
): RecordOf<'assignment'> {
  return {
    ...record(next('assignment')),
    role: 'accountable_executive',
    subject: 'system',
    subjectId: systemId,
    postId,
    personId: null,
    from,
    to,
  }
}

/** The owner of a system: a post or a person. */
export function systemOwner(
  systemId: string,
  answers: Partial<Pick<RecordOf<'assignment'>, 'postId' | 'personId'>>,
): RecordOf<'assignment'> {
  return {
    ...record(next('assignment')),
    role: 'system_owner',
    subject: 'system',
    subjectId: systemId,
    postId: null,
    personId: null,
    from: null,
    to: null,
    ...answers,
  }
}

export function riskOwner(riskId: string, personId: string): RecordOf<'assignment'> {
  return {
    ...record(next('assignment')),
    role: 'risk_owner',
    subject: 'risk',
    subjectId: riskId,
    postId: null,
    personId,
    from: null,
    to: null,
  }
}

export function attestation(systemId: string, on: string): RecordOf<'attestation'> {
  return { ...record(next('attestation')), systemId, postId: 'PST-1', personId: 'PSN-1', on, note: null }
}

export function threshold(
  kri: string,
  appetite: number,
  tolerance: number,
  given: Given<RecordOf<'threshold'>> = {},
): RecordOf<'threshold'> {
  return {
    ...record(next('threshold')),
    kri,
    appetite,
    tolerance,
    from: '2000-01-01',
    to: null,
    approverPersonId: null,
    approvedOn: null,
    ownerPostId: null,
    escalation: { ja: null, en: null },
    ...given,
  }
}

export function appetite(
  category: RecordOf<'appetite'>['category'],
  band: RecordOf<'appetite'>['appetite'],
  tolerance: RecordOf<'appetite'>['tolerance'],
  given: Given<RecordOf<'appetite'>> = {},
): RecordOf<'appetite'> {
  return {
    ...record(next('appetite')),
    category,
    appetite: band,
    tolerance,
    statement: noText,
    from: '2000-01-01',
    to: null,
    approverPersonId: null,
    approvedOn: null,
    level: null,
    reviewOn: null,
    ...given,
  }
}

export function scale(id: string, bandTable: string, given: Given<RecordOf<'scale'>> = {}): RecordOf<'scale'> {
  const label = (ja: string, en: string) => ({ ja, en })
  return {
    ...record(id),
    from: '2000-01-01',
    to: null,
    likelihoodLabels: [
      label('ごくまれ', 'Rare'),
      label('低い', 'Unlikely'),
      label('中程度', 'Possible'),
      label('高い', 'Likely'),
      label('ほぼ確実', 'Almost certain'),
    ],
    likelihoodRanges: ['<5%', '5–20%', '20–50%', '50–80%', '>80%'],
    impactLabels: [
      label('軽微', 'Slight'),
      label('小', 'Minor'),
      label('中', 'Moderate'),
      label('大', 'Major'),
      label('重大', 'Critical'),
    ],
    dimensionNotes: {
      rights: noText,
      legal: noText,
      financial: noText,
      operations: noText,
      reputation: noText,
      strategic: noText,
    },
    bandTable,
    approverPersonId: null,
    approvedOn: null,
    ...given,
  }
}

/** A register of the given records with the default scale; nothing else is in it. */
export function register(given: Partial<RegisterState> = {}): RegisterState {
  return {
    organisation: {
      ...record('organisation'),
      registerId: '0190a000-0000-7000-8000-000000000001',
      originRegisterId: '0190a000-0000-7000-8000-000000000001',
      parentRegisterId: null,
      name: { ja: '令和商事株式会社', en: 'Reiwa Shoji Co., Ltd.' },
      entityCode: null,
      fiscalStartMonth: 4,
      language: 'ja',
      timeZone: 'Asia/Tokyo',
      classification: 'board_only',
      sampleDay: null,
      dayCalendar: 'gregorian',
      dpiaDays: 90,
      deidentificationDays: 60,
    },
    scales: [scale('SCALE-1', defaultBandTable)],
    appetites: [],
    thresholds: [],
    units: [],
    people: [],
    posts: [],
    terms: [],
    importRuns: [],
    mergeRuns: [],
    systems: [],
    assignments: [],
    attestations: [],
    attestationCampaigns: [],
    attestationSheets: [],
    risks: [],
    assessments: [],
    acceptances: [],
    controls: [],
    controlTests: [],
    evidence: [],
    actions: [],
    intakes: [],
    comments: [],
    requirementPacks: [],
    requirementAnswers: [],
    directions: [],
    findings: [],
    observations: [],
    policies: [],
    trainings: [],
    trainingCompletions: [],
    vendors: [],
    supplies: [],
    vendorAnswers: [],
    contracts: [],
    horizonPacks: [],
    ruleAssessments: [],
    contractReadings: [],
    pointAnswers: [],
    checkPoints: [],
    incidents: [],
    incidentReports: [],
    enforcements: [],
    dataUses: [],
    consents: [],
    dataChecks: [],
    dpias: [],
    deidentifications: [],
    decisions: [],
    noDecisions: [],
    meetings: [],
    preparations: [],
    jurisdictionProfiles: [],
    outwardAccounts: [],
    readinessItems: [],
    packs: [],
    packNotes: [],
    packSetups: [],
    packSignOffs: [],
    sourceRows: [],
    importMappings: [],
    ownerRequests: [],
    retentionRules: [],
    legalHolds: [],
    redactions: [],
    ...given,
  }
}

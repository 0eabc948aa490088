/** Incidents and their reports by hand: nothing is said of one but what a test gives. */
import { reportItems } from '#shared/domain/incident/incident.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'

const nothing = { ja: null, en: null }

export function incident(code: string, given: Partial<RecordOf<'incident'>> = {}): RecordOf<'incident'> {
  return {
    id: code,
    version: 1,
    withdrawn: null,
    code,
    name: { ja: code, en: code },
    kind: 'incident',
    severity: 'moderate',
    state: 'open',
    description: nothing,
    systemIds: [],
    vendorIds: [],
    contractIds: [],
    occurredAt: null,
    detectedAt: null,
    learnedAt: null,
    learnedZone: null,
    containedAt: null,
    resolvedAt: null,
    vendorLearnedAt: null,
    vendorToldAt: null,
    affectedCount: null,
    affectedBasis: 'unknown',
    personalData: 'unknown',
    dataInvolved: nothing,
    timeline: [],
    cause: nothing,
    rootCause: null,
    measures: nothing,
    lessons: nothing,
    riskIds: [],
    controlIds: [],
    actionIds: [],
    evidenceIds: [],
    ownerPostId: null,
    ownerId: null,
    leak: 'no',
    leakSensitive: 'no',
    leakFinancial: 'no',
    leakWrongful: 'no',
    leakMany: 'no',
    judgedOn: null,
    judgeId: null,
    judgedText: null,
    ...(Object.fromEntries(reportItems.map((item) => [item, nothing])) as Record<
      (typeof reportItems)[number],
      typeof nothing
    >),
    closedOn: null,
    closedText: null,
    verifierId: null,
    notes: null,
    ...given,
  }
}

export function report(
  incidentId: string,
  kind: RecordOf<'incidentReport'>['kind'],
  at: string,
  given: Partial<RecordOf<'incidentReport'>> = {},
): RecordOf<'incidentReport'> {
  return {
    id: `${incidentId} ${kind} ${at}`,
    version: 1,
    withdrawn: null,
    incidentId,
    kind,
    at,
    recipient: '個人情報保護委員会',
    reference: null,
    reporterId: null,
    notes: null,
    ...given,
  }
}

export function enforcement(code: string, given: Partial<RecordOf<'enforcement'>> = {}): RecordOf<'enforcement'> {
  return {
    id: code,
    version: 1,
    withdrawn: null,
    code,
    name: { ja: code, en: code },
    kind: 'guidance',
    authority: null,
    reference: null,
    receivedOn: null,
    dueOn: null,
    subject: nothing,
    systemIds: [],
    incidentId: null,
    ownerPostId: null,
    ownerId: null,
    response: nothing,
    actionIds: [],
    evidenceIds: [],
    state: 'open',
    doneOn: null,
    doneText: null,
    doneById: null,
    notes: null,
    ...given,
  }
}

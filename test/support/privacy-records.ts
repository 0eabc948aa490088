/** Records of personal data by hand: every answer is given and nothing is open but what a test opens. */
import { dpiaSteps } from '#shared/domain/privacy/dpia.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'

const whole = (code: string) => ({ id: code, version: 1, withdrawn: null, code, name: { ja: code, en: code } })

export function dataUse(code: string, systemId: string, given: Partial<RecordOf<'dataUse'>> = {}): RecordOf<'dataUse'> {
  return {
    ...whole(code),
    systemId,
    personal: 'yes',
    sensitive: 'no',
    under16: 'no',
    faceFeatures: 'no',
    otherBiometrics: 'no',
    pseudonymised: 'no',
    anonymised: 'no',
    personRelated: 'no',
    subjects: null,
    sources: null,
    purpose: { ja: '応募者の選考', en: null },
    notifiedWhere: null,
    notifiedOn: '2026-04-01',
    basis: 'purpose',
    basisGrounds: '通知した目的',
    basisOn: '2026-04-01',
    plannedBasis: null,
    handling: 'not_handled',
    handlingGrounds: null,
    contractIds: [],
    countries: ['JP'],
    crossBorderRoute: 'domestic',
    retention: '1年',
    inputRules: null,
    consentIds: [],
    consentCovers: 'unknown',
    consentGrounds: null,
    consentOn: null,
    agreementFits: 'unknown',
    agreementGrounds: null,
    agreementOn: null,
    plansStatistics: 'no',
    wantedOn: null,
    nextReviewOn: null,
    notes: null,
    ...given,
  }
}

export function consent(code: string, given: Partial<RecordOf<'consent'>> = {}): RecordOf<'consent'> {
  return {
    ...whole(code),
    wording: { ja: null, en: null },
    edition: null,
    from: '2026-04-01',
    to: null,
    channel: null,
    scope: null,
    withdrawalWay: null,
    evidenceIds: [],
    notes: null,
    ...given,
  }
}

/** Nothing done yet. */
export function dpia(code: string, systemId: string, given: Partial<RecordOf<'dpia'>> = {}): RecordOf<'dpia'> {
  const steps = Object.fromEntries(
    dpiaSteps.flatMap((step) => [
      [`${step}Text`, null],
      [`${step}On`, null],
      [`${step}ById`, null],
    ]),
  )
  return {
    ...whole(code),
    ...steps,
    systemId,
    ownerId: null,
    wantedOn: null,
    previousId: null,
    outcome: null,
    screeningReasons: [],
    riskIds: [],
    actionIds: [],
    approverPostId: null,
    approverId: null,
    approvedOn: null,
    approvedText: null,
    validUntil: null,
    screenedContent: null,
    approvedContent: null,
    notes: null,
    ...given,
  } as RecordOf<'dpia'>
}

/** Every step done on one day and approved on it; nothing was kept of what was judged, so that nothing counts as changed. */
export function approvedDpia(
  code: string,
  systemId: string,
  on: string,
  given: Partial<RecordOf<'dpia'>> = {},
): RecordOf<'dpia'> {
  const done = Object.fromEntries(dpiaSteps.map((step) => [`${step}On`, on]))
  return dpia(code, systemId, { ...done, outcome: 'required', approvedOn: on, validUntil: '2027-03-31', ...given })
}

export function deidentification(
  code: string,
  systemId: string,
  given: Partial<RecordOf<'deidentification'>> = {},
): RecordOf<'deidentification'> {
  return {
    ...whole(code),
    systemId,
    useId: null,
    technique: 'aggregation',
    parameters: null,
    doneOn: '2026-05-01',
    testerId: null,
    testedBy: null,
    testMethod: null,
    testedOn: '2026-06-01',
    residual: 'low',
    residualText: null,
    evidenceIds: ['EVD-1'],
    notes: null,
    ...given,
  }
}

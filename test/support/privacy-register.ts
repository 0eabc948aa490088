/** Uses of personal data, impact assessments and the like made by hand for tests of what is counted of them. Ids are the codes. */
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { DataCheckId } from '#shared/domain/privacy/check-catalogue.ts'
import { dpiaSteps } from '#shared/domain/privacy/dpia.ts'
import { judgedContentOf } from '#shared/domain/privacy/dpia-changes.ts'
import { noText } from '#shared/domain/text.ts'
import { register, system } from './hand-made-register.ts'

type Given<Row> = Partial<Row>
const record = (id: string) => ({ id, version: 1, withdrawn: null })
const coded = (code: string) => ({ ...record(code), code })
const named = (code: string) => ({ ja: `${code}の名称`, en: `Name of ${code}` })
let rows = 0
const next = (noun: string) => `${noun}-${String((rows += 1))}`

/** Personal data of unknown kinds, resting on nothing. */
export function dataUse(code: string, systemId: string, given: Given<RecordOf<'dataUse'>> = {}): RecordOf<'dataUse'> {
  return {
    ...coded(code),
    name: named(code),
    systemId,
    personal: 'yes',
    sensitive: 'unknown',
    under16: 'unknown',
    faceFeatures: 'unknown',
    otherBiometrics: 'unknown',
    pseudonymised: 'unknown',
    anonymised: 'unknown',
    personRelated: 'unknown',
    subjects: null,
    sources: null,
    purpose: noText,
    notifiedWhere: null,
    notifiedOn: null,
    basis: null,
    basisGrounds: null,
    basisOn: null,
    plannedBasis: null,
    handling: null,
    handlingGrounds: null,
    contractIds: [],
    countries: [],
    crossBorderRoute: null,
    retention: null,
    inputRules: null,
    consentIds: [],
    consentCovers: 'unknown',
    consentGrounds: null,
    consentOn: null,
    agreementFits: 'unknown',
    agreementGrounds: null,
    agreementOn: null,
    plansStatistics: 'unknown',
    wantedOn: null,
    nextReviewOn: null,
    notes: null,
    ...given,
  }
}

export function dataCheck(
  useId: string,
  checkId: DataCheckId,
  given: Given<RecordOf<'dataCheck'>> = {},
): RecordOf<'dataCheck'> {
  return {
    ...record(next('check')),
    useId,
    checkId,
    finding: 'met',
    grounds: null,
    evidenceIds: [],
    actionIds: [],
    answeredById: null,
    answeredOn: '2026-05-01',
    ...given,
  }
}

const noSteps = Object.fromEntries(
  dpiaSteps.flatMap((step) => [
    [`${step}Text`, null],
    [`${step}On`, null],
    [`${step}ById`, null],
  ]),
) as Pick<RecordOf<'dpia'>, `${(typeof dpiaSteps)[number]}${'Text' | 'On' | 'ById'}`>

/** Nothing of it was done yet. */
export function dpia(code: string, systemId: string, given: Given<RecordOf<'dpia'>> = {}): RecordOf<'dpia'> {
  return {
    ...coded(code),
    name: named(code),
    systemId,
    ownerId: null,
    wantedOn: null,
    previousId: null,
    outcome: null,
    screeningReasons: [],
    ...noSteps,
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
  }
}

interface Judged {
  readonly system: RecordOf<'system'>
  readonly uses?: readonly RecordOf<'dataUse'>[]
}

const contentOf = ({ system: judged, uses = [] }: Judged, on: string) =>
  judgedContentOf({ system: judged, uses, supplies: [], contracts: [] }, on)

/** All steps on one day and approved, having judged the system and its uses as they are given. */
export function approvedDpia(
  code: string,
  judged: Judged,
  on: string,
  validUntil: string,
  given: Given<RecordOf<'dpia'>> = {},
): RecordOf<'dpia'> {
  const steps = Object.fromEntries(dpiaSteps.map((step) => [`${step}On`, on]))
  return dpia(code, judged.system.id, {
    ...steps,
    outcome: 'required',
    approvedOn: on,
    validUntil,
    screenedContent: contentOf(judged, on),
    approvedContent: contentOf(judged, on),
    ...given,
  })
}

export function screenedDpia(
  code: string,
  judged: Judged,
  on: string,
  outcome: 'required' | 'not_required',
): RecordOf<'dpia'> {
  return dpia(code, judged.system.id, { outcome, screeningOn: on, screenedContent: contentOf(judged, on) })
}

/** Done, tested with a low likelihood, with evidence `EVD-1`. */
export function deidentification(
  code: string,
  systemId: string,
  given: Given<RecordOf<'deidentification'>> = {},
): RecordOf<'deidentification'> {
  return {
    ...coded(code),
    name: named(code),
    systemId,
    useId: null,
    technique: 'pseudonymisation',
    parameters: null,
    doneOn: '2026-05-01',
    testerId: null,
    testedBy: null,
    testMethod: null,
    testedOn: '2026-05-02',
    residual: 'low',
    residualText: null,
    evidenceIds: ['EVD-1'],
    notes: null,
    ...given,
  }
}

/**
 * A register of so many systems with personal data: one in seven has no assessment, one an approved one, and so on; every
 * fifth has a use that plans the exception for statistics.
 */
export function privacyRegister(count: number) {
  const number = (index: number) => String(index + 1).padStart(4, '0')
  const systems = Array.from({ length: count }, (_each, index) =>
    system(`SYS-${number(index)}`, {
      personalData: index % 4 === 3 ? 'unknown' : 'yes',
      name: {
        ja: `顧客対応と品質管理のための音声認識・要約の仕組み その${number(index)}`,
        en: `Speech recognition and summaries for service and quality, number ${number(index)}`,
      },
    }),
  )
  const uses = systems.map((each, index) =>
    dataUse(`PDU-${number(index)}`, each.id, {
      ...(index % 3 === 0 ? { basis: 'purpose', basisOn: '2026-04-01', basisGrounds: '通知した目的' } : {}),
      ...(index % 5 === 0 ? { plannedBasis: 'statistics_exception', plansStatistics: 'yes' } : {}),
    }),
  )
  const dpias = systems.flatMap((each, index) => {
    const judged = { system: each, uses: [uses[index]].filter((use) => use !== undefined) }
    const code = `DPIA-${number(index)}`
    if (index % 7 === 1) return [approvedDpia(code, judged, '2026-05-01', '2027-05-01')]
    if (index % 7 === 2) return [approvedDpia(code, judged, '2026-05-01', '2026-05-31')]
    if (index % 7 === 3) return [approvedDpia(code, { system: each }, '2026-05-01', '2027-05-01')]
    if (index % 7 === 4) return [screenedDpia(code, judged, '2026-05-01', 'required')]
    if (index % 7 === 5) return [screenedDpia(code, judged, '2026-05-01', 'not_required')]
    return index % 7 === 6 ? [dpia(code, each.id)] : []
  })
  return register({ systems, dataUses: uses, dpias })
}

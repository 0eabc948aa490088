/** Vendors, contracts and readings made by hand for tests of what is counted of them. Ids are the codes. */
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { contractTypes } from '#shared/domain/third-party/ai-contract.ts'
import { currentPointCatalogue } from '#shared/domain/third-party/point-catalogue.ts'
import { register, system } from './hand-made-register.ts'

type Given<Row> = Partial<Row>
const record = (id: string) => ({ id, version: 1, withdrawn: null })
const coded = (code: string) => ({ ...record(code), code })
const named = (code: string) => ({ ja: `${code}の名称`, en: `Name of ${code}` })
let rows = 0
const next = (noun: string) => `${noun}-${String((rows += 1))}`

export function vendor(code: string, given: Given<RecordOf<'vendor'>> = {}): RecordOf<'vendor'> {
  return {
    ...coded(code),
    name: named(code),
    reading: null,
    country: null,
    group: null,
    contacts: [],
    subProcessors: [],
    tier: null,
    ownerPostId: null,
    ownerId: null,
    reviewMonths: null,
    nextReviewOn: null,
    security: 'unknown',
    securityOn: null,
    securityEvidenceIds: [],
    finance: 'unknown',
    financeOn: null,
    financeEvidenceIds: [],
    notes: null,
    ...given,
  }
}

export function supply(vendorId: string, systemId: string, given: Given<RecordOf<'supply'>> = {}): RecordOf<'supply'> {
  return {
    ...record(next('supply')),
    vendorId,
    systemId,
    kinds: ['service'],
    product: null,
    from: null,
    to: null,
    ...given,
  }
}

/** In force without days, of type 1 and without systems: 36 points are asked of it, 16 of them key. */
export function contract(
  code: string,
  vendorId: string,
  given: Given<RecordOf<'contract'>> = {},
): RecordOf<'contract'> {
  return {
    ...coded(code),
    name: named(code),
    vendorId,
    type: 'CT-1',
    provision: null,
    duty: null,
    stage: 'concluded',
    companyRoles: [],
    vendorRoles: [],
    systemIds: [],
    signedOn: null,
    from: null,
    to: null,
    renews: 'unknown',
    renewalMonths: null,
    noticeMonths: null,
    terminatedOn: null,
    governingLaw: null,
    court: null,
    valueBand: null,
    evidenceIds: [],
    ownerPostId: null,
    ownerId: null,
    legalReviewerId: null,
    personalData: 'unknown',
    secretData: 'unknown',
    dataBasis: null,
    dataBasisGrounds: null,
    dataCountries: [],
    crossBorderRoute: null,
    selectedOn: null,
    agreedOn: null,
    checkedOn: null,
    supervisionNotes: null,
    nextReviewOn: null,
    notes: null,
    ...given,
  }
}

export function reading(
  code: string,
  contractId: string,
  startedOn: string,
  given: Given<RecordOf<'contractReading'>> = {},
): RecordOf<'contractReading'> {
  return {
    ...coded(code),
    contractId,
    edition: null,
    startedOn,
    completedOn: null,
    readerId: null,
    previousId: null,
    pointsVersion: currentPointCatalogue.version,
    trainingUse: 'unknown',
    liabilityCap: 'unknown',
    liabilityCapValue: null,
    incidentNoticeHours: null,
    notes: null,
    ...given,
  }
}

export function pointAnswer(
  readingId: string,
  pointId: string,
  finding: RecordOf<'pointAnswer'>['finding'],
  given: Given<RecordOf<'pointAnswer'>> = {},
): RecordOf<'pointAnswer'> {
  return {
    ...record(next('answer')),
    readingId,
    pointId,
    finding,
    carriedOver: false,
    clause: null,
    quotation: null,
    reason: null,
    position: null,
    agreedText: null,
    ownerPostId: null,
    ownerId: null,
    dueOn: null,
    accepterId: null,
    acceptedUntil: null,
    riskIds: [],
    actionIds: [],
    ...given,
  }
}

/** An answer to every point of ours that is asked of any company: in order, but for those that are given. */
export function answersTo(
  readingId: string,
  differing: Readonly<Record<string, Given<RecordOf<'pointAnswer'>>>> = {},
  all: Given<RecordOf<'pointAnswer'>> = {},
): RecordOf<'pointAnswer'>[] {
  return currentPointCatalogue.points.map(({ id }) =>
    pointAnswer(readingId, id, 'in_order', { ...all, ...differing[id] }),
  )
}

/** So many vendors on the day, with a contract or two each in every state there is; every eighth has none. */
export function vendorRegister(vendors: number): RegisterState {
  const places = Array.from({ length: vendors }, (_, place) => place)
  const code = (prefix: string, place: number) => `${prefix}-${String(place + 1).padStart(4, '0')}`
  const withContract = places.filter((place) => place % 8 !== 7)
  const contracts = withContract.flatMap((place) =>
    [0, 1].slice(0, 1 + (place % 2)).map((which) =>
      contract(code(which === 0 ? 'CON' : 'CON-B', place), code('VND', place), {
        name: {
          ja: `生成AIサービスの利用に関する基本契約（第${String(place + 1)}号）`,
          en: `Master agreement ${String(place + 1)} on the use of a generative AI service`,
        },
        type: place % 5 === 4 ? null : contractTypes[place % 3 === 0 ? 0 : place % 3 === 1 ? 1 : 2],
        systemIds: [code('SYS', place)],
        from: '2025-10-01',
        to: ['2026-10-31', '2026-12-31', null, '2026-03-31'][place % 4] ?? null,
        renews: place % 4 === 3 ? 'unknown' : 'yes',
        renewalMonths: place % 4 === 3 ? null : 12,
        noticeMonths: place % 3 === 0 ? 1 : null,
        personalData: 'yes',
      }),
    ),
  )
  const read = contracts.filter((_, place) => place % 3 !== 2)
  return register({
    systems: places.map((place) => system(code('SYS', place), { tier: place % 2 === 0 ? 'high' : 'medium' })),
    vendors: places.map((place) =>
      vendor(code('VND', place), {
        name: {
          ja: `株式会社北斗インテリジェンス第${String(place + 1)}事業本部`,
          en: `Hokuto Intelligence K.K., Division ${String(place + 1)}`,
        },
        group: place < 4 ? '北斗グループ' : null,
      }),
    ),
    supplies: places.map((place) => supply(code('VND', place), code('SYS', place))),
    contracts,
    contractReadings: read.map(({ id, code: named }, place) =>
      reading(`RDG-${named}`, id, '2026-04-01', {
        completedOn: place % 2 === 0 ? '2026-04-20' : null,
        trainingUse: (['never', 'allowed', 'unknown'] as const)[place % 3] ?? 'unknown',
      }),
    ),
    pointAnswers: read.flatMap(({ code: named }, place) =>
      answersTo(
        `RDG-${named}`,
        place % 4 === 0 ? {} : { 'CC-IN-08': { finding: 'needs_change' }, 'CC-IN-01': { finding: 'needs_change' } },
      ),
    ),
  })
}

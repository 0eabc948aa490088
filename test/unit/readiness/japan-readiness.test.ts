/** The immediate priorities against a table made by hand: unknowns count against, nothing of nothing is no share. */
import { describe, expect, test } from 'vitest'
import { checkCatalogue } from '#shared/domain/privacy/check-catalogue.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { principleIds } from '#shared/domain/principles.ts'
import { japanReadiness } from '#shared/domain/readiness/japan-readiness.ts'
import { accountStandingOn, type OutwardAccount, publishableContent } from '#shared/domain/readiness/outward-account.ts'
import { accountDocument } from '#shared/domain/readiness/account-document.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { executive, person, post, register, system, term } from '#test/support/hand-made-register.ts'

const asOf = '2026-11-24'
const blank = { ja: null, en: null }
const record = (id: string) => ({ id, version: 1, withdrawn: null })
const coded = (code: string) => ({ ...record(code), code })

function use(code: string, systemId: string, given: Partial<RecordOf<'dataUse'>> = {}): RecordOf<'dataUse'> {
  return {
    ...coded(code),
    name: { ja: code, en: null },
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
    purpose: blank,
    notifiedWhere: null,
    notifiedOn: null,
    basis: 'purpose',
    basisGrounds: '目的の範囲',
    basisOn: '2026-04-01',
    plannedBasis: null,
    handling: 'not_handled',
    handlingGrounds: null,
    contractIds: [],
    countries: ['JP'],
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
    plansStatistics: 'no',
    wantedOn: null,
    nextReviewOn: null,
    notes: null,
    ...given,
  }
}

const lawChecks = checkCatalogue.filter(({ group }) => group === 'law').map(({ id }) => id)
const answered = (useId: string, left: readonly string[] = []): RecordOf<'dataCheck'>[] =>
  lawChecks
    .filter((id) => !left.includes(id))
    .map((checkId) => ({
      ...record(`${useId}-${checkId}`),
      useId,
      checkId,
      finding: 'met',
      grounds: null,
      evidenceIds: [],
      actionIds: [],
      answeredById: null,
      answeredOn: '2026-05-01',
    }))

const live = { lifecycle: 'production', personalData: 'yes' } as const

function lines(given: Partial<RegisterState>) {
  return Object.fromEntries(japanReadiness(register(given), asOf).map(({ id, ...line }) => [id, line]))
}
const counted = (given: Partial<RegisterState>, id: string) => {
  const { met, of, done, open, parts, state } = lines(given)[id] ?? {}
  return { met, of, done, open, parts, state }
}

test('an empty register is nowhere green', () => {
  const found = japanReadiness(register(), asOf).map(({ id, known, met, of, state }) => [id, known, met, of, state])
  expect(found).toEqual([
    ['reviews', false, 0, 0, 'no_data'],
    ['agreements', false, 0, 0, 'no_data'],
    ['contracts', false, 0, 0, 'no_data'],
    ['accountability', false, 0, 0, 'no_data'],
    ['dpia', false, 0, 0, 'no_data'],
    ['account', true, 0, 10, 'open'],
  ])
})

test('where nothing is in scope nothing is said to be done', () => {
  const systems = [system('SYS-1', { lifecycle: 'production', personalData: 'no' })]
  expect(counted({ systems }, 'reviews')).toMatchObject({ met: 0, of: 0, state: 'none' })
  expect(counted({ systems }, 'dpia')).toMatchObject({ met: 0, of: 0, state: 'none' })
  expect(counted({ systems }, 'accountability')).toMatchObject({ met: 0, of: 1, state: 'open' })
})

test('reviews: systems with or without word of personal data; every use with every check by the law in force', () => {
  const systems = [
    system('SYS-1', live),
    system('SYS-2', live),
    system('SYS-3', live),
    system('SYS-4', { ...live, personalData: 'unknown' }),
    system('SYS-5', { ...live, personalData: 'no' }),
    system('SYS-6', { ...live, lifecycle: 'retired' }),
  ]
  const dataUses = [use('PDU-1', 'SYS-1'), use('PDU-2', 'SYS-2'), use('PDU-3', 'SYS-2')]
  const [first] = answered('PDU-1')
  const dataChecks = [
    ...answered('PDU-1').slice(1),
    ...(first === undefined ? [] : [{ ...first, finding: 'gap' as const }]),
    ...answered('PDU-2'),
    ...answered('PDU-3', ['APPI-19']),
  ]
  expect(counted({ systems, dataUses, dataChecks }, 'reviews')).toEqual({
    met: 1,
    of: 4,
    done: ['SYS-1'],
    open: ['SYS-2', 'SYS-3', 'SYS-4'],
    parts: { unknown: 1, withoutUse: 2, gaps: 1 },
    state: 'open',
  })
})

describe('agreements', () => {
  test.each([
    ['a basis that needs neither', {}, 1],
    ['no basis', { basis: null, basisGrounds: null, basisOn: null }, 0],
    ['a basis of a later day', { basisOn: '2026-11-25' }, 0],
    ['consent that covers it', { basis: 'consent', consentCovers: 'yes' }, 1],
    ['consent of which nobody knows', { basis: 'consent' }, 0],
    ['consent found tomorrow', { basis: 'consent', consentCovers: 'yes', consentOn: '2026-11-25' }, 0],
    ['entrusted with a fit agreement', { handling: 'entrustment', agreementFits: 'yes' }, 1],
    ['entrusted with one that does not fit', { handling: 'entrustment', agreementFits: 'no' }, 0],
    ['handling unknown', { handling: null, agreementFits: 'yes', consentCovers: 'yes' }, 0],
    ['to a third party without consent', { handling: 'third_party' }, 0],
    ['to a third party with consent', { handling: 'third_party', consentCovers: 'yes' }, 1],
  ] as const)('%s: %s', (_name, given, met) => {
    const dataUses = [use('PDU-1', 'SYS-1', given)]
    expect(counted({ systems: [system('SYS-1', live)], dataUses }, 'agreements')).toMatchObject({ met, of: 1 })
  })

  test('one use that does not fit keeps its system open', () => {
    const dataUses = [use('PDU-1', 'SYS-1'), use('PDU-2', 'SYS-1', { handling: null })]
    expect(counted({ systems: [system('SYS-1', live)], dataUses }, 'agreements')).toMatchObject({
      met: 0,
      parts: { withoutUse: 0, withoutBasis: 0, handlingUnknown: 1, consent: 0, agreement: 0 },
    })
  })
})

test('accountability is K01, with who sees to the priority and since when it is overdue', () => {
  const found = lines({
    systems: [system('SYS-1', live), system('SYS-2', live)],
    people: [person('PSN-1')],
    posts: [post('PST-1')],
    terms: [term('PST-1', 'PSN-1', '2025-04-01')],
    assignments: [executive('SYS-1', 'PST-1')],
    readinessItems: [
      { ...record('R-0'), item: 'contracts', ownerPostId: null, dueOn: null, notes: null },
      { ...record('R-1'), item: 'accountability', ownerPostId: 'PST-1', dueOn: '2026-11-14', notes: '役員室' },
    ],
  }).accountability
  expect(found).toEqual({
    known: true,
    noun: 'system',
    met: 1,
    of: 2,
    done: ['SYS-1'],
    open: ['SYS-2'],
    parts: { vacant: 0, unregistered: 1 },
    state: 'overdue',
    ownerPostId: 'PST-1',
    ownerId: 'PSN-1',
    dueOn: '2026-11-14',
    daysOverdue: 10,
    notes: '役員室',
  })
})

test('DPIA and de-identification are asked of the uses that want the exception, and of no other', () => {
  const systems = [system('SYS-1', live)]
  const dataUses = [
    use('PDU-1', 'SYS-1', { plansStatistics: 'yes' }),
    use('PDU-2', 'SYS-1', { plansStatistics: 'unknown' }),
    use('PDU-3', 'SYS-1'),
  ]
  const deidentification: RecordOf<'deidentification'> = {
    ...coded('DEI-1'),
    name: { ja: '仮名化', en: null },
    systemId: 'SYS-1',
    useId: 'PDU-1',
    technique: 'pseudonymisation',
    parameters: null,
    doneOn: null,
    testerId: null,
    testedBy: null,
    testMethod: null,
    testedOn: null,
    residual: 'unknown',
    residualText: null,
    evidenceIds: [],
    notes: null,
  }
  expect(counted({ systems, dataUses }, 'dpia')).toEqual({
    met: 0,
    of: 1,
    done: [],
    open: ['PDU-1'],
    parts: { assessment: 1, deidentification: 1, unsaid: 1 },
    state: 'open',
  })
  expect(counted({ systems, dataUses, deidentifications: [deidentification] }, 'dpia')).toMatchObject({
    met: 0,
    parts: { assessment: 1, deidentification: 0, unsaid: 1 },
  })
})

describe('the outward account', () => {
  const both = { ja: '人が決める', en: 'People decide' }
  const written: OutwardAccount = {
    ...coded('OAC-0001'),
    name: { ja: '社内の呼び名', en: null },
    edition: '初版',
    preface: { ja: 'はじめに', en: null },
    statement1: both,
    statement2: both,
    statement3: { ja: '秘密の試験結果', en: 'SECRET' },
    statement4: { ja: '日本語だけ', en: ' ' },
    statement5: blank,
    statement6: blank,
    statement7: blank,
    statement8: blank,
    statement9: blank,
    statement10: blank,
    contact: blank,
    forPublication: ['AIGB-C-1', 'AIGB-C-2', 'AIGB-C-4', 'AIGB-C-5'],
    reviewerPostId: null,
    reviewedOn: null,
    reviewedText: null,
    reviewedContent: null,
    approverPostId: null,
    approvedOn: null,
    approvedText: null,
    approvedContent: null,
    publishedOn: null,
    publishedWhere: null,
    notes: '社外秘のメモ',
  }
  const content = publishableContent(written)
  const reviewed = { ...written, reviewedOn: '2026-11-01', reviewedContent: content }
  const approved = { ...reviewed, approvedOn: '2026-11-10', approvedContent: content }

  test.each([
    ['draft', written],
    ['reviewed', reviewed],
    ['draft', { ...reviewed, statement1: { ...both, en: 'Otherwise' } }],
    ['approved', approved],
    ['approved', { ...approved, notes: '別のメモ', statement3: blank }],
    ['changed', { ...approved, statement1: { ...both, en: 'Otherwise' } }],
    ['changed', { ...approved, forPublication: [...approved.forPublication, 'AIGB-C-3'] }],
    ['reviewed', { ...approved, approvedOn: '2026-11-25' }],
    ['published', { ...approved, publishedOn: '2026-11-20' }],
  ] as const)('is %s', (standing, account) => {
    expect(accountStandingOn(account as OutwardAccount, asOf)).toBe(standing)
  })

  test('only what is approved as it stands counts, and only in both languages', () => {
    expect(counted({ outwardAccounts: [written] }, 'account')).toMatchObject({
      met: 0,
      of: 10,
      parts: { written: 4, marked: 2 },
    })
    expect(counted({ outwardAccounts: [approved] }, 'account')).toEqual({
      met: 2,
      of: 10,
      done: ['AIGB-C-1', 'AIGB-C-2'],
      open: principleIds.slice(2),
      parts: { written: 4, marked: 2 },
      state: 'open',
    })
    // A newer edition in draft takes nothing back of the one that stands.
    const next = { ...written, ...coded('OAC-0002') }
    expect(counted({ outwardAccounts: [approved, next] }, 'account')).toMatchObject({ met: 2 })
  })

  test('nothing that was not marked is in the document', () => {
    const documents = (['ja', 'en'] as const).map((language) => accountDocument(approved, 'approved', language))
    expect(documents).toEqual([
      {
        language: 'ja',
        edition: '初版',
        approvedOn: '2026-11-10',
        parts: [
          { part: 'AIGB-C-1', text: '人が決める' },
          { part: 'AIGB-C-2', text: '人が決める' },
          { part: 'AIGB-C-4', text: '日本語だけ' },
        ],
        unwritten: ['AIGB-C-5'],
      },
      {
        language: 'en',
        edition: '初版',
        approvedOn: '2026-11-10',
        parts: [
          { part: 'AIGB-C-1', text: 'People decide' },
          { part: 'AIGB-C-2', text: 'People decide' },
        ],
        unwritten: ['AIGB-C-4', 'AIGB-C-5'],
      },
    ])
    expect(accountDocument(written, 'draft', 'ja').approvedOn).toBeNull()
  })
})
